"""What people type, and what they are told."""

import json

import pytest

from engine.desk import cli

STORY = """
film: 1
title: Two Rooms
scenes:
  hall: {play: {slate: Hall, seconds: 4}, choice: {Left: garden, Right: cellar}}
  garden: {play: {slate: Garden, seconds: 1}, end: Free}
  cellar: {play: {slate: Cellar, seconds: 1}, end: Lost}
tests:
  - {name: to the right, do: [Right], expect: Lost}
"""


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return tmp_path / "home"


@pytest.fixture
def film(tmp_path):
    folder = tmp_path / "two-rooms"
    folder.mkdir()
    (folder / "story.yaml").write_text(STORY, encoding="utf-8")
    return folder


def test_a_scripted_viewer_plays_on_paper_and_each_turn_has_its_reason(film, capsys):
    """The whole of a film in a terminal."""
    code = cli.main(["play", str(film), "--headless", "--do", "Right", "--seed", "1"])

    told = capsys.readouterr().out
    assert code == cli.OK
    assert "path: hall > cellar" in told
    assert "-> cellar" in told


def test_silence_is_an_answer_too(film, capsys):
    """The default, and that nobody pressed."""
    cli.main(["play", str(film), "--headless", "--do", "timeouts"])

    assert "path: hall > garden" in capsys.readouterr().out


def test_the_same_in_chinese(film, capsys):
    """Reasons are in the viewer's language."""
    cli.main(["play", str(film), "--headless", "--lang", "zh", "--do", "Right"])

    assert "你选了“Right”" in capsys.readouterr().out


def test_a_viewing_can_begin_in_the_middle_and_be_logged(film, tmp_path, capsys):
    """For an author at work."""
    log = tmp_path / "log.jsonl"

    cli.main(["play", str(film), "--headless", "--from", "cellar", "--log", str(log)])

    kinds = [json.loads(line)["kind"] for line in log.read_text("utf-8").splitlines()]
    assert "path: cellar" in capsys.readouterr().out
    assert kinds[0] == "began"
    assert kinds[-1] == "ended"


def test_speed_is_kept_but_not_with_a_window(film, capsys):
    """The sound sets the pace there."""
    assert cli.main(["play", str(film), "--headless", "--speed", "500", "--do", "Left"]) == cli.OK
    assert cli.main(["play", str(film), "--speed", "2"]) == cli.UNREADABLE
    assert cli.main(["play", str(film), "--headless", "--speed", "0"]) == cli.UNREADABLE

    assert "--speed needs --headless" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["play", "two-dors", "--headless"], "There is no film 'two-dors'"),
        (["test", "nowhere"], "There is no film 'nowhere'"),
        (["kiosk"], "Which film?"),
        (["kiosk", "two-doors"], "needs an operator's PIN"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(words, says, capsys):
    """And the exit code says so to programs."""
    code = cli.main(words)

    told = capsys.readouterr().err
    assert code == cli.UNREADABLE
    assert says in told
    assert "Traceback" not in told


def test_a_story_with_errors_is_not_played_but_told(film, capsys):
    """The first errors, with their places, and the way to the rest."""
    (film / "story.yaml").write_text(STORY.replace("Left: garden", "Left: gardn"))

    code = cli.main(["play", str(film), "--headless"])

    told = capsys.readouterr().err
    assert code == cli.UNREADABLE
    assert "story.yaml:5:" in told
    assert "garden" in told
    assert "kinoeye check" in told


def test_a_fault_of_our_own_is_told_without_a_traceback(film, capsys, home, monkeypatch):
    """The details go into a file that one can send."""
    monkeypatch.setattr("engine.desk.play.spoken", lambda *_: 1 / 0)

    code = cli.main(["play", str(film), "--headless"])

    told = capsys.readouterr().err
    assert code == cli.BROKEN
    assert "Something broke that should not (ZeroDivisionError" in told
    assert "Traceback" not in told
    assert "ZeroDivisionError" in (home / "last-fault.txt").read_text("utf-8")


def test_a_part_that_is_not_installed_is_told_with_its_cure(film, capsys, monkeypatch):
    """As after an update that stands on something new."""
    monkeypatch.setattr(cli, "import_module", _lacking)

    code = cli.main(["play", str(film), "--headless"])

    told = capsys.readouterr().err
    assert code == cli.UNREADABLE
    assert told.count("\n") == 1
    assert "'opencc'" in told
    assert "pip install -e ." in told


def _lacking(_name):
    raise ModuleNotFoundError(name="opencc")


def test_settings_that_cannot_be_read_are_told(film, capsys, home):
    """With the file's name."""
    home.mkdir()
    (home / "settings.yaml").write_text("sond: {}\n")

    assert cli.main(["play", str(film), "--headless"]) == cli.UNREADABLE
    assert "Did you mean 'sound'?" in capsys.readouterr().err


def test_rehearsals_run_and_a_failing_one_is_an_exit_code(film, capsys):
    """For an author's own checks."""
    assert cli.main(["test", str(film)]) == cli.OK
    (film / "story.yaml").write_text(STORY.replace("expect: Lost", "expect: Free"))

    assert cli.main(["test", str(film)]) == cli.BROKEN
    assert "FAILS to the right" in capsys.readouterr().out


def test_the_version_names_what_the_engine_stands_on(capsys):
    """For a report."""
    assert cli.main(["version"]) == cli.OK
    assert "transitions" in capsys.readouterr().out


def test_data_is_kept_where_it_is_told_to(film, tmp_path, monkeypatch):
    """A second profile, a stick, a kiosk."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "settings.yaml").write_text("viewer: {language: zh}\n")

    assert cli.main(["play", str(film), "--headless", "--data", str(other)]) == cli.OK
