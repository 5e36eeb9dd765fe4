"""An evening at the projector alone, and reels without one."""

import pytest

from tests.stage.cranked import Evening
from tests.stage.projection.rolling import PATIENCE


@pytest.fixture
def evening(reels):
    """A projector over those clips, turned by hand."""
    made = Evening(reels)
    yield made
    made.close()


@pytest.fixture
def rolling():
    """Starts reels, and sees to it that their threads end."""
    rolled = []

    def roll(reel):
        rolled.append(reel)
        reel.start()
        return reel

    yield roll
    for reel in rolled:
        reel.close()
    assert all(reel.ended(PATIENCE) for reel in rolled)
