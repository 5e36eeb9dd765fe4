"""An exhibition notices when the room is empty, and does not throw out who watches quietly."""

from dataclasses import dataclass

import pytest

from engine.house.presence import Presence, PresenceSettings
from engine.messages.facts import (
    HandSeen,
    MoodRead,
    StopAsked,
    TurnJudged,
    ViewersLeft,
    WarningAnswered,
)
from engine.messages.orders import (
    AskConsent,
    AskIfSo,
    AskWarning,
    Cut,
    Freeze,
    OpenEyes,
    Question,
    Rest,
    ShowEnding,
    Thaw,
    Write,
)
from engine.messages.records import Cause, Judgement, Turn
from engine.messages.shots import Shot, Source
from engine.story.units import SceneId, Seconds

SHOT = Shot(scene=SceneId("door"), visit=1, source=Source.SLATE, length=Seconds(9.0))
SILENCE = Write(Turn(scene=SceneId("door"), to=SceneId("cold"), cause=Cause.TIME))
PRESS = Write(Turn(scene=SceneId("door"), to=SceneId("cold"), cause=Cause.BUTTONS))
ENDING = ShowEnding(ending="Dawn", path=(), turns=(), untaken=())


@dataclass
class Watch:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def face(faces):
    return MoodRead(at=Seconds(0.0), readings={}, confidence={}, faces=faces, calibrated=False)


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def presence(watch):
    return Presence(PresenceSettings(idle=60.0, end_card=20.0), watch)


def test_a_consent_card_nobody_answers_goes_away(presence, watch):
    """The next visitor finds the attract picture."""
    presence.obey(AskConsent(None))
    watch.now = 61.0

    assert presence.facts() == (ViewersLeft(),)
    assert presence.facts() == ()


def test_a_warning_nobody_answers_goes_away(presence, watch):
    """Whoever left before it is not waited for."""
    presence.obey(Cut(SHOT))
    presence.obey(AskWarning(SceneId("storm"), ("storm",)))
    watch.now = 61.0

    assert presence.facts() == (ViewersLeft(),)


def test_who_answers_a_warning_is_there(presence, watch):
    """A hand on a card is a sign of life."""
    presence.obey(AskWarning(SceneId("storm"), ("storm",)))
    watch.now = 50.0
    presence.overhear(WarningAnswered(go_on=True))
    watch.now = 100.0

    assert presence.facts() == ()


def test_who_watches_without_touching_is_not_thrown_out(presence, watch):
    """A film without a camera is the same film."""
    presence.obey(Cut(SHOT))
    presence.obey(SILENCE)
    watch.now = 500.0

    assert presence.facts() == ()


def test_two_decisions_without_an_answer_mean_an_empty_room(presence, watch):
    """When there is no camera to tell."""
    for order in (Cut(SHOT), SILENCE, SILENCE):
        presence.obey(order)
    watch.now = 61.0

    assert presence.facts() == (ViewersLeft(),)


def test_an_answer_starts_the_count_anew(presence, watch):
    """Somebody is there after all."""
    for order in (Cut(SHOT), SILENCE, PRESS, SILENCE):
        presence.obey(order)
    watch.now = 61.0

    assert presence.facts() == ()


def test_with_a_camera_a_face_is_presence_and_none_is_absence(presence, watch):
    """Nobody in view and no hand for as long as the house waits."""
    presence.obey(Cut(SHOT))
    presence.obey(OpenEyes())
    watch.now = 50.0
    presence.overhear(face(1))
    watch.now = 100.0
    presence.overhear(face(0))

    assert presence.facts() == ()
    watch.now = 111.0
    assert presence.facts() == (ViewersLeft(),)


def test_a_hand_counts_where_the_camera_sees_nobody(presence, watch):
    """Somebody short, or in the dark."""
    presence.obey(Cut(SHOT))
    presence.obey(OpenEyes())
    watch.now = 59.0
    presence.overhear(HandSeen())
    watch.now = 100.0

    assert presence.facts() == ()


def test_a_pause_somebody_walked_away_from_ends(presence, watch):
    """And one that is over does not."""
    presence.obey(Cut(SHOT))
    presence.obey(Freeze())
    watch.now = 30.0
    assert presence.facts() == ()

    presence.obey(Thaw())
    watch.now = 100.0
    assert presence.facts() == ()

    presence.obey(Freeze())
    assert presence.facts() == (ViewersLeft(),)


def test_the_end_card_makes_room_after_its_time(presence, watch):
    """Back to attract, though nobody touches anything."""
    presence.obey(Cut(SHOT))
    presence.obey(ENDING)
    watch.now = 19.0
    assert presence.facts() == ()
    watch.now = 20.0

    assert presence.facts() == (StopAsked(),)
    assert presence.facts() == ()


def test_a_question_on_the_end_card_does_not_make_it_longer(presence, watch):
    """The next visitor is waiting; who is asked answers within the card's own time, or not."""
    presence.obey(Cut(SHOT))
    presence.obey(ENDING)
    watch.now = 15.0
    presence.obey(AskIfSo(Question(SILENCE.record, 1, 2)))
    presence.overhear(TurnJudged(1, Judgement.YES))
    presence.overhear(HandSeen())
    presence.obey(AskIfSo(Question(SILENCE.record, 2, 2)))
    watch.now = 20.0

    assert presence.facts() == (StopAsked(),)


def test_an_attract_picture_may_stand_all_night(presence, watch):
    """Nobody is sent away from a film that is not on."""
    presence.obey(Cut(SHOT))
    presence.obey(Rest())
    watch.now = 9999.0

    assert presence.facts() == ()
