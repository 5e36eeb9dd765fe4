"""Checks of what viewers read."""

import pytest

from engine.story.checks.words import Misworded, check_words, reading_time
from engine.story.film import Film
from engine.story.media import uses
from engine.story.places import Place
from tests.story.examples import facts, said_of
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
        ("you were moved", ["S211"]),
        ("you moved closer", []),
        ("you touched his sleeve", []),
        ("你心里难过", ["S211"]),
    ],
)
def test_reasons_tell_acts_and_no_souls(because, codes):
    """Telling people what they felt is often wrong and always rude."""
    hall = f"{{play: hall.mp4, choice: {{Left: {{go: garden, because: {because}}}}}}}"

    assert said(hall) == codes


FREE = {
    ("title", "Two Doors"): "两扇门",
    ("scene.hall.choice.Left.label", "Left"): "左",
    ("scene.hall.choice.Right.label", "Right"): "右",
    ("scene.garden.end", "Free"): "自由",
    ("scene.cellar.end", "Lost"): "迷路",
}
HALL = "{play: hall.mp4, choice: {Left: garden, Right: cellar}}"


def told(words, fuzzy=None, misworded=(), hall=HALL, head="languages: [en, zh]"):
    film_of = Film(story_of(film(hall, head)), {})
    return list(check_words(film_of, words, fuzzy or {}, misworded))


def test_fuzzy_translations_are_counted_and_the_first_is_shown():
    """In the file where they are mended, and not as missing ones."""
    left = {key: text for key, text in FREE.items() if key[0] not in {"title", "scene.garden.end"}}
    fuzzy = {("scene.garden.end", "Free"): 30, ("title", "Two Doors"): 12}

    (finding,) = told({"zh": left}, {"zh": fuzzy})

    assert (finding.rule.code, str(finding.place)) == ("S404", "lang/zh.po:12:1")
    assert "2 of the texts in 'zh'" in finding.says
    assert "'Two Doors'" in finding.says


def test_texts_of_a_file_that_cannot_be_read_are_not_missed():
    """They may all be there; mending one line brings them back."""
    wrong = Misworded(Place("lang/zh.po", 3), "a quote is not closed", "Close it.")

    assert [each.rule.code for each in told({}, misworded=[wrong])] == ["S406"]


def test_what_is_fuzzy_and_what_is_missing_are_two_things():
    """Each is done by another hand."""
    left = {key: text for key, text in FREE.items() if key[0] != "title"}
    del left["scene.garden.end", "Free"]

    codes = [each.rule.code for each in told({"zh": left}, {"zh": {("title", "Two Doors"): 5}})]

    assert codes == ["S401", "S404"]


def test_a_translation_nobody_can_choose_is_told():
    """With the line that would let them."""
    (finding,) = told({"zh": FREE, "fr": {}})

    assert finding.rule.code == "S405"
    assert "languages: [en, zh, fr]" in finding.remedy


def test_what_is_wrong_with_a_file_is_told_where_it_stands():
    """And the film is checked all the same."""
    wrong = Misworded(Place("lang/zh.po", 7), "this is no line", "Write another.")

    (finding,) = told({"zh": FREE}, misworded=[wrong])

    assert str(finding).startswith("lang/zh.po:7:1: S406 this is no line. Write another.")


def test_two_labels_alike_in_a_translation_are_told():
    """Unless one of them may stand alone."""
    same = {**FREE, ("scene.hall.choice.Right.label", "Right"): "左"}
    may_wait = "{play: a.mp4, choice: {Left: garden, Right: {go: cellar, when: visited(garden)}}}"

    assert [each.rule.code for each in told({"zh": same})] == ["S403"]
    assert told({"zh": same}, hall=may_wait) == []


@pytest.mark.parametrize(
    ("slate", "codes"),
    [
        ("{slate: Three years later, seconds: 2}", []),
        ("{slate: Three years later, seconds: 1}", ["S226"]),
        ("{slate: Later, seconds: 1}", []),
        ("{slate: Three years later}", []),
        ("{slate: Three years later, seconds: 1, loop: true}", []),
    ],
)
def test_a_slate_can_be_read(slate, codes):
    """In the time it stands."""
    assert said(f"{{play: {slate}, choice: {{for: no limit, options: {{Go: garden}}}}}}") == codes


def test_a_slate_can_be_read_in_every_language():
    """Chinese is short on paper, and not in time."""
    hall = "{play: {slate: Later, seconds: 2}, choice: {for: no limit, options: {Left: garden}}}"
    words = {**FREE, ("scene.hall.play.0.slate", "Later"): "很多很多年以后的一个晚上"}

    (finding,) = told({"zh": words}, hall=hall)

    assert finding.rule.code == "S226"
    assert "(zh)" in finding.says


def test_a_soul_is_told_where_it_is_written_and_how_its_own_language_tells_acts():
    """At the reason and not at the option, with an example to write."""
    hall = "{play: hall.mp4, choice: {左: {go: garden, because: 你很难过}, 右: cellar}}"
    (told,) = said_of({"story.yaml": film(hall, "language: zh")}, ())

    assert (told.rule.code, told.place.column) == (
        "S211",
        hall.index("你很难过") + len("  hall: ") + 1,
    )
    assert "`你笑了`" in told.remedy


def test_a_soul_in_a_translation_is_told_with_its_language():
    """At the reason it translates, since that is where the author can look."""
    hall = "{play: hall.mp4, choice: {Left: {go: garden, because: you went left}, Right: cellar}}"
    words = ["words", "zh", "scene.hall.choice.Left.because | you went left | 你很高兴"]
    told = said_of({"story.yaml": film(hall, "languages: [en, zh]")}, [words])
    (soul,) = [each for each in told if each.rule.code == "S211"]

    assert "'高兴, zh'" in soul.says
    assert soul.place.column == hall.index("you went") + len("  hall: ") + 1
