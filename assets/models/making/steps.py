"""
Make `steps.json`: how much of each score is one step, what a resting face scores, what to trust.

    python -m assets.models.making.steps --data DIR [--seeds 12]

`DIR` is what `making/expression` prepares; `viewers.py` has to be run first, as its numbers draw
the tapes. The models are those that ship.

- **spread**: how the smoothed scores of resting people differ, one from the other: the standard
  deviation over neutral faces of FER+ PrivateTest (by the raters' majority) and of press pictures
  of people held out of training, one each. Smoothed: the mean over small movements of the face,
  as the eyes blend looks.
- **floor**: what a neutral viewer's window strays from the viewer's own normal: 98 of 100 windows
  of the drawn neutral tapes (`tests/tapes_kinds.py`) stay under it, 97 for the smile, which films
  lean on.
- **step** is the larger of the spread and of floor / 0.8, as films ask for `> 0.8`; for attention
  at least 0.15. So a step is a
  published constant, never a viewer's own spread, and a reading that hardly differs from person
  to person cannot make noise decide. Attention and stillness have no picture that shows them:
  theirs come from the tapes alone.
- **normal**: the mean score of the resting people, or the middle of the neutral tapes.
- **trust**: of the held-out pictures that the network names so, how many the raters name so too;
  for valence and activation, how often their groups are told apart.
- **windows**: for each thing a film may ask, what came of it on all tapes (`benchmarks windows`),
  and whether it decides or only colours the flame; `sure`: what confidence eight of ten windows
  reach in which it was found, and the most; `false_at`: how often it comes where it is not, if
  films ask for other numbers (`NUMBERS` of `engine/story/reading/readable.py`), for peaks or for
  trends. That module and the tables in `docs/writing.md` are written from it. S210's page quotes
  it, and S229's and S230's: run `python -m tests.story.examples` and
  `python -m docs.making.findings` afterwards.
"""

import argparse
import hashlib
import json
from pathlib import Path

import cv2
import numpy as np

from assets.models.making.held_out import (
    NAMES,
    expressions_of,
    ferplus,
    majority,
    muxspace,
    reader,
    smoothed,
    smoothed_crop,
)
from benchmarks.windows.asking import Asking
from benchmarks.windows.judging import FEELS
from benchmarks.windows.viewings import strays, viewings
from engine.senses.faces.attention import Bearing
from engine.senses.faces.baseline import Step
from engine.senses.faces.expressions import Expression
from engine.senses.faces.finding import Box
from engine.senses.faces.scores import NEGATIVE, scores
from engine.senses.senses import models_folder
from engine.story.model import Reading
from tests.tapes_kinds import KINDS, NEUTRAL

READABLE = Path(__file__).resolve().parents[3] / "engine/story/reading/readable.py"
GUIDE = Path(__file__).resolve().parents[3] / "docs/writing.md"
END = "<!-- end -->"
TABLES = {
    "en": ("| asked | found where it was | found where it was not | named rightly | a face |",
           "decides", "colours at most"),
    "zh": ("| 写法 | 有时认出 | 没有时误认 | 认出时说对 | 脸 |", "可以决定", "最多变色"),
}  # fmt: skip
FIRST, LAST = "MappingProxyType(\n    {\n", "    }\n)\n"
"""What its figures stand between, in each of its tables."""
ASKED = 0.8
"""Steps that films ask for."""
UNDER, UNDER_LEANED = 0.99, 0.985
"""
Of neutral windows that stay under what is asked; of what films lean on a few more may not.

At most 5 in 100 may trigger anything: the shares of what decides may not add up to more.
"""
LEANED = frozenset({Reading.SMILE, Reading.JOY})
SEEDS = 12
FINE = 0.2
"""The step with which strays are measured: what trembles by a twentieth of a step stands still."""
LEAST = {Reading.ATTENTION: 0.15}
"""Who looks away for one second in eight has glanced aside: that is no turning away."""
PRESS = 400
"""Press pictures of resting people, one each."""
BODY = {Reading.ATTENTION: 1.0, Reading.STILL: 0.9}
"""What is read of no picture, and where its normal is looked for first."""
CALM = Bearing(attention=1.0, still=1.0)


def main():
    """Write `steps.json` beside the models."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--seeds", type=int, default=SEEDS)
    given = asked.parse_args()
    model = expressions_of(reader())
    answers, truths = answered(model, given.data)
    resting = np.concatenate([answers[truths == 0], pressed(model, given.data)])
    readings = stepped(resting, trusts(answers, truths), given.seeds)
    steps = {Reading(name): Step(one["step"], one["normal"], one["trust"])
             for name, one in readings.items()}  # fmt: skip
    written = {
        "model": identity(models_folder()),
        "made_by": "assets/models/making/steps.py",
        "meaning": "reading = (smoothed score - this viewer's baseline median) / step",
        "reference": f"{len(answers)} pictures of FER+ PrivateTest with a clear majority;"
        f" resting: {len(resting)} people of it and of press pictures",
        "readings": readings,
        "windows": viewings(KINDS, range(given.seeds), steps, Asking()).published(steps),
    }
    text = json.dumps(written, indent=2, ensure_ascii=False)
    (models_folder() / "steps.json").write_text(text + "\n", encoding="utf-8")
    before = READABLE.read_text(encoding="utf-8")
    READABLE.write_text(told_to_films(before, written["windows"]), encoding="utf-8")
    guide = GUIDE.read_text(encoding="utf-8")
    GUIDE.write_text(told_to_authors(guide, written["windows"]), encoding="utf-8")


def told_to_films(module, windows):
    """The module that tells films what decides, with these figures in it."""
    rows, otherwise = [], []
    for name, one in windows.items():
        asked = FEELS[name]
        called = f"(Reading.{asked.reading.name}, {asked.above})"
        figures = f"{one['right']}, {one['false']}, {one['trust']}, decides={one['decides']}"
        rows.append(f"        {called}: Found({figures}),\n")
        if one["decides"] and "sure" in one:  # what is never found is never sure
            usual, most = one["sure"]
            fields = {"usually_sure": usual, "surest": most}
            fields |= {name: tuple(falsely) for name, falsely in one["false_at"].items()}
            lines = "".join(f"            {name}={told},\n" for name, told in fields.items())
            otherwise.append(f"        {called}: Otherwise(\n{lines}        ),\n")
    return _filled(_filled(module, "FOUND: ", rows), "OTHERWISE: ", otherwise)


def _filled(module, table, rows):
    """The module with these rows in one of its tables."""
    before, after = module.split(f"\n{table}", 1)
    head, rest = after.split(FIRST, 1)
    return f"{before}\n{table}{head}{FIRST}{''.join(rows)}{LAST}{rest.split(LAST, 1)[1]}"


def told_to_authors(guide, windows):
    """The authors' guide with these figures in its tables."""
    for language, (head, decides, colours) in TABLES.items():
        rows = [
            f"| `{one['asks']}` | {100 * one['right']:.0f} % | {100 * one['false']:.0f} % |"
            f" {_named(one['trust'])} | {decides if one['decides'] else colours} |"
            for one in windows.values()
        ]
        first = f"<!-- readable: {language} -->\n"
        before, rest = guide.split(first, 1)
        table = "\n".join((head, "|---|---|---|---|---|", *rows))
        guide = f"{before}{first}{table}\n{END}{rest.split(END, 1)[1]}"
    return guide


def _named(trust):
    """How often it is named rightly; of attention and stillness there are no pictures."""
    return "–" if trust == 1.0 else f"{100 * trust:.0f} %"


def identity(folder):
    """The expression network's name and the beginning of its sha256."""
    path = next(folder.glob("expression*.onnx"))
    return f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()[:12]}"


def answered(model, folder):
    """The smoothed answers for every crop with a clear majority, and that majority."""
    crops, votes, _ = ferplus(folder)
    shown = majority(votes)
    clear = np.flatnonzero(shown >= 0)
    return np.array([smoothed_crop(model, crops[at]) for at in clear]), shown[clear]


def pressed(model, folder):
    """The smoothed answers for resting people of press pictures, one picture each."""
    people = {one.person: one for one in muxspace(folder) if one.shows == "neutral"}
    answers = []
    for one in list(people.values())[:PRESS]:
        x, y, width, height = one.place
        box = Box(x=x, y=y, width=width, height=height, score=1.0)
        answers.append(smoothed(model, cv2.imread(str(one.path)), box))
    return np.array(answers)


def stepped(resting, trust, seeds):
    """The step, normal and trust of every reading, and where they come from."""
    rest = [scores(dict(zip(Expression, one, strict=True)), CALM) for one in resting]
    found = {name: [one[name] for one in rest] for name in rest[0] if name not in BODY}
    normal = {**{name: float(np.mean(some)) for name, some in found.items()}, **BODY}
    raw = {name: Step(FINE, usual, 1.0) for name, usual in normal.items()}
    seen = strays(NEUTRAL, range(seeds), raw)
    told = {}
    for name, usual in normal.items():
        spread = float(np.std(found[name])) if name in found else 0.0
        under = UNDER_LEANED if name in LEANED else UNDER
        strayed = FINE * float(np.quantile(seen.strayed[name], under))
        told[name.value] = {
            "step": round(max(spread, strayed / ASKED, LEAST.get(name, 0.0)), 3),
            "normal": round(seen.usual[name] if name in BODY else usual, 3),
            "trust": round(trust.get(name, 1.0), 2),
            "spread": round(spread, 3),
            "floor": round(strayed, 3),
        }
    return told


def trusts(answers, truths):
    """How much of a sure answer is to be believed."""
    named = answers.argmax(1)
    table = np.zeros((len(NAMES), len(NAMES)))
    np.add.at(table, (truths, named), 1)
    kept = dict(zip(NAMES, np.diag(table) / np.maximum(table.sum(0), 1), strict=True))
    shown = {
        Reading.SMILE: "happiness", Reading.JOY: "happiness", Reading.SURPRISE: "surprise",
        Reading.ANGER: "anger", Reading.SADNESS: "sadness", Reading.FEAR: "fear",
        Reading.DISGUST: "disgust",
    }  # fmt: skip
    dark = [NAMES.index(each.value) for each in NEGATIVE]
    return {
        **{name: float(kept[what]) for name, what in shown.items()},
        Reading.VALENCE: told_apart(table, dark, [0], [1]),
        Reading.AROUSAL: told_apart(table, [1, 2, 4, 5, 6], [0, 3, 7]),
    }


def told_apart(table, *groups):
    """How often groups of expressions are told apart, each group counted the same."""
    every = [at for group in groups for at in group]
    right = [table[np.ix_(group, group)].sum() / table[np.ix_(group, every)].sum()
             for group in groups]  # fmt: skip
    return float(np.mean(right))


if __name__ == "__main__":
    main()
