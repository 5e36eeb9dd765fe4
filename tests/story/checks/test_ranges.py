"""Checks of numbers against what they can be."""

import pytest

from tests.story.examples import said_of
from tests.story.films import film

HEAD = "state: {trust: {is: 0, range: -3..3}, free: 0}"


def said(when, effects="[trust += 1, free = trust]"):
    hall = f"""
    play: hall.mp4
    set: {effects}
    next: [{{when: '({when}) and free > 1', go: garden}}, cellar]"""
    findings = said_of({"story.yaml": film(hall, HEAD)})
    return [(each.rule.code, each.says.split(" holds")[0]) for each in findings]


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("trust > 2.9", None),
        ("trust >= 3", None),
        ("trust > 3", "this never"),
        ("trust >= -3", "this always"),
        ("trust > -3", None),
        ("trust < -3", "this never"),
        ("trust <= 3", "this always"),
        ("3 < trust", "this never"),
        ("-3 <= trust", "this always"),
        ("-4 > trust", "this never"),
        ("free > 99", None),
        ("trust > free", None),
        ("trust + 1 > 9", None),
        ("trust == 9", None),
        ("random() < 0.5", None),
        ("random() >= 1", "this never"),
        ("random() < 1", "this always"),
        ("hour() > 23", None),
        ("hour() >= 24", "this never"),
        ("visits(hall) > 100", None),
        ("not (trust > 5)", "this never"),
    ],
)
def test_a_comparison_that_always_comes_out_the_same_is_told(when, found):
    """By the variable's range, or by what a function gives."""
    assert said(when) == ([("S526", found)] if found else [])


@pytest.mark.parametrize(
    ("effect", "codes"),
    [
        ("trust = 3", []),
        ("trust = -3", []),
        ("trust = -4", ["S527"]),
        ("trust = 3.5", ["S527"]),
        ("trust += 99", []),
        ("trust = free + 99", []),
        ("free = 99", []),
    ],
)
def test_a_value_outside_its_range_is_told_where_it_is_written(effect, codes):
    """What is counted up may well be clamped, and is meant so."""
    assert [
        code for code, _ in said("trust > 1", f"[trust += 1, free = trust, {effect}]")
    ] == codes
