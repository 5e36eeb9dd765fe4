"""What is told of a network is counted right."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.models.making.expression.ferplus import KINDS
from assets.models.making.expression.figures import (
    calibration_error,
    confusion,
    figures,
    separation,
)

LABELS = st.lists(st.integers(-1, KINDS - 1), min_size=3, max_size=30).filter(
    lambda told: any(each in {0, 1, 3, 4} for each in told)
)


def surely(label, share=1.0):
    """Answers that name these labels with this share, and know nothing of the others."""
    rest = (1.0 - share) / (KINDS - 1)
    told = np.full((len(label), KINDS), rest)
    told[np.arange(len(label)), label] = share
    return told


@given(LABELS)
def test_who_is_always_right_and_sure_is_told_so(label):
    """Pictures without a label count for nothing."""
    label = np.array(label)

    got = figures(surely(np.maximum(label, 0)), label)

    assert got["pictures"] == (label >= 0).sum()
    for name in ("eight", "valence", "balanced"):
        assert got[name] == 1.0
    assert got["ece"] == pytest.approx(0.0)


def test_a_rare_expression_weighs_as_much_as_a_common_one_in_f1():
    """Calling all neutral is right nine times in ten, and worth little."""
    label = np.array([0] * 9 + [4])

    got = figures(surely(np.zeros(10, int)), label)

    assert got["seven"] == 0.9
    assert got["f1"] == pytest.approx((2 * 9 / 19 + 0.0) / 2)


def test_anger_called_sadness_is_still_negative():
    """Valence sums the negative answers, and leaves surprise out."""
    got = figures(surely(np.array([3, 3, 0, 2])), np.array([4, 5, 0, 2]))

    assert got["valence"] == 1.0
    assert got["seven"] == 0.5


@given(st.floats(0.3, 0.95), st.integers(20, 60))
def test_who_claims_more_than_comes_true_is_told_by_how_much(share, n):
    """Half of the answers are right; any claim beyond that is the error."""
    label = np.array([0, 1] * n)

    assert calibration_error(surely(np.zeros(2 * n, int), share), label) == pytest.approx(
        abs(share - 0.5)
    )


@given(LABELS)
def test_every_labelled_picture_is_once_in_the_table(label):
    """Rows are truths."""
    label = np.array(label)
    table = confusion(surely(np.zeros(len(label), int)), label)

    assert table.sum() == table[:, 0].sum() == (label >= 0).sum()
    for kind in range(KINDS):
        assert table[kind].sum() == (label == kind).sum()


def test_faces_that_all_score_above_curtains_are_told_apart():
    """And chance is a half."""
    assert separation(np.array([0.8, 0.9]), np.array([0.1, 0.2])) == 1.0
    assert separation(np.array([0.15, 0.15]), np.array([0.1, 0.2])) == 0.5
