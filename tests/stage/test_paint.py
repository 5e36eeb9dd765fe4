"""Slates and stand-ins."""

import pytest

from engine.messages.shots import Shot, Source
from engine.stage.paint import Painter
from tests.stage.pictures import FONTS, brightness, changed, needs_chinese


def slate(title="Thirty years before", source=Source.SLATE, words=None):
    return Shot(scene="lamp_room", visit=1, source=source, title=title, words=words, length=6.0)


@pytest.mark.parametrize(
    ("space", "size"),
    [
        ((1280, 720), (1280, 720)),
        ((1024, 768), (1024, 576)),
        ((2560, 1080), (1920, 1080)),
        ((3, 3), (3, 2)),
    ],
)
def test_a_painted_shot_is_as_large_as_fits_at_its_own_shape(space, size):
    """Sixteen to nine, as the clips are."""
    assert Painter(FONTS).paint(slate(), space).get_size() == size


def test_different_words_paint_different_pictures():
    """And the same ones the same."""
    painter = Painter(FONTS)
    one = painter.paint(slate("one"), (640, 360))
    other = painter.paint(slate("two, and more"), (640, 360))

    assert changed(one, other) > 500
    assert changed(one, Painter(FONTS).paint(slate("one"), (640, 360))) == 0


def test_a_stand_in_tells_the_scene_and_what_happens_in_it():
    """So that a film is playable before a frame is shot."""
    painter = Painter(FONTS)
    bare = painter.paint(slate(None, Source.STAND_IN), (1280, 720))
    told = painter.paint(slate(None, Source.STAND_IN, "The storm has the lamp."), (1280, 720))

    assert changed(bare, told) > 1000


@pytest.mark.parametrize(
    "words", ["x" * 4000, "The storm " * 300, "", pytest.param("风暴" * 900, marks=needs_chinese)]
)
def test_no_words_are_too_many(words):
    """An author's note may be long; the picture stays a picture."""
    for source in (Source.SLATE, Source.STAND_IN):
        painted = Painter(FONTS).paint(slate(words or None, source, words), (640, 360))
        assert 0 < brightness(painted) < 120


def test_the_same_shot_is_painted_once():
    """It is asked for again when the window repaints."""
    painter = Painter(FONTS)

    assert painter.paint(slate(), (640, 360)) is painter.paint(slate(), (640, 360))
