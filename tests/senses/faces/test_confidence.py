"""The seven doubts: each with bounds, each in one direction."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.senses.faces.confidence import (
    ASIDE,
    CLEAR,
    FAINT,
    GOOD_SCORE,
    LARGE,
    LEAST_FACE,
    LEAST_LIGHT,
    LEAST_POSE,
    LEAST_SIZE,
    PLAIN,
    PLAINLY,
    SMALL,
    STRAIGHT,
    by_agreement,
    by_detector,
    by_face,
    by_light,
    by_pose,
    by_probability,
    by_size,
    quality,
)
from engine.story.model import Reading
from tests.senses.faces.sights import face, shares

FACTORS = {
    by_detector: (0.0, GOOD_SCORE, 0.0),
    by_size: (SMALL, LARGE, LEAST_SIZE),
    by_light: (PLAIN, CLEAR, LEAST_LIGHT),
    by_agreement: (1.0, 0.0, 0.4),
    by_pose: (ASIDE, STRAIGHT, LEAST_POSE),
    by_face: (FAINT, PLAINLY, LEAST_FACE),
}
"""What is worst, what is good enough, and what is left at worst."""


@pytest.mark.parametrize("factor", FACTORS, ids=lambda factor: factor.__name__)
def test_a_factor_goes_from_its_least_to_one_between_its_bounds(factor):
    """As its table in the docs says."""
    worst, good, least = FACTORS[factor]

    assert factor(good) == pytest.approx(1.0)
    assert factor(worst) == pytest.approx(least)
    assert least < factor((worst + good) / 2) < 1.0


@given(st.sampled_from(sorted(FACTORS, key=str)), st.floats(-500.0, 500.0), st.floats(-500, 500))
def test_no_factor_leaves_its_bounds_or_turns_round(factor, one, other):
    """Nothing can make a reading surer than its model."""
    worst, good, least = FACTORS[factor]
    near, far = sorted((one, other), key=lambda number: abs(number - good))

    assert least <= factor(one) <= 1.0
    if (near - good) * (far - good) > 0 and (worst - good) * (far - good) > 0:
        assert factor(far) <= factor(near) + 1e-9


def test_a_head_turned_to_either_side_or_bowed_is_doubted_alike():
    """By the farthest of its angles; one that is not known says nothing."""
    assert by_pose(-40.0) == by_pose(40.0) == by_pose(0.0, -40.0) < 1.0
    assert by_pose(None) == 1.0


def test_a_half_smile_is_unclear_as_a_smile_and_clearly_no_fright():
    """Confidence belongs to a reading, not to a face."""
    half = by_probability(shares(neutral=0.5, happiness=0.48))

    assert half[Reading.SMILE] < 0.55
    assert half[Reading.FEAR] > 0.95


def test_every_reading_of_a_face_has_a_probability():
    """From a half to 1: less sure than a coin is sure of the contrary."""
    clear = by_probability(shares(neutral=0.4, sadness=0.3))

    assert set(clear) == set(Reading) - {Reading.TEXT_SENTIMENT, Reading.ATTENTION}
    assert all(1 / 3 <= share <= 1.0 for share in clear.values())


def test_quality_is_the_product_of_what_can_be_seen_of_a_face():
    """Each doubt counts by itself and all count together."""
    whole = face()
    far = replace(whole, box=replace(whole.box, height=(SMALL + LARGE) / 2))
    dim, half = replace(whole, contrast=PLAIN), (1.0 + LEAST_SIZE) / 2

    assert quality(whole) == 1.0
    assert quality(far) == pytest.approx(half)
    assert quality(dim) == pytest.approx(LEAST_LIGHT)
    assert quality(replace(far, contrast=PLAIN)) == pytest.approx(
        (1.0 + LEAST_SIZE) / 2 * LEAST_LIGHT
    )
    assert quality(face(score=0.5)) == pytest.approx(0.5 / GOOD_SCORE)


def test_what_the_network_hardly_takes_for_a_face_is_hardly_believed():
    """A half of a face at the picture's edge smiles as a whole one does, and means less."""
    half = replace(face(), face=0.95)

    assert quality(replace(half, face=0.995)) == 1.0
    assert LEAST_FACE < quality(half) < 1.0
    assert quality(replace(half, face=0.0)) == LEAST_FACE
