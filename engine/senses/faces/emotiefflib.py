"""
EmotiEffLib's network behind our port, where a user fetched it.

Written by its makers' description and tried with a network of the same shape; the real weights
could not be had where this was written, so how well they read a viewer is not known to us.
"""

import dataclasses
from collections.abc import Sequence
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.opencv import opencv
from engine.senses.camera.pictures import Picture, fitted
from engine.senses.faces.expressions import Expression, Face, FaceReader, Shares, Sight
from engine.senses.faces.finding import Box

Floats = NDArray[np.float32]

SIDE: Final = 224
MEANS: Final = np.array([0.485, 0.456, 0.406], np.float32)
SPREADS: Final = np.array([0.229, 0.224, 0.225], np.float32)
ORDER: Final = (
    Expression.ANGER, Expression.CONTEMPT, Expression.DISGUST, Expression.FEAR,
    Expression.HAPPINESS, Expression.NEUTRAL, Expression.SADNESS, Expression.SURPRISE,
)  # fmt: skip
"""The order of its answers."""


class WrongNetworkError(Exception):
    """The file is a network, but not one that answers with eight expressions."""


class EmotiEffLib:
    """Says what a face shows; where faces are, others say."""

    def __init__(self, model: bytes) -> None:
        """WrongNetworkError when the network does not fit."""
        cv2 = opencv()
        try:
            self._net: Any = cv2.dnn.readNetFromONNX(np.frombuffer(model, dtype=np.uint8))
            answers = self._answers(np.zeros((1, 3, SIDE, SIDE), np.float32))
        except cv2.error as problem:
            raise WrongNetworkError("OpenCV cannot run it.") from problem
        if len(answers) != len(ORDER):
            raise WrongNetworkError(f"It gives {len(answers)} answers instead of {len(ORDER)}.")

    def shares(self, picture: Picture, box: Box) -> Shares:
        """How likely each expression is of the face in that box."""
        answers = self._answers(prepared(cut_out(picture, box)))
        likely = np.exp(answers - answers.max())
        return MappingProxyType(dict(zip(ORDER, map(float, likely / likely.sum()), strict=True)))

    def _answers(self, seen: Floats) -> NDArray[np.float64]:
        self._net.setInput(seen)
        return np.asarray(self._net.forward(), dtype=np.float64).ravel()


class EmotiEffLibReader:
    """Our own reader says what is a face, and EmotiEffLib what it shows."""

    def __init__(self, embedded: FaceReader, network: EmotiEffLib) -> None:
        self._embedded = embedded
        self._network = network

    def read(self, picture: Picture, at: Sequence[Box] | None = None) -> Sight:
        """The faces in a picture and what they show; `at`: in these boxes. Keeps nothing of it."""
        small = fitted(picture)
        sight = self._embedded.read(small, at)
        return dataclasses.replace(
            sight,
            faces=tuple(self._anew(small, face) for face in sight.faces),
            doubtful=tuple(self._anew(small, face) for face in sight.doubtful),
        )

    def _anew(self, picture: Picture, face: Face) -> Face:
        return dataclasses.replace(face, shares=self._network.shares(picture, face.box))


def cut_out(picture: Picture, box: Box) -> Picture:
    """The box of a picture, drawn to the network's square as its makers do."""
    cv2 = opencv()
    across, down = SIDE / max(1.0, box.width), SIDE / max(1.0, box.height)
    place = np.array([[across, 0.0, -box.x * across], [0.0, down, -box.y * down]], np.float32)
    how = cv2.INTER_AREA if down < 1.0 else cv2.INTER_LINEAR
    square: Picture = cv2.warpAffine(
        picture, place, (SIDE, SIDE), flags=how, borderMode=cv2.BORDER_REPLICATE
    )
    return square


def prepared(square: Picture) -> Floats:
    """Red, green and blue from 0 to 1, by the means and spreads of ImageNet."""
    colours = square[:, :, ::-1].astype(np.float32) / 255.0
    seen: Floats = ((colours - MEANS) / SPREADS).transpose(2, 0, 1)[None]
    return np.ascontiguousarray(seen)
