"""The text that is played, and the one that waits."""

from dataclasses import replace

import pytest

from engine.director.manuscript import Manuscript, journey_of, mended
from engine.director.resuming import Opening, opening
from engine.messages.orders import Tell, Write
from engine.story.units import SceneId, Seconds
from tests.director.playing import began_viewing
from tests.films import FELT, TWO_DOORS, VISIT

NOW = Seconds(3)


def manuscript(told=TWO_DOORS) -> Manuscript:
    return Manuscript(opening(told, began_viewing()))


def test_a_language_speaks_at_once():
    """The same story in other words is no edit."""
    made = manuscript()
    chinese = replace(TWO_DOORS, story=replace(TWO_DOORS.story, title="两扇门"))

    assert made.spoken(chinese)
    assert made.story.title == "两扇门"


def test_a_language_takes_the_place_of_an_edited_text_that_waits():
    """Otherwise the cut would bring back the language before."""
    made = manuscript()
    edited = replace(TWO_DOORS, story=replace(TWO_DOORS.story, title="Three Doors"))
    made.edited(edited)

    assert not made.spoken(replace(edited, story=replace(edited.story, title="三扇门")))
    assert made.story.title == "Two Doors"


def test_a_text_that_has_landed_waits_no_more():
    """It is the film now, with a journey and questions of its own."""
    made = manuscript()
    made.edited(FELT)
    began = opening(FELT, began_viewing())
    made.landed(began)

    assert made.film is FELT
    assert made.asks_felt
    assert made.journey.scene == FELT.story.start
    assert made.spoken(FELT)


@pytest.mark.parametrize(("stood", "since"), [(4.0, 4.0), (99.0, 23.5), (0.0, 0.0)])
def test_a_film_goes_on_where_it_stood_but_never_at_its_very_end(stood, since):
    """Something of the shot is always left to see."""
    began = replace(opening(TWO_DOORS, began_viewing()), position=Seconds(stood), anew=False)
    made = Manuscript(replace(began, viewing=began.viewing.entering(SceneId("hall"))))
    ahead = made.begun(began.viewing.entering(SceneId("hall")))

    assert made.moment(ahead) == since


def test_a_journey_knows_the_visits_it_comes_back_from():
    """A film gone on with inside a memory finds its way out of it."""
    began = opening(VISIT, began_viewing())
    inside = replace(began.viewing, visits_open=(SceneId("shore"),))
    journey = journey_of(replace(began, viewing=inside, scene=SceneId("deeper")))

    assert journey.may(SceneId("shore"), (SceneId("shore"),))


def test_what_no_longer_fitted_is_told_to_the_author_and_the_viewer():
    """All of it to one, one line to the other; nothing where nothing changed."""
    began: Opening = opening(TWO_DOORS, began_viewing())
    many = replace(began, mended=tuple(f"x{n} is gone" for n in range(20)), told="edited")
    note, line = mended(many, NOW)

    assert mended(began, NOW) == ()
    assert isinstance(note, Write)
    assert note.record.says.startswith("The story was edited: x0 is gone; ")
    assert "x19" not in note.record.says
    assert line == Tell("edited")
