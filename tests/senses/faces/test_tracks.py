"""Faces followed from look to look."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.senses.faces.tracks import FORGOTTEN, LINGERS, Tracks
from engine.story.units import Seconds
from tests.senses.faces.sights import Sight, face, look

LOOK = 0.1


def followed(*sights, tracks=None):
    """What each look came to, ten a second, the whole picture searched each time."""
    tracks = tracks or Tracks()
    return [tracks.after(sight, Seconds(n * LOOK)) for n, sight in enumerate(sights)]


def there(one):
    return len(one.seen) + len(one.missed)


def test_a_face_is_believed_at_its_third_look():
    """A flicker on the curtain is no viewer."""
    assert [there(one) for one in followed(*[look(face())] * 3)] == [0, 0, 1]


def test_a_face_that_one_look_misses_is_still_there():
    """A blink of the detector is no leaving."""
    told = followed(*[look(face())] * 3, look(), look(face()))

    assert [there(one) for one in told[2:]] == [1, 1, 1]
    assert told[3].seen == ()
    assert told[4].seen[0][0] == told[2].seen[0][0]


def test_a_face_missed_for_longer_is_not_there_and_keeps_its_number_for_a_second():
    """Somebody who glances aside is the same when they look back."""
    told = followed(*[look(face())] * 3, *[look()] * 8, look(face()))

    assert [there(one) for one in told[3:11]] == [1, 1, 1, 0, 0, 0, 0, 0]
    assert told[-1].seen[0][0] == told[2].seen[0][0]


def test_a_face_away_for_more_than_a_second_has_gone_and_its_number_with_it():
    """Numbers are never used again: nobody is recognised."""
    told = followed(*[look(face())] * 3, *[look()] * 12, *[look(face())] * 3)
    numbers = {number for one in told for number, _ in one.seen}

    assert sum(len(one.gone) for one in told) == 1
    assert len(numbers) == 2


def test_a_pause_without_pictures_is_an_absence_too():
    """A camera that stood still for five seconds says nothing of who sits there now."""
    tracks = Tracks()
    followed(*[look(face())] * 3, tracks=tracks)

    assert tracks.after(look(face()), Seconds(5.0)).gone == (1,)


def test_a_doubtful_box_keeps_a_face_and_makes_none():
    """A viewer far off is hard to name in every other look; a curtain in all of them."""
    doubtful = Sight((), (face(),))

    assert [there(one) for one in followed(*[doubtful] * 6)] == [0] * 6
    assert [there(one) for one in followed(look(face()), *[doubtful] * 4)] == [0, 0, 1, 1, 1]


def test_boxes_all_over_the_picture_are_no_face():
    """A false box jumps; a face stays."""
    jumping = [look(face(x=130.0 * n)) for n in range(6)]

    assert [there(one) for one in followed(*jumping)] == [0] * 6


def test_two_faces_keep_their_numbers_in_whatever_order_they_are_found():
    """Each its own blend, its own normal."""
    left, right = face(x=100.0), face(x=400.0)
    told = followed(*[look(left, right), look(right, left)] * 3)

    places = {number: seen.box.x for one in told[2:] for number, seen in one.seen}
    assert sorted(places.values()) == [100.0, 400.0]
    assert all(places[number] == seen.box.x for one in told[2:] for number, seen in one.seen)


def test_a_face_that_moves_quickly_is_the_same_face():
    """By its middle where the boxes hardly overlap any more; somebody leans forward."""
    told = followed(*[look(face(x=100.0 + 45.0 * n)) for n in range(8)])

    assert {number for one in told for number, _ in one.seen} == {1}


def test_the_whole_picture_is_searched_at_every_second_look():
    """Finding costs most, and a seated face is where it was."""
    tracks, searches = Tracks(), []
    for number in range(60):
        now = Seconds(number * LOOK)
        due = tracks.due(now)
        searches.append(due)
        boxes = None if due else tracks.expected(now)
        sight = look(face()) if boxes is None else look(*(face(x=one.x) for one in boxes))
        tracks.after(sight, now, searched=due)

    assert searches[:3] == [True, True, True]
    assert sum(searches[10:]) == 25


def test_an_empty_room_is_searched_at_every_second_look():
    """Nobody waits for a newcomer any longer than that."""
    tracks, searches = Tracks(), []
    for number in range(20):
        now = Seconds(number * LOOK)
        due = tracks.due(now)
        searches.append(due)
        tracks.after(look(), now, searched=due)

    assert sum(searches) == 10


def test_a_face_not_where_it_was_expected_is_searched_for_at_once():
    """A head that turned or ducked is found at the very next look."""
    tracks = Tracks()
    followed(*[look(face())] * 4, tracks=tracks)
    tracks.after(look(), Seconds(0.4), searched=False)

    assert tracks.due(Seconds(0.5))


def test_a_moving_face_is_expected_where_it_goes():
    """Between two searches it is read there, or half of it would lie outside."""
    tracks = Tracks()
    followed(*[look(face(x=100.0 + 20.0 * n)) for n in range(12)], tracks=tracks)

    (expected,) = tracks.expected(Seconds(1.2))

    assert expected.x == pytest.approx(340.0, abs=6.0)


def test_a_resting_face_is_expected_where_it_is():
    """Boxes tremble by a pixel or two."""
    tracks = Tracks()
    followed(*[look(face(x=100.0 + n % 2)) for n in range(12)], tracks=tracks)

    (expected,) = tracks.expected(Seconds(1.2))

    assert expected.x in {100.0, 101.0}


def marked(x, shift=0.0):
    """A face whose box trembles and whose points do not."""
    points = tuple((x + 40.0 + dx, 150.0 + dy) for dx, dy in
                   ((-20, -20), (20, -20), (0, 0), (-15, 20), (15, 20)))  # fmt: skip
    one = face(x=x + shift)
    return replace(one, box=replace(one.box, landmarks=points))


def test_a_face_with_points_is_followed_by_them():
    """Boxes swing with hair and hands; eyes, nose and mouth do not."""
    tracks = Tracks()
    trembling = [look(marked(100.0, shift=14.0 * (-1) ** n)) for n in range(12)]
    followed(*trembling, tracks=tracks)

    (expected,) = tracks.expected(Seconds(1.25))

    assert expected.x in {86.0, 114.0}


def test_the_points_of_a_moving_face_go_with_its_box():
    """What is told of a head is told of where it is."""
    tracks = Tracks()
    followed(*[look(marked(100.0 + 20.0 * n)) for n in range(12)], tracks=tracks)

    (expected,) = tracks.expected(Seconds(1.2))

    assert expected.landmarks[2][0] - expected.x == pytest.approx(40.0)


looks = st.lists(
    st.lists(st.sampled_from([60.0, 260.0, 460.0]), unique=True, max_size=3), max_size=40
)


@given(looks)
def test_whatever_is_seen_numbers_are_born_once_and_die_once(evening):
    """At most as many faces as were seen lately; none believed before three looks of five."""
    seats = [[face(x=x) for x in one] for one in evening]
    told, ended, seen_at = followed(*(look(*one) for one in seats)), set(), {}

    for number, one in enumerate(told):
        now = number * LOOK
        numbers = [each for each, _ in one.seen]
        assert len(set(numbers)) == len(numbers)
        assert not ended & {*numbers, *one.missed}
        assert not set(numbers) & set(one.missed)
        for each, found in one.seen:
            lately = seats[max(0, number - 4) : number + 1]
            first = each not in seen_at
            assert not first or sum(found in faces for faces in lately) >= 3
            seen_at[each] = now
        assert all(now - seen_at[each] <= LINGERS + 1e-6 for each in one.missed)
        assert all(now - seen_at[each] > FORGOTTEN for each in one.gone)
        ended |= set(one.gone)
