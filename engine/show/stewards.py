"""Who listens in a showing without asking for anything."""

from collections.abc import Callable

from engine.messages.facts import Fact
from engine.messages.orders import OpenEyes, Order, Rest, Write
from engine.messages.records import Noticed
from engine.senses.senses import Senses


class Steward:
    """Says what was out of the ordinary, and tidies up when a viewing is over."""

    def __init__(self, tell: Callable[[str], None], tidy: Callable[[], None]) -> None:
        self._tell, self._tidy = tell, tidy

    def facts(self) -> tuple[Fact, ...]:
        """A steward asks for nothing."""
        return ()

    def obey(self, order: Order) -> None:
        """Tell a trouble on; tidy up for whoever comes next."""
        match order:
            case Write(record=Noticed(says=says)):
                self._tell(says)
            case Rest():
                self._tidy()
            case _:
                pass


class Eyeless:
    """Senses that only listen: where a script shows a face, no camera is missed."""

    def __init__(self, senses: Senses) -> None:
        self._senses = senses

    def facts(self) -> tuple[Fact, ...]:
        """What was heard."""
        return self._senses.facts()

    def obey(self, order: Order) -> None:
        """Listen when told to; there is nothing to open."""
        if not isinstance(order, OpenEyes):
            self._senses.obey(order)
