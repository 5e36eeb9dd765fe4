"""The pulse: a machine with much to do may show few frames, and must not be started anew."""

from hypothesis import given
from hypothesis import strategies as st

from engine.house.supervisor import Judge, Patience
from engine.show.pulse import EVERY, Pulse


def beats(moments):
    """At which of these moments, all of them alive, a beat was given."""
    given_at, now = [], [0.0]
    pulse = Pulse(lambda: given_at.append(now[0]), clock=lambda: now[0])
    for moment in moments:
        now[0] = moment
        pulse.alive()
    return given_at


def test_a_first_sign_of_life_is_a_beat():
    """The supervisor waits for it from the start on."""
    assert beats([7.0]) == [7.0]


def test_a_quick_player_does_not_beat_at_every_frame():
    """Each beat is a write to the disk, for months."""
    assert len(beats([frame / 60 for frame in range(600)])) <= 10 / EVERY + 1


@given(st.lists(st.floats(0.01, 2.0), min_size=1, max_size=60))
def test_a_slow_player_is_never_taken_for_a_frozen_one(rests):
    """Two frames a second are a poor picture, but thrown back to the poster one sees none."""
    judge, now = Judge(Patience()), [0.0]
    judge.starts(0.0)
    pulse = Pulse(lambda: judge.beats(now[0]), clock=lambda: now[0])
    pulse.alive()
    for rest in rests:
        now[0] += rest
        assert not judge.frozen(now[0])
        pulse.alive()
