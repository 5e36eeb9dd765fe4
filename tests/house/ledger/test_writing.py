"""The writer: one record, one transaction, and nothing lost that could be kept."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from engine.house.ledger.file import open_for_writing
from engine.house.ledger.reading import accounts
from engine.house.ledger.tables import META
from engine.house.ledger.writing import Writer, put_aside
from engine.messages.records import Noticed
from engine.story.units import Seconds
from tests.house.viewings import NOON, entries, evening, occasion, written

CRASHING = """
import sys
from pathlib import Path
from engine.house.ledger.writing import Writer
from engine.messages.records import Entered
from engine.story.units import SceneId, Seconds
from tests.house.viewings import began, entries, occasion

writer = Writer(occasion(Path(sys.argv[1])))
scenes = (Entered(scene=SceneId("s"), visit=n, at=Seconds(n)) for n in range(1, 100_000))
for entry in entries((began(), *scenes), int(sys.argv[2])):
    writer.write((entry,))
    print(entry.n, flush=True)
"""


def killed(path, number, *, after):
    """Kill a writer after so many lines; how many it had told of."""
    with subprocess.Popen(
        [sys.executable, "-c", CRASHING, str(path), str(number)], stdout=subprocess.PIPE
    ) as writing:
        told = [writing.stdout.readline() for _ in range(after)]
        os.kill(writing.pid, signal.SIGKILL)
        told += writing.stdout.readlines()
    return int([line for line in told if line.endswith(b"\n")][-1])


def lines(path):
    (account,) = accounts(path)
    return [len(told.path) for told in account.last]


def test_a_killed_writer_loses_nothing_it_had_committed(tmp_path):
    """kill -9, again and again in one ledger: every line it had told of is there."""
    path = tmp_path / "ledger"
    for number in range(1, 5):
        told = killed(path, number, after=20 + number)

        connection = open_for_writing(path)
        whole = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
        connection.close()
        newest, *others = lines(path)
        assert whole == "ok"
        assert newest >= told - 1  # one of them is the beginning, which is no scene
        assert len(others) == number - 1


def test_a_damaged_ledger_is_put_aside_and_the_viewing_goes_on_in_a_new_one(tmp_path):
    """Nobody throws away what an expert might still read."""
    path = tmp_path / "ledger"
    path.write_bytes(b"torn by a power cut, and a little longer than a header")
    writer = Writer(occasion(path))

    writer.write(entries(evening()))
    writer.close()

    assert lines(path) == [2]
    assert "was put aside as ledger.broken-" in writer.fault
    (aside,) = tmp_path.glob("ledger.broken-*")
    assert aside.read_bytes().startswith(b"torn by")


def test_a_ledger_damaged_while_a_film_is_on_is_begun_anew_with_that_viewing(tmp_path):
    """Half a viewing without its beginning would be in nobody's account."""
    path = tmp_path / "ledger"
    written(path, evening())
    writer = Writer(occasion(path))
    all_lines = entries(evening(), 2)
    writer.write(all_lines[:2])
    writer._let_go()
    path.write_bytes(b"scribbled over by another program, from its very first byte")

    writer.write(all_lines[2:])
    writer.close()

    (account,) = accounts(path)
    assert [told.ending for told in account.last] == ["Warm"]


def test_two_damaged_in_one_second_are_both_kept(tmp_path):
    """A name is never used twice."""
    for word in (b"one", b"two"):
        (tmp_path / "ledger").write_bytes(word)
        (tmp_path / "ledger-wal").write_bytes(word)
        put_aside(tmp_path / "ledger", NOON)

    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept == [
        "ledger.broken-20261122-120000", "ledger.broken-20261122-120000-1",
        "ledger.broken-20261122-120000-1-wal", "ledger.broken-20261122-120000-wal",
    ]  # fmt: skip


def test_a_locked_ledger_makes_its_lines_wait(tmp_path):
    """They are written in their order as soon as the other program lets go."""
    path = tmp_path / "ledger"
    written(path, evening())
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writer = Writer(occasion(path), busy=0.05)

    writer.write(entries(evening(), 2))
    waiting = writer.waiting
    other.close()
    writer.write()
    writer.close()

    assert waiting == 9
    assert "locked" in writer.fault
    assert "what is to be written waits" in writer.fault
    assert lines(path) == [2, 2]


def test_a_full_disk_costs_the_lines_and_says_so(tmp_path, monkeypatch):
    """The film never hears of it."""
    path = tmp_path / "ledger"
    written(path, evening())
    monkeypatch.setattr(
        "engine.house.ledger.file._pragmas", lambda *_, **__: ("max_page_count = 1",)
    )
    writer = Writer(occasion(path))

    writer.write(entries(evening(name="x" * 50_000), 2))
    writer.close()

    assert "full" in writer.fault
    assert "lines lost" in writer.fault


def test_a_folder_nobody_may_write_in_costs_the_ledger(tmp_path):
    """As an exhibition's card may be, on purpose."""
    (tmp_path / "taken").write_text("a file")
    writer = Writer(occasion(tmp_path / "taken" / "ledger"))

    writer.write(entries(evening()))

    assert writer.fault.endswith("The film goes on; what is to be written waits.")


def test_a_newer_programs_ledger_is_not_written(tmp_path):
    """Nor tried again with every line."""
    path = tmp_path / "ledger"
    written(path, evening())
    connection = open_for_writing(path)
    with connection.begin():
        connection.execute(META.update().values(value=99))
    connection.close()
    before = path.read_bytes()
    writer = Writer(occasion(path))

    writer.write(entries(evening(), 2))
    writer.write(entries(evening(), 3))
    writer.close()

    assert "Update Kinoeye" in writer.fault
    assert writer.fault.endswith("The film goes on without it.")
    assert (writer.waiting, path.read_bytes()) == (0, before)


def test_a_line_that_no_database_can_hold_stands_in_nobodys_way(tmp_path):
    """A file name in half of a letter, from a film on a strange disk."""
    path = tmp_path / "ledger"
    first, *rest = evening()
    broken = Noticed(code="clip-failed", says="\udcff.mp4", at=Seconds(3.0))

    written(path, (first, broken, *rest))

    assert lines(path) == [2]


@pytest.mark.timeout(30)
def test_writing_waits_no_longer_for_others_than_it_should(tmp_path):
    """A copy that is being made of the ledger must not hold it for ever."""
    path = tmp_path / "ledger"
    written(path, evening())
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    began = time.monotonic()

    Writer(occasion(path), busy=0.2).write(entries(evening(), 2))
    other.close()

    assert time.monotonic() - began < 5.0
