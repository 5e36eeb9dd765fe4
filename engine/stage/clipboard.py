"""What is copied on this machine. Ours only while a viewer asks for it, and never in a kiosk."""

import ctypes
from typing import Final, Protocol

import pygame

_PLAIN: Final = "text/plain;charset=utf-8"
"""What SDL calls it; `pygame.SCRAP_TEXT` names what it no longer takes."""
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
    """The machine's own, through SDL. Main thread only; needs a window."""

    def read(self) -> str:
        """What was copied last; empty where that was no text."""
        try:
            if not pygame.scrap.get_init():
                pygame.scrap.init()
            found = pygame.scrap.get(_PLAIN)
        except pygame.error:
            return ""
        return _text(found)

    def chosen(self) -> str:
        """What is selected elsewhere; what was copied where nothing can tell."""
        return _primary() or self.read()

    def write(self, text: str) -> None:
        """Copy this; a machine that cannot is no reason to stop a film."""
        try:
            if not pygame.scrap.get_init():
                pygame.scrap.init()
            pygame.scrap.put(_PLAIN, text.encode())
        except pygame.error:
            return


def _text(found: bytes | None) -> str:
    raw = (found or b"")[: 4 * _MOST].split(b"\0", 1)[0]
    return raw.decode("utf-8", "ignore")[:_MOST]


def _primary() -> str:
    """X11's selection: SDL has known it since 2.26, pygame has no name for it."""
    try:
        sdl = ctypes.CDLL(str(pygame.base.__file__))
        ask, free = sdl.SDL_GetPrimarySelectionText, sdl.SDL_free
    except (OSError, AttributeError):
        return ""
    ask.restype, free.argtypes = ctypes.c_void_p, (ctypes.c_void_p,)
    found = ask()
    if not found:
        return ""
    text = _text(ctypes.string_at(found))
    free(found)
    return text
