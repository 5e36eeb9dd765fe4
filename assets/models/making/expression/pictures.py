"""
What the training sees: every face with as much again around it, so that it can be reframed.

A "wide" picture is 96x96; the middle 48x48 of it is what the network is shown when nothing is
changed. FER2013's pictures have nothing around them: their border is drawn out.
"""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from assets.models.making.expression.ferplus import KINDS, NAMES, labels
from assets.models.making.expression.mirrors import Bytes
from engine.senses.faces.expressions import MARGIN
from engine.senses.faces.finding import Box, SmallFinder

Floats = NDArray[np.float32]
WIDE = 96
SIDE = 48
VALID_PEOPLE = 0.08
"""This part of muxspace's training people only chooses, and teaches nothing."""
WINDOWS = 16
"""How many places of every empty scene are looked at."""
NF = 9


@dataclass(frozen=True, slots=True)
class Pictures:
    """Wide pictures with what is known of each; a row of -1 is not known."""

    wide: Bytes
    ferplus: Floats
    """Shares of the raters; a row of zeros where there were none."""
    original: NDArray[np.int64]
    face: Floats
    """1 for a face, 0 for none."""
    label: NDArray[np.int64]
    """The clearest answer: what figures are of."""

    def where(self, kept: NDArray[np.bool_]) -> "Pictures":
        """Only some of them."""
        return Pictures(
            self.wide[kept],
            self.ferplus[kept],
            self.original[kept],
            self.face[kept],
            self.label[kept],
        )


def ferplus(folder: Path, part: str) -> Pictures:
    """FER2013's pictures of one part."""
    held = np.load(folder / f"ferplus-{part}.npz")
    votes = held["votes"]
    kept = np.where(votes <= 1, 0, votes)
    shares = np.where((kept.argmax(1) < KINDS)[:, None], kept[:, :KINDS], 0)
    shares = shares / np.maximum(shares.sum(1, keepdims=True), 1)
    nobody = votes[:, NF] >= 5
    pad = (WIDE - SIDE) // 2
    wide = np.pad(held["x"], ((0, 0), (pad, pad), (pad, pad)), mode="edge")
    original = np.where(nobody, -1, held["original"]).astype(np.int64)
    shares[nobody] = 0
    return Pictures(
        wide, shares.astype(np.float32), original, (~nobody).astype(np.float32), labels(votes)
    )


def muxspace(folder: Path, part: str) -> Pictures:
    """Muxspace's faces of one part: `train`, `valid` (some training people), `test`."""
    wide, emotions = [], []
    for row in muxspace_rows(folder, part):
        picture = cv2.imread(str(folder / "muxspace" / row["path"]), cv2.IMREAD_GRAYSCALE)
        x, y, side = square(row)
        wide.append(window(picture, x, y, side))
        emotions.append(NAMES.index(row["emotion"]))
    label = np.array(emotions)
    return Pictures(
        np.stack(wide), said_once(label), label.copy(), np.ones(len(label), np.float32), label
    )


def said_once(label: NDArray[np.int64]) -> Floats:
    """One student's label as raters' shares: one word is less sure than ten."""
    shares = np.full((len(label), KINDS), 0.08 / KINDS, np.float32)
    shares[np.arange(len(label)), label] += 0.8
    shares[:, 0] += 0.12
    return shares


def muxspace_rows(folder: Path, part: str) -> list[dict[str, str]]:
    """The rows of `labels.csv` in one part."""
    with (folder / "muxspace" / "labels.csv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    if part == "test":
        return [row for row in rows if row["part"] == "test"]
    rows = [row for row in rows if row["part"] == "train"]
    people = sorted({row["person"] for row in rows})
    random.Random(11).shuffle(people)
    choosing = set(people[: int(len(people) * VALID_PEOPLE)])
    return [row for row in rows if (row["person"] in choosing) == (part == "valid")]


def square(row: dict[str, str]) -> tuple[float, float, float]:
    """The middle and the side of the square around a box, as the engine frames it."""
    x, y, w, h = (float(row[name]) for name in "xywh")
    return x + w / 2, y + h / 2, MARGIN * max(w, h)


def window(picture: Bytes, x: float, y: float, side: float) -> Bytes:
    """The wide picture around a square."""
    scale = SIDE / side
    place = np.array([[scale, 0, WIDE / 2 - x * scale], [0, scale, WIDE / 2 - y * scale]])
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    return cv2.warpAffine(picture, place, (WIDE, WIDE), flags=how, borderMode=cv2.BORDER_REPLICATE)


def nothing(folder: Path, part: str, detector: Path) -> Pictures:
    """What is no face: places of empty scenes, what a finder took for faces, bad framings."""
    drawing = np.random.default_rng(5)
    wide = [*scenes(folder, part, SmallFinder(detector.read_bytes()), drawing)]
    wide += misframed(folder, part, drawing)
    n = len(wide)
    return Pictures(
        np.stack(wide),
        np.zeros((n, KINDS), np.float32),
        np.full(n, -1),
        np.zeros(n, np.float32),
        np.full(n, -1),
    )


def scenes(
    folder: Path, part: str, finder: SmallFinder, drawing: np.random.Generator
) -> Iterator[Bytes]:
    """Places in the empty scenes of one part; a tenth of the scenes chooses, a tenth is tested."""
    names = sorted((folder / "backgrounds").glob("*.jpg"))
    for path in [path for i, path in enumerate(names) if scene_part(i) == part]:
        seen = cv2.imread(str(path))
        grey = cv2.cvtColor(seen, cv2.COLOR_BGR2GRAY)
        for _ in range(WINDOWS):
            side = min(grey.shape) * drawing.uniform(0.12, 1.0) ** 1.5 + 8
            x, y = (drawing.uniform(0, length) for length in grey.shape[::-1])
            yield window(grey, x, y, side)
        for box in false_boxes(seen, finder):
            for _ in range(3):
                yield window(grey, *jittered(box, drawing))


def scene_part(place: int) -> str:
    """Which part a scene belongs to, by its place among the names."""
    return {0: "test", 5: "valid"}.get(place % 10, "train")


def false_boxes(seen: Bytes, finder: SmallFinder) -> tuple[Box, ...]:
    """What the finder takes for faces in a scene that has none."""
    large = cv2.resize(seen, (640, int(640 * seen.shape[0] / seen.shape[1])))
    scale = seen.shape[1] / 640
    return tuple(
        Box(
            x=b.x * scale,
            y=b.y * scale,
            width=b.width * scale,
            height=b.height * scale,
            score=b.score,
        )
        for b in finder.find(large)
    )


def jittered(box: Box, drawing: np.random.Generator) -> tuple[float, float, float]:
    """A box's square, a little beside itself."""
    side = MARGIN * max(box.width, box.height)
    x, y = box.centre
    aside = drawing.uniform(-0.15, 0.15, 2) * side
    return x + aside[0], y + aside[1], side * float(np.exp(drawing.uniform(-0.3, 0.3)))


def misframed(folder: Path, part: str, drawing: np.random.Generator) -> Iterator[Bytes]:
    """Squares beside a face, over a small part of one, or so large that it is a speck."""
    for row in muxspace_rows(folder, part):
        picture = cv2.imread(str(folder / "muxspace" / row["path"]), cv2.IMREAD_GRAYSCALE)
        x, y, side = square(row)
        kind = drawing.integers(4)
        if kind == 0:
            around = drawing.uniform(-0.35, 0.35, 2) * side
            yield window(picture, x + around[0], y + around[1], side * drawing.uniform(0.2, 0.38))
        elif kind == 1:
            yield window(picture, x, y, side * drawing.uniform(2.8, 4.0))
        else:
            angle = drawing.uniform(0, 2 * np.pi)
            far = side * drawing.uniform(0.72, 1.3)
            yield window(
                picture,
                x + np.cos(angle) * far,
                y + np.sin(angle) * far,
                side * drawing.uniform(0.7, 1.2),
            )
