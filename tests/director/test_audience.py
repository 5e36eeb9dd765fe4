"""Simulated viewers: each does what its habits say, and nothing else."""

from random import Random

import pytest

from engine.director.audience import HABITS, Kind, Viewer, faces_of
from engine.director.felt import strength
from engine.messages.facts import (
    ConsentAnswered,
    MoodRead,
    OptionPressed,
    PhonesJoined,
    SenseFound,
    Voted,
    WarningAnswered,
    WordsRead,
)
from engine.messages.orders import (
    Ask,
    AskConsent,
    AskWarning,
    CardOption,
    CloseCard,
    CloseEyes,
    Listen,
    OpenEyes,
    Phrases,
    Unclear,
    Watch,
    Write,
)
from engine.messages.records import Entered
from engine.story.model import Reading, Way
from tests.films import HOUSE, SMILING, TWO_DOORS

OPTIONS = (CardOption("Left", "Left"), CardOption("Right", "Right"))
PHRASES = (Phrases("Left", "Left", ("left",)), Phrases("Right", "Right", ()))


class Evening:
    """A viewer, and a clock that a test moves."""

    def __init__(self, kind, seed=1, film=HOUSE):
        self.now = 0.0
        self.viewer = Viewer(HABITS[kind], faces_of(film.story), Random(seed), lambda: self.now)

    def asks(self, *ways, closes=9.0):
        self.viewer.obey(
            Ask(scene="hall", ask=None, options=OPTIONS, ways=frozenset(ways), opened=0.0,
                closes=closes)
        )  # fmt: skip
        if Way.TEXT in ways:
            self.viewer.obey(Listen(PHRASES, sentiment=True))

    def until(self, end, step=0.5):
        """Everything the viewer does until then."""
        done = []
        while self.now < end:
            self.now += step
            done += self.viewer.facts()
        return done


def did(kind, *ways, seeds=60):
    """What many viewers of a kind do about one card."""
    done = []
    for seed in range(seeds):
        evening = Evening(kind, seed)
        evening.asks(*ways)
        done += evening.until(9.0)
    return done


@pytest.mark.parametrize("kind", [Kind.SILENT, Kind.EXPRESSIVE])
def test_who_answers_with_nothing_but_a_face_touches_nothing(kind):
    """Silence is an answer, and so is a look."""
    assert not [one for one in did(kind, Way.BUTTONS, Way.TEXT) if not isinstance(one, MoodRead)]


def test_who_presses_presses_every_option_sooner_or_later():
    """At any moment of the card."""
    pressed = [one for one in did(Kind.PRESSING, Way.BUTTONS) if isinstance(one, OptionPressed)]

    assert {one.option for one in pressed} == {"Left", "Right"}
    assert 40 < len(pressed) < 60


def test_who_types_says_labels_phrases_moods_and_what_nobody_understands():
    """Each way of being understood is rehearsed."""
    said = [one for one in did(Kind.TALKING, Way.TEXT) if isinstance(one, WordsRead)]

    assert {one.method for one in said} == {"label", "phrase", "sentiment", "none"}
    assert all(one.clear == (one.method != "none") for one in said)
    assert {one.option for one in said if one.method == "phrase"} == {"Left"}
    assert any(one.sentiment < -0.5 for one in said)
    assert any(one.sentiment > 0.5 for one in said)


def test_who_was_not_understood_tries_again():
    """The card stays open for them."""
    evening = Evening(Kind.TALKING)
    evening.asks(Way.TEXT, closes=None)
    evening.until(12.5)
    evening.viewer.obey(Unclear())

    assert [one for one in evening.until(25.0) if not isinstance(one, MoodRead)]


def test_phones_join_before_the_film_and_each_votes():
    """A room of three."""
    evening = Evening(Kind.VOTING, seed=3)

    assert evening.viewer.facts() == (PhonesJoined(("one", "two", "three")),)
    evening.asks(Way.VOTE, Way.BUTTONS, closes=100.0)
    voted = [one for one in evening.until(120.0) if isinstance(one, Voted)]
    assert {one.voice for one in voted} == {"one", "two", "three"}


@pytest.mark.parametrize(
    ("kind", "answers"),
    [(Kind.SILENT, {True}), (Kind.REFUSING, {False}), (Kind.PRESSING, {True, False})],
)
def test_each_answers_about_the_camera_in_their_own_way(kind, answers):
    """Yes, no, or either."""
    said = set()
    for seed in range(20):
        evening = Evening(kind, seed)
        evening.viewer.obey(AskConsent(why=None))
        said |= {one.yes for one in evening.viewer.facts() if isinstance(one, ConsentAnswered)}

    assert said == answers


def test_a_face_is_seen_exactly_while_the_eyes_are_open():
    """Nobody is looked at before or after."""
    evening = Evening(Kind.SILENT)

    assert evening.until(1.0) == []
    evening.viewer.obey(OpenEyes())
    seen = evening.until(3.0)
    evening.viewer.obey(CloseEyes())
    assert seen[0] == SenseFound(Way.FACE)
    assert sum(isinstance(one, MoodRead) for one in seen) == 4
    assert evening.until(5.0) == []


def test_an_ordinary_face_stays_ordinary_and_a_moving_one_does_not():
    """Nothing the film asks about is on a face that only watches."""

    def farthest(kind):
        evening = Evening(kind)
        evening.viewer.obey(OpenEyes())
        moods = [one for one in evening.until(300.0) if isinstance(one, MoodRead)]
        return max(abs(one.readings[Reading.SMILE]) for one in moods)

    assert farthest(Kind.SILENT) < 0.3
    assert farthest(Kind.EXPRESSIVE) > 0.5


def test_an_expressive_viewer_comes_to_show_every_feeling_of_the_film():
    """A new scene, a new face."""
    evening = Evening(Kind.EXPRESSIVE)
    evening.viewer.obey(OpenEyes())
    shown = set()
    for visit in range(1, 40):
        evening.viewer.obey(Write(Entered(scene="door", visit=visit, at=0.0)))
        mood = [one for one in evening.until(evening.now + 2) if isinstance(one, MoodRead)][-1]
        shown |= {
            name
            for name, feel in HOUSE.story.feelings.items()
            if strength(feel, lambda one, mood=mood: mood.readings[one.reading]) > 0
        }

    assert shown == set(HOUSE.story.feelings)


def test_what_was_meant_for_one_scene_is_not_done_in_the_next():
    """The hand comes down."""
    evening = Evening(Kind.PRESSING)
    evening.asks(Way.BUTTONS, closes=100.0)
    evening.viewer.obey(Write(Entered(scene="next", visit=1, at=0.0)))

    assert evening.until(120.0) == []


def test_a_card_that_was_taken_away_is_not_answered():
    """Nor one that was answered already."""
    evening = Evening(Kind.PRESSING)
    evening.asks(Way.BUTTONS, closes=100.0)
    evening.viewer.obey(CloseCard())

    assert evening.until(120.0) == []


def test_some_press_while_their_face_is_being_read():
    """What a hand does outranks it; that is rehearsed too."""
    pressed = 0
    for seed in range(40):
        evening = Evening(Kind.PRESSING, seed)
        evening.viewer.obey(Watch(options=OPTIONS, hints=True, until=6.0))
        pressed += bool(evening.until(7.0))

    assert 8 < pressed < 32


def test_a_warning_is_read_and_the_film_goes_on():
    """What lies behind it is rehearsed as well."""
    evening = Evening(Kind.SILENT)
    evening.viewer.obey(AskWarning("storm", ("storms",)))

    assert evening.viewer.facts() == (WarningAnswered(go_on=True),)


def test_a_film_has_a_face_for_every_feeling_it_asks_about():
    """Named at the top, or written in an option; and an ordinary one."""
    assert len(faces_of(TWO_DOORS.story)) == 1
    faces = faces_of(HOUSE.story)
    assert len(faces) == 3
    assert any(strength(SMILING, lambda one, face=face: face[one.reading]) > 0 for face in faces)
