"""How large the screen is, and a window on it."""

import shutil
import subprocess
import sys

import pygame
import pytest

from engine.stage.screen_size import bare_x11, fitted, screen_of_x11


@pytest.mark.parametrize(
    ("size", "desktop"),
    [
        ((1280, 720), (1024, 768)),
        ((1280, 720), (1366, 600)),
        ((3840, 2160), (1920, 1080)),
        ((640, 360), (480, 320)),
    ],
)
def test_a_window_is_never_larger_than_its_desktop(monkeypatch, size, desktop):
    """It keeps its shape, and leaves room for the frame around it."""
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "wayland")
    width, height = fitted(size, desktop)

    assert width < desktop[0]
    assert height < desktop[1]
    assert abs(width / height - size[0] / size[1]) < 0.01
    assert max(width / desktop[0], height / desktop[1]) > 0.9


def test_a_window_that_fits_is_as_large_as_it_was_asked_for(monkeypatch):
    """Also one as large as the desktop; and where nothing is seen there is no desktop."""
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "wayland")
    assert fitted((1280, 720), (1920, 1080)) == (1280, 720)
    assert fitted((1280, 720), (1280, 720)) == (1280, 720)

    monkeypatch.setattr(pygame.display, "get_driver", lambda: "dummy")
    assert fitted((1280, 720), (1024, 768)) == (1280, 720)


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

    assert said.stdout.splitlines()[-1] == "(1024, 768) True"
