"""The word models can be made again: learned, made small, and believed as far as was measured."""

import numpy as np
import pytest

from assets.models.making.word_training import (
    ENOUGH,
    STEPS,
    answers,
    learn,
    neutral_lean,
    table,
    trust_of,
    worth_of,
    write,
)
from engine.senses.words.learned import open_learned

NEG, NEU, POS = range(3)


def sure_of(side, count, share=0.8):
    shares = np.full((count, 3), (1 - share) / 2)
    shares[:, side] = share
    return shares


def test_what_was_learned_is_what_is_read(tmp_path):
    """Through one byte a weight and a file: three words, three sides."""
    found = [np.array([side]) for side in (NEG, NEU, POS)] * 20
    sides = np.array([NEG, NEU, POS] * 20)
    weights, beside, start = learn(
        table(found, 3), np.zeros((60, 1)), sides, np.full(60, 1 / 60),
        steady=1e-4, steady_beside=1e-4, rounds=60,
    )  # fmt: skip
    write(tmp_path / "words.npz", weights, beside, start, np.linspace(0, 1, STEPS))

    model = open_learned((tmp_path / "words.npz").read_bytes())

    for side in (NEG, NEU, POS):
        assert model.shares(np.array([side]), (0.0,)).argmax() == side


def test_a_rare_side_and_a_small_source_count_for_more():
    """Otherwise Reddit would teach everything, and mostly gladness."""
    worth = worth_of(
        np.array([POS, POS, POS, NEG]), ("a", "a", "a", "b"), source_evenness=1, side_evenness=1
    )

    assert worth.sum() == pytest.approx(1)
    assert worth[3] == pytest.approx(worth[:3].sum())


def test_neutral_is_made_likelier_where_it_was_missed():
    """On lines that taught nothing."""
    shares = np.vstack([[[0.2, 0.38, 0.42]] * 10, sure_of(POS, 10), sure_of(NEG, 10)])
    truths = np.array([NEU] * 10 + [POS] * 10 + [NEG] * 10)

    lean = neutral_lean([(shares, truths)])

    assert lean > 0
    assert (answers(shares, truths, lean) == truths).all()


def test_where_nobody_said_neutral_nothing_is():
    """Reviews are good or bad."""
    assert answers(sure_of(NEU, 2), np.array([POS, NEG])).tolist() == [NEG, NEG]


def test_one_is_as_sure_as_often_it_was_right():
    """And never less sure of what is stronger."""
    shares = np.vstack([sure_of(POS, ENOUGH, 0.6), sure_of(POS, ENOUGH, 0.9)])
    truths = np.array([POS, NEG] * (ENOUGH // 2) + [POS] * ENOUGH)

    trust = trust_of([(shares, truths)])

    assert len(trust) == STEPS
    assert trust[0] == 0.0
    assert trust[4] == pytest.approx(0.5)
    assert trust[-1] == pytest.approx(1.0, abs=0.1)
    assert (np.diff(trust) >= 0).all()
