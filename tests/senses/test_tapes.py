"""A face on tape leads the eyes as a viewer would: the whole way from file to reading."""

import pytest

from engine.messages.facts import Loss, SenseFound, SenseLost
from engine.senses.camera.device import open_camera
from engine.story.model import Reading, Way
from tests.senses.viewers import at, smile_of, watch

EVENING = (
    ("neutral", 6.0),
    ("smile", 4.0),
    ("neutral", 4.0),
    ("turned", 4.0),
    ("neutral", 3.0),
    ("gone", 3.0),
)
NAMED = 0.55


@pytest.fixture(scope="module")
def evening(tape):
    return tape(*EVENING)


@pytest.fixture(scope="module")
def moods(evening, reader, steps):
    return watch(open_camera(str(evening)), reader, steps, 24.0, normal_until=5.0).moods


def test_a_resting_face_shows_no_feeling(moods):
    """Or a film would answer viewers who do nothing."""
    resting = [mood for mood in moods if 3.5 <= mood.at < 6.0 or 13.0 <= mood.at < 14.0]

    strongest = max(
        abs(steps)
        for mood in resting
        for reading, steps in mood.readings.items()
        if reading is not Reading.STILL
    )

    assert len(resting) > 25
    assert strongest < 0.5


def test_a_smile_is_read_within_a_second(moods):
    """The film must answer while the smile is still there."""
    smiling = at(moods, 7.0)

    assert smile_of(smiling) > 0.8
    assert smiling.confidence[Reading.SMILE] > NAMED


def test_a_smile_moves_the_flame_within_700_ms(moods):
    """From the first smiling frame to a reading that a flame can show."""
    first = next(mood.at for mood in moods if mood.at >= 6.0 and smile_of(mood) > 0.4)

    assert first - 6.0 <= 0.7


def test_a_smile_that_ends_is_over_within_two_seconds(moods):
    """Nobody is held to a smile: films ask for more than 0.8 steps of it."""
    assert smile_of(at(moods, 12.0)) < 0.8


def test_a_turned_head_is_looking_away(moods):
    """Looking away is one of the three acts a film is played with."""
    turned = at(moods, 15.5)

    assert turned.readings[Reading.ATTENTION] < -0.8
    assert turned.confidence[Reading.ATTENTION] > NAMED


def test_one_who_leaves_looks_away_and_shows_nothing_else(moods):
    """Of a face that is not there nothing is known but that."""
    gone = at(moods, 22.5)

    assert set(gone.readings) == {Reading.ATTENTION}
    assert gone.readings[Reading.ATTENTION] < -0.8
    assert gone.faces == 0


def test_one_who_comes_back_is_read_again(moods):
    """A glance aside is forgiven."""
    back = at(moods, 20.8)

    assert back.faces == 1
    assert back.readings[Reading.ATTENTION] > -0.5


def test_three_seconds_make_a_baseline(moods):
    """Before that the population's normal stands in, and confidence is lower."""
    assert not at(moods, 2.5).calibrated
    assert at(moods, 4.0).calibrated


def test_a_tape_is_found_and_lost(tape, reader, steps):
    """The director must know when face is a way to answer and when not."""
    path = tape(("smile", 4.0))

    ear = watch(open_camera(str(path)), reader, steps, 7.0)

    assert len(ear.of(SenseFound)) == 1
    says = f"The recording '{path.name}' has ended."
    assert ear.of(SenseLost) == [SenseLost(Way.FACE, says, Loss.ENDED)]


@pytest.mark.parametrize("act", ["cat", "black", "gone"])
def test_what_is_no_viewer_leads_nowhere(tape, reader, steps, act):
    """A cat, a covered lens or an empty room: the film goes the author's default way."""
    camera = open_camera(str(tape((act, 6.0))))

    moods = watch(camera, reader, steps, 6.0, normal_until=5.0).moods

    assert moods
    assert all(mood.faces == 0 for mood in moods)
    assert all(set(mood.readings) == {Reading.ATTENTION} for mood in moods)
    assert all(mood.confidence[Reading.ATTENTION] == 0.0 for mood in moods)


def test_a_smile_without_a_baseline_is_read_too_and_less_surely(tape, reader, steps):
    """A viewer who sits down late is not shut out."""
    ear = watch(open_camera(str(tape(("smile", 4.0)))), reader, steps, 4.0)
    mood = at(ear.moods, 3.5)

    assert smile_of(mood) > 0.8
    assert not mood.calibrated
    assert mood.confidence[Reading.SMILE] < 0.8
