"""
How likely a text means each option, or none: a few likenesses, weighed.

Every option gets points for how near the text is to its label and example phrases, by letters, by
the meaning of its words and by what the line says; "none of them" gets points of its own for what
speaks against all of them (`traits.py`). The points become chances, which add up to one. The
weights were learned by `benchmarks/intents/tuning.py` on the scenes for tuning alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

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
from engine.senses.words.sayings import Rows
from engine.senses.words.traits import NONE_WEIGHTS, Said, read, traits

Numbers = NDArray[np.float64]

OPTION_WEIGHTS: Final = {
    "meaning": -2.334,
    "middle": 1.314,
    "said found": -1.678,
    "phrase found": 0.970,
    "one word": 1.017,
    "letters": 3.021,
    "shared words": -1.519,
    "characters": -1.758,
    "part": -0.754,
    "denied": 0.746,
    "undenied meaning": 1.922,
    "line": 0.685,
    "middle line": 2.607,
    "pieces found": 4.652,
    "undenied line": 1.216,
    "own letters": 1.147,
    "turned down": -2.272,
    "words turned down": -0.680,
    "left": 6.082,
    "middle left": -0.281,
}
"""Points of an option for each likeness in `nearness`."""
NONE: Final = 3.155
"""Points that "none of them" has from the start."""


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """An option as its author wrote it, looked up once for all that is typed."""

    phrases: tuple[str, ...]
    senses: tuple[Sense, ...]
    every: Sense
    middle: Rows
    lines: Rows
    """What each phrase says, a row each."""
    line: Rows
    """The middle of them."""
    plain: Rows
    """As `lines`, of the phrases that deny nothing."""
    pieces: Rows
    own: frozenset[str]
    """Characters that stand together here and in no other option."""


def chances(
    text: str,
    options: Sequence[Sequence[str]],
    meanings: Meanings,
    more: Numbers | None = None,
) -> Numbers:
    """
    How likely a clean text means each option, given as its phrases; the last is none.

    `more`: points for each option from somewhere else, such as a model of whole sentences.
    """
    said, asked = read(text, meanings), look_up(options, meanings)
    points = nearness_of(said, asked) @ np.array([*OPTION_WEIGHTS.values()])
    points = points if more is None else points + more
    against = traits(said, [option.phrases for option in asked], meanings)
    none = against @ np.array([*NONE_WEIGHTS.values()]) + NONE
    return shares(np.append(points, none))


def shares(points: Numbers) -> Numbers:
    """Points along the last axis as chances that add up to 1 (softmax)."""
    grown = np.exp(points - points.max(axis=-1, keepdims=True))
    return np.asarray(grown / grown.sum(axis=-1, keepdims=True))


def likely(every: Numbers) -> Numbers:
    """
    How surely to answer with each option: the middle of two chances.

    One that it is meant, and one that any is: where two options are near each other, a guess
    among them is better than to ask again, and where none may be meant it is not.
    """
    return np.asarray(np.sqrt(every[..., :-1] * (1.0 - every[..., -1:])))


def look_up(options: Sequence[Sequence[str]], meanings: Meanings) -> tuple[Asked, ...]:
    """The options of a scene, ready to be compared with."""
    return _look_up(tuple(tuple(map(folded_phrase, option)) for option in options), meanings)


def nearness_of(said: Said, asked: Sequence[Asked]) -> Numbers:
    """A row of likenesses for each option."""
    return np.array([nearness(said, option) for option in asked])


def nearness(said: Said, option: Asked) -> Numbers:
    """The likenesses of a text and an option, named in `OPTION_WEIGHTS`."""
    whole = [float(said.sense.whole @ sense.whole) for sense in option.senses]
    found = [_found(sense, said.sense) for sense in option.senses]
    ours = grams(said.text)
    signs = [cosine(ours, phrase_grams(phrase)) for phrase in option.phrases]
    letters = [likeness(said.text, phrase, near)
               for phrase, near in zip(option.phrases, signs, strict=True)]  # fmt: skip
    nearest = int(np.argmax(np.array(whole) + np.array(found) + np.array(letters)))
    denied = float(said.denies != denies(option.phrases[nearest]))
    line = float(option.line @ said.saying.whole)
    return np.array([
        max(whole),
        float(said.sense.whole @ option.middle),
        _found(said.sense, option.every),
        max(found),
        _best_word(said.sense, option.every),
        max(letters),
        max(shared_words(said.text, phrase) for phrase in option.phrases),
        max(signs),
        max(fuzz.partial_ratio(said.text, phrase) for phrase in option.phrases) / 100.0,
        denied,
        max(whole) * (1.0 - denied),
        float((option.lines @ said.saying.whole).max()),
        line,
        _pieces_found(said, option),
        line * (1.0 - denied),
        _own_letters(ours, option),
        float((option.plain @ said.turned_down.whole).max()),
        max(shared_words(said.down, phrase) for phrase in option.phrases),
        float((option.lines @ said.left.whole).max()),
        float(option.line @ said.left.whole),
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


def _pieces_found(said: Said, option: Asked) -> float:
    """As `_found`, by the pieces of the line."""
    parts, sizes = said.saying.parts, said.saying.sizes
    if not len(parts) or not len(option.pieces):
        return 0.0
    best = (parts @ option.pieces.T).max(axis=1)
    return float(best @ sizes / max(float(sizes.sum()), 1e-6))


def _own_letters(ours: dict[str, int], option: Asked) -> float:
    """How much of the text stands in this option's phrases and in no other's."""
    own = sum(count for gram, count in ours.items() if gram in option.own)
    return float((own / max(1, sum(ours.values()))) ** 0.5)


@lru_cache(maxsize=64)  # the author's phrases only: what viewers type is never kept
def _look_up(options: tuple[tuple[str, ...], ...], meanings: Meanings) -> tuple[Asked, ...]:
    held = [frozenset(gram for phrase in each for gram in phrase_grams(phrase))
            for each in options]  # fmt: skip
    return tuple(
        _asked(phrases, frozenset(held[at].difference(*held[:at], *held[at + 1 :])), meanings)
        for at, phrases in enumerate(options)
    )


def _asked(phrases: tuple[str, ...], own: frozenset[str], meanings: Meanings) -> Asked:
    senses = tuple(meanings.sense(phrase) for phrase in phrases)
    sayings = [meanings.sayings.say(phrase) for phrase in phrases]
    lines = np.array([saying.whole for saying in sayings])
    return Asked(
        phrases=phrases,
        senses=senses,
        every=Sense(
            np.concatenate([sense.directions for sense in senses]),
            np.concatenate([sense.shares for sense in senses]),
        ),
        middle=level(np.sum([level(sense.directions.sum(0)) for sense in senses], axis=0)),
        lines=lines,
        line=level(lines.mean(axis=0)),
        plain=lines * np.array([[not denies(phrase)] for phrase in phrases], np.float32),
        pieces=np.concatenate([saying.parts for saying in sayings]),
        own=own,
    )
