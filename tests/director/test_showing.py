"""A showing: what is felt, calibrated, forecast and cut."""

import pytest

from engine.messages.facts import OptionPressed, SenseFound, SenseLost, ShotBegan, ShotEnded
from engine.messages.orders import Burn, Calibrate, CloseEyes, Cut, Follow, Prepare, Write
from engine.messages.records import Cause, Noticed
from engine.story.conditions import Condition
from engine.story.model import (
    About,
    Choice,
    Intent,
    PickMode,
    Reading,
    Sensing,
    Sign,
    Span,
    Variant,
    Way,
)
from engine.story.units import OptionId, SceneId, Seconds
from tests.director.playing import Playing, mood, watched
from tests.films import (
    CHANCES,
    FEELINGS,
    FELT,
    HOUSE,
    TWO_DOORS,
    VISIT,
    clip,
    end,
    entry,
    film,
    forks,
    option,
    pick,
    scene,
    to,
)


def test_what_was_felt_over_a_scene_leads_on():
    """`felt.x` is judged over the whole last scene, at its end."""
    smiled = watched(FELT)
    smiled.face = {Reading.SMILE: 2.0}

    assert smiled.to_the_end().ending == "Joy"
    assert watched(FELT).to_the_end().ending == "Rest"
    assert Playing(FELT).to_the_end().ending == "Rest"


def test_a_short_scene_does_not_renew_what_was_felt():
    """Under four seconds there is too little to go by."""
    told = film(
        scene("long", to("short")),
        scene("short", forks(("joy", "felt.smiling"), ("rest", None))),
        scene("joy", end("Joy")),
        scene("rest", end("Rest")),
        lengths={"long": 10, "short": 3},
        feelings=FEELINGS,
        sensing=Sensing(uses=(Way.FACE,)),
    )
    playing = watched(told)
    playing.face = {Reading.SMILE: 2.0}
    playing.until_scene("short")
    playing.face = {}

    assert playing.to_the_end().ending == "Joy"


def test_what_follows_is_ordered_anew_when_what_is_felt_changes():
    """The clip that will be needed is made ready while there is time."""
    playing = watched(FELT)
    playing.roll(2)
    assert playing.of(Follow)[-1].shot.scene == "rest"
    playing.face = {Reading.SMILE: 3.0}
    playing.roll(7)

    assert playing.of(Follow)[-1].shot.scene == "joy"
    assert [shot.scene for shot in playing.of(Prepare)[-1].shots] == ["joy"]


def test_an_arc_hears_the_valence_of_the_last_scene():
    """What was felt so far bends what is picked."""
    told = film(
        scene("start", pick(entry("sad"), entry("glad"), mode=PickMode.ARC)),
        scene("sad", end("Sad"), intend=Intent(valence=-1)),
        scene("glad", end("Glad"), intend=Intent(valence=1)),
        about=About(minutes=(0.8, 0.8), arc=(-1.0, 1.0)),
        feelings=FEELINGS,
        sensing=Sensing(uses=(Way.FACE,)),
    )
    gloomy, merry = watched(told), watched(told)
    gloomy.face, merry.face = {Reading.VALENCE: -2.0}, {Reading.VALENCE: 2.0}

    assert gloomy.to_the_end().ending == "Glad"
    assert merry.to_the_end().ending == "Sad"


def calm(**kwargs):
    return film(
        scene("calm", to("over")),
        scene("over", end("Over")),
        sensing=Sensing(uses=(Way.FACE,), **kwargs),
    )


def test_a_baseline_is_taken_where_the_author_says():
    """Calm footage tells how this viewer looks when nothing happens."""
    told = calm(baseline_scene=SceneId("calm"), baseline=Span(Seconds(3), Seconds(12)))
    playing = watched(told)
    playing.roll(2)
    assert not playing.of(Calibrate)
    playing.until_order(Calibrate)
    assert playing.stage.position == 3
    playing.until_order(Calibrate)

    assert playing.stage.position == 12
    assert playing.of(Calibrate) == [Calibrate(on=True), Calibrate(on=False)]


def test_a_baseline_ends_with_its_scene_at_the_latest():
    """What comes next is no calm footage."""
    playing = watched(calm(baseline_scene=SceneId("calm")))
    playing.until_scene("over")

    assert playing.of(Calibrate) == [Calibrate(on=True), Calibrate(on=False)]


def test_nobodys_baseline_is_taken_without_a_camera():
    """Nothing is asked of eyes that are shut."""
    playing = Playing(calm(baseline_scene=SceneId("calm")))
    playing.to_the_end()

    assert not playing.of(Calibrate)


def test_the_camera_shuts_when_the_film_ends():
    """The end card needs no face."""
    playing = watched(HOUSE)
    playing.to_the_end()

    assert playing.of(CloseEyes) == [CloseEyes()]


def test_the_flame_answers_a_smile_and_a_hand():
    """The sign of being seen belongs in the picture."""
    playing = watched(HOUSE).until_scene("door")
    smiling = playing.hear(mood(playing.stage.now, smile=1.6, joy=1.0))
    assert [(one.height, one.gold, one.seen) for one in smiling] == [(1.0, 1.0, True)]
    playing.hear(mood(playing.stage.now))
    playing.face = None
    playing.roll(14)
    leaps = [order for order in playing.press("Look away") if isinstance(order, Burn)]

    assert [burn.height for burn in leaps] == [-0.9]
    calmed = [order for order in playing.roll(2) if isinstance(order, Burn)]
    assert [burn.height for burn in calmed] == [0.0]


def test_a_film_without_a_sign_lights_no_flame():
    """`sign: none`."""
    told = film(scene("a", end("x")), sensing=Sensing(sign=Sign.NONE))
    playing = Playing(told)
    playing.to_the_end()

    assert not playing.of(Burn)


def test_readings_of_who_did_not_consent_are_not_heard():
    """Whatever the senses say, the film asked first."""
    playing = Playing(HOUSE)

    assert playing.hear(mood(1.0, smile=3.0)) == ()


def test_a_shot_that_is_already_replaced_is_ignored_while_a_cut_is_on_its_way():
    """The stage swapped a moment before it was told to cut: the cut is what counts."""
    told = film(
        scene("hall", Choice(options=(option("Left", "left"),), lasts=Seconds(30))),
        scene("left", end("Left")),
    )
    playing = Playing(told)
    playing.roll(30)
    shot = playing.director.shot
    playing.director.hear(OptionPressed(OptionId("Left")))

    assert playing.hear(ShotEnded(shot)) == ()
    assert playing.press("Left") == ()


def test_a_swap_that_crossed_an_answer_is_what_was_shown():
    """What is on the screen is the truth: the ledger tells what was seen."""
    playing = Playing(TWO_DOORS)
    playing.roll(20)
    default = playing.of(Follow)[-1].shot
    playing.press("Right")
    playing.hear(ShotBegan(default, Seconds(24)))

    assert playing.director.scene == "garden"
    assert playing.turns[-1].cause is Cause.TIME


def test_a_visit_is_shown_and_left_again():
    """Shot by shot, with the reasons of the story."""
    assert Playing(VISIT).to_the_end().path == ("shore", "memory", "deeper", "house")


@pytest.mark.parametrize("seed", range(8))
def test_a_film_that_picks_shows_what_it_made_ready(seed):
    """Chance is drawn by place and visit, so the forecast is the film."""
    playing = Playing(CHANCES, seed=seed)
    card = playing.to_the_end()

    again = Playing(CHANCES, seed=seed).to_the_end()
    assert card.path == again.path
    assert card.path.count("landing") == 4
    assert card.path.count("dream") <= 1


def test_a_variant_follows_the_camera_that_is_there():
    """`can(face)` is judged when the next scene is entered, not when the film began."""
    seen = Variant(clip=clip("seen.mp4"), when=Condition("can(face)"))
    told = film(
        scene("a", to("b")),
        scene("b", end("B"), play=(seen, Variant(clip=clip("unseen.mp4")))),
        sensing=Sensing(uses=(Way.FACE,)),
    )
    playing = watched(told)
    playing.roll(2)
    assert playing.of(Follow)[-1].shot.file == "seen.mp4"
    lost = playing.hear(SenseLost(Way.FACE, "Unplugged."))
    found = playing.hear(SenseFound(Way.FACE))

    assert [order.shot.file for order in lost if isinstance(order, Follow)] == ["unseen.mp4"]
    assert [order.shot.file for order in found if isinstance(order, Follow)] == ["seen.mp4"]


def test_a_film_that_ends_before_it_shows_anything_is_over_at_once():
    """A crossroads straight to an ending: nothing to cut to."""
    told = film(scene("a", end("Nothing"), play=None))

    assert Playing(told).to_the_end().ending == "Nothing"


def test_an_unknown_shot_is_not_of_this_film():
    """A stage that reports nonsense is not believed."""
    playing = Playing(TWO_DOORS)
    playing.roll(1)
    cuts = len(playing.of(Cut))
    playing.hear(ShotBegan(playing.director.shot, Seconds(24)))

    assert len(playing.of(Cut)) == cuts
    assert playing.director.scene == "hall"


def test_what_went_wrong_in_a_condition_is_written_down_once():
    """Looking ahead a hundred times writes nothing; taking the way does."""
    told = film(
        scene("a", forks(("b", "1 / 0 > 1"), ("b", None))),
        scene("b", end("B")),
        feelings=FEELINGS,
    )
    playing = Playing(told)
    playing.to_the_end()

    notes = [one.record for one in playing.of(Write) if isinstance(one.record, Noticed)]
    assert [note.code for note in notes] == ["when"]
