"""Variables, memory and named feelings."""

import pytest

from tests.story.films import codes_of, film, story_of

HALL = "{play: hall.mp4, next: garden}"


def state_of(state):
    return story_of(film(HALL, f"state: {state}")).state


@pytest.mark.parametrize(
    ("said", "first"),
    [("0", 0), ("-1.5", -1.5), ("true", True), ("false", False), ("calm", "calm"), ("'1'", "1")],
)
def test_a_variable_is_what_its_first_value_is(said, first):
    """Number, truth or text; quotes make a text of anything."""
    variable = state_of(f"{{trust: {said}}}")["trust"]

    assert variable.first == first
    assert type(variable.first) is (float if type(first) is int else type(first))


def test_a_variable_may_have_bounds():
    """A range for numbers, words for texts."""
    state = state_of("{a: {is: 1, range: -0.5..3}, b: {is: x, one_of: [x, y]}, c: {is: true}}")

    assert (state["a"].low, state["a"].high) == (-0.5, 3)
    assert state["b"].one_of == ("x", "y")
    assert state["c"].first is True


@pytest.mark.parametrize(
    ("head", "codes"),
    [
        ("state: [trust]", ["S023"]),
        ("state: {trust: }", ["S023"]),
        ("state: {trust: [0]}", ["S023"]),
        ("state: {trust: {range: 0..1}}", ["S025"]),
        ("state: {trust: {is: 0, range: 3}}", ["S023"]),
        ("state: {trust: {is: 0, range: 3..-3}}", ["S023"]),
        ("state: {trust: {is: 4, range: 0..3}}", ["S520"]),
        ("state: {trust: {is: a, one_of: [b]}}", ["S520"]),
        ("state: {trust: {is: a, range: 0..1}}", ["S521"]),
        ("state: {trust: {is: 1, one_of: [a]}}", ["S521"]),
        ("state: {trust: {is: true, range: 0..1}}", ["S521"]),
        ("state: {my-trust: 0}", ["S102"]),
        ("state: {smile: 0}", ["S104"]),
        ("state: {ａ: 0, a: 1}", ["S105"]),
        ("memory: [trust]", ["S505"]),
        ("feelings: smile > 1", ["S023"]),
        ("feelings: {tense: [fear]}", ["S023"]),
        ("feelings: {tense: fear}", ["S511"]),
        ("feelings: {joy: smile > 1}", ["S104"]),
    ],
)
def test_slips_in_what_conditions_are_about_are_told(head, codes):
    """Before any scene asks for them."""
    assert codes_of(film(HALL, head)) == codes


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("no", ["S031"]),
        ("True", ["S031"]),
        ("2026-01-01", ["S031"]),
        ("{is: off}", ["S031"]),
        ("007", ["S032"]),
        ('"no"', []),
        ("'007'", []),
        ("{is: yes, one_of: [yes, no]}", []),
        ("calm", []),
        ("0.5", []),
        ("true", []),
    ],
)
def test_a_first_value_that_reads_otherwise_elsewhere_is_told(value, codes):
    """Who means it, says so by quotes, or lists it among the words."""
    assert codes_of(film("{play: a.mp4, end: x}", f"state: {{value: {value}}}")) == codes
