"""What many scenes come to."""

from engine.story.gist import gist_of, together
from engine.story.model import PickMode
from engine.story.trees import Function
from tests.story.films import film, story_of


def gist(hall, head=""):
    return gist_of(story_of(film(hall, head)).scenes.values())


def test_a_gist_names_every_file_once_in_the_order_of_the_film():
    """Variants, languages and fall-backs are files too."""
    known = gist(
        "{play: [{when: visited(cellar), file: b.mp4, fallback: garden.mp4}, {file: c.mp4}], "
        "next: garden}"
    )

    assert [file for file, _ in known.files] == ["b.mp4", "garden.mp4", "c.mp4", "cellar.mp4"]


def test_a_gist_knows_what_conditions_ask_and_about_whom():
    """What a file needs of the others is what it asks about and where it leads."""
    known = gist(
        "{play: a.mp4, choice: {Left: {go: garden, when: 'visits(cellar) > 1 or chosen(Left)'}, "
        "Right: {go: hall, when: ended(Free) and felt.smiling}}}",
        "feelings: {smiling: smile > 0.8}",
    )

    assert known.felt
    assert known.asks == {Function.VISITS, Function.CHOSEN, Function.ENDED}
    assert known.needs_scenes == {"garden", "cellar", "hall"}
    assert (known.needs_labels, known.needs_endings) == ({"Left"}, {"Free"})
    assert (known.labels, known.endings) == ({"Left", "Right"}, {"Free", "Lost"})


def test_one_scene_to_pick_from_is_no_chance():
    """The seed does not matter where nothing is drawn."""
    assert not gist("{play: a.mp4, pick: [garden]}").picks
    assert gist("{play: a.mp4, pick: [garden, cellar]}").picks == {PickMode.RANDOM}
    assert gist("{play: a.mp4, pick: {mode: arc, of: [garden, cellar]}}").picks == {PickMode.ARC}


def test_a_warning_is_known_by_the_first_scene_that_names_it():
    """A translator reads it once, where viewers come to it first."""
    scenes = [
        *story_of(film("{play: a.mp4, warn: [storms, blood], next: garden}")).scenes.values(),
        *story_of(film("{play: a.mp4, warn: [fire, blood], next: garden}")).scenes.values(),
    ]

    known = gist_of(scenes)

    assert known.warned == (("storms", "hall", 0), ("blood", "hall", 1), ("fire", "hall", 0))
    assert together([gist_of(scenes[:1]), gist_of(scenes[1:])]) == known


def test_gists_together_are_the_gist_of_all():
    """File by file or at once: the same."""
    scenes = list(story_of(film("{play: a.mp4, pick: [garden, cellar]}")).scenes.values())

    assert together([gist_of(scenes[:1]), gist_of(scenes[1:])]) == gist_of(scenes)
    assert together([]) == gist_of([])
