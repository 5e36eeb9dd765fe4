"""What translators are told beside each text."""

import pytest

from engine.story.film import Film
from engine.story.guidance import guidance, kind_of, scene_of, seconds_to_read, size_of
from engine.story.translate import texts
from tests.films import ALL, facts
from tests.story.films import film, story_of

TEXT = film(
    """
    play: [{when: false, file: a.mp4}, {slate: Later, seconds: 3}]
    describe: A hall.
    warn: [fire, storms]
    choice:
      by: [text, buttons]
      ask: Which?
      for: 5s
      options:
        Go. Now: {go: garden, because: you went, hear: [left, on the left]}
        Right: {go: cellar, default: true}""",
    "about: {summary: A film., warnings: [storms], rating: {age: 6, note: dark}}\n"
    "sensing: {why: It watches.}",
)


@pytest.fixture
def hall():
    return Film(story_of(TEXT), {})


def told(hall, context):
    text = next(one for one in texts(hall.story) if one.context == context)
    return guidance(hall, text)


def test_every_text_of_every_film_has_its_guidance(hall):
    """A translator is never left with a bare word."""
    for each in (hall, *ALL):
        assert all(guidance(each, text) for text in texts(each.story))


def test_a_label_comes_with_its_question_its_scene_and_the_time_there_is(hall):
    """Both are read together: at 5 s that is sixteen words."""
    assert told(hall, "scene.hall.choice.Go. Now.label") == (
        "An answer to choose. Short: a few words.",
        "Scene hall: A hall.",
        "Asked: Which?",
        "Question and answers together are read in 5 s: at most 16 words, or 26 Chinese signs.",
    )


def test_a_slate_comes_with_how_long_it_stands(hall):
    """Three seconds are eight words."""
    assert told(hall, "scene.hall.play.1.slate")[-1] == (
        "It stands for 3 s: at most 8 words, or 13 Chinese signs."
    )


def test_without_a_limit_no_time_is_told(hall):
    """There is as much as one likes."""
    without = Film(story_of(TEXT.replace("for: 5s", "for: no limit")), {})

    assert not any("read in" in line for line in told(without, "scene.hall.choice.ask"))


def test_a_card_that_stands_to_the_end_is_as_long_as_the_clip_lets_it():
    """The shortest variant counts."""
    text = film(
        "\n    play: hall.mp4\n    choice: {at: 10s, options: {Left: garden, Right: cellar}}"
    )
    hall = Film(story_of(text), {"hall.mp4": facts(16)})
    scene = hall.story.scenes["hall"]

    assert seconds_to_read(hall, scene, scene.way) == 6
    assert seconds_to_read(Film(hall.story, {}), scene, scene.way) is None


@pytest.mark.parametrize(
    ("context", "kind", "scene"),
    [
        ("title", "title", None),
        ("about.warnings.0", "warnings", None),
        ("scene.hall.play.1.slate", "slate", "hall"),
        ("scene.hall.warn.0", "warn", "hall"),
        ("scene.hall.choice.3.5.label", "label", "hall"),
    ],
)
def test_a_place_says_what_stands_there(context, kind, scene):
    """Labels may hold points and numbers."""
    assert (kind_of(context), scene_of(context)) == (kind, scene)


def test_chinese_signs_are_counted_as_words():
    """A translator is paid by them."""
    assert (size_of("Give it to him."), size_of("把信给他。"), size_of("看 a film")) == (4, 4, 3)
