"""A film that is edited while it plays: what counts from when."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.messages.facts import (
    ConsentAnswered,
    FilmChanged,
    LanguageChosen,
    PauseAsked,
    ResumeAsked,
)
from engine.messages.orders import Tell
from engine.story.model import Choice, Variable, Variant
from engine.story.units import SceneId, Seconds
from tests.director.playing import EVERY_WAY, Playing
from tests.director.resumed import FIRST, edited_by, edits, tale
from tests.director.test_evenings import FILMS, films, live, viewers
from tests.films import HOUSE, HUB, TWO_DOORS, clip, end, film, forks, option, scene, to


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
