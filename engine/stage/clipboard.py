"""What is copied on this machine. Ours only while a viewer asks for it, and never in a kiosk."""

import ctypes
from typing import Any, Final, Protocol

import pygame

_MOST: Final = 4000
"""Letters that are looked at; a line holds 500."""


class Clipboard(Protocol):
    """Where words are copied to and pasted from."""

    def read(self) -> str:
        """What was copied last; empty where that was no text."""
        ...

    def chosen(self) -> str:
        """What is selected somewhere on the screen, where a machine knows that (X11)."""
        ...

    def write(self, text: str) -> None:
        """Copy this."""
        ...


class NoClipboard:
    """A kiosk's: what one visitor wrote is never there for the next."""

    def read(self) -> str:
        """Nothing."""
        return ""

    def chosen(self) -> str:
        """Nothing."""
        return ""

    def write(self, text: str) -> None:
        """Nowhere."""


class MachineClipboard:
    """
    The machine's own, asked of SDL itself. Main thread only; needs a window.

    Not through `pygame.scrap`: that holds SDL's video open for good, and then a window could not
    begin anew when the screen changes.
    """

    def read(self) -> str:
        """What was copied last; empty where that was no text."""
        return _asked("SDL_GetClipboardText")

    def chosen(self) -> str:
        """What is selected elsewhere; what was copied where nothing can tell."""
        return _asked("SDL_GetPrimarySelectionText") or self.read()

    def write(self, text: str) -> None:
        """Copy this; a machine that cannot is no reason to stop a film."""
        put = _found("SDL_SetClipboardText")
        if put is not None:
            put(ctypes.c_char_p(text.encode("utf-8", "ignore")))


def _asked(name: str) -> str:
    ask, free = _found(name), _found("SDL_free")
    if ask is None or free is None:
        return ""
    ask.restype = ctypes.c_void_p
    found = ask()
    if not found:
        return ""
    raw = ctypes.string_at(found)[: 4 * _MOST]
    free(ctypes.c_void_p(found))
    return raw.decode("utf-8", "ignore")[:_MOST]


def _found(name: str) -> Any:  # noqa: ANN401 -- a function of C, of which Python knows no type
    """A function of the SDL that pygame has loaded; none where it cannot be reached."""
    for library in (str(pygame.base.__file__), "SDL2.dll"):
        try:
            return getattr(ctypes.CDLL(library), name)
        except (OSError, AttributeError):
            continue
    return None
