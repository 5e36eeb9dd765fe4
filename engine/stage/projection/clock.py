"""The master clock: where in the endless stream of sound the ear is now."""

import statistics
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Final

from engine.story.units import Seconds

RATE: Final = 48_000
"""Samples a second."""

BYTES: Final = 4
"""Bytes of one sample for both ears: s16, stereo."""

_MARKS: Final = 24
_STALL: Final = RATE // 5
"""So late is no mark but after a sleep of the machine."""
_DRY: Final = 2048
"""Two marks so late, one after the other: the card ran dry, and everything is late from now on."""


def in_samples(seconds: float) -> int:
    """A length of time as a whole number of samples."""
    return round(seconds * RATE)


def in_seconds(samples: int) -> Seconds:
    """A number of samples as a length of time."""
    return Seconds(samples / RATE)


class Clock:
    """
    Samples heard, reckoned from when samples were asked for.

    The sound card asks in lumps and late; the median of the last marks does not waver. The
    sound's thread marks, the main thread reads. It never runs backwards, nor past what was
    handed out.
    """

    def __init__(
        self, latency: int, *, rate: float = RATE, now: Callable[[], float] = time.perf_counter
    ) -> None:
        self._latency = latency  # main thread only
        self._rate = rate  # immutable, as is _now
        self._now = now
        self._lock = threading.Lock()  # a leaf
        self._offsets: deque[float] = deque(maxlen=_MARKS)  # protected by _lock
        self._handed = 0  # protected by _lock
        self._last = 0  # main thread only

    def begin_at(self, heard: int) -> None:
        """So many samples were heard already, on another clock."""
        self._last = heard

    def delay(self, more: int) -> None:
        """The sound is heard so many samples later than was thought: so must be the picture."""
        self._latency += more

    def mark(self, already: int, more: int) -> None:
        """So many samples were handed out already when so many more were asked for just now."""
        offset = already - self._now() * self._rate
        with self._lock:
            if self._offsets and abs(offset - statistics.median(self._offsets)) > _STALL:
                self._offsets.clear()  # the machine slept: what was known is worth nothing
            self._offsets.append(offset)
            self._forget_before_a_gap()
            self._handed = already + more

    @property
    def heard(self) -> int:
        """How many samples of the stream have been heard."""
        with self._lock:
            offsets, handed = tuple(self._offsets), self._handed
        if offsets:
            reckoned = statistics.median(offsets) + self._now() * self._rate - self._latency
            self._last = max(self._last, min(int(reckoned), handed))
        return self._last

    def _forget_before_a_gap(self) -> None:
        latest = tuple(self._offsets)[-2:]
        if max(latest) < statistics.median(self._offsets) - _DRY:
            self._offsets = deque(latest, maxlen=_MARKS)

    def overdue(self) -> float:
        """Seconds since everything handed out was played and nobody asked for more."""
        with self._lock:
            if not self._offsets:
                return 0.0
            return max(
                0.0, (self._offsets[-1] + self._now() * self._rate - self._handed) / self._rate
            )
