"""Chance that answers the same however often it is asked (Semantics 15)."""

from hypothesis import given
from hypothesis import strategies as st

from engine.director.chance import draw


@given(st.integers(), st.text(), st.integers())
def test_a_draw_is_the_same_however_often_it_is_asked(seed, place, visit):
    """Preparing, drawing the map or reloading never changes a viewing."""
    assert draw(seed, place, visit) == draw(seed, place, visit)
    assert 0 <= draw(seed, place, visit) < 1


def test_seed_place_and_visit_each_change_it():
    """Another evening, another corner, another time: another draw."""
    draws = {draw(1, "a", 1), draw(2, "a", 1), draw(1, "b", 1), draw(1, "a", 2)}

    assert len(draws) == 4


def test_draws_are_spread_evenly():
    """A coin that falls on one side is no coin."""
    draws = [draw(seed, "scenes.stairs.pick", 1) for seed in range(2000)]

    assert 0.47 < sum(draws) / len(draws) < 0.53
    assert 150 < sum(0.1 <= one < 0.2 for one in draws) < 250
