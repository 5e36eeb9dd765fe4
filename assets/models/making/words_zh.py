"""
Make `words-zh.npz`: the mood of Chinese lines by their character n-grams.

    python assets/models/making/words_zh.py TRAIN.csv DEV.csv

`TRAIN.csv` has the columns text and polarity (neg, neu, pos), `DEV.csv` text and label. Ours are
the parts of CPED (Chinese TV drama dialogue, Apache-2.0) that `MODEL_CARD.md` names; the
development lines come from other series than the training lines.
"""

import argparse
import csv
import sys
from pathlib import Path

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE.parent.parent))

from engine.senses.words.chinese import grams  # noqa: E402 -- the same features as when playing
from engine.senses.words.cleaning import clean  # noqa: E402

SIDES = ("neg", "neu", "pos")
SIZE = 1 << 15
STEADY = 3e-5
EVENNESS = 1.0
"""How far the three sides are made to count the same: 0 as they come, 1 wholly."""


def read(path, column):
    """The distinct lines of a file and their sides."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = {clean(row["text"]): SIDES.index(row[column]) for row in csv.DictReader(file)}
    return list(rows), np.array(list(rows.values()))


def features(lines):
    """One row per line: its n-grams, each worth 1 over the root of how many there are."""
    found = [grams(line, SIZE) for line in lines]
    starts = np.cumsum([0, *map(len, found)])
    worth = np.concatenate([np.full(len(each), 1 / np.sqrt(max(1, len(each)))) for each in found])
    return sparse.csr_matrix((worth, np.concatenate(found), starts), (len(lines), SIZE))


def train(rows, sides):
    """Logistic regression by L-BFGS: weights and the start of each side."""
    counts = np.bincount(sides, minlength=3)
    worth = (counts.max() / counts)[sides] ** EVENNESS
    worth /= worth.sum()
    truth = np.eye(3)[sides]

    def loss(flat):
        weights, start = flat[:-3].reshape(SIZE, 3), flat[-3:]
        raw = rows @ weights + start
        raw -= raw.max(1, keepdims=True)
        shares = np.exp(raw) / np.exp(raw).sum(1, keepdims=True)
        wrong = (shares - truth) * worth[:, None]
        cost = -(worth * np.log(shares[np.arange(len(sides)), sides] + 1e-12)).sum()
        slope = np.concatenate([(rows.T @ wrong + STEADY * weights).ravel(), wrong.sum(0)])
        return cost + STEADY / 2 * (weights**2).sum(), slope

    best = minimize(loss, np.zeros(SIZE * 3 + 3), jac=True, method="L-BFGS-B",
                    options={"maxiter": 120})  # fmt: skip
    return best.x[:-3].reshape(SIZE, 3), best.x[-3:]


def small(weights):
    """The weights as one byte each: the root keeps the little ones apart."""
    scale = np.abs(weights).max()
    return (np.sign(weights) * np.sqrt(np.abs(weights) / scale) * 127).round().astype(
        np.int8
    ), scale


def macro_f1(answers, truths):
    """The mean F1 of the three sides."""
    scores = []
    for side in range(3):
        right = ((answers == side) & (truths == side)).sum()
        scores.append(2 * right / max(1, (answers == side).sum() + (truths == side).sum()))
    return float(np.mean(scores))


def main():
    """Train, tell how well it goes on the development lines, and write the model."""
    asked = argparse.ArgumentParser()
    asked.add_argument("train", type=Path)
    asked.add_argument("dev", type=Path)
    paths = asked.parse_args()
    lines, sides = read(paths.train, "polarity")
    weights, start = train(features(lines), sides)
    kept, scale = small(weights)
    target = HERE / "words-zh.npz"
    np.savez_compressed(target, weights=kept, scale=np.float32(scale), start=np.float32(start))
    restored = np.sign(kept) * np.square(kept / 127.0) * scale
    unseen, truths = read(paths.dev, "label")
    answers = (features(unseen) @ restored + start).argmax(1)
    print(f"{len(lines)} lines; {target.stat().st_size // 1024} KiB; lines of unseen series:")
    print(f"accuracy {(answers == truths).mean():.3f}, macro F1 {macro_f1(answers, truths):.3f}")


if __name__ == "__main__":
    main()
