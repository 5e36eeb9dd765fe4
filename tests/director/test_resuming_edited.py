"""Going on with a film that was edited since: what is kept, mended and dropped."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.director.phases import Phase
from engine.messages.orders import Cut, SaveViewing, Tell, Write
from engine.messages.records import Noticed
from engine.story.model import PickMode, Variable
from engine.story.units import SceneId, Seconds
from tests.director.playing import Playing
from tests.director.resumed import FIRST, edited_by, edits, left, opened, stood_in, tale
from tests.director.test_evenings import FILMS, films, live, viewers
from tests.films import VISIT, end, entry, film, pick, scene, to


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
