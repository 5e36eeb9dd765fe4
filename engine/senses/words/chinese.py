"""
The mood of Chinese words: a short list of our own with its denials, beside a learned model.

The list knows what "不是" does to "错"; the model (character n-grams) knows what drama
characters sound like. The list leads where it has something to say.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.senses.words.tone import UNHEARD, Tone, together

LONGEST_GRAM: Final = 4
MODEL_TRUST: Final = 0.45
"""How sure the model alone can make one: on dialogue of unseen series it names the side of
little more than half the lines."""
FEWEST: Final = 2
"""Fewer Chinese characters than this say nothing the model could know."""
SOFTNESS: Final = 2.0
SURE_AT_ALL: Final = 0.1
SURER: Final = 1.2
MOST_SURE: Final = 0.75
DISSENT: Final = 0.2
"""How much surety the list loses when the model hears the other side."""
DENIED: Final = -0.7
STRENGTHENED: Final = 1.4
WEAKENED: Final = 0.6
REACH: Final = 4
"""A denial or a strong word counts up to so many characters before what it changes."""

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_PIECES: Final = re.compile(r"[，。！？；、,.!?;\s]+")


@dataclass(frozen=True, slots=True)
class WordList:
    """Words and how they sound, and what stands before them does to that."""

    values: Mapping[str, float]
    denials: tuple[str, ...]
    stronger: tuple[str, ...]
    weaker: tuple[str, ...]

    @property
    def longest(self) -> int:
        """The length of its longest word."""
        return max(map(len, self.values), default=0)


@dataclass(frozen=True, slots=True)
class WordModel:
    """Three classes over hashed character n-grams."""

    weights: NDArray[np.float32]
    """One row per hashed n-gram, one column each for negative, neutral and positive."""
    start: NDArray[np.float32]

    def tone(self, text: str) -> Tone:
        """The mood of a text, by what such texts were in the training lines."""
        rows = grams(text, len(self.weights))
        if not len(rows):
            return UNHEARD
        raw = self.start + self.weights[rows].sum(axis=0) / np.sqrt(len(rows))
        shares = np.exp(raw - raw.max())
        shares /= shares.sum()
        sentiment = float(shares[2] - shares[0])
        return Tone(sentiment, MODEL_TRUST * abs(sentiment))


def open_words(written: bytes) -> WordModel:
    """The model in an `.npz`. ValueError or KeyError where it is none."""
    with np.load(BytesIO(written), allow_pickle=False) as kept:
        small = kept["weights"].astype(np.float32)
        weights = np.sign(small) * np.square(small / 127.0) * kept["scale"]
        return WordModel(weights.astype(np.float32), kept["start"].astype(np.float32))


def grams(text: str, size: int) -> NDArray[np.int64]:
    """Where each distinct run of one to four Chinese characters stands in a table of that size."""
    found = {
        zlib.crc32(piece[i : i + length].encode()) % size
        for piece in _PIECES.split(text)
        for length in range(1, LONGEST_GRAM + 1)
        for i in range(len(piece) - length + 1)
        if _HAN.search(piece[i : i + length])
    }
    return np.array(sorted(found), dtype=np.int64)


def read_list(written: str) -> WordList:
    """The list in a text of lines of a value, or `not`, `more`, `less`, and words."""
    values: dict[str, float] = {}
    before: dict[str, list[str]] = {"not": [], "more": [], "less": []}
    for line in written.splitlines():
        head, *words = line.split() or ["#"]
        if head in before:
            before[head] += words
        elif not head.startswith("#"):
            values.update(dict.fromkeys(words, float(head)))
    return WordList(values, *(tuple(before[kind]) for kind in ("not", "more", "less")))


@dataclass(frozen=True, slots=True)
class Chinese:
    """What reads the mood of Chinese: the list leads, the model fills in."""

    words: WordList
    model: WordModel

    def tone(self, text: str) -> Tone:
        """The mood of a clean Chinese text; unheard where neither knows anything."""
        listed = list_tone(text, self.words)
        enough = len(_HAN.findall(text)) >= FEWEST
        learned = self.model.tone(text) if enough else UNHEARD
        if listed.sure and listed.sentiment * learned.sentiment < 0:
            return Tone(listed.sentiment, listed.sure * (1.0 - DISSENT * abs(learned.sentiment)))
        return together((listed, learned))


def list_tone(text: str, words: WordList) -> Tone:
    """The mood by the list alone; unheard where none of its words stands in the text."""
    found = [value for piece in _PIECES.split(text) for value in _heard(piece, words)]
    if not found:
        return UNHEARD
    whole = sum(found)
    sentiment = whole / (abs(whole) + SOFTNESS)
    agreeing = abs(whole) / sum(abs(value) for value in found)
    return Tone(sentiment, agreeing * min(MOST_SURE, SURE_AT_ALL + SURER * abs(sentiment)))


def _heard(piece: str, words: WordList) -> Iterator[float]:
    """The value of each listed word in a piece, turned or strengthened by what stands before."""
    at, free = 0, 0  # what stands before `free` belongs to a word already heard
    while at < len(piece):
        word = _listed_at(piece, at, words)
        if word is None:
            at += 1
            continue
        if words.values[word]:
            yield words.values[word] * _turn(piece[max(free, at - REACH) : at], words)
        at = free = at + len(word)


def _listed_at(piece: str, at: int, words: WordList) -> str | None:
    """The longest listed word that begins here."""
    for length in range(min(words.longest, len(piece) - at), 0, -1):
        if piece[at : at + length] in words.values:
            return piece[at : at + length]
    return None


def _turn(before: str, words: WordList) -> float:
    """What stands before a word does to it."""
    if any(before.endswith(weak) for weak in words.weaker):
        return WEAKENED
    denied = any(denial in before for denial in words.denials)
    strong = any(word in before for word in words.stronger)
    return (DENIED if denied else 1.0) * (STRENGTHENED if strong else 1.0)
