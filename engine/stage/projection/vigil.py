"""Telling what hangs from what slept: a machine that was asleep makes everybody late at once."""

import time
from collections.abc import Callable
from typing import Final

_ASLEEP: Final = 0.75
"""Seconds between two looks, sixty of which are taken in a second, after which all were asleep."""


class Vigil:
    """How long one has been looking without a break. Looked at by one thread only."""

    def __init__(self, now: Callable[[], float] = time.perf_counter) -> None:
        self._now = now
        self._since = self._last = float("-inf")

    def lasts(self) -> float:
        """Seconds of looking on; they begin again after a sleep of the machine."""
        now = self._now()
        if now - self._last > _ASLEEP:
            self._since = now
        self._last = now
        return now - self._since
