"""The ledger's file: how it is opened, and what is said when it cannot be used."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import (
    DatabaseError,
    DataError,
    IntegrityError,
    InterfaceError,
    SQLAlchemyError,
)
from sqlalchemy.pool import NullPool

from engine.house.ledger.tables import (
    KNOWN,
    OtherVersionError,
    prepare,
    refuse_others,
    version,
)
from engine.shelf.guard import ShelfError

BUSY: Final = 5.0
"""Seconds to wait for another program that keeps the file to itself."""
BESIDE: Final = ("-wal", "-shm", "-journal")
"""What SQLite lays beside its file."""
_WRECKED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_BASE: Final = 0xFF
"""The part of SQLite's error codes that says what kind of fault it is."""


class LedgerError(ShelfError):
    """The ledger cannot be used; the message is one sentence for people."""


class WreckedLedgerError(LedgerError):
    """The file is damaged, or no ledger at all."""


class OtherLedgerError(LedgerError):
    """The ledger was written by another version of the program."""


class UnfitError(LedgerError):
    """What was to be written does not fit what stands there, and never will."""


def open_for_writing(path: Path, *, busy: float = BUSY) -> Connection:
    """
    A ledger ready to be written, made where there is none; close the connection.

    Raises WreckedLedgerError for a damaged file, OtherLedgerError for a newer one.
    """
    with faults(path):
        _make_private(path)
        connection = _engine(path, busy, writes=True).connect()
        try:
            _refuse_damaged(connection, path)
            with connection.begin():
                prepare(connection)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def reading(path: Path, *, busy: float = BUSY) -> Iterator[Connection]:
    """
    A connection that only reads a ledger that is there. LedgerError where it cannot.

    An older Kinoeye's is brought up to date first: what it remembers must not be lost to a film.
    """
    with faults(path), _engine(path, busy, writes=False).connect() as connection:
        older = version(connection) < KNOWN
    if older:
        open_for_writing(path, busy=busy).close()
    with faults(path), _engine(path, busy, writes=False).connect() as connection:
        refuse_others(connection)
        yield connection


def scour(path: Path, *, busy: float = BUSY) -> None:
    """
    Write the file anew, so that nothing erased is left in it or beside it.

    Raises LedgerError while another program has it open.
    """
    try:
        with closing(sqlite3.connect(path, timeout=busy, isolation_level=None)) as file:
            file.execute("PRAGMA secure_delete = ON")
            file.execute("VACUUM")
            held, *_ = file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error as problem:
        raise LedgerError(sentence(path, problem)) from problem
    if held:
        raise LedgerError(sentence(path, "another program reads in it; close it and try again"))


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """What the database complains about, as one sentence for people."""
    try:
        yield
    except OtherVersionError as problem:
        raise OtherLedgerError(_other(path, problem)) from problem
    except (IntegrityError, DataError, InterfaceError) as problem:
        raise UnfitError(sentence(path, problem.orig)) from problem
    except DatabaseError as problem:
        code = getattr(problem.orig, "sqlite_errorcode", 0) & _BASE
        kind = WreckedLedgerError if code in _WRECKED else LedgerError
        raise kind(sentence(path, problem.orig)) from problem
    except OSError as problem:
        raise LedgerError(sentence(path, problem.strerror)) from problem
    except SQLAlchemyError as problem:
        raise LedgerError(sentence(path, problem)) from problem


def sentence(path: Path, why: object) -> str:
    """That the ledger cannot be used, and why."""
    return f"The ledger {path} cannot be used ({why})."


def _make_private(path: Path) -> None:
    """A ledger's file that is not there yet is its owner's alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)


def _refuse_damaged(connection: Connection, path: Path) -> None:
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
        raise WreckedLedgerError(sentence(path, "it is damaged"))
    connection.rollback()


def _other(path: Path, problem: OtherVersionError) -> str:
    return (
        f"The ledger {path} was written by a newer Kinoeye (version {problem.found}; this "
        f"one knows {problem.known}). Update Kinoeye, or name another file with --ledger."
    )


def _engine(path: Path, busy: float, *, writes: bool) -> Engine:
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def made(connection: Any, _record: object) -> None:  # noqa: ANN401 -- the driver's own kind
        connection.isolation_level = None  # transactions begin where `begun` says so
        try:
            for pragma in _pragmas(busy, writes=writes):
                connection.execute(f"PRAGMA {pragma}")
        except sqlite3.Error:
            connection.close()
            raise

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _pragmas(busy: float, *, writes: bool) -> tuple[str, ...]:
    waits = f"busy_timeout = {int(busy * 1000)}"
    if not writes:
        return (waits, "query_only = ON")
    return (
        waits,
        "journal_mode = WAL",
        "synchronous = FULL",  # a power cut must not lose what was committed
        "foreign_keys = ON",
        "secure_delete = ON",  # what is erased is written over
    )
