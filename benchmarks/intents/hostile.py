"""Texts of a megabyte that passers-by and programs may send, to be made clean in no time."""

import time

from engine.senses.words.cleaning import clean

MEGABYTE = 1_000_000
UNITS = {
    "one letter": "a",
    "two words": "good bad ",
    "spaces": " ",
    "faces": "😀",
    "tinted thumbs": "👍🏽❤️",
    "chinese": "你的错",
    "marks": "\u0301",
    "a letter and its marks": "a\u0301\u0323\u0308\u0327",
    "half letters": "\ud800",
    "zeros": "\x00",
    "turned around": "\u202e\u2066a",
    "one sign that becomes eighteen": "\ufdfa",
    "long repeats": "abcdefghijklmnop",
    "nearly repeats": "".join(f"ab{number}" for number in range(300)),
    "korean parts": "\u1100\u1161\u11a8",
    "curly quotes": "‘’“”",
    "brackets": "(((",
    "denials": "not ",
}


def slowest(*, quick: bool) -> tuple[float, str]:
    """The CPU milliseconds of the slowest text, the best of three each, and its name."""
    tries = 1 if quick else 3
    found = []
    for name, unit in UNITS.items():
        text = (unit * (MEGABYTE // len(unit) + 1))[:MEGABYTE]
        found.append((min(_spent(text) for _ in range(tries)), name))
    return max(found)


def _spent(text: str) -> float:
    began = time.process_time()
    clean(text)
    return (time.process_time() - began) * 1000
