"""Stills, slates and stand-ins: reels of one picture."""

import threading
import weakref

import pytest

from engine.messages.shots import Source
from engine.stage.projection.clock import BYTES
from engine.stage.projection.projector_lens import Lens
from engine.stage.projection.stills import PaintedReel, StillReel
from tests.painted import QUARTERS, meant, photograph
from tests.stage.cranked import shot


def opened(path):
    reel, bell = StillReel(path, 1000), threading.Event()
    reel.start()
    for _ in range(2000):
        if reel.ready or reel.fault:
            break
        bell.wait(0.005)
    return reel


def test_a_still_is_read_once_and_shown_once(reels):
    """One picture for the whole length."""
    reel = opened(reels / "still.png")
    frames = reel.due(0)
    later = reel.due(500)
    reel.close()

    assert (frames[0].image.width, frames[0].image.height) == reel.shape == (320, 180)
    assert tuple(later) == ()
    assert reel.ended(5.0)


@pytest.mark.parametrize("begun", [True, False])
def test_a_still_that_is_over_leaves_nothing_to_the_collector(reels, begun, uncollected):
    """A film's poster is named beside each clip, in case it fails, and mostly never read."""
    reel = opened(reels / "still.png") if begun else StillReel(reels / "still.png", 1000)
    reel.close()
    assert reel.ended(5.0)
    held = weakref.ref(reel)
    del reel

    assert held() is None


def test_a_still_that_is_no_picture_is_a_fault(reels):
    """In one sentence, like any clip."""
    for name in ("empty.mp4", "bomb.png", "nowhere.png"):
        reel = opened(reels / name)
        reel.close()

        assert reel.fault.says.startswith(name)
        assert not reel.ready
        assert reel.ended(5.0)


def test_words_are_ready_at_once_and_painted_later():
    """The screens paint at the size of the window, when it is known."""
    slate = shot(None, source=Source.SLATE, title="Three years later")
    reel = PaintedReel(slate, 1000)

    assert reel.ready
    assert reel.shape is None
    assert [frame.image for frame in reel.due(0)] == [slate]
    assert list(reel.due(0)) == []


def test_a_stand_in_clicks_and_a_slate_does_not():
    """So that an animatic can be timed by ear."""
    room = bytearray(8 * BYTES)
    PaintedReel(shot(None), 1000, b"\1\1\1\1" * 4).sound.take_into(memoryview(room))
    clicked = bytes(room)
    PaintedReel(shot(None), 1000).sound.take_into(memoryview(room[:0]))

    assert clicked == b"\1\1\1\1" * 8


def test_a_photograph_taken_upright_has_its_own_shape(tmp_path):
    """The telephone's own word for it lies in the picture's head."""
    reel = opened(photograph(tmp_path / "tower.jpg", stands=6))
    frame = reel.due(0)[0]
    surface = Lens().develop(frame.image, reel.shape)
    reel.close()

    assert reel.shape == surface.get_size() == (180, 320)
    left_bottom = meant(QUARTERS[2], 5, full=True)
    assert max(abs(a - b) for a, b in zip(surface.get_at((9, 9)), left_bottom, strict=False)) < 6


@pytest.mark.parametrize(
    ("stands", "shape", "corners"),
    [
        (1, (320, 180), (0, 1, 2, 3)),
        (2, (320, 180), (1, 0, 3, 2)),
        (3, (320, 180), (3, 2, 1, 0)),
        (4, (320, 180), (2, 3, 0, 1)),
        (5, (180, 320), (0, 2, 1, 3)),
        (6, (180, 320), (2, 0, 3, 1)),
        (7, (180, 320), (3, 1, 2, 0)),
        (8, (180, 320), (1, 3, 0, 2)),
    ],
)
def test_a_photograph_stands_as_it_was_taken(tmp_path, stands, shape, corners):
    """However the telephone was held, and in a mirror too: all eight ways there are to say it."""
    reel = opened(photograph(tmp_path / "tower.jpg", stands=stands))
    frame = reel.due(0)[0]
    surface = Lens().develop(frame.image, reel.shape, mirrored=frame.mirrored)
    reel.close()
    wide, high = shape
    places = ((9, 9), (wide - 9, 9), (9, high - 9), (wide - 9, high - 9))

    assert surface.get_size() == shape
    for place, quarter in zip(places, corners, strict=True):
        wanted = meant(QUARTERS[quarter], 5, full=True)
        assert max(abs(a - b) for a, b in zip(surface.get_at(place), wanted, strict=False)) < 6
