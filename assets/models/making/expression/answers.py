"""What the shipped model answers to every picture nobody learned or chose by."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from assets.models.making.expression.ferplus import labels
from assets.models.making.expression.pictures import SIDE, muxspace_rows, scene_part
from engine.senses.faces.expressions import MARGIN, Answer, Expression, ExpressionModel
from engine.senses.faces.finding import Box

NAMES = tuple(Expression)


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One picture that was held out, and what the model says of it."""

    source: str
    """`ferplus` or `muxspace`."""
    person: str
    """Who it is of; FER2013 does not say."""
    emotion: Expression | None
    """What most raters, or muxspace's student, saw; none without a clear majority."""
    original: Expression | None
    """What FER2013 itself called it; none where that is not known."""
    answer: Answer


def held_out(data: Path, model: Path) -> Iterator[HeldOut]:
    """
    Every held-out picture's answers: `answer.blend` are the shares that films react to.

    DATA is what `prepare` made; MODEL the ONNX file. Pictures are framed by the engine itself.
    """
    reading = ExpressionModel(model.read_bytes())
    yield from _ferplus(data, reading)
    yield from _muxspace(data, reading)


def not_faces(data: Path, model: Path) -> Iterator[Answer]:
    """The answers to places in the empty scenes that neither taught nor chose."""
    reading = ExpressionModel(model.read_bytes())
    drawing = np.random.default_rng(9)
    names = sorted((data / "backgrounds").glob("*.jpg"))
    for path in [path for i, path in enumerate(names) if scene_part(i) == "test"]:
        scene = cv2.imread(str(path))
        for _ in range(10):
            side = drawing.uniform(48, min(scene.shape[:2]))
            x, y = (drawing.uniform(0, length - side) for length in scene.shape[1::-1])
            yield reading.answer(scene, Box(x=x, y=y, width=side, height=side, score=1.0))


def _ferplus(data: Path, reading: ExpressionModel) -> Iterator[HeldOut]:
    held = np.load(data / "ferplus-test.npz")
    side = SIDE / MARGIN
    aside = (SIDE - side) / 2
    whole = Box(x=aside, y=aside, width=side, height=side, score=1.0)
    for x, emotion, original in zip(
        held["x"], labels(held["votes"]), held["original"], strict=True
    ):
        picture = cv2.cvtColor(x, cv2.COLOR_GRAY2BGR)
        answer = reading.answer(picture, whole)
        yield HeldOut("ferplus", "", _named(emotion), _named(original), answer)


def _muxspace(data: Path, reading: ExpressionModel) -> Iterator[HeldOut]:
    for row in muxspace_rows(data, "test"):
        picture = cv2.imread(str(data / "muxspace" / row["path"]))
        x, y, width, height = (float(row[name]) for name in "xywh")
        box = Box(x=x, y=y, width=width, height=height, score=1.0)
        answer = reading.answer(picture, box)
        yield HeldOut("muxspace", row["person"], Expression(row["emotion"]), None, answer)


def _named(place: int) -> Expression | None:
    return NAMES[place] if place >= 0 else None
