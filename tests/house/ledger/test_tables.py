"""The tables grow by steps, and a later program's ledger is left alone."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, select, text

from engine.house.ledger.tables import (
    KNOWN,
    STEPS,
    TABLES,
    VIEWINGS,
    OtherVersionError,
    prepare,
    refuse_others,
    version,
)
from tests.house.viewings import NOON


@pytest.fixture
def connection():
    with create_engine("sqlite://").connect() as opened, opened.begin():
        yield opened


def test_a_new_ledger_has_every_table_in_the_newest_version(connection):
    """Nothing has to be brought up to date in it."""
    prepare(connection)

    assert set(inspect(connection).get_table_names()) == set(TABLES.tables)
    assert version(connection) == KNOWN
    refuse_others(connection)


def test_an_older_ledger_takes_the_steps_it_lacks_in_order_and_once(connection):
    """An exhibition's ledger outlives many versions of the program."""
    taken = []

    def second(opened):
        taken.append("second")
        opened.execute(text("ALTER TABLE viewings ADD COLUMN room TEXT"))

    def third(opened):
        taken.append("third")
        opened.execute(text("UPDATE viewings SET room = 'hall'"))

    prepare(connection)
    prepare(connection, (*STEPS, second))
    prepare(connection, (*STEPS, second, third))
    prepare(connection, (*STEPS, second, third))

    assert taken == ["second", "third"]
    assert version(connection) == KNOWN + 2
    assert "room" in {column["name"] for column in inspect(connection).get_columns("viewings")}


def test_a_newer_ledger_is_not_touched(connection):
    """What later tables mean is not known here."""
    prepare(connection, (lambda _: None,) * 6)

    with pytest.raises(OtherVersionError):
        prepare(connection)
    with pytest.raises(OtherVersionError):
        refuse_others(connection)


def test_a_moment_is_the_same_in_every_zone(connection):
    """Exhibitions travel; their evenings must still stand in a row."""
    prepare(connection)
    east = NOON.astimezone(timezone(timedelta(hours=8)))
    row = {"film": "f", "version": "", "seed": "1", "hour": 1.0, "language": "zh", "ways": [],
           "kiosk": False, "sham": False, "resumed": False, "began": east}  # fmt: skip
    from uuid import UUID

    connection.execute(VIEWINGS.insert().values(id=UUID(int=1), **row))

    kept = connection.execute(select(VIEWINGS)).one()
    assert kept.began == NOON
    assert kept.began.tzinfo is UTC
    assert kept.ended is None
    assert isinstance(kept.began, datetime)


def test_everything_that_is_kept_is_told_in_the_page_about_it():
    """Who wants to know what is kept of them reads one table."""
    page = (Path(__file__).parents[3] / "docs" / "ledger.md").read_text("utf-8")

    assert [name for name in TABLES.tables if f"`{name}" not in page] == []
