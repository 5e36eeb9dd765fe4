"""The way ahead: what follows, and the card of a warning before it."""

from dataclasses import replace

import pytest

from engine.director.phases import Phase
from engine.messages.facts import (
    LanguageChosen,
    OptionPressed,
    PauseAsked,
    ShotBegan,
    StopAsked,
    ViewersLeft,
    WarningAnswered,
)
from engine.messages.orders import (
    Ask,
    AskWarning,
    Cut,
    Follow,
    HoldFilm,
    Prepare,
    Rest,
    ShowEnding,
    Write,
)
from engine.messages.records import Entered, Measured
from engine.story.film import Film
from engine.story.model import Choice, CutAt, Hold, Keep, Reading, Variant, Way
from engine.story.units import OptionId, SceneId, Seconds
from tests.director.playing import Playing, began_viewing, watched
from tests.films import FELT, READS_FACES, STORMY, clip, end, film, option, scene, state, to

AVOIDS = frozenset({"drowning", "fire"})
ON, STOP = WarningAnswered(go_on=True), WarningAnswered(go_on=False)

STORM = film(
    scene("calm", to("storm")),
    scene("storm", to("after"), warn=("drowning",), sets=("wet = true",)),
    scene("after", end("After")),
    lengths={"calm": 5, "storm": 5, "after": 5},
    state=state(wet=False),
)


def with_warning(told: Film, name: str) -> Film:
    """The same film, with a warning before one of its scenes."""
    scenes = dict(told.story.scenes)
    scenes[SceneId(name)] = replace(scenes[SceneId(name)], warn=("fire",))
    return replace(told, story=replace(told.story, scenes=scenes))


def entered(playing: Playing) -> list[str]:
    records = [one.record for one in playing.of(Write)]
    return [record.scene for record in records if isinstance(record, Entered)]


def warned(told=STORM, **began) -> Playing:
    """An evening that has come to the card of a warning."""
    playing = Playing(told, avoids=AVOIDS, **began)
    return playing.until(lambda: playing.director.phase is Phase.WARNED)


def test_a_warning_without_a_way_around_is_a_card_before_the_scene():
    """Nothing of the scene is shown, entered, counted or set before the viewer said so."""
    playing = warned()

    assert playing.of(AskWarning) == [AskWarning(SceneId("storm"), ("drowning",))]
    assert playing.director.scene == "calm"
    assert entered(playing) == ["calm"]
    assert playing.variables["wet"] is False
    assert playing.director.showing.viewing.visits(SceneId("storm")) == 0


def test_the_last_frame_holds_while_a_warning_is_read():
    """However long it takes; the next clip is ready all the while."""
    playing = warned()
    playing.roll(60)

    assert playing.director.scene == "calm"
    assert playing.director.phase is Phase.WARNED
    assert playing.of(Follow)[-1] == Follow(None)
    assert [shot.scene for shot in playing.of(Prepare)[-1].shots] == ["storm"]


def test_going_on_enters_the_scene():
    """With its visit, its `set`, and everything after it."""
    playing = warned()
    playing.hear(ON)

    assert playing.director.scene == "calm"
    assert playing.director.phase is Phase.CUTTING
    assert playing.to_the_end().path == ("calm", "storm", "after")
    assert playing.variables["wet"] is True


@pytest.mark.parametrize("leaves", [STOP, StopAsked(), ViewersLeft()])
def test_stopping_there_leaves_the_film(leaves):
    """As the viewer's stop does, and as an empty room does."""
    playing = warned()

    assert Rest() in playing.hear(leaves)
    assert playing.director.phase is Phase.IDLE
    assert entered(playing) == ["calm"]


def test_a_kiosk_goes_back_to_its_attract_picture_when_a_visitor_stops_there():
    """The next visitor is asked anew."""
    playing = warned(kiosk=True)
    playing.hear(STOP)

    assert playing.director.phase is Phase.ATTRACT


def test_a_warning_stands_before_the_very_first_scene_too():
    """Before any picture, and after the consent card where there is one."""
    told = film(scene("storm", end("Over"), warn=("drowning",)))
    playing = Playing(told, avoids=AVOIDS)

    assert playing.director.phase is Phase.WARNED
    assert not playing.of(Cut)
    playing.hear(ON)
    assert playing.to_the_end().path == ("storm",)


def test_who_avoids_nothing_is_asked_nothing():
    """The card is for those who asked for it."""
    playing = Playing(STORM)

    assert playing.to_the_end().path == ("calm", "storm", "after")
    assert not playing.of(AskWarning)


def test_a_way_around_is_taken_without_a_card():
    """`skip_to` is the author's own answer."""
    playing = Playing(STORMY, avoids=AVOIDS)

    assert playing.to_the_end().ending == "Dry"
    assert not playing.of(AskWarning)


def test_two_warned_scenes_in_a_row_are_asked_one_after_the_other():
    """Also where the first of them takes no time."""
    told = film(
        scene("calm", to("fire")),
        scene("fire", to("storm"), play=None, warn=("fire",)),
        scene("storm", end("Over"), warn=("drowning",)),
        lengths={"calm": 5},
    )
    playing = warned(told)
    playing.hear(ON)

    assert [one.scene for one in playing.of(AskWarning)] == ["fire", "storm"]
    assert playing.director.phase is Phase.WARNED
    playing.hear(ON)
    assert playing.to_the_end().path == ("calm", "fire", "storm")


def test_an_ending_may_be_warned_of():
    """A scene without a clip that ends the film is entered as any other."""
    told = film(
        scene("calm", to("over")),
        scene("over", end("Over"), play=None, warn=("fire",)),
        lengths={"calm": 5},
    )
    playing = warned(told)

    assert not playing.of(ShowEnding)
    playing.hear(ON)
    assert playing.of(ShowEnding)[-1].ending == "Over"
    assert playing.director.phase is Phase.ENDED


def crossing(**choice) -> Playing:
    told = film(
        scene(
            "shore",
            Choice(options=(option("Sail", "storm", sets=("wet = true",)), option("Stay", "home")),
                   **choice),
        ),
        scene("storm", end("Over"), warn=("drowning",)),
        scene("home", end("Home")),
        lengths={"shore": 20},
        state=state(wet=False),
    )  # fmt: skip
    return Playing(told, avoids=AVOIDS)


def test_an_answer_that_leads_there_is_asked_at_the_cut():
    """What was chosen is acknowledged at once; its `set` waits for the viewer's word too."""
    playing = crossing()
    playing.until_order(Ask)
    playing.hear(OptionPressed(OptionId("Sail")))
    playing.roll(2)
    assert playing.director.phase is Phase.DECIDING
    playing.until(lambda: playing.director.phase is Phase.WARNED)

    assert playing.stage.position == 20
    assert playing.variables["wet"] is False
    playing.hear(ON)
    assert playing.to_the_end().ending == "Over"
    assert playing.variables["wet"] is True


def test_an_answer_that_cuts_now_holds_the_film_where_it_is():
    """It neither rolls on behind the card nor goes where silence would have led."""
    playing = crossing(cut=CutAt.NOW)
    playing.until_order(Ask)
    orders = playing.hear(OptionPressed(OptionId("Sail")))
    held = playing.stage.position
    playing.roll(60)

    assert HoldFilm(Hold.FREEZE) in orders
    assert playing.director.phase is Phase.WARNED
    assert playing.stage.position == held
    playing.hear(ON)
    assert playing.to_the_end().ending == "Over"


def test_a_shot_that_began_while_the_card_came_up_changes_nothing():
    """The stage may be a tick late with what it was told to play before."""
    playing = crossing(cut=CutAt.NOW)
    playing.until_order(Ask)
    home = next(shot for shot in playing.of(Prepare)[-1].shots if shot.scene == "home")
    playing.hear(OptionPressed(OptionId("Sail")))
    playing.hear(ShotBegan(home, Seconds(24)))

    assert playing.director.phase is Phase.WARNED
    assert entered(playing) == ["shore"]


def test_a_clip_that_loops_leads_to_its_warning_after_one_round():
    """A loop without a decision would otherwise never come to it."""
    told = film(
        scene("sea", to("storm"), play=(Variant(clip=clip("sea.mp4", loop=True)),)),
        scene("storm", end("Over"), warn=("drowning",)),
        lengths={"sea": 6},
    )
    playing = warned(told)

    assert playing.stage.now < 7
    playing.hear(ON)
    assert playing.to_the_end().ending == "Over"


def test_a_second_press_and_a_pause_change_nothing_while_a_warning_is_read():
    """The question stands alone."""
    playing = crossing(cut=CutAt.NOW)
    playing.until_order(Ask)
    playing.hear(OptionPressed(OptionId("Sail")))

    assert playing.hear(OptionPressed(OptionId("Stay"))) == ()
    assert playing.hear(PauseAsked()) == ()
    assert playing.director.phase is Phase.WARNED


def test_an_answer_to_a_card_that_is_not_up_is_nothing():
    """A stray press of a page that has just gone."""
    playing = Playing(STORM)

    assert playing.hear(ON) == ()
    assert playing.hear(STOP) == ()
    assert playing.director.phase is not Phase.IDLE


def test_each_visit_to_a_warned_scene_is_asked_about():
    """Every entering is one more time to be spared."""
    told = film(
        scene("calm", to("storm")),
        scene("storm", to("again"), warn=("drowning",)),
        scene("again", to("storm")),
        lengths={"calm": 5, "storm": 5, "again": 5},
    )
    playing = warned(told)
    playing.hear(ON)
    playing.until(lambda: playing.director.phase is Phase.WARNED)

    assert playing.director.scene == "again"


def test_a_face_read_behind_the_card_counts_for_no_scene():
    """Who reads a warning looks at the warning."""
    story = replace(FELT.story, sensing=replace(READS_FACES, keep=Keep.SCORES))
    told = with_warning(replace(FELT, story=story), "joy")
    playing = watched(told, avoids=AVOIDS)
    playing.face = {Reading.SMILE: 2.0}
    playing.until(lambda: playing.director.phase is Phase.WARNED)
    playing.face = {Reading.SMILE: -2.0}
    playing.roll(60)
    playing.hear(ON)
    playing.until_scene("joy")

    measured = [one.record for one in playing.of(Write) if isinstance(one.record, Measured)]
    assert measured[0].means["smile"] == 2.0


def test_a_warning_is_said_anew_in_another_language():
    """The same card, the film that comes after it in that language."""
    playing = warned()
    playing.hear(LanguageChosen(STORM, "zh"))

    assert len(playing.of(AskWarning)) == 2
    playing.hear(ON)
    assert playing.director.showing.viewing.language == "zh"
    assert playing.to_the_end().ending == "After"


def test_the_next_viewing_is_asked_for_itself():
    """Nothing agreed to is remembered."""
    playing = warned()
    playing.hear(STOP)
    playing.hear(began_viewing(avoids=AVOIDS, offers=frozenset({Way.BUTTONS})))

    assert playing.until(lambda: playing.director.phase is Phase.WARNED)
