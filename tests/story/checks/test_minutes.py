"""The check of `about.minutes`."""

import pytest

from engine.story.checks.minutes import in_minutes
from engine.story.minutes import RunningTime
from tests.story.examples import said_of
from tests.story.films import film


def codes(minutes, length="20"):
    text = film("{play: hall.mp4, choice: {Left: garden, Right: cellar}}", minutes)
    return [
        each.rule.code for each in said_of({"story.yaml": text}, [["clip", "hall.mp4", length]])
    ]


@pytest.mark.parametrize(
    ("said", "length", "found"),
    [
        ("", "20", []),
        ("about: {minutes: 0.7}", "20", []),
        ("about: {minutes: 1}", "20", []),
        ("about: {minutes: 0.5..1}", "20", []),
        ("about: {minutes: 1..5}", "20", ["S128"]),
        ("about: {minutes: 3..5}", "20", ["S128"]),
        ("about: {minutes: 61..64}", "3600", []),
        ("about: {minutes: 40..60}", "3600", ["S128"]),
        ("about: {minutes: 60..90}", "3600", ["S128"]),
    ],
)
def test_a_film_takes_the_time_it_says(said, length, found):
    """To half a minute, or a tenth of a long film."""
    assert codes(said, length) == found


def test_a_film_that_never_ends_has_no_minutes_to_be_wrong():
    """It is told that no ending can be reached."""
    text = "film: 1\nabout: {minutes: 9}\nscenes: {a: {play: a.mp4, next: a}}\n"

    assert [each.rule.code for each in said_of({"story.yaml": text})] == ["S113"]


@pytest.mark.parametrize(
    ("shortest", "longest", "shown"),
    [
        (120, 120, "2"),
        (110, 114, "1.8..1.9"),
        (540, 871, "9..15"),
        (1, 2, "0.1"),
        (66, 900, "1.1..15"),
    ],
)
def test_minutes_are_told_as_authors_write_them(shortest, longest, shown):
    """So that they can be copied."""
    assert in_minutes(RunningTime(shortest, longest)) == shown
