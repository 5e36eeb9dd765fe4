"""
The mood of Chinese words: a short list of our own with its denials, beside a learned model.

The list knows what "不是" does to "错"; the model (character n-grams) knows what drama
characters sound like. The list leads where it has something to say.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from engine.senses.words.learned import Learned, rows_of
from engine.senses.words.tone import UNHEARD, Tone, together

LONGEST_GRAM: Final = 4
LONG_ENOUGH: Final = 5
"""Texts of more than so many times four signs are all long."""
CLEARLY: Final = 0.3
"""Beyond this what the list says counts once more."""
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
_MARKS: Final = (
    ("?", re.compile("[?？]")),
    ("!", re.compile("[!！]")),
    (".", re.compile(r"\.\.|…")),
)


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


def chinese_grams(text: str) -> Iterator[str]:
    """A text's runs of one to four Chinese signs, its pieces' ends, its marks, and its length."""
    for piece in _PIECES.split(text):
        for length in range(1, LONGEST_GRAM + 1):
            runs = (piece[i : i + length] for i in range(len(piece) - length + 1))
            yield from (run for run in runs if _HAN.search(run))
        if piece:
            yield from (f"^{piece[:2]}", f"{piece[-2:]}$", f"^{piece[0]}", f"{piece[-1]}$")
    yield from (sign for sign, marks in _MARKS if marks.search(text))
    yield f"#{min(len(_HAN.findall(text)) // LONGEST_GRAM, LONG_ENOUGH)}"


def beside(listed: Tone) -> tuple[float, ...]:
    """What the list says, as the six numbers the model weighs beside the n-grams."""
    sentiment = listed.sentiment
    return (
        sentiment,
        abs(sentiment),
        float(listed.sure > 0.0),
        float(sentiment > CLEARLY),
        float(sentiment < -CLEARLY),
        listed.sure * sentiment,
    )


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
    """What reads the mood of Chinese: the list leads, the model fills in, if there is one."""

    words: WordList
    model: Learned | None

    def tone(self, text: str) -> Tone:
        """The mood of a clean Chinese text; unheard where neither knows anything."""
        listed = list_tone(text, self.words)
        if self.model is None or len(_HAN.findall(text)) < FEWEST:
            return listed
        rows = rows_of(chinese_grams(text), len(self.model.weights))
        learned = self.model.tone(rows, beside(listed))
        return _both(listed, learned)


def _both(listed: Tone, learned: Tone) -> Tone:
    """The list leads; a model that agrees takes nothing away, one that does not makes unsure."""
    if not listed.sure or not learned.sure:
        return together((listed, learned))
    if listed.sentiment * learned.sentiment < 0:
        return Tone(listed.sentiment, listed.sure * (1.0 - DISSENT * abs(learned.sentiment)))
    farther = max(listed.sentiment, learned.sentiment, key=abs)
    return Tone(farther, max(listed.sure, learned.sure))


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
        if word is None or _strengthens(word, piece[at + len(word) :], words):
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


def _strengthens(word: str, after: str, words: WordList) -> bool:
    """Whether a word is only there for the one that follows it, as "好" before "害怕"."""
    return word in words.stronger and _listed_at(after, 0, words) is not None


def _turn(before: str, words: WordList) -> float:
    """What stands before a word does to it."""
    if any(before.endswith(weak) for weak in words.weaker):
        return WEAKENED
    denied = any(denial in before for denial in words.denials)
    strong = any(word in before for word in words.stronger)
    return (DENIED if denied else 1.0) * (STRENGTHENED if strong else 1.0)
