"""Every picture of a camera is made to fit."""

import numpy as np
import pytest

from engine.senses.camera.pictures import FRAME, fitted


@pytest.mark.parametrize(
    ("shape", "small"),
    [
        ((480, 640, 3), (480, 640)),
        ((720, 1280, 3), (360, 640)),
        ((1080, 810, 3), (480, 360)),
        ((100, 100, 3), (100, 100)),
        ((2, 4000, 3), (1, 640)),
    ],
)
def test_a_picture_is_made_smaller_and_never_larger(shape, small):
    """And keeps its proportions."""
    made = fitted(np.zeros(shape, np.uint8))

    assert made.shape[:2] == small
    assert made.shape[0] <= FRAME[1]
