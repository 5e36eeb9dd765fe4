"""An evening at the projector alone."""

import pytest

from tests.stage.cranked import Evening


@pytest.fixture
def evening(reels):
    """A projector over those clips, turned by hand."""
    made = Evening(reels)
    yield made
    made.close()
