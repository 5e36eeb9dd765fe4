"""Weights of one byte over hashed n-grams: small, whole, and no words in them."""

from io import BytesIO

import numpy as np
import pytest

from engine.senses.words.learned import OF_NO_SIDE, Learned, open_learned, rows_of
from engine.senses.words.tone import UNHEARD
from engine.senses.words.words import CLEAR

WEIGHTS = ("words-en.npz", "words-zh.npz")
NAMES = ["beside", "scale", "start", "trust", "weights"]


def model(start, *, weights=((0, 0, 0),), beside=()):
    numbers = (np.array(each, dtype=np.float32) for each in (weights, start, (0.0, 0.5, 0.9)))
    rows, begin, trust = numbers
    return Learned(rows, np.array(beside, dtype=np.float32).reshape(-1, 3), begin, trust)


def test_without_a_sign_nothing_is_heard():
    """Otherwise it would answer with what most lines it learned from were."""
    assert model((3, 0, 0)).tone(rows_of((), 1)) == UNHEARD


def test_what_a_run_was_in_training_is_what_it_says():
    """The more of one side, the stronger, and the surer."""
    glad = model((0, -2, 0), weights=((-2, 0, 2),)).tone(np.array([0]))
    gladder = model((0, -2, 0), weights=((-4, 0, 4),)).tone(np.array([0]))

    assert 0.5 < glad.sentiment < gladder.sentiment <= 1.0
    assert 0.5 < glad.sure < gladder.sure <= 0.9


def test_the_numbers_beside_count_too():
    """As VADER's own scores do."""
    reads = model((0, 0, 0), beside=((0, 0, 1),))

    assert reads.tone(np.array([0]), (2.0,)).sentiment > 0.3
    assert reads.tone(np.array([0]), (-2.0,)).sentiment < -0.1


def test_what_is_rather_neutral_answers_nothing():
    """However it leans: the card stays open."""
    tone = model((0, 1.2, 1.1)).tone(np.array([0]))

    assert tone.sentiment > 0.2
    assert tone.sure <= OF_NO_SIDE < CLEAR


def test_every_row_is_in_the_table():
    """Also of texts in broken letters."""
    assert rows_of(("a", "a", "\ud800", "灯"), 7).max() < 7


@pytest.mark.parametrize("name", WEIGHTS)
def test_the_weights_are_small_and_whole(models, name):
    """They travel with every copy of the engine."""
    path = models / name
    learned = open_learned(path.read_bytes())

    assert path.stat().st_size <= 200 * 1024
    assert all(np.isfinite(part).all() for part in (learned.weights, learned.beside))
    assert (np.diff(learned.trust) >= 0).all()
    assert learned.trust.max() <= 1.0


@pytest.mark.parametrize("name", WEIGHTS)
def test_no_words_travel_with_the_weights(models, name):
    """Numbers only: neither what was trained on nor what anybody typed can be read from them."""
    with np.load(models / name, allow_pickle=False) as kept:
        kinds = {key: kept[key].dtype.kind for key in kept.files}

    assert sorted(kinds) == NAMES
    assert set(kinds.values()) <= {"f", "i"}


def test_what_is_no_file_of_weights_is_refused():
    """So that whoever opens it can go on without."""
    other = BytesIO()
    np.savez(other, weights=np.zeros(3))

    with pytest.raises(KeyError):
        open_learned(other.getvalue())
    with pytest.raises(ValueError, match="pickle"):
        open_learned(b"not weights")
