"""Evenings with simulated viewers, on the director that plays the film."""

from random import Random

import pytest

from engine.director.audience import Kind
from engine.director.forecast import UNFINISHED
from engine.director.preview import previews
from engine.messages.records import Cause
from engine.story.model import Choice, Return, Way
from tests.films import (
    ALL,
    HOUSE,
    SPOKEN,
    STORMY,
    TWO_DOORS,
    end,
    film,
    forks,
    option,
    scene,
    state,
    to,
)


def shown(told, count, *kinds, seed=0):
    return list(previews(told, kinds or tuple(Kind), count, lambda at: Random(f"{seed}:{at}")))


@pytest.mark.parametrize("told", ALL, ids=lambda one: one.story.title + one.story.start)
def test_every_kind_of_viewer_comes_to_an_end_of_every_film(told):
    """Whatever they do or leave."""
    for watched in shown(told, 14):
        assert not watched.stuck
        assert watched.length > 0


def test_the_same_chance_gives_the_same_evenings():
    """A rehearsal that found something can be had again."""
    assert shown(HOUSE, 21) == shown(HOUSE, 21)
    assert shown(HOUSE, 21) != shown(HOUSE, 21, seed=1)


def test_viewers_of_every_kind_come_in_turn():
    """So that few viewings hold something of each."""
    kinds = [one.kind for one in shown(TWO_DOORS, 4, Kind.SILENT, Kind.PRESSING)]

    assert kinds == [Kind.SILENT, Kind.PRESSING] * 2


@pytest.mark.parametrize(
    ("told", "kind", "cause"),
    [
        (HOUSE, Kind.EXPRESSIVE, Cause.FACE),
        (HOUSE, Kind.PRESSING, Cause.BUTTONS),
        (HOUSE, Kind.SILENT, Cause.TIME),
        (SPOKEN, Kind.TALKING, Cause.TEXT),
    ],
)
def test_each_kind_answers_in_its_own_way(told, kind, cause):
    """By face, hand, word, or not at all."""
    answers = {answer for one in shown(told, 20, kind) for answer in one.answers}

    assert cause in answers
    assert kind is not Kind.SILENT or answers == {Cause.TIME}


def test_who_refuses_is_never_read():
    """Not even in a rehearsal."""
    answers = {answer for one in shown(HOUSE, 20, Kind.REFUSING) for answer in one.answers}

    assert Cause.FACE not in answers


def test_a_room_votes_where_the_film_lets_it():
    """`buttons` with a room open are votes."""
    answers = {answer for one in shown(TWO_DOORS, 10, Kind.VOTING) for answer in one.answers}

    assert answers == {Cause.VOTE}


def test_some_viewers_want_to_be_spared_and_some_do_not():
    """Both ways around a storm are rehearsed."""
    endings = {one.ending for one in shown(STORMY, 40)}

    assert endings == {"Dry", "Soaked"}


def test_a_warning_with_no_way_around_holds_nobody_up():
    """The card is read, and the film goes on."""
    told = film(scene("a", to("b")), scene("b", end("B"), warn=("fire",)))

    assert {one.ending for one in shown(told, 40)} == {"B"}


def test_some_viewers_have_seen_the_film_before():
    """And bring along what it let them keep."""
    told = film(
        scene("door", forks(("again", 'ended("First") and seen_before(first) and count > 0'),
                            ("first", None))),
        scene("first", end("First"), sets=("count += 1",)),
        scene("again", end("Again")),
        state=state(count=0.0),
        memory=("count",),
    )  # fmt: skip

    assert {one.ending for one in shown(told, 20, Kind.SILENT)} == {"First", "Again"}


def test_what_stood_open_is_kept_whether_or_not_it_was_taken():
    """To tell what nobody wanted from what nobody could have."""
    offered = {pair for one in shown(TWO_DOORS, 3, Kind.SILENT) for pair in one.offered}

    assert offered == {("hall", "Left"), ("hall", "Right")}


def test_a_film_that_goes_round_for_ever_is_left_after_hours():
    """And the viewer is told to be stuck."""
    ring = film(
        scene("a", Choice(options=(option("Out", "out", when="false"), option("On", "b")),
                          by=(Way.BUTTONS,))),
        scene("b", to("a")),
        scene("out", end("Out")),
        lengths={"a": 600, "b": 600},
    )  # fmt: skip
    (watched,) = shown(ring, 1, Kind.SILENT)

    assert watched.ending is None
    assert watched.stuck


def test_a_film_that_runs_out_of_ways_is_told_to_be_stuck():
    """A return with nowhere to return to."""
    told = film(scene("a", to("b")), scene("b", Return()))
    (watched,) = shown(told, 1, Kind.SILENT)

    assert (watched.ending, watched.stuck) == (UNFINISHED, True)
    assert [one.code for one in watched.notices] == ["no-way-on"]
