"""
How a written line lies in its field: what of it is in sight, and where the caret stands.

Its pictures are kept here alone, while they are written, and not among the fonts' own.
"""

import functools
import itertools
import unicodedata
from typing import Final

import pygame

from engine.stage import graphemes
from engine.stage.draft import LONGEST, Draft
from engine.stage.fonts import Fonts
from engine.stage.page import Writing
from engine.stage.reading_order import from_right
from engine.stage.theme import Style

_NEAR: Final = 50
"""Letters that are still free when their number begins to be told."""
_AHEAD: Final = 0.12
"""Share of the field that is kept in sight beyond the caret."""
_DARK: Final = ("SAD", "CRY", "WEARY", "FROWN", "ANGRY", "FEAR", "POUT", "DISAPPOINT", "TEARS",
                "ANGUISH", "PENSIVE", "WORRIED")  # fmt: skip
_FIRST_EMOJI: Final = "\u2190"
_HEART, _BRIGHT_FACE, _DARK_FACE, _STAR = "♥☺☹★"
_TYPED: Final = {_HEART: "<3", _BRIGHT_FACE: ":)", _DARK_FACE: ":(", _STAR: "*"}
"""As people wrote them before there were any."""
_CARET: Final = 2
"""Pixels beyond the last letter, for the caret."""


class Ink:
    """One line, as it was laid out last. Main thread only."""

    def __init__(self) -> None:
        self.caret: pygame.Rect | None = None
        """Where the caret stands in the window; none before it was laid out."""
        self._line: _Line | None = None
        self._scrolled = 0
        self._left = 0
        """Where the line begins in the window."""
        self._at = self._composed = 0

    def forget(self) -> None:
        """No picture of what was written is kept."""
        self.caret, self._line, self._scrolled = None, None, 0

    def lay(
        self, fonts: Fonts, style: Style, unit: float, area: pygame.Rect,
        draft: Draft, composing: str = "", choosing: int = 0,
    ) -> Writing:  # fmt: skip
        """The line within the area that it may be seen in; it scrolls so that the caret is."""
        at, text = draft.at, draft.text[: draft.at] + composing + draft.text[draft.at :]
        self._at, self._composed = at, len(composing)
        line = self._line = self._taken(_Line(text, style, unit, fonts))
        caret = line.across(at + min(choosing, len(composing)))
        self._scroll(caret, line.width, area.width)
        spare = max(0, area.width - line.width) if line.from_right else 0
        self._left = area.left + spare - self._scrolled
        caret += self._left
        self.caret = pygame.Rect(caret, area.top, max(2, round(2 * unit)), area.height)
        first, last = draft.selected
        return Writing(
            line=line.picture,
            left=self._left,
            caret=caret,
            selected=None if first == last or composing else self._span(line, first, last),
            composed=self._span(line, at, at + len(composing)) if composing else None,
            left_over=_left_over(len(text)),
        )

    def nearest(self, x: int) -> int:
        """The place in the written text, what is being composed aside, nearest to a pixel."""
        line = self._line
        if line is None:
            return 0
        there = x - self._left
        found = min(graphemes.stops(line.text), key=lambda at: abs(line.across(at) - there))
        return found - min(max(0, found - self._at), self._composed)

    def _taken(self, line: "_Line") -> "_Line":
        """The line as it was measured already, if it is the same."""
        known = self._line
        return known if known is not None and known.same(line) else line

    def _span(self, line: "_Line", first: int, last: int) -> tuple[int, int]:
        ends = sorted(self._left + line.across(at) for at in (first, last))
        return ends[0], ends[1]

    def _scroll(self, caret: int, wide: int, room: int) -> None:
        """As little as brings the caret into sight, with something of what lies beyond it."""
        ahead = round(room * _AHEAD)
        if wide <= room:
            self._scrolled = 0
            return
        if caret - self._scrolled > room - ahead:
            self._scrolled = caret - room + ahead
        if caret - self._scrolled < ahead:
            self._scrolled = caret - ahead
        self._scrolled = min(max(0, self._scrolled), wide - room + _CARET)


class _Line:
    """A text in one size, measured and drawn once."""

    def __init__(self, text: str, style: Style, unit: float, fonts: Fonts) -> None:
        self.text, self._style, self._unit, self._fonts = text, style, unit, fonts
        self.look = (text, style, unit, id(fonts))
        self._across: dict[int, int] = {}
        self._signs: dict[str, str] = {}

    def same(self, other: "_Line") -> bool:
        """Whether it would look the same."""
        return self.look == other.look

    @functools.cached_property
    def from_right(self) -> bool:
        """Whether it is read from the right."""
        return from_right(self.text)

    @functools.cached_property
    def picture(self) -> pygame.Surface:
        """It, drawn."""
        return self._fonts.unkept_line(self._shown(self.text), self._style, self._unit)

    @property
    def width(self) -> int:
        """How wide it is."""
        return self.picture.get_width()

    def across(self, at: int) -> int:
        """How far a place in the text is from the line's left end."""
        if at not in self._across:
            shown = self._shown(self.text[:at])
            before = self._fonts.unkept_width(shown, self._style, self._unit)
            self._across[at] = self.width - before if self.from_right else before
        return self._across[at]

    def _shown(self, text: str) -> str:
        """The text with a plain sign for each emoji that no typeface here can draw."""
        if text.isascii():
            return text
        pairs = itertools.pairwise(graphemes.stops(text))
        return "".join(self._sign(text[first:last]) for first, last in pairs)

    def _sign(self, letter: str) -> str:
        first = letter[0]
        if first < _FIRST_EMOJI or unicodedata.category(first) != "So":
            return letter
        if letter not in self._signs:
            sign = plain_sign(first)
            drawable = (one for one in (first, sign) if self._draws(one))
            self._signs[letter] = next(drawable, _TYPED[sign])
        return self._signs[letter]

    def _draws(self, sign: str) -> bool:
        return self._fonts.draws(sign, self._style)


def plain_sign(emoji: str) -> str:
    """A sign that old typefaces have, in place of an emoji: a heart, a face, or a star."""
    name = unicodedata.name(emoji, "")
    if "HEART" in name and "FACE" not in name:
        return _HEART
    if "FACE" in name or "CAT" in name:
        dark = any(word in name for word in _DARK) and "JOY" not in name
        return _DARK_FACE if dark else _BRIGHT_FACE
    return _STAR


def _left_over(letters: int) -> int | None:
    """How many letters may still follow, once there are few."""
    left = max(0, LONGEST - letters)
    return left if left <= _NEAR else None
