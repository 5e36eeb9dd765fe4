"""The parts joined: facts to the director, orders to everybody."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from engine.messages.facts import Fact
from engine.messages.orders import Order


class Part(Protocol):
    """What the show needs of the stage, the senses and the log."""

    def facts(self) -> Iterable[Fact]:
        """What happened since this was last asked."""
        ...

    def obey(self, order: Order) -> None:
        """Do what is ordered, if it is for this part."""
        ...


class Hearer(Protocol):
    """What the show needs of a director."""

    def hear(self, fact: Fact) -> tuple[Order, ...]:
        """Take in one fact and answer with the orders it calls for, in order."""
        ...


class Show:
    """A running film. Belongs to the main thread."""

    def __init__(
        self,
        director: Hearer,
        parts: Sequence[Part],
        overhear: Callable[[Fact], None] = lambda _: None,
    ) -> None:
        self._director = director
        self._parts = tuple(parts)
        self._overhear = overhear

    def tick(self) -> tuple[Order, ...]:
        """Hear everything that happened since the last tick; all orders given, in order."""
        given: list[Order] = []
        for part in self._parts:
            for fact in part.facts():
                given += self.tell(fact)
        return tuple(given)

    def tell(self, fact: Fact) -> tuple[Order, ...]:
        """Tell the director one fact and have its orders obeyed; gives them back."""
        orders = self._director.hear(fact)
        self._overhear(fact)
        for order in orders:
            for part in self._parts:
                part.obey(order)
        return orders
