"""The keeper: writes down where the viewing stands, so that another evening can go on there."""

from typing import Final

from engine.messages.facts import Fact
from engine.messages.orders import Order, SaveViewing
from engine.shelf.guard import ShelfError
from engine.shelf.saves import Saves
from engine.wires import Latest, Worker

EVERY: Final = 0.05
"""Seconds between two looks for something to keep."""
PATIENCE: Final = 5.0
"""Seconds that a slow disk is waited for at the end."""


class Keeper:
    """
    Keeps the newest place on a thread of its own, so that no disk ever holds up the picture.

    A disk that fails costs the save and not the film: `fault` then holds one sentence.
    """

    def __init__(self, saves: Saves, film: str) -> None:
        self._saves, self._film = saves, film
        self._newest: Latest[SaveViewing] = Latest()
        self.fault: str | None = None
        """Written by the keeper's thread, read by any."""
        self._worker = Worker("keeper", self._keep, every=EVERY, died=self._died)
        self._worker.start()

    def obey(self, order: Order) -> None:
        """Keep this place soon; every other order is for others."""
        if isinstance(order, SaveViewing):
            self._newest.put(order)

    def facts(self) -> tuple[Fact, ...]:
        """A keeper reports nothing."""
        return ()

    def close(self) -> None:
        """Keep what is still to be kept, and end."""
        if self._worker.stop(PATIENCE):
            self._keep()
        else:
            self.fault = "The saved place could not be written in time."

    def _keep(self) -> None:
        order = self._newest.take()
        if order is None:
            return
        try:
            if order.standing is None:
                self._saves.forget(self._film)
            else:
                self._saves.keep(order.standing)
        except ShelfError as problem:
            self.fault = f"{problem} The film goes on and is not saved."

    def _died(self, name: str, problem: Exception) -> None:
        self.fault = f"The {name} ended ({problem}). The film goes on and is not saved."
