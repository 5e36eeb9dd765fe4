"""A shot as a value."""

from engine.story.units import Seconds
from tests.director.test_paper import shot


def test_the_rest_of_a_shot_is_the_same_file_from_later_on():
    """What is opened when an evening is gone on with in the middle of a clip."""
    rest = shot("a", 8.0).rest(Seconds(3.0))

    assert (rest.scene, rest.start, rest.length) == ("a", 3.0, 5.0)
    assert rest.rest(Seconds(1.0)) == shot("a", 8.0).rest(Seconds(4.0))


def test_the_rest_from_the_start_is_the_shot():
    """So that what was prepared is found again."""
    assert shot("a").rest(Seconds(0.0)) == shot("a")


def test_nothing_is_left_past_the_end():
    """A length is never less than nothing."""
    assert shot("a", 8.0).rest(Seconds(9.0)).length == 0.0
