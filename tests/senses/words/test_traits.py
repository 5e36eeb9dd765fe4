"""What speaks for none of the options, whatever is asked."""

import pytest

from engine.senses.senses import models_folder
from engine.senses.words.likeness import compared
from engine.senses.words.meanings import open_folder
from engine.senses.words.traits import NONE_WEIGHTS, read, small_talk, traits

TABLE = open_folder(models_folder())
DOOR = (("open the door", "go in"), ("walk away", "don't go in"))


def trait(name, typed, options=DOOR):
    every = traits(read(compared(typed), TABLE), options, TABLE)
    return every[[*NONE_WEIGHTS].index(name)]


def test_there_is_a_weight_for_every_trait():
    """A trait without a weight would be weighed by its neighbour's."""
    assert traits(read("knock", TABLE), DOOR, TABLE).shape == (len(NONE_WEIGHTS),)


@pytest.mark.parametrize(
    ("name", "typed", "other"),
    [
        ("asks", "who is she", "open it"),
        ("exclaims", "这只狗好可爱", "把狗牵走"),
        ("exclaims", "太感人了", "别太快"),
        ("tells of its own", "我奶奶也这样", "我去开门"),
        ("begins with I", "i had a dog once", "go in"),
        ("of the film", "lovely music", "play it"),
        ("of somebody", "let him go", "go"),
        ("of somebody", "让他走", "走"),
        ("ends in asking", "能拍照吗", "拍照"),
    ],
)
def test_how_a_text_is_said_is_heard(name, typed, other):
    """By a few signs in each language."""
    assert trait(name, typed) == 1.0
    assert trait(name, other) == 0.0


def test_who_denies_an_option_refuses_it():
    """ "Don't open the door" names the door only to leave it shut."""
    assert trait("refuses", "don't open the door") > 0.7
    assert trait("refuses", "open the door") == 0.0


def test_an_option_that_is_itself_a_denial_is_not_refused_by_one():
    """ "Don't go in" is what it says."""
    assert trait("refuses", "don't go in", (("walk away", "don't go in"),)) == 0.0


def test_small_talk_is_nearest_to_itself():
    """A line of the list is small talk."""
    assert small_talk(read("i am hungry", TABLE), TABLE).max() == pytest.approx(1.0, abs=1e-3)
