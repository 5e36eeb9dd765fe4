"""What pulls the film's sound: a WAV without an end for the mixer, and a metronome without one."""

import io
import logging
import struct
import time
from collections.abc import Callable
from typing import Final

from engine.stage.projection.clock import BYTES, RATE
from engine.wires import Worker

log = logging.getLogger(__name__)

LAP: Final = 500_000_000
"""Samples a WAV can declare; the mixer then begins again without a gap."""

_HEADER: Final = 44
_LONGEST_LATE: Final = 1.0
"""Seconds. What a sleep of the machine took beyond this is not made up for."""


class EndlessWav(io.RawIOBase):
    """
    A sound file that is made while it is read, by the sound's own thread.

    It declares `lap` samples. Played with `loops=-1` the mixer seeks back to its first sample
    there, within one filling of its buffer, and the pull goes on as if nothing had been.
    """

    def __init__(self, pull: Callable[[int], bytes], lap: int = LAP) -> None:
        super().__init__()
        self._pull = pull
        self._header = _header(lap * BYTES)
        self._end = _HEADER + lap * BYTES
        self._at = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is, though only the header stays the same."""
        return True

    def tell(self) -> int:
        """Where in the lap."""
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go there."""
        base = (0, self._at, self._end)[whence]
        self._at = base + offset
        return self._at

    def read(self, size: int = -1) -> bytes:
        """The next bytes: of the header, or fresh sound. Nothing at the end of the lap."""
        if self._at < _HEADER:
            piece = self._header[self._at :][: size if size >= 0 else _HEADER]
        else:
            piece = self._pull(max(0, min(size, self._end - self._at)) // BYTES)
        self._at += len(piece)
        return piece


class Metronome:
    """Pulls sound at the pace of the computer's own clock, and lets nobody hear it."""

    def __init__(self, beat: int, rate: float) -> None:
        self._rate = rate
        self._beat = beat
        self._began = 0.0
        self._pulled = 0
        self._pull: Callable[[int], bytes] | None = None
        self._worker = Worker("metronome", self._step, every=beat / self._rate, died=_died)

    def start(self, pull: Callable[[int], bytes]) -> None:
        """Begin the beat."""
        self._pull = pull
        self._began = time.perf_counter()
        self._worker.start()

    def stop(self) -> None:
        """End the beat."""
        self._worker.stop()

    def _step(self) -> None:
        due = int((time.perf_counter() - self._began) * self._rate) - self._pulled
        if due > _LONGEST_LATE * self._rate:
            self._pulled += due - self._beat
            due = self._beat
        while due >= self._beat and self._pull is not None:
            self._pull(self._beat)
            self._pulled += self._beat
            due -= self._beat


def _died(name: str, problem: Exception) -> None:
    log.error("the %s died: %s", name, problem)


def _header(data: int) -> bytes:
    form = struct.pack("<IHHIIHH", 16, 1, 2, RATE, RATE * BYTES, BYTES, 16)
    riff = struct.pack("<I", data + _HEADER - 8)
    return b"RIFF" + riff + b"WAVEfmt " + form + b"data" + struct.pack("<I", data)
