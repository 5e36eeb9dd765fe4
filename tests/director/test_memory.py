"""What a viewer takes into the next viewing."""

from engine.messages.facts import StopAsked
from engine.messages.orders import ShowEnding, Write
from engine.messages.records import Remembered
from engine.story.model import Return
from tests.director.playing import Playing, began_viewing
from tests.films import end, film, scene, state, to

KEPT = film(
    scene("door", to("room"), sets=("trust += 1", "steps += 1")),
    scene("room", end("Home")),
    lengths={"door": 5, "room": 5},
    state=state(trust=0.0, steps=0.0),
    memory=("trust",),
)


def remembered(playing: Playing) -> list[Remembered]:
    return [one.record for one in playing.of(Write) if isinstance(one.record, Remembered)]


def test_memory_is_written_at_an_ending_once_with_what_the_author_names():
    """The scenes of this viewing and its ending beside it."""
    playing = Playing(KEPT)
    playing.to_the_end()

    (memory,) = remembered(playing)
    assert dict(memory.values) == {"trust": 1.0}
    assert memory.seen == frozenset({"door", "room"})
    assert memory.ending == "Home"


def test_a_film_left_before_its_end_is_not_remembered():
    """At an ending only."""
    playing = Playing(KEPT)
    playing.until_scene("room")
    playing.hear(StopAsked())

    assert not remembered(playing)


def test_a_film_that_ran_out_of_ways_on_came_to_no_ending():
    """Nobody arrived at `unfinished`."""
    playing = Playing(film(scene("door", Return())))

    assert playing.to_the_end().ending == "unfinished"
    assert not remembered(playing)


def test_a_kiosks_visitor_leaves_no_memory():
    """Each visit is a new viewer."""
    playing = Playing(KEPT, kiosk=True)
    playing.to_the_end()

    assert playing.of(ShowEnding)
    assert not remembered(playing)


def test_a_viewer_comes_back_with_what_was_remembered():
    """What is not in `memory` begins anew; what they saw and reached is asked about by name."""
    playing = Playing(KEPT, begin=False)
    playing.hear(began_viewing(memory={"trust": 4.0, "steps": 9.0}, seen_before={"room"}))

    playing.to_the_end()
    assert dict(remembered(playing)[0].values) == {"trust": 5.0}
    assert playing.variables["steps"] == 1.0
    assert playing.director.showing.viewing.seen_before("room")
