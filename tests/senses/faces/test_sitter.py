"""One face, and several as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.senses.faces.attention import Bearing
from engine.senses.faces.baseline import Baseline
from engine.senses.faces.sitter import HOLDS, Sitter, Voice, together
from engine.story.model import Reading
from engine.story.units import Seconds
from tests.senses.faces.sights import SMILE, face

CALM = Bearing(attention=1.0, still=1.0)


def voice(smile=0.0, weight=1.0, valence=0.0, sure=0.9):
    return Voice({Reading.SMILE: smile}, {Reading.SMILE: sure}, 1.0, weight, valence)


voices = st.lists(
    st.builds(
        voice, st.floats(-3.0, 3.0), st.floats(0.0, 1e5), st.floats(-1.0, 1.0), st.floats(0.0, 1.0)
    ),
    min_size=1,
    max_size=6,
)


def test_a_smile_comes_over_looks_and_stays_a_voice(steps):
    """Nothing of a single look decides."""
    sitter = Sitter(Baseline(steps), Seconds(0.8))
    told = []
    for number in range(20):
        sitter.saw(face(SMILE), CALM, Seconds(number / 10))
        told.append(sitter.voice.steps[Reading.SMILE])

    assert told == sorted(told)
    assert told[0] < 0.3
    assert told[-1] > 1.0


def test_nobody_is_said_to_hold_still_before_that_can_be_known(steps):
    """Whoever has just come has not moved yet either: it is not sure, not stillness."""
    sitter = Sitter(Baseline(steps), Seconds(0.8))
    sure = []
    for number in range(30):
        sitter.saw(face(SMILE), CALM, Seconds(number / 10))
        sure.append(sitter.voice.confidence[Reading.STILL])

    early = round(HOLDS * 10)
    assert set(sure[:early]) == {0.0}
    assert min(sure[early:]) > 0.5
    assert sitter.voice.confidence[Reading.SMILE] > 0.0


def test_a_doubtful_box_makes_a_doubtful_voice(steps):
    """The detector's doubt is ours."""
    sure, doubtful = (Sitter(Baseline(steps), Seconds(0.8)) for _ in range(2))
    sure.saw(face(SMILE), CALM, Seconds(0.0))
    doubtful.saw(face(SMILE, score=0.5), CALM, Seconds(0.0))

    assert doubtful.voice.confidence[Reading.SMILE] < 0.7 * sure.voice.confidence[Reading.SMILE]
    assert doubtful.voice.weight < sure.voice.weight


def test_one_voice_is_told_as_it_is():
    """One viewer agrees with himself."""
    alone = voice(1.2)

    assert together([alone]) == alone


def test_two_of_one_weight_are_their_mean():
    """And differ by half of what lies between them."""
    both = together([voice(2.0, valence=0.9), voice(0.0, valence=-0.1)])

    assert both.steps[Reading.SMILE] == pytest.approx(1.0)
    assert both.disagreement == pytest.approx(0.5)
    assert both.confidence[Reading.SMILE] == pytest.approx(0.9 * 0.7)


@given(voices)
def test_a_room_lies_between_its_voices_and_is_never_surer_than_the_surest(room):
    """Whoever sits where."""
    whole = together(room)
    shown = [one.steps[Reading.SMILE] for one in room]

    assert min(shown) - 1e-6 <= whole.steps[Reading.SMILE] <= max(shown) + 1e-6
    assert 0.0 <= whole.disagreement <= 1.0
    assert whole.confidence[Reading.SMILE] <= (
        max(one.confidence[Reading.SMILE] for one in room) + 1e-9
    )


@given(voices, st.randoms())
def test_a_room_has_no_first_row(room, chance):
    """In whatever order faces are found."""
    mixed = list(room)
    chance.shuffle(mixed)
    one, other = together(room), together(mixed)

    assert one.steps[Reading.SMILE] == pytest.approx(other.steps[Reading.SMILE])
    assert one.disagreement == pytest.approx(other.disagreement, abs=1e-6)
