"""From faces to readings."""

from types import MappingProxyType

import pytest

from engine.senses.faces.attention import Bearing
from engine.senses.faces.expressions import Expression, Face, Sight
from engine.senses.faces.finding import Box
from engine.senses.faces.moods import Moods, clarity, scores, voice
from engine.story.model import Reading
from engine.story.units import Seconds


def shares(**named):
    rest = (1.0 - sum(named.values())) / (len(Expression) - len(named))
    return MappingProxyType({each: named.get(each.value, rest) for each in Expression})


REST = shares(neutral=0.9)
SMILE = shares(happiness=0.95)


def face(what=REST, x=200.0, size=120.0, score=0.9):
    return Face(Box(x=x, y=100.0, width=size * 0.8, height=size, score=score), what)


def told(steps, *sights, calibrated_by=None):
    moods = Moods(steps)
    if calibrated_by is not None:
        moods.baseline.calibrate(on=True)
    read = []
    for number, sight in enumerate(sights):
        if number == calibrated_by:
            moods.baseline.calibrate(on=False)
        read.append(moods.after(sight, Seconds(number * 0.1)))
    return read


def look(*faces, blind=False):
    return Sight(tuple(faces), blind=blind)


def test_nothing_is_told_of_a_face_seen_once(steps):
    """Three looks of five."""
    first, second, third = told(steps, *[look(face())] * 3)

    assert (first.faces, second.faces, third.faces) == (0, 0, 1)
    assert set(first.readings) == {Reading.ATTENTION}
    assert len(third.readings) == len(Reading) - 1


def test_a_smile_rises_over_looks_not_in_one(steps):
    """Blended, and still quick."""
    read = told(steps, *[look(face())] * 40, *[look(face(SMILE))] * 10, calibrated_by=40)
    first, last = read[40].readings[Reading.SMILE], read[49].readings[Reading.SMILE]

    assert 0.0 < first < 0.5
    assert last > 0.8


def test_two_faces_are_one_voice_by_size(steps):
    """The near one counts more; nobody is known by name."""
    near, far = face(SMILE, size=200.0), face(REST, x=480.0, size=100.0)
    mixed = voice((near, far)).shares[Expression.HAPPINESS]

    assert mixed == pytest.approx((4 * 0.95 + 1 * 0.1 / 7) / 5, abs=1e-6)
    assert told(steps, *[look(near, far)] * 4)[-1].faces == 2


def test_a_half_smile_is_unclear_as_a_smile_and_clearly_no_fright():
    """Confidence belongs to a reading, not to a face."""
    half = clarity(shares(neutral=0.5, happiness=0.48), 1.0)

    assert half[Reading.SMILE] < 0.55
    assert half[Reading.FEAR] > 0.95


def test_a_doubtful_box_makes_a_doubtful_reading():
    """The detector's doubt is ours."""
    assert voice((face(SMILE, score=0.5),)).clarity[Reading.SMILE] < 0.7


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


def test_an_empty_room_is_nobody_looking_away(steps):
    """Not before somebody came."""
    assert told(steps, *[look()] * 20)[-1].confidence[Reading.ATTENTION] == 0.0


def test_one_who_left_looks_away_surely(steps):
    """The keeper sees an empty chair."""
    last = told(steps, *[look(face())] * 40, *[look()] * 20, calibrated_by=35)[-1]

    assert last.readings[Reading.ATTENTION] < -1.5
    assert last.confidence[Reading.ATTENTION] > 0.8


def test_a_covered_lens_accuses_nobody(steps):
    """A hand on the camera is not a turned head."""
    last = told(steps, *[look(face())] * 40, *[look(blind=True)] * 20)[-1]

    assert last.confidence[Reading.ATTENTION] == 0.0


def test_a_face_that_returns_after_a_while_begins_anew(steps):
    """It may be another's."""
    read = told(
        steps, *[look(face(SMILE))] * 10, *[look()] * 20, *[look(face())] * 4, calibrated_by=None
    )

    assert read[-1].readings[Reading.SMILE] < 0.1


def test_a_face_missed_by_one_look_keeps_its_reading(steps):
    """No gap in the flame."""
    read = told(steps, *[look(face(SMILE))] * 10, look())

    assert read[-1].faces == 1
    assert read[-1].readings[Reading.SMILE] == read[-2].readings[Reading.SMILE]


def test_a_reading_is_told_no_finer_than_it_means_anything(steps):
    """A thousandth of a step: more digits would only tell one viewer from another."""
    sights = [look(face(SMILE, x=200.0 + number)) for number in range(30)]

    for mood in told(steps, *sights, look(), look()):
        for number in (*mood.readings.values(), *mood.confidence.values()):
            assert number == round(number, 3)


def test_it_is_told_where_the_one_face_is(steps):
    """As shares of the picture: a film shot all around is looked at by it."""
    wide = Sight((face(x=300.0, size=120.0),), size=(640, 360))

    assert told(steps, *[look(face(x=300.0))] * 4)[-1].where == (0.544, 0.333)
    assert told(steps, *[wide] * 4)[-1].where == (0.544, 0.444)


def test_nobody_leads_the_look_where_two_are_seen(steps):
    """It would jump from one to the other; and of nobody there is no place."""
    near, far = face(size=200.0), face(x=480.0, size=100.0)

    assert told(steps, *[look(near, far)] * 4)[-1].where is None
    assert told(steps, *[look()] * 4)[-1].where is None
    assert told(steps, look(face()))[-1].where is None
