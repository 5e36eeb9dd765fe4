"""Going on: a film that was left goes on as if nobody had gone."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.director.phases import Phase
from engine.director.saving import standing
from engine.messages.facts import (
    ConsentAnswered,
    PhonesJoined,
    SenseFound,
    SenseLost,
    StretchChosen,
    Ticked,
    WarningAnswered,
)
from engine.messages.orders import (
    Ask,
    AskConsent,
    AskWarning,
    Cut,
    Prepare,
    SaveViewing,
    ShowEnding,
    Tell,
    Watch,
    Write,
)
from engine.messages.records import Entered
from engine.story.film import Film
from engine.story.model import PickMode
from engine.story.units import SceneId, Seconds
from tests.director.playing import EVERY_WAY, Playing, mood, watched
from tests.director.resumed import left, opened, stood_in, through_a_file
from tests.director.test_evenings import FILMS, films, live, viewers
from tests.films import (
    CHANCES,
    HOUSE,
    HUB,
    TWO_DOORS,
    VISIT,
    end,
    entry,
    film,
    forks,
    pick,
    scene,
    to,
)


def went(playing: Playing):
    """The way of an evening, what led it, all that it knows, and its end."""
    told = standing(playing.director._film, playing.director.showing.viewing)
    turns = tuple(replace(turn, unsure=()) for turn in told.turns)
    return replace(told, turns=turns), [card.ending for card in playing.of(ShowEnding)]


def gone_on(straight: Playing, told: Film, *, yes: bool) -> Playing:
    """The same evening by another director, from what was saved when this scene was entered."""
    before = [fact.now for fact in straight.facts if isinstance(fact, Ticked)][-2:][0]
    playing = Playing(told, begin=False)
    playing.hear(Ticked(before, Seconds(0)))
    playing.stage.now = straight.stage.now
    stood = through_a_file(straight.of(SaveViewing)[-1].standing)
    began = next(fact for fact in straight.facts if hasattr(fact, "standing"))
    playing.hear(replace(began, standing=stood, seed=began.seed + 1, hour=0.0))
    playing.hear(ConsentAnswered(yes))
    for kind in (StretchChosen, PhonesJoined):  # the house's own and the room's, not the film's
        for fact in [one for one in straight.facts if isinstance(one, kind)][-1:]:
            playing.hear(fact)
    there, here = (one.director.showing.viewing.ways for one in (straight, playing))
    for way in here - there:
        playing.hear(SenseLost(way, "It is gone."))
    for way in there - here:
        playing.hear(SenseFound(way))
    for fact in playing.stage._facts:
        playing.hear(fact)
    playing.stage._facts = []
    playing.stage.position = straight.stage.position
    playing.hear(Ticked(straight.stage.now, straight.stage.position))
    playing.face = straight.face
    if playing.face is not None:
        playing.hear(mood(playing.stage.now, **playing.face))
    return playing


@settings(max_examples=120, deadline=None)
@given(
    films,
    st.lists(viewers, max_size=12),
    st.lists(viewers, max_size=12),
    st.integers(0, 99),
    st.booleans(),
)
def test_who_stops_at_any_scene_and_goes_on_sees_the_same_film(name, before, after, seed, yes):
    """Path, reasons and end are those of an evening without the break."""
    straight = Playing(FILMS[name], offers=EVERY_WAY, seed=seed, patience=Seconds(20))
    straight.hear(ConsentAnswered(yes))
    live(straight, before)
    count = len(straight.of(SaveViewing))
    entered = lambda: len(straight.of(SaveViewing)) > count  # noqa: E731
    ticks = 2000
    while not entered() and ticks:
        straight.tick()
        ticks -= 1
    assume(straight.director.phase is not Phase.ENDED and entered())
    resumed = gone_on(straight, FILMS[name], yes=yes)
    for playing in (straight, resumed):
        live(playing, after)
        playing.face = None
        playing.roll(200)

    assert went(resumed) == went(straight)


def test_it_goes_on_at_the_frame_where_it_was_left():
    """The clip begins in its middle; nothing is set, counted or told twice."""
    playing = Playing(HUB)
    playing.roll(1)
    playing.press("The light")
    playing.until_scene("light").roll(2)
    resumed = Playing(HUB, standing=left(playing))
    resumed.tick()

    (cut,) = resumed.of(Cut)
    assert (cut.shot.scene, cut.at) == ("light", 2.25)
    assert resumed.variables == {"asked": 1.0}
    assert resumed.director.showing.viewing.visits(SceneId("light")) == 1
    assert not [one for one in resumed.of(Write) if isinstance(one.record, Entered)]
    assert not resumed.of(Tell)
    assert resumed.until_scene("table").stage.now <= 4.25


def test_the_rest_of_the_clip_is_made_ready_while_consent_is_asked():
    """Who answers the card goes on without a pause."""
    playing = watched(HOUSE)
    playing.roll(5)
    resumed = Playing(HOUSE, standing=left(playing), offers=EVERY_WAY)

    assert resumed.of(AskConsent)
    (shot,) = resumed.of(Prepare)[0].shots
    assert (shot.scene, shot.start, shot.length) == ("arrival", 5.0, 19.0)


def test_a_decision_that_was_open_opens_anew_with_all_its_time():
    """Nobody comes back to a card with half a second left; the last frame is held for it."""
    playing = Playing(TWO_DOORS)
    playing.roll(22)
    resumed = Playing(TWO_DOORS, standing=left(playing))
    resumed.until_order(Ask)

    (card,) = resumed.of(Ask)
    assert card.closes - card.opened == 9.0
    resumed.roll(8)
    assert resumed.director.scene == "hall"
    resumed.press("Right")
    assert resumed.to_the_end().ending == "Lost"


def test_a_reading_that_was_cut_off_is_not_sure():
    """Half a look decides nothing: the hands are asked."""
    playing = watched(HOUSE)
    playing.face = {"smile": 2.0}
    playing.until_scene("door").roll(8)
    resumed = watched(HOUSE, standing=left(playing))
    resumed.face = {"smile": 2.0}
    resumed.until_order(Ask)

    assert not resumed.of(Watch)
    resumed.press("Look away")
    assert "face: not read to the end" in resumed.until_scene("cold").turns[-1].unsure


def test_a_reading_that_had_not_begun_is_read():
    """Left before the window, nothing of it is lost."""
    playing = watched(HOUSE)
    playing.until_scene("door").roll(3)
    resumed = watched(HOUSE, standing=left(playing))
    resumed.face = {"smile": 2.0}

    assert resumed.until_scene("warm").turns[-1].option == "Smile"


def test_what_was_left_on_its_last_frame_shows_it_again():
    """A held frame has no rest; half a second of it is shown, and the card."""
    playing = Playing(TWO_DOORS, patience=None, stretch=9.0)
    playing.roll(40)
    resumed = Playing(TWO_DOORS, standing=left(playing))
    resumed.roll(1)

    assert resumed.of(Cut)[0].at == 23.5
    assert resumed.of(Ask)


def test_a_way_back_is_still_known():
    """Left deep in a memory, the film comes home."""
    playing = Playing(VISIT).until_scene("deeper")
    resumed = Playing(VISIT, standing=left(playing))

    assert resumed.to_the_end().path == ("shore", "memory", "deeper", "house")


def test_chance_and_hour_are_those_of_the_first_evening():
    """A break is no second throw of the dice."""
    for seed in range(8):
        straight = Playing(CHANCES, seed=seed)
        stopped = Playing(CHANCES, seed=seed)
        for playing in (straight, stopped):
            playing.roll(7)
        resumed = Playing(CHANCES, seed=99, hour=3.0, standing=left(stopped))

        assert resumed.to_the_end().path == straight.to_the_end().path
        assert resumed.director.showing.viewing.hour() == 20.0


def test_a_shuffles_round_goes_on():
    """Who comes back meets what was not shown yet, in the order the evening would have had."""
    cards = ("ace", "king", "queen", "jack")
    told = film(
        scene("deck", pick(*(entry(card) for card in cards), mode=PickMode.SHUFFLE)),
        *(scene(card, forks(("deck", "visits(deck) < 8"), ("over", None))) for card in cards),
        scene("over", end("Over")),
        lengths=dict.fromkeys(("deck", *cards), 4),
    )
    for seed in range(6):
        straight = Playing(told, seed=seed)
        playing = Playing(told, seed=seed)
        playing.roll(14)
        resumed = Playing(told, standing=left(playing))

        assert resumed.to_the_end().path == straight.to_the_end().path


def test_what_was_felt_taken_and_seen_so_far_is_known():
    """Conditions of the next scene ask for it."""
    stood = replace(
        stood_in("door", HOUSE), feelings=frozenset({"smiling"}), taken=frozenset({"Smile"}),
        played=Seconds(31.0), valence=0.5,
    )  # fmt: skip
    viewing = opened(HOUSE, stood).director.showing.viewing

    assert viewing.felt("smiling")
    assert viewing.chosen("Smile")
    assert (viewing.played, viewing.valence) == (31.0, 0.5)


def test_what_a_viewer_avoids_is_still_avoided():
    """Nobody asks them twice, nor shows it them once."""
    playing = Playing(TWO_DOORS, avoids=frozenset({"drowning"}))
    playing.roll(1)
    resumed = Playing(TWO_DOORS, standing=left(playing), avoids=frozenset({"fire"}))

    assert resumed.director.showing.viewing.avoids == {"drowning", "fire"}


def test_a_warning_is_asked_again_and_the_scene_goes_on_at_its_moment():
    """It is another evening; who agrees loses nothing of the scene."""
    told = film(scene("a", to("storm")), scene("storm", end("Storm"), warn=("drowning",)))
    avoids = frozenset({"drowning"})
    playing = Playing(told, avoids=avoids).until_order(AskWarning)
    playing.hear(WarningAnswered(go_on=True))
    playing.until_scene("storm").roll(6)
    resumed = Playing(told, standing=left(playing))

    assert resumed.of(AskWarning)
    resumed.hear(WarningAnswered(go_on=True))
    assert resumed.until_scene("storm").of(Cut)[-1].at == 6.25


def test_who_stops_at_a_warning_is_asked_there_again():
    """The place kept is the scene before, at its last frame."""
    told = film(scene("a", to("storm")), scene("storm", end("Storm"), warn=("drowning",)))
    playing = Playing(told, avoids=frozenset({"drowning"})).until_order(AskWarning)
    stood = next(
        one.standing
        for one in playing.hear(WarningAnswered(go_on=False))
        if isinstance(one, SaveViewing)
    )
    resumed = Playing(told, standing=through_a_file(stood))

    assert stood.scene == "a"
    assert resumed.until_order(AskWarning).stage.now < 1.5
