"""The log of a showing: reasons for people, or a tape of all that the director heard."""

from engine.house.journal import Journal
from engine.house.tape.tape import Tape
from engine.messages.facts import Fact
from engine.messages.orders import Order
from engine.show.joined import Hearer
from engine.show.sham import Yoke
from engine.show.viewing import Plan


class Recording:
    """A director and the tape of its evening. Belongs to the main thread."""

    def __init__(self, director: Hearer, tape: Tape) -> None:
        self._director = director
        self._tape = tape

    def hear(self, fact: Fact) -> tuple[Order, ...]:
        """As the director hears; the tape has it first, in case it is the last thing heard."""
        self._tape.hear(fact)
        orders = self._director.hear(fact)
        for order in orders:
            self._tape.obey(order)
        return orders


def log_of(plan: Plan) -> Journal | Tape | None:
    """The log, where one was asked for."""
    if plan.log is None:
        return None
    return Journal(plan.log) if plan.tape is None else Tape(plan.log, plan.tape)


def led(director: Hearer, plan: Plan, log: Journal | Tape | None) -> Hearer:
    """Who hears what viewers do: the director itself, or with a tape beside or before it."""
    hearer = Recording(director, log) if isinstance(log, Tape) else director
    return hearer if plan.sham is None else Yoke(hearer, plan.sham)
