"""A tape heard again: the same path and reasons, or one sentence saying where not."""

import json
import subprocess
import sys
from contextlib import suppress

import pytest

from engine.desk import cli

STORY = """
film: 1
title: Two Rooms
state: {trust: 0}
scenes:
  hall:
    play: {slate: Hall, seconds: 4}
    choice: {options: {Left: garden, Right: {go: cellar, set: trust += 1, because: you dared}}}
  garden: {play: {slate: Garden, seconds: 1}, end: Free}
  cellar: {play: {slate: Cellar, seconds: 1}, end: Lost}
"""


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


@pytest.fixture
def film(tmp_path):
    return rooms_in(tmp_path)


@pytest.fixture
def tape(film, tmp_path, capsys):
    path = taped_in(film, tmp_path)
    capsys.readouterr()
    return path


def rooms_in(folder):
    """A film of two rooms."""
    film = folder / "two-rooms"
    film.mkdir()
    (film / "story.yaml").write_text(STORY, encoding="utf-8")
    return film


def taped_in(film, folder):
    """The tape of one who dared."""
    play(film, "--do", "Right", "--seed", "5", "--log", str(folder / "evening.kino"))
    return folder / "evening.kino"


def play(film, *more):
    return cli.main(["play", str(film), "--headless", *more])


def replay(tape, film, *more):
    return cli.main(["replay", str(tape), "--story", str(film), *more])


def edited(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_tape_heard_again_tells_what_the_evening_told(film, tmp_path, capsys):
    """Word for word, and that it is the same."""
    play(film, "--do", "Right", "--seed", "5", "--log", str(tmp_path / "evening.kino"))
    evening = capsys.readouterr().out.splitlines()

    code = replay(tmp_path / "evening.kino", film)

    told = capsys.readouterr().out.splitlines()
    assert code == cli.OK
    assert told == ["viewing 1, from line 2", *evening, "the same as on the tape"]


def test_a_log_of_another_name_holds_the_reasons_alone(film, tmp_path):
    """As it always did."""
    log = tmp_path / "log.jsonl"
    play(film, "--do", "Right", "--log", str(log))

    kinds = {json.loads(line)["kind"] for line in log.read_text("utf-8").splitlines()}
    assert kinds == {"began", "entered", "turn", "remembered", "ended"}


def test_for_programs_every_record_and_the_verdict_is_an_object(film, tape, capsys):
    """One a line, the verdict last."""
    assert replay(tape, film, "--json") == cli.OK

    *records, verdict = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    kinds = [one["kind"] for one in records]
    assert kinds[:4] == ["began", "entered", "turn", "entered"]
    assert set(kinds[4:]) == {"ended", "remembered"}
    assert verdict == {
        "kind": "replay", "film": "two-rooms", "viewing": 1, "line": 2, "same": True,
        "path": ["hall", "cellar"], "ending": "Lost", "until": None, "difference": None,
    }  # fmt: skip


def test_the_first_difference_is_told_with_its_line(film, tape, capsys):
    """What the tape says there, and what the film does now."""
    edited(tape, '"because":"you dared"', '"because":"you were brave"')

    code = replay(tape, film)

    told = capsys.readouterr().out
    line = next(
        number for number, one in enumerate(tape.read_text("utf-8").splitlines(), start=1)
        if "you were brave" in one
    )  # fmt: skip
    assert code == cli.BROKEN
    assert f"another way than on the tape, from line {line}:" in told
    assert told.index("you were brave") < told.rindex("you dared")
    assert replay(tape, film, "--json") == cli.BROKEN
    verdict = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert verdict["difference"]["tape"]["because"] == "you were brave"
    assert verdict["difference"]["here"]["because"] == "you dared"


def test_a_press_taken_out_of_a_tape_leads_the_film_another_way(film, tape, capsys):
    """The reasons on the tape are judged, not believed."""
    lines = tape.read_text("utf-8").splitlines()
    pressed = next(one for one in lines if "option-pressed" in one)
    edited(tape, pressed + "\n", "")

    assert replay(tape, film) == cli.BROKEN
    told = capsys.readouterr().out
    assert "path: hall\n" in told
    assert "here: nothing" in told


def test_a_tape_that_was_torn_off_is_followed_up_to_there(film, tape, capsys):
    """And it is said that it stops."""
    whole = tape.read_text("utf-8")
    tape.write_text(whole[: whole.index('"entered","scene":"cellar"')], "utf-8")

    assert replay(tape, film) == cli.OK
    assert "which stops before an ending" in capsys.readouterr().out


def test_a_player_that_was_killed_leaves_a_tape_that_is_followed_up_to_there(film, tmp_path):
    """No end was written, nothing was closed; what was heard until then is there."""
    tape = tmp_path / "killed.kino"
    player = subprocess.Popen(
        [sys.executable, "-m", "engine.desk", "play", str(film), "--headless", "--speed", "2",
         "--do", "Right", "--log", str(tape)], stdout=subprocess.DEVNULL,
    )  # fmt: skip
    while not (tape.exists() and b"entered" in tape.read_bytes()):
        with suppress(subprocess.TimeoutExpired):
            player.wait(0.02)
        assert player.returncode is None, "It ended before it could be killed."
    player.kill()
    player.wait()

    assert replay(tape, film) == cli.OK


def test_a_film_changed_while_it_was_taped_is_followed_up_to_there(film, tape, capsys):
    """The author's next text is not on the tape."""
    lines = tape.read_text("utf-8").splitlines()
    tape.write_text("\n".join([*lines[:6], '{"kind":"film-changed"}', *lines[6:]]) + "\n")

    assert replay(tape, film) == cli.OK
    assert "up to line 7" in capsys.readouterr().out


def test_every_viewing_of_a_kiosks_tape_is_heard(film, tape, capsys):
    """One file, visitor after visitor."""
    play(film, "--do", "Left", "--log", str(tape))
    capsys.readouterr()

    assert replay(tape, film) == cli.OK

    told = capsys.readouterr().out
    assert [line for line in told.splitlines() if line.startswith("path")] == [
        "path: hall > cellar", "path: hall > garden",
    ]  # fmt: skip
    assert told.count("the same as on the tape") == 2


def test_an_edited_story_is_refused(film, tape, capsys):
    """It would be another film."""
    edited(film / "story.yaml", "you dared", "you were so brave")

    assert replay(tape, film) == cli.UNREADABLE
    assert "edited since the tape was made" in capsys.readouterr().err


def test_the_tape_of_another_film_is_refused(film, tape, tmp_path, capsys):
    """By both names."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "story.yaml").write_text(STORY)

    assert replay(tape, other) == cli.UNREADABLE
    assert "The tape is of 'two-rooms', and this film is 'other'." in capsys.readouterr().err
    assert cli.main(["replay", str(tape)]) == cli.UNREADABLE
    assert "--story" in capsys.readouterr().err


def test_a_tape_that_cannot_be_read_is_one_sentence(film, tmp_path, capsys):
    """No traceback."""
    (tmp_path / "diary.kino").write_text("Dear diary")
    (tmp_path / "empty.kino").write_text("")

    for name in ("diary.kino", "none.kino", "empty.kino"):
        assert replay(tmp_path / name, film) == cli.UNREADABLE
        assert capsys.readouterr().err.count("\n") == 1


def test_clips_need_not_be_there(tmp_path, capsys):
    """A tape from a hall is heard on a laptop: how long each clip was is on the tape."""
    tape = tmp_path / "evening.kino"
    assert play("lantern-keeper", "--do", "timeouts", "--log", str(tape)) == cli.OK
    head = json.loads(tape.read_text("utf-8").splitlines()[0])
    capsys.readouterr()

    assert head["clips"]["door.mp4"] == 24.0
    assert cli.main(["replay", str(tape)]) == cli.OK
    assert "the same as on the tape" in capsys.readouterr().out
