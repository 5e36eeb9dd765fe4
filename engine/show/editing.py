"""An author at work: the film is told of each new text while it plays."""

import time
from collections.abc import Callable
from typing import Final

from engine.messages.facts import Fact, FilmChanged
from engine.messages.orders import Cut, Order, ShowEnding, Tell
from engine.story.film import Film
from engine.story.units import Seconds

EVERY: Final = Seconds(1.0)
"""How often it is looked whether a file was changed."""

Edits = Callable[[], Film | str | None]
"""The film as it was changed since last asked; or why it cannot be read; none: no change."""


class Editing:
    """
    Tells the film what its author changed, and the author what cannot be played.

    Belongs to the main thread. A text with an error costs nothing: the old one plays on.
    """

    def __init__(
        self,
        edits: Edits,
        tell: Callable[[Tell], None],
        say: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`tell` shows a line over the film; `say` tells whoever started it."""
        self._edits, self._tell, self._say, self._clock = edits, tell, say, clock
        self._looked = clock()
        self._over = False

    def obey(self, order: Order) -> None:
        """Follow whether the film is over, for then no cut comes; an author obeys nobody."""
        if isinstance(order, ShowEnding | Cut):
            self._over = isinstance(order, ShowEnding)

    def facts(self) -> tuple[Fact, ...]:
        """The new text, if there is one and it can be played."""
        now = self._clock()
        if now - self._looked < EVERY:
            return ()
        self._looked = now
        changed = self._edits()
        match changed:
            case None:
                return ()
            case str():
                self._say(changed)
                self._tell(Tell("misread", (("what", changed),), stays=True))
                return ()
            case Film():
                self._tell(Tell("reread_over" if self._over else "reread"))
                return (FilmChanged(changed),)
