"""The film as a state machine: scenes are states, ways are transitions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.director.journey import Journey, NoSuchWayError, visit_ends
from engine.story.model import Choice, Return
from engine.story.units import SceneId
from tests.films import ALL, HUB, STORMY, TWO_DOORS, VISIT, end, film, option, scene, to

HALL, GARDEN, CELLAR = map(SceneId, ("hall", "garden", "cellar"))


def whole(story) -> Journey:
    """The same film with every scene a state from the start."""
    journey = Journey(story, story.start)
    journey.reach(*story.scenes)
    return journey


def test_a_journey_takes_the_ways_of_the_story():
    """The plain case."""
    journey = Journey(TWO_DOORS.story, HALL)
    journey.take(CELLAR)

    assert journey.scene == CELLAR


def test_a_way_the_story_does_not_have_is_refused_and_nothing_moves():
    """A bug in the director must not lead off the map."""
    journey = Journey(TWO_DOORS.story, GARDEN)

    with pytest.raises(NoSuchWayError, match="no way from 'garden' to 'cellar'"):
        journey.take(CELLAR)
    assert journey.scene == GARDEN
    assert not journey.may(SceneId("nowhere"))


def test_a_machine_is_as_big_as_the_viewing_not_as_the_film():
    """Of a thousand scenes, those within reach are states."""
    rooms = [scene(f"r{number}", to(f"r{number + 1}")) for number in range(1000)]
    long = film(*rooms, scene("r1000", end("Out")))
    journey = Journey(long.story, SceneId("r0"))
    journey.take(SceneId("r1"))

    assert journey.scenes == {"r0", "r1", "r2"}


def test_scenes_are_added_with_what_is_prepared():
    """What may come next is on the map already."""
    journey = Journey(HUB.story, SceneId("table"))
    journey.reach(SceneId("light"), SceneId("light"))

    assert journey.scenes == {"table", "light", "boat", "stairs"}


NAMES = ("trigger", "may_trigger", "go", "may_go", "is_x", "x", "scene", "state", "to_x", "门")
HARD = film(
    *(
        scene(name, Choice(options=tuple(option(other, other) for other in NAMES)))
        for name in NAMES
    )
)


@given(st.lists(st.sampled_from(NAMES), max_size=12))
def test_a_scene_may_have_any_name(path):
    """Scene ids never become names in the machine, so no id can break it."""
    journey = Journey(HARD.story, SceneId("trigger"))

    for name in path:
        journey.take(SceneId(name))
        assert journey.scene == name
    assert journey.may(SceneId("门"))


def test_no_scene_becomes_an_attribute():
    """`is_hall()` would be a method named by an author."""
    journey = Journey(HARD.story, SceneId("trigger"))
    here = vars(journey._here)

    assert set(here) == {"scene", "trigger", "may_trigger", "go", "may_go"}


def test_a_visit_comes_back_to_where_it_began():
    """`via` is a way there, `return` a way back."""
    journey = Journey(VISIT.story, SceneId("shore"))
    journey.take(SceneId("memory"))
    journey.take(SceneId("deeper"), (SceneId("shore"),))

    assert not journey.may(SceneId("shore"))
    assert not journey.may(SceneId("shore"), (SceneId("house"),))
    journey.take(SceneId("shore"), (SceneId("shore"),))
    journey.take(SceneId("house"))
    assert journey.scene == "house"


def test_a_visit_ends_wherever_it_may_return():
    """Also in a ring, and more than once."""
    ring = film(
        scene("a", to("b")),
        scene("b", Choice(options=(option("x", "a"), option("y", "c"), option("z", "d")))),
        scene("c", Return()),
        scene("d", Return()),
    )

    assert sorted(visit_ends(ring.story, SceneId("a"))) == ["c", "d"]


def test_a_visit_after_which_nothing_can_follow_has_no_way_back():
    """`via` goes with `next` and `pick` only."""
    odd = film(
        scene("a", end("x"), via=SceneId("b")),
        scene("b", Return()),
    )
    journey = Journey(odd.story, SceneId("b"))
    journey.reach(SceneId("a"))

    assert not journey.may(SceneId("a"), (SceneId("a"),))


@given(st.sampled_from([*ALL, STORMY]), st.lists(st.integers(0, 9), max_size=12))
def test_a_journey_grown_on_the_way_is_the_whole_film(told, steps):
    """Lazily grown or built at once: the same ways are open, the same are refused."""
    story = told.story
    grown, built = Journey(story, story.start), whole(story)
    names, visits = list(story.scenes), ()

    for step in steps:
        allowed = [name for name in names if grown.may(name, visits)]
        assert allowed == [name for name in names if built.may(name, visits)]
        if not allowed:
            break
        taken = allowed[step % len(allowed)]
        left = story.scenes[grown.scene]
        grown.take(taken, visits)
        built.take(taken, visits)
        assert grown.scene == built.scene == taken
        if isinstance(left.way, Return):
            visits = visits[:-1]
        elif left.via == taken:
            visits = (*visits, left.id)
