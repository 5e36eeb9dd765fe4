"""
What the shipped models answer for people they have never seen.

Reads a folder prepared by `making/expression` (its README says how): `ferplus-test.npz` with `x`,
`votes` and `original`, and `muxspace/labels.csv` beside `muxspace/pictures/`. The models are
opened as the player opens them. Nothing here writes a picture.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from engine.senses.faces.expressions import CROP, MARGIN, Expression, open_reader
from engine.senses.faces.finding import Box
from engine.senses.senses import models_folder

NAMES = tuple(each.value for each in Expression)
FAINTEST = 1e-4
"""No share is taken for smaller: below it a logarithm tells of nothing but rounding."""
JITTERS = (
    (0.0, 0.0, 1.0, 0.0), (0.03, 0.0, 1.03, 4.0), (-0.03, 0.01, 0.98, -4.0),
    (0.01, -0.03, 0.96, 2.0), (-0.01, 0.03, 1.05, -2.0), (0.02, 0.02, 1.0, 0.0),
)  # fmt: skip
"""Shifts and sizes in box widths, and degrees: a face as it moves a little from look to look."""


@dataclass(frozen=True)
class Labelled:
    """One press picture: where it lies, who it shows as a bare number, what, and the face."""

    path: Path
    person: int
    shows: str
    place: tuple[float, float, float, float]


def reader():
    """The models that ship, as the player opens them; OpenCV on one thread."""
    cv2.setNumThreads(1)
    return open_reader(models_folder())


def expressions_of(opened):
    """What reads an expression in a box, of an opened reader."""
    return opened._model  # noqa: SLF001 -- a crop of 48 pixels has no place for a detector


def ferplus(folder):
    """The crops of FER+ PrivateTest, the raters' votes and the original labels."""
    with np.load(folder / "ferplus-test.npz") as held:
        return held["x"], held["votes"], held["original"]


def majority(votes):
    """The expression most raters named, -1 where none stands out; a lone vote does not count."""
    counted = np.where(votes > 1, votes, 0)
    best = counted.argmax(1)
    tied = (counted == counted.max(1, keepdims=True)).sum(1) > 1
    return np.where(tied | (best >= len(NAMES)), -1, best)


def muxspace(folder):
    """The press pictures of people held out of training, the people numbered anew."""
    people = defaultdict(lambda: len(people))
    with (folder / "muxspace" / "labels.csv").open(encoding="utf-8", newline="") as rows:
        return [
            Labelled(
                folder / "muxspace" / "pictures" / Path(row["path"]).name,
                people[row["person"]],
                row["emotion"],
                tuple(float(row[side]) for side in "xywh"),
            )
            for row in csv.DictReader(rows)
            if row["part"] in {"test", "spare"} and row["w"] and float(row["w"]) > 0
        ]


def smoothed(model, picture, box):
    """The shares of a face that is held: the mean over small movements, as eyes blend looks."""
    return np.mean([_shares(model, *_moved(picture, box, move)) for move in JITTERS], axis=0)


def smoothed_crop(model, crop):
    """The same for a crop that is framed already."""
    side = CROP / MARGIN
    edge = (CROP - side) / 2
    box = Box(x=edge, y=edge, width=side, height=side, score=1.0)
    large = cv2.cvtColor(cv2.resize(crop, (CROP, CROP)), cv2.COLOR_GRAY2BGR)
    return smoothed(model, large, box)


def _moved(picture, box, move):
    right, down, size, degrees = move
    if degrees:
        turn = cv2.getRotationMatrix2D(box.centre, degrees, 1.0)
        shape = picture.shape[1::-1]
        picture = cv2.warpAffine(picture, turn, shape, borderMode=cv2.BORDER_REPLICATE)
    side = max(box.width, box.height)
    wide, high = box.width * size, box.height * size
    x, y = box.centre[0] + right * side - wide / 2, box.centre[1] + down * side - high / 2
    return picture, Box(x=x, y=y, width=wide, height=high, score=box.score)


def _shares(model, picture, box):
    answers = model.shares(picture, box)
    return np.array([answers[each] for each in Expression])


def leaning(shares):
    """Shares as logarithms about their mean, in which faces differ and noise adds up."""
    logs = np.log(np.maximum(shares, FAINTEST))
    return logs - logs.mean(-1, keepdims=True)
