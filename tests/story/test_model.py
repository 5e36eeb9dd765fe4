"""The film as a value."""

import pytest

from engine.story.model import Choice, Option
from tests.story.films import film, hall_of, story_of


def test_a_scene_knows_every_scene_that_may_follow_once_and_in_order():
    """What is prepared for a cut, and what the map draws."""
    asked = hall_of(
        "{play: a.mp4, warn: [x], skip_to: garden, choice: {exhausted: hall,"
        " options: {A: cellar, B: {go: garden, once: true}, C: cellar}}}"
    )
    picked = hall_of("{play: a.mp4, via: garden, pick: [cellar, garden]}")
    ended = story_of(film("{play: a.mp4, end: x}")).scenes["hall"]

    assert asked.following == ("cellar", "garden", "hall")
    assert picked.following == ("garden", "cellar")
    assert ended.following == ()


def test_an_option_is_found_by_its_id():
    """The one name that no translation changes."""
    option = Option(id="a", label="A", go="x")
    choice = Choice(options=(option,))

    assert choice.option("a") is option
    with pytest.raises(KeyError):
        choice.option("A")
