"""The faces that are read: three sets, none of which a model of ours was trained on."""

import csv
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.senses.faces.expressions import MARGIN, Expression
from engine.senses.faces.finding import Box

Picture = NDArray[np.uint8]

ORDER: Final = tuple(Expression)
NAMED: Final = len(ORDER)
MOST_OF_ONE: Final = 300
"""So many pictures of one expression: press photographs are nearly all smiles and rest."""
DRAWING: Final = 3
"""Which of them is drawn by this seed."""


@dataclass(frozen=True, slots=True)
class FaceSet:
    """Pictures with one face each, where it is, and what people say it shows."""

    name: str
    truths: tuple[int, ...]
    faces: "Sequence[Grey] | Sequence[Photograph]"
    press: bool = False
    """Whether they are press photographs: there each peer has the margin it likes best."""

    def __iter__(self) -> Iterator[tuple[Picture, Box]]:
        return (face.seen() for face in self.faces)

    def every(self, step: int) -> "FaceSet":
        """A part of it, for a first look."""
        return FaceSet(self.name, self.truths[::step], self.faces[::step], self.press)


@dataclass(frozen=True, slots=True)
class Grey:
    """A face of 48x48 that fills its picture."""

    pixels: Picture

    def seen(self) -> tuple[Picture, Box]:
        """The picture, and the box of the whole of it."""
        side = len(self.pixels)
        size = side / MARGIN
        edge = (side - size) / 2
        box = Box(x=edge, y=edge, width=size, height=size, score=1.0)
        return cv2.cvtColor(self.pixels, cv2.COLOR_GRAY2BGR).astype(np.uint8), box


@dataclass(frozen=True, slots=True)
class Photograph:
    """A press photograph and the box of its largest face."""

    path: Path
    box: Box

    def seen(self) -> tuple[Picture, Box]:
        """The picture and the box."""
        picture = cv2.imread(str(self.path))
        assert picture is not None, self.path  # noqa: S101 -- named by the folder's own list
        return picture.astype(np.uint8), self.box


def read_sets(folder: Path) -> tuple[FaceSet, ...]:
    """FER+ by its raters, the same pictures by FER2013's label, and press photographs."""
    with np.load(folder / "ferplus-test.npz") as kept:
        pixels, votes, original = kept["x"], kept["votes"], kept["original"]
    raters = majority(votes)
    return (
        _greys("FER+", pixels, raters),
        _greys("FER2013", pixels, original),
        muxspace(folder / "muxspace"),
    )


def majority(votes: NDArray[np.float32]) -> NDArray[np.int64]:
    """What most raters named; -1 where they named no expression, or two as often."""
    heard = np.where(votes <= 1, 0, votes)  # one rater of ten is noise
    most = heard.max(axis=1)
    alone = (heard == most[:, None]).sum(axis=1) == 1
    named = heard.argmax(axis=1)
    return np.where(alone & (named < NAMED), named, -1)


def muxspace(folder: Path) -> FaceSet:
    """Press photographs of people who are nowhere in training; at most 300 an expression."""
    by_name: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (folder / "labels.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["part"] == "test" and row["w"]:
                by_name[row["emotion"]].append(row)
    drawing = random.Random(DRAWING)
    chosen: list[dict[str, str]] = []
    for name in sorted(by_name):
        rows = sorted(by_name[name], key=lambda row: row["path"])
        drawing.shuffle(rows)
        chosen += rows[:MOST_OF_ONE]
    truths = tuple(ORDER.index(Expression(row["emotion"])) for row in chosen)
    return FaceSet(
        "muxspace", truths, tuple(_photograph(folder, row) for row in chosen), press=True
    )


def _greys(name: str, pixels: Picture, labels: NDArray[np.int64]) -> FaceSet:
    known = np.flatnonzero(np.asarray(labels) >= 0)
    truths = tuple(int(labels[at]) for at in known)
    return FaceSet(name, truths, tuple(Grey(pixels[at]) for at in known))


def _photograph(folder: Path, row: dict[str, str]) -> Photograph:
    x, y, width, height = (float(row[key]) for key in ("x", "y", "w", "h"))
    box = Box(x=x, y=y, width=width, height=height, score=1.0)
    return Photograph(folder / row["path"], box)
