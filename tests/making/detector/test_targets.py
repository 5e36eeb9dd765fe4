"""What the detector should have answered."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is in the extra `training` only")

from assets.models.making.detector.targets import places, wanted
from engine.senses.faces.finding import SURE, grid, unfold

FACE = np.array([40, 30, 40, 50, 50, 48, 70, 48, 60, 58, 52, 68, 68, 68, 0.9], np.float32)


def test_the_trainer_s_places_are_the_engine_s():
    """Row by row, at the size the engine looks."""
    assert places(320, 240) == pytest.approx(grid())


def test_what_is_taught_is_what_the_engine_unfolds():
    """A perfect answer gives the face back, box and points."""
    at = grid()
    said, rows, _ = wanted(FACE[None], at)
    rows[:, 0] = np.where(said == 1, 9.0, -9.0)

    boxes = unfold(rows, at, SURE)

    assert boxes
    for box in boxes:
        told = (box.x, box.y, box.width, box.height)
        assert told == pytest.approx(FACE[:4], abs=1e-2)
        assert np.ravel(box.landmarks) == pytest.approx(FACE[4:14], abs=1e-2)


def test_a_doubtful_face_is_neither_one_nor_none():
    """The teacher was not sure either."""
    doubtful = FACE.copy()
    doubtful[14] = 0.4

    said, _, _ = wanted(doubtful[None], places(160, 128))

    assert not (said == 1).any()
    assert (said == -1).any()


@pytest.mark.parametrize("tall", [10, 20, 40, 80, 160, 230])
def test_a_face_of_any_size_is_somebody_s_to_find(tall):
    """There is no gap between the strides."""
    face = np.zeros(15, np.float32)
    face[:4] = (150 - 0.4 * tall, 120 - 0.5 * tall, 0.8 * tall, tall)
    face[14] = 0.9

    assert (wanted(face[None], grid())[0] == 1).any()
