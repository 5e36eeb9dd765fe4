"""Where a film can lead."""

import pytest

from engine.story.conditions import Condition
from engine.story.ways import anyway, by_hand, may_hold, reached, reaching, ring, without_visit
from tests.story.films import TWO_DOORS, film, story_of


def test_what_is_reached_is_reached_from_somewhere():
    """Forward and backward agree."""
    story = story_of(TWO_DOORS)

    assert reached(story, ("hall",), anyway) == {"hall", "garden", "cellar"}
    assert reaching(story, ("garden",), anyway) == {"hall", "garden"}


def test_a_visited_scene_is_not_gone_on_to():
    """Unless the scene goes on to it as well."""
    visit = story_of(
        film("{play: a.mp4, via: sea, next: garden}\n  sea: {play: s.mp4, return: true}")
    )
    both = story_of(film("{play: a.mp4, via: sea, next: sea}\n  sea: {play: s.mp4, return: true}"))
    pick = story_of(
        film("{play: a.mp4, via: sea, pick: [sea]}\n  sea: {play: s.mp4, return: true}")
    )

    assert list(without_visit(visit.scenes["hall"])) == ["garden"]
    assert list(without_visit(both.scenes["hall"])) == ["sea"]
    assert list(without_visit(pick.scenes["hall"])) == ["sea"]


HEAD = "sensing: {uses: [face]}\nfeelings: {smiling: smile > 0.8}\nstate: {trust: 0}"


@pytest.mark.parametrize(
    ("hall", "ahead"),
    [
        ("{play: a.mp4, next: [{when: felt.smiling, go: garden}, cellar]}", {"cellar"}),
        ("{play: a.mp4, next: [{when: trust > 1, go: garden}, cellar]}", {"garden", "cellar"}),
        ("{play: a.mp4, pick: [{when: can(face), go: garden}, cellar]}", {"cellar"}),
        ("{play: a.mp4, choice: {Left: garden, Right: cellar}}", {"garden", "cellar"}),
        (
            (
                "{play: a.mp4, choice: {by: [face], exhausted: garden, options: {Smile:"
                " {go: garden, feel: smiling, once: true},"
                " Wait: {go: cellar, default: true, once: true}}}}"
            ),
            {"garden", "cellar"},
        ),
        (
            (
                "{play: a.mp4, choice: {by: [face], options: {Smile: {go: garden, feel: smiling},"
                " Wait: {go: cellar, default: true}}}}"
            ),
            {"cellar"},
        ),
        (
            (
                "{play: a.mp4, choice: {by: [face, vote], options: {Smile: {go: garden,"
                " feel: smiling}, Wait: {go: cellar, default: true}}}}"
            ),
            {"garden", "cellar"},
        ),
        ("{play: a.mp4, warn: [x], skip_to: garden, next: cellar}", {"garden", "cellar"}),
        ("{play: a.mp4, end: x}", set()),
        ("{play: a.mp4, via: garden, next: cellar}", {"garden", "cellar"}),
    ],
)
def test_what_hands_can_reach(hall, ahead):
    """Whoever has no camera must come everywhere."""
    assert set(by_hand(story_of(film(hall, HEAD)).scenes["hall"])) == ahead


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("felt.smiling", False),
        ("not felt.smiling", True),
        ("can(face) and trust > 1", False),
        ("can(face) or trust > 1", True),
        ("can(text) or felt.smiling", False),
        ("not can(face) and trust > 1", True),
        ("trust > 1", True),
        ("true", True),
        ("false", False),
        ("not (trust > 1)", True),
    ],
)
def test_which_conditions_need_a_sensor(text, may):
    """As far as it can be told without playing."""
    assert may_hold(Condition(text)) is may


def test_no_condition_needs_no_sensor():
    """An open way is open to all."""
    assert may_hold(None)


@pytest.mark.parametrize(
    ("leads", "around"),
    [
        ({}, ()),
        ({"a": ("b",), "b": ()}, ()),
        ({"a": ("a",)}, ("a", "a")),
        ({"a": ("b", "c"), "b": ("c",), "c": ("b",)}, ("b", "c", "b")),
        ({"a": ("b", "c"), "b": ("c",), "c": ()}, ()),
        ({"a": ("elsewhere",)}, ()),
    ],
)
def test_a_ring_is_found(leads, around):
    """And two ways to one place are no ring."""
    assert ring(leads) == around


def test_a_ring_is_found_in_a_very_long_chain():
    """No film is too long for it."""
    leads = {f"s{each}": (f"s{each + 1}",) for each in range(5000)} | {"s5000": ("s4999",)}

    assert ring(leads) == ("s4999", "s5000", "s4999")
