"""The curtain: the film's poster in the window at once, while the player is still made ready."""

import os
import sys
from pathlib import Path

import pygame

from engine.stage.bill import hung, load_picture
from engine.stage.projection.quiet import hushed
from engine.stage.screen_size import fitted
from engine.stage.theme import NIGHT

POSTER = "poster.jpg"
"""What a film's poster is called where its story, which nobody has read yet, does not say."""


def show_curtain(
    folder: Path, size: tuple[int, int], *, full: bool = False, accel: str = "auto"
) -> bool:
    """
    Open the window that the player will take over, with the poster of the film in a folder.

    False where no window can be opened, which the player's own will tell. Imports next to
    nothing: what is shown must not wait for what is to be shown later.
    """
    choose_drawing(accel)
    try:
        with hushed():
            pygame.display.init()
        canvas = _opened(size, full=full)
    except pygame.error:
        return False
    pygame.display.set_caption("Kinoeye")
    poster = load_picture(folder, POSTER)
    if poster is None:
        canvas.fill(NIGHT)
    else:
        canvas.blit(hung(poster, canvas.get_size()), (0, 0))
    pygame.display.flip()
    pygame.event.pump()
    return True


def drop_curtain() -> None:
    """Take the window away, if it is still there."""
    pygame.display.quit()


def choose_drawing(accel: str) -> None:
    """
    What SDL must be told before there is a window.

    Without a GPU, X11's window surface goes through slow OpenGL unless told not to; words that are
    being composed are shown by the input method itself.
    """
    slow = accel == "off" or (accel == "auto" and _draws_without_gpu())
    if slow:
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")


def _opened(size: tuple[int, int], *, full: bool) -> pygame.Surface:
    """As the player's own window is opened: then it stays where it is when that takes over."""
    if full:
        return pygame.display.set_mode(pygame.display.get_desktop_sizes()[0], pygame.FULLSCREEN)
    fits = fitted(size, pygame.display.get_desktop_sizes()[0])
    return pygame.display.set_mode(fits, pygame.RESIZABLE)


def _draws_without_gpu() -> bool:
    on_x11 = bool(os.environ.get("DISPLAY")) and not os.environ.get("WAYLAND_DISPLAY")
    return sys.platform.startswith("linux") and on_x11 and not any(
        Path("/dev/dri").glob("renderD*")
    )  # fmt: skip
