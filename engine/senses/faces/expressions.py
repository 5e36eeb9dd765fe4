"""What a face shows, and whether it is one: the answers of Kinoeye's own small network."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Protocol

import numpy as np

from engine.opencv import opencv
from engine.senses.camera.pictures import FRAME, Picture, fitted
from engine.senses.faces.finding import Box, Finder, open_finder
from engine.senses.faces.light import contrast_of
from engine.story.units import Share

CROP: Final = 48
MARGIN: Final = 1.023
"""How much larger than the box the square is: faces must be framed as in training."""
BELIEVED: Final = 2.35
"""A box is a face when the detector, our network and its clearest answer are so sure together."""
POSSIBLE: Final = 2.1
"""With only so much it may be one: it counts where a face was seen a moment ago."""
DARKEST: Final = 12.0
"""A picture whose lightest parts are darker than this shows nothing: the lens is covered."""
PLAINEST: Final = 4.0
"""A picture with less contrast than this shows nothing either."""


class Expression(StrEnum):
    """What the network tells apart, in the order of its answers."""

    NEUTRAL = "neutral"
    HAPPINESS = "happiness"
    SURPRISE = "surprise"
    SADNESS = "sadness"
    ANGER = "anger"
    DISGUST = "disgust"
    FEAR = "fear"
    CONTEMPT = "contempt"


Shares = MappingProxyType[Expression, float]
"""How likely each expression is; together 1."""


@dataclass(frozen=True, slots=True)
class Face:
    """One face in one picture: where it is and what it shows. No picture of it."""

    box: Box
    shares: Shares
    contrast: float = 64.0
    """How much light and dark differ in it, 0..128: in the dark little is left."""
    face: Share = Share(1.0)
    """How surely it is a face, and framed so that it can be read."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What one picture held."""

    faces: tuple[Face, ...]
    doubtful: tuple[Face, ...] = ()
    """What may be faces, but would not be believed alone: small, far, hard to name."""
    blind: bool = False
    """Nothing can be seen at all: a covered lens is not an empty room."""
    size: tuple[int, int] = FRAME
    """The width and height of the picture that boxes lie in."""


class FaceReader(Protocol):
    """What the eyes need of a model."""

    def read(self, picture: Picture, at: Sequence[Box] | None = None) -> Sight:
        """
        The faces in a picture and what they show. Keeps nothing of it.

        `at`: boxes in the pixels of the sight before: only these are read, none is searched for.
        """
        ...


@dataclass(frozen=True, slots=True)
class Answer:
    """All that the network says of one box."""

    ferplus: Shares
    """What ten raters would see: they call a subtle frown neutral."""
    original: Shares
    """What FER2013's own labels would call it: they do not."""
    blend: Shares
    """Both, calibrated together: what films react to."""
    face: Share
    """How surely it is a face at all, and framed so that it can be read."""


class ExpressionModel:
    """The embedded expression network."""

    def __init__(self, model: bytes) -> None:
        self._net: Any = opencv().dnn.readNetFromONNX(np.frombuffer(model, dtype=np.uint8))

    def answer(self, picture: Picture, box: Box) -> Answer:
        """What the network says of that box: one look for everything."""
        seen = cropped(picture, box).astype(np.float32)
        seen = (seen - seen.mean()) / (seen.std() + 8.0)
        self._net.setInput(seen[None, None])
        numbers = self._net.forward().ravel().tolist()
        kinds = len(Expression)
        ferplus, original, blend = (
            MappingProxyType(dict(zip(Expression, numbers[at : at + kinds], strict=True)))
            for at in range(0, 3 * kinds, kinds)
        )
        return Answer(ferplus, original, blend, Share(numbers[3 * kinds]))

    def shares(self, picture: Picture, box: Box) -> Shares:
        """How likely each expression is of the face in that box."""
        return self.answer(picture, box).blend


class EmbeddedReader:
    """The models that ship with the engine: finds faces and reads them, 10 ms a picture."""

    def __init__(self, finder: Finder, model: ExpressionModel) -> None:
        self._finder = finder
        self._model = model

    def read(self, picture: Picture, at: Sequence[Box] | None = None) -> Sight:
        """The faces in a picture and what they show; `at`: in these boxes. Keeps nothing of it."""
        small = fitted(picture)
        if shows_nothing(small):
            return Sight((), blind=True)
        boxes = self._finder.find(small) if at is None else at
        found = [self._face(small, box) for box in boxes]
        return Sight(
            tuple(face for face in found if evidence(face) >= BELIEVED),
            tuple(face for face in found if POSSIBLE <= evidence(face) < BELIEVED),
            size=(small.shape[1], small.shape[0]),
        )

    def _face(self, picture: Picture, box: Box) -> Face:
        told = self._model.answer(picture, box)
        return Face(box, told.blend, contrast_of(picture, box), told.face)


def open_reader(folder: Path, finder: Finder | None = None) -> EmbeddedReader:
    """The reader whose models lie in a folder, and its finder if none is given. Or OSError."""
    model = ExpressionModel((folder / "expression.onnx").read_bytes())
    return EmbeddedReader(finder or open_finder(folder), model)


def evidence(face: Face) -> float:
    """
    How much speaks for a box being a face: 0..3.

    How sure the detector is, how sure our network is that it is one, and how clear what it
    shows: each is fooled by other things. On people set aside the three together believe in
    more faces than the first and the last alone, and in no more of what is none.
    """
    return face.box.score + face.face + max(face.shares.values())


def shows_nothing(picture: Picture) -> bool:
    """Whether a picture is black, or one plain surface."""
    sample = picture[::8, ::8]
    return bool(np.percentile(sample, 98) < DARKEST or sample.std() < PLAINEST)


def cropped(picture: Picture, box: Box) -> Picture:
    """The face in grey, square and as large as the network wants it."""
    cv2 = opencv()
    scale = CROP / (MARGIN * max(box.width, box.height))
    x, y = box.centre
    place = np.array(
        [[scale, 0.0, CROP / 2 - x * scale], [0.0, scale, CROP / 2 - y * scale]], np.float32
    )
    how = cv2.INTER_AREA if scale < 1.0 else cv2.INTER_LINEAR
    square = cv2.warpAffine(
        picture, place, (CROP, CROP), flags=how, borderMode=cv2.BORDER_REPLICATE
    )
    grey: Picture = cv2.cvtColor(square, cv2.COLOR_BGR2GRAY)
    return grey
