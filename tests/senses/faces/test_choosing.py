"""Which models look: what was fetched if it can be used, and else what ships."""

import numpy as np

from engine.senses.faces.choosing import open_faces
from engine.senses.faces.emotiefflib import EmotiEffLibReader
from engine.senses.faces.expressions import EmbeddedReader
from engine.senses.faces.finding import SmallFinder
from engine.senses.senses import models_folder
from engine.shelf.offers import EMOTIEFFLIB, YUNET
from tests.senses.faces.networks import by_colour


def test_without_anything_fetched_what_ships_looks(tmp_path):
    """As on every fresh machine."""
    for fetched in (None, tmp_path, tmp_path / "never made"):
        reader = open_faces(models_folder(), fetched)

        assert isinstance(reader, EmbeddedReader)
        assert isinstance(reader._finder, SmallFinder)


def test_what_was_fetched_and_set_reads(tmp_path):
    """Fetched alone it does not: a change of reader is the house's decision."""
    (tmp_path / EMOTIEFFLIB.file).write_bytes(by_colour(np.zeros((3, 8))))

    assert isinstance(open_faces(models_folder(), tmp_path, "emotiefflib"), EmotiEffLibReader)
    assert isinstance(open_faces(models_folder(), tmp_path, "embedded"), EmbeddedReader)


def test_a_fetched_model_that_cannot_be_used_is_told_and_the_film_goes_on(tmp_path, caplog):
    """Half a file on a disk must not shut the eyes of an exhibition."""
    (tmp_path / YUNET.file).write_bytes(b"half")
    (tmp_path / EMOTIEFFLIB.file).write_bytes(by_colour(np.zeros((3, 7))))

    reader = open_faces(models_folder(), tmp_path, "emotiefflib")

    assert isinstance(reader, EmbeddedReader)
    assert isinstance(reader._finder, SmallFinder)
    assert "is not a YuNet model" in caplog.text
    assert "7 answers instead of 8" in caplog.text


def test_what_is_set_and_was_never_fetched_is_told(tmp_path, caplog):
    """In the log, by `doctor` and by `models list`."""
    reader = open_faces(models_folder(), tmp_path, "emotiefflib")

    assert isinstance(reader, EmbeddedReader)
    assert EMOTIEFFLIB.file in caplog.text
