"""Where things were written."""

from engine.story.places import NOWHERE, Place, place_in


def test_a_part_that_was_not_written_is_where_what_holds_it_is():
    """A default has no line of its own."""
    places = {"scene.door": Place("story.yaml", 4, 3)}

    assert place_in(places, "scene.door.choice.by") == Place("story.yaml", 4, 3)
    assert place_in(places, "scene.hall") == NOWHERE


def test_a_place_is_written_as_editors_read_it():
    """One click leads there."""
    assert str(Place("story.yaml", 4, 3)) == "story.yaml:4:3"
