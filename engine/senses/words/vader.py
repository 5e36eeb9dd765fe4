"""The mood of English words: VADER, with its known faults mended around it."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from engine.senses.words.tone import UNHEARD, Tone

CAP: Final = 500
"""VADER's time grows with the square of a text's length; longer texts are read up to here."""
WORDS: Final = 100
SURE_AT_ALL: Final = 0.35
SURER: Final = 0.55
"""How often VADER's sign is right, by its strength, on 5 967 comments and film lines: from 0.4
for the weakest to 0.9 for the strongest."""

_LONG: Final = re.compile(r"([A-Za-z])\1{2,}")
_MENDED: Final = (
    (re.compile(r"\b(?:no one|nobody)\b", re.IGNORECASE), "never"),  # as VADER denies
    (re.compile(r"\b(?:can't|cannot|cant) wait\b", re.IGNORECASE), "look forward, great"),
    (re.compile(r"\bhell yeah\b", re.IGNORECASE), "great yeah"),
)


@dataclass(frozen=True, slots=True)
class Scores:
    """What VADER says of a text: the whole, -1 to 1, and the shares of its words by side."""

    whole: float
    negative: float
    neutral: float
    positive: float


@cache
def vader() -> Any:  # noqa: ANN401 -- VADER has no types
    """VADER, brought in at the first English sentence and never by importing this file."""
    from vaderSentiment.vaderSentiment import (  # noqa: PLC0415 -- late on purpose: 60 ms
        SentimentIntensityAnalyzer,
    )

    return SentimentIntensityAnalyzer()


def scores(text: str) -> Scores:
    """What VADER says of the beginning of a clean English text, once that is mended."""
    said = vader().polarity_scores(_mended(" ".join(text[:CAP].split()[:WORDS]))[:CAP])
    return Scores(said["compound"], said["neg"], said["neu"], said["pos"])


def vader_tone(heard: Scores) -> Tone:
    """The mood by VADER alone; unheard where no word of the text is in its list."""
    if heard.whole == 0.0:
        return UNHEARD
    return Tone(heard.whole, SURE_AT_ALL + SURER * abs(heard.whole))


def _mended(text: str) -> str:
    for fault, better in _MENDED:
        text = fault.sub(better, text)
    return " ".join(_shortened(word) for word in text.split())


def _shortened(word: str) -> str:
    """A word said long, "soooo", as VADER knows it: with two or with one of the letter."""
    if not _LONG.search(word):
        return word
    twice = _LONG.sub(r"\1\1", word)
    return twice if _bare(twice) in vader().lexicon else _LONG.sub(r"\1", word)


def _bare(word: str) -> str:
    return word.strip("\"'.,!?;:").lower()
