"""What many rehearsals of the senses need: the shipped models, and tapes made once."""

import pytest

from engine.senses.faces.baseline import published
from engine.senses.faces.expressions import open_reader
from engine.senses.senses import models_folder
from engine.senses.words.words import Words
from tests.senses.viewers import Ear
from tests.tapes import write_tape


@pytest.fixture
def ear():
    return Ear()


@pytest.fixture(scope="session")
def models():
    return models_folder()


@pytest.fixture(scope="session")
def steps(models):
    return published(models / "steps.json")


@pytest.fixture(scope="session")
def reader(models):
    return open_reader(models)


@pytest.fixture(scope="session")
def words(models):
    return Words(models)


@pytest.fixture(scope="session")
def tape(tmp_path_factory):
    """Makes a tape, once for each list of acts."""
    made = {}

    def tape_of(*acts):
        if acts not in made:
            path = tmp_path_factory.mktemp("tapes") / f"tape{len(made)}.mp4"
            made[acts] = write_tape(path, acts)
        return made[acts]

    return tape_of
