"""The shutter: when the window is drawn anew, and what is done in the time between."""

import time
from collections.abc import Callable
from typing import Final, Protocol

_LONGEST: Final = 1 / 30
"""Seconds after which the light has moved on, though the picture stands."""


class Developing(Protocol):
    """What the shutter needs of a projector."""

    @property
    def changed(self) -> bool:
        """Whether there is a picture to show that was not given yet."""
        ...

    def develop_ahead(self) -> None:
        """Convert what comes next."""
        ...


class Drawn(Protocol):
    """What the shutter needs of a stage."""

    @property
    def calm(self) -> bool:
        """Whether nothing moves but the film and its light."""
        ...

    def draw(self) -> None:
        """Draw and show everything."""
        ...


class Shutter:
    """
    Opens for each picture of the film, and at every tick while a page or a hand moves.

    Belongs to the main thread. The time between is used to convert the coming picture, so that
    at its moment there is little left to do.
    """

    def __init__(
        self,
        projector: Developing,
        stage: Drawn,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._projector, self._stage, self._clock = projector, stage, clock
        self._opened = float("-inf")

    def tick(self) -> None:
        """Draw, if there is anything new to see; else be ready for what comes."""
        changed = self._projector.changed
        if changed or not self._stage.calm or self._clock() - self._opened >= _LONGEST:
            self._stage.draw()
            self._opened = self._clock()
        if not changed:
            self._projector.develop_ahead()
