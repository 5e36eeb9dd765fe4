"""The ledger's file: opened so that a power cut loses nothing, refused in one sentence."""

import sqlite3

import pytest

from engine.house.ledger.file import (
    LedgerError,
    OtherLedgerError,
    WreckedLedgerError,
    open_for_writing,
    reading,
    scour,
)
from engine.house.ledger.reading import past_of
from engine.house.ledger.tables import JUDGED, KNOWN, META, version
from tests.house.viewings import evening, written


def test_what_is_committed_is_on_the_disk(tmp_path):
    """WAL with FULL: the usual NORMAL loses the last commits when the power goes."""
    connection = open_for_writing(tmp_path / "deep" / "ledger")

    kept = {
        pragma: connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one()
        for pragma in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    }
    connection.close()

    assert kept == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1,
    }  # fmt: skip


def test_a_reader_changes_nothing(tmp_path):
    """A question about last night must not be able to harm it."""
    path = tmp_path / "ledger"
    written(path, evening())

    with pytest.raises(LedgerError, match="readonly"), reading(path) as connection:
        connection.execute(META.delete())


@pytest.mark.parametrize(
    "letters",
    [b"this is no database at all, but long enough to look at", b"SQLite format 3\0" * 99],
)
def test_a_damaged_file_is_told_from_any_other_trouble(tmp_path, letters):
    """Only a damaged one may be put aside."""
    path = tmp_path / "ledger"
    path.write_bytes(letters)

    with pytest.raises(WreckedLedgerError, match=r"The ledger .* cannot be used \("):
        open_for_writing(path)


def test_a_torn_page_is_found_when_the_ledger_is_opened(tmp_path):
    """A file may begin well and be torn further in."""
    path = tmp_path / "ledger"
    written(path, *[evening(name="x" * 2000)] * 9)
    scour(path)
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2 :] = bytes(len(whole) - len(whole) // 2)
    path.write_bytes(whole)

    with pytest.raises(WreckedLedgerError):
        open_for_writing(path)


def test_a_newer_kinoeyes_ledger_is_left_alone(tmp_path):
    """With the cure in the sentence."""
    path = tmp_path / "ledger"
    written(path, evening())
    connection = open_for_writing(path)
    with connection.begin():
        connection.execute(META.update().values(value=99))
    connection.close()

    with pytest.raises(OtherLedgerError, match="by a newer Kinoeye"), reading(path):
        pass


def test_an_older_kinoeyes_ledger_is_read_as_well(tmp_path):
    """On the first evening after an update a film must not take a viewer for a stranger."""
    path = tmp_path / "ledger"
    written(path, evening())
    connection = open_for_writing(path)
    with connection.begin():
        JUDGED.drop(connection)
        connection.execute(META.update().values(value=1))
    connection.close()

    with reading(path) as opened:
        assert version(opened) == KNOWN
        assert opened.execute(JUDGED.select()).all() == []
    assert past_of(path, "door", "viewer").endings == {"Warm"}


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    """What, where, and why."""
    (tmp_path / "taken").write_text("a file")

    with pytest.raises(LedgerError, match="cannot be used"):
        open_for_writing(tmp_path / "taken" / "ledger")


def test_somebody_elses_database_is_not_taken_for_a_ledger(tmp_path):
    """`--ledger` may be given the wrong file by a slip; reading says so."""
    path = tmp_path / "photos.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE photos (name TEXT)")
    other.close()

    with pytest.raises(LedgerError, match="no such table"), reading(path):
        pass


def test_a_file_that_is_being_read_cannot_be_scoured(tmp_path):
    """Who wants to be forgotten is told that it is not done yet."""
    path = tmp_path / "ledger"
    written(path, evening())

    with reading(path) as connection:
        connection.execute(META.select()).all()
        with pytest.raises(LedgerError, match="close it and try again"):
            scour(path, busy=0.05)


def test_a_new_ledger_is_its_owners_alone(tmp_path):
    """Others who use the machine need not know what somebody watched."""
    path = tmp_path / "ledger"
    open_for_writing(path).close()

    assert [oct(file.stat().st_mode & 0o777) for file in tmp_path.iterdir()] == ["0o600"]
