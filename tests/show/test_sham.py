"""Another viewer's tape answers; who sits there may pause, ask why and leave, and is not fooled
about the camera."""

from functools import partial

import pytest

from engine.house.tape.lines import FORMAT, Head
from engine.house.tape.reading import viewings
from engine.house.tape.tape import Tape
from engine.messages.facts import (
    ConsentAnswered,
    HandSeen,
    PauseAsked,
    ResumeAsked,
    SenseLost,
    ShotBegan,
    StopAsked,
    TurnJudged,
    WhyAsked,
)
from engine.messages.orders import (
    Ask,
    AskIfSo,
    Cut,
    Freeze,
    OpenEyes,
    Rest,
    SaveViewing,
    ShowWhy,
    Thaw,
    Write,
)
from engine.messages.records import Began, Judged, Judgement, Noticed, Turn
from engine.messages.shots import Shot, Source
from engine.show.sham import LEAD, Yoke, began_of, consents
from engine.show.taped import Recording
from engine.story.model import Way
from engine.story.units import Seconds
from tests.director.playing import EVERY_WAY, Playing, began_viewing
from tests.director.test_judging import rooms
from tests.films import HOUSE, TWO_DOORS

HEAD = Head(format=FORMAT, engine="1", film="f", version="1", language="en", clips={})


class Led(Playing):
    """An evening with something before its director: a tape that is made, or one that answers."""

    def __init__(self, film, led, began, *, step=0.25):
        super().__init__(film, begin=False, step=step)
        self.hearer = led(self.director)
        self.hear(began)

    def hear(self, fact):
        orders = self.hearer.hear(fact)
        self.orders += orders
        for order in orders:
            self.stage.obey(order)
        return orders


def yoked_to(taped, film, *, step=0.25) -> Led:
    return Led(film, lambda director: Yoke(director, taped), began_of(taped), step=step)


def taped(tmp_path, film, lived, **began):
    """The tape of an evening in which this was lived."""
    path = tmp_path / "evening.kino"
    tape = Tape(path, HEAD)
    playing = Led(film, partial(Recording, tape=tape), began_viewing(**began))
    lived(playing)
    playing.to_the_end()
    tape.close()
    (one,) = viewings(path)
    return one


def presses(label, at):
    def lived(playing):
        playing.roll(at)
        playing.press(label)

    return lived


def smiles(playing):
    playing.hear(ConsentAnswered(yes=True))
    playing.face = {"smile": 2.0}


@pytest.fixture
def right(tmp_path):
    """A tape on which the right door was taken, twenty seconds into the hall."""
    return taped(tmp_path, TWO_DOORS, presses("Right", 20.0))


def test_the_tape_answers_and_not_the_one_who_sits_there(right):
    """Hands, words and faces are not heard; the film is the tape's."""
    yoked = yoked_to(right, TWO_DOORS)

    for _ in range(80):
        yoked.hear(HandSeen())
        yoked.press("Left")
        yoked.hear(SenseLost(Way.TEXT, "It is gone."))
        yoked.tick()

    ending = yoked.to_the_end()
    records = [record for moment in right.moments for _, record in moment.records]
    assert ending.ending == "Lost"
    assert ending.turns == tuple(one for one in records if isinstance(one, Turn))


def test_the_log_says_that_it_was_a_sham(right):
    """Whoever counts audiences can leave it out."""
    yoked = yoked_to(right, TWO_DOORS)
    yoked.to_the_end()

    assert [one.record.sham for one in yoked.of(Write) if isinstance(one.record, Began)] == [True]


@pytest.mark.parametrize("step", [0.05, 0.25, 0.7])
def test_a_card_closes_when_the_screen_says_it_will(right, step):
    """The tape's clock is not the house's; what is drawn goes by the house's."""
    yoked = yoked_to(right, TWO_DOORS, step=step)
    late = Seconds(100.0)
    yoked.stage.now = late
    yoked.to_the_end()

    (card,) = yoked.of(Ask)
    assert card.closes - card.opened == pytest.approx(9.0)
    assert card.opened == pytest.approx(late + 15.0, abs=LEAD + 2 * step)


def test_who_sits_there_may_stop_for_a_while_and_ask_why(right):
    """Nothing of the tape is lost meanwhile."""
    yoked = yoked_to(right, TWO_DOORS)
    yoked.roll(5)

    assert Freeze() in yoked.hear(PauseAsked())
    yoked.roll(30)
    assert Thaw() in yoked.hear(ResumeAsked())
    yoked.roll(12)
    assert any(isinstance(one, ShowWhy) for one in yoked.hear(WhyAsked()))
    yoked.hear(WhyAsked())

    assert yoked.to_the_end().ending == "Lost"


def test_who_sits_there_may_leave(right):
    """At any moment."""
    yoked = yoked_to(right, TWO_DOORS)
    yoked.roll(5)

    assert Rest() in yoked.hear(StopAsked())


def test_a_pause_on_the_tape_is_none_here(tmp_path):
    """Its viewer answered the door; this one did not."""

    def lived(playing):
        playing.roll(18)
        playing.hear(PauseAsked())
        playing.roll(60)
        playing.hear(ResumeAsked())
        playing.roll(1)
        playing.press("Right")

    yoked = yoked_to(taped(tmp_path, TWO_DOORS, lived), TWO_DOORS)

    assert yoked.to_the_end().ending == "Lost"
    assert not yoked.of(Freeze)
    assert yoked.stage.now < 60


def test_a_sham_leaves_no_saved_place(right):
    """It was not this viewer's evening."""
    yoked = yoked_to(right, TWO_DOORS)
    yoked.to_the_end()
    yoked.hear(StopAsked())

    assert not yoked.of(SaveViewing)


def test_consent_is_asked_as_always_and_the_camera_opens_on_a_yes(tmp_path):
    """The face is looked at and not heard: the film is led by the tape's smile."""
    smiled = taped(tmp_path, HOUSE, smiles, offers=EVERY_WAY)
    yoked = yoked_to(smiled, HOUSE)

    yoked.roll(10)
    assert not yoked.of(OpenEyes)
    assert OpenEyes() in yoked.hear(ConsentAnswered(yes=True))
    yoked.face = {"attention": -2.0}

    assert yoked.to_the_end().ending == "Warm"
    assert consents(smiled)


def test_who_refuses_the_camera_is_not_told_that_they_smiled(tmp_path):
    """Then they lead the film by hand, and the log says that the control is void."""
    yoked = yoked_to(taped(tmp_path, HOUSE, smiles, offers=EVERY_WAY), HOUSE)

    yoked.hear(ConsentAnswered(yes=False))

    assert yoked.to_the_end().ending == "Cold"
    assert not yoked.of(OpenEyes)
    assert [one.record.code for one in yoked.of(Write) if isinstance(one.record, Noticed)] == [
        "sham-void"
    ]


def test_nobody_is_asked_whether_another_viewers_smile_was_so(tmp_path):
    """Not even where the tape's viewer was asked, and answered."""
    story = rooms(1)

    def asked_and_answered(playing):
        smiles(playing)
        playing.to_the_end()
        playing.hear(TurnJudged(1, Judgement.YES))

    smiled = taped(tmp_path, story, asked_and_answered, offers=EVERY_WAY, asks_back=True)
    yoked = yoked_to(smiled, story)
    yoked.hear(ConsentAnswered(yes=True))
    yoked.to_the_end()
    yoked.hear(TurnJudged(1, Judgement.NO))

    told = [record for moment in smiled.moments for _, record in moment.records]
    assert any(isinstance(one, Judged) for one in told)
    assert not yoked.of(AskIfSo)
    assert not [one for one in yoked.of(Write) if isinstance(one.record, Judged)]


def test_a_screen_that_went_astray_is_brought_back_at_once(right):
    """A machine that was so slow that the wrong clip began."""
    yoked = yoked_to(right, TWO_DOORS)
    yoked.roll(23.5)
    strange = Shot(scene="garden", visit=1, source=Source.FILE, length=Seconds(24))

    orders = yoked.hear(ShotBegan(strange, Seconds(24)))

    assert [one.shot.scene for one in orders if isinstance(one, Cut)] == ["cellar"]
