"""The ledger beside a film: it is never waited for, and it never costs the film."""

import sqlite3
import threading
import time

from engine.house.ledger.ledger import Ledger
from engine.house.ledger.reading import accounts, learned_of
from engine.messages.orders import AskConsent, CloseEyes, OpenEyes, Rest, ShowEnding, Write
from engine.messages.records import Entered
from engine.story.units import SceneId, Seconds
from tests.house.viewings import evening, occasion


def shown(ledger, records):
    for record in records:
        ledger.obey(Write(record))


def test_an_evening_is_in_the_ledger_when_it_is_over(tmp_path):
    """Closing waits for what is still to be written."""
    path = tmp_path / "ledger"
    ledger = Ledger(occasion(path))

    shown(ledger, evening())
    shown(ledger, evening(ending="Cold"))
    ledger.close()

    (account,) = accounts(path)
    assert dict(account.endings) == {"Cold": 1, "Warm": 1}
    assert [told.path for told in account.last] == [("door", "warm")] * 2
    assert ledger.fault is None


def test_a_film_that_was_never_begun_leaves_no_file(tmp_path):
    """Somebody looked at the consent card and went away."""
    ledger = Ledger(occasion(tmp_path / "ledger"))

    ledger.obey(AskConsent(None))
    ledger.obey(Rest())
    ledger.obey(Write(Entered(scene=SceneId("door"), visit=1, at=Seconds(1.0))))
    ledger.close()

    assert list(tmp_path.iterdir()) == []
    assert ledger.facts() == ()


def test_each_visitors_own_consent_counts(tmp_path):
    """The first let the film look, also after its camera shut; the second did not."""
    path = tmp_path / "ledger"
    first, second = evening(moved=0.25), evening(moved=0.5)
    ledger = Ledger(occasion(path, kiosk=True))

    ledger.obey(AskConsent(None))
    ledger.obey(OpenEyes())
    shown(ledger, first[:4])
    ledger.obey(CloseEyes())
    shown(ledger, first[4:])
    ledger.obey(ShowEnding(ending="Warm", path=(), turns=(), untaken=()))
    ledger.obey(Rest())
    shown(ledger, second)
    ledger.close()

    (tally,) = learned_of(path, "door").values()
    assert (tally.shown, tally.moved) == (1, 0.25)


def test_the_film_does_not_wait_for_a_disk_that_stands_still(tmp_path):
    """Another program holds the file; the frames go on, and what is lost is said."""
    path = tmp_path / "ledger"
    ledger = Ledger(occasion(path))
    shown(ledger, evening())
    ledger.close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ledger = Ledger(occasion(path), patience=0.3)

    began = time.perf_counter()
    shown(ledger, evening())
    took = time.perf_counter() - began
    ledger.close()
    other.close()

    assert took < 0.1
    assert "may be missing" in ledger.fault
    assert len(accounts(path)[0].last) == 1


def test_what_finds_no_room_is_counted_and_told(tmp_path):
    """The inbox is bounded, as everything that waits here."""
    (tmp_path / "taken").write_text("a file")
    ledger = Ledger(occasion(tmp_path / "taken" / "ledger"), size=4)

    shown(ledger, evening() * 9)
    ledger.close()

    assert "no room left" in ledger.fault


def test_a_writer_that_dies_is_told_of_and_the_film_goes_on(tmp_path, monkeypatch):
    """Whatever it was; closing does not wait for the dead."""
    monkeypatch.setattr("engine.house.ledger.writing.put", lambda *_: 1 / 0)
    ledger = Ledger(occasion(tmp_path / "ledger"))

    began = time.perf_counter()
    shown(ledger, evening())
    ledger.close()

    assert time.perf_counter() - began < 1.5
    assert "stopped (division by zero). The film goes on without it." in ledger.fault


def test_what_came_while_the_disk_was_away_is_written_at_the_end_if_it_is_back(tmp_path):
    """Also what came after the first try; it waits in another queue."""
    path = tmp_path / "away" / "ledger"
    path.parent.touch()
    ledger = Ledger(occasion(path))
    first, *rest = evening()

    shown(ledger, [first])
    until_told(ledger)
    shown(ledger, rest)
    path.parent.unlink()
    ledger.close()

    (account,) = accounts(path)
    assert dict(account.endings) == {"Warm": 1}
    assert "lost" not in ledger.fault


def test_all_that_is_lost_is_counted(tmp_path):
    """Also what came after the first try."""
    path = tmp_path / "away" / "ledger"
    path.parent.touch()
    ledger = Ledger(occasion(path))
    first, *rest = evening()

    shown(ledger, [first])
    until_told(ledger)
    shown(ledger, rest)
    ledger.close()

    assert ledger.fault.endswith(f"It came to its end with {len(rest) + 1} lines lost.")


def until_told(ledger):
    """Wait until it has said that it cannot write."""
    pause, ends = threading.Event(), time.monotonic() + 20.0
    while ledger.fault is None:
        assert time.monotonic() < ends
        pause.wait(0.01)
