"""The curtain: what is seen while the player is still being made ready."""

import subprocess
import sys

import pygame

from engine.stage.curtain import POSTER, drop_curtain, show_curtain
from engine.stage.theme import NIGHT
from engine.stage.window import Window
from tests.clips import still


def test_the_poster_of_the_film_fills_the_window(tmp_path):
    """Nobody waits before a black window."""
    still(tmp_path / POSTER, (160, 90))

    assert show_curtain(tmp_path, (640, 360))

    assert pygame.display.get_surface().get_at((320, 180))[:3] == (200, 120, 40)


def test_without_a_poster_it_is_night(tmp_path):
    """Also where what is called a poster is none."""
    (tmp_path / POSTER).write_bytes(b"no picture")

    assert show_curtain(tmp_path, (640, 360))

    assert pygame.display.get_surface().get_at((320, 180))[:3] == NIGHT


def test_the_player_takes_the_window_over_as_it_stands(tmp_path):
    """Opened again it would be black until the film begins."""
    still(tmp_path / POSTER, (160, 90))
    show_curtain(tmp_path, (640, 360))

    window = Window("test", (640, 360))

    assert window.surface.get_at((320, 180))[:3] == (200, 120, 40)


def test_a_window_of_another_size_is_opened_anew(tmp_path):
    """What is drawn for one size is not shown in another."""
    show_curtain(tmp_path, (640, 360))

    assert Window("test", (800, 450)).surface.get_size() == (800, 450)
    assert Window("test", (800, 450), full=True).surface.get_flags() & pygame.FULLSCREEN


def test_a_machine_without_a_display_has_no_curtain(tmp_path, monkeypatch):
    """The player's own window says so in a sentence."""
    drop_curtain()
    monkeypatch.setenv("SDL_VIDEODRIVER", "nobody-has-this")

    assert not show_curtain(tmp_path, (640, 360))


def test_it_waits_for_nothing_that_only_the_film_needs():
    """Decoder, director, parser and typefaces are brought in behind it."""
    program = (
        "import sys, engine.stage.curtain;"
        "late = {'av', 'transitions', 'yaml.loader', 'sqlalchemy', 'cv2', 'engine.director'};"
        "assert not late & set(sys.modules), late & set(sys.modules)"
    )

    subprocess.run([sys.executable, "-c", program], check=True)
