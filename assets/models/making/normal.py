"""
Measure how strongly a viewer's own normal should count.

    python -m assets.models.making.normal --data DIR

`DIR` is what `making/expression` prepares. Of the people held out of training, those with eight
resting pictures and four others: six resting ones are their normal, drawn anew eight times, and
the rest is judged. `score` takes a share of the normal's distance from everybody's off each
smile's score, as readings do with a share of 1; `log` bends all eight probabilities by it first.
Printed are the area under the curve of smiles against everything else, and how many smiles are
found where 5 in a hundred resting pictures are taken for one. Pictures of one sitting would do
better: these are of different days.
"""

import argparse
from collections import defaultdict
from pathlib import Path

import cv2
import numpy as np

from assets.models.making.held_out import expressions_of, muxspace, reader
from engine.senses.faces.expressions import Expression
from engine.senses.faces.finding import Box

NAMES = tuple(each.value for each in Expression)
SMILE = NAMES.index("happiness")
RESTING, OTHERS, LEARNED, DRAWS = 8, 4, 6, 8
STRENGTHS = (0.0, 0.25, 0.5, 0.6, 0.75, 1.0)
FAINTEST = 1e-4


def main():
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, required=True)
    people = read(asked.parse_args().data)
    resting = np.concatenate([shares[shown == 0] for shares, shown in people])
    count = sum(len(shown) for _, shown in people)
    print(f"{len(people)} people, {count} pictures")
    for way in ("score", "log"):
        for strength in STRENGTHS:
            area, found = np.mean(
                [judged(people, resting, way, strength, draw) for draw in range(DRAWS)], axis=0
            )
            print(f"{way:6} {strength:.2f}  area {area:.3f}  smiles found {found:.3f}")


def read(folder):
    """What the shipped model answers of each person's pictures, and what they show."""
    model, people = expressions_of(reader()), defaultdict(list)
    for one in muxspace(folder):
        people[one.person].append(one)
    return [answers(model, rows) for rows in people.values() if told_enough(rows)]


def told_enough(rows):
    """Whether there is a normal to learn of a person, and something to judge by it."""
    resting = sum(row.shows == "neutral" for row in rows)
    shown = sum(row.shows not in {"neutral", "surprise"} for row in rows)
    return resting >= RESTING and shown >= OTHERS


def answers(model, rows):
    """Shares and labels of one person's pictures."""
    shares, shown = [], []
    for row in rows:
        x, y, width, height = row.place
        told = model.shares(
            cv2.imread(str(row.path)), Box(x=x, y=y, width=width, height=height, score=1.0)
        )
        shares.append([told[each] for each in Expression])
        shown.append(NAMES.index(row.shows))
    return np.array(shares), np.array(shown)


def judged(people, resting, way, strength, draw):
    """The area, and the smiles found, over everybody's pictures but those they were learned by."""
    scores, truths = [], []
    for shares, shown in people:
        chance = np.random.default_rng(draw)
        learned = chance.permutation(np.flatnonzero(shown == 0))[:LEARNED]
        asked = np.setdiff1d(np.arange(len(shown)), learned)
        bend = by_score if way == "score" else by_log
        scores.append(bend(shares[asked], shares[learned], resting, strength))
        truths.append(shown[asked])
    scores, truths = np.concatenate(scores), np.concatenate(truths)
    smiles, rests = scores[truths == SMILE], scores[truths == 0]
    bound = np.quantile(rests, 0.95)
    return area(smiles, scores[truths != SMILE]), (smiles > bound).mean()


def by_score(asked, learned, resting, strength):
    """Smiles, less a share of how far this person's rest lies from everybody's."""
    own = np.median(learned[:, SMILE]) - resting[:, SMILE].mean()
    return asked[:, SMILE] - strength * own


def by_log(asked, learned, resting, strength):
    """Smiles of probabilities that were bent by this person's rest, all eight together."""
    rest = np.log(resting + FAINTEST).mean(0)
    own = np.median(np.log(learned + FAINTEST), axis=0) - rest
    bent = np.exp(np.log(asked + FAINTEST) - strength * own)
    return bent[:, SMILE] / bent.sum(1)


def area(shown, others):
    """How often one that shows it scores higher than one that does not."""
    higher = (shown[:, None] > others).mean()
    return higher + 0.5 * (shown[:, None] == others).mean()


if __name__ == "__main__":
    main()
