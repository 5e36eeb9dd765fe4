"""Forgetting takes a viewer out of the ledger and the saves, and nobody else."""

import pytest

from engine.desk.forgetting import forget, traces
from engine.desk.remembering import ledger_path
from engine.house.ledger.erasing import Whose
from engine.house.ledger.reading import accounts
from engine.shelf.guard import ShelfError
from engine.shelf.places import state_folder
from engine.shelf.saves import saves_of
from tests.desk.evenings import lived_in


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))
    lived_in()


def test_a_viewer_is_forgotten_by_every_film():
    """Ledger and saves; the others keep theirs."""
    mine = Whose(profile="default")
    assert (traces(ledger_path(), mine).held.viewings, len(traces(ledger_path(), mine).saves)) == (
        2, 2,
    )  # fmt: skip

    forget(ledger_path(), mine)

    assert traces(ledger_path(), mine).nothing
    assert saves_of("default", float).find("door") is None
    assert saves_of("ann", float).find("door") is not None
    assert [account.film for account in accounts(ledger_path())] == ["door"]


def test_one_film_forgets_and_the_others_go_on():
    """With what was put aside of its saves."""
    folder = state_folder() / "saves" / "default"
    (folder / "door.broken-1.json").write_text("{}")

    forget(ledger_path(), Whose(film="door", profile="default"))

    assert sorted(path.name for path in folder.iterdir()) == ["lantern.json"]


def test_everybody_can_be_forgotten():
    """Before a machine is given away."""
    forget(ledger_path(), Whose())

    assert traces(ledger_path(), Whose()).nothing
    assert not list((state_folder() / "saves").rglob("*.json"))


def test_a_film_named_by_a_way_out_of_the_folder_erases_nothing():
    """Only saves are erased here."""
    outside = state_folder() / "settings.json"
    outside.write_text("{}")

    with pytest.raises(ShelfError, match="leads out"):
        forget(ledger_path(), Whose(film="../../settings", profile="default"))

    assert outside.exists()
