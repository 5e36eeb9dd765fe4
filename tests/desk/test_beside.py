"""What lies beside a story."""

import pytest

from engine.desk.beside import beside
from engine.desk.check import examined
from engine.shelf.films import FilmFolder
from tests.story.films import film, story_of

TEXT = film("{play: hall.mp4, choice: {Left: garden, Right: cellar}}", "languages: [en, zh]")
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
FUZZY = f'{HEAD}#, fuzzy\nmsgctxt "title"\nmsgid "Two Doors"\nmsgstr "三扇门"\n'
SRT = "1\n00:00:03,000 --> 00:00:02,000\nWho is there?\n"


@pytest.fixture
def folder(tmp_path):
    """A film's folder with a translation that is fuzzy, one nobody asked for, and subtitles."""
    (tmp_path / "story.yaml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "lang").mkdir()
    (tmp_path / "lang" / "zh.po").write_text(FUZZY, encoding="utf-8")
    (tmp_path / "lang" / "fr.po").write_text(HEAD, encoding="utf-8")
    (tmp_path / "hall.en.srt").write_text(SRT, encoding="utf-8")
    return FilmFolder(tmp_path)


def test_everything_beside_a_story_is_gathered(folder):
    """Translations by language, what is fuzzy in them, and subtitles by clip."""
    found = beside(folder, story_of(TEXT))

    assert list(found.words) == ["zh", "fr"]
    assert found.fuzzy["zh"] == {("title", "Two Doors"): 4}
    assert [each.file for each in found.subtitles] == ["hall.en.srt"]
    assert found.texts == {"hall.en.srt": SRT, "lang/zh.po": FUZZY}


def test_a_broken_translation_is_a_finding_and_no_refusal(folder):
    """The film is told of all the same."""
    (folder.path / "lang" / "zh.po").write_bytes(b'msgid "\xff"\n')

    report = examined(folder)

    assert report.scenes == 3
    assert [str(each.place) for each in report.findings if each.rule.code == "S406"] == [
        "lang/zh.po:1:1"
    ]


def test_check_tells_of_all_of_it_in_one_run(folder):
    """Sorted by file and line, each with its own line shown."""
    report = examined(folder)

    told = [each.rule.code for each in report.findings if each.rule.code != "S302"]
    assert sorted(told) == ["S401", "S404", "S405", "S412", "S414"]
    assert "hall.en.srt" in report.sources
