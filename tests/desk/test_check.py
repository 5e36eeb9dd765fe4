"""`kinoeye check`, as an author sees it."""

import json
import re
from argparse import Namespace
from pathlib import Path

import pytest

from engine.desk.check import ERRORS, UNREADABLE, WELL, check_films, run
from engine.desk.flags import parser
from engine.desk.watch import EVERY, Watching, keep_checking
from engine.shelf.guard import ShelfError
from engine.shelf.places import shipped
from tests.story.films import TWO_DOORS, film


@pytest.fixture
def folder(tmp_path):
    """Writes a film's story, and answers with the folder's name as it would be typed."""

    def write(text, name="two-doors", **files):
        path = tmp_path / name
        path.mkdir()
        (path / "story.yaml").write_text(text, encoding="utf-8")
        for file, words in files.items():
            (path / "lang").mkdir(exist_ok=True)
            (path / "lang" / f"{file}.po").write_text(words, encoding="utf-8")
        return str(path)

    return write


def said(names, *, release=False, as_json=False):
    """The exit code and every line."""
    lines = []
    code = check_films(names, release=release, as_json=as_json, say=lines.append)
    return code, "\n".join(lines)


def test_an_error_is_shown_with_its_line_and_cure(folder):
    """What, where, and how to mend it."""
    code, text = said([folder(TWO_DOORS.replace("Right: cellar", "Right: celar"))])

    assert code == 1
    assert (
        text
        == """\
two-doors/story.yaml:4:56: error S101
  no scene is named 'celar'.
      hall: {play: hall.mp4, choice: {Left: garden, Right: celar}}
                                                           ^
  Did you mean 'cellar'?

two-doors: 1 error; the film cannot be played yet.
`kinoeye explain S101` tells more of a finding."""
    )


def test_missing_clips_are_advice_until_the_release(folder):
    """A film can be played before a frame is shot."""
    path = folder(TWO_DOORS)

    code, text = said([path])
    released, _ = said([path], release=True)

    assert (code, released) == (0, 1)
    assert "warning S302" in text
    assert text.count("warning S302") == 3
    assert text.count("until then a slate stands in") == 1  # nobody reads it thrice
    assert "\ntwo-doors: 0 errors, 3 warnings; 3 scenes, 2 endings, 0.2 minutes.\n" in text
    assert text.endswith("`kinoeye explain S302` tells more of a finding.")


@pytest.mark.parametrize("named", ["Garden.MP4", "gardn.mp4", "garden", "garden.mov"])
def test_a_clip_under_another_name_is_offered(folder, named):
    """A capital or an ending differs, and the clip would stay a slate for no reason."""
    path = folder(TWO_DOORS.replace("garden.mp4", named))
    (Path(path) / "garden.mp4").write_bytes(b"")

    assert "Did you mean 'garden.mp4', which is there?" in said([path])[1]


def test_another_clip_is_not_offered_in_place_of_one_not_shot_yet(folder):
    """What the story names elsewhere is meant there, and the next take is another clip."""
    path = folder(TWO_DOORS.replace("garden.mp4", "hall_2.mp4"))
    for there in ("hall.mp4", "hall_1.mp4"):
        (Path(path) / there).write_bytes(b"")

    assert "Did you mean" not in said([path])[1]


def test_a_sound_film_is_told_so(folder):
    """Slates need no files."""
    text = film("{play: {slate: Hello}, choice: {Left: garden, Right: cellar}}")
    text = text.replace("garden.mp4", "{slate: Green}").replace("cellar.mp4", "{slate: Dark}")

    said_of_it = "two-doors: nothing to say; 3 scenes, 2 endings, 0.1 to 0.2 minutes."
    assert said([folder(text)]) == (0, said_of_it)


def test_translations_are_looked_at(folder):
    """What is not translated is counted."""
    po = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    po += 'msgctxt "title"\nmsgid "Two Doors"\nmsgstr "两扇门"\n'

    _, text = said([folder(film("{play: hall.mp4, next: garden}", "languages: [zh]"), zh=po)])

    assert "not translated into 'zh' yet: 2 of 3 texts" in text


def test_a_film_that_cannot_be_found_does_not_hide_the_others(folder):
    """Exit code 2, and everything else is still said."""
    code, text = said(["no-such-film", folder(TWO_DOORS)])

    assert code == 2
    assert text.startswith("There is no film 'no-such-film'.")
    assert "two-doors: 0 errors" in text


def test_an_unreadable_file_is_said_in_one_sentence(folder, tmp_path):
    """Saved by an old editor in an old encoding."""
    path = folder(TWO_DOORS)
    (tmp_path / "two-doors" / "story.yaml").write_bytes(b"title: \xff\xfe")

    code, text = said([path])

    assert code == 2
    assert text.startswith(f"{path}: story.yaml is not UTF-8")


def test_programs_read_it_too(folder):
    """One object a line."""
    path = folder(TWO_DOORS.replace("Right: cellar", "Right: 地窖"))

    code, text = said([path, "no-such-film"], as_json=True)

    finding, summary, problem = (json.loads(line) for line in text.splitlines())
    assert code == 2
    assert (finding["code"], finding["weight"]) == ("S101", "error")
    assert (finding["file"], finding["line"], finding["column"]) == ("story.yaml", 4, 56)
    assert finding["says"] == "no scene is named '地窖'"
    assert finding["remedy"].startswith("Known: ")
    assert summary == {"film": "two-doors", "errors": 1, "warnings": 0}
    assert problem["film"] == "no-such-film"


def test_the_shipped_films_have_no_errors_and_no_advice_but_on_clips(capsys):
    """They are what authors learn from; without a name all of them are checked."""
    code = run(Namespace(films=[], release=False, json=True, watch=False))

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert {line["code"] for line in lines if "code" in line} <= {"S302"}
    assert {line["film"] for line in lines if "errors" in line} >= {"lantern-keeper", "two-doors"}


def test_a_film_is_checked_again_when_it_changes(folder, tmp_path):
    """One window with the editor, one with what is left to mend."""
    path = folder(TWO_DOORS.replace("Right: cellar", "Right: celar"))
    story, lines, texts = tmp_path / "two-doors" / "story.yaml", [], iter([TWO_DOORS])

    def wait(seconds):
        if seconds == EVERY:
            try:
                story.write_text(next(texts), encoding="utf-8")
            except StopIteration:
                raise KeyboardInterrupt from None

    how = Watching(wait=wait, now=lambda: "12:30:05")
    with pytest.raises(KeyboardInterrupt):
        keep_checking(
            lambda: check_films([path], release=False, as_json=False, say=lines.append),
            {path: tmp_path / "two-doors"},
            how,
            lines.append,
        )

    heads = [line for line in lines if line.startswith("12:30:05")]
    counts = [line for line in lines if line.startswith("two-doors: ")]
    assert heads == [f"12:30:05 · watching {path}; Ctrl-C ends it\n", "12:30:05 · story.yaml\n"]
    assert counts == [
        "two-doors: 1 error; the film cannot be played yet.",
        "two-doors: 0 errors, 3 warnings; 3 scenes, 2 endings, 0.2 minutes.",
    ]


def test_who_watches_a_film_that_is_not_there_is_told_at_once():
    """And does not wait for it."""
    with pytest.raises(ShelfError, match="no film 'no-such-film'"):
        run(Namespace(films=["no-such-film"], release=False, json=False, watch=True))


def test_a_program_that_watches_is_told_nothing_but_objects(folder, tmp_path):
    """Each line can be read by itself."""
    path, lines = folder(TWO_DOORS), []

    def end(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        keep_checking(
            lambda: check_films([path], release=False, as_json=True, say=lines.append),
            {path: tmp_path / "two-doors"},
            Watching(quiet=True, clear=True, wait=end),
            lines.append,
        )

    assert [json.loads(line)["film"] for line in lines] == ["two-doors"] * 4


def test_everything_a_program_needs_is_told_in_the_help_and_on_the_page(folder, capsys):
    """Each field of `--json`, and each exit code."""
    _, text = said([folder(TWO_DOORS), "no-such-film"], as_json=True)
    fields = {field for line in text.splitlines() for field in json.loads(line)}
    with pytest.raises(SystemExit):
        parser().parse_args(["check", "--help"])
    helped = capsys.readouterr().out
    page = (shipped("docs") / "writing.md").read_text(encoding="utf-8")
    checking = page.partition("## Checking")[2].partition("\n## ")[0]

    for field in fields:
        assert re.search(rf"\b{field}\b", helped)
        assert f"`{field}`" in checking
    for code in (WELL, ERRORS, UNREADABLE, 130):
        assert f" {code} " in helped.replace("\n", " ")
        assert f"| {code} |" in checking
    for flag in ("--release", "--json", "--watch"):
        assert flag in helped
        assert flag in checking
