"""A camera's pictures: what they are, and how they are made to fit."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.opencv import opencv

Picture: TypeAlias = NDArray[np.uint8]
"""A camera's picture, height x width x blue-green-red. It is born and dies inside the senses."""

FRAME = (640, 480)
"""Every picture is made to fit this before it is looked at, so that sizes mean the same."""


def fitted(picture: Picture) -> Picture:
    """The picture, made smaller where it is larger than FRAME; its shape is kept."""
    height, width = picture.shape[:2]
    scale = min(FRAME[0] / width, FRAME[1] / height)
    if scale >= 1.0:
        return picture
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    smaller: Picture = opencv().resize(picture, size, interpolation=opencv().INTER_AREA)
    return smaller
