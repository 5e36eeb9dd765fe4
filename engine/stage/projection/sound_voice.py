"""What a clip is heard with: its own sound, or the dub in its place."""

import threading
from typing import Final, Protocol

import numpy as np

from engine.stage.projection.clock import BYTES, RATE
from engine.stage.projection.sound_run import SoundRun

FADE: Final = RATE * 30 // 1000
"""Samples in which one voice makes way for another in the middle of a clip."""
_READY: Final = RATE // 4
"""What must be decoded of a voice before it takes over, so that it does not stop at once."""


class Dub(Protocol):
    """What is needed of a dub that is being decoded."""

    @property
    def run(self) -> SoundRun:
        """Its sound, from the clip's beginning or from where it was begun."""
        ...

    @property
    def lost(self) -> str | None:
        """Why nothing more is to be hoped for from it."""
        ...


class Voice:
    """
    Runs of sound taken in step, of which one is heard: the clip's own, or a dub.

    A dub that is lost is not missed: its clip's own sound goes on at the next sample. Lives on
    the sound's thread; only `turn_to` is called on another.
    """

    def __init__(self, own: SoundRun, dub: Dub | None = None) -> None:
        self._own, self._dub = own, dub
        self._at = 0
        self._fading: tuple[Dub | None, int] | None = None
        """Who makes way, and how many samples of it were heard since."""
        self._lock = threading.Lock()  # a leaf
        self._coming: tuple[Dub | None, int] | None = None  # protected by _lock

    def turn_to(self, dub: Dub | None, since: int) -> None:
        """
        Have this heard as soon as it is there; none: the clip's own.

        Its run begins at that sample of the clip. The voice before it fades within 30 ms.
        """
        with self._lock:
            self._coming = (dub, since)

    def take_into(self, room: memoryview) -> int:
        """Fill as much of the room as every voice in it has sound for; how many samples."""
        self._turn_if_there()
        if self._fading is not None:
            count = self._cross(room, *self._fading)
        else:
            count = self._take(self._there(self._dub), room)
        self._at += count
        return count

    def _take(self, dub: Dub | None, room: memoryview) -> int:
        if dub is None:
            self._dub = None
            return self._own.take_into(room)
        count = dub.run.there(self._own.there(len(room) // BYTES))
        self._own.skip(count)
        dub.run.take_into(room[: count * BYTES])
        return count

    def _cross(self, room: memoryview, old: Dub | None, gone: int) -> int:
        """From one voice to the other; both are the same clip, sample for sample."""
        old, new = self._there(old), self._there(self._dub)
        count = self._own.there(min(len(room) // BYTES, FADE - gone))
        for dub in (old, new):
            count = count if dub is None else dub.run.there(count)
        own = _taken(self._own, count)
        before = own if old is None else _taken(old.run, count)
        after = own if new is None else _taken(new.run, count)
        share = (np.arange(gone, gone + count, dtype=np.float32) / FADE)[:, None]
        mixed = before + (after - before) * share
        room[: count * BYTES] = np.rint(mixed).astype("<i2").tobytes()
        self._fading = (old, gone + count) if gone + count < FADE else None
        return count

    def _turn_if_there(self) -> None:
        with self._lock:
            coming = self._coming
            if coming is None or self._fading is not None:
                return
            dub, since = self._there(coming[0]), coming[1]
            if dub is not None:
                since += dub.run.skip(max(0, self._at - since))
                if not (dub.run.finished or (since == self._at and dub.run.ahead >= _READY)):
                    self._coming = (dub, since)
                    return
            self._coming = None
        if dub is not self._dub:
            self._fading, self._dub = (self._dub, 0), dub

    @staticmethod
    def _there(dub: Dub | None) -> Dub | None:
        return None if dub is None or dub.lost is not None else dub


def _taken(run: SoundRun, count: int) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    """So many samples from the front, one row each."""
    piece = bytearray(count * BYTES)
    run.take_into(memoryview(piece))
    return np.frombuffer(piece, "<i2").reshape(count, 2).astype(np.float32)
