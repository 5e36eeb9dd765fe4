"""What X11 says of the screen."""

import shutil
import subprocess
import sys

import pytest

from engine.stage.screen_size import bare_x11, screen_of_x11


@pytest.mark.parametrize("display", ["", ":4711"])
def test_without_an_x_server_nothing_is_said(monkeypatch, display):
    """Elsewhere SDL sees for itself."""
    monkeypatch.setenv("DISPLAY", display)

    assert screen_of_x11() is None
    assert not bare_x11()


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="Xvfb is not here; install xvfb.")
def test_an_x_server_without_a_window_manager_says_its_size():
    """As in an exhibition whose player is all that runs: there the screen outlives a question."""
    script = "from engine.stage.screen_size import *; print(screen_of_x11(), bare_x11())"
    said = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1024x768x24 -noreset", sys.executable, "-c", script],
        capture_output=True, text=True, timeout=50, check=True,
    )  # fmt: skip

    assert said.stdout.strip() == "(1024, 768) True"
