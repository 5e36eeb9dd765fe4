"""Checks of decisions against the clips they are asked in."""

import pytest

from engine.story.checks.choices import still_for_the_unsure
from engine.story.lengths import opening
from engine.story.rules import Rule
from tests.story.examples import said_of
from tests.story.films import film, hall_of

FEELINGS = "feelings: {smiling: smile > 0.8}"
HEAD = f"sensing: {{uses: [face]}}\n{FEELINGS}"
OPTIONS = "options: {Smile: {feel: smiling, go: garden}, Wait: {go: cellar, default: true}}"


def choice_of(keys):
    return hall_of(f"{{play: hall.mp4, choice: {{{keys}, {OPTIONS}}}}}", HEAD).way


@pytest.mark.parametrize(
    ("keys", "opens", "still"),
    [
        ("by: [face, buttons]", 11, 0),
        ("by: [face, buttons], read: 12s..17s, at: 14s, for: 5s", 17, 2),
        ("by: [face, buttons], read: 5s..12s, at: 13s, for: 9s", 13, 2),
        ("by: [buttons, face], read: 12s..17s, at: 10s, for: 5s", 10, 0),
        ("by: [face], at: 19s, for: 20s", 19, 0),
        ("by: [face, buttons], hold: loop, at: 19s, for: 20s", 19, 0),
        ("by: [face, buttons], hold: freeze, at: 10s, for: 6s", 10, 6),
        ("by: [face, buttons], at: 12s", 12, 0),
        ("by: [face, buttons], for: 12s", 8, 0),
        ("by: [face, buttons], at: 12s, hold: freeze", 12, 8),
        ("by: [face, buttons], for: no limit", 11, 81),
    ],
)
def test_how_long_the_unsure_look_at_a_held_frame(keys, opens, still):
    """Who is sure never waits; who is not, should not wait long."""
    choice = choice_of(keys)

    assert opening(choice, 20) == opens
    assert still_for_the_unsure(choice, 20) == still


def codes(hall, head=HEAD, notes=()):
    findings = said_of({"story.yaml": film(hall, head)}, notes)
    return [each.rule.code for each in findings if each.rule is not Rule.NO_BASELINE]


def asked(keys):
    return f"{{play: hall.mp4, choice: {{{keys}, {OPTIONS}}}}}"


@pytest.mark.parametrize(
    ("keys", "length", "said"),
    [
        ("by: [face, buttons], read: 5s..12s, at: 13s, for: 9s", 24, []),
        (
            "by: [face, buttons], read: 5s..12s, at: 13s, for: 9s, hold: loop",
            12.5,
            ["S207", "S208"],
        ),
        ("by: [face, buttons], read: 5s..12s", 30, []),
        ("by: [face, buttons], read: 2s..-1s", 30, ["S209"]),
        ("by: [face, buttons], read: 2s..-0.5s, for: no limit, hold: loop", 30, ["S207"]),
        ("by: [face, buttons], read: 25s..-8s", 30, ["S218"]),
        ("by: [face, buttons], at: 30s", 30, ["S208"]),
        ("by: [face, buttons], at: -40s, for: 9s", 30, []),
    ],
)
def test_windows_lie_within_the_clip(keys, length, said):
    """As far as its length is known."""
    assert codes(asked(keys), notes=[["clip", "hall.mp4", str(length)]]) == said


def test_a_clip_that_is_not_there_yet_is_not_measured():
    """Its slate will be as long as it must."""
    notes = [["missing", "hall.mp4"]]

    assert codes(asked("by: [face, buttons], read: 90s..99s, at: 99s"), notes=notes) == ["S302"]


def test_every_variant_is_measured():
    """The shorter one is the one that fails on the evening."""
    hall = """
    play: [{when: knows, file: short.mp4}, hall.mp4]
    set: knows = true
    choice: {at: 12s, options: {Left: garden, Right: cellar}}"""

    found = codes(hall, "state: {knows: false}", [["clip", "short.mp4", "10"]])

    assert found == ["S208"]


def test_a_looping_clip_is_asked_over_from_its_start():
    """Its times do not count."""
    hall = """
    play: {file: hall.mp4, loop: true}
    choice: {at: 50s, for: no limit, options: {Left: garden, Right: cellar}}"""

    assert codes(hall, head="") == []


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("sensing: {uses: [face], sign: flame, baseline: hall 3s..12s}", []),
        ("sensing: {uses: [face], sign: flame, baseline: hall 3s..5s}", ["S219"]),
        ("sensing: {uses: [face], sign: flame, baseline: hall 18s..30s}", ["S219"]),
        ("sensing: {uses: [face], sign: flame, baseline: hall -9s..-1s}", []),
        ("sensing: {uses: [face], sign: flame, baseline: hall -2s..-1s}", ["S219"]),
    ],
)
def test_the_baseline_needs_three_seconds_of_picture(head, said):
    """Less, and everybody is taken for the average person."""
    assert codes("{play: hall.mp4, choice: {Left: garden, Right: cellar}}", head) == said


def test_each_option_is_asked_for_what_it_needs():
    """Words that nobody can type, faces that nobody reads."""
    hall = """
    play: hall.mp4
    choice:
      by: [buttons]
      options:
        A: {go: garden, feel: text.sentiment > 0.2}
        B: {go: cellar, feel: smiling}"""

    assert codes(hall, f"sensing: {{uses: [face], sign: flame}}\n{FEELINGS}") == ["S214", "S213"]
