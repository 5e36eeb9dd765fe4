"""Where a face's eyes, nose and mouth are: a second, nearer look at one face."""

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.opencv import opencv
from engine.senses.camera.pictures import Picture
from engine.senses.faces.pose import Landmarks

SIDE: Final = 48
"""The face is looked at in a square of so many pixels..."""
ROOM: Final = 1.2
"""...that is so much larger than the longer side of its box: as in training."""
SIZES: Final = 4
"""A picture is kept in so many sizes, each half the one before: else large faces glitter."""

Floats = NDArray[np.float64]


class Marker:
    """Kinoeye's own small network for five points, 0.8 ms a face."""

    def __init__(self, model: bytes) -> None:
        self._net: Any = opencv().dnn.readNetFromONNX(np.frombuffer(model, dtype=np.uint8))

    def points(self, sizes: tuple[Picture, ...], place: Floats) -> Floats:
        """The five points of the face in such a place, in the picture's pixels."""
        seen = cut(sizes, place).astype(np.float32)
        seen = (seen - seen.mean()) / (seen.std() + 8.0)
        self._net.setInput(seen[None, None])
        told = np.asarray(self._net.forward(), dtype=np.float64).reshape(5, 2)
        crop = (told + 1.0) * (SIDE / 2.0) - 0.5
        found: Floats = (crop - place[:, 2]) @ np.linalg.inv(place[:, :2]).T
        return found


def upright(middle: tuple[float, float], longer: float, rough: Landmarks | None) -> Floats:
    """The place that shows a face upright: by its box and the rough line through its eyes."""
    tilt = (
        0.0 if rough is None else math.atan2(rough[1][1] - rough[0][1], rough[1][0] - rough[0][0])
    )
    scale = SIDE / (ROOM * longer)
    cos, sin = scale * math.cos(tilt), scale * math.sin(tilt)
    linear = np.array([[cos, sin], [-sin, cos]])
    shift = np.full(2, (SIDE - 1) / 2.0) - linear @ np.array(middle)
    return np.concatenate([linear, shift[:, None]], axis=1)


def in_sizes(grey: Picture) -> tuple[Picture, ...]:
    """A picture and the same at a half, a quarter and an eighth of its size."""
    cv2, sizes = opencv(), [grey]
    while len(sizes) < SIZES and min(sizes[-1].shape) >= 2 * SIDE // SIZES:
        height, width = sizes[-1].shape
        sizes.append(
            cv2.resize(sizes[-1], (width // 2, height // 2), interpolation=cv2.INTER_AREA)
        )
    return tuple(sizes)


def cut(sizes: tuple[Picture, ...], place: Floats) -> Picture:
    """The crop that a place shows, out of the size nearest to it."""
    cv2 = opencv()
    smaller = -math.log2(math.hypot(place[0, 0], place[0, 1]))
    level = min(len(sizes) - 1, max(0, int(smaller + 0.35)))
    (high, wide), (tall, broad) = sizes[0].shape, sizes[level].shape
    step = np.array([wide / broad, high / tall])
    inner = place.copy()
    inner[:, 2] = place[:, 2] + place[:, :2] @ ((step - 1.0) / 2.0)
    inner[:, :2] = place[:, :2] * step
    seen: Picture = cv2.warpAffine(
        sizes[level], inner, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return seen
