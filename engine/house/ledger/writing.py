"""The ledger's writer: one record, one transaction; what cannot be written now waits."""

import logging
from collections import deque
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from engine.house.ledger.entries import Entry, Occasion
from engine.house.ledger.file import (
    BESIDE,
    BUSY,
    LedgerError,
    OtherLedgerError,
    UnfitError,
    WreckedLedgerError,
    faults,
    open_for_writing,
)
from engine.house.ledger.rows import put
from engine.messages.records import Began

log = logging.getLogger(__name__)

GOES_ON: Final = "The film goes on; what is to be written waits."
GOES_WITHOUT: Final = "The film goes on without it."


class Writer:
    """
    Writes entries in their order. Belongs to the thread that calls it.

    `fault` holds the last trouble as a sentence for people, none where there was none.
    """

    def __init__(self, occasion: Occasion, *, busy: float = BUSY) -> None:
        self._occasion = occasion
        self._busy = busy
        self._connection: Connection | None = None
        self._begun: Entry | None = None
        """How the viewing began that is being written."""
        self._shut = False
        self._waiting: deque[Entry] = deque()
        self.fault: str | None = None

    @property
    def waiting(self) -> int:
        """How many entries could not be written so far."""
        return len(self._waiting)

    def write(self, entries: Iterable[Entry] = ()) -> None:
        """Write these after those that wait; whatever fails now is tried again next time."""
        if self._shut:
            return
        self._waiting.extend(entries)
        try:
            while self._waiting:
                self._write(self._waiting[0])
                self._waiting.popleft()
        except OtherLedgerError as problem:
            self._shut = True
            self._waiting.clear()
            self.fault = f"{problem} {GOES_WITHOUT}"
        except LedgerError as problem:
            self._let_go()
            self.fault = f"{problem} {GOES_ON}"

    def close(self) -> None:
        """Let go of the file; what still waits is lost, and said to be."""
        self._let_go()
        if self._waiting:
            lost = len(self._waiting)
            lines = "1 line" if lost == 1 else f"{lost} lines"
            self.fault = f"{self.fault} It came to its end with {lines} lost."
            self._waiting.clear()

    def _write(self, entry: Entry) -> None:
        try:
            self._commit(entry)
        except (UnfitError, ValueError, OverflowError):
            # A viewing that was erased meanwhile takes no more lines, and what no database
            # can hold must not stand in the way of all that comes after it.
            log.debug("not written: %s", entry, exc_info=True)
        except WreckedLedgerError as problem:
            self._let_go()
            aside = put_aside(self._occasion.path, self._occasion.clock())
            self.fault = f"{problem} It was put aside as {aside.name}, and a new one begun."
            self._begin_anew(entry)
            self._commit(entry)
        if isinstance(entry.record, Began):
            self._begun = entry

    def _begin_anew(self, entry: Entry) -> None:
        """In a new file the viewing that goes on must begin, too."""
        if self._begun is not None and self._begun.viewing == entry.viewing:
            self._commit(self._begun)

    def _commit(self, entry: Entry) -> None:
        path = self._occasion.path
        if self._connection is None:
            self._connection = open_for_writing(path, busy=self._busy)
        with faults(path), self._connection.begin():
            put(self._connection, entry, self._occasion)

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def put_aside(path: Path, now: datetime) -> Path:
    """Move a ledger and what lies beside it out of the way; where it is kept."""
    stamp = now.strftime("%Y%m%d-%H%M%S")
    names = (f"{path.name}.broken-{stamp}{'' if n == 0 else f'-{n}'}" for n in range(1000))
    aside = next(path.with_name(name) for name in names if not path.with_name(name).exists())
    with faults(path):
        path.replace(aside)
        for end in BESIDE:
            beside = path.with_name(path.name + end)
            if beside.exists():
                beside.replace(aside.with_name(aside.name + end))
    return aside
