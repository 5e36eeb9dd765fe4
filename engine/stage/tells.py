"""One line for the viewer at the top of the picture, for a few seconds."""

from collections.abc import Callable
from typing import Final

import pygame

from engine.stage.brush import Brush
from engine.stage.page import Align, Desk, Page, Panel, Veil, Words
from engine.stage.shapes import Plate, plate
from engine.stage.theme import AMBER, FADE, IVORY, NIGHT, Style, eased

STAYS: Final = 4.0
"""Seconds that a line is shown."""
_STYLE: Final = Style(20, colour=IVORY)
_ASIDE: Final = 48
_ABOVE: Final = 18
_NARROW: Final = 150
"""Units that a line must have beside a page, to be told there."""


class Notice:
    """The newest line told; it leaves by itself. Main thread only."""

    def __init__(self, brush: Brush, clock: Callable[[], float]) -> None:
        self._brush = brush
        self._clock = clock
        self._told: tuple[str, float, float] | None = None

    def tell(self, line: str, stays: float = STAYS) -> None:
        """Show this now; what was told before makes way."""
        now = self._clock()
        again = self._told is not None and self._told[1] + self._told[2] > now
        self._told = (line, now - (FADE if again else 0.0), stays)

    @property
    def line(self) -> str | None:
        """What is told at this moment."""
        if self._told is None or self._clock() - self._told[1] > self._told[2]:
            return None
        return self._told[0]

    def draw(self, canvas: pygame.Surface, desk: Desk, page: Page | None = None) -> None:
        """The line on a dark band of its own, clear of what stands on the page that is up."""
        line = self.line
        if line is None or self._told is None:
            return
        passed = self._clock() - self._told[1]
        alpha = eased(passed / FADE) * eased((self._told[2] - passed) / FADE)
        words = _set(desk, line, page)
        pane = words.area.inflate(desk.px(_ASIDE), desk.px(_ABOVE))
        form = Plate(width=pane.width, height=pane.height, radius=desk.px(22),
                     body=(*NIGHT, 205), edge=(*AMBER, 70))  # fmt: skip
        back = plate(form)
        back.set_alpha(round(255 * alpha))
        canvas.blit(back, pane)
        back.set_alpha(255)
        self._brush.draw(canvas, desk.room, words, alpha=alpha)


def _set(desk: Desk, line: str, page: Page | None) -> Words:
    """The words at the top of the picture: clear of the page beneath it, or else to its left."""
    safe, taken = desk.room.safe, _taken(page)
    middle = desk.words(line, _STYLE, (safe.centerx, safe.top), round(safe.width * 0.6),
                        align=Align.MIDDLE, balanced=True, most=2)  # fmt: skip
    down = _free(desk, middle.area, taken)
    if down is not None:
        middle.area.move_ip(0, down)
        return middle
    left = safe.left + desk.px(_ASIDE) // 2
    room = min(area.left for area in taken) - left - desk.px(_ASIDE)
    if room >= desk.px(_NARROW):
        beside = desk.words(line, _STYLE, (left, safe.top), room, balanced=True, most=6)
        if _free(desk, beside.area, taken) == 0:
            return beside
    return middle


def _taken(page: Page | None) -> list[pygame.Rect]:
    items = () if page is None else page.items
    return [item.area for item in items if not isinstance(item, Panel | Veil)]


def _free(desk: Desk, words: pygame.Rect, taken: list[pygame.Rect]) -> int | None:
    """How far from the top down nothing of the page is covered; none: nowhere."""
    pane = words.inflate(desk.px(_ASIDE), desk.px(_ABOVE))
    wide = pane.inflate(desk.px(32), desk.px(28))
    most = desk.room.safe.bottom - pane.height - pane.top
    ways = range(0, most, max(1, desk.px(6)))
    return next((down for down in ways if wide.move(0, down).collidelist(taken) < 0), None)
