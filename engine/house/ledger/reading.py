"""What the ledger tells: a viewer's past, what moved earlier viewers, each film's account."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, func, select

from engine.house.ledger.file import reading
from engine.house.ledger.tables import (
    ENDINGS,
    ENTERED,
    JUDGED,
    MEMORY,
    SEEN,
    TOTALS,
    TURNS,
    VIEWINGS,
)
from engine.messages.records import Judgement, Tally
from engine.story.conditions import Value
from engine.story.units import SceneId

LAST: Final = 10
"""How many viewings of a film are told one by one."""
_NORMAL: Final = 1.959964
"""Standard deviations around a mean that hold 95 % of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier viewings of a film left to a viewer."""

    memory: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    seen: frozenset[SceneId] = frozenset()
    endings: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """How often an option of a scene's decision was taken, and by what."""

    scene: str
    option: str
    cause: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """
    What viewers said of one feeling when they were asked whether it was so.

    `share` is the yeses among the answers, between `low` and `high` with 95 % (Wilson); none
    where nobody answered.
    """

    feeling: str
    cause: str
    asked: int
    yes: int
    no: int
    not_meant: int
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One viewing of the last ones."""

    began: datetime
    ended: datetime | None
    ending: str | None
    minutes: float | None
    language: str
    profile: str | None
    kiosk: bool
    sham: bool
    resumed: bool
    """It began where an earlier one was left."""
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What the ledger knows of one film. Sham viewings are told among the last, else nowhere."""

    film: str
    viewings: int
    shams: int
    left: int
    """Viewings that came to no ending."""
    minutes: float | None
    """How long those that came to one took, on average."""
    endings: Mapping[str, int]
    answered: tuple[Answered, ...]
    judged: tuple[Judgements, ...]
    last: tuple[Told, ...]
    """Newest first."""


def past_of(path: Path, film: str, profile: str) -> Past:
    """What a viewer brings along from earlier viewings. LedgerError when it cannot be read."""
    with reading(path) as connection:
        values = select(MEMORY.c.name, MEMORY.c.value).where(*_viewer(MEMORY, film, profile))
        seen = select(SEEN.c.scene).where(*_viewer(SEEN, film, profile))
        endings = select(ENDINGS.c.ending).where(*_viewer(ENDINGS, film, profile))
        return Past(
            memory=MappingProxyType({row.name: row.value for row in connection.execute(values)}),
            seen=frozenset(SceneId(scene) for scene in connection.scalars(seen)),
            endings=frozenset(connection.scalars(endings)),
        )


def learned_of(path: Path, film: str) -> Mapping[str, Tally]:
    """What moved earlier viewers, by `scene>go`. LedgerError when it cannot be read."""
    with reading(path) as connection:
        totals = connection.execute(TOTALS.select().where(TOTALS.c.film == film))
        return MappingProxyType(
            {f"{row.scene}>{row.go}": Tally(row.shown, row.moved) for row in totals}
        )


def accounts(path: Path, film: str | None = None) -> tuple[Account, ...]:
    """Each film's account, or that of one film; none of a film that was never shown."""
    with reading(path) as connection:
        films = _names(connection, VIEWINGS.c.film)
        return tuple(_account(connection, one) for one in films if film in {None, one})


def shown_films(path: Path) -> tuple[str, ...]:
    """The ids of the films that have viewings, in order. LedgerError when it cannot be read."""
    with reading(path) as connection:
        return _names(connection, VIEWINGS.c.film)


def kept_of(path: Path) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of all films and the names of all profiles of which anything is kept."""
    with reading(path) as connection:
        personal = (VIEWINGS, MEMORY, SEEN, ENDINGS)
        films = (_names(connection, table.c.film) for table in (*personal, TOTALS))
        profiles = (_names(connection, table.c.profile) for table in personal)
        return frozenset().union(*films), frozenset().union(*profiles)


def _names(connection: Connection, column: Any) -> tuple[str, ...]:  # noqa: ANN401 -- as below
    found = connection.scalars(select(column).distinct().order_by(column)).all()
    return tuple(name for name in found if name is not None)


def count(path: Path) -> int:
    """How many viewings the ledger holds. LedgerError when it cannot be read."""
    with reading(path) as connection:
        return connection.scalar(select(func.count()).select_from(VIEWINGS)) or 0


def _viewer(table: Any, film: str, profile: str) -> tuple[Any, Any]:  # noqa: ANN401 -- a table's columns are named at run time
    return table.c.film == film, table.c.profile == profile


def _account(connection: Connection, film: str) -> Account:
    shown = VIEWINGS.c.film == film
    kinds = select(VIEWINGS.c.sham, func.count()).where(shown).group_by(VIEWINGS.c.sham)
    counted = {bool(sham): number for sham, number in connection.execute(kinds)}
    true = (shown, VIEWINGS.c.sham.is_(False))
    ends = (
        select(VIEWINGS.c.ending, func.count().label("times"))
        .where(*true, VIEWINGS.c.ending.is_not(None))
        .group_by(VIEWINGS.c.ending)
        .order_by(func.count().desc(), VIEWINGS.c.ending)
    )
    endings = {row.ending: row.times for row in connection.execute(ends)}
    took = select(func.avg(VIEWINGS.c.minutes)).where(*true, VIEWINGS.c.ending.is_not(None))
    viewings = counted.get(False, 0)
    return Account(
        film=film,
        viewings=viewings,
        shams=counted.get(True, 0),
        left=viewings - sum(endings.values()),
        minutes=connection.scalar(took),
        endings=MappingProxyType(endings),
        answered=_answered(connection, film),
        judged=_judged(connection, film),
        last=_last(connection, film),
    )


def _answered(connection: Connection, film: str) -> tuple[Answered, ...]:
    columns = (TURNS.c.scene, TURNS.c.option, TURNS.c.cause)
    taken = (
        select(*columns, func.count().label("times"))
        .join(VIEWINGS, VIEWINGS.c.id == TURNS.c.viewing)
        .where(VIEWINGS.c.film == film, VIEWINGS.c.sham.is_(False), TURNS.c.option.is_not(None))
        .group_by(*columns)
        .order_by(TURNS.c.scene, func.count().desc(), TURNS.c.option, TURNS.c.cause)
    )
    return tuple(
        Answered(scene=row.scene, option=row.option, cause=row.cause, times=row.times)
        for row in connection.execute(taken)
    )


def _judged(connection: Connection, film: str) -> tuple[Judgements, ...]:
    columns = (JUDGED.c.feeling, JUDGED.c.cause)
    said = (
        select(*columns, JUDGED.c.verdict, func.count().label("times"))
        .join(VIEWINGS, VIEWINGS.c.id == JUDGED.c.viewing)
        .where(VIEWINGS.c.film == film, VIEWINGS.c.sham.is_(False))
        .group_by(*columns, JUDGED.c.verdict)
        .order_by(*columns)
    )
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for row in connection.execute(said):
        counts.setdefault((row.feeling, row.cause), {})[row.verdict] = row.times
    return tuple(_judgements(*about, times) for about, times in counts.items())


def _judgements(feeling: str, cause: str, times: Mapping[str, int]) -> Judgements:
    yes, no, not_meant = (
        times.get(verdict.value, 0)
        for verdict in (Judgement.YES, Judgement.NO, Judgement.NOT_MEANT)
    )
    answers = yes + no + not_meant
    low, high = wilson(yes, answers) if answers else (None, None)
    return Judgements(
        feeling=feeling, cause=cause, asked=sum(times.values()), yes=yes, no=no,
        not_meant=not_meant, share=yes / answers if answers else None, low=low, high=high,
    )  # fmt: skip


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Between which shares the true one lies with 95 %, if `part` of `whole` were counted."""
    share, square = part / whole, _NORMAL**2
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    spread = math.sqrt(share * (1 - share) / whole + square / (4 * whole**2))
    reach = _NORMAL * spread / (1 + square / whole)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def _last(connection: Connection, film: str) -> tuple[Told, ...]:
    newest = VIEWINGS.select().where(VIEWINGS.c.film == film)
    newest = newest.order_by(VIEWINGS.c.began.desc(), VIEWINGS.c.id).limit(LAST)
    return tuple(_told(connection, row) for row in connection.execute(newest).all())


def _told(connection: Connection, row: Any) -> Told:  # noqa: ANN401 -- as above
    entered = select(ENTERED.c.scene).where(ENTERED.c.viewing == row.id).order_by(ENTERED.c.n)
    return Told(
        began=row.began, ended=row.ended, ending=row.ending, minutes=row.minutes,
        language=row.language, profile=row.profile, kiosk=row.kiosk, sham=row.sham,
        resumed=row.resumed, path=tuple(connection.scalars(entered)),
    )  # fmt: skip
