"""Forgetting leaves nothing in the file."""

import pytest

from engine.house.ledger.erasing import Held, Whose, erase, held
from engine.house.ledger.file import LedgerError, reading
from engine.house.ledger.reading import accounts, learned_of, past_of
from engine.messages.records import Tally
from tests.house.viewings import evening, written

SECRET = "只有她知道的名字"


@pytest.fixture
def path(tmp_path):
    """Ann's two films, Ben's one, and an exhibition's visitor."""
    path = tmp_path / "ledger"
    written(path, evening(name=SECRET, moved=0.5), evening("lantern"), profile="ann")
    written(path, evening(moved=0.25), profile="ben", first=3)
    written(path, evening(moved=0.125), kiosk=True, first=4)
    return path


def bytes_in(folder):
    return b"".join(file.read_bytes() for file in folder.iterdir())


def test_what_was_erased_is_in_no_file_any_more(path):
    """Not in the free pages, not in the log beside the ledger."""
    told = held(path, Whose(profile="ann"))
    assert SECRET.encode() in bytes_in(path.parent) or rb"\u53ea" in bytes_in(path.parent)

    erase(path, Whose(profile="ann"))

    assert told == Held(memory=3, seen=2, endings=2, viewings=2)
    assert held(path, Whose(profile="ann")).nothing
    left = bytes_in(path.parent)
    assert SECRET.encode() not in left
    assert rb"\u53ea" not in left
    assert b"ann" not in left


def test_forgetting_one_viewer_leaves_the_others_theirs(path):
    """And takes back what that one added to the totals."""
    erase(path, Whose(profile="ann"))

    assert past_of(path, "door", "ben").memory == {"trust": 2.0}
    assert [account.film for account in accounts(path)] == ["door"]
    assert learned_of(path, "door") == {"warm>end": Tally(2, 0.375)}
    assert learned_of(path, "lantern") == {}


def test_one_film_can_be_forgotten_alone(path):
    """As if it had never been seen; the others stand."""
    erase(path, Whose(film="door", profile="ann"))

    assert held(path, Whose(film="door", profile="ann")).nothing
    assert past_of(path, "lantern", "ann").endings == {"Warm"}


def test_everything_can_be_erased(path):
    """The statistics of exhibitions and what films learned go, too."""
    assert held(path, Whose()).totals == 2

    erase(path, Whose())

    assert accounts(path) == ()
    assert held(path, Whose()).nothing


def test_damaged_ledgers_put_aside_go_with_every_erasing(path):
    """Nobody can tell any more whose traces are in them."""
    aside = path.with_name("ledger.broken-20261122-120000")
    aside.write_bytes(SECRET.encode())

    assert held(path, Whose(profile="ben")).aside == 1
    erase(path, Whose(profile="ben"))

    assert not aside.exists()


def test_of_a_damaged_ledger_only_the_whole_can_be_erased(tmp_path):
    """With what to do in the sentence."""
    path = tmp_path / "ledger"
    path.write_bytes(b"torn by a power cut, and a little longer than a header")

    with pytest.raises(LedgerError, match="Only all of it can go: `erase --all`"):
        erase(path, Whose(profile="ann"))
    erase(path, Whose())

    assert list(tmp_path.iterdir()) == []


def test_where_there_is_no_ledger_there_is_nothing_to_erase(tmp_path):
    """And none is made by asking."""
    path = tmp_path / "ledger"

    assert held(path, Whose()).nothing
    erase(path, Whose())

    assert not path.exists()


def test_a_ledger_in_use_is_not_said_to_be_erased(path):
    """A second window is open on it."""
    with reading(path) as connection:
        connection.exec_driver_sql("SELECT * FROM viewings").fetchone()
        with pytest.raises(LedgerError, match="close it and try again"):
            erase(path, Whose(profile="ann"), busy=0.05)
