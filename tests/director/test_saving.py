"""Where a viewing stands, as a value that outlives the evening."""

from dataclasses import replace

from engine.director.paper import PaperStage
from engine.director.saving import chapter_of, standing
from engine.messages.facts import PauseAsked, ShotBegan, StopAsked
from engine.messages.orders import Freeze, SaveViewing, ShowEnding
from engine.story.model import About, Keep, PickMode
from tests.director.playing import Playing, watched
from tests.films import (
    CHANCES,
    HUB,
    READS_FACES,
    TWO_DOORS,
    VISIT,
    end,
    entry,
    film,
    house,
    pick,
    scene,
    to,
)

SHUFFLED = film(
    scene("deck", pick(entry("ace"), entry("king"), mode=PickMode.SHUFFLE)),
    scene("ace", to("deck")),
    scene("king", to("deck")),
    lengths={"deck": 5, "ace": 5, "king": 5},
)


def saves(playing):
    return [order.standing for order in playing.of(SaveViewing)]


def test_each_scene_entered_is_saved_before_its_clip():
    """A power cut costs one scene, never the evening; its `set` has been done."""
    playing = Playing(HUB)
    playing.roll(2)
    playing.press("The light")
    playing.until_scene("light")

    assert [one.scene for one in saves(playing)] == ["table", "light"]
    assert saves(playing)[-1].variables == {"asked": 1.0}
    assert saves(playing)[-1].visited == {"table": 1, "light": 1}
    assert saves(playing)[-1].position == 0.0


def test_a_pause_saves_the_moment():
    """Who pauses and shuts the machine off comes back to this frame."""
    playing = Playing(TWO_DOORS)
    playing.roll(7)

    freeze, save = playing.hear(PauseAsked())

    assert freeze == Freeze()
    assert (save.standing.scene, save.standing.position) == ("hall", 7.0)


def test_leaving_saves_the_moment():
    """The window shut in the middle is no end."""
    playing = Playing(TWO_DOORS)
    playing.roll(7)

    assert playing.hear(StopAsked())[0].standing.position == 7.0


def test_a_loop_is_saved_where_it_is_and_not_where_it_was_farthest():
    """A table's picture repeats; the moment is the one on the screen."""
    playing = Playing(HUB)
    playing.roll(13)

    assert playing.hear(PauseAsked())[1].standing.position == 3.0


def test_nothing_is_kept_of_a_film_that_has_ended():
    """There is nothing to go on with; the last order says so."""
    playing = Playing(TWO_DOORS)
    playing.to_the_end()

    assert saves(playing)[-1] is None
    assert playing.hear(StopAsked())[0] not in playing.of(SaveViewing)
    assert len(playing.of(ShowEnding)) == 1


def test_a_kiosk_keeps_nothing_of_its_visitors():
    """The next one inherits no evening."""
    playing = Playing(TWO_DOORS, kiosk=True)
    playing.roll(3)
    playing.hear(PauseAsked())
    playing.hear(StopAsked())

    assert not playing.of(SaveViewing)


def test_nothing_is_saved_before_the_first_frame():
    """A film that was shut while it loaded leaves what was kept before as it was."""
    playing = Playing(TWO_DOORS)

    playing.hear(StopAsked())

    assert not playing.of(SaveViewing)


def test_an_open_visit_is_saved_with_its_way_back():
    """A memory within a memory still leads home."""
    playing = Playing(VISIT).until_scene("deeper")

    assert saves(playing)[-1].visits_open == ("shore",)


def test_a_shuffle_is_saved_by_its_scenes():
    """Places in a list change when an author adds one; names do not."""
    playing = Playing(SHUFFLED)
    playing.until(lambda: len(saves(playing)) == 4)

    shown = saves(playing)[-1].rounds["deck"]
    assert sorted(shown) == ["ace", "king"]


def test_what_was_read_of_a_face_is_not_saved():
    """A film that keeps nothing keeps no number in a save either; one that may, does."""
    for keep, kept in ((Keep.NOTHING, False), (Keep.SCORES, True)):
        sensing = replace(READS_FACES, keep=keep)
        playing = watched(house(sensing=sensing, about=About(arc=(0.0, 1.0))))
        playing.face = {"smile": 2.0}
        playing.until_scene("warm")
        turn = saves(playing)[-1].turns[-1]

        assert turn.option == "Smile"
        assert bool(turn.evidence) is kept
        assert playing.director.showing.viewing.turns[-1].evidence


def test_a_mean_is_saved_only_where_the_film_steers_by_it():
    """What nobody asks for is nobody's."""
    for about, kept in ((About(), None), (About(arc=(0.0, 1.0)), 1.0)):
        viewing = replace(Playing(HUB).director.showing.viewing, valence=1.0)
        told = replace(HUB, story=replace(HUB.story, about=about))

        assert standing(told, viewing).valence == kept


def test_the_chapter_is_the_last_that_was_begun():
    """Where it goes on when a scene is gone one day."""
    told = film(
        scene("a", to("b"), chapter="One"),
        scene("b", to("c")),
        scene("c", to("d"), chapter="Two"),
        scene("d", end("D")),
    ).story

    assert chapter_of(told, ("a", "b")) == "a"
    assert chapter_of(told, ("a", "b", "c", "d")) == "c"


def test_without_chapters_it_is_the_first_scene_of_the_way():
    """A film of one piece begins again, where it must."""
    assert chapter_of(CHANCES.story, ("stairs", "fast", "landing")) == "stairs"
    assert chapter_of(CHANCES.story, ()) == "stairs"


def test_what_stands_is_of_the_film_and_its_text():
    """A save of another film is known for one."""
    playing = Playing(TWO_DOORS)
    playing.roll(1)

    stood = standing(TWO_DOORS, playing.director.showing.viewing)
    assert (stood.film, stood.version) == ("two-doors", TWO_DOORS.version)
    assert isinstance(playing.stage, PaperStage)
    assert any(isinstance(fact, ShotBegan) for fact in playing.facts)
