"""Whose normal is whose, without knowing anybody."""

import pytest

from engine.senses.faces.finding import Box
from engine.senses.faces.seats import A_WHILE, AT_ONCE, Seats
from engine.story.model import Reading
from engine.story.units import Seconds


def box(x=200.0, size=120.0):
    return Box(x=x, y=100.0, width=size * 0.8, height=size, score=0.9)


@pytest.fixture
def seats(steps):
    """One viewer, learned for four seconds."""
    made = Seats(steps)
    made.calibrate(on=True)
    normal = made.came(1, box(), Seconds(0.0))
    for number in range(41):
        normal.saw({Reading.SMILE: 0.3}, Seconds(number / 10))
        made.room.saw({Reading.ATTENTION: 1.0}, Seconds(number / 10))
    made.calibrate(on=False)
    return made


def returned(seats, away, place, number=2):
    """Whether who comes after so many seconds is taken for the one who left."""
    left = Seconds(10.0)
    seats.left(1, box(), left)
    return seats.came(number, place, Seconds(left + away)).known


def test_who_comes_back_to_the_seat_soon_is_the_one_who_left(seats):
    """Looking away for a scene is no reason to be a stranger."""
    assert returned(seats, A_WHILE - 0.1, box(x=230.0))


def test_who_comes_after_a_while_is_a_stranger(seats):
    """The film cannot know faces, and does not try."""
    assert not returned(seats, A_WHILE + 0.1, box())
    assert not seats.room.known


@pytest.mark.parametrize("place", [box(x=420.0), box(size=200.0), box(size=70.0)])
def test_who_sits_elsewhere_or_nearer_is_a_stranger(seats, place):
    """Another place, another size: it may be another."""
    assert not returned(seats, AT_ONCE + 0.1, place)


def test_one_who_was_alone_and_is_back_at_once_may_sit_anywhere(seats):
    """Nobody changes places with another in two seconds."""
    assert returned(seats, AT_ONCE - 0.1, box(x=420.0, size=80.0))


def test_beside_another_who_moves_is_a_stranger(seats):
    """It may be either of two."""
    seats.came(7, box(x=420.0), Seconds(5.0))

    assert not returned(seats, AT_ONCE - 0.1, box(x=20.0))
    assert not seats.known


def test_a_seat_is_given_back_once(seats):
    """Two who come cannot both be the one who left."""
    assert returned(seats, 1.0, box())
    assert not seats.came(3, box(x=210.0), Seconds(11.5)).known


def test_a_room_is_known_when_everybody_in_it_is(seats):
    """One stranger, and what is told is uncertain."""
    assert seats.known
    seats.came(5, box(x=420.0), Seconds(5.0))

    assert not seats.known


def test_an_order_to_learn_reaches_who_is_there_and_who_is_away(seats):
    """A new quiet window begins for everybody."""
    seats.left(1, box(), Seconds(5.0))
    seats.calibrate(on=True)

    assert seats.learning
    assert not seats.came(2, box(), Seconds(6.0)).known
    assert seats.of(2).learning
    assert seats.room.learning
