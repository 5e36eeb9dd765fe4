"""Checks of options that one answer fits."""

import pytest

from engine.story.rules import Rule
from tests.story.examples import said_of
from tests.story.films import asking, film

FACE = "sensing: {uses: [face], baseline: hall 1s..6s}"
TEXT = "sensing: {uses: [text]}"


def findings(hall, head=TEXT):
    return said_of({"story.yaml": film(hall, head)}, ())


def said(hall, head=TEXT):
    return [each.rule.code for each in findings(hall, head)]


def asked(options, keys="by: [text, buttons]"):
    return asking(options, keys)


@pytest.mark.parametrize(
    ("more", "codes"),
    [("", ["S223"]), (", once: true", []), (", when: visits(hall) > 1", [])],
)
def test_two_options_for_one_feeling_never_win(more, codes):
    """Unless one of them may stand alone."""
    options = "A: {go: garden, feel: smile > 0.8}\n        "
    options += f"B: {{go: cellar, feel: smile > 0.8{more}}}"

    assert said(asked(options, "by: [face, buttons]\n      read: 7s..10s"), FACE) == codes


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("[go in]", "[knock]", []),
        ("[go in]", "[Go in]", ["S224"]),
        ("[go in, 进去]", "[敲门, 进去]", ["S224"]),
        ("[我要回家]", "[我要回家！]", ["S224"]),
        ("['?']", "['!']", []),
        ("[go in, Go in]", "[knock]", []),
        ("[ＧＯ ＩＮ]", "[go in]", ["S224"]),
        ("[b]", "[knock]", ["S228"]),
        ("[knock, B!]", "[knock]", ["S228", "S224"]),
        ("[A]", "[knock]", []),
    ],
)
def test_a_sentence_means_one_thing(first, second, codes):
    """Whatever its capitals and signs."""
    options = f"A: {{go: garden, hear: {first}}}\n        B: {{go: cellar, hear: {second}}}"

    assert said(asked(options)) == codes


def test_both_places_of_a_sentence_are_told():
    """So that an author sees which of the two was meant."""
    options = "A: {go: garden, hear: [come in]}\n        B: {go: cellar, hear: [Come in!]}"
    (told,) = findings(asked(options))

    assert str(told.place) == "story.yaml:11:32"
    assert "'A' (story.yaml:10)" in told.says


def test_a_name_that_stands_alone_when_its_turn_comes_is_nobody_elses():
    """With `once` or `when` the two may never stand together."""
    options = "A: {go: garden, once: true}\n        B: {go: cellar, hear: [a]}"

    assert said(asked(options)) == []


def tones(one, other, more=""):
    a, b = f"A: {{go: garden, feel: {one}}}", f"B: {{go: cellar, feel: {other}{more}}}"
    told = findings(
        asked(f"{a}\n        {b}", "by: [face, text, buttons]\n      read: 7s..10s"), BOTH
    )
    return [each.says for each in told if each.rule is Rule.SAME_TONE]


BOTH = "sensing: {uses: [face, text], baseline: hall 1s..6s}"


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("text.sentiment > 0.2", "text.sentiment < -0.2", None),
        ("text.sentiment > 0.2", "text.sentiment < 0.2", None),
        ("text.sentiment > -0.2", "text.sentiment < 0.3", "from -0.2 to 0.3"),
        ("text.sentiment > 0.2", "text.sentiment > 0.5", "from 0.5 to 1"),
        ("text.sentiment < -0.5", "text.sentiment < -0.2", "from -1 to -0.5"),
        ("smile > 0.8 or text.sentiment > 0.2", "text.sentiment > 0.6", "from 0.6 to 1"),
        ("smile > 0.8 and text.sentiment > 0.2", "text.sentiment > 0.6", None),
        (
            "text.sentiment > -0.3 and text.sentiment < 0.1",
            "text.sentiment > 0 and text.sentiment < 0.5",
            "from 0 to 0.1",
        ),
        ("text.sentiment > 0.2", "text.sentiment > 0.2", None),
        ("smile > 0.8", "text.sentiment > 0.2", None),
    ],
)
def test_tones_that_fit_two_options_are_told_with_their_bounds(one, other, overlap):
    """The very same feeling is told as such (S223), and a face is no tone."""
    told = tones(one, other)

    assert len(told) == (overlap is not None)
    assert all(overlap in each for each in told)


@pytest.mark.parametrize(
    ("one", "other", "so"),
    [
        ("> 0.2", "> 0.5", "'A' always wins and 'B' is never chosen by it"),
        ("> 0.5", "> 0.2", "'B' always wins and 'A' is never chosen by it"),
        ("< -0.5", "< -0.2", "'B' always wins and 'A' is never chosen by it"),
        ("> 0.25", "> 0.2", "neither can win"),
        ("> -0.2", "< 0.2", "the one whose number is farther off wins, or neither"),
    ],
)
def test_it_is_told_which_of_the_two_answers(one, other, so):
    """By the strengths that the film reckons with."""
    (told,) = tones(f"text.sentiment {one}", f"text.sentiment {other}")

    assert told.endswith(f"so {so}")


def test_a_tone_may_wait_for_its_turn():
    """An option with `when` may stand alone."""
    assert tones("text.sentiment > 0.2", "text.sentiment > 0.5", ", when: visits(hall) > 1") == []
