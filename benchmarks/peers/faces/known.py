"""
What each network answers in its own framework, so that a wrong drawing cannot pass.

Asked once, of one drawn picture: mini_XCEPTION in Keras 3.15, the graph models in TensorFlow.js
4.22, face-api in its own code (1.7). On twenty real faces too the drawings differed from them by
less than 0.000003, under OpenCV 4.14 and 5.0.
"""

from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

NEAR: Final = 1e-4

ANSWERS: Final = {
    "mini_xception": (0.41041, 0.002988, 0.127162, 0.031908, 0.388952, 0.008223, 0.030358),
    "human_emotion": (0.018764, 0.0, 0.043076, 0.048455, 0.813272, 0.053129, 0.023304),
    "gear_e1": (0.25252, 0.000505, 0.026444, 0.211662, 0.165933, 0.051768, 0.291169),
    "gear_e2": (0.022597, 0.000269, 0.23379, 0.282374, 0.094947, 0.128816, 0.237207),
    "face_api": (0.027635, 0.001121, 0.967379, 0.000289, 0.0, 0.003574, 0.000002),
}
"""In the order of each network's own answers."""

SIDES: Final = {"face_api": (112, 3)}
GREY: Final = (64, 1)


class WrongDrawingError(Exception):
    """A network drawn again answers otherwise than where it comes from."""


def waves(side: int, channels: int) -> NDArray[np.float32]:
    """The picture that was shown: two waves, the same on every machine."""
    y, x = np.mgrid[0:side, 0:side] / side
    maps = [
        np.sin(6 * x + channel) * np.cos(9 * y - 2 * channel) + 0.5 * np.sin(40 * x * y)
        for channel in range(channels)
    ]
    return (np.stack(maps)[None] / 1.5).astype(np.float32)


def compare(folder: Path, name: str) -> float:
    """How far the drawing's answer is from its origin's. WrongDrawingError when too far."""
    net = cv2.dnn.readNetFromONNX(str(folder / f"{name}.onnx"))
    net.setInput(waves(*SIDES.get(name, GREY)))
    apart = float(np.abs(np.asarray(net.forward()).ravel() - np.array(ANSWERS[name])).max())
    if apart > NEAR:
        raise WrongDrawingError(
            f"{name} answers {apart:.4f} away from where it comes from. "
            f"Was another version of it copied?"
        )
    return apart
