"""What is counted of readings that films ask for otherwise."""

from itertools import pairwise

import pytest

from benchmarks.windows.asking import Asking
from benchmarks.windows.judging import FEELS
from engine.senses.faces.baseline import published
from engine.senses.senses import models_folder
from engine.story.reading.readable import NUMBERS
from tests.tapes_drawn import draw, watched
from tests.tapes_kinds import NEUTRAL, SMILING


@pytest.fixture(scope="module")
def steps():
    return published(models_folder() / "steps.json")


@pytest.fixture(scope="module")
def asking(steps):
    told = Asking()
    for kind in (NEUTRAL[0], NEUTRAL[6], SMILING[0]):
        tape = draw(kind, 0)
        told.watch(tape, watched(tape, steps), steps)
    return told


def test_who_asks_for_more_is_answered_wrongly_less_often(asking):
    """For the mean, the peak and the trend; else the figures between two would be no bounds."""
    counted = asking.published("smile")["false_at"]

    assert set(counted) == {"mean", "peak", "trend"}
    for shares in counted.values():
        assert len(shares) == len(NUMBERS)
        assert all(more >= less for more, less in pairwise(shares))
    assert all(peak >= mean for peak, mean in zip(counted["peak"], counted["mean"], strict=True))


def test_a_smile_is_as_sure_as_its_trust_at_the_most(asking, steps):
    """What eight of ten reach is no more than what any reaches."""
    usual, most = asking.published("smile")["sure"]

    assert 0.0 < usual <= most <= steps[FEELS["smile"].reading].trust + 0.005


def test_of_what_was_never_found_nothing_is_told(asking):
    """Nobody on these tapes was surprised."""
    assert asking.published("surprise") == {}
