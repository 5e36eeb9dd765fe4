"""How viewers hold themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.senses.faces.attention import DOUBT, TURNED, Posture
from engine.senses.faces.finding import Box
from engine.story.units import Seconds


def box(x=200.0, size=120.0, yaw=None, pitch=None, score=0.9):
    return Box(
        x=x, y=100.0, width=size * 0.8, height=size, score=score, yaw=yaw, pitch=pitch, roll=0.0
    )


def posed(yaw=0.0, pitch=0.0, **rest):
    return box(yaw=yaw, pitch=pitch, **rest)


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


def test_two_who_sit_still_are_not_one_who_jumps():
    """Their boxes tremble, so now one is the larger and now the other."""
    looks = [((box(x=150.0, size=120.0 + step % 3), box(x=400.0)), 0) for step in range(30)]

    assert held(*looks).still > 0.9


def test_a_neighbour_seen_alone_for_a_look_is_no_leap():
    """The detector blinks: who is followed is missed, and is there again."""
    both, other = (box(x=100.0), box(x=400.0)), (box(x=400.0),)
    looks = [((both, 0) if step % 7 else (other, 1)) for step in range(1, 30)]

    assert held(*looks).still > 0.9


def test_who_comes_much_nearer_is_followed_instead():
    """The viewer is who sits in front, not who walks behind."""
    near = [((box(x=150.0, size=60.0), box(x=400.0, size=200.0)), 0)] * 30

    assert held(*[((box(x=150.0, size=60.0),), 0)] * 5, *near).still > 0.9


def test_a_little_further_back_is_not_away():
    """Leaning back into the chair."""
    assert held(*[((box(),), 0)] * 10, ((box(size=110.0),), 0)).attention == 1.0


def test_a_new_seat_becomes_the_usual_one():
    """Nobody is away for ever because he moved his chair."""
    assert held(*[((box(),), 0)] * 10, *[((box(size=80.0),), 0)] * 300).attention > 0.9


def test_a_turned_head_looks_elsewhere_to_either_side():
    """Five points tell it at the first look, with no usual size to compare with."""
    assert held(((posed(yaw=12.0),), 0)).attention == 1.0
    assert held(((posed(yaw=TURNED + DOUBT),), 0)).attention == 0.0
    assert held(((posed(yaw=-TURNED - DOUBT),), 0)).attention == 0.0


@given(st.floats(0.0, 89.0), st.floats(0.0, 89.0))
def test_who_is_turned_further_is_never_more_attentive(one, other):
    """There is no angle at which attention jumps back."""
    less, more = sorted((one, other))

    assert held(((posed(yaw=more),), 0)).attention <= held(((posed(yaw=less),), 0)).attention


def test_a_camera_above_or_below_does_not_look_like_looking_away():
    """Only a head held otherwise than usual does."""
    below = [((posed(pitch=30.0),), 0)] * 20

    assert held(*below).attention == 1.0
    assert held(*below, ((posed(pitch=5.0),), 0)).attention < 0.5


def test_who_looks_down_at_a_telephone_looks_away_for_a_while():
    """And does not become one who usually looks down within a scene."""
    down = [((posed(pitch=-32.0),), 0)] * 100

    assert held(*[((posed(),), 0)] * 50, *down).attention < 0.1


def test_who_came_in_looking_down_is_known_after_a_minute_or_two():
    """The first look at somebody may be any."""
    level = [((posed(pitch=0.0),), 0)] * 1200

    assert held(((posed(pitch=-30.0),), 0), *level).attention == 1.0


def test_each_viewer_s_head_has_its_own_usual():
    """A child looks up to the screen; the parent beside looks down."""
    posture = Posture()
    child, parent = posed(pitch=20.0), posed(x=420.0, pitch=-15.0)
    for look in range(10):
        both = ((child, parent), (7, 9)) if look % 2 else ((parent, child), (9, 7))
        bearing = posture.after(both[0], 0, Seconds(look * 0.1), both[1])
        assert bearing.attention == 1.0


def test_points_that_are_unsure_leave_it_to_the_size():
    """A blurred face's nose may be anywhere."""
    blurred = posed(yaw=60.0, score=0.55)

    assert held(((blurred,), 0)).attention == 1.0
    assert held(*[((box(),), 0)] * 10, ((posed(size=80.0, score=0.55),), 0)).attention == 0.0


def test_a_face_missed_by_one_look_is_still_attentive():
    """It is counted as before."""
    assert held(*[((box(),), 0)] * 5, ((), 1)).attention == 1.0


def test_of_two_viewers_one_turns_away():
    """Half an audience's attention."""
    both = (box(), box(x=420.0))

    assert held(*[(both, 0)] * 10, ((box(),), 0)).attention == pytest.approx(0.5, abs=0.02)


def test_a_face_that_leaps_is_no_second_viewer():
    """Whoever turns so quickly that he is followed anew is missed and seen in one look."""
    leaps = [((box(),), 0)] * 5 + [((box(x=420.0),), 1)] + [((box(x=420.0),), 0)] * 5

    assert held(*leaps).attention == 1.0


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
