"""What is on the screen, and what was never shown."""

import pygame

from engine.messages.shots import Source
from engine.stage.projection.projector_screen import ScreenView
from engine.stage.projection.reel import Frame
from engine.stage.projection.timeline import Take
from tests.stage.cranked import shot
from tests.stage.fake_reels import FakeReel

SLATE = shot(None, source=Source.SLATE)


class Strip(FakeReel):
    """Painted frames at these samples."""

    def __init__(self, *times, length=48_000):
        super().__init__(length=length)
        self.frames = [Frame(at, SLATE) for at in times]

    def due(self, position):
        due = [frame for frame in self.frames if frame.at <= position]
        self.frames = self.frames[len(due) :]
        return due


def view():
    return ScreenView(lambda _shot, size: pygame.Surface(size))


def test_only_the_newest_due_frame_is_shown_and_the_others_are_counted():
    """After a hiccup the film catches up with its sound."""
    screen, take = view(), Take(SLATE, Strip(0, 1600, 3200, 24_000))
    screen.picture(take, 0, (64, 36))
    late = screen.picture(take, 4000, (64, 36))

    assert (late.pts, late.fresh) == (3200 / 48_000, True)
    assert (screen.shown, screen.dropped, screen.dropped_near_cuts) == (2, 1, 1)


def test_a_drop_far_from_both_ends_is_not_a_drop_at_the_cut():
    """Seams are judged by themselves."""
    screen, take = view(), Take(SLATE, Strip(22_000, 24_000, 46_000))
    screen.picture(take, 25_000, (64, 36))
    screen.leave(take, 48_000)

    assert (screen.dropped, screen.dropped_near_cuts) == (2, 1)


def test_the_same_picture_is_not_made_twice():
    """Held frames cost nothing; a new window size is a new picture."""
    screen, take = view(), Take(SLATE, Strip(0))
    first = screen.picture(take, 0, (64, 36))
    held = screen.picture(take, 900, (64, 36))
    wider = screen.picture(take, 900, (128, 72))

    assert held.surface is first.surface
    assert (first.fresh, held.fresh, wider.fresh) == (True, False, True)
    assert wider.surface.get_size() == (128, 72)


def test_the_last_picture_stays_until_the_next_clip_has_one():
    """There is never a black frame between two clips."""
    screen = view()
    screen.picture(Take(SLATE, Strip(0)), 0, (64, 36))
    waiting = screen.picture(Take(SLATE, Strip()), 0, (64, 36))

    assert waiting is not None
    assert waiting.fresh is False
