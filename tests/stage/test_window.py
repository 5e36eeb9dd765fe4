"""The window, where no display is."""

import os

import pygame
import pytest

from engine.stage.icon import icon
from engine.stage.projection.trouble import WindowError
from engine.stage.window import Window


def test_a_window_has_the_size_it_is_given():
    """And no less than can be used."""
    assert Window("test", (1280, 720)).surface.get_size() == (1280, 720)
    assert Window("test", (10, 10)).surface.get_size() == (640, 360)


def test_a_full_window_has_the_desktops_size():
    """Nothing is scaled by the window."""
    window = Window("test", (1280, 720), full=True)

    assert window.surface.get_size() == pygame.display.get_desktop_sizes()[0]


def test_a_dragged_window_takes_its_new_size():
    """Pages are laid out for it from the next frame on."""
    window = Window("test", (1280, 720))
    pygame.display.set_mode((1600, 900))
    window.obey_resize()

    assert (window.room.width, window.room.height) == (1600, 900)


def test_a_full_window_follows_the_screens_mode(monkeypatch):
    """Somebody plugs in a projector in the middle of a film."""
    window = Window("test", (1280, 720), full=True)
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [(1024, 768)])
    window.obey_resize()
    assert window.surface.get_size() == (1024, 768)

    window.fill_screen(full=False)
    window.fill_screen(full=True)
    assert window.surface.get_size() == (1024, 768)


def test_without_a_gpu_x11_is_drawn_without_gl(monkeypatch):
    """Ten times less work a frame where OpenGL is only pretended."""
    monkeypatch.delenv("SDL_FRAMEBUFFER_ACCELERATION", raising=False)
    Window("test", (640, 360), accel="off")
    assert os.environ["SDL_FRAMEBUFFER_ACCELERATION"] == "0"

    monkeypatch.delenv("SDL_FRAMEBUFFER_ACCELERATION", raising=False)
    Window("test", (640, 360), accel="on")
    assert "SDL_FRAMEBUFFER_ACCELERATION" not in os.environ


def test_no_display_is_one_clear_sentence(monkeypatch):
    """Not a traceback."""
    pygame.display.quit()
    monkeypatch.setenv("SDL_VIDEODRIVER", "none-of-these")
    with pytest.raises(WindowError, match="No window can be opened here"):
        Window("test", (640, 360))


def test_the_windows_icon_is_the_flame():
    """Bright in its middle, clear at its corners."""
    drawn = icon(64)

    assert drawn.get_size() == (64, 64)
    assert drawn.get_at((0, 0))[3] == 0
    assert max(drawn.get_at((32, 44))[:3]) > 200
    assert max(drawn.get_at((8, 32))[:3]) < 120
