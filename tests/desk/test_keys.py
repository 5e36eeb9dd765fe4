"""Single keys in a terminal, and a terminal that is put back as it was."""

import os
import sys

import pytest

from engine.desk.keys import Keys

pty = pytest.importorskip("pty", reason="Windows has no such terminals")
termios = pytest.importorskip("termios", reason="Windows has no such terminals")


@pytest.fixture
def terminal(monkeypatch):
    """A terminal of which the test is the hands."""
    hands, screen = pty.openpty()
    with os.fdopen(screen, "r", closefd=False) as heard:
        monkeypatch.setattr(sys, "stdin", heard)
        yield hands, screen
    os.close(hands)
    os.close(screen)


@pytest.mark.parametrize(
    ("pressed", "meant"), [(b"\x1b", "end"), (b"q", "end"), (b"N", "anew"), (b"x", None)]
)
def test_a_key_is_heard_without_enter(terminal, capsys, pressed, meant):
    """Esc ends it."""
    with Keys(live=True) as keys:
        os.write(terminal[0], pressed)
        assert keys.wait(5.0) == meant


def test_the_terminal_is_put_back_as_it_was_also_after_ctrl_c(terminal, capsys):
    """Nobody shall type blind afterwards."""
    before, during = termios.tcgetattr(terminal[1]), []

    def interrupted():
        with Keys(live=True):
            during.append(termios.tcgetattr(terminal[1]))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert during != [before]
    assert termios.tcgetattr(terminal[1]) == before
    assert capsys.readouterr().out.endswith("\x1b[?25h\x1b[?1049l")


def test_where_there_is_no_terminal_nothing_is_drawn_or_heard(capsys):
    """A pipe gets lines, and no signs for screens."""
    with Keys(live=False) as keys:
        assert keys.wait(0.01) is None

    assert capsys.readouterr().out == ""
