"""How much alike two texts are by their letters and words, without knowing what they mean."""

import re
from collections import Counter
from functools import lru_cache
from math import sqrt
from typing import Final

from rapidfuzz import fuzz

from engine.senses.words.characters import simplified
from engine.senses.words.cleaning import clean, folded
from engine.senses.words.denials import DENIALS, denies
from engine.senses.words.languages import listed, words_of

DENIED: Final = 0.4
"""What is taken off when one of two texts denies and the other does not."""
HELD: Final = 0.9
"""How alike a text is that holds a whole phrase: "I want to knock" and "knock"."""
SHORTEST_HELD: Final = 2

COMMON: Final = listed(
    "a an and are be but by did do does for had has have he her him his how i i'd i'll i'm i've"
    " if in into is it it's its just me my of on or our please really she so that the their"
    " them then there they this to up us very want was we were what will with would you you'd"
    " you're your take option choose pick"
)
"""English words that say little about which option is meant."""
HAN: Final = re.compile(r"[\u3400-\u9fff]")

Grams = Counter[str]


def compared(text: str) -> str:
    """A clean text as it is compared: small letters, simplified characters, no punctuation."""
    return folded(simplified(text))


@lru_cache(maxsize=1024)  # the author's phrases only: what viewers type is never kept
def folded_phrase(phrase: str) -> str:
    """An author's phrase as it is compared."""
    return compared(clean(phrase))


@lru_cache(maxsize=1024)  # as above
def phrase_grams(phrase: str) -> Grams:
    """The characters that stand together in a folded phrase of the author's."""
    return grams(phrase)


def likeness(said: str, phrase: str, near: float | None = None) -> float:
    """
    How much alike two folded texts are in what they mean, 0..1, by their letters only.

    `near`: the cosine of their grams, where it is at hand.
    """
    if not said or not phrase:
        return 0.0
    if said == phrase:
        return 1.0
    near = cosine(grams(said), phrase_grams(phrase)) if near is None else near
    alike = 0.5 * shared_words(said, phrase) + 0.5 * near
    if holds(said, phrase):
        alike = max(alike, HELD)
    return max(0.0, alike - (DENIED if denies(said) != denies(phrase) else 0.0))


def shared_words(said: str, phrase: str) -> float:
    """How many of the words that carry meaning two texts share, 0..1."""
    ours, theirs = weighty(said), weighty(phrase)
    return fuzz.token_set_ratio(ours, theirs) / 100.0 if ours and theirs else 0.0


def weighty(said: str) -> str:
    """The words that carry meaning: for Chinese, every two characters that stand together."""
    if HAN.search(said):
        packed = said.replace(" ", "")
        return " ".join(packed[i : i + 2] for i in range(max(1, len(packed) - 1)))
    return " ".join(word for word in words_of(said) if word not in COMMON | DENIALS)


def grams(said: str) -> Grams:
    """Every one to three characters (Chinese) or three to four (others) that stand together."""
    chinese = HAN.search(said)
    packed = said.replace(" ", "") if chinese else f" {said} "
    sizes = (1, 2, 3) if chinese else (3, 4)
    return Counter(packed[i : i + n] for n in sizes for i in range(len(packed) - n + 1))


def cosine(ours: Grams, theirs: Grams) -> float:
    """How much alike two counts are, 0..1."""
    shared = sum(count * theirs[gram] for gram, count in ours.items())
    long = sqrt(sum(n * n for n in ours.values()) * sum(n * n for n in theirs.values()))
    return shared / long if long else 0.0


def holds(said: str, phrase: str) -> bool:
    """Whether a whole phrase stands in the text, as words."""
    if len(phrase) < SHORTEST_HELD:
        return False
    if HAN.search(phrase):
        return phrase.replace(" ", "") in said.replace(" ", "")
    return bool(weighty(phrase)) and f" {phrase} " in f" {said} "
