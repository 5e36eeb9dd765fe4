"""One blink does not turn the film."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.senses.faces.smoothing import Smooth
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
