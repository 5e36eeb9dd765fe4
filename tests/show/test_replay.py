"""A tape is judged moment by moment, and the first difference is what is told."""

from dataclasses import replace

import pytest

from engine.director import Director
from engine.house.tape.lines import FORMAT, Changed, Head, Spoken
from engine.house.tape.reading import Moment, Taped
from engine.messages.facts import OptionPressed, StopAsked, TurnJudged
from engine.messages.orders import Write
from engine.messages.records import Cause, Judged, Judgement, Turn
from engine.show.replay import Difference, replay
from engine.story.film import Film
from engine.story.units import OptionId
from tests.director.playing import Playing
from tests.director.test_judging import rooms, smiled
from tests.films import TWO_DOORS

HEAD = Head(format=FORMAT, engine="1", film="two-doors", version="1", language="en", clips={})


@pytest.fixture
def taped():
    """The tape of one who took the right door."""
    playing = Playing(TWO_DOORS)
    playing.roll(20)
    playing.press("Right")
    playing.to_the_end()
    return taped_of(playing.facts)


def taped_of(facts, director=None):
    director = director or Director(TWO_DOORS)
    moments = []
    for number, fact in enumerate(facts, start=1):
        records = tuple(one.record for one in director.hear(fact) if isinstance(one, Write))
        moments.append(Moment(number, fact, tuple((number, record) for record in records)))
    return Taped(head=HEAD, number=1, line=1, moments=tuple(moments))


def heard(taped, spoken=lambda _: TWO_DOORS):
    return replay(taped, TWO_DOORS, spoken)


def altered(taped, which, change):
    """The same tape with one moment another."""
    at = next(number for number, moment in enumerate(taped.moments) if which(moment))
    moments = list(taped.moments)
    moments[at] = change(moments[at])
    return replace(taped, moments=tuple(moments))


def turned(moment):
    return any(isinstance(record, Turn) for _, record in moment.records)


def test_the_same_evening_has_no_difference(taped):
    """Path, ending, records."""
    went = heard(taped)

    assert went.difference is None
    assert went.path == ("hall", "cellar")
    assert went.ending.ending == "Lost"
    assert [one.cause for one in went.records if isinstance(one, Turn)] == [Cause.BUTTONS]


def test_what_a_viewer_said_of_a_reading_is_heard_again():
    """The end card's questions and answers stand on the tape, too."""
    playing = smiled(2)
    playing.hear(TurnJudged(1, Judgement.NOT_MEANT))
    playing.hear(StopAsked())
    film = rooms(2)
    lived = taped_of(playing.facts, Director(film))
    went = replay(lived, film, lambda _: film)
    said = [one.verdict for one in went.records if isinstance(one, Judged)]

    assert went.difference is None
    assert said == [Judgement.NOT_MEANT, Judgement.SILENT]


def test_another_reason_is_a_difference(taped):
    """Even on the same path."""

    def change(moment):
        records = [
            (line, replace(one, label="Down") if isinstance(one, Turn) else one)
            for line, one in moment.records
        ]
        return replace(moment, records=tuple(records))

    found = heard(altered(taped, turned, change)).difference

    assert (found.taped.label, found.here.label) == ("Down", "Right")


def test_a_record_too_few_or_too_many_is_a_difference(taped):
    """What is missing is nothing, on either side."""
    fewer = altered(taped, turned, lambda moment: replace(moment, records=()))
    more = altered(taped, turned, lambda one: replace(one, records=(*one.records, one.records[0])))
    first = next(moment for moment in taped.moments if turned(moment))

    assert heard(fewer).difference == Difference(first.line, None, first.records[0][1])
    assert heard(more).difference == Difference(first.line, first.records[0][1], None)


def test_what_came_of_the_last_moment_may_be_torn_off(taped):
    """The player fell between the fact and its records."""
    at = next(number for number, moment in enumerate(taped.moments) if turned(moment))
    torn = replace(taped.moments[at], records=())

    went = heard(replace(taped, moments=(*taped.moments[:at], torn)))

    assert went.difference is None
    assert went.path[-1] == "cellar"


def test_another_language_is_asked_for_by_name(taped):
    """The labels of the turns after it are in that one."""
    asked = []

    def spoken(language) -> Film:
        asked.append(language)
        return TWO_DOORS

    press = next(one for one in taped.moments if isinstance(one.heard, OptionPressed))
    at = taped.moments.index(press)
    chosen = Moment(press.line, Spoken("zh"))

    went = heard(
        replace(taped, moments=(*taped.moments[:at], chosen, *taped.moments[at:])), spoken
    )

    assert asked == ["zh"]
    assert went.difference is None


def test_a_film_that_was_changed_is_followed_up_to_there(taped):
    """And what comes after it is not guessed at."""
    press = next(one for one in taped.moments if one.heard == OptionPressed(OptionId("Right")))
    at = taped.moments.index(press)

    went = heard(replace(taped, moments=(*taped.moments[:at], Moment(at, Changed()), press)))

    assert (went.changed, went.path, went.ending) == (at, ("hall",), None)
