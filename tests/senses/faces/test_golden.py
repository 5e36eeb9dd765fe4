"""The detector's two networks answer as they did when they were measured, under any OpenCV."""

import numpy as np
import pytest

from engine.opencv import opencv

EXACT = 1e-4
PLACES = {
    0: (
        -2.05154, 0.24895, 0.27316, -0.44731, -0.18708, -0.00444, 0.05922, 0.43303, 0.17239,
        0.13011, 0.39029, -0.10044, 0.55299, 0.27362, 0.63855,
    ),
    1290: (
        -3.59562, 0.05276, 0.38192, 0.44162, 0.76111, -0.53881, -0.04013, 0.34363, -0.08620,
        -0.18691, 0.58277, -0.37997, 1.27099, 0.31568, 1.18736,
    ),
    1574: (
        -3.53350, 0.06966, -0.13186, 0.01696, 0.20558, -0.22355, -0.25273, 0.31711, -0.40952,
        0.17106, 0.03754, -0.01217, 0.41146, 0.46081, 0.24322,
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
