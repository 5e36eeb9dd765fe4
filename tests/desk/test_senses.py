"""`kinoeye senses`: nobody is looked at before they said yes, and it always ends."""

import argparse
import sys
import time

import pygame
import pytest

from engine.desk import cli
from engine.desk.looking import Looking
from engine.desk.senses import in_terminal, in_window
from engine.messages.facts import MoodRead, SenseFound
from engine.senses.senses import Senses, SensesSettings
from engine.shelf.guard import ShelfError
from engine.stage.mirror import Mirror
from engine.stage.tongue import Tongue
from engine.stage.window import Window
from engine.story.model import Reading, Way
from tests.stage.pictures import FONTS


class Lens:
    """A camera that remembers whether it was opened, and shut."""

    opened: list = []  # noqa: RUF012 -- emptied before each test

    def __init__(self, spec):
        self.is_open, self.trouble, self.spec = True, None, spec
        Lens.opened.append(self)

    def grab(self, now):
        return now

    def close(self):
        self.is_open = False


class Glad:
    """Eyes that see a smile."""

    def __init__(self, camera, tell):
        self.tell, self.found = tell, False

    def calibrate(self, on):
        pass

    def look(self, now):
        if not self.found:
            self.found = True
            self.tell(SenseFound(Way.FACE))
        readings = {Reading.SMILE: 1.5}
        self.tell(MoodRead(at=now, readings=readings, confidence={Reading.SMILE: 0.9}, faces=1,
                           calibrated=True))  # fmt: skip


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))
    Lens.opened = []


@pytest.fixture
def looking():
    senses = Senses(SensesSettings(), "0", clock=time.monotonic, cameras=Lens, opening=Glad)
    made = Looking(senses, "0", ("expression.onnx",))
    yield made
    made.close()


@pytest.fixture
def mirror():
    pygame.display.init()
    window = Window("test", (1280, 720))
    pygame.event.clear()
    yield Mirror(window, "en", fonts=FONTS)
    window.close()


def asked(*, yes=False, seconds=None):
    return argparse.Namespace(yes=yes, seconds=seconds)


def press(*keys):
    for key in keys:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))


class Typed:
    """A terminal's keyboard with one line typed."""

    def __init__(self, answer):
        self.answer = answer

    def isatty(self):
        return True

    def readline(self):
        return self.answer + "\n"


def test_a_window_opens_no_camera_before_a_yes(looking, mirror):
    """It asks; Esc leaves, and nobody was seen."""
    in_window(asked(seconds=0.2), "0", looking, mirror)
    press(pygame.K_ESCAPE)
    in_window(asked(), "0", looking, mirror)

    assert Lens.opened == []


def test_a_yes_opens_it_and_the_end_shuts_it(looking, mirror):
    """The number on the plate is the key."""
    mirror.ask("0")
    press(pygame.K_1)
    in_window(asked(seconds=0.3), "0", looking, mirror)
    (lens,) = Lens.opened

    assert lens.is_open
    looking.close()
    assert not lens.is_open


def test_who_said_yes_before_is_not_asked_again(looking, mirror):
    """`--yes`."""
    in_window(asked(yes=True, seconds=0.1), "0", looking, mirror)

    assert len(Lens.opened) == 1


@pytest.mark.parametrize(("answer", "opened"), [("", 0), ("n", 0), ("y", 1), ("是", 1)])
def test_a_terminal_asks_too(looking, monkeypatch, capsys, answer, opened):
    """Enter alone is no."""
    monkeypatch.setattr(sys, "stdin", Typed(answer))
    in_terminal(asked(seconds=0.3), "0", looking, Tongue("en"))

    assert len(Lens.opened) == opened
    assert "May this window look at you?" in capsys.readouterr().out


def test_where_nobody_can_answer_nothing_is_opened(looking):
    """One sentence says how it is done."""
    with pytest.raises(ShelfError, match="--yes"):
        in_terminal(asked(), "0", looking, Tongue("en"))

    assert Lens.opened == []


def test_a_pipe_gets_a_line_a_second(looking, capsys):
    """For a log, or another program."""
    in_terminal(asked(yes=True, seconds=1.6), "0", looking, Tongue("en"))
    told = capsys.readouterr().out.splitlines()

    assert len(told) in {1, 2}
    assert not any("\x1b" in line for line in told)
    assert any("a smile" in line for line in told) or "opened" in told[0]


def test_without_a_camera_it_says_so_once_and_ends_well(monkeypatch, capsys):
    """Nothing to see is no fault, and a pipe is not filled with it."""
    monkeypatch.setattr("engine.desk.senses.TOLD", 0.02)
    rc = cli.main(["senses", "--camera", "none", "--terminal", "--seconds", "0.4", "--lang", "zh"])

    assert rc == cli.OK
    assert capsys.readouterr().out == "没有使用摄像头。\n"


def test_a_window_without_a_camera_ends_by_itself_too():
    """`--seconds`, for whoever tries out a machine from afar."""
    assert cli.main(["senses", "--camera", "none", "--seconds", "0.2"]) == cli.OK


def test_ctrl_c_ends_it_cleanly(monkeypatch, capsys):
    """The usual way out of a terminal is no mishap."""

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("engine.desk.senses.line", interrupted)

    assert cli.main(["senses", "--camera", "none", "--terminal"]) == cli.OK


@pytest.mark.parametrize(
    ("camera", "told"),
    [
        ("nowhere.mp4", "There is no camera 'nowhere.mp4'"),
        ("notes.mp4", "The recording 'notes.mp4' cannot be played"),
        ("empty", "There is no picture in this folder"),
    ],
)
def test_a_recording_that_shows_nothing_is_told_at_once(
    tmp_path, monkeypatch, capsys, camera, told
):
    """In one sentence, and nobody waits before meters that never move."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.mp4").write_text("no film", encoding="utf-8")
    (tmp_path / "empty").mkdir()

    assert cli.main(["senses", "--camera", camera, "--terminal"]) == cli.UNREADABLE
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("seconds", ["0", "-3", "nan"])
def test_no_time_at_all_is_asked_about(capsys, seconds):
    """It would open nothing and say nothing."""
    asked = ["senses", "--camera", "none", "--terminal", "--seconds", seconds]

    assert cli.main(asked) == cli.UNREADABLE
    assert f"--seconds {seconds}" in capsys.readouterr().err
