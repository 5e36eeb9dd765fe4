"""When a decision is read, asked and closed (Semantics 5)."""

import pytest

from engine.director.times import moment, times_of
from engine.story.model import Choice, Hold, Span, Way
from engine.story.units import Seconds
from tests.films import option

FACE = (Way.FACE, Way.BUTTONS)


def times(length=24.0, *, loops=False, stretch=1.0, face=False, **kwargs):
    choice = Choice(options=(option("A", "a"),), **kwargs)
    return times_of(choice, Seconds(length), loops=loops, stretch=stretch, face=face)


def test_a_card_without_times_is_open_for_the_last_nine_seconds():
    """The default of the format."""
    told = times()

    assert (told.opens, told.lasts) == (15, 9)
    assert told.to_the_end(told.opens)
    assert not told.past_end(told.opens)


def test_only_at_runs_to_the_clips_end():
    """An author who says when it opens wants it open till the end."""
    assert times(at=Seconds(10), lasts=None).lasts == 14


def test_only_for_opens_that_long_before_the_end():
    """An author who says how long wants it before the cut."""
    assert times(at=None, lasts=Seconds(5)).opens == 19


def test_an_opening_before_the_start_is_the_start():
    """A clip shorter than its question."""
    assert times(6).opens == 0
    assert times(6, at=None, lasts=Seconds(9)).opens == 0
    assert times(6).past_end(Seconds(0))


def test_no_limit_alone_opens_where_the_default_would():
    """Without `at` and without a length there is the default moment."""
    told = times(at=None, lasts=None, no_limit=True)

    assert (told.opens, told.lasts) == (15, None)
    assert told.past_end(told.opens)


def test_a_loop_asks_from_its_start():
    """Nothing in a loop can be counted from its end."""
    told = times(loops=True)

    assert told.opens == 0
    assert told.holds


@pytest.mark.parametrize("hold", [Hold.FREEZE, Hold.LOOP])
def test_a_held_film_has_no_end_to_close_at(hold):
    """The picture waits, so the clock alone closes the card."""
    told = times(hold=hold)

    assert told.past_end(told.opens)
    assert not told.to_the_end(told.opens)


def test_a_viewers_setting_stretches_only_the_asking():
    """More time to choose, not a later question."""
    told = times(stretch=2.0)

    assert (told.opens, told.lasts) == (15, 18)
    assert told.past_end(told.opens)


def test_a_window_that_is_not_given_ends_a_second_before_the_card():
    """Twelve seconds of reading before anything is asked."""
    assert times(face=True, by=FACE).window == Span(Seconds(2), Seconds(14))


def test_a_window_that_is_not_given_ends_a_second_before_the_clip_where_nothing_is_asked():
    """A face alone may be read to the end."""
    assert times(face=True, by=(Way.FACE,)).window == Span(Seconds(11), Seconds(23))


def test_a_card_that_opens_at_once_leaves_the_face_the_end_of_the_clip():
    """There is no time before the start to read a face in."""
    assert times(face=True, by=FACE, at=Seconds(0)).window == Span(Seconds(11), Seconds(23))


def test_a_window_never_runs_into_the_cut():
    """A decision takes a moment; the reading ends a second before the clip."""
    assert times(face=True, by=FACE, read=Span(Seconds(10), Seconds(30))).window == Span(
        Seconds(10), Seconds(23)
    )
    assert times(face=True, by=FACE, read=Span(Seconds(-12), Seconds(-4))).window == Span(
        Seconds(12), Seconds(20)
    )
    short = times(0.5, face=True, by=FACE, read=Span(Seconds(1), Seconds(2))).window
    assert short == Span(Seconds(0), Seconds(0))


def test_without_a_face_there_is_no_window():
    """Nothing is read of who did not consent."""
    assert times(by=FACE).window is None


def test_a_moment_counts_from_the_end_where_it_is_negative():
    """As an author writes it, and never outside the clip."""
    assert moment(Seconds(-4), Seconds(24)) == 20
    assert moment(Seconds(-40), Seconds(24)) == 0
    assert moment(Seconds(40), Seconds(24)) == 24
