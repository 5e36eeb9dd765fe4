"""A model of whole sentences that a house brought: opened, asked, and told of where it fails."""

import subprocess
import sys

import numpy as np
import pytest

from engine.senses.words import sentences
from engine.senses.words.sentences import SentencesError, absent, brought, open_sentences
from tests.senses.words.models import DIRECTIONS, write_model


@pytest.mark.parametrize("pooled", [False, True])
def test_texts_that_mean_alike_point_alike(tmp_path, pooled):
    """Whether the model tells of every token or of the whole text."""
    model = open_sentences(write_model(tmp_path, pooled=pooled))

    one, other, third = model.directions(["open the door", "unlock gate", "walk away"])

    assert np.linalg.norm([one, other, third], axis=1) == pytest.approx([1, 1, 1], abs=1e-5)
    assert one @ other > 0.9
    assert one @ third < 0.4


def test_the_padding_of_a_shorter_text_counts_for_nothing(tmp_path):
    """Read together or alone, a text means the same."""
    model = open_sentences(write_model(tmp_path))

    alone = model.directions(["open"])[0]
    together = model.directions(["open", "walk away home leave gate"])[0]
    assert alone == pytest.approx(together)


def test_the_first_token_stands_for_the_text_where_the_folder_says_so(tmp_path):
    """As its makers trained it."""
    model = open_sentences(write_model(tmp_path, first=True))

    assert model.directions(["open walk away"])[0] == pytest.approx(DIRECTIONS[2])
    assert model.first


def test_a_folder_may_hold_it_under_onnx_or_the_file_be_named(tmp_path):
    """The two ways in which such models are published."""
    folder = write_model(tmp_path)
    (folder / "onnx").mkdir()
    (folder / "model.onnx").rename(folder / "onnx" / "model.onnx")

    assert absent(folder) is None
    assert open_sentences(folder).directions(["open"]).shape == (1, 3)
    assert open_sentences(folder / "onnx" / "model.onnx").directions(["open"]).shape == (1, 3)


@pytest.mark.parametrize(
    ("lacking", "says"),
    [
        ("nothing", "there is no such file or folder"),
        ("model.onnx", "there is no model.onnx in it"),
        ("tokenizer.json", "there is no tokenizer.json beside it"),
    ],
)
def test_what_is_missing_is_told_in_one_sentence_before_the_film(tmp_path, lacking, says):
    """With the place, and what happens instead."""
    folder = tmp_path / "model"
    if lacking != "nothing":
        folder.mkdir()
        for name in {"model.onnx", "tokenizer.json"} - {lacking}:
            (folder / name).write_bytes(b"x")
    said = []

    assert brought(folder, said.append) is None
    (told,) = said
    assert told == (
        f"words.embedding: {folder} is not used: {says}. Typed words are understood without it."
    )


def test_a_missing_extra_is_told_with_how_to_install_it(tmp_path, monkeypatch):
    """Whoever sets a model and has not the extra."""
    (tmp_path / "model.onnx").write_bytes(b"x")
    (tmp_path / "tokenizer.json").write_bytes(b"x")
    monkeypatch.setattr(sentences, "find_spec", lambda _: None)

    assert "onnxruntime and tokenizers not installed (pip install" in absent(tmp_path)
    with pytest.raises(SentencesError, match=r"kinoeye\[sentences\]"):
        open_sentences(tmp_path)


def test_nobody_else_needs_the_extra():
    """The words are read without it ever being imported."""
    code = (
        "import sys; from engine.senses.words.words import Words;"
        "from engine.senses.senses import models_folder; Words(models_folder()).warm();"
        "assert not {'onnxruntime', 'tokenizers'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_where_nothing_is_set_nothing_is_said():
    """The usual house."""
    assert brought(None, pytest.fail) is None


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "1_Pooling/config.json"])
@pytest.mark.parametrize("written", [b"", b"half a file", b"\x00" * 64, b"[]"])
def test_a_damaged_file_is_one_sentence(tmp_path, name, written):
    """Never a traceback of a runtime that nobody here knows."""
    folder = write_model(tmp_path, first=False)
    (folder / name).write_bytes(written)

    if name.startswith("1_") and written == b"[]":
        assert open_sentences(folder).first is False  # it says nothing, and most do not
        return
    with pytest.raises(SentencesError) as told:
        open_sentences(folder)
    assert "\n" not in str(told.value)


def test_a_model_that_asks_for_pictures_is_none(tmp_path):
    """Somebody named the wrong file."""
    with pytest.raises(SentencesError, match="asks for 'pixels'"):
        open_sentences(write_model(tmp_path, asks="pixels"))


def test_a_model_that_answers_with_no_numbers_is_none(tmp_path):
    """Half-precision models overflow on some machines."""
    broken = np.full_like(DIRECTIONS, np.nan)

    with pytest.raises(SentencesError, match="no numbers"):
        open_sentences(write_model(tmp_path, answer=broken))


@pytest.mark.parametrize("text", ["", " ", "\x00", "open " * 900, "门 😀 🏳️‍🌈"])
def test_any_text_has_a_direction(tmp_path, text):
    """A long one is cut, an empty one points nowhere."""
    found = open_sentences(write_model(tmp_path)).directions([text, "open"])

    assert found.shape == (2, 3)
    assert np.isfinite(found).all()
