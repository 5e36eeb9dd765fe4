"""
How likely a text means each option, or none: a few likenesses, weighed.

Every option gets points for how near the text is to its label and example phrases, by letters and
by meaning; "none of them" gets points of its own for looking like small talk. The points become
chances, which add up to one. The weights were learned by `benchmarks/intents/tuning.py` on the
scenes for tuning alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from engine.senses.words.chatter import CHATTER
from engine.senses.words.denials import denies
from engine.senses.words.likeness import (
    cosine,
    folded_phrase,
    grams,
    likeness,
    phrase_grams,
    shared_words,
)
from engine.senses.words.meanings import Meanings, Sense, level

Numbers = NDArray[np.float64]

OPTION_WEIGHTS: Final = {
    "meaning": -4.921,
    "middle": 4.004,
    "said found": -0.654,
    "phrase found": 1.187,
    "one word": 1.740,
    "letters": 4.009,
    "shared words": -2.518,
    "characters": 1.561,
    "part": 0.978,
    "denied": 1.269,
    "undenied meaning": 4.936,
    "two phrases": -0.150,
}
"""Points of an option for each likeness in `nearness`."""
NONE_WEIGHTS: Final = {
    "small talk": 1.358,
    "small talk's letters": 2.980,
    "asks": 1.054,
    "asks in chinese": 0.592,
    "denies": -0.182,
    "words": -2.015,
    "short": -0.122,
    "unknown": -0.051,
    "weight": 2.100,
}
"""Points of "none of them" for each trait in `strangeness`."""
NONE: Final = 1.473
"""Points that "none of them" has from the start."""

_ASKS: Final = re.compile(r"^(?:what|who|where|when|how|which|is|are|does|can|why)\b")
_ASKS_IN_CHINESE: Final = re.compile(r"吗|多少|哪|谁|什么|几|啥|呢$")
_MANY_WORDS: Final = 12
_FEW_WORDS: Final = 2
_MUCH: Final = 4.0


@dataclass(frozen=True, slots=True)
class Said:
    """A folded text, and what is looked up of it once for all options."""

    text: str
    sense: Sense
    whole: NDArray[np.float32]
    denies: bool


def chances(
    text: str,
    options: Sequence[Sequence[str]],
    meanings: Meanings,
    more: Numbers | None = None,
) -> Numbers:
    """
    How likely a folded text means each option, given as its phrases; the last is none.

    `more`: points for each option from somewhere else, such as a model of whole sentences.
    """
    said = read(text, meanings)
    points = nearness_of(said, options, meanings) @ np.array([*OPTION_WEIGHTS.values()])
    points = points if more is None else points + more
    none = strangeness(said, meanings) @ np.array([*NONE_WEIGHTS.values()]) + NONE
    every = np.append(points, none)
    grown = np.exp(every - every.max())
    return np.asarray(grown / grown.sum())


def read(text: str, meanings: Meanings) -> Said:
    """A folded text, looked up."""
    sense = meanings.sense(text)
    return Said(text, sense, sense.whole, denies(text))


def nearness_of(said: Said, options: Sequence[Sequence[str]], meanings: Meanings) -> Numbers:
    """A row of likenesses for each option."""
    return np.array([nearness(said, [folded_phrase(p) for p in each], meanings)
                     for each in options])  # fmt: skip


def nearness(said: Said, phrases: Sequence[str], meanings: Meanings) -> Numbers:
    """The likenesses of a text and an option's folded phrases, named in `OPTION_WEIGHTS`."""
    senses = [_sense(phrase, meanings) for phrase in phrases]
    whole = [float(said.whole @ sense.whole) for sense in senses]
    found = [_found(sense, said.sense) for sense in senses]
    letters = [likeness(said.text, phrase) for phrase in phrases]
    nearest = int(np.argmax(np.array(whole) + np.array(found) + np.array(letters)))
    denied = float(said.denies != denies(phrases[nearest]))
    every = Sense(
        np.concatenate([sense.directions for sense in senses]),
        np.concatenate([sense.shares for sense in senses]),
    )
    middle = level(np.sum([level(sense.directions.sum(0)) for sense in senses], axis=0))
    ours = grams(said.text)
    return np.array([
        max(whole),
        float(said.whole @ middle),
        _found(said.sense, every),
        max(found),
        _best_word(said.sense, every),
        max(letters),
        max(shared_words(said.text, phrase) for phrase in phrases),
        max(cosine(ours, phrase_grams(phrase)) for phrase in phrases),
        max(fuzz.partial_ratio(said.text, phrase) for phrase in phrases) / 100.0,
        denied,
        max(whole) * (1.0 - denied),
        float(np.mean(sorted(whole)[-2:])),
    ])  # fmt: skip


def strangeness(said: Said, meanings: Meanings) -> Numbers:
    """What speaks for none of the options, named in `NONE_WEIGHTS`."""
    ours = grams(said.text)
    words = len(meanings.cut(said.text))
    return np.array([
        float((_small_talk(meanings) @ said.whole).max()),
        max(cosine(ours, phrase_grams(folded_phrase(talk))) for talk in CHATTER),
        float(bool(_ASKS.search(said.text))),
        float(bool(_ASKS_IN_CHINESE.search(said.text))),
        float(said.denies),
        min(words, _MANY_WORDS) / _MANY_WORDS,
        float(words <= _FEW_WORDS),
        float(not len(said.sense.shares)),
        min(float(said.sense.shares.sum()), _MUCH) / _MUCH,
    ])  # fmt: skip


def _found(ours: Sense, theirs: Sense) -> float:
    """How near the words of one text come to words of the other, by how much they say."""
    if not len(ours.shares) or not len(theirs.shares):
        return 0.0
    best = (ours.directions @ theirs.directions.T).max(axis=1)
    return float(best @ ours.shares / max(float(ours.shares.sum()), 1e-6))


def _best_word(ours: Sense, theirs: Sense) -> float:
    """How near the one word that comes nearest comes."""
    if not len(ours.shares) or not len(theirs.shares):
        return 0.0
    return float(((ours.directions @ theirs.directions.T).max(axis=1) * ours.shares).max())


@lru_cache(maxsize=1024)  # the author's phrases only: what viewers type is never kept
def _sense(phrase: str, meanings: Meanings) -> Sense:
    return meanings.sense(phrase)


@lru_cache(maxsize=2)
def _small_talk(meanings: Meanings) -> NDArray[np.float32]:
    return np.array([meanings.sense(folded_phrase(talk)).whole for talk in CHATTER])
