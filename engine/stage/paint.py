"""Paints what has no film: a slate's words, and a stand-in for a clip that is not there yet."""

import math
from typing import Final

import numpy as np
import pygame

from engine.messages.shots import Shot, Source
from engine.stage.fonts import Fonts
from engine.stage.page import Align, Desk
from engine.stage.shapes import ring
from engine.stage.theme import (
    AMBER,
    BODY,
    CAPS,
    MARQUEE,
    NIGHT,
    SAND,
    TITLE,
    Room,
    Style,
)
from engine.stage.tongue import Tongue

_SHAPE: Final = (16, 9)
_INSIDE: Final = 400
"""Units that words may be wide within the rings."""


class Painter:
    """Paints shots at the size they are shown; what it painted last it has at hand."""

    def __init__(self, fonts: Fonts, language: str = "en") -> None:
        self._fonts = fonts
        self.tongue = Tongue(language)
        self._last: tuple[Shot, tuple[int, int], pygame.Surface] | None = None

    def paint(self, shot: Shot, size: tuple[int, int]) -> pygame.Surface:
        """The shot's words on a leader of film, as large as fits the size at 16:9."""
        if self._last is None or self._last[:2] != (shot, size):
            self._last = (shot, size, self._painted(shot, _fitted(size)))
        return self._last[2]

    def _painted(self, shot: Shot, size: tuple[int, int]) -> pygame.Surface:
        canvas = _paper(size)
        desk = Desk(Room(*size), self._fonts)
        if shot.source is Source.STAND_IN:
            self._leader(canvas, desk)
            self._stand_in(canvas, desk, shot)
        else:
            self._words(canvas, desk, shot.title or "", MARQUEE.at(50), canvas.get_rect().center)
        return canvas

    def _leader(self, canvas: pygame.Surface, desk: Desk) -> None:
        """The cross and the rings that count a film in."""
        middle = canvas.get_rect().center
        faint = (*AMBER, 34)
        for radius in (272, 244):
            drawn = ring(desk.px(radius), max(1.5, 2 * desk.room.unit), faint)
            canvas.blit(drawn, drawn.get_rect(center=middle))
        thin = max(1, desk.px(1.2))
        lines = pygame.Surface(canvas.get_size(), pygame.SRCALPHA)
        lines.fill((*AMBER, 22), (0, middle[1], canvas.get_width(), thin))
        lines.fill((*AMBER, 22), (middle[0], 0, thin, canvas.get_height()))
        canvas.blit(lines, (0, 0))

    def _stand_in(self, canvas: pygame.Surface, desk: Desk, shot: Shot) -> None:
        """The scene's name, what happens in it, and how long it will be."""
        safe = desk.room.safe
        name = desk.words((shot.title or shot.scene).replace("_", " "), TITLE.at(48), safe.center,
                          desk.px(_INSIDE), align=Align.MIDDLE,
                          balanced=True, most=2)  # fmt: skip
        told = None
        if shot.words:
            told = desk.words(shot.words, BODY.tinted(SAND), safe.center, desk.px(_INSIDE),
                              align=Align.MIDDLE, balanced=True, most=8)  # fmt: skip
        gap = desk.px(16)
        high = name.area.height + (gap + told.area.height if told else 0)
        name.area.top = safe.centery - high // 2
        self._lines(canvas, desk, name.lines, name.style, name.area)
        if told is not None:
            told.area.top = name.area.bottom + gap
            self._lines(canvas, desk, told.lines, told.style, told.area)
        length = f"{self.tongue.say('slate.missing')} · {shot.length:.0f} s"
        self._words(canvas, desk, length, CAPS, (safe.centerx, safe.bottom - desk.px(12)))

    def _words(
        self, canvas: pygame.Surface, desk: Desk, text: str, style: Style, middle: tuple[int, int]
    ) -> None:
        found = desk.words(text, style, middle, round(desk.room.safe.width * 0.84),
                           align=Align.MIDDLE, balanced=True, most=5)  # fmt: skip
        found.area.center = middle
        self._lines(canvas, desk, found.lines, found.style, found.area)

    def _lines(
        self, canvas: pygame.Surface, desk: Desk, lines: tuple[str, ...], style: Style,
        area: pygame.Rect,
    ) -> None:  # fmt: skip
        unit, colour = desk.room.unit, style.colour
        for number, text in enumerate(lines):
            drawn = self._fonts.line(text, style.tinted(colour), unit)
            top = area.top + number * self._fonts.pitch(style, unit)
            canvas.blit(drawn, (area.centerx - drawn.get_width() // 2, top))


def _fitted(size: tuple[int, int]) -> tuple[int, int]:
    """The largest 16:9 within a size, never empty."""
    scale = min(size[0] / _SHAPE[0], size[1] / _SHAPE[1])
    return max(2, round(_SHAPE[0] * scale)), max(2, round(_SHAPE[1] * scale))


def _paper(size: tuple[int, int]) -> pygame.Surface:
    """Dark film stock, a little lighter in its middle, with grain."""
    wide, high = size
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    away = np.hypot((x - wide / 2) / (wide * 0.62), (y - high / 2) / (high * 0.62))
    light = np.clip(1.0 - away, 0.0, 1.0) * np.float32(1.0 / math.sqrt(2))
    grain = np.random.default_rng(5).normal(0.0, 1.6, (high, wide)).astype(np.float32)
    drawn = np.empty((high, wide, 3), np.uint8)
    for part, (dark, bright) in enumerate(zip(NIGHT, (46, 29, 20), strict=True)):
        drawn[..., part] = np.clip(dark + (bright - dark) * light + grain, 0, 255)
    made = pygame.image.frombuffer(drawn.tobytes(), size, "RGB")
    shown = pygame.display.get_init() and pygame.display.get_surface() is not None
    return made.convert() if shown else made
