"""What expressions come to as readings."""

from engine.senses.faces.attention import Bearing
from engine.senses.faces.scores import scores
from engine.story.model import Reading
from tests.senses.faces.sights import REST, SMILE, shares


def test_valence_and_activation_are_made_of_expressions():
    """As the research says."""
    bearing = Bearing(attention=1.0, still=1.0)
    glad, sad = scores(SMILE, bearing), scores(shares(sadness=0.95), bearing)

    assert glad[Reading.VALENCE] > 0.9
    assert sad[Reading.VALENCE] < -0.9
    assert glad[Reading.AROUSAL] > 0.9
    assert sad[Reading.AROUSAL] < 0.4


def test_a_restless_body_is_activation():
    """A little, beside the face."""
    calm, restless = (scores(REST, Bearing(1.0, still)) for still in (1.0, 0.0))

    assert restless[Reading.AROUSAL] > calm[Reading.AROUSAL]
