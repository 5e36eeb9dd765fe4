"""A film in another language."""

from dataclasses import replace
from pathlib import Path

import polib

from engine.story.model import End
from engine.story.reading.parts import Gathered, gist
from engine.story.translate import texts, translated, untranslated
from tests.films import ALL
from tests.story.films import film, story_of

KEEPER = Path("stories/lantern-keeper")

TEXT = film(
    """
    play: [{when: false, file: a.mp4}, {slate: Later}]
    chapter: One
    describe: A hall.
    choice:
      by: [text, buttons]
      ask: Which?
      options:
        Left: {go: garden, because: you went left, hear: [left, on the left]}
        Right: {go: cellar, default: true}""",
    """\
languages: [zh]
about: {summary: A film., warnings: [storms], rating: {age: 6, note: dark}, licence: MIT}
sensing: {why: It watches.}""",
)


def test_every_text_viewers_read_is_listed():
    """With where it stands, so that equal words may differ."""
    listed = {text.context: text.source for text in texts(story_of(TEXT))}

    assert listed == {
        "title": "Two Doors",
        "about.summary": "A film.",
        "about.warnings.0": "storms",
        "about.rating.note": "dark",
        "sensing.why": "It watches.",
        "scene.hall.chapter": "One",
        "scene.hall.describe": "A hall.",
        "scene.hall.play.1.slate": "Later",
        "scene.hall.choice.ask": "Which?",
        "scene.hall.choice.Left.label": "Left",
        "scene.hall.choice.Left.because": "you went left",
        "scene.hall.choice.Left.hear": "left\non the left",
        "scene.hall.choice.Right.label": "Right",
        "scene.garden.end": "Free",
        "scene.cellar.end": "Lost",
    }


def test_every_text_knows_its_place():
    """Translators ask where."""
    places = {text.context: text.place for text in texts(story_of(TEXT))}

    assert TEXT.splitlines()[places["scene.hall.choice.ask"].line - 1].strip() == "ask: Which?"
    assert all(place.line for place in places.values())


def test_everything_listed_is_translated_and_nothing_else():
    """Words change; ids, ways and names do not."""
    story = story_of(TEXT)
    words = {(text.context, text.source): f"译{text.source}" for text in texts(story)}

    other = translated(story, words, "zh")

    assert {text.source for text in texts(other)} >= {"译Two Doors", "译Left", "译Later"}
    hall = other.scenes["hall"]
    left = hall.way.option("Left")
    assert (left.id, left.label, left.because) == ("Left", "译Left", "译you went left")
    assert left.hear == ("left", "on the left", "译left")
    assert (hall.chapter, hall.describe, hall.way.ask) == ("译One", "译A hall.", "译Which?")
    assert hall.play[1].clip.text == "译Later"
    assert other.scenes["garden"].way == End(name="Free", shown="译Free")
    assert (other.about.summary, other.about.rating.note) == ("译A film.", "译dark")
    assert (other.about.warnings, other.about.licence) == (("译storms",), "MIT")
    assert other.sensing.why == "译It watches."
    assert (other.id, other.start, other.language) == (story.id, story.start, "en")


def test_what_is_not_translated_stays_as_it_was():
    """A half translated film is still whole."""
    story = story_of(TEXT)

    assert translated(story, {}, "zh") == story
    assert translated(story, {("title", "Two Doors"): "x"}, "en") is story


def test_a_scene_fetched_late_is_translated_late():
    """A very long film starts as fast in every language, and is the same film."""
    story = story_of(TEXT)
    words = {(text.context, text.source): f"译{text.source}" for text in texts(story)}
    fetched = []

    def fetch(name):
        fetched.append(name)
        return story.scenes[name]

    late = replace(story, scenes=Gathered(story.scenes, fetch, gist(story)))
    other = translated(late, words, "zh")

    assert (fetched, gist(other).chapters) == ([], (("hall", "译One"),))
    assert other.scenes["hall"].way.ask == "译Which?"
    assert fetched == ["hall"]
    assert other == translated(story, words, "zh")
    assert gist(other) == gist(translated(story, words, "zh"))


def test_warnings_keep_their_names_and_are_shown_in_the_viewers_words():
    """A viewer avoids them by name; the card names them as viewers read them."""
    warned = TEXT.replace("    chapter: One", "    chapter: One\n    warn: [storms, blood]")
    story = story_of(warned)
    listed = {text.context: text.source for text in texts(story)}
    words = {("about.warnings.0", "storms"): "风暴", ("scene.hall.warn.1", "blood"): "血"}

    other = translated(story, words, "zh")

    assert listed["scene.hall.warn.1"] == "blood"
    assert "scene.hall.warn.0" not in listed
    assert other.scenes["hall"].warn == ("storms", "blood")
    assert other.about.shown_warnings == {"storms": "风暴", "blood": "血"}


def test_no_two_texts_of_a_film_stand_in_one_place():
    """Each translation is found by its place and its words."""
    shipped = [story_of(path.read_text("utf-8")) for path in Path("stories").glob("*/story.yaml")]

    for story in (*shipped, *(each.story for each in ALL)):
        places = [text.context for text in texts(story)]
        assert len(places) == len(set(places))


def test_what_lacks_a_translation_is_listed():
    """Example phrases may be left: the source can hold those of every language."""
    story = story_of(TEXT)
    words = {
        (text.context, text.source): "x"
        for text in texts(story)
        if text.context not in {"title", "scene.hall.choice.Left.hear"}
    }

    assert [text.context for text in untranslated(story, words)] == ["title"]


def test_the_lantern_keeper_is_whole_in_chinese():
    """English and Chinese matter equally."""
    story = story_of((KEEPER / "story.yaml").read_text(encoding="utf-8"), "lantern-keeper")
    entries = polib.pofile(str(KEEPER / "lang" / "zh.po"))
    words = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in entries}

    assert untranslated(story, words) == ()
    assert {text.context for text in texts(story)} >= {context for context, _ in words}
    assert translated(story, words, "zh").title == "守灯人"


def test_example_phrases_of_the_lantern_keeper_are_in_both_languages():
    """A viewer may type either, whichever the film is shown in."""
    story = story_of((KEEPER / "story.yaml").read_text(encoding="utf-8"), "lantern-keeper")

    for option in story.scenes["letter"].way.options:
        assert sum(phrase.isascii() for phrase in option.hear) >= 6
        assert sum(not phrase.isascii() for phrase in option.hear) >= 6
