"""How the live flame burns."""

import pytest

from engine.director.flame import AT_REST, Light, burning, differs, leap
from engine.messages.orders import Burn
from engine.story.model import AllOf, Reading, Sign
from engine.story.units import Seconds, Share, Steps
from tests.director.playing import mood
from tests.films import AWAY, SMILING, above, below, option


@pytest.mark.parametrize("reading", ["smile", "joy", "valence"])
def test_gladness_raises_and_gilds_it(reading):
    """A smile makes it tall and gold."""
    burn = burning(mood(0, **{reading: 1.2}))

    assert burn.height > 0.4
    assert burn.gold == burn.height
    assert burn.shiver == 0


def test_looking_away_lets_it_sink():
    """Nobody watches: it sinks, and no further than it can."""
    assert burning(mood(0, attention=-0.8)).height == -0.5
    assert burning(mood(0, faces=0)) == Burn(
        height=Steps(-1.0), gold=Share(0.0), shiver=Share(0.0), seen=False
    )


def test_a_start_makes_it_shiver():
    """Only a start does: a raised brow is no start."""
    assert burning(mood(0, surprise=0.5)).shiver == 0
    assert burning(mood(0, surprise=1.1)).shiver == 0.5
    assert burning(mood(0, surprise=3)).shiver == 1


@pytest.mark.parametrize("reading", ["sadness", "anger", "fear", "disgust", "arousal"])
def test_what_decides_nothing_makes_it_tremble_a_little(reading):
    """It is seen that something was read; and never so much as a start."""
    assert burning(mood(0, **{reading: 0.5})).shiver == 0
    assert burning(mood(0, **{reading: 3.0})).shiver == 0.4
    assert burning(mood(0, **{reading: 3.0}, surprise=3.0)).shiver == 1
    assert burning(mood(0, **{reading: 3.0})).height == 0


def test_a_resting_face_leaves_it_at_rest():
    """It burns by itself until somebody moves it; a frown does not sink it."""
    assert burning(mood(0)).height == 0
    assert burning(mood(0, valence=-2)).height == 0


@pytest.mark.parametrize(
    ("feel", "height", "shiver"),
    [
        (SMILING, 1.0, 0),
        (AWAY, -0.9, 0),
        (above(Reading.SURPRISE, 1), 0.2, 0.9),
        (AllOf((SMILING, above(Reading.AROUSAL, 0))), 1.0, 0),
        (below(Reading.SMILE, 0), 0.4, 0.15),
        (None, 0.4, 0.15),
    ],
)
def test_a_hand_moves_it_as_the_face_would_have(feel, height, shiver):
    """Who plays by hand plays the same lamp."""
    burn = leap(option("x", "y", feel=feel))

    assert (burn.height, burn.shiver) == (height, shiver)


def test_a_leap_outranks_the_face_and_dies_away():
    """For a moment the hand has it; then the face again."""
    light = Light(Sign.FLAME)
    assert light.lit() == (AT_REST,)
    light.reading(mood(0, attention=-1.6))
    (leapt,) = light.leaping(option("Smile", "warm", feel=SMILING), Seconds(10))

    assert leapt.height == 1.0
    assert leapt.seen
    assert light.reading(mood(10.1, attention=-1.6)) == ()
    assert light.at(Seconds(11)) == ()
    assert [burn.height for burn in light.at(Seconds(11.5))] == [-1.0]


def test_what_no_eye_could_tell_apart_is_not_ordered():
    """Ten orders a second of nothing would be noise in the log."""
    light = Light(Sign.FLAME)
    light.reading(mood(0, smile=1.0))

    assert light.reading(mood(0.1, smile=1.001)) == ()
    assert light.unseen() == (AT_REST,)
    assert not differs(AT_REST, AT_REST)
