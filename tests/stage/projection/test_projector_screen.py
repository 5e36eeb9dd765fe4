"""What is on the screen, and what was never shown."""

import pygame
from av import VideoFrame

from engine.messages.shots import Source
from engine.stage.projection.projector_screen import ScreenView
from engine.stage.projection.reel import Frame
from engine.stage.projection.timeline import Take
from tests.stage.cranked import shot
from tests.stage.fake_reels import FakeReel

SLATE = shot(None, source=Source.SLATE)
CLIP = shot("a.mp4")


class Strip(FakeReel):
    """Painted frames at these samples."""

    def __init__(self, *times, length=48_000):
        super().__init__(length=length)
        self.frames = [Frame(at, SLATE) for at in times]

    def next_at(self):
        return self.frames[0].at if self.frames else None

    def coming(self):
        return self.frames[0] if self.frames else None

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


def grey(light):
    """A decoded frame of one brightness."""
    image = VideoFrame(64, 36, "gray")
    image.planes[0].update(bytes([light]) * image.planes[0].buffer_size)
    return image


def filmed(*frames):
    """A take of a clip whose frames are decoded: when, and how bright."""
    reel = Strip()
    reel.shape = (64, 36)
    reel.frames = [Frame(at, grey(light)) for at, light in frames]
    return Take(CLIP, reel)


def light(picture):
    return picture.surface.get_at((32, 18))[0]


def test_a_picture_converted_before_its_time_is_shown_at_its_time():
    """And not a moment earlier: what is on the screen stays until then."""
    screen, take = view(), filmed((0, 40), (1600, 200))
    first = screen.picture(take, 0, (64, 36))

    assert screen.develop_ahead(take)
    assert light(screen.picture(take, 900, (64, 36))) == light(first)
    ahead = screen._ahead[1]
    then = screen.picture(take, 1600, (64, 36))

    assert then.surface is ahead
    assert light(then) > light(first) + 100


def test_what_was_converted_for_another_size_is_converted_again():
    """Somebody drags the window between two frames."""
    screen, take = view(), filmed((0, 40), (1600, 200))
    screen.picture(take, 0, (64, 36))
    screen.develop_ahead(take)

    assert screen.picture(take, 1600, (128, 72)).surface.get_size() == (128, 72)


def test_the_first_picture_behind_a_cut_is_converted_before_it():
    """At the cut there is as little to do as at any frame."""
    screen, one, two = view(), filmed((0, 40)), filmed((0, 200))
    screen.picture(one, 0, (64, 36))

    assert not screen.develop_ahead(one)
    assert screen.develop_ahead(two)
    assert screen.picture(two, 0, (64, 36)).surface is screen._ahead[1]


def test_a_picture_that_is_due_is_known_before_it_is_taken():
    """Between two there is nothing to draw."""
    screen, take = view(), filmed((0, 40), (1600, 200))
    assert screen.behind(take, 0)
    screen.picture(take, 0, (64, 36))

    assert not screen.behind(take, 1599)
    assert screen.behind(take, 1600)
    assert screen.behind(filmed((0, 90)), 0)
    assert screen.shown == 1


def test_nothing_is_converted_before_there_is_a_screen_to_fill():
    """Nobody knows yet how large."""
    screen, take = view(), filmed((0, 40))

    assert not screen.develop_ahead(take)
