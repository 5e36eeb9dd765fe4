"""How large the screen is, and a window on it. X11 is asked itself: SDL remembers what it was."""

import ctypes
import os
from collections.abc import Callable
from typing import Final, TypeVar

import pygame

Told = TypeVar("Told")

_LIBRARY: Final = "libX11.so.6"
_MANAGER: Final = b"WM_S0"
"""What a window manager owns as long as it lives."""
_FRAMED: Final = 0.92
"""The share of a screen that its bars and a window's own frame leave, where they stand at all."""
UNSEEN: Final = frozenset({"dummy", "offscreen"})
"""What SDL draws by where there is no screen."""


def fitted(size: tuple[int, int], desktop: tuple[int, int]) -> tuple[int, int]:
    """The size a window may have on a desktop: its own, or in its own shape as much as fits."""
    share = min(desktop[0] / size[0], desktop[1] / size[1])
    if share >= 1.0 or pygame.display.get_driver() in UNSEEN:
        return size
    if pygame.display.get_driver() != "x11" or not bare_x11():
        share *= _FRAMED
    return int(size[0] * share), int(size[1] * share)


def screen_of_x11() -> tuple[int, int] | None:
    """The size of all X11's screens together; none where there is no X11."""

    def size(x11: ctypes.CDLL, display: ctypes.c_void_p) -> tuple[int, int]:
        number = x11.XDefaultScreen(display)
        return x11.XDisplayWidth(display, number), x11.XDisplayHeight(display, number)

    return _asked(size)


def bare_x11() -> bool:
    """Whether this is X11 without anybody who manages its windows, as in many exhibitions."""

    def unmanaged(x11: ctypes.CDLL, display: ctypes.c_void_p) -> bool:
        x11.XInternAtom.restype = x11.XGetSelectionOwner.restype = ctypes.c_ulong
        manager = ctypes.c_ulong(x11.XInternAtom(display, _MANAGER, 0))
        return not x11.XGetSelectionOwner(display, manager)

    return bool(_asked(unmanaged))


def _asked(question: Callable[[ctypes.CDLL, ctypes.c_void_p], Told]) -> Told | None:
    """The answer of a new connection, which is told how things are; an old one is not."""
    if not os.environ.get("DISPLAY"):
        return None
    try:
        x11 = ctypes.CDLL(_LIBRARY)
    except OSError:
        return None
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    if display.value is None:
        return None
    try:
        return question(x11, display)
    finally:
        x11.XCloseDisplay(display)
