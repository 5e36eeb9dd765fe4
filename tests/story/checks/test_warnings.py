"""Checks of content warnings."""

import pytest

from tests.story.examples import said_of
from tests.story.films import film


def said(hall, warnings="darkness"):
    findings = said_of({"story.yaml": film(hall, f"about: {{warnings: [{warnings}]}}")})
    return [(each.rule.code, each.place.column) for each in findings]


@pytest.mark.parametrize(
    ("hall", "codes"),
    [
        ("{play: a.mp4, warn: [darkness], choice: {A: garden, B: cellar}}", []),
        ("{play: a.mp4, warn: [darkness], skip_to: garden, next: cellar}", []),
        ("{play: a.mp4, warn: [darkness, spiders], choice: {A: garden, B: cellar}}", ["S125"]),
        ("{play: a.mp4, skip_to: garden, next: cellar}", ["S127"]),
        (
            (
                "{play: a.mp4, warn: [darkness], skip_to: two, next: cellar}\n"
                "  two: {play: a.mp4, warn: [darkness], next: garden}"
            ),
            ["S126"],
        ),
        (
            (
                "{play: a.mp4, warn: [darkness], skip_to: two, next: two}\n  two: {play: a.mp4,"
                " warn: [darkness], skip_to: garden, next: cellar}"
            ),
            [],
        ),
    ],
)
def test_warnings_are_told_and_can_be_avoided(hall, codes):
    """A chain of dark scenes may skip from one to the next."""
    assert [code for code, _ in said(hall)] == codes


def test_a_warning_untold_is_told_once_and_at_its_word():
    """However many scenes have it."""
    hall = "{play: a.mp4, warn: [dark, darkness], next: two}\n  two: {play: a.mp4, warn: [dark],"
    hall += " choice: {A: garden, B: cellar}}"

    assert said(hall) == [("S125", 30)]
