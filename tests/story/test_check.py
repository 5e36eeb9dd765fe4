"""The whole check."""

from engine.story.check import check
from engine.story.film import Film
from engine.story.media import uses
from tests.story.examples import facts
from tests.story.films import TWO_DOORS, film, story_of


def test_the_six_line_film_has_nothing_said_of_it():
    """Once its three clips are there."""
    story = story_of(TWO_DOORS)

    assert check(Film(story, {use.file: facts() for use in uses(story)})) == ()


def test_findings_come_in_the_order_of_the_lines():
    """Whichever check found them."""
    story = story_of(
        film(
            "{play: hall.mp4, choice: {Left: {go: garden, because: you felt it}}}",
            "state: {trust: 0}",
        )
    )

    found = check(Film(story))

    assert [finding.rule.code for finding in found] == [
        "S522", "S302", "S211", "S302", "S112", "S302",
    ]  # fmt: skip
    assert [finding.place for finding in found] == sorted(finding.place for finding in found)


def test_the_check_takes_no_longer_than_reading_for_a_long_film():
    """Five thousand scenes in a chain, and no recursion anywhere."""
    rows = "".join(f"  s{at}: {{play: a.mp4, next: s{at + 1}}}\n" for at in range(5000))
    text = f"film: 1\nscenes:\n{rows}  s5000: {{play: a.mp4, end: x}}\n"

    assert check(Film(story_of(text), {"a.mp4": facts()})) == ()
