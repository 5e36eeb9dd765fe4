"""Rings of the map."""

from engine.story.knots import knots


def found(start="a", **leads):
    return knots(start, lambda name: leads[name])


def test_scenes_that_lead_on_are_knots_of_one():
    """Those that lie behind come first."""
    assert found(a=["b", "c"], b=["c"], c=[]) == (("c",), ("b",), ("a",))


def test_scenes_that_lead_to_each_other_are_one_knot():
    """It begins where it is entered."""
    assert found(a=["b"], b=["c"], c=["b", "d"], d=[]) == (("d",), ("b", "c"), ("a",))
    assert found(a=["a", "b"], b=[]) == (("b",), ("a",))


def test_in_a_knot_forward_is_later():
    """Whatever the order in which its ways are written."""
    (knot,) = found(a=["c", "b"], b=["c"], c=["a"])

    assert knot == ("a", "b", "c")


def test_only_what_can_be_come_to_is_walked():
    """A lost scene has no part in the film's time."""
    assert found(a=[], lost=["a"]) == (("a",),)


def test_no_film_is_too_long():
    """Fifty thousand scenes in a ring, and no recursion."""
    leads = {each: [(each + 1) % 50_000] for each in range(50_000)}

    (knot,) = knots(0, leads.__getitem__)

    assert knot == tuple(range(50_000))
