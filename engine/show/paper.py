"""A showing without window, sound or waiting: the real director and senses, a paper stage."""

from collections.abc import Callable, Iterator
from typing import Final

from engine.director.director import Director
from engine.director.paper import PaperStage
from engine.director.phases import Phase
from engine.house.journal import Journal
from engine.house.ledger.ledger import Ledger
from engine.messages.orders import Burn, Order, ShowEnding, Write
from engine.messages.records import Noticed, Record
from engine.messages.shots import Shot
from engine.senses.senses import Senses, SensesSettings
from engine.senses.words.words import Words
from engine.show.joined import Part, Show
from engine.show.sham import consents
from engine.show.taped import led, log_of
from engine.show.viewing import Agreeing, Plan
from engine.story.units import Seconds

STEP: Final = Seconds(0.1)
"""Of the film, from look to look: the rate at which eyes look in a window too."""
LONGEST: Final = Seconds(4 * 3600.0)
"""A film that has not ended after this much of it goes round in a ring, and is left."""


class PaperShowing:
    """
    One viewing on paper. Belongs to the thread that runs it.

    The camera, where the plan names one, is read in step with the film, so a recorded face
    leads it the same way however fast it runs.
    """

    def __init__(self, plan: Plan, settings: SensesSettings) -> None:
        self._plan = plan
        self._stage = PaperStage(STEP)
        self._senses = Senses(settings, plan.camera)
        self._director = Director(plan.film)
        self._viewer = plan.scripted(Words(settings.models), lambda: self._stage.now)
        self._journal = log_of(plan)
        self._ledger = None if plan.ledger is None else Ledger(plan.ledger)
        watched = plan.camera != "none"
        parts: list[Part | None] = [
            self._stage,
            self._senses if watched else None,
            self._viewer,
            self._journal if isinstance(self._journal, Journal) else None,
            self._ledger,
            Agreeing(camera=watched or consents(plan.sham)) if plan.script is None else None,
        ]  # fmt: skip
        hearer = led(self._director, plan, self._journal)
        self._show = Show(hearer, [part for part in parts if part is not None])
        self.ending: ShowEnding | None = None
        """The end card, once the film came to it."""
        self.burn: Burn | None = None
        """How the flame burns."""

    @property
    def shot(self) -> Shot | None:
        """The shot on the screen, if there were one."""
        return self._stage.shot

    @property
    def position(self) -> Seconds:
        """How far it has played."""
        return self._stage.position

    @property
    def trouble(self) -> str | None:
        """What of script or log went wrong, in one sentence; none where nothing did."""
        shortfall = None if self._viewer is None else self._viewer.shortfall
        if shortfall is not None:
            return shortfall
        writers = (self._journal, self._ledger)
        return next((one.fault for one in writers if one and one.fault is not None), None)

    def run(self, rest: Callable[[Seconds], None] = lambda _: None) -> Iterator[Record]:
        """
        Play to the end, giving each record as it is made.

        `rest` is called before every step with its length, and may wait.
        """
        try:
            yield from self._records(self._show.tell(self._plan.began))
            while self._director.phase is not Phase.ENDED:
                if self._stage.now > LONGEST:
                    yield Noticed(
                        code="ring", says="The film goes round without an end; it was left.",
                        at=self._stage.now,
                    )  # fmt: skip
                    return
                rest(STEP)
                self._senses.look(self._stage.now)
                yield from self._records(self._show.tick())
        finally:
            self._senses.close()
            if self._journal is not None:
                self._journal.close()
            if self._ledger is not None:
                self._ledger.close()

    def _records(self, orders: tuple[Order, ...]) -> Iterator[Record]:
        for order in orders:
            match order:
                case ShowEnding():
                    self.ending = order
                case Burn():
                    self.burn = order
                case Write(record=record):
                    yield record
                case _:
                    pass
