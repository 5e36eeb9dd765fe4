"""Draws the field in which words are written: its hint, or the line with its caret."""

from typing import Protocol

import pygame

from engine.stage.fonts import Fonts
from engine.stage.light import bar, lay
from engine.stage.page import Button, Writing, field_inside
from engine.stage.reading_order import from_right
from engine.stage.theme import EMBER, SAND, Room, Style

_SMALL = 13
"""Units: the number of letters that may still follow."""


class Pencil(Protocol):
    """What is needed of the brush."""

    @property
    def fonts(self) -> Fonts:
        """Its typefaces."""
        ...

    def line(
        self, canvas: pygame.Surface, room: Room, text: str, style: Style,
        at: tuple[int, int], alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """One line of text."""
        ...


def draw_field(
    canvas: pygame.Surface, room: Room, pencil: Pencil, item: Button, area: pygame.Rect,
    alpha: float,
) -> None:  # fmt: skip
    """What stands in a field; the hint while nothing does."""
    if item.writing is not None:
        _line(canvas, room, pencil, item, item.writing, area, alpha)
        return
    style, text, inside = item.style.tinted(SAND), " ".join(item.lines), field_inside(room, area)
    spare = inside.width - pencil.fonts.width(text, style, room.unit)
    left = inside.left + (max(0, spare) if from_right(text) else 0)
    aside = room.px(9) if item.chosen else 0  # the caret stands before the hint, not on it
    top = area.centery - pencil.fonts.pitch(style, room.unit) // 2
    before = canvas.get_clip()
    canvas.set_clip(inside.clip(before))
    pencil.line(canvas, room, text, style, (left + aside, top), alpha)
    canvas.set_clip(before)
    if item.chosen:
        _caret(canvas, room, pencil, item.style, (inside.left, area.centery), alpha)


def _line(
    canvas: pygame.Surface, room: Room, pencil: Pencil, item: Button, ink: Writing,
    area: pygame.Rect, alpha: float,
) -> None:  # fmt: skip
    """A written line: what is selected lies on light, what is being composed on a bar of it."""
    high = ink.line.get_height()
    inside = field_inside(room, area).inflate(room.px(8), 0)
    before = canvas.get_clip()
    canvas.set_clip(inside.clip(before))
    if ink.selected is not None:
        _lit(canvas, inside, ink.selected, (area.centery, round(high * 0.86)), 0.34 * alpha)
    lay(canvas, ink.line, (ink.left, area.centery - high // 2), alpha)
    if ink.composed is not None:
        foot = area.centery + round(high * 0.37)
        _lit(canvas, inside, ink.composed, (foot, max(2, room.px(2))), 0.9 * alpha)
    canvas.set_clip(before)
    if item.chosen:
        _caret(canvas, room, pencil, item.style, (ink.caret, area.centery), alpha)
    if ink.left_over is not None:
        _left_over(canvas, room, pencil, ink.left_over, area, alpha)


def _lit(
    canvas: pygame.Surface, inside: pygame.Rect, span: tuple[int, int],
    line: tuple[int, int], bright: float,
) -> None:  # fmt: skip
    """Light from one place to another, as far as it is in sight; `line`: middle, height."""
    first, last = max(span[0], inside.left), min(span[1], inside.right)
    if last > first:
        at = (first, line[0] - line[1] // 2)
        lay(canvas, bar((last - first, line[1]), 1.0), at, bright)


def _caret(
    canvas: pygame.Surface, room: Room, pencil: Pencil, style: Style, at: tuple[int, int],
    alpha: float,
) -> None:  # fmt: skip
    high = round(pencil.fonts.pitch(style, room.unit) * 0.72)
    caret = pygame.Rect(0, 0, max(2, room.px(2)), high)
    caret.midleft = (at[0] - caret.width // 2, at[1])
    lay(canvas, bar(caret.size, 1.0), caret.topleft, alpha)


def _left_over(
    canvas: pygame.Surface, room: Room, pencil: Pencil, count: int, area: pygame.Rect,
    alpha: float,
) -> None:  # fmt: skip
    """How many letters may follow, small in the field's corner."""
    style = Style(_SMALL, colour=EMBER if count == 0 else SAND)
    wide = pencil.fonts.width(str(count), style, room.unit)
    at = (area.right - room.px(12) - wide, area.bottom - pencil.fonts.pitch(style, room.unit))
    pencil.line(canvas, room, str(count), style, at, alpha)
