"""Whole photographs in five lights and turns, and which of their faces were found."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Place = tuple[float, float, float, float]
"""x, y, width and height in the pixels of a 640x480 picture."""

SIZE: Final = (640, 480)
SURE: Final = 0.7
"""A true face's score at least; those below are neither hits nor misses."""
HEIGHTS: Final = ((20.0, 32.0), (32.0, 64.0), (64.0, 480.0))
"""The heights a face is counted under."""
SMALLEST: Final = 18.0
"""A box this small is never called false: nobody said where the smallest faces are."""
ALIKE: Final = 0.35
"""Two boxes that share this much of both mean one face."""
TURN: Final = 20.0
SHRUNK: Final = 0.85


@dataclass(frozen=True, slots=True)
class Truth:
    """A face that is really there."""

    place: Place
    score: float
    points: tuple[tuple[float, float], ...] = ()
    """Right eye, left eye, nose, right and left corner of the mouth."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was found of what is there, by size, and what was found that is not there."""

    found: tuple[int, ...] = (0, 0, 0)
    there: tuple[int, ...] = (0, 0, 0)
    false: int = 0
    pictures: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            tuple(a + b for a, b in zip(self.found, other.found, strict=True)),
            tuple(a + b for a, b in zip(self.there, other.there, strict=True)),
            self.false + other.false,
            self.pictures + other.pictures,
        )

    def recall(self, size: int) -> float:
        """The part of the faces of one size that were found."""
        return self.found[size] / self.there[size] if self.there[size] else float("nan")

    @property
    def false_each(self) -> float:
        """False boxes a photograph."""
        return self.false / self.pictures if self.pictures else float("nan")


def read_photographs(folder: Path) -> Iterator[tuple[Picture, tuple[Truth, ...]]]:
    """Each photograph on a black 640x480 ground, and the faces in it."""
    truths: dict[str, list[Truth]] = {}
    with (folder / "boxes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            truths.setdefault(row["path"], []).append(_truth(row))
    for path in sorted(folder.glob("*.png")):
        picture = cv2.imread(str(path))
        if picture is not None:
            yield grounded(picture.astype(np.uint8)), tuple(truths.get(path.name, ()))


def grounded(picture: Picture) -> Picture:
    """The picture at the upper left of a black 640x480 one."""
    ground = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
    ground[: picture.shape[0], : picture.shape[1]] = picture
    return ground


Variant = Callable[[Picture, Sequence[Truth]], tuple[Picture, tuple[Truth, ...]]]


def as_is(picture: Picture, truths: Sequence[Truth]) -> tuple[Picture, tuple[Truth, ...]]:
    """The photograph itself."""
    return picture, tuple(truths)


def dim(picture: Picture, truths: Sequence[Truth]) -> tuple[Picture, tuple[Truth, ...]]:
    """A fifth of the light, and the noise of a camera that makes up for it."""
    noise = np.random.default_rng(0).normal(0.0, 4.0, picture.shape)
    dark = picture.astype(np.float32) * 0.18 + noise
    return np.clip(dark, 0, 255).astype(np.uint8), tuple(truths)


def side_light(picture: Picture, truths: Sequence[Truth]) -> tuple[Picture, tuple[Truth, ...]]:
    """Dark at the left, lit at the right."""
    light = np.linspace(0.08, 1.1, picture.shape[1])[None, :, None]
    return np.clip(picture * light, 0, 255).astype(np.uint8), tuple(truths)


def turned(picture: Picture, truths: Sequence[Truth]) -> tuple[Picture, tuple[Truth, ...]]:
    """Turned by 20 degrees, a little smaller so that it fits."""
    middle = (SIZE[0] / 2, SIZE[1] / 2)
    turn = cv2.getRotationMatrix2D(middle, TURN, SHRUNK)
    moved = tuple(_moved(truth, turn) for truth in truths)
    return cv2.warpAffine(picture, turn, SIZE).astype(np.uint8), moved


def half(picture: Picture, truths: Sequence[Truth]) -> tuple[Picture, tuple[Truth, ...]]:
    """Everybody twice as far away."""
    small = cv2.resize(picture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    scale = np.array([[0.5, 0.0, 0.0], [0.0, 0.5, 0.0]])
    return grounded(small.astype(np.uint8)), tuple(_scaled(truth, scale) for truth in truths)


VARIANTS: Final[dict[str, Variant]] = {
    "as is": as_is, "dim": dim, "side light": side_light, "20 degrees": turned,
    "half size": half,
}  # fmt: skip


def tally(places: Sequence[Place], truths: Sequence[Truth]) -> Tally:
    """Which faces these boxes found, and how many of them are no face."""
    used: set[int] = set()
    found, there = [0, 0, 0], [0, 0, 0]
    for truth in truths:
        hit = next(
            (at for at, place in enumerate(places)
             if at not in used and means(place, truth.place)),
            None,
        )  # fmt: skip
        if hit is not None:
            used.add(hit)
        size = _size(truth)
        if size is not None:
            there[size] += 1
            found[size] += hit is not None
    false = sum(
        place[3] >= SMALLEST and not any(means(place, truth.place) for truth in truths)
        for at, place in enumerate(places)
        if at not in used
    )
    return Tally(tuple(found), tuple(there), false, 1)


def means(place: Place, true: Place) -> bool:
    """Whether a box means that face; lenient, since detectors frame faces differently."""
    wide = min(place[0] + place[2], true[0] + true[2]) - max(place[0], true[0])
    high = min(place[1] + place[3], true[1] + true[3]) - max(place[1], true[1])
    both = max(0.0, wide) * max(0.0, high)
    areas = place[2] * place[3], true[2] * true[3]
    if both / (areas[0] + areas[1] - both) >= ALIKE:
        return True
    x, y = place[0] + place[2] / 2, place[1] + place[3] / 2
    inside = true[0] < x < true[0] + true[2] and true[1] < y < true[1] + true[3]
    return inside and 1 / 3 < areas[0] / areas[1] < 3


def apart(points: Sequence[tuple[float, float]], true: Sequence[tuple[float, float]]) -> float:
    """Mean distance of five points from the true ones, in distances between the true eyes."""
    given, meant = np.array(points), np.array(true)
    eyes = float(np.hypot(*(meant[0] - meant[1])))
    return float(np.hypot(*(given - meant).T).mean() / max(eyes, 1.0))


def _size(truth: Truth) -> int | None:
    x, y = truth.place[0] + truth.place[2] / 2, truth.place[1] + truth.place[3] / 2
    if truth.score < SURE or not (0 < x < SIZE[0] and 0 < y < SIZE[1]):
        return None
    for at, (least, below) in enumerate(HEIGHTS):
        if least <= truth.place[3] < below:
            return at
    return None


def _moved(truth: Truth, by: NDArray[np.float64]) -> Truth:
    """A face turned about: its middle goes along, its box stays upright."""
    x, y, width, height = truth.place
    middle = by @ np.array([x + width / 2, y + height / 2, 1.0])
    width, height = width * SHRUNK, height * SHRUNK
    place = (float(middle[0]) - width / 2, float(middle[1]) - height / 2, width, height)
    return Truth(place, truth.score, _points(truth, by))


def _scaled(truth: Truth, by: NDArray[np.float64]) -> Truth:
    x, y, width, height = (number * 0.5 for number in truth.place)
    return Truth((x, y, width, height), truth.score, _points(truth, by))


def _points(truth: Truth, by: NDArray[np.float64]) -> tuple[tuple[float, float], ...]:
    moved = [by @ np.array([x, y, 1.0]) for x, y in truth.points]
    return tuple((float(x), float(y)) for x, y in moved)


def _truth(row: dict[str, str]) -> Truth:
    place = (float(row["x"]), float(row["y"]), float(row["w"]), float(row["h"]))
    names = [name for name in row if name.endswith(("_x", "_y"))]
    numbers = [float(row[name]) for name in names]
    points = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    return Truth(place, float(row["score"]), points)
