"""What the ledger costs the film: time taken from the main thread, and lines lost over kill -9."""

import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from uuid import UUID, uuid4

from benchmarks.figures import Figure, Report, machine, median
from engine.house.ledger.entries import Entry, Occasion
from engine.house.ledger.file import open_for_writing, reading
from engine.house.ledger.ledger import Ledger
from engine.house.ledger.tables import ENTERED
from engine.house.ledger.writing import Writer
from engine.messages.orders import Write
from engine.messages.records import Began, Entered
from engine.story.model import Way
from engine.story.units import SceneId, Seconds

RECORDS = 1000
KILLS = 20
SHARE = 0.05
"""Of a direct commit, what the main thread may spend on a record."""
KILLED = "import sys; from benchmarks.ledger import write_until_killed as go; go(*sys.argv[1:])"
BEGAN = Began(film="bench", seed=1, hour=20.0, language="en", ways=(Way.BUTTONS,))


def run(*, quick: bool) -> Report:
    """The same records both ways in turn, then a writer killed again and again."""
    report = Report("ledger")
    with tempfile.TemporaryDirectory() as folder:
        _cost(report, Path(folder), RECORDS // 10 if quick else RECORDS)
        _loss(report, Path(folder), KILLS // 5 if quick else KILLS)
    report.notes.append(machine())
    return report


def _cost(report: Report, folder: Path, records: int) -> None:
    viewing = uuid4()
    here = replace(_occasion(folder / "beside"), name=lambda: viewing)
    ledger = Ledger(here, patience=60.0)
    writer = Writer(_occasion(folder / "direct"))
    ledger.obey(Write(BEGAN))
    writer.write((_entry(viewing, 1, BEGAN),))
    beside, direct = [], []
    for number in range(records):
        entered = _entered(number)
        entry = _entry(viewing, number + 2, entered)
        beside.append(_took(lambda one=entered: ledger.obey(Write(one))))
        direct.append(_took(lambda one=entry: writer.write((one,))))
    ledger.close()
    writer.close()
    share = median(beside) / median(direct)
    peer = f"committed there and then {1e6 * median(direct):.3g}, longest {1e6 * max(direct):.3g}"
    report.figures += [
        Figure(
            name="ledger.put", what="main thread, a record", value=1e6 * median(beside), unit="us",
            peer=peer,
        ),
        Figure(
            name="ledger.longest", what="the longest of them", value=1e6 * max(beside), unit="us",
            peer=peer,
        ),
        Figure(
            name="ledger.share", what="the same, as a share", value=share, unit="x",
            peer="a direct commit 1", target=f"<= {SHARE}", ok=share <= SHARE,
        ),
        _lost("ledger.unwritten", "records not there after closing",
              records - _written(folder / "beside", viewing), f"{records} given"),
    ]  # fmt: skip


def _loss(report: Report, folder: Path, kills: int) -> None:
    path, told, lost, broken = folder / "killed", 0, 0, 0
    for number in range(kills):
        viewing = uuid4()
        committed = _kill(path, viewing, after=5 + 3 * number % 17)
        told += committed
        lost += max(0, committed - _written(path, viewing))
        connection = open_for_writing(path)
        whole = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
        connection.close()
        broken += whole != "ok"
    report.figures += [
        _lost("ledger.lost", f"committed records lost over {kills} x kill -9", lost,
              f"{told} committed"),
        _lost("ledger.broken", "damaged files", broken, f"{kills} kills"),
    ]  # fmt: skip
    report.notes.append(
        "kill -9 takes the process and not the power: that FULL outlives a power cut is SQLite's "
        "promise, and measured in no figure here"
    )


def _lost(name: str, what: str, value: int, peer: str) -> Figure:
    return Figure(name=name, what=what, value=value, unit="", peer=peer, target="0", ok=value == 0)


def _kill(path: Path, viewing: UUID, *, after: int) -> int:
    """Kill a writer after so many records; how many it had told to be committed."""
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path), str(viewing)], stdout=subprocess.PIPE
    ) as writing:
        if writing.stdout is None:
            return 0
        told = [writing.stdout.readline() for _ in range(after)]
        select.select([], [], [], 0.003)  # into the middle of a transaction
        os.kill(writing.pid, signal.SIGKILL)
        told += writing.stdout.readlines()
    return sum(line == b"committed\n" for line in told)


def write_until_killed(path: str, name: str) -> None:
    """Commit one record after the other, and tell of each."""
    writer, viewing = Writer(_occasion(Path(path))), UUID(name)
    writer.write((_entry(viewing, 1, BEGAN),))
    for number in count(2):
        writer.write((_entry(viewing, number, _entered(number)),))
        os.write(1, b"committed\n")


def _written(path: Path, viewing: UUID) -> int:
    with reading(path) as connection:
        lines = ENTERED.select().where(ENTERED.c.viewing == viewing)
        return len(connection.execute(lines).all())


def _took(act: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _occasion(path: Path) -> Occasion:
    return Occasion(path=path, clock=_utc)


def _utc() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 -- a benchmark's own clock


def _entry(viewing: UUID, number: int, record: Began | Entered) -> Entry:
    return Entry(
        viewing=viewing, n=number, when=_utc(), since=Seconds(0.0), consented=False,
        record=record,
    )  # fmt: skip


def _entered(number: int) -> Entered:
    return Entered(scene=SceneId(f"scene_{number}"), visit=1, at=Seconds(float(number)))
