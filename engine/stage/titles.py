"""Subtitles: drawn ahead, readable over any picture."""

from collections import deque
from itertools import pairwise
from typing import Final

import pygame

from engine.stage.fonts import Fonts
from engine.stage.projection.cues import Cue, Cues
from engine.stage.reading_order import directed
from engine.stage.shapes import shade
from engine.stage.theme import SPOKEN, Room, Style

_KEPT: Final = 48
_WIDEST: Final = 0.8
"""Of the picture's width."""
_MOST, _LONGEST = 3, 8
"""Lines a cue may have before it is set smaller, and before it is cut."""
_LEAST: Final = 0.72
"""Of its size; smaller words are read by nobody."""


class Titles:
    """Draws cues; what will be needed soon is drawn while there is time. Main thread only."""

    def __init__(self, fonts: Fonts, style: Style = SPOKEN) -> None:
        self._fonts = fonts
        self._style = style
        self._drawn: dict[tuple[str, Room], pygame.Surface] = {}
        self._ahead: deque[str] = deque()

    def expect(self, cues: Cues) -> None:
        """These will be wanted: have them drawn, one each time `idle` is called."""
        self._ahead = deque(dict.fromkeys(cue.text for cue in cues.cues))

    def idle(self, room: Room) -> None:
        """Draw one cue that is not wanted yet."""
        while self._ahead:
            text = self._ahead.popleft()
            if (text, room) not in self._drawn:
                self._block(text, room)
                return

    def draw(
        self, canvas: pygame.Surface, room: Room, cues: tuple[Cue, ...], foot: int
    ) -> pygame.Rect | None:
        """The cues, one above the other from `foot` upwards; where they stand."""
        place: pygame.Rect | None = None
        for cue in reversed(cues):
            drawn = self._block(cue.text, room)
            area = drawn.get_rect(midbottom=(room.whole.centerx, foot))
            canvas.blit(drawn, area)
            foot = area.top + self._reach(room)
            place = area if place is None else place.union(area)
        return place

    def lines(self, text: str, room: Room) -> tuple[str, ...]:
        """How a cue is broken: its author's lines where they fit, else balanced."""
        return self._set(text, room)[0]

    def _set(self, text: str, room: Room) -> tuple[tuple[str, ...], Style]:
        """A cue's lines, and how large: a long one is smaller, and cut where it never ends."""
        style = self._style
        lines = self._broken(text, style, room)
        while len(lines) > _MOST and style.size > self._style.size * _LEAST:
            style = style.at(style.size - 1)
            lines = self._broken(text, style, room)
        if len(lines) > _LONGEST:
            lines = (*lines[: _LONGEST - 1], lines[_LONGEST - 1] + "…")
        return lines, style

    def _broken(self, text: str, style: Style, room: Room) -> tuple[str, ...]:
        width, unit = round(_WIDEST * room.sheet.width), room.unit
        own = tuple(text.split("\n"))
        if all(self._fonts.width(line, style, unit) <= width for line in own):
            return directed(own, text)
        joined = "".join(_joined(own))
        return self._fonts.balanced(joined, style, unit, width)

    def _block(self, text: str, room: Room) -> pygame.Surface:
        key = (text, room)
        if key not in self._drawn:
            if len(self._drawn) >= _KEPT:
                del self._drawn[next(iter(self._drawn))]
            self._drawn[key] = self._made(text, room)
        return self._drawn[key]

    def _made(self, text: str, room: Room) -> pygame.Surface:
        (lines, style), unit = self._set(text, room), room.unit
        wide, high = self._fonts.block(lines, style, unit)
        words = pygame.Surface((max(1, wide), high), pygame.SRCALPHA)
        for number, line in enumerate(lines):
            drawn = self._fonts.line(line, style, unit)
            left = (wide - drawn.get_width()) // 2
            words.blit(drawn, (left, number * self._fonts.pitch(style, unit)))
        reach = self._reach(room) // 2
        block = shade(words, reach)
        block.blit(words, (2 * reach, 2 * reach))
        return block

    def _reach(self, room: Room) -> int:
        """How far the shade reaches beyond the words, doubled."""
        return 2 * max(3, room.px(self._style.size * 0.3))


def _joined(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines to be broken anew: with a space between, unless Chinese meets Chinese."""
    parts = [lines[0]]
    for one, other in pairwise(lines):
        parts += ["" if ord(one[-1]) > 0x2E7F or ord(other[0]) > 0x2E7F else " ", other]  # noqa: PLR2004 -- where Chinese begins
    return tuple(parts)
