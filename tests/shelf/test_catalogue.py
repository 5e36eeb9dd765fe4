"""Translation files brought up to date: nothing lost, nothing doubled, nothing done twice."""

import shutil
import subprocess

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.shelf.catalogue import Changes, plural_forms, renewed
from engine.shelf.words import read_catalogue, read_wording, write_catalogue
from engine.story.model import Choice, Clip, ClipKind, Variant
from engine.story.translate import texts
from tests.films import end, film, option, scene

WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t\"\\'.%#|~ 字，“"),
    min_size=1,
    max_size=30,
).filter(str.strip)
LABELS = st.lists(WORDS, min_size=1, max_size=3, unique=True)


@st.composite
def stories(draw):
    """Films of one decision, with words of any script in every place."""
    options = tuple(
        option(
            label,
            "out",
            because=draw(st.none() | WORDS),
            hear=tuple(draw(st.lists(WORDS, max_size=2))),
        )
        for label in draw(LABELS)
    )
    slates = tuple(
        Variant(clip=Clip(kind=ClipKind.SLATE, text=words))
        for words in draw(st.lists(WORDS, max_size=2))
    )
    return film(
        scene(
            draw(st.sampled_from(["hall", "room"])),
            Choice(options=options, ask=draw(st.none() | WORDS)),
            play=slates,
            was=("hall", "room"),
            chapter=draw(st.none() | WORDS),
            warn=tuple(draw(st.lists(WORDS, max_size=2))),
        ),
        scene("out", end(draw(WORDS))),
        title=draw(WORDS),
    ).story


def no_notes(_):
    return ()


def brought(old, story):
    return renewed(old, story, texts(story), "zh", no_notes)[0]


def translated(entries, draw):
    """The same with some of it translated, some of that in doubt."""
    for entry in entries:
        entry.msgstr = draw(st.just("") | WORDS)
        entry.tcomment = draw(st.sampled_from(["", "ask Li", "two\nlines"]))
        entry.flags = draw(st.sampled_from([[], ["fuzzy"], ["no-wrap"]]))
    return entries


def said(entries):
    return sorted(entry.msgstr for entry in entries if entry.msgstr)


@given(stories(), stories(), stories(), st.data())
def test_nothing_a_translator_wrote_is_ever_lost(first, second, third, data):
    """However the story is edited, and edited again."""
    old = translated(brought(polib.POFile(), first), data.draw)
    words = said(old)

    once = brought(old, second)
    again = brought(once, third)

    assert said(once) == said(again) == words


@given(stories(), stories(), st.data())
def test_a_file_brought_up_to_date_twice_is_the_same_file(tmp_path_factory, first, second, data):
    """Byte for byte, through the disk: whoever keeps it in git sees no noise."""
    folder = tmp_path_factory.mktemp("film")
    write_catalogue(folder, "lang/zh.po", translated(brought(polib.POFile(), first), data.draw))

    write_catalogue(folder, "lang/zh.po", brought(read_catalogue(folder, "zh"), second))
    once = (folder / "lang/zh.po").read_bytes()
    changed = write_catalogue(folder, "lang/zh.po", brought(read_catalogue(folder, "zh"), second))

    assert not changed
    assert (folder / "lang/zh.po").read_bytes() == once


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed here")
@settings(max_examples=25)
@given(stories(), stories(), st.data())
def test_gettext_itself_takes_what_is_written(tmp_path_factory, first, second, data):
    """Poedit and its like stand on it."""
    folder = tmp_path_factory.mktemp("film")
    write_catalogue(folder, "lang/zh.po", translated(brought(polib.POFile(), first), data.draw))
    write_catalogue(folder, "lang/zh.po", brought(read_catalogue(folder, "zh"), second))

    checked = subprocess.run(
        ["msgfmt", "-o", "-", str(folder / "lang/zh.po")], capture_output=True, check=False
    )

    assert checked.returncode == 0, checked.stderr.decode()


@given(stories(), stories(), st.data())
def test_no_earlier_place_is_named_without_its_words(first, second, data):
    """Gettext takes that for a broken file."""
    made = brought(translated(brought(polib.POFile(), first), data.draw), second)

    assert all(one.previous_msgid for one in made if one.previous_msgctxt)


@given(stories(), st.data())
def test_what_is_translated_is_read_again_as_it_was_written(tmp_path_factory, story, data):
    """Quotes, backslashes, any script: what the translator typed is what is shown."""
    folder = tmp_path_factory.mktemp("film")
    made = brought(polib.POFile(), story)
    for entry in made:
        entry.msgstr = data.draw(WORDS)
    wanted = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in made}

    write_catalogue(folder, "lang/zh.po", made)

    wording = read_wording(folder, "zh")
    assert (wording.words, wording.faults) == (wanted, ())


@given(stories(), st.data())
def test_a_story_that_was_not_edited_changes_no_translation(story, data):
    """Nothing turns fuzzy by itself."""
    old = translated(brought(polib.POFile(), story), data.draw)
    kept = [(entry.msgctxt, entry.msgid, entry.msgstr, list(entry.flags)) for entry in old]

    made, changes = renewed(old, story, texts(story), "zh", no_notes)

    assert changes == Changes()
    assert [(one.msgctxt, one.msgid, one.msgstr, one.flags) for one in made] == kept


@given(stories())
def test_no_two_texts_stand_in_one_place(story):
    """Labels with points, quotes and line breaks, in any script."""
    places = [text.context for text in texts(story)]

    assert len(places) == len(set(places))


HALL = film(
    scene("hall", Choice(options=(option("Left", "out"),), ask="Which?"), chapter="One"),
    scene("out", end("Free")),
).story
EDITED = film(
    scene("hall", Choice(options=(option("Left", "out"),), ask="Which door?")),
    scene("out", end("Free")),
).story


def finished():
    made = brought(polib.POFile(), HALL)
    for entry in made:
        entry.msgstr = f"译{entry.msgid}"
    return made


def test_edited_words_turn_fuzzy_and_name_what_they_were():
    """The translator sees both."""
    made, changes = renewed(finished(), EDITED, texts(EDITED), "zh", no_notes)

    ask = made.find("Which door?")
    assert (ask.msgstr, ask.flags, ask.previous_msgid) == ("译Which?", ["fuzzy"], "Which?")
    assert changes == Changes(new=0, edited=1, removed=1)
    assert [(one.msgid, one.msgstr) for one in made.obsolete_entries()] == [("One", "译One")]


def test_words_edited_twice_still_name_those_they_were_translated_from():
    """Not those in between, which nobody translated."""
    once = brought(finished(), EDITED)
    more = film(
        scene("hall", Choice(options=(option("Left", "out"),), ask="Which door now?")),
        scene("out", end("Free")),
    ).story

    assert brought(once, more).find("Which door now?").previous_msgid == "Which?"


def test_words_that_come_back_bring_their_translation():
    """Out of what was put away, and still sure."""
    back = brought(brought(finished(), EDITED), HALL)

    one = back.find("One")
    assert (one.msgstr, one.flags, one.obsolete) == ("译One", [], 0)


def test_a_translators_notes_and_header_are_kept():
    """They are theirs."""
    old = finished()
    old.header = "By Li, for the autumn show."
    old.metadata["Last-Translator"] = "Li"
    old.find("Which?").tcomment = "He asks it softly."

    made = brought(old, EDITED)

    assert made.header == "By Li, for the autumn show."
    assert made.metadata["Last-Translator"] == "Li"
    assert made.find("Which door?").tcomment == "He asks it softly."


def test_the_order_is_the_storys():
    """And what is gone comes last."""
    made = brought(polib.POFile(), HALL)
    made.reverse()

    assert [one.msgctxt for one in brought(made, HALL)] == [one.context for one in texts(HALL)]


def test_a_new_file_has_a_header_that_editors_need():
    """Its language, how it counts, and its encoding."""
    made = brought(polib.POFile(), HALL)

    assert made.metadata["Language"] == "zh"
    assert made.metadata["Plural-Forms"] == "nplurals=1; plural=0;"
    assert made.metadata["Content-Type"] == "text/plain; charset=UTF-8"
    assert [entry.msgstr for entry in made] == [""] * len(texts(HALL))


def test_languages_count_in_their_own_ways():
    """What is not known here counts as English does."""
    assert plural_forms("zh-Hant") == plural_forms("ja") == "nplurals=1; plural=0;"
    assert plural_forms("pt-BR") != plural_forms("pt") == plural_forms("nah")
    assert plural_forms("pl").startswith("nplurals=3")
