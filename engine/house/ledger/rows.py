"""The rows a record becomes in the ledger, as far as the film and its viewer allow."""

from collections.abc import Mapping
from typing import Any, assert_never

from sqlalchemy import Connection, Table, select

from engine.house.ledger.entries import Entry, Occasion
from engine.house.ledger.tables import (
    ENDINGS,
    ENTERED,
    JUDGED,
    MEASURED,
    MEMORY,
    MOVED,
    NOTICED,
    SEEN,
    TOTALS,
    TURNS,
    VIEWINGS,
)
from engine.messages.records import (
    Began,
    Ended,
    Entered,
    Judged,
    Measured,
    Moved,
    Noticed,
    Remembered,
    Turn,
)
from engine.story.model import Keep


def put(  # noqa: C901, PLR0912 -- one line a record
    connection: Connection, entry: Entry, occasion: Occasion
) -> None:
    """Write one record down, within the transaction that is open."""
    record = entry.record
    match record:
        case Began():
            _begin(connection, entry, record, occasion)
        case Entered():
            _line(connection, ENTERED, entry, scene=record.scene, visit=record.visit, at=record.at)
        case Turn():
            _line(connection, TURNS, entry, **_turn(record, kept=_keeps(entry, occasion)))
        case Noticed():
            _line(connection, NOTICED, entry, code=record.code, says=record.says, at=record.at)
        case Ended():
            _end(connection, entry, record)
        case Measured():
            if _keeps(entry, occasion):
                _measure(connection, entry, record)
        case Moved():
            if _keeps(entry, occasion):
                _move(connection, entry, record)
        case Judged():
            if _keeps(entry, occasion):
                _line(connection, JUDGED, entry, **_judged(record))
        case Remembered():
            _remember(connection, entry, record, occasion)
        case _:
            assert_never(record)


def _keeps(entry: Entry, occasion: Occasion) -> bool:
    """Whether what was read may be written down, and was read of this viewer at all."""
    return entry.consented and occasion.keep is Keep.SCORES and not occasion.sham


def _line(connection: Connection, table: Table, entry: Entry, **values: object) -> None:
    connection.execute(table.insert().values(viewing=entry.viewing, n=entry.n, **values))


def _begin(connection: Connection, entry: Entry, record: Began, occasion: Occasion) -> None:
    viewing = VIEWINGS.insert().values(
        id=entry.viewing,
        film=record.film,
        version=occasion.version,
        profile=None if occasion.kiosk else occasion.profile,
        seed=str(record.seed),
        hour=record.hour,
        language=record.language,
        ways=[way.value for way in record.ways],
        kiosk=occasion.kiosk,
        sham=occasion.sham,
        resumed=occasion.resumed,
        began=entry.when,
    )
    connection.execute(viewing)


def _turn(turn: Turn, *, kept: bool) -> dict[str, Any]:
    """A turn's columns; without leave, of a face only which option it led to."""
    doubts = turn.unsure if kept else tuple(doubt.partition(":")[0] for doubt in turn.unsure)
    return {
        "scene": turn.scene,
        "to": turn.to,
        "cause": turn.cause.value,
        "option": turn.option,
        "branch": turn.branch,
        "label": turn.label,
        "because": turn.because,
        "evidence": dict(turn.evidence) if kept else {},
        "unsure": list(doubts),
        "at": turn.at,
    }


def _judged(judged: Judged) -> dict[str, Any]:
    """What a viewer said of a turn, as columns."""
    return {
        "scene": judged.scene,
        "option": judged.option,
        "cause": judged.cause.value,
        "feeling": judged.feeling,
        "confidence": judged.confidence,
        "verdict": judged.verdict.value,
        "at": judged.at,
    }


def _end(connection: Connection, entry: Entry, record: Ended) -> None:
    viewing = VIEWINGS.update().where(VIEWINGS.c.id == entry.viewing)
    connection.execute(
        viewing.values(
            ended=entry.when,
            ending=record.ending,
            scenes=record.scenes,
            minutes=max(0.0, record.at - entry.since) / 60,
        )
    )


def _measure(connection: Connection, entry: Entry, record: Measured) -> None:
    _line(
        connection, MEASURED, entry, scene=record.scene, visit=record.visit,
        means=dict(record.means), seen=record.seen, at=record.at,
    )  # fmt: skip


def _move(connection: Connection, entry: Entry, record: Moved) -> None:
    """One more line for a tally."""
    line = {"scene": record.scene, "go": record.go, "moved": record.moved}
    _line(connection, MOVED, entry, **line, at=record.at)
    where = {"film": _film(connection, entry), "scene": record.scene, "go": record.go}
    more = {"shown": TOTALS.c.shown + 1, "moved": TOTALS.c.moved + record.moved}
    _replace(connection, TOTALS, where, more, {"shown": 1, "moved": record.moved})


def _remember(
    connection: Connection, entry: Entry, record: Remembered, occasion: Occasion
) -> None:
    """What the viewer takes along; nothing of a viewing that was erased meanwhile."""
    film = _film(connection, entry)
    if occasion.profile is None or occasion.kiosk or occasion.sham or film is None:
        return
    viewer = {"film": film, "profile": occasion.profile}
    for name, value in record.values.items():
        _replace(connection, MEMORY, viewer | {"name": name}, {"value": value})
    ending = viewer | {"ending": record.ending}
    _replace(connection, ENDINGS, ending, {"count": ENDINGS.c.count + 1}, {"count": 1})
    known = select(SEEN.c.scene).where(*_same(SEEN, viewer))
    new = record.seen - set(connection.scalars(known))
    if new:
        connection.execute(SEEN.insert(), [viewer | {"scene": scene} for scene in sorted(new)])


def _film(connection: Connection, entry: Entry) -> str | None:
    found = select(VIEWINGS.c.film).where(VIEWINGS.c.id == entry.viewing)
    return connection.scalar(found)


def _replace(
    connection: Connection,
    table: Table,
    where: Mapping[str, object],
    values: Mapping[str, object],
    first: Mapping[str, object] | None = None,
) -> None:
    """Change the one row that is meant, or write it for the first time."""
    changed = connection.execute(table.update().where(*_same(table, where)).values(**values))
    if changed.rowcount == 0:
        connection.execute(table.insert().values(**where, **(first or values)))


def _same(table: Table, where: Mapping[str, object]) -> list[Any]:
    return [table.c[name] == value for name, value in where.items()]
