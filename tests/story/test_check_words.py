"""Checks of what viewers read."""

import pytest

from engine.story.check_words import check_words, reading_time
from engine.story.film import Film
from engine.story.media import uses
from tests.story.examples import facts
from tests.story.films import film, story_of


def said(hall, head="", words=None):
    story = story_of(film(hall, head))
    clips = {use.file: facts(20) for use in uses(story)}
    return [each.rule.code for each in check_words(Film(story, clips), words or {})]


@pytest.mark.parametrize(
    ("words", "seconds"), [("", 1), ("one two three four", 2), ("守灯人", 1.45), ("灯 a b", 1.65)]
)
def test_reading_takes_time_in_every_script(words, seconds):
    """A Chinese character is not a letter, nor a word."""
    assert reading_time(words) == pytest.approx(seconds)


LONG = "Do you take the door on the left, which the gardener painted green, or the other one?"


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("for: 9s", []),
        ("for: 3s", ["S212"]),
        ("at: -3s", ["S212"]),
        ("at: -9s", []),
        ("for: no limit", []),
    ],
)
def test_a_question_can_be_read_in_the_time_given(keys, codes):
    """Also where the time is what is left of the clip."""
    hall = f"{{play: hall.mp4, choice: {{ask: '{LONG}', {keys}, options: {{Left: garden}}}}}}"

    assert said(hall) == codes


def test_a_translation_must_be_readable_too():
    """What fits in Chinese may be long in English, and the other way round."""
    hall = "{play: hall.mp4, choice: {for: 2s, options: {Go: garden, Stay: cellar}}}"
    words = {
        ("title", "Two Doors"): "两扇门",
        ("scene.hall.choice.Go.label", "Go"): "从左边那扇绿色的门走出去",
        ("scene.hall.choice.Stay.label", "Stay"): "留",
        ("scene.garden.end", "Free"): "自由",
        ("scene.cellar.end", "Lost"): "迷路",
    }

    assert said(hall, "languages: [zh]", {"zh": words}) == ["S212"]
    assert said(hall, "languages: [zh]", {}) == ["S401"]


@pytest.mark.parametrize(
    ("because", "codes"),
    [
        ("you smiled at the door", []),
        ("your words were kind", []),
        ("你在门口笑了", []),
        ("you touchedown", []),
        ("you were happy", ["S211"]),
        ("you felt something", ["S211"]),
        ("You looked AFRAID", ["S211"]),
        ("你很高兴", ["S211"]),
        ("你心里难过", ["S211"]),
    ],
)
def test_reasons_tell_acts_and_no_souls(because, codes):
    """Telling people what they felt is often wrong and always rude."""
    hall = f"{{play: hall.mp4, choice: {{Left: {{go: garden, because: {because}}}}}}}"

    assert said(hall) == codes
