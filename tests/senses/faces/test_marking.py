"""A second, nearer look at one face."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.senses.faces.marking import SIDE, cut, in_sizes, upright

ROUGH = ((250.0, 200.0), (310.0, 200.0), (280.0, 230.0), (260.0, 260.0), (300.0, 260.0))


@given(
    st.floats(60.0, 400.0),
    st.floats(-0.7, 0.7),
    st.floats(200.0, 440.0),
    st.floats(200.0, 280.0),
)
def test_a_place_in_the_crop_is_the_place_in_the_picture(longer, tilt, x, y):
    """A bright spot is seen where its place says, in whatever size was looked at."""
    across = (math.cos(tilt) * 20, math.sin(tilt) * 20)
    eyes = ((x - across[0], y - across[1]), (x + across[0], y + across[1]))
    place = upright((x, y), longer, (*eyes, *ROUGH[2:]))
    picture = np.zeros((480, 640), np.uint8)
    dot = max(2, round(longer / 24))
    u, v = round(x + longer / 5), round(y - longer / 6)
    picture[v - dot : v + dot + 1, u - dot : u + dot + 1] = 255

    seen = cut(in_sizes(picture), place).astype(float)

    row, column = np.mgrid[:SIDE, :SIDE]
    told = np.array([(column * seen).sum(), (row * seen).sum()]) / seen.sum()
    assert told == pytest.approx(place[:, :2] @ (u, v) + place[:, 2], abs=0.6)


def test_a_tilted_face_is_looked_at_upright():
    """The eyes lie on one row of the crop."""
    place = upright((280.0, 230.0), 120.0, ((250.0, 190.0), (310.0, 214.0), *ROUGH[2:]))

    left, right = (place[:, :2] @ point + place[:, 2] for point in ((250, 190), (310, 214)))

    assert left[1] == pytest.approx(right[1])
    assert left[0] < right[0]


def test_a_face_at_the_picture_s_corner_is_looked_at_all_the_same():
    """What is not in the picture goes on as its border."""
    sizes = in_sizes(np.full((480, 640), 90, np.uint8))

    assert (cut(sizes, upright((4.0, 6.0), 90.0, None)) == 90).all()


@pytest.mark.parametrize("shape", [(480, 640), (24, 24), (3, 3), (1, 700)])
def test_a_picture_of_any_size_has_smaller_ones(shape):
    """Down to where nothing is left to be seen."""
    sizes = in_sizes(np.zeros(shape, np.uint8))

    assert sizes[0].shape == shape
    assert all(min(small.shape) >= 1 for small in sizes)
