"""How all rehearsals are run."""

import gc
import os

import pytest
from hypothesis import settings

from engine.stage.projection.heaps import give_back

# Two cores are shared with other work: an evening that takes long is no fault of the film.
settings.register_profile("home", deadline=None)
settings.register_profile("gate", deadline=None, derandomize=True)
settings.load_profile("gate" if os.environ.get("CI") else "home")


@pytest.fixture
def uncollected():
    """Python's collector stays away: what goes round in a circle stays in memory."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="module", autouse=True)
def _given_back():
    """The memory that one file's films took does not stay with all files after it."""
    yield
    give_back()
