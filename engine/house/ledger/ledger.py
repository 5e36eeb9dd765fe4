"""The ledger of viewings: a part of the show that writes on a thread of its own."""

import threading
from typing import TYPE_CHECKING, Final
from uuid import UUID

from engine.house.ledger.entries import Entry, Occasion
from engine.messages.facts import Fact
from engine.messages.orders import AskConsent, OpenEyes, Order, Rest, Write
from engine.messages.records import Began, Entered, Record
from engine.story.units import Seconds
from engine.wires import Inbox, Latest, Worker

if TYPE_CHECKING:
    from engine.house.ledger.writing import Writer

MOST: Final = 10_000
"""Records that may wait for a slow disk: some hours of film."""
EVERY: Final = 0.05
"""Seconds from one look into the inbox to the next."""
RETRY: Final = 1.0
"""Seconds from a failure to the next try."""
PATIENCE: Final = 2.0
"""Seconds an evening's end waits for the disk."""


class Ledger:
    """
    Writes down what the director orders written. Belongs to the main thread, which never waits
    for a disk here, but for PATIENCE when the evening ends.

    A database that cannot be used costs the ledger and not the film.
    """

    def __init__(
        self, occasion: Occasion, *, size: int = MOST, patience: float = PATIENCE
    ) -> None:
        """Begin; the file is opened by the writer's thread when there is something to write."""
        self._occasion = occasion
        self._patience = patience
        self._inbox: Inbox[Entry] = Inbox(size)
        self._faults: Latest[str] = Latest()
        self._fault: str | None = None
        self._closing = threading.Event()
        self._done = threading.Event()
        self._viewing: UUID | None = None
        self._n = 0
        self._since: Seconds | None = None
        self._consented = False
        self._writer: Writer | None = None  # the writer's thread alone
        self._worker = Worker("ledger", self._step, every=EVERY, died=self._died)
        self._worker.start()

    @property
    def fault(self) -> str | None:
        """What went wrong last, as one sentence for people; none while nothing did."""
        self._fault = self._faults.take() or self._fault
        return self._fault

    def obey(self, order: Order) -> None:
        """Pass a record on to be written; follow who consented; the rest is for others."""
        match order:
            case Write(record=record):
                self._pass_on(record)
            case OpenEyes():
                self._consented = True
            case AskConsent() | Rest():
                self._consented = False
            case _:
                pass

    def facts(self) -> tuple[Fact, ...]:
        """A ledger reports nothing."""
        return ()

    def close(self) -> None:
        """Have everything written that still can be, and let go of the file."""
        self._closing.set()
        written = self._done.wait(self._patience)
        self._worker.stop(0.1)
        if not written and self.fault is None:
            self._fault = (
                f"The disk is too slow: the last lines of the ledger {self._occasion.path} "
                "may be missing."
            )

    def _pass_on(self, record: Record) -> None:
        if isinstance(record, Began):
            self._viewing, self._n, self._since = self._occasion.name(), 0, None
        if self._viewing is None:
            return
        if isinstance(record, Entered) and self._since is None:
            self._since = record.at
        self._n += 1
        self._inbox.put(
            Entry(
                viewing=self._viewing,
                n=self._n,
                when=self._occasion.clock(),
                since=self._since or Seconds(0.0),
                consented=self._consented,
                record=record,
            )
        )

    def _step(self) -> None:
        """On the writer's thread: write what came; after a failure rest before the next try."""
        last = self._closing.is_set()  # asked first, so that nothing put before it is missed
        writer = self._writing()
        writer.write(() if writer.waiting and not last else self._inbox.drain())
        if last:
            writer.close()
        self._tell(writer)
        if last:
            self._done.set()
            self._worker.stopping.wait()
        elif writer.waiting:
            self._closing.wait(RETRY)

    def _writing(self) -> "Writer":
        if self._writer is None:
            # SQLAlchemy takes a fifth of a second to import, which no film should wait for.
            from engine.house.ledger.writing import Writer  # noqa: PLC0415

            self._writer = Writer(self._occasion)
        return self._writer

    def _tell(self, writer: "Writer") -> None:
        if self._inbox.dropped:
            path = self._occasion.path
            self._faults.put(f"The ledger {path} lost {self._inbox.dropped} lines: no room left.")
        elif writer.fault is not None:
            self._faults.put(writer.fault)

    def _died(self, _name: str, problem: Exception) -> None:
        self._faults.put(
            f"The ledger {self._occasion.path} stopped ({problem}). The film goes on without it."
        )
        self._done.set()
