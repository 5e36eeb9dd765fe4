"""From faces to readings."""

from engine.senses.faces.expressions import Sight
from engine.senses.faces.moods import Moods
from engine.story.model import Reading
from engine.story.units import Seconds
from tests.senses.faces.sights import REST, SMILE, face, look, shares


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

    assert 0.0 < first < last / 2
    assert last > 0.8


def test_two_faces_are_one_voice_and_the_near_one_counts_more(steps):
    """Nobody is known by name; each is told from its own normal."""
    near, far = face(size=200.0), face(x=480.0, size=100.0)
    glad, grave = face(SMILE, size=200.0), face(x=480.0, size=100.0)
    read = told(steps, *[look(near, far)] * 40, *[look(glad, grave)] * 30, calibrated_by=40)
    turned = told(
        steps,
        *[look(near, far)] * 40,
        *[look(near, face(SMILE, x=480.0, size=100.0))] * 30,
        calibrated_by=40,
    )

    assert read[-1].faces == 2
    assert read[-1].readings[Reading.SMILE] > 2 * turned[-1].readings[Reading.SMILE] > 0.0


def test_viewers_who_differ_are_told_and_believed_less(steps):
    """One smiles and one does not: whose film is it?"""
    pair = look(face(SMILE), face(x=420.0))
    agreed = look(face(SMILE), face(SMILE, x=420.0))

    differing, one_mind = told(steps, *[pair] * 20)[-1], told(steps, *[agreed] * 20)[-1]

    assert differing.disagreement > 0.3
    assert one_mind.disagreement < 0.05
    assert differing.confidence[Reading.FEAR] < one_mind.confidence[Reading.FEAR]
    assert told(steps, *[look(face(SMILE))] * 20)[-1].disagreement == 0.0


def test_each_of_several_viewers_has_a_normal_of_their_own(steps):
    """One who always looks a little merry does not smile for both."""
    merry, grave = shares(neutral=0.5, happiness=0.45), REST
    read = told(steps, *[look(face(merry), face(grave, x=420.0))] * 60, calibrated_by=50)

    assert abs(read[-1].readings[Reading.SMILE]) < 0.2
    assert read[-1].calibrated


def test_somebody_else_in_the_seat_after_a_while_has_nobodys_normal(steps):
    """The film cannot know faces; it knows that the chair was empty."""
    merry = shares(neutral=0.5, happiness=0.45)
    before = [look(face(merry))] * 50
    back = told(steps, *before, *[look()] * 30, *[look(face(merry))] * 10, calibrated_by=45)[-1]
    other = told(steps, *before, *[look()] * 170, *[look(face(merry))] * 10, calibrated_by=45)[-1]

    assert back.calibrated
    assert not other.calibrated
    assert other.readings[Reading.SMILE] > 0.3 > back.readings[Reading.SMILE]


def test_somebody_who_sits_down_elsewhere_has_nobodys_normal(steps):
    """Another place and size: it may be another."""
    sights = [look(face())] * 50 + [look()] * 30 + [look(face(x=520.0, size=80.0))] * 10

    assert not told(steps, *sights, calibrated_by=45)[-1].calibrated


def test_one_who_leans_out_of_the_picture_for_a_moment_keeps_the_normal(steps):
    """Alone before and after, and gone for no more than two seconds."""
    sights = [look(face())] * 50 + [look()] * 14 + [look(face(x=520.0))] * 4

    assert told(steps, *sights, calibrated_by=45)[-1].calibrated


def test_a_newcomer_beside_a_known_viewer_makes_the_room_uncertain(steps):
    """What is told is of both, and one of them is nobody's normal."""
    alone = told(steps, *[look(face())] * 50, calibrated_by=45)[-1]
    pair = told(steps, *[look(face())] * 50, *[look(face(), face(x=440.0))] * 6, calibrated_by=45)[
        -1
    ]

    assert alone.calibrated
    assert pair.faces == 2
    assert not pair.calibrated
    assert pair.confidence[Reading.FEAR] < alone.confidence[Reading.FEAR]


def test_a_reading_that_only_trembles_stands_still(steps):
    """A flame that shivers at nothing is noise made visible."""
    trembling = [look(face(shares(neutral=0.90 + 0.01 * (n % 2)))) for n in range(100)]

    told_of = [mood.readings[Reading.SURPRISE] for mood in told(steps, *trembling)[80:]]

    assert len(set(told_of)) == 1


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
