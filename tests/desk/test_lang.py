"""`kinoeye lang`: from a story to its translation and back, whatever the author edits."""

import json
import shutil
from pathlib import Path

import polib
import pytest

from engine.desk import cli
from engine.desk.bills import bill_of
from engine.desk.films import load, read
from engine.shelf.films import FilmFolder, open_film
from engine.story.check import check

GATE = Path("tests/films/mountain-gate")
STORY = """\
film: 1
title: Two Rooms
languages: [en, zh]
scenes:
  hall:
    play: {slate: Hall, seconds: 9}
    choice: {ask: Which way?, options: {Left: garden, Right: cellar}}
  garden: {play: {slate: Garden, seconds: 1}, end: Free}
  cellar: {play: {slate: Cellar, seconds: 1}, end: Lost}
"""


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))


@pytest.fixture
def film(tmp_path):
    folder = tmp_path / "two-rooms"
    folder.mkdir()
    (folder / "story.yaml").write_text(STORY, "utf-8")
    return folder


def lang(*words):
    return cli.main(["lang", *(str(word) for word in words)])


def edit(folder, old, new):
    path = folder / "story.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def translate(folder, **words):
    """Write these translations, by the words of the source."""
    path = folder / "lang" / "zh.po"
    entries = polib.pofile(str(path))
    for source, said in words.items():
        entries.find(source).msgstr = said
    entries.save()


def test_a_file_is_made_with_every_text_its_place_and_its_notes(film, capsys):
    """A translator needs nothing else."""
    assert lang("extract", film) == cli.OK

    assert "two-rooms: lang/zh.po, 9 texts to translate" in capsys.readouterr().out
    text = (film / "lang" / "zh.po").read_text("utf-8")
    assert '"Plural-Forms: nplurals=1; plural=0;\\n"' in text
    assert (
        "#. An answer to choose. Short: a few words.\n"
        "#. Asked: Which way?\n"
        "#. Question and answers together are read in 9 s: "
        "at most 32 words, or 53 Chinese signs.\n"
        "#: story.yaml:7\n"
        'msgctxt "scene.hall.choice.Left.label"\n'
        'msgid "Left"\n'
        'msgstr ""\n'
    ) in text


def test_a_file_that_is_there_is_never_overwritten(film, capsys):
    """It holds somebody's work."""
    lang("extract", film, "zh")
    translate(film, Left="左")

    assert lang("extract", film, "zh") == cli.UNREADABLE

    assert "lang/zh.po is there already" in capsys.readouterr().err
    assert 'msgstr "左"' in (film / "lang" / "zh.po").read_text("utf-8")


def test_without_a_language_only_what_is_missing_is_made(film, capsys):
    """The story names its languages."""
    lang("extract", film)
    capsys.readouterr()

    assert lang("extract", film) == cli.OK
    assert "nothing to make" in capsys.readouterr().out


def test_a_language_the_story_does_not_name_yet_is_asked_for(film, capsys):
    """A file alone is never looked at."""
    assert lang("extract", film, "pt-BR") == cli.OK

    assert "write `languages: [en, zh, pt-BR]`" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "is written in 'en'"), ("../zh", "no language's code"), ("EN", "no language's code")],
)
def test_what_is_no_other_language_is_told(film, capsys, language, says):
    """In one sentence, before anything is written."""
    assert lang("extract", film, language) == cli.UNREADABLE

    assert says in capsys.readouterr().err
    assert not (film / "lang").exists()


def test_a_template_may_be_made_too(film):
    """For translation tools that begin with one."""
    assert lang("extract", film, "--pot") == cli.OK

    entries = polib.pofile(str(film / "lang" / "two-rooms.pot"))
    assert [entry.msgid for entry in entries][:2] == ["Two Rooms", "Hall"]


def test_an_edited_story_keeps_its_translation_in_doubt_and_new_texts_are_empty(film, capsys):
    """And the film shows the source where there is a doubt."""
    lang("extract", film)
    translate(film, Left="左", Free="自由")
    edit(film, "end: Free", "end: Free at last")
    edit(film, "Cellar, seconds: 1}", "Cellar, seconds: 1}, chapter: Below")

    assert lang("update", film) == cli.OK

    assert "1 new, 1 edited since (fuzzy)" in capsys.readouterr().out
    folder = FilmFolder(film)
    assert folder.words("zh")["scene.hall.choice.Left.label", "Left"] == "左"
    assert set(folder.wording("zh").fuzzy) == {("scene.garden.end", "Free at last")}
    assert load(str(film), "zh")[1].story.scenes["garden"].way.shown is None


def test_bringing_up_to_date_twice_changes_nothing(film, capsys):
    """Whoever keeps it in git sees no noise."""
    lang("extract", film)
    capsys.readouterr()

    assert lang("update", film) == cli.OK
    assert capsys.readouterr().out == "two-rooms: lang/zh.po, up to date\n"


def test_a_file_that_is_not_there_cannot_be_brought_up_to_date(film, capsys):
    """The first step is named."""
    assert lang("update", film, "zh") == cli.UNREADABLE
    assert "lang extract" in capsys.readouterr().err


def test_a_mangled_file_is_not_rewritten(film, capsys):
    """What a person can still mend is not thrown away."""
    lang("extract", film)
    path = film / "lang" / "zh.po"
    path.write_text(path.read_text("utf-8") + "\nmsgstr “左”\n", "utf-8")
    mangled = path.read_bytes()

    assert lang("update", film) == cli.UNREADABLE

    assert "straight quotes" in capsys.readouterr().err
    assert path.read_bytes() == mangled


def test_the_report_counts_for_people_and_for_machines(film, capsys):
    """A hundred only where nothing is left."""
    lang("extract", film)
    translate(film, Left="左", Free="自由")
    edit(film, "end: Free", "end: Free at last")
    lang("update", film)
    capsys.readouterr()

    assert lang("report", film) == cli.OK
    table = capsys.readouterr().out.splitlines()
    assert lang("report", film, "--json", "--strict") == 1
    counted = json.loads(capsys.readouterr().out)

    assert table[1].split() == ["two-rooms", "zh", "9", "1", "1", "7", "0", "13", "11", "%"]
    assert counted == {
        "film": "two-rooms", "language": "zh", "texts": 9, "translated": 1, "fuzzy": 1,
        "missing": 7, "obsolete": 0, "words": 13, "percent": 11,
    }  # fmt: skip


def test_a_story_with_errors_is_sent_to_check(film, capsys):
    """Its texts are not known."""
    edit(film, "Left: garden", "Left: gardn")

    assert lang("report", film) == cli.UNREADABLE
    assert "kinoeye check" in capsys.readouterr().err


def test_every_film_that_comes_with_the_engine_speaks_both_languages(capsys):
    """English and Chinese matter equally."""
    assert lang("report", "--json", "--strict") == cli.OK

    for line in capsys.readouterr().out.splitlines():
        assert json.loads(line)["percent"] == 100


def test_a_film_plays_on_in_its_own_language_where_its_translation_is_mangled(film, capsys):
    """And says so once."""
    lang("extract", film)
    path = film / "lang" / "zh.po"
    path.write_text(path.read_text("utf-8").replace('msgid "Left"', "msgid Left"), "utf-8")

    code = cli.main(["play", str(film), "--headless", "--lang", "zh", "--do", "Left"])

    told = capsys.readouterr()
    assert code == cli.OK
    assert "path: hall > garden" in told.out
    assert told.err.count("lang/zh.po:") == 1
    assert "`msgid Left` is no line of a translation" in told.err


def test_a_chinese_film_is_whole_in_english(capsys):
    """Both directions: source, card, reason, ending, and what is checked of them."""
    folder, film = load(str(GATE), "en")

    gate = film.story.scenes["山门"]
    assert film.story.title == "The Mountain Gate"
    assert [option.label for option in gate.way.options] == ["Come in", "It is late"]
    assert film.story.scenes["石阶"].way.shown == "Footprints"
    assert "进来吧" in gate.way.options[0].hear
    assert "come inside" in gate.way.options[0].hear
    assert bill_of(read(folder)).warning("离别", "en") == "parting"
    words = {"en": folder.words("en")}
    assert list(check(read(open_film(str(GATE))).film, words=words)) == []
    assert lang("report", GATE, "--strict") == cli.OK


def test_a_film_is_played_in_a_third_language_that_the_interface_does_not_speak(film, capsys):
    """Its own words are its own, and the player's are English."""
    edit(film, "languages: [en, zh]", "languages: [en, zh, ar]")
    lang("extract", film, "ar")
    words = film / "lang" / "ar.po"
    left = 'msgid "Left"\nmsgstr '
    words.write_text(words.read_text("utf-8").replace(f'{left}""', f'{left}"يسار"'), "utf-8")

    code = cli.main(["play", str(film), "--headless", "--lang", "ar", "--do", "Left"])

    told = capsys.readouterr()
    assert code == cli.OK
    assert "You chose “يسار”." in told.out
    assert "is not told in" not in told.err


def test_a_language_the_film_is_not_told_in_is_named_with_those_it_is(film, capsys):
    """It plays all the same, in its own."""
    code = cli.main(["play", str(film), "--headless", "--lang", "pt-BR", "--do", "Left"])

    assert code == cli.OK
    assert "is not told in 'pt-BR', only in en, zh." in capsys.readouterr().err


def test_what_is_no_language_is_refused_with_codes_that_are(film, capsys):
    """Names are what people try first."""
    with pytest.raises(SystemExit):
        cli.main(["play", str(film), "--lang", "french"])

    assert "'french' is no language code: write en, zh or pt-BR" in capsys.readouterr().err


@pytest.mark.parametrize("answer", ["Come in", "请进"])
def test_a_chinese_film_is_played_in_english_by_either_label(capsys, answer):
    """Who reads English presses what is written; a script may name what the author wrote."""
    code = cli.main(["play", str(GATE), "--headless", "--lang", "en", "--do", answer])

    told = capsys.readouterr().out
    assert code == cli.OK
    assert "The Mountain Gate" in told
    assert "You asked him in." in told
    assert "= Daybreak" in told


def test_a_copy_of_the_chinese_film_is_brought_up_to_date_after_an_edit(tmp_path, capsys):
    """Edited Chinese puts its English in doubt, and loses nothing."""
    film = tmp_path / "mountain-gate"
    shutil.copytree(GATE, film)
    edit(film, "夜深了: {go", "太晚了: {go")

    assert lang("update", film) == cli.OK

    assert "2 edited since (fuzzy)" in capsys.readouterr().out
    entries = polib.pofile(str(film / "lang" / "en.po"))
    label = next(one for one in entries if one.msgid == "太晚了")
    assert (label.msgstr, label.previous_msgid) == ("It is late", "夜深了")


def test_where_no_language_was_asked_for_or_named_nothing_is_done_and_the_exit_code_says_so(
    tmp_path, capsys
):
    """A script that goes on must not believe that there are translations now."""
    folder = tmp_path / "doors"
    folder.mkdir()
    story = "film: 1\ntitle: D\nscenes: {a: {play: {slate: A, seconds: 1}, end: E}}\n"
    (folder / "story.yaml").write_text(story, encoding="utf-8")

    assert lang("extract", folder) == lang("update", folder) == 1

    told = capsys.readouterr().out
    assert "the story names no other language. Name one: `kinoeye lang extract" in told
    assert "nothing to update" in told
    assert lang("report", folder) == 0
    assert "Nothing to count" in capsys.readouterr().err
