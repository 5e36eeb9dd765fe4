"""What X11 itself says of the screen by now; SDL remembers what it was when it began."""

import ctypes
import os
from collections.abc import Callable
from typing import Final, TypeVar

Told = TypeVar("Told")

_LIBRARY: Final = "libX11.so.6"
_MANAGER: Final = b"WM_S0"
"""What a window manager owns as long as it lives."""


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
