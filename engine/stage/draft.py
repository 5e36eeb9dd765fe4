"""A line that somebody writes, as a value: its letters, the caret, and what is selected."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from engine.stage import graphemes
from engine.stage.reading_order import from_right

LONGEST: Final = 500
"""Letters; the words are read no further, so no more are taken (`senses/words/cleaning`)."""


class Move(StrEnum):
    """Where a caret goes."""

    LEFT = "left"
    RIGHT = "right"
    WORD_LEFT = "word-left"
    WORD_RIGHT = "word-right"
    HOME = "home"
    END = "end"


@dataclass(frozen=True, slots=True)
class Draft:
    """A change makes a new one."""

    text: str = ""
    at: int = 0
    """Where the caret stands, in letters."""
    anchor: int = 0
    """Where a selection began; at the caret while there is none."""

    @property
    def selected(self) -> tuple[int, int]:
        """From where to where; both the caret's place while nothing is."""
        return min(self.at, self.anchor), max(self.at, self.anchor)

    @property
    def chosen(self) -> str:
        """What is selected."""
        first, last = self.selected
        return self.text[first:last]

    def put(self, text: str) -> "Draft":
        """These letters in place of what is selected, as many as there is room for."""
        first, last = self.selected
        before, behind = self.text[:first], self.text[last:]
        room = LONGEST - len(before) - len(behind)
        added = _fitting(graphemes.plain(text), room)
        return _caret(before + added + behind, len(before + added))

    def erased(self, *, ahead: bool = False, word: bool = False) -> "Draft":
        """Without what is selected, or else without the letter or the word beside the caret."""
        first, last = self.selected
        if first == last:
            last = self._ahead(word=word) if ahead else self.at
            first = self.at if ahead else self._back(word=word)
        return _caret(self.text[:first] + self.text[last:], first)

    def moved(self, move: Move, *, selecting: bool = False) -> "Draft":
        """The caret elsewhere. Left and right are as one sees them, also in Hebrew."""
        first, last = self.selected
        ahead = (move in {Move.RIGHT, Move.WORD_RIGHT}) != from_right(self.text)
        match move:
            case Move.HOME:
                at = 0
            case Move.END:
                at = len(self.text)
            case Move.LEFT | Move.RIGHT if first != last and not selecting:
                at = last if ahead else first
            case _:
                word = move in {Move.WORD_LEFT, Move.WORD_RIGHT}
                at = self._ahead(word=word) if ahead else self._back(word=word)
        return self.placed(at, selecting=selecting)

    def placed(self, at: int, *, selecting: bool = False) -> "Draft":
        """The caret at a place; the selection grows or shrinks to there if it is wanted."""
        return replace(self, at=at, anchor=self.anchor if selecting else at)

    def all(self) -> "Draft":
        """Everything selected."""
        return replace(self, anchor=0, at=len(self.text))

    def _back(self, *, word: bool) -> int:
        found = graphemes.word_before if word else graphemes.stop_before
        return found(self.text, self.at)

    def _ahead(self, *, word: bool) -> int:
        found = graphemes.word_behind if word else graphemes.stop_behind
        return found(self.text, self.at)


def _caret(text: str, at: int) -> Draft:
    return Draft(text, at, at)


def _fitting(text: str, room: int) -> str:
    """As much as there is room for; no letter is torn from its accent."""
    return text[: max((stop for stop in graphemes.stops(text) if stop <= room), default=0)]
