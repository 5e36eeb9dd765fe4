"""Translation files: what is used of them, and what is said of bad ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.shelf.films import FilmFolder
from engine.shelf.guard import ShelfError
from engine.shelf.words import read_catalogue, write_catalogue

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
TITLE = 'msgctxt "title"\nmsgid "The Harbour"\nmsgstr "海港"\n'


@pytest.fixture
def film(tmp_path):
    (tmp_path / "lang").mkdir()
    return tmp_path


def written(film, text):
    """The wording of a film whose Chinese is this text."""
    told = text if isinstance(text, bytes) else text.encode()
    (film / "lang" / "zh.po").write_bytes(told)
    return FilmFolder(film).wording("zh")


@pytest.mark.parametrize("text", [HEAD + TITLE, "\ufeff" + HEAD + TITLE, TITLE])
def test_a_good_file_is_read_and_nothing_is_said(film, text):
    """With the mark some editors put first, and without a header."""
    wording = written(film, text)

    assert wording.words == {("title", "The Harbour"): "海港"}
    assert (wording.faults, wording.trouble, wording.there) == ((), None, True)


def test_lines_may_end_as_on_another_system(film):
    """Translators work where they like."""
    wording = written(film, (HEAD + TITLE).replace("\n", "\r\n"))

    assert wording.words == {("title", "The Harbour"): "海港"}
    assert wording.faults == ()


def test_what_is_fuzzy_is_kept_apart_with_its_line(film):
    """It is not shown; `check` points to it."""
    wording = written(film, f"{HEAD}#, fuzzy\n{TITLE}")

    assert wording.words == {}
    assert wording.fuzzy == {("title", "The Harbour"): 5}


def test_a_language_without_a_file_is_no_fault(film):
    """The film is then shown in its own."""
    wording = FilmFolder(film).wording("fr")

    assert (wording.there, wording.words, wording.faults) == (False, {}, ())


BAD = {
    "nothing in it": ("", 1, "empty"),
    "another kind of file": ("<html>\n", 1, "`<html>` is no line of a translation"),
    "quotes left out": (f'{HEAD}msgctxt "title"\nmsgid "A"\nmsgstr x\n', 7, "`msgstr x`"),
    "a quote not closed": (f'{HEAD}{TITLE}msgctxt "b"\nmsgid "B\n', 9, "no line"),
    "a quote inside": (f'{HEAD}msgctxt "t"\nmsgid "a "b" c"\nmsgstr "x"\n', 6, "no line"),
    "curly quotes": (f"{HEAD}{TITLE}".replace('"海港"', "“海港”"), 7, "straight quotes"),
    "a colon from Chinese": (f"{HEAD}{TITLE}".replace("msgstr ", "msgstr："), 2, "no line"),
    "an unsettled merge": (f"{HEAD}<<<<<<< mine\n{TITLE}", 5, "<<<<<<< mine"),
    "no translation line": (f'{HEAD}msgctxt "a"\nmsgid "A"\nmsgctxt "b"\n', 7, "not where it"),
    "another encoding": ((HEAD + TITLE).encode("gbk"), 7, "not UTF-8"),
    "two bytes a letter": ((HEAD + TITLE).encode("utf-16"), 1, "not UTF-8"),
}


@pytest.mark.parametrize(("text", "line", "says"), BAD.values(), ids=BAD)
def test_a_file_that_cannot_be_read_is_one_sentence_with_its_line(film, text, line, says):
    """And is never silently a film without translation."""
    wording = written(film, text)

    assert wording.words == {}
    assert len(wording.faults) == 1
    assert str(wording.faults[0]).startswith(f"lang/zh.po:{line}: ")
    assert says in str(wording.faults[0])
    with pytest.raises(ShelfError, match=f"zh.po:{line}: "):
        read_catalogue(film, "zh")


def test_an_entry_without_its_place_is_told_and_the_others_are_used(film):
    """Nobody could say which of two equal texts it means."""
    wording = written(film, f'{HEAD}{TITLE}\nmsgid "Left"\nmsgstr "左"\n')

    assert wording.words == {("title", "The Harbour"): "海港"}
    assert "lang/zh.po:9: 'Left' has no msgctxt" in wording.trouble


def test_a_text_said_twice_is_told_with_both_lines(film):
    """The first counts."""
    wording = written(film, f"{HEAD}{TITLE}\n{TITLE.replace('海港', '港')}")

    assert wording.words == {("title", "The Harbour"): "海港"}
    assert "lang/zh.po:9: 'The Harbour' stands here for a second time; line 5" in wording.trouble


def test_a_header_that_names_another_encoding_is_told(film):
    """An editor would believe it."""
    wording = written(film, HEAD.replace("UTF-8", "GB18030") + TITLE)

    assert wording.words == {("title", "The Harbour"): "海港"}
    assert wording.trouble.startswith("lang/zh.po:3: the header says charset=GB18030")


def test_plural_forms_are_told(film):
    """They would say nothing at all."""
    plural = 'msgctxt "a"\nmsgid "A"\nmsgid_plural "As"\nmsgstr[0] "甲"\n'

    assert "has plural forms" in written(film, HEAD + plural).trouble


def test_several_faults_are_told_in_one_line_for_those_who_watch(film):
    """The first, and where the others are named."""
    wording = written(film, f"{HEAD}{TITLE}\n{TITLE}\n{TITLE}")

    assert len(wording.faults) == 2
    assert "\n" not in wording.trouble
    assert "1 more: `kinoeye lang report`" in wording.trouble


def test_a_folder_in_the_place_of_a_file_is_told(film):
    """A machine's fault is a sentence too."""
    (film / "lang" / "zh.po").mkdir()

    assert "cannot be read" in FilmFolder(film).wording("zh").trouble


def test_a_link_out_of_the_film_is_not_followed(film, tmp_path_factory):
    """Films come from strangers."""
    outside = tmp_path_factory.mktemp("outside") / "zh.po"
    outside.write_text(HEAD + TITLE, "utf-8")
    (film / "lang" / "zh.po").symlink_to(outside)

    wording = FilmFolder(film).wording("zh")

    assert wording.words == {}
    assert "leads out of the film's folder" in wording.trouble


def test_a_file_longer_than_any_film_is_not_read(film, monkeypatch):
    """A translation cannot fill the memory."""
    monkeypatch.setattr("engine.shelf.words.MOST_BYTES", 40)

    assert "longer than 8 MiB" in written(film, HEAD + TITLE).trouble


def test_a_file_that_could_not_be_read_again_is_not_written(film, monkeypatch):
    """What is there stays."""
    written(film, HEAD + TITLE)
    entries = read_catalogue(film, "zh")
    monkeypatch.setattr("engine.shelf.words.MOST_BYTES", 40)

    with pytest.raises(ShelfError, match="left as it is"):
        write_catalogue(film, "lang/zh.po", entries)

    assert (film / "lang" / "zh.po").read_text("utf-8") == HEAD + TITLE


def test_writing_what_is_there_already_touches_nothing(film):
    """No editor sees a change where there is none."""
    written(film, HEAD + TITLE)
    entries = read_catalogue(film, "zh")

    assert write_catalogue(film, "lang/zh.po", entries)
    before = (film / "lang" / "zh.po").stat().st_mtime_ns
    assert not write_catalogue(film, "lang/zh.po", read_catalogue(film, "zh"))
    assert (film / "lang" / "zh.po").stat().st_mtime_ns == before


def test_one_long_line_is_read_at_once(film):
    """A file from a stranger cannot keep a film waiting."""
    long = '\\\\"x"' * 200_000

    assert written(film, f'{HEAD}msgctxt "a"\nmsgid "{long}\n').faults


@settings(max_examples=300)
@given(st.integers(0, 10_000), st.binary(max_size=6), st.integers(0, 12))
def test_a_file_damaged_anywhere_is_used_or_told_and_never_breaks(tmp_path_factory, at, put, cut):
    """Whatever a bad disk or a bad editor does to it."""
    film = tmp_path_factory.getbasetemp() / "damaged"
    (film / "lang").mkdir(parents=True, exist_ok=True)
    whole = f'{HEAD}#. note\n#: story.yaml:3\n{TITLE}\n#, fuzzy\n#| msgid "a"\n{TITLE}'.encode()
    at %= len(whole)

    wording = written(film, whole[:at] + put + whole[at + cut :])

    assert wording.there
    assert all("\n" not in str(fault) for fault in wording.faults)
    assert wording.words or wording.fuzzy or wording.faults
