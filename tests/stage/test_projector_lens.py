"""The lens: right colours, right size, whatever the frame's rows look like."""

from fractions import Fraction

import av
import numpy as np
import pytest

from engine.stage.projector_lens import Lens, fitted


def frame(width, height, colour=(200, 120, 40), form="yuv420p"):
    flat = np.full((height, width, 3), colour, np.uint8)
    made = av.VideoFrame.from_ndarray(flat, format="rgb24").reformat(format=form)
    made.time_base, made.pts = Fraction(1, 30), 0
    return made


@pytest.mark.parametrize("form", ["yuv420p", "yuv444p", "yuv422p10le", "rgb24"])
@pytest.mark.parametrize("size", [(320, 180), (853, 481), (101, 57)])
def test_a_frame_of_any_form_becomes_a_surface_of_the_size_asked_for(form, size):
    """Odd widths have padded rows: a careless surface would be sheared."""
    surface = Lens().develop(frame(853, 481, form=form), size)

    assert surface.get_size() == size
    for spot in ((0, 0), (size[0] - 1, 0), (0, size[1] - 1), (size[0] - 1, size[1] - 1)):
        seen = surface.get_at(spot)[:3]
        assert max(abs(a - b) for a, b in zip(seen, (200, 120, 40), strict=True)) <= 6


def test_a_surface_outlives_its_frame():
    """It is shown again and again while the film is held; its memory must stay."""
    surface = Lens().develop(frame(64, 36), (64, 36))
    for _ in range(50):
        Lens().develop(frame(64, 36, (0, 0, 0)), (64, 36))

    assert surface.get_at((10, 10))[0] > 150


def test_a_picture_fits_its_space_in_its_own_shape():
    """Letterbox or pillarbox, and never nothing."""
    assert fitted((1920, 1080), (1280, 720)) == (1280, 720)
    assert fitted((1920, 1080), (1000, 1000)) == (1000, 562)
    assert fitted((480, 640), (1280, 720)) == (540, 720)
    assert fitted((10_000, 1), (100, 100)) == (100, 1)
    assert fitted(None, (800, 600)) == (800, 600)
