"""English: VADER, and what was learned on top of it."""

import pytest

from engine.senses.words.cleaning import clean
from engine.senses.words.english import English, beside, english_grams
from engine.senses.words.learned import open_learned
from engine.senses.words.tone import UNHEARD
from engine.senses.words.vader import Scores, scores, vader_tone
from engine.senses.words.words import CLEAR

ALONE = English(None)


@pytest.fixture(scope="module")
def english(models):
    return English(open_learned((models / "words-en.npz").read_bytes()))


@pytest.mark.parametrize("typed", ["I love this film", "kill him", "the oar on the shelf", ""])
def test_without_its_weights_vader_answers_alone(typed):
    """The correction is kept apart: a house that lost it still reads English."""
    assert ALONE.tone(typed) == vader_tone(scores(typed))


@pytest.mark.parametrize(
    ("typed", "sign"),
    [
        ("don’t like it", -1),
        ("soooo goooood", 1),
        ("I can't wait to see it", 1),
        ("no one loves you", -1),
        ("hell yeah", 1),
        ("I'm so sorry for your loss", 1),
        ("it's all your fault", -1),
        ("it was not your fault", 1),
        ("it wasn't really her fault", 1),
        ("don't blame yourself", 1),
        ("nobody's fault, old man", 1),
        ("you did everything you could", 1),
        ("you are not alone", 1),
        ("don't be afraid, I'm with you", 1),
        ("everyone makes mistakes", 1),
        ("you couldn't have known", 1),
        ("I'm so sorry", 1),
        ("poor old man", 1),
        ("you let her die", -1),
        ("I love this film", 1),
        ("this is terrible!!!", -1),
    ],
)
def test_the_side_is_right(english, typed, sign):
    """The failures of VADER that were known, and what viewers say to the keeper."""
    tone = english.tone(clean(typed))

    assert tone.sentiment * sign > 0.15
    assert tone.sure > 0.3


@pytest.mark.parametrize(
    "typed",
    [
        "I am not sorry for your loss",
        "I am not sorry",
        "it is his fault",
        "sorry, but you killed her",
    ],
)
def test_what_only_sounds_like_comfort_is_none(english, typed):
    """One word turns it round."""
    assert english.tone(typed).sentiment < 0


@pytest.mark.parametrize("typed", ["qwzx", "oar", "the oar", "", "?!"])
def test_a_word_or_two_nobody_knows_are_unheard(english, typed):
    """Pieces of words would have been heard in them."""
    assert english.tone(typed) == UNHEARD


@pytest.mark.parametrize("typed", ["the boat is on the water", "he goes up the stairs"])
def test_what_has_no_mood_is_hardly_heard(english, typed):
    """A film does not go by it."""
    assert english.tone(typed).sure < CLEAR


def test_words_pairs_and_pieces_are_what_is_learned_from():
    """Small letters, with the marks that shout."""
    found = set(english_grams("Not GOOD!!"))

    assert {"w not", "w good", "w !!", "b not good", "b ^ not", "<go", "ood>", "<good"} <= found


def test_what_vader_says_goes_beside_them():
    """Eight numbers, so that it can be believed where it is strong."""
    assert beside(Scores(-0.6, 0.5, 0.5, 0.0)) == (-0.6, 0.6, 0.5, 0.0, 0.5, 0.0, 0.0, 1.0)
    assert beside(Scores(0.0, 0.0, 1.0, 0.0))[5] == 1.0
