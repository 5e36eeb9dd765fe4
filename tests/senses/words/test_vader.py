"""VADER, with its known faults mended around it. The cases are from its own list of issues."""

import pytest

from engine.senses.words.cleaning import clean
from engine.senses.words.tone import UNHEARD
from engine.senses.words.vader import english_tone


@pytest.mark.parametrize(
    ("typed", "sign"),
    [
        ("don’t like it", -1),
        ("soooo goooood", 1),
        ("I can't wait", 1),
        ("no one loves you", -1),
        ("hell yeah", 1),
        ("it's all your fault", -1),
        ("I love this film", 1),
        ("this is terrible!!!", -1),
    ],
)
def test_the_side_is_right(typed, sign):
    """Each of these plain VADER of 3.3.2 gets wrong, or any reader must get right."""
    tone = english_tone(clean(typed))

    assert tone.sentiment * sign > 0.15
    assert tone.sure > 0.3


def test_words_without_a_mood_are_unheard():
    """Not the same as calm."""
    assert english_tone("the oar on the shelf") == UNHEARD


def test_stronger_is_surer():
    """As it was measured."""
    mild, strong = english_tone("it is nice"), english_tone("I love it, it is wonderful")

    assert strong.sure > mild.sure
