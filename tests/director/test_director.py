"""The director, rehearsed with facts alone: from the first touch to the end card."""

import pytest

from engine.director import Director
from engine.director.phases import Phase
from engine.messages.facts import (
    ConsentAnswered,
    HandSeen,
    MaintenanceAsked,
    PauseAsked,
    ResumeAsked,
    ShotBegan,
    ShotEnded,
    ShotFailed,
    StopAsked,
    ViewerCame,
    ViewersLeft,
    WhyAsked,
)
from engine.messages.orders import (
    CloseEyes,
    Cut,
    Follow,
    Freeze,
    HideWhy,
    Prepare,
    Rest,
    SaveViewing,
    ShowEnding,
    ShowWhy,
    Tell,
    Thaw,
    Write,
)
from engine.messages.records import Began, Ended, Noticed
from engine.story.model import Way
from engine.story.units import Seconds
from tests.director.playing import EVERY_WAY, Playing, began_viewing, watched
from tests.films import HOUSE, READS_FACES, TWO_DOORS, end, film, scene


def test_a_film_plays_from_its_first_scene_to_its_end_card():
    """The whole of the shortest film: begin, ask, answer, cut, end."""
    playing = Playing(TWO_DOORS)

    assert playing.director.phase is Phase.CUTTING
    playing.roll(16)
    assert playing.director.phase is Phase.DECIDING
    playing.press("Right")
    card = playing.to_the_end()

    assert card.ending == "Lost"
    assert card.path == ("hall", "cellar")
    assert [(road.scene, road.knew) for road in card.untaken] == [
        ("garden", "Roses, and an open gate.")
    ]
    assert playing.director.phase is Phase.ENDED


def test_what_a_viewing_began_with_is_written_down_first():
    """The log must be able to replay an evening."""
    first = Playing(TWO_DOORS, seed=7, hour=3.5, language="zh").orders[0]

    assert first == Write(
        Began(film="two-doors", seed=7, hour=3.5, language="zh", ways=(Way.TEXT, Way.BUTTONS))
    )


def test_a_film_with_nothing_to_show_has_nothing_to_make_ready():
    """A crossroads straight to an ending asks all the same."""
    bare = film(scene("a", end("A"), play=None), sensing=READS_FACES)
    playing = Playing(bare, offers=EVERY_WAY)

    assert not playing.of(Prepare)
    playing.hear(ConsentAnswered(yes=False))
    assert playing.to_the_end().ending == "A"


def test_a_second_viewing_cannot_begin_while_one_is_on():
    """Only a resting house begins."""
    playing = Playing(TWO_DOORS)

    assert playing.hear(began_viewing()) == ()


def test_a_touch_in_the_kiosk_is_for_the_house_to_answer():
    """The house knows seed and hour; the director waits for them."""
    director = Director(TWO_DOORS, kiosk=True)

    assert director.phase is Phase.ATTRACT
    assert director.hear(ViewerCame()) == ()


def test_leaving_shuts_the_camera_and_rests():
    """Wherever the film stands, stopping closes the eyes."""
    playing = watched(HOUSE)
    playing.roll(3)
    kept, *orders = playing.hear(StopAsked())

    assert isinstance(kept, SaveViewing)
    assert tuple(orders) == (
        Write(Ended(ending=None, scenes=1, at=Seconds(3.0))),
        CloseEyes(),
        Rest(),
    )
    assert playing.director.phase is Phase.IDLE
    assert playing.director.showing is None
    assert playing.director.shot is None
    assert playing.director.scene is None


def test_leaving_the_end_card_is_not_written_down_as_leaving_the_film():
    """The viewing has its ending already."""
    playing = Playing(TWO_DOORS)
    playing.to_the_end()

    assert playing.hear(StopAsked()) == (CloseEyes(), Rest())


def test_a_kiosk_goes_back_to_its_attract_picture():
    """Nobody is there to choose from a library."""
    playing = Playing(TWO_DOORS, kiosk=True)
    playing.to_the_end()
    playing.hear(StopAsked())

    assert playing.director.phase is Phase.ATTRACT


def test_who_leaves_at_the_consent_card_leaves_no_viewing():
    """The next visitor is asked again."""
    playing = Playing(HOUSE, offers=EVERY_WAY, kiosk=True)
    playing.hear(ViewersLeft())
    answered = playing.hear(ConsentAnswered(yes=True))

    assert answered == ()
    assert playing.director.phase is Phase.ATTRACT


def test_nothing_can_be_stopped_that_is_not_on():
    """Quitting the library is the house's own affair."""
    director = Director(TWO_DOORS)

    for fact in (StopAsked(), ViewersLeft(), PauseAsked(), WhyAsked(), HandSeen()):
        assert director.hear(fact) == ()


def test_a_pause_freezes_and_goes_on_where_it_stood():
    """A pause in an open decision comes back to the open decision."""
    playing = Playing(TWO_DOORS)
    playing.roll(16)

    freeze, kept = playing.hear(PauseAsked())
    assert freeze == Freeze()
    assert kept.standing.position == 16.0
    assert playing.director.phase is Phase.PAUSED
    assert playing.press("Right") == ()
    assert playing.hear(PauseAsked()) == ()
    assert playing.hear(ResumeAsked()) == (Thaw(),)
    assert playing.director.phase is Phase.DECIDING
    assert playing.hear(ResumeAsked()) == ()


def test_what_arrives_during_a_pause_is_heard_after_it():
    """A cut that crossed the pause on its way must not be lost."""
    playing = Playing(TWO_DOORS)
    shot = playing.of(Cut)[0].shot
    playing.hear(PauseAsked())

    assert playing.hear(ShotBegan(shot, Seconds(24))) == ()
    resumed = playing.hear(ResumeAsked())

    assert isinstance(resumed[0], Thaw)
    assert any(isinstance(order, Prepare) for order in resumed)
    assert playing.director.scene == "hall"


def test_the_reasons_are_shown_and_put_away_again():
    """Why is asked with the same key twice."""
    playing = Playing(TWO_DOORS)
    playing.roll(16)
    playing.press("Left")
    playing.until_scene("garden")

    shown = playing.hear(WhyAsked())
    assert shown[0] == Freeze()
    assert [turn.label for turn in shown[1].turns] == ["Left"]
    assert playing.director.phase is Phase.WHY
    assert playing.hear(WhyAsked()) == (HideWhy(), Thaw())
    assert playing.director.phase is Phase.PLAYING


def test_reasons_read_in_a_pause_lead_back_to_the_pause():
    """The film must not start to roll behind the pause card."""
    playing = Playing(TWO_DOORS)
    playing.roll(2)
    playing.hear(PauseAsked())

    assert isinstance(playing.hear(WhyAsked())[0], ShowWhy)
    assert playing.hear(ResumeAsked()) == ()
    assert playing.hear(WhyAsked()) == (HideWhy(),)
    assert playing.director.phase is Phase.PAUSED
    assert playing.hear(ResumeAsked()) == (Thaw(),)


def test_no_reasons_are_asked_of_an_end_card():
    """It shows them already."""
    playing = Playing(TWO_DOORS)
    playing.to_the_end()

    assert playing.hear(WhyAsked()) == ()


@pytest.mark.parametrize("kiosk", [True, False])
def test_maintenance_ends_the_film_and_comes_back_to_rest(kiosk):
    """The operator's chord works from everywhere and forgets the viewers."""
    playing = watched(HOUSE, kiosk=kiosk)
    playing.roll(3)
    orders = playing.hear(MaintenanceAsked())

    assert orders[-2:] == (CloseEyes(), Rest())
    assert playing.director.phase is Phase.MAINTENANCE
    assert playing.hear(StopAsked()) == ()
    assert playing.hear(ViewersLeft()) == ()
    playing.hear(MaintenanceAsked())
    assert playing.director.phase is (Phase.ATTRACT if kiosk else Phase.IDLE)


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("The file is cut off.", "hall.mp4: The file is cut off."),
        ("hall.mp4 is empty.", "hall.mp4 is empty."),
    ],
)
def test_a_clip_that_fails_is_written_down_and_the_film_goes_on(fault, says):
    """A broken file is never a black screen; it is named once."""
    playing = Playing(TWO_DOORS)
    playing.roll(1)
    failed = playing.hear(ShotFailed(playing.director.shot, fault))

    assert failed == (
        Write(Noticed(code="clip-failed", says=says, at=Seconds(1.0))),
        Tell("clip_failed"),
    )
    assert playing.to_the_end().ending == "Free"


def test_a_late_report_about_another_shot_is_ignored():
    """A report from the stage about what is no longer shown cannot turn the film."""
    playing = Playing(TWO_DOORS)
    playing.roll(16)
    playing.press("Right")
    other = playing.of(Prepare)[0].shots[0]

    assert playing.hear(ShotEnded(other)) == ()
    playing.until_scene("cellar")
    assert playing.hear(ShotBegan(other, Seconds(24))) == ()
    assert playing.to_the_end().ending == "Lost"


def test_an_end_card_hears_nothing_more_of_the_film():
    """What was still on its way when the film ended changes nothing."""
    playing = Playing(TWO_DOORS).until_order(Follow)
    shot = playing.of(Follow)[0].shot
    playing.to_the_end()

    assert playing.hear(ShotBegan(shot, Seconds(1))) == ()
    assert playing.hear(ShotEnded(shot)) == ()
    assert playing.press("Left") == ()
    assert len(playing.of(ShowEnding)) == 1


def test_a_film_may_begin_elsewhere_with_its_variables_set():
    """`play --from --set` begins in the middle."""
    playing = Playing(HOUSE, start="door", given={"trust": 2.0, "unknown": 1.0})
    playing.roll(14)
    playing.press("Smile")
    playing.to_the_end()

    assert playing.of(ShowEnding)[0].path == ("door", "warm")
    assert playing.variables["trust"] == 3.0


def test_a_beginning_that_is_no_scene_is_the_films_own():
    """A misspelt scene from the command line must not leave the screen black."""
    playing = Playing(HOUSE, start="nowhere")

    assert playing.of(Cut)[0].shot.scene == "arrival"
