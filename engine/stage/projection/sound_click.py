"""Sound that is not read from a clip: silence, and the soft click under stand-ins."""

import wave
from pathlib import Path
from typing import Final

from engine.stage.projection.clock import BYTES, RATE

_EVERY: Final = RATE
"""One click a second: an author can count a stand-in's length."""


class Bar:
    """One bar of sound, over and over; without any it is silence."""

    def __init__(self, bar: bytes = b"") -> None:
        self._bar = bar
        self._at = 0

    def take_into(self, room: memoryview) -> int:
        """Fill it all: this never runs out."""
        left = room if self._bar else room[:0]
        while left:
            piece = self._bar[self._at : self._at + len(left)]
            left[: len(piece)] = piece
            left = left[len(piece) :]
            self._at = (self._at + len(piece)) % len(self._bar)
        return len(room) // BYTES


def click_bar(path: Path) -> bytes:
    """A second with a click at its beginning; nothing when there is no usable click there."""
    try:
        with wave.open(str(path), "rb") as click:
            form = (click.getframerate(), click.getsampwidth(), click.getnchannels())
            mono = form == (RATE, 2, 1)
            if not mono and form != (RATE, 2, 2):
                return b""
            sound = click.readframes(_EVERY)
    except (OSError, EOFError, wave.Error):
        return b""
    if mono:
        sound = b"".join(sound[at : at + 2] * 2 for at in range(0, len(sound), 2))
    return sound.ljust(_EVERY * BYTES, b"\0")
