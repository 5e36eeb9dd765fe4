"""VADER, with its known faults mended around it. The cases are from its own list of issues."""

from dataclasses import dataclass

import pytest

from engine.senses.words.cleaning import clean
from engine.senses.words.tone import UNHEARD
from engine.senses.words.vader import CAP, WORDS, scores, vader_tone


def tone_of(typed):
    return vader_tone(scores(clean(typed)))


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
    tone = tone_of(typed)

    assert tone.sentiment * sign > 0.15
    assert tone.sure > 0.3


def test_words_without_a_mood_are_unheard():
    """Not the same as calm."""
    assert tone_of("the oar on the shelf") == UNHEARD


def test_stronger_is_surer():
    """As it was measured."""
    mild, strong = tone_of("it is nice"), tone_of("I love it, it is wonderful")

    assert strong.sure > mild.sure


def test_what_stands_after_five_hundred_letters_is_not_read():
    """VADER's time grows with the square of a text."""
    calm = "the oar on the shelf " * 30

    assert len(calm) > CAP
    assert scores(calm + "I hate it") == scores(calm)


@pytest.mark.parametrize(
    "typed",
    [
        "😀" * 2000,
        "good bad " * 100_000,
        "no " * 300_000,
        "cant wait " * 300,
        "(: " * 9000,
        "A1 " * 500,
        "x" * 10**6,
    ],
)
def test_vader_is_never_handed_more_than_it_can_read(monkeypatch, typed):
    """Two thousand emoji took it ten seconds, a long text minutes."""
    handed = []
    monkeypatch.setattr("engine.senses.words.vader.vader", lambda: Listening(handed))

    scores(typed)

    assert len(handed[0]) <= CAP
    assert len(handed[0].split()) <= 2 * WORDS


@dataclass
class Listening:
    """Stands where VADER is, and keeps what it is handed."""

    handed: list
    lexicon: tuple = ()

    def polarity_scores(self, text):
        self.handed.append(text)
        return {"compound": 0.0, "neg": 0.0, "neu": 1.0, "pos": 0.0}
