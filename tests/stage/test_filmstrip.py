"""Frames of a viewing on one sheet: as they would be shown."""

import pygame
import pytest

from engine.stage.filmstrip import Filmstrip, Moment
from engine.story.units import Seconds
from tests.painted import Paint, around, meant, painted, turned
from tests.stage.cranked import shot
from tests.stage.pictures import FONTS


@pytest.fixture
def strip(tmp_path):
    return Filmstrip(tmp_path, "en", FONTS, lambda _, size: pygame.Surface(size))


def test_a_frame_stands_in_the_middle_of_its_place_in_its_own_shape(strip, tmp_path):
    """Night on both sides of a telephone's film, which stands upright."""
    turned(painted(tmp_path / "tall.mp4", Paint(frames=5)), 90)
    picture = strip.picture(Moment(shot("tall.mp4"), Seconds(0.1), None), (384, 216))
    blue = meant((60, 200, 110), 5)

    assert picture.get_size() == (384, 216)
    assert max(abs(a - b) for a, b in zip(picture.get_at((150, 20)), blue, strict=False)) < 4
    assert picture.get_at((120, 20)) == picture.get_at((260, 20))


def test_a_sphere_is_shown_where_its_author_looks(strip, tmp_path):
    """A rolled-out one is nothing to look at."""
    around(tmp_path / "roof.mp4", width=256, seconds=0.4)
    place = Moment(shot("roof.mp4", view="360"), Seconds(0.1), None)
    bent = strip.picture(place, (384, 216))
    flat = strip.picture(Moment(shot("roof.mp4"), Seconds(0.1), None), (384, 216))

    assert bent.get_at((380, 100))[2] > 150
    assert flat.get_at((380, 100))[2] < 100


def test_a_file_that_cannot_be_played_is_painted(strip):
    """As on the stage."""
    assert strip.picture(Moment(shot("none.mp4"), Seconds(0.1), None), (64, 36)).get_size() == (
        64, 36
    )  # fmt: skip
