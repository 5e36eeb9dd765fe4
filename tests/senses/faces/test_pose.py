"""How a head is held, told from five points."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.senses.faces.pose import HEAD, moved, pose


def photographed(yaw=0.0, pitch=0.0, roll=0.0, size=80.0, at=(300.0, 200.0)):
    """The five points of a common head held so, as a camera far away sees them."""
    y, p, r = (math.radians(angle) for angle in (yaw, pitch, roll))
    aside = np.array([[math.cos(y), 0, math.sin(y)], [0, 1, 0], [-math.sin(y), 0, math.cos(y)]])
    up = np.array([[1, 0, 0], [0, math.cos(p), -math.sin(p)], [0, math.sin(p), math.cos(p)]])
    tilt = np.array([[math.cos(r), -math.sin(r), 0], [math.sin(r), math.cos(r), 0], [0, 0, 1]])
    seen = np.array(HEAD) @ (tilt @ up @ aside).T
    return tuple((float(x * size + at[0]), float(y * size + at[1])) for x, y, _ in seen)


@given(
    st.floats(-70.0, 70.0),
    st.floats(-50.0, 50.0),
    st.floats(-60.0, 60.0),
    st.floats(8.0, 300.0),
)
def test_every_pose_of_a_common_head_is_told_back(yaw, pitch, roll, size):
    """At any size and place."""
    told = pose(photographed(yaw, pitch, roll, size))

    assert (told.yaw, told.pitch, told.roll) == pytest.approx((yaw, pitch, roll), abs=0.01)


def test_a_nose_to_the_right_is_a_head_turned_to_the_picture_s_right():
    """The sign that attention and authors rely on."""
    points = list(photographed())
    points[2] = (points[2][0] + 15.0, points[2][1])

    assert pose(tuple(points)).yaw > 10.0


def test_a_nose_nearer_to_the_eyes_is_a_head_that_looks_up():
    """And one nearer to the mouth looks down."""
    points = list(photographed())
    up, down = list(points), list(points)
    up[2] = (points[2][0], points[2][1] - 12.0)
    down[2] = (points[2][0], points[2][1] + 12.0)

    assert pose(tuple(up)).pitch > 8.0
    assert pose(tuple(down)).pitch < -8.0


def test_a_lowered_right_eye_is_a_clockwise_tilt():
    """As the picture is seen, y pointing down."""
    assert pose(photographed(roll=20.0)).roll == pytest.approx(20.0)
    assert photographed(roll=20.0)[1][1] > photographed(roll=20.0)[0][1]


@pytest.mark.parametrize("point", [(0.0, 0.0), (math.nan, 4.0), (math.inf, 1.0)])
def test_points_that_are_one_or_none_have_no_pose(point):
    """A detector's slip is not a turned head."""
    assert pose((point,) * 5) is None


def test_a_mirrored_face_has_the_opposite_yaw():
    """Where the eyes have changed sides."""
    face = photographed(yaw=25.0, pitch=5.0, roll=10.0)
    flipped = [(640.0 - x, y) for x, y in face]
    mirrored = (flipped[1], flipped[0], flipped[2], flipped[4], flipped[3])

    told = pose(mirrored)

    assert (told.yaw, told.pitch, told.roll) == pytest.approx((-25.0, 5.0, -10.0), abs=0.01)


def test_points_move_with_their_picture():
    """Scaled first, then shifted."""
    assert moved(((1.0, 2.0),) * 5, 2.0, (10.0, 20.0)) == ((12.0, 24.0),) * 5
