"""OpenCV comes late, and every picture is made to fit."""

import subprocess
import sys

import numpy as np
import pytest

from engine.senses.opencv import FRAME, fitted, opencv


def test_a_viewer_without_a_camera_never_pays_for_one():
    """Neither OpenCV nor VADER is brought in before they are needed."""
    program = (
        "import sys; from engine.senses.senses import Senses, SensesSettings;"
        "from engine.messages.orders import OpenEyes;"
        "s = Senses(SensesSettings(), 'none'); s.obey(OpenEyes()); s.facts(); s.close();"
        "assert not {'cv2', 'vaderSentiment'} & set(sys.modules), 'too early'"
    )

    subprocess.run([sys.executable, "-c", program], check=True)


def test_it_works_on_one_thread():
    """The projector needs the other core."""
    assert opencv().getNumThreads() <= 1


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
