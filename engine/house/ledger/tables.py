"""The ledger's tables, and the steps from one version of them to the next."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    Uuid,
    inspect,
)

Step = Callable[[Connection], None]
"""Makes an older ledger one version newer."""


class OtherVersionError(Exception):
    """The tables are of another version than those known here."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(found, known)
        self.found, self.known = found, known


class Utc(TypeDecorator[datetime]):
    """A moment in UTC, whatever the database thinks of zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Kept without a zone, since all are UTC."""
        del dialect
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Given back with the zone it was meant in."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC)


TABLES: Final = MetaData()

META: Final = Table(
    "meta", TABLES,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)  # fmt: skip

VIEWINGS: Final = Table(
    "viewings", TABLES,
    Column("id", Uuid, primary_key=True),
    Column("film", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("profile", Text),  # none: an exhibition's visitor, whom nothing names
    Column("seed", Text, nullable=False),
    Column("hour", Float, nullable=False),
    Column("language", Text, nullable=False),
    Column("ways", JSON, nullable=False),
    Column("kiosk", Boolean, nullable=False),
    Column("sham", Boolean, nullable=False),
    Column("resumed", Boolean, nullable=False),
    Column("began", Utc, nullable=False),
    Column("ended", Utc),
    Column("ending", Text),
    Column("scenes", Integer),
    Column("minutes", Float),
    Index("viewings_by_film", "film", "profile"),
)  # fmt: skip


def _of_viewing(name: str, *columns: Column[object]) -> Table:
    """A table of what happened in viewings; `n` counts a viewing's records in their order."""
    viewing = Column(
        "viewing", Uuid, ForeignKey("viewings.id", ondelete="CASCADE"), primary_key=True
    )
    number = Column("n", Integer, primary_key=True, autoincrement=False)
    return Table(name, TABLES, viewing, number, *columns)


TURNS: Final = _of_viewing(
    "turns",
    Column("scene", Text, nullable=False),
    Column("to", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("option", Text),
    Column("branch", Integer),
    Column("label", Text),
    Column("because", Text),
    Column("evidence", JSON, nullable=False),
    Column("unsure", JSON, nullable=False),
    Column("at", Float, nullable=False),
)

ENTERED: Final = _of_viewing(
    "entered",
    Column("scene", Text, nullable=False),
    Column("visit", Integer, nullable=False),
    Column("at", Float, nullable=False),
)

NOTICED: Final = _of_viewing(
    "noticed",
    Column("code", Text, nullable=False),
    Column("says", Text, nullable=False),
    Column("at", Float, nullable=False),
)

MEASURED: Final = _of_viewing(
    "measured",
    Column("scene", Text, nullable=False),
    Column("visit", Integer, nullable=False),
    Column("means", JSON, nullable=False),
    Column("seen", Float, nullable=False),
    Column("at", Float, nullable=False),
)

MOVED: Final = _of_viewing(
    "moved",
    Column("scene", Text, nullable=False),
    Column("go", Text, nullable=False),
    Column("moved", Float, nullable=False),
    Column("at", Float, nullable=False),
)
"""What each viewing added to the totals, so that erasing it can take it away again."""

JUDGED: Final = _of_viewing(
    "judged",
    Column("scene", Text, nullable=False),
    Column("option", Text),
    Column("cause", Text, nullable=False),
    Column("feeling", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("at", Float, nullable=False),
)
"""What viewers said when they were asked whether what was read of them was so."""

MEMORY: Final = Table(
    "memory", TABLES,
    Column("film", Text, primary_key=True),
    Column("profile", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("value", JSON, nullable=False),
)  # fmt: skip

SEEN: Final = Table(
    "seen", TABLES,
    Column("film", Text, primary_key=True),
    Column("profile", Text, primary_key=True),
    Column("scene", Text, primary_key=True),
)  # fmt: skip

ENDINGS: Final = Table(
    "endings", TABLES,
    Column("film", Text, primary_key=True),
    Column("profile", Text, primary_key=True),
    Column("ending", Text, primary_key=True),
    Column("count", Integer, nullable=False),
)  # fmt: skip

TOTALS: Final = Table(
    "totals", TABLES,
    Column("film", Text, primary_key=True),
    Column("scene", Text, primary_key=True),
    Column("go", Text, primary_key=True),
    Column("shown", Integer, nullable=False),
    Column("moved", Float, nullable=False),
)  # fmt: skip


def _ask_back(connection: Connection) -> None:
    """Version 2: what viewers say of what was read of them."""
    JUDGED.create(connection)


STEPS: Final[tuple[Step, ...]] = (_ask_back,)
"""From version 1 on, in order; a new one is added at the end and none is ever changed."""
KNOWN: Final = 1 + len(STEPS)
"""The version of the tables above."""


def prepare(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """
    Have the tables there in the version known here, within one transaction.

    Raises OtherVersionError for a ledger of a version that is not known yet.
    """
    known = 1 + len(steps)
    if not inspect(connection).has_table(META.name):
        TABLES.create_all(connection)
        connection.execute(META.insert().values(name="version", value=known))
        return
    found = version(connection)
    if found > known:
        raise OtherVersionError(found, known)
    for step in steps[found - 1 :]:
        step(connection)
    if found < known:
        newer = META.update().where(META.c.name == "version").values(value=known)
        connection.execute(newer)


def refuse_others(connection: Connection) -> None:
    """Let nobody read tables of a version that is not known here. OtherVersionError."""
    found = version(connection)
    if found != KNOWN:
        raise OtherVersionError(found, KNOWN)


def version(connection: Connection) -> int:
    """The version of the tables that are there."""
    kept = META.select().where(META.c.name == "version")
    return int(connection.execute(kept).one().value)
