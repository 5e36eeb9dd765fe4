"""What must hold on every evening, whatever happens in whatever order."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.director import Director
from engine.director.phases import Phase
from engine.messages.facts import (
    ConsentAnswered,
    HandSeen,
    LanguageChosen,
    MaintenanceAsked,
    OptionPressed,
    PauseAsked,
    PhonesJoined,
    ResumeAsked,
    SenseFound,
    SenseLost,
    ShotBegan,
    ShotEnded,
    ShotFailed,
    StopAsked,
    StretchChosen,
    Ticked,
    ViewerCame,
    ViewersLeft,
    Voted,
    WarningAnswered,
    WhyAsked,
    WordsRead,
)
from engine.messages.orders import (
    AskConsent,
    Burn,
    CloseEyes,
    Cut,
    Follow,
    Freeze,
    OpenEyes,
    Prepare,
    Rest,
    ShowEnding,
    Thaw,
    Write,
)
from engine.messages.records import Entered, Turn
from engine.messages.shots import Shot, Source
from engine.story.model import Way
from engine.story.units import OptionId, SceneId, Seconds, Share
from tests.director.playing import EVERY_WAY, HANDS, Playing, began_viewing, mood
from tests.films import ALL, HOUSE, end, film, forks, scene, to

LABELS = sorted(
    {one.label for told in ALL for each in told.story.scenes.values()
     for one in getattr(each.way, "options", ())} | {"Nothing of the kind"}
)  # fmt: skip
ROLL = "the film rolls on"

WARNED = film(
    scene("sand", to("fire")),
    scene("fire", forks(("sand", "visits(fire) < 2"), ("home", None)), warn=("fire",)),
    scene("home", end("Home")),
    lengths={"sand": 5, "fire": 5},
)
"""A fire there is no way around, met twice."""
AVOIDED = frozenset({"drowning", "fire"})
FILMS = {told.story.start: told for told in (*ALL, WARNED)}
films = st.sampled_from(sorted(FILMS))
presses = st.builds(OptionPressed, st.sampled_from([OptionId(label) for label in LABELS]))
words = st.builds(
    WordsRead,
    st.none() | st.sampled_from([OptionId(label) for label in LABELS]),
    st.floats(-1, 1),
    st.builds(Share, st.floats(0, 1)),
    clear=st.booleans(),
    method=st.just("test"),
)
faces = st.fixed_dictionaries(
    {}, optional={name: st.floats(-3, 3) for name in ("smile", "attention", "valence")}
)
ways = st.sampled_from(Way)
strays = st.one_of(
    st.builds(
        Shot,
        scene=st.sampled_from([SceneId("door"), SceneId("nowhere")]),
        visit=st.integers(1, 2),
        source=st.sampled_from(Source),
        length=st.builds(Seconds, st.floats(0, 30)),
    )
)
seconds = st.builds(Seconds, st.floats(0, 40))
rolls = st.tuples(st.just(ROLL), st.floats(0.25, 12), st.none() | faces)
rooms = st.builds(PhonesJoined, st.sampled_from([(), ("a",), ("a", "b"), ("a", "b", "c")]))
votes = st.builds(
    Voted, st.sampled_from("abc"), st.sampled_from([OptionId(label) for label in LABELS])
)
viewers = st.one_of(
    rolls,
    presses,
    words,
    rooms,
    votes,
    st.builds(StretchChosen, st.sampled_from([1.0, 1.5, 2.0])),
    st.builds(HandSeen),
    st.builds(SenseLost, ways, st.just("It is gone.")),
    st.builds(SenseFound, ways),
)
"""What viewers and machines do while a film plays."""
anything = st.one_of(
    viewers,
    rolls,
    st.builds(PauseAsked),
    st.builds(ResumeAsked),
    st.builds(WhyAsked),
    st.builds(ConsentAnswered, st.booleans()),
    st.builds(WarningAnswered, st.booleans()),
    st.sampled_from(["en", "zh"]),
    st.builds(ShotBegan, strays, seconds),
    st.builds(ShotEnded, strays),
    st.builds(ShotFailed, strays, st.just("It is broken.")),
    st.builds(Ticked, seconds, seconds),
    st.builds(mood, st.floats(0, 100), faces=st.integers(0, 2)),
    st.builds(StopAsked),
    st.builds(ViewersLeft),
    st.builds(MaintenanceAsked),
    st.builds(ViewerCame),
    st.builds(
        began_viewing,
        kiosk=st.booleans(),
        offers=st.just(EVERY_WAY),
        avoids=st.sampled_from([frozenset(), frozenset({"drowning", "fire"})]),
    ),
)


def live(playing: Playing, steps) -> Playing:
    """Let this be lived: a roll is the film rolling on with a face, a word is a language."""
    for step in steps:
        if isinstance(step, tuple):
            _, length, playing.face = step
            playing.roll(length)
        elif isinstance(step, str):
            playing.hear(LanguageChosen(playing.film, step))
        else:
            playing.hear(step)
    return playing


@settings(max_examples=60, deadline=None)  # two cores are shared with the film
@given(films, st.lists(anything, max_size=30))
def test_no_evening_leads_off_the_map(name, steps):
    """Whatever happens in whatever order, nothing raises and only scenes of the story play."""
    playing = live(Playing(FILMS[name], offers=EVERY_WAY, avoids=AVOIDED), steps)

    shots = [one.shot for one in playing.orders if isinstance(one, Cut | Follow) and one.shot]
    assert {shot.scene for shot in shots} <= FILMS[name].story.scenes.keys()
    assert playing.director.phase in Phase
    for burn in playing.of(Burn):
        assert -1 <= burn.height <= 1
        assert 0 <= burn.gold <= 1
        assert 0 <= burn.shiver <= 1


@settings(max_examples=60, deadline=None)  # two cores are shared with the film
@given(films, st.lists(anything, max_size=30))
def test_the_journey_stands_where_the_viewing_does(name, steps):
    """Two accounts of one evening: the machine's and the value's."""
    playing = live(Playing(FILMS[name], offers=EVERY_WAY), steps)

    showing = playing.director.showing
    if showing is not None and showing.viewing.scene is not None:
        assert showing.journey.scene == showing.viewing.scene


@settings(max_examples=60, deadline=None)  # two cores are shared with the film
@given(films, st.lists(anything, max_size=30))
def test_no_camera_opens_without_a_yes_and_none_stays_open(name, steps):
    """No order to open the eyes without consent of this very viewing; resting shuts them."""
    playing = Playing(FILMS[name], offers=EVERY_WAY)
    asked = any(isinstance(order, AskConsent) for order in playing.orders)
    for step in steps:
        lived = isinstance(step, tuple | str)
        orders = live(playing, [step]).orders if lived else playing.hear(step)
        if not lived and any(isinstance(one, OpenEyes) for one in orders):
            assert step == ConsentAnswered(yes=True)
            assert asked
        asked = asked or any(isinstance(one, AskConsent) for one in orders)
        if not lived and Rest() in orders:
            assert CloseEyes() in orders


@settings(max_examples=60, deadline=None)  # two cores are shared with the film
@given(films, st.lists(anything, max_size=15), st.lists(viewers, max_size=15), st.booleans())
def test_a_visitor_inherits_nothing_from_the_one_before(name, earlier, own, yes):
    """After the room was empty, a film answers only to those who watch it."""
    used, fresh = Director(FILMS[name]), Director(FILMS[name])
    before = Playing(FILMS[name], begin=False)
    before.director = used
    before.hear(began_viewing(offers=EVERY_WAY, seed=9))
    live(before, earlier)
    if used.phase is Phase.MAINTENANCE:
        used.hear(MaintenanceAsked())
    used.hear(ViewersLeft())
    begins = began_viewing(offers=EVERY_WAY, kiosk=True)

    def evening(director: Director) -> list:
        playing = Playing(FILMS[name], begin=False)
        playing.director = director
        director.hear(Ticked(Seconds(0), Seconds(0)))
        director.hear(PhonesJoined(()))  # the room is nobody's, and the same for both
        playing.hear(begins)
        playing.hear(ConsentAnswered(yes=yes))
        return live(playing, own).orders

    assert evening(used) == evening(fresh)


@settings(max_examples=60, deadline=None)  # two cores are shared with the film
@given(films, st.lists(viewers, max_size=12), st.lists(st.integers(0, 12), max_size=4))
def test_pausing_anywhere_changes_no_path(name, steps, pauses):
    """Who answers the door misses nothing and turns nothing."""
    straight = Playing(FILMS[name], offers=HANDS)
    paused = Playing(FILMS[name], offers=HANDS)
    for number, step in enumerate(steps):
        for why in [one for one in pauses if one == number]:
            paused.hear(WhyAsked() if why % 2 else PauseAsked())
            for _ in range(8):
                paused.tick()
            paused.hear(WhyAsked() if why % 2 else ResumeAsked())
            # What the stage had to tell is told at this moment in both evenings.
            straight.stage.obey(Freeze())
            straight.tick()
            straight.stage.obey(Thaw())
        live(paused, [step])
        live(straight, [step])
    straight.roll(300)
    paused.roll(300)

    def written(playing):
        kept = [one.record for one in playing.of(Write)]
        return [replace(one, at=Seconds(0)) for one in kept if isinstance(one, Turn | Entered)]

    assert written(paused) == written(straight)
    assert paused.of(ShowEnding) == straight.of(ShowEnding)


@settings(max_examples=60, deadline=None)  # two cores are shared with the film
@given(films, st.lists(viewers, max_size=20), st.integers(0, 50))
def test_what_is_cut_to_was_made_ready(name, steps, seed):
    """The forecast shot is the shot: whatever begins had its first frame decoded."""
    playing = Playing(FILMS[name], offers=HANDS, seed=seed)
    live(playing, steps)
    ready: tuple = ()
    begun = []
    first = True
    for order in playing.orders:
        if isinstance(order, Prepare):
            ready = order.shots
        if isinstance(order, Cut | Follow) and order.shot is not None:
            begun.append((order.shot, first or order.shot in ready))
            first = False

    assert all(was_ready for _, was_ready in begun), begun


@settings(max_examples=60, deadline=None)  # two cores are shared with the film
@given(films, st.lists(viewers, max_size=20), st.booleans())
def test_every_evening_comes_to_an_end_card(name, steps, yes):
    """Whatever the viewers did, silence leads on to an ending or a ring of the story's own."""
    playing = Playing(FILMS[name], offers=EVERY_WAY, patience=Seconds(20))
    playing.hear(ConsentAnswered(yes))
    live(playing, steps)
    playing.face = None
    playing.hear(SenseLost(Way.FACE, "It is gone."))
    card = playing.to_the_end()

    assert set(card.path) <= FILMS[name].story.scenes.keys()
    assert len([one for one in playing.of(Write) if isinstance(one.record, Entered)]) == len(
        card.path
    )


@pytest.mark.parametrize("seed", range(5))
def test_an_evening_replays_from_its_facts(seed):
    """The tape of an evening, heard again, is the same evening."""
    playing = Playing(HOUSE, offers=EVERY_WAY, seed=seed)
    playing.hear(ConsentAnswered(yes=True))
    live(playing, [(ROLL, 33, {"smile": 2.0}), OptionPressed(OptionId("Keep still"))])
    playing.to_the_end()

    again = Director(HOUSE)
    assert [order for fact in playing.facts for order in again.hear(fact)] == playing.orders
