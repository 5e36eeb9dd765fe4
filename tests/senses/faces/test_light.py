"""How a face is lit."""

import cv2
import numpy as np

from engine.senses.faces.finding import Box
from engine.senses.faces.light import contrast_of
from tests.tapes import portrait, seated

FACE = Box(x=250.0, y=140.0, width=140.0, height=180.0, score=0.9)


def test_a_face_by_day_has_more_contrast_than_one_at_night():
    """Films are watched in the dark."""
    by_day = seated(portrait())
    at_night = (by_day * 0.15).astype(np.uint8)

    assert contrast_of(by_day, FACE) > 20.0
    assert contrast_of(at_night, FACE) < 8.0


def test_a_lamp_at_one_side_counts_by_the_side_that_lies_in_the_dark():
    """Half a face is not read well."""
    fall = np.linspace(0.05, 1.1, 640, dtype=np.float32)[None, :, None]
    fall = np.where(np.arange(640)[None, :, None] < 320, 0.05, 1.1) * np.ones_like(fall)
    lamp = np.clip(seated(portrait()) * fall, 0, 255).astype(np.uint8)

    assert contrast_of(lamp, FACE) < 6.0


def test_a_plain_wall_has_none():
    """There is nothing to read."""
    assert contrast_of(np.full((480, 640, 3), 120, np.uint8), FACE) == 0.0


def test_a_face_outside_the_picture_has_none():
    """A box may be foreseen where the picture has ended."""
    picture = cv2.resize(seated(portrait()), (320, 240))

    assert contrast_of(picture, Box(x=900.0, y=10.0, width=80.0, height=90.0, score=0.5)) == 0.0
    assert contrast_of(picture, Box(x=-200.0, y=-10.0, width=80.0, height=90.0, score=0.5)) == 0.0
