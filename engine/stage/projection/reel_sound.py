"""A reel of sound alone: a dub or a description, decoded ahead on a thread of its own."""

import contextlib
import time
from pathlib import Path
from typing import Final

import av
import av.error

from engine.stage.projection.clock import RATE
from engine.stage.projection.packets import MOST_BAD_READS, packets_of
from engine.stage.projection.probe_open import UnplayableError
from engine.stage.projection.reel_tracks import SoundTrack
from engine.stage.projection.sound_open import OpenedSound, open_sound
from engine.stage.projection.sound_run import SoundRun
from engine.story.clips import ClipFault
from engine.wires import Worker

AHEAD: Final = 2 * RATE + RATE // 4
_READY: Final = RATE // 2
_STALL: Final = 2.0
_BREATH: Final = 0.05
_RUN_IN: Final = 0.1
"""Seconds a decoder is fed before the sample that is wanted: Opus needs 80 ms to settle."""


class SoundReel:
    """A file's sound from `start` for at most `length` samples, two seconds ahead of the ear."""

    def __init__(self, path: Path, start: int, length: int, run: SoundRun | None = None) -> None:
        self.run = SoundRun() if run is None else run
        self.fault: ClipFault | None = None
        self._path = path
        self._start = start
        self._length = length
        self._begun = False
        self._beat = 0.0
        self._packets = 0
        self._track = SoundTrack(self.run, start)
        self._worker = Worker(f"sound {path.name}", self._live, every=0.0, died=self._died)

    @property
    def ready(self) -> bool:
        """Whether it can start without a gap."""
        return self.run.finished or self.run.ahead >= _READY

    @property
    def lost(self) -> str | None:
        """Why nothing more is to be hoped for from it, in one sentence; none: all is well."""
        if self.fault is not None:
            return self.fault.says
        moving = self.run.finished or not self._begun or self.run.ahead >= AHEAD
        if moving or time.perf_counter() - self._beat <= _STALL:
            return None
        return f"{self._path.name}: its decoder has not moved for two seconds."

    def start(self) -> None:
        """Open the file and decode ahead."""
        self._beat = time.perf_counter()
        self._begun = True
        self._worker.start()

    def close(self) -> None:
        """Let go of everything. Does not wait."""
        self.ended()

    def ended(self, patience: float = 0.0) -> bool:
        """Whether the thread is gone, waiting for that so long."""
        return self._worker.stop(patience)

    def _live(self) -> None:
        """The thread's whole life."""
        try:
            opened = open_sound(self._path)
            with opened.container:
                self._decode_all(opened)
        except UnplayableError as problem:
            self._fail(problem.fault)
        self._worker.stopping.set()

    def _died(self, _name: str, problem: Exception) -> None:
        says = f"{self._path.name} made the decoder fail ({problem}). Export it again."
        self._fail(ClipFault(missing=False, says=says))

    def _fail(self, fault: ClipFault) -> None:
        self.fault = fault
        self.run.finish()

    def _decode_all(self, opened: OpenedSound) -> None:
        self._track.begin(opened.origin, self._length)
        if self._start:
            at = self._start / RATE + opened.origin - _RUN_IN
            with contextlib.suppress(av.error.FFmpegError):  # else it is read from its beginning
                opened.container.seek(int(at * av.time_base), backward=True)
        for packet in packets_of(opened.container, opened.stream):
            if not packet.size:
                continue
            if self.run.finished or not self._has_room():
                return
            self._beat = time.perf_counter()
            self._track.decode(packet)
            self._packets += 1
            self._refuse_ruins()
        self._track.flush()
        if not self.run.written and (self._track.errors or not self._start):
            raise self._unreadable()
        self.run.finish()

    def _has_room(self) -> bool:
        """Whether more is wanted, once it is; false when it never will be."""
        while self.run.ahead >= AHEAD:
            if self._worker.stopping.wait(_BREATH):
                return False
            self._beat = time.perf_counter()
        return not self._worker.stopping.is_set()

    def _refuse_ruins(self) -> None:
        """A scratch is passed over; a file of which more than half is broken is given up."""
        errors = self._track.errors
        if errors >= MOST_BAD_READS and 2 * errors > self._packets:
            raise self._unreadable()

    def _unreadable(self) -> UnplayableError:
        says = f"{self._path.name} holds no readable sound. Export it again."
        return UnplayableError(ClipFault(missing=False, says=says))
