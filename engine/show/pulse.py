"""The pulse: how often those who watch over the player hear that it is alive."""

import time
from collections.abc import Callable
from typing import Final

EVERY: Final = 0.25
"""Seconds between two beats: many fit into what a supervisor waits for."""


class Pulse:
    """
    Beats by the clock and not by the frame: a player with few frames a second is slow, not dead.

    Belongs to the main thread, and beats only when it is told that what is shown is alive.
    """

    def __init__(
        self, beat: Callable[[], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._beat, self._clock = beat, clock
        self._last = float("-inf")

    def alive(self) -> None:
        """What is shown is alive at this moment: beat, if it is time."""
        now = self._clock()
        if now - self._last >= EVERY:
            self._last = now
            self._beat()
