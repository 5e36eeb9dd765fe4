"""Forgetting: what the ledger holds of a viewer is taken out of its file for good."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Table, and_, func, select

from engine.house.ledger.file import (
    BESIDE,
    LedgerError,
    WreckedLedgerError,
    faults,
    open_for_writing,
    reading,
    scour,
)
from engine.house.ledger.tables import ENDINGS, MEMORY, MOVED, SEEN, TOTALS, VIEWINGS

HURRIED: Final = 1.0
"""Seconds to wait for another program; somebody stands before the window and waits, too."""
PERSONAL: Final = (MEMORY, SEEN, ENDINGS)
"""Tables of what a viewer takes from one viewing into the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose traces are meant, and of which film; none: of everybody, or of every film."""

    film: str | None = None
    profile: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How much the ledger holds of somebody."""

    memory: int = 0
    seen: int = 0
    endings: int = 0
    viewings: int = 0
    totals: int = 0
    """Tallies of what moved viewers; erased as such only with everybody's traces."""
    aside: int = 0
    """Damaged ledgers that were put aside; nobody can tell whose traces are in them."""

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to erase."""
        return self == Held()


def held(path: Path, whose: Whose) -> Held:
    """What `erase` would take away, nothing of a damaged ledger. LedgerError as ever."""
    aside = len(put_aside(path))
    if not path.is_file():
        return Held(aside=aside)
    with reading(path) as connection:
        return Held(
            memory=_count(connection, MEMORY, whose),
            seen=_count(connection, SEEN, whose),
            endings=_count(connection, ENDINGS, whose),
            viewings=_count(connection, VIEWINGS, whose),
            totals=_count(connection, TOTALS, whose) if whose.profile is None else 0,
            aside=aside,
        )


def erase(path: Path, whose: Whose, *, busy: float = HURRIED) -> None:
    """
    Take it away, so that it is in no file any more.

    Raises LedgerError while another program writes in the ledger or reads it, and for a
    damaged one, of which only the whole can be erased.
    """
    if path.is_file():
        try:
            _erase_rows(path, whose, busy)
        except WreckedLedgerError as problem:
            if whose != Whose():
                raise LedgerError(f"{problem} Only all of it can go: `erase --all`.") from problem
            _unlink(path, path, *(path.with_name(path.name + end) for end in BESIDE))
    _unlink(path, *put_aside(path))


def _erase_rows(path: Path, whose: Whose, busy: float) -> None:
    connection = open_for_writing(path, busy=busy)
    try:
        with faults(path), connection.begin():
            _erase(connection, whose)
    finally:
        connection.close()
    scour(path, busy=busy)


def _unlink(path: Path, *files: Path) -> None:
    with faults(path):
        for file in files:
            file.unlink(missing_ok=True)


def put_aside(path: Path) -> tuple[Path, ...]:
    """The damaged ledgers that lie beside this one, with what belongs to them."""
    return tuple(sorted(path.parent.glob(f"{path.name}.broken-*")))


def _erase(connection: Connection, whose: Whose) -> None:
    for table in PERSONAL:
        connection.execute(table.delete().where(*_of(table, whose)))
    if whose.profile is None:
        connection.execute(TOTALS.delete().where(*_of(TOTALS, whose)))
    else:
        _take_back(connection, whose)
    connection.execute(VIEWINGS.delete().where(*_of(VIEWINGS, whose)))


def _take_back(connection: Connection, whose: Whose) -> None:
    """What this viewer added to the totals is taken off them again."""
    columns = (VIEWINGS.c.film, MOVED.c.scene, MOVED.c.go)
    added = (
        select(*columns, func.count().label("shown"), func.sum(MOVED.c.moved).label("moved"))
        .join(VIEWINGS, VIEWINGS.c.id == MOVED.c.viewing)
        .where(*_of(VIEWINGS, whose))
        .group_by(*columns)
    )
    for row in connection.execute(added).all():
        tally = and_(TOTALS.c.film == row.film, TOTALS.c.scene == row.scene, TOTALS.c.go == row.go)
        less = {"shown": TOTALS.c.shown - row.shown, "moved": TOTALS.c.moved - row.moved}
        connection.execute(TOTALS.update().where(tally).values(**less))
    connection.execute(TOTALS.delete().where(TOTALS.c.shown <= 0))


def _count(connection: Connection, table: Table, whose: Whose) -> int:
    rows = select(func.count()).select_from(table).where(*_of(table, whose))
    return connection.scalar(rows) or 0


def _of(table: Table, whose: Whose) -> list[Any]:
    """The rows of a table that are meant."""
    meant = []
    if whose.film is not None:
        meant.append(table.c.film == whose.film)
    if whose.profile is not None:
        meant.append(table.c.profile == whose.profile)
    return meant
