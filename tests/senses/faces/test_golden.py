"""The detector's two networks answer as they did when they were measured, under any OpenCV."""

import numpy as np
import pytest

from engine.opencv import opencv

EXACT = 1e-4
PLACES = {
    0: (
        -2.46928, 0.19222, 0.15803, -0.46129, -0.19416, -0.05561, -0.01665, 0.33920, 0.03510,
        0.09669, 0.27092, -0.09516, 0.44268, 0.23797, 0.48288,
    ),
    1290: (
        -3.87351, 0.05466, 0.34787, 0.65360, 0.95669, -0.75353, -0.10112, 0.33643, -0.25494,
        -0.25111, 0.70724, -0.47820, 1.46796, 0.45488, 1.34307,
    ),
    1574: (
        -4.22086, 0.03351, 0.00550, -0.01855, 0.15747, -0.21231, -0.13225, 0.23851, -0.31395,
        0.08698, 0.10629, -0.05997, 0.52111, 0.34375, 0.32539,
    ),
}  # fmt: skip
POINTS = (
    -0.22881, -0.06675, 0.31194, -0.06195, 0.07879, 0.33398, -0.18995, 0.56861, 0.25696,
    0.57598,
)  # fmt: skip


def pattern(width, height):
    """The same waves on every machine."""
    y, x = np.mgrid[:height, :width].astype(np.float32)
    waves = np.sin(0.11 * x + 0.07 * y) + np.cos(0.05 * x - 0.13 * y) * np.sin(0.31 * x)
    return waves.astype(np.float32)[None, None]


def answers(model, width, height):
    network = opencv().dnn.readNetFromONNX(str(model))
    network.setInput(pattern(width, height))
    told = network.forward()
    return told.reshape(-1, told.shape[-1])


@pytest.mark.parametrize("place", PLACES)
def test_the_detector_answers_as_it_did(models, place):
    """At the finest, the middle and the coarsest stride."""
    told = answers(models / "detector.onnx", 320, 240)

    assert told.shape == (1580, 15)
    assert told[place] == pytest.approx(PLACES[place], abs=EXACT, rel=EXACT)


def test_the_points_are_where_they_were(models):
    """Of something that is no face: arithmetic, not judgement."""
    told = answers(models / "detector-points.onnx", 48, 48)

    assert told[0] == pytest.approx(POINTS, abs=EXACT, rel=EXACT)
