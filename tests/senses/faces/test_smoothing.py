"""One blink does not turn the film."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.senses.faces.smoothing import Play, Smooth
from engine.story.units import Seconds


def test_the_first_look_is_taken_as_it_is():
    """There is nothing to blend it with."""
    assert Smooth(Seconds(1.0)).after({"a": 0.7}, Seconds(5.0)) == {"a": 0.7}


def test_one_who_has_just_come_is_taken_to_rest():
    """The first look at a face far off may say anything."""
    smooth = Smooth(Seconds(1.0), rest=lambda _name: 0.1)

    assert smooth.after({"a": 0.9}, Seconds(5.0)) == {"a": 0.1}
    assert smooth.after({"a": 0.9}, Seconds(6.0))["a"] > 0.5


def test_after_its_slowness_two_thirds_are_new():
    """An exponential mean."""
    smooth = Smooth(Seconds(1.0))
    smooth.after({"a": 0.0}, Seconds(0.0))

    assert smooth.after({"a": 1.0}, Seconds(1.0))["a"] == pytest.approx(1 - math.exp(-1))


def test_many_small_steps_are_one_large_one():
    """A camera of any speed gives the same reading."""
    quick, slow = Smooth(Seconds(0.8)), Smooth(Seconds(0.8))
    quick.after({"a": 0.0}, Seconds(0.0))
    slow.after({"a": 0.0}, Seconds(0.0))
    for step in range(1, 11):
        often = quick.after({"a": 1.0}, Seconds(step / 10))

    assert often["a"] == pytest.approx(slow.after({"a": 1.0}, Seconds(1.0))["a"])


def test_what_was_forgotten_is_not_blended():
    """The next viewer begins anew."""
    smooth = Smooth(Seconds(1.0))
    smooth.after({"a": 1.0}, Seconds(0.0))
    smooth.forget()

    assert smooth.after({"a": 0.0}, Seconds(0.1)) == {"a": 0.0}


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(-1, 1)), min_size=1, max_size=30))
def test_a_mean_lies_between_what_was_seen(looks):
    """Also when a clock goes backwards."""
    smooth = Smooth(Seconds(0.8))
    for now, score in looks:
        mean = smooth.after({"a": score}, Seconds(now))["a"]

    scores = [score for _, score in looks]
    assert min(scores) - 1e-9 <= mean <= max(scores) + 1e-9


def test_what_trembles_within_its_band_is_told_as_one_number():
    """And what moves is told with it."""
    play = Play(0.05)
    told = [play.after({"smile": number})["smile"] for number in (1.0, 1.04, 0.97, 1.02)]

    assert told == [1.0, 1.0, 1.0, 1.0]
    assert play.after({"smile": 1.5})["smile"] == pytest.approx(1.45)


@given(st.lists(st.floats(-3.0, 3.0), min_size=1, max_size=50))
def test_what_is_told_is_never_farther_from_the_truth_than_its_band(numbers):
    """Whatever comes."""
    play = Play(0.05)

    assert all(abs(play.after({"smile": one})["smile"] - one) <= 0.05 + 1e-9 for one in numbers)


def test_trembling_at_a_bound_does_not_flip_what_is_decided():
    """A number that swings about 0.4 by less than the band crosses it once, not ten times."""
    play = Play(0.05)
    swinging = [0.3, 0.42, *[0.38, 0.42] * 10]
    above = [play.after({"smile": one})["smile"] > 0.4 for one in swinging]

    assert sum(one != other for one, other in pairwise(above)) <= 1
    assert sum(one != other for one, other in pairwise(n > 0.4 for n in swinging)) > 15


def test_a_number_that_comes_anew_is_told_as_it_is():
    """Nothing of who was there before."""
    play = Play(0.05)
    play.after({"smile": 1.0})
    play.after({})

    assert play.after({"smile": 0.97})["smile"] == 0.97
