"""Typed words made harmless: short, plain, without tricks. Every reader gets only these."""

import re
import unicodedata
from typing import Final

LONGEST: Final = 500
"""Characters that are read; the rest of a longer text is not looked at."""
TYPED: Final = 4 * LONGEST
"""Characters that are cleaned: of more than these nothing is even touched."""
MARKS: Final = 2
"""Marks that may be piled on one letter."""

_RUN: Final = re.compile(r"(.)\1{3,}", re.DOTALL)
_PHRASE_RUN: Final = re.compile(r"(.{2,16}?)\1{3,}", re.DOTALL)
_QUOTES: Final = str.maketrans(dict.fromkeys("‘’‚‛ʼ´`′＇", "'") | dict.fromkeys("“”„‟″＂", '"'))
_DROPPED: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_TINTS: Final = frozenset("\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
"""Said of an emoji: drawn in colour or not, and in which skin. They change no meaning."""


def clean(text: str) -> str:
    """
    The text as it is read: at most 500 plain characters, whatever was typed.

    What is clean stays as it is: what one pass brings together (letters between which an
    invisible sign was dropped, runs of runs), the next makes clean, until nothing changes.
    """
    said = _calmed(text[:TYPED])
    while (calmer := _calmed(said)) != said:
        said = calmer
    return said


def folded(text: str) -> str:
    """A clean text for comparing: small letters, no punctuation, single spaces."""
    small = text.casefold()
    return " ".join("".join(c if c.isalnum() or c == "'" else " " for c in small).split())


def _calmed(text: str) -> str:
    """One pass. After the first, a pass that changes the letters makes the text shorter."""
    plain = unicodedata.normalize("NFKC", text.translate(_QUOTES)).translate(_QUOTES)
    kept = "".join(_kept(plain[:TYPED]))
    calm = _PHRASE_RUN.sub(r"\1\1\1", _RUN.sub(r"\1\1\1", " ".join(kept.split())))
    return calm[:LONGEST].strip()


def _kept(text: str) -> list[str]:
    """The letters that stay: no control, no invisible format, no tower of marks."""
    kept: list[str] = []
    marks = 0
    for letter in text:
        kind = unicodedata.category(letter)
        if letter in "\n\t\r":
            kept.append(" ")
        if kind in _DROPPED or letter in _TINTS:
            continue
        marks = marks + 1 if kind.startswith("M") else 0
        if marks <= MARKS:
            kept.append(letter)
    return kept
