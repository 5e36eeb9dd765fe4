"""What the engine says to an author about a story: what is wrong, where, and how to mend it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from engine.story.places import Place
from engine.story.rules import Rule, Weight

__all__ = ["WIDE", "Finding", "Rule", "Weight", "excerpt", "found", "is_wide", "nearest", "short"]

NEAR: Final = 65
"""Names less alike than this, of 100, are not slips of the same name."""
NEAR_IN_CHINESE: Final = 50
"""One sign of two says as much as half a word."""

WIDTH: Final = 76
"""How many columns of a line are shown, so that with four blanks before them a terminal of
ordinary width does not break the line and take its caret along."""
BEFORE: Final = 60
"""How many of them come before the spot and with it."""
WIDE: Final = re.compile("[\u1100-\u115f\u2e80-\uffe6]")
"""A letter that takes two columns in a terminal, as Chinese signs do."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an author should know: what, where, and how to mend it."""

    rule: Rule
    place: Place
    says: str
    remedy: str
    weight: Weight
    """Whether it stops the film from being shown: the rule's own, or more in a release."""

    def __str__(self) -> str:
        return f"{self.place}: {self.rule.code} {self.says}. {self.remedy}"


def found(rule: Rule, place: Place, **words: object) -> Finding:
    """A finding of this rule at this place, its sentences filled in."""
    shown = {key: short(str(word)) for key, word in words.items()}
    says, remedy = rule.says.format(**shown), rule.remedy.format(**shown)
    return Finding(rule, place, says, remedy, rule.weight)


def short(text: str, most: int = 120) -> str:
    """The text on one line and not too long to read."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def nearest(name: str, known: Iterable[str]) -> str:
    """A sentence that helps with a name nobody knows: the nearest known one, or what there is."""
    names = sorted(set(known))
    if not names:
        return "There are none yet."
    from rapidfuzz import fuzz, process  # noqa: PLC0415 -- a film without a slip starts sooner

    cutoff = NEAR_IN_CHINESE if name and all(map(is_wide, name)) else NEAR
    close = process.extractOne(
        name, names, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=cutoff
    )
    if close is not None:
        return f"Did you mean '{close[0]}'?"
    few = 12
    more = f" and {len(names) - few} more" if len(names) > few + 1 else ""
    return f"Known: {', '.join(names if not more else names[:few])}{more}."


def excerpt(finding: Finding, sources: Mapping[str, str]) -> str:
    """The line the finding is about with a caret under the spot; empty where no line is."""
    lines = _lines(sources.get(finding.place.file, ""))
    if not 1 <= finding.place.line <= len(lines):
        return ""
    line = lines[finding.place.line - 1].replace("\t", " ").rstrip()
    column = min(max(finding.place.column, 1), len(line) + 1)
    start = column - 1
    taken = _columns(line[start:column])
    while start and (taken := taken + _columns(line[start - 1])) <= BEFORE:
        start -= 1
    end = column - 1
    taken = _columns(line[start:end])
    while end < len(line) and (taken := taken + _columns(line[end])) <= WIDTH:
        end += 1
    return f"{line[start:end]}\n{_blank(line[start : column - 1])}^"


@lru_cache(maxsize=4)  # a thousand findings may be about one long file
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.splitlines())


def _columns(text: str) -> int:
    return len(text) + sum(is_wide(letter) for letter in text)


def _blank(text: str) -> str:
    """As much space as the text takes; a Chinese character takes two columns."""
    return "".join("\u3000" if is_wide(letter) else " " for letter in text)


def is_wide(letter: str) -> bool:
    """Whether the letter takes two columns in a terminal."""
    return WIDE.match(letter) is not None
