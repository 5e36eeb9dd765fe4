"""What a reader takes for one letter: an accent with its letter, a family of emoji, a flag."""

import unicodedata
from typing import Final

MARKS: Final = 2
"""Marks that may be piled on one letter; a tower of them would cover the film."""
JOINER: Final = "\u200d"
_HOLDS: Final = frozenset("\u200c\ufe0e\ufe0f")
_SKINS: Final = range(0x1F3FB, 0x1F400)
_TAGS: Final = range(0xE0020, 0xE0080)
_FLAGS: Final = range(0x1F1E6, 0x1F200)
_JAMO: Final = range(0x1160, 0x1200)  # vowels and ends of a Korean syllable
_SPACES: Final = frozenset({"Zs", "Zl", "Zp"})


def plain(text: str) -> str:
    """Text fit for one line: no control, nothing that turns the reading, no tower of marks."""
    kept: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(letter)
        if letter in "\n\r\t" or kind in _SPACES:
            kept.append(" ")
            continue
        marks = marks + 1 if kind.startswith("M") else 0
        joins = letter == JOINER or letter in _HOLDS or ord(letter) in _TAGS
        if joins or (letter.isprintable() and marks <= MARKS):
            kept.append(letter)
    return "".join(kept)


def stops(text: str) -> tuple[int, ...]:
    """Where a caret may stand, from 0 to the end."""
    found = [0]
    flags = 0
    for at in range(1, len(text)):
        flags = flags + 1 if ord(text[at - 1]) in _FLAGS else 0
        if not _together(text[at - 1], text[at], flags):
            found.append(at)
    return (*found, len(text)) if text else (0,)


def stop_before(text: str, at: int) -> int:
    """The stop to the left of a place in the text's own order; its beginning at most."""
    return max((stop for stop in stops(text) if stop < at), default=0)


def stop_behind(text: str, at: int) -> int:
    """The stop behind a place; the end at most."""
    return min((stop for stop in stops(text) if stop > at), default=len(text))


def word_before(text: str, at: int) -> int:
    """Where the word before a place begins."""
    at = len(text[:at].rstrip())
    kind = _kind(text[at - 1]) if at else ""
    while at > 0 and _kind(text[at - 1]) == kind:
        at = stop_before(text, at)
    return at


def word_behind(text: str, at: int) -> int:
    """Where the word behind a place is over, and the space after it."""
    kind = _kind(text[at]) if at < len(text) else ""
    while at < len(text) and _kind(text[at]) == kind and kind != " ":
        at = stop_behind(text, at)
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _together(before: str, letter: str, flags: int) -> bool:
    code, kind = ord(letter), unicodedata.category(letter)
    if kind.startswith("M") or letter == JOINER or letter in _HOLDS:
        return True
    if code in _SKINS or code in _TAGS or code in _JAMO:
        return True
    if code in _FLAGS:
        return flags % 2 == 1
    return before == JOINER and kind in {"So", "Sm", "Cn"}


def _kind(letter: str) -> str:
    """Spaces, words, Chinese and signs are told apart; each Chinese run is one word."""
    if letter == " ":
        return " "
    kind = unicodedata.category(letter)
    if "\u2e80" <= letter < "\ua000" and kind == "Lo":
        return "han"
    return "word" if kind[0] in "LNM" or letter in "'\u2019_" or letter == JOINER else "sign"
