"""Where the viewing stands is on the disk before the machine is shut off, and never in the way."""

import threading
from dataclasses import replace

import pytest

from engine.house.keeper import Keeper
from engine.messages.orders import Rest, SaveViewing
from engine.shelf.saves import Saved, Saves
from engine.story.units import Seconds
from tests.shelf.test_saves import STANDING


@pytest.fixture
def shelf(tmp_path):
    return Saves(tmp_path / "saves", lambda: 12.0)


def moment(position):
    return SaveViewing(replace(STANDING, position=Seconds(position)))


def test_the_place_is_kept_while_the_film_plays(shelf):
    """A power cut in the middle of a scene costs that scene only."""
    keeper = Keeper(shelf, "hall")
    keeper.obey(moment(4))
    waited = threading.Event()
    for _ in range(100):
        if shelf.find("hall") is not None:
            break
        waited.wait(0.05)

    assert shelf.find("hall") == Saved(at=12.0, standing=moment(4).standing)
    keeper.close()


def test_the_last_place_is_kept_when_the_window_closes(shelf):
    """Nobody waits for the keeper but the end."""
    keeper = Keeper(shelf, "hall")
    for position in range(50):
        keeper.obey(moment(position))
    keeper.obey(Rest())
    keeper.close()

    assert shelf.find("hall").standing.position == 49
    assert keeper.fault is None
    assert keeper.facts() == ()


def test_a_film_that_has_ended_leaves_no_save(shelf):
    """There is nothing to go on with."""
    shelf.keep(STANDING)
    keeper = Keeper(shelf, "hall")
    keeper.obey(SaveViewing(None))
    keeper.close()

    assert shelf.find("hall") is None


def test_a_full_disk_is_told_once_and_the_film_goes_on(tmp_path):
    """The keeper tries again at the next scene, for disks are emptied too."""
    (tmp_path / "saves").write_text("a file where the folder should be")
    shelf = Saves(tmp_path / "saves", lambda: 12.0)
    keeper = Keeper(shelf, "hall")
    keeper.obey(moment(1))
    keeper.close()
    assert "The film goes on and is not saved" in keeper.fault

    (tmp_path / "saves").unlink()
    keeper.obey(moment(2))
    keeper.close()
    assert shelf.find("hall").standing.position == 2
