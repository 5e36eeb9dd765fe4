"""The director and the camera: asked for, refused, taken back, lost and found."""

from engine.director.phases import Phase
from engine.messages.facts import (
    ConsentAnswered,
    PauseAsked,
    ResumeAsked,
    SenseFound,
    SenseLost,
)
from engine.messages.orders import (
    AskConsent,
    CloseEyes,
    Cut,
    OpenEyes,
    Prepare,
    Tell,
    Unwatch,
    Watch,
    Write,
)
from engine.messages.records import Noticed
from engine.story.model import Way
from engine.story.units import Seconds
from tests.director.playing import EVERY_WAY, HANDS, Playing, watched
from tests.films import HOUSE, TWO_DOORS


def test_no_camera_opens_before_a_yes():
    """Consent is a precondition of opening the eyes, not a courtesy."""
    playing = Playing(HOUSE, offers=EVERY_WAY)

    assert playing.orders[0] == AskConsent("The lamp burns with whoever watches it.")
    assert playing.director.phase is Phase.CONSENT
    assert isinstance(playing.hear(ConsentAnswered(yes=True))[0], OpenEyes)
    assert playing.director.phase is Phase.CUTTING


def test_the_first_shot_is_made_ready_while_the_card_is_read():
    """After the answer the film begins, without a black moment."""
    playing = Playing(HOUSE, offers=EVERY_WAY)
    ready = [shot for order in playing.of(Prepare) for shot in order.shots]
    playing.hear(ConsentAnswered(yes=True))

    assert [order.shot for order in playing.of(Cut)] == ready


def test_who_says_no_sees_the_whole_film_without_a_face():
    """A refusal costs nothing but the reading."""
    playing = Playing(HOUSE, offers=EVERY_WAY)
    playing.hear(ConsentAnswered(yes=False))
    card = playing.to_the_end()

    assert card.ending == "Cold"
    assert not playing.of(OpenEyes)
    assert playing.turns[-1].unsure[0] == "face: refused"


def test_who_takes_the_yes_back_is_watched_no_more_and_sees_the_whole_film():
    """In the middle of the film, as if it had never been given."""
    playing = watched(HOUSE)
    playing.until_order(Watch)
    orders = playing.hear(ConsentAnswered(yes=False))
    playing.face = None

    assert CloseEyes() in orders
    assert Unwatch() in orders
    assert playing.to_the_end().ending == "Cold"
    assert "face: refused" in playing.turns[-1].unsure
    assert len(playing.of(OpenEyes)) == 1


def test_a_yes_taken_back_while_the_film_stands_counts_at_once():
    """The camera's light goes out and that is told, once, not when the film goes on."""
    playing = watched(HOUSE)
    playing.until_order(Watch)
    playing.hear(PauseAsked())

    assert playing.hear(ConsentAnswered(yes=False)) == (CloseEyes(), Tell("camera_off"))
    assert Unwatch() in playing.hear(ResumeAsked())
    assert playing.of(Tell) == [Tell("camera_off")]
    assert playing.hear(ConsentAnswered(yes=True)) == ()


def test_a_yes_that_was_never_given_cannot_be_taken_back():
    """Who refused has refused; who was not asked keeps the film's own reason."""
    playing = Playing(HOUSE, offers=HANDS)
    playing.hear(ConsentAnswered(yes=False))

    assert not playing.of(CloseEyes)
    playing.to_the_end()
    assert "face: no camera" in playing.turns[-1].unsure


def test_a_film_that_reads_no_faces_never_asks_for_one():
    """The camera is for films that say why."""
    playing = Playing(TWO_DOORS, offers=EVERY_WAY)

    assert not playing.of(AskConsent)


def test_a_machine_without_a_camera_is_not_asked_for_one():
    """There is nothing to consent to."""
    playing = Playing(HOUSE)
    playing.to_the_end()

    assert not playing.of(AskConsent)
    assert playing.turns[-1].unsure[0] == "face: no camera"


def test_an_answer_about_the_camera_that_nobody_asked_for_changes_nothing():
    """A double press on the consent card must not begin two films."""
    playing = Playing(HOUSE, offers=EVERY_WAY)
    playing.hear(ConsentAnswered(yes=True))

    assert playing.hear(ConsentAnswered(yes=True)) == ()


def test_a_lost_camera_is_told_once_and_the_film_goes_on():
    """The hands lead it; nobody is told twice."""
    playing = watched(HOUSE)
    playing.roll(3)
    playing.face = None
    first = playing.hear(SenseLost(Way.FACE, "The camera was unplugged."))
    playing.hear(SenseFound(Way.FACE))
    playing.hear(SenseLost(Way.FACE, "The camera was unplugged."))

    notice = Noticed(code="face-lost", says="The camera was unplugged.", at=Seconds(3.0))
    assert first[0] == Write(notice)
    assert playing.of(Tell).count(Tell("camera_lost")) == 1
    assert playing.to_the_end().ending == "Cold"
    assert playing.turns[-1].unsure[0] == "face: camera lost"


def test_a_camera_that_comes_back_is_told_once_too():
    """A loose plug must not fill the screen with notices."""
    playing = watched(HOUSE)
    playing.roll(1)
    assert Tell("camera_found") not in playing.hear(SenseFound(Way.FACE))
    for _ in range(3):
        playing.hear(SenseLost(Way.FACE, "The camera was unplugged."))
        playing.hear(SenseFound(Way.FACE))

    assert playing.of(Tell) == [Tell("camera_lost"), Tell("camera_found")]


def test_a_camera_lost_that_was_never_open_is_only_written_down():
    """Who refused need not hear about it."""
    playing = Playing(HOUSE, offers=EVERY_WAY)
    playing.hear(ConsentAnswered(yes=False))
    playing.hear(SenseLost(Way.FACE, "It is gone."))

    assert not playing.of(Tell)
