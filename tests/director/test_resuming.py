"""Going on with a film another evening, also when it was edited meanwhile."""

from dataclasses import replace
from types import MappingProxyType

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.director.phases import Phase
from engine.director.saving import standing
from engine.messages.facts import (
    ConsentAnswered,
    FilmChanged,
    LanguageChosen,
    PauseAsked,
    PhonesJoined,
    ResumeAsked,
    SenseFound,
    SenseLost,
    StopAsked,
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
from engine.messages.records import Entered, Noticed
from engine.messages.standing import Standing
from engine.story.film import Film
from engine.story.model import Choice, Next, Pick, PickMode, Scene, Variable, Variant
from engine.story.units import SceneId, Seconds
from tests.director.playing import EVERY_WAY, Playing, mood, watched
from tests.director.test_evenings import FILMS, films, live, viewers
from tests.films import (
    CHANCES,
    HOUSE,
    HUB,
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


def left(playing: Playing) -> Standing:
    """Leave the film; where it stands, as a file would give it back."""
    save = next(one for one in playing.hear(StopAsked()) if isinstance(one, SaveViewing))
    return through_a_file(save.standing)


def through_a_file(stood: Standing) -> Standing:
    def plain(value):
        return dict(value)

    written = msgspec.json.encode(stood, enc_hook=plain)
    return msgspec.json.decode(written, type=Standing)


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


def tale(*scenes: Scene, **story) -> Film:
    """The film as its author has edited it."""
    return replace(film(*scenes, **story), version="edited")


FIRST = film(
    scene("a", to("b"), chapter="One", sets=("trust += 2",)),
    scene("b", to("c")),
    scene("c", to("d"), chapter="Two"),
    scene("d", to("e")),
    scene("e", end("E")),
    state={"trust": Variable(first=0.0, low=-3.0, high=3.0), "mood": Variable(first="calm")},
)


def stood_in(name: str, told: Film = FIRST) -> Standing:
    playing = Playing(told).until_scene(name)
    playing.roll(2)
    return left(playing)


def opened(told: Film, stood: Standing) -> Playing:
    playing = Playing(told, standing=stood)
    playing.tick()
    return playing


def test_a_scene_that_was_renamed_is_found():
    """By `was`; it goes on at its frame, and the viewer is told in one line."""
    edited = tale(
        scene("a", to("b")), scene("b", to("strand")),
        scene("strand", end("E"), was=("c",)), state=FIRST.story.state,
    )  # fmt: skip
    playing = opened(edited, stood_in("c"))

    assert playing.director.scene == "strand"
    assert playing.of(Cut)[0].at == 2.0
    assert playing.of(Tell) == [Tell("save_mended")]
    card = playing.to_the_end()
    assert card.path == ("a", "b", "strand")
    assert [(turn.scene, turn.to) for turn in card.turns] == [("a", "b"), ("b", "strand")]


def test_a_scene_that_is_gone_leads_to_its_chapters_start():
    """Its `set` is not done again, and the visit is not counted again."""
    edited = tale(
        scene("a", to("c"), chapter="One", sets=("trust += 2",)),
        scene("c", to("e"), chapter="Two"), scene("e", end("E")), state=FIRST.story.state,
    )  # fmt: skip
    playing = opened(edited, stood_in("d"))

    assert playing.director.scene == "c"
    assert playing.of(Cut)[0].at == 0.0
    assert playing.of(Tell) == [Tell("save_chapter")]
    assert playing.variables["trust"] == 2.0
    assert playing.director.showing.viewing.visited == {"a": 1, "c": 1}


def test_where_the_chapter_is_gone_too_the_film_begins_again():
    """With what the viewing knew."""
    edited = tale(scene("a", to("e")), scene("e", end("E")), state=FIRST.story.state)
    playing = opened(edited, stood_in("d"))

    assert playing.director.scene == "a"
    (noted,) = [one.record for one in playing.of(Write) if isinstance(one.record, Noticed)]
    assert noted.says.count("is gone") == len({"c", "d"})
    assert noted.says.endswith("; the film begins again.")
    assert playing.of(Tell) == [Tell("save_start")]
    assert playing.variables["trust"] == 2.0


def test_variables_are_kept_by_name_and_made_to_fit():
    """New ones have their first value, changed types too, what is out of range is clamped."""
    edited = replace(
        FIRST,
        version="edited",
        story=replace(
            FIRST.story,
            state={
                "trust": Variable(first=0.0, low=-1.0, high=1.0),
                "mood": Variable(first=0.0),
                "new": Variable(first=True),
            },
        ),
    )
    playing = opened(edited, stood_in("d"))

    assert playing.variables == {"trust": 1.0, "mood": 0.0, "new": True}
    assert playing.of(Tell) == [Tell("save_mended")]
    (noted,) = [one.record for one in playing.of(Write) if isinstance(one.record, Noticed)]
    assert "trust was 2 and is 1" in noted.says
    assert "new is new" in noted.says


def test_a_word_that_is_none_of_them_any_more_is_the_first():
    """`one_of` was edited."""
    story = replace(FIRST.story, state={"mood": Variable(first="wild", one_of=("wild", "mild"))})
    playing = opened(replace(FIRST, story=story), stood_in("d"))

    assert playing.variables == {"mood": "wild"}


def test_what_is_used_up_and_shown_follows_a_renamed_scene():
    """`once` by id and a shuffle's round by its scenes."""
    deck = (entry("ace", once=True), entry("king"), entry("queen"))
    first = film(
        scene("deck", pick(*deck, mode=PickMode.SHUFFLE)),
        scene("ace", to("deck")), scene("king", to("deck")), scene("queen", to("deck")),
        lengths=dict.fromkeys(("deck", "ace", "king", "queen"), 4),
    )  # fmt: skip
    edited = tale(
        scene("pack", pick(entry("queen"), entry("as", once=True), entry("king"),
                           mode=PickMode.SHUFFLE), was=("deck",)),
        scene("as", to("pack"), was=("ace",)), scene("king", to("pack")),
        scene("queen", to("pack")),
        lengths=dict.fromkeys(("pack", "as", "king", "queen"), 4),
    )  # fmt: skip
    playing = Playing(first)
    playing.until(lambda: playing.director.showing.viewing.visits("deck") == 4)
    resumed = opened(edited, left(playing))
    viewing = resumed.director.showing.viewing

    assert viewing.used == {("pack", "as")}
    assert sorted(viewing.rounds["pack"]) == [0, 1, 2]
    assert viewing.visits("pack") == 4


def test_options_feelings_and_scenes_that_are_gone_are_dropped():
    """Nothing of them is looked for later."""
    stood = replace(
        stood_in("d"),
        taken=frozenset({"Gone"}),
        used=frozenset({("a", "Gone"), ("nowhere", "x")}),
        feelings=frozenset({"tense"}),
        path=("a", "nowhere", "d"),
        visited={"a": 1, "nowhere": 3, "d": 1},
        rounds={"nowhere": ("a",), "a": ("b",)},
    )
    viewing = opened(FIRST, stood).director.showing.viewing

    assert (viewing.taken, viewing.used, viewing.feelings) == (set(), set(), set())
    assert viewing.path == ("a", "d")
    assert viewing.visited == {"a": 1, "d": 1}
    assert viewing.rounds == {}


def test_a_visit_that_nothing_leads_back_from_is_left():
    """The way home was cut out: the film goes on where it was called, not into nowhere."""
    edited = tale(
        scene("shore", to("house")), scene("memory", to("deeper")),
        scene("deeper", VISIT.story.scenes["deeper"].way), scene("house", end("Home")),
    )  # fmt: skip
    playing = opened(edited, stood_in("deeper", VISIT))

    assert playing.director.scene == "shore"
    assert playing.to_the_end().ending == "Home"


def test_a_visit_that_leads_elsewhere_now_is_left():
    """The caller is there, but what it visits comes by here no more: its `return` is not ours."""
    back = VISIT.story.scenes["deeper"].way
    edited = tale(
        scene("shore", to("house"), via=SceneId("memory")), scene("memory", back),
        scene("deeper", back), scene("house", end("Home")),
    )  # fmt: skip
    playing = opened(edited, stood_in("deeper", VISIT))

    assert playing.director.scene == "shore"
    assert playing.to_the_end().path[-2:] == ("memory", "house")


def test_a_visited_scene_that_only_goes_on_now_is_gone_on_with():
    """Where nothing returns, no way back is needed."""
    edited = tale(
        scene("shore", to("house")), scene("memory", to("deeper")),
        scene("deeper", to("house")), scene("house", end("Home")),
    )  # fmt: skip
    playing = opened(edited, stood_in("deeper", VISIT))

    assert playing.director.scene == "deeper"
    assert playing.to_the_end().ending == "Home"


def test_a_chapter_within_a_visit_still_comes_home():
    """The chapter begins again, with the visit it lies in open."""
    first = film(
        scene("shore", to("house"), via=SceneId("memory")),
        scene("memory", to("deeper"), chapter="Memory"), scene("deeper", to("last")),
        scene("last", VISIT.story.scenes["deeper"].way), scene("house", end("Home")),
    )  # fmt: skip
    scenes = {name: one for name, one in first.story.scenes.items() if name != "deeper"}
    scenes["memory"] = replace(scenes["memory"], way=to("last"))
    edited = replace(first, story=replace(first.story, scenes=scenes))
    playing = opened(edited, stood_in("deeper", first))

    assert playing.director.scene == "memory"
    assert playing.director.showing.viewing.visits_open == ("shore",)
    assert playing.to_the_end().ending == "Home"


# Random edits.

edits = st.lists(
    st.tuples(st.sampled_from(["rename", "delete", "retype", "add", "forget"]), st.integers(0, 9)),
    max_size=6,
)


def edited_by(told: Film, steps) -> Film:
    """A film after an author's hard night; it is still one that `parse` would give out."""
    for number, (deed, which) in enumerate(steps):
        story = told.story
        names = sorted(story.scenes)
        name = names[which % len(names)]
        if deed == "rename":
            story = _renamed(story, name, f"{name}_{number}")
        elif deed == "delete" and len(names) > 1:
            other = names[(which + 1) % len(names)]
            story = _without(story, name, other)
        else:
            story = replace(story, state=_restated(story.state, deed, which))
        told = Film(story, told.clips, version=f"{number}")
    return told


def _restated(state, deed, which):
    changed = dict(state)
    if deed == "add":
        changed[f"new{which}"] = Variable(first="x")
    elif changed and deed == "retype":
        name = sorted(changed)[which % len(changed)]
        # Conditions compare it with numbers: it stays one, and nothing fits its range.
        if isinstance(changed[name].first, float):
            changed[name] = Variable(first=7.0, low=6.0, high=8.0)
    return MappingProxyType(changed)


def _renamed(story, name, new):
    scenes = {}
    for one in story.scenes.values():
        moved = _leading(one, {name: SceneId(new)})
        if one.id == name:
            moved = replace(moved, id=SceneId(new), was=(*one.was, name))
        scenes[moved.id] = moved
    start = SceneId(new) if story.start == name else story.start
    return replace(story, scenes=MappingProxyType(scenes), start=start)


def _without(story, name, other):
    scenes = {
        one.id: _leading(one, {name: SceneId(other)})
        for one in story.scenes.values()
        if one.id != name
    }
    start = SceneId(other) if story.start == name else story.start
    return replace(story, scenes=MappingProxyType(scenes), start=start)


def _leading(one, names):
    """A scene whose ways lead to the scenes by their new names."""

    def now(go):
        return names.get(go, go)

    way = one.way
    match way:
        case Next(branches=branches):
            way = replace(way, branches=tuple(replace(b, go=now(b.go)) for b in branches))
        case Choice(options=options, exhausted=exhausted):
            way = replace(
                way,
                options=tuple(replace(each, go=now(each.go)) for each in options),
                exhausted=None if exhausted is None else now(exhausted),
            )
        case Pick(entries=entries):
            way = replace(way, entries=tuple(replace(e, go=now(e.go)) for e in entries))
        case _:
            pass
    via = None if one.via is None else now(one.via)
    skip = None if one.skip_to is None else now(one.skip_to)
    return replace(one, way=way, via=via, skip_to=skip)


@settings(max_examples=120, deadline=None)
@given(films, st.lists(viewers, max_size=10), edits, st.floats(0, 40))
def test_a_save_loads_whatever_was_edited(name, before, steps, rolls):
    """No edit of a story costs a viewer more than the way back to a chapter, and none raises."""
    playing = Playing(FILMS[name], patience=Seconds(20))
    live(playing, before)
    playing.roll(rolls)
    assume(playing.director.phase is not Phase.ENDED and playing.of(SaveViewing))
    edited = edited_by(FILMS[name], steps)
    resumed = Playing(edited, standing=left(playing), patience=Seconds(20))
    resumed.roll(60)

    showing = resumed.director.showing
    assert showing.viewing.variables.keys() == edited.story.state.keys()
    assert set(showing.viewing.path) <= edited.story.scenes.keys()
    assert len(resumed.of(Tell)) <= 1


# While it plays.


@settings(max_examples=120, deadline=None)
@given(films, st.lists(viewers, max_size=10), edits, st.lists(viewers, max_size=10), edits)
def test_a_film_plays_on_whatever_is_edited_meanwhile(name, before, steps, after, more):
    """Reload after reload, in any scene and decision: nothing raises."""
    playing = Playing(FILMS[name], offers=EVERY_WAY, patience=Seconds(20))
    playing.hear(ConsentAnswered(yes=True))
    live(playing, before)
    edited = edited_by(FILMS[name], steps)
    playing.hear(FilmChanged(edited))
    live(playing, after)
    again = edited_by(edited, more)
    playing.hear(FilmChanged(again))
    playing.roll(120)

    showing = playing.director.showing
    assert showing.journey.scene == showing.viewing.scene


def test_a_new_text_counts_from_the_next_cut():
    """The scene on the screen plays to its end as it was; the next is the new one, and set."""
    first = film(scene("a", to("b")), scene("b", end("B")), state={"n": Variable(first=0.0)})
    edited = tale(
        scene("a", to("c")), scene("b", to("c"), sets=("n += 1", "m = n")),
        scene("c", end("C")),
        state={"n": Variable(first=5.0), "m": Variable(first=0.0)},
    )  # fmt: skip
    playing = Playing(first)
    playing.roll(5)

    playing.hear(FilmChanged(edited))

    assert playing.variables == {"n": 0.0}
    assert not playing.of(Tell)
    playing.until_scene("b")
    assert playing.variables == {"n": 1.0, "m": 1.0}
    assert playing.of(Tell) == [Tell("edited")]
    assert playing.to_the_end().ending == "C"


def test_a_card_that_is_open_is_answered_as_it_was_asked():
    """Nobody's finger meets another label than the eye did; the way is by a scene's new name."""
    edited = tale(
        scene("hall", Choice(options=(option("Up", "attic"),))), scene("attic", end("Free")),
        scene("garden", end("Freed"), was=("cellar",)), id="two-doors",
    )  # fmt: skip
    playing = Playing(TWO_DOORS)
    playing.roll(17)

    playing.hear(FilmChanged(edited))
    playing.press("Right")

    assert playing.to_the_end().ending == "Freed"


def test_a_scene_cut_out_while_it_leads_there_is_like_in_a_save():
    """Back to the chapter's start, and said."""
    playing = Playing(FIRST).until_scene("c")
    edited = tale(scene("a", to("c")), scene("c", end("C"), chapter="Two"), scene("x", end("X")))

    playing.hear(FilmChanged(edited))
    playing.until_order(Tell)

    assert playing.of(Tell) == [Tell("save_chapter")]
    assert playing.director.scene == "c"
    assert playing.to_the_end().ending == "C"


def test_what_was_edited_in_a_pause_counts_as_well():
    """Authors pause to write."""
    playing = Playing(FIRST)
    playing.roll(2)
    playing.hear(PauseAsked())
    playing.hear(FilmChanged(tale(scene("a", end("A")), scene("b", end("Other")))))
    playing.hear(ResumeAsked())

    assert playing.to_the_end().ending == "Other"


def test_a_film_edited_before_it_began_begins_as_it_is_now():
    """While consent is asked, or in a kiosk's quiet hour."""
    playing = Playing(HOUSE, offers=EVERY_WAY)
    edited = tale(scene("yard", end("Yard")), sensing=HOUSE.story.sensing)

    playing.hear(FilmChanged(edited))
    playing.hear(ConsentAnswered(yes=True))

    assert playing.to_the_end().ending == "Yard"


def test_a_language_chosen_after_an_edit_waits_for_the_cut_too():
    """The other language is read from the disk, where the author has been meanwhile."""
    playing = Playing(TWO_DOORS)
    playing.roll(17)
    other = scene("hall", end("Freed"), was=("garden", "cellar"))
    playing.hear(LanguageChosen(tale(other, id="two-doors"), "zh"))
    playing.press("Right")

    assert playing.to_the_end().ending == "Freed"
    assert playing.of(Tell) == [Tell("edited")]


def test_a_shuffle_and_what_is_used_up_outlive_an_edit():
    """Questions asked once are not asked twice because a comma was moved."""
    playing = Playing(HUB)
    playing.roll(1)
    playing.press("The light")
    playing.until_scene("light")
    playing.hear(FilmChanged(replace(HUB, version="comma")))
    playing.until_scene("table")

    labels = [one.label for one in playing.director.showing.decision.options]
    assert "The light" not in labels
    assert playing.variables == {"asked": 1.0}


def test_a_looping_table_is_edited_as_well():
    """Its picture repeats until somebody answers; the answer leads into the new text."""
    scenes = {**HUB.story.scenes, SceneId("stairs"): scene("stairs", end("Higher"))}
    playing = Playing(HUB)
    playing.roll(3)
    playing.hear(FilmChanged(replace(HUB, story=replace(HUB.story, scenes=scenes))))
    playing.press("Go up")

    assert playing.to_the_end().ending == "Higher"


def test_an_ending_name_that_was_edited_is_the_new_one():
    """At the cut into the last scene."""
    scenes = {**TWO_DOORS.story.scenes, SceneId("garden"): scene("garden", forks(("hall", None)))}
    scenes[SceneId("hall")] = scene("hall", end("Round"), play=(Variant(clip=clip("hall.mp4")),))
    playing = Playing(TWO_DOORS)
    playing.roll(2)
    playing.hear(FilmChanged(replace(TWO_DOORS, story=replace(TWO_DOORS.story, scenes=scenes))))

    assert playing.to_the_end().path == ("hall", "garden", "hall")


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
