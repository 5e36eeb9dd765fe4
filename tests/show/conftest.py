"""No display and no sound card are needed here."""

import faulthandler
import gc

import pytest

from tests.show.dark import film_of
from tests.show.doors import DOOR


@pytest.fixture
def drivers(monkeypatch, tmp_path):
    """SDL's dummies, a home of one's own, and a stack where something hangs."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    faulthandler.dump_traceback_later(55, exit=False)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture
def door(tmp_path):
    """The film with one door."""
    return film_of(tmp_path / "the-door", DOOR)


@pytest.fixture(scope="module", autouse=True)
def _evenings_gone():
    """The parts of an evening know one another: of a file's evenings none waits for the next."""
    yield
    gc.collect()
