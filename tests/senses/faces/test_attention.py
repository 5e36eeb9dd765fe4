"""How viewers hold themselves."""

import pytest

from engine.senses.faces.attention import Posture
from engine.senses.faces.finding import Box
from engine.story.units import Seconds


def box(x=200.0, size=120.0, yaw=None):
    return Box(x=x, y=100.0, width=size * 0.8, height=size, score=0.9, yaw=yaw)


def held(*looks, every=0.1):
    """The bearing after looks of (boxes, missed)."""
    posture = Posture()
    bearing = None
    for number, (boxes, missed) in enumerate(looks):
        bearing = posture.after(boxes, missed, Seconds(number * every))
    return bearing


def test_a_face_that_stays_is_attentive_and_still():
    """The default of most decisions."""
    bearing = held(*[((box(),), 0)] * 10)

    assert bearing.attention == 1.0
    assert bearing.still == 1.0


def test_a_face_that_shrinks_by_a_third_has_turned():
    """A small detector tells no yaw, but its box shrinks as a head turns."""
    assert held(*[((box(),), 0)] * 10, ((box(size=80.0),), 0)).attention == 0.0


def test_a_little_further_back_is_not_away():
    """Leaning back into the chair."""
    assert held(*[((box(),), 0)] * 10, ((box(size=110.0),), 0)).attention == 1.0


def test_a_new_seat_becomes_the_usual_one():
    """Nobody is away for ever because he moved his chair."""
    assert held(*[((box(),), 0)] * 10, *[((box(size=80.0),), 0)] * 300).attention > 0.9


def test_a_turned_head_is_known_where_the_detector_knows_it():
    """YuNet's five points."""
    assert held(((box(yaw=0.1),), 0)).attention == 1.0
    assert held(((box(yaw=0.6),), 0)).attention == 0.0


def test_a_face_missed_by_one_look_is_still_attentive():
    """It is counted as before."""
    assert held(*[((box(),), 0)] * 5, ((), 1)).attention == 1.0


def test_of_two_viewers_one_turns_away():
    """Half an audience's attention."""
    both = (box(), box(x=420.0))

    assert held(*[(both, 0)] * 10, ((box(),), 0)).attention == pytest.approx(0.5, abs=0.02)


def test_nobody_is_attentive_before_somebody_came():
    """And nobody looks away either."""
    posture = Posture()

    assert posture.after((), 0, Seconds(0.0)).attention == 0.0
    assert not posture.met


def test_moving_is_not_still():
    """Half a face's width every second."""
    swaying = [((box(x=200.0 + 10.0 * number),), 0) for number in range(20)]

    assert held(*swaying).still < 0.2


def test_coming_back_elsewhere_is_not_moving():
    """Between two seats nobody was seen to run."""
    told = held(*[((box(),), 0)] * 5, *[((), 0)] * 10, *[((box(x=420.0),), 0)] * 2)

    assert told.still == 1.0


def test_a_clock_that_stands_still_is_no_movement():
    """Paused."""
    assert held(((box(),), 0), ((box(x=300.0),), 0), every=0.0).still == 1.0
