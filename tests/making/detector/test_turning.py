"""Heads in photographs are turned by angles that are known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.models.making.detector.album import POINTS
from assets.models.making.detector.turning import straight, turned
from engine.senses.faces.pose import pose

FACE = np.array([50, 40, 80, 100, 70, 80, 110, 80, 90, 104, 73, 122, 107, 122, 0.95], np.float32)


def photograph():
    """A dark nose on a bright ground."""
    picture = np.full((180, 180), 200, np.uint8)
    picture[100:108, 86:94] = 20
    return picture


def points(face):
    return tuple((float(x), float(y)) for x, y in face[POINTS].reshape(5, 2))


def test_a_head_that_is_not_turned_stays_as_it_is():
    """Else every angle would be off by something."""
    picture, faces = turned(photograph(), FACE, 0.0, 0.0)

    assert np.abs(picture.astype(int) - photograph()).max() <= 2
    assert faces[0] == pytest.approx(FACE, abs=1e-3)


@given(st.floats(-40.0, 40.0), st.floats(-20.0, 20.0))
def test_the_nose_in_the_picture_goes_with_its_point(yaw, pitch):
    """What is learned must be what is seen."""
    picture, faces = turned(photograph(), FACE, yaw, pitch)

    y, x = np.nonzero(picture < 90)
    nose = points(faces[0])[2]
    assert (x.mean(), y.mean()) == pytest.approx(nose, abs=4.0)


@pytest.mark.parametrize("yaw", [-30.0, -15.0, 15.0, 30.0])
def test_its_points_tell_about_the_angle_it_was_turned_by(yaw):
    """Two ways to the same angle: a bulge that turns here, a common head in the engine."""
    told = pose(points(turned(photograph(), FACE, yaw, 0.0)[1][0]))

    assert told.yaw == pytest.approx(yaw, abs=8.0)
    assert abs(told.pitch - pose(points(FACE)).pitch) < 5.0


def test_who_looks_aside_already_is_not_turned():
    """By how much would be anybody's guess."""
    aside = FACE.copy()
    aside[8] += 9.0

    assert straight(FACE)
    assert not straight(aside)
