"""Conditions ask for what there is, and compare what can be compared."""

import pytest

from engine.story.reading.kinds import Kind, kind_of
from tests.story.films import codes_of, film, story_of

HEAD = """\
state:
  trust: 0
  knows: false
  mood: calm
  weather: {is: calm, one_of: [calm, storm]}
feelings: {smiling: smile > 0.8}
"""
WAYS = "[{when: CONDITION, go: garden}, cellar]"


def with_condition(text):
    return film("{play: hall.mp4, next: " + WAYS.replace("CONDITION", f"'{text}'") + "}", HEAD)


def with_effect(text):
    return film(f"{{play: hall.mp4, set: '{text}', next: garden}}", HEAD)


@pytest.mark.parametrize(
    "text",
    [
        "trust > 1 and knows",
        "not knows or felt.smiling",
        "weather == storm",
        "weather != calm",
        'weather == "storm"',
        'mood == "calm"',
        "knows == true",
        "visits(hall) + trust * 2 >= 3",
        "-trust < 1",
        'ended("Free") or ended(Lost)',
        "can(face) and not can(vote)",
        "visited(cellar) and seen_before(garden)",
        "random() < 0.5 and hour() > 20",
        'lang() == "zh"',
        "true",
    ],
)
def test_what_can_be_asked_is_asked(text):
    """Nothing an author may write is refused."""
    assert codes_of(with_condition(text)) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("turst > 1", ["S505"]),
        ("trust > turst and turst > 1", ["S505", "S505"]),
        ("True", ["S505"]),
        ("trust", ["S514"]),
        ("mood", ["S514"]),
        ('"calm"', ["S514"]),
        ("trust and knows", ["S513"]),
        ("not trust", ["S513"]),
        ("knows or mood", ["S513"]),
        ("trust == knows", ["S513"]),
        ("mood > weather", ["S513"]),
        ("knows < true", ["S513"]),
        ("mood + 1 > 2", ["S513"]),
        ("-knows > 2", ["S513"]),
        ("weather == strom", ["S516"]),
        ('weather == "strom"', ["S516"]),
        ("weather == 1", ["S513"]),
        ("mood == calm", ["S505"]),
        ("felt.smilin", ["S509"]),
        ("visited(halll)", ["S101"]),
        ("visits(nowhere) > 1", ["S101"]),
        ('chosen("Left")', ["S518"]),
        ("ended(Freed)", ["S517"]),
        ("can(buttons)", ["S519"]),
    ],
)
def test_what_cannot_be_asked_is_told(text, codes):
    """In the editor, and not on the evening."""
    assert codes_of(with_condition(text)) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("trust += 1", []),
        ("knows = trust > 1", []),
        ("weather = storm", []),
        ('weather = "storm"', []),
        ("mood = weather", []),
        ("turst += 1", ["S505"]),
        ("trust = true", ["S515"]),
        ("knows = 1", ["S515"]),
        ("mood += 1", ["S513"]),
        ("knows -= 1", ["S513"]),
        ("weather = fog", ["S516"]),
        ('weather = "fog"', ["S516"]),
        ("mood = calm", ["S505"]),
        ("trust += knows", ["S515"]),
        ("trust = turst", ["S505"]),
    ],
)
def test_a_variable_keeps_its_kind(text, codes):
    """A number stays a number for the whole film."""
    assert codes_of(with_effect(text)) == codes


def test_the_caret_stands_under_the_unknown_name():
    """Not under the condition's beginning."""
    from engine.story.reading.parse import parse

    text = with_condition("knows and turst > 1")
    (finding,) = parse({"story.yaml": text}, "x").findings
    line = text.splitlines()[finding.place.line - 1]

    assert line[finding.place.column - 1 :].startswith("turst")


def test_labels_of_the_whole_film_can_be_asked_about():
    """Also those of scenes further down."""
    text = film("{play: a.mp4, next: [{when: 'chosen(\"Left\")', go: garden}, ask]}")
    text += "  ask: {play: b.mp4, choice: {Left: hall, Right: garden}}\n"

    assert story_of(text).scenes["ask"]


@pytest.mark.parametrize(
    ("value", "kind"), [(True, Kind.TRUTH), (1.0, Kind.NUMBER), ("a", Kind.TEXT)]
)
def test_a_truth_is_no_number(value, kind):
    """Python thinks otherwise."""
    assert kind_of(value) is kind
