"""One line for the viewer at the top of the picture, for a few seconds."""

from collections.abc import Callable
from typing import Final

import pygame

from engine.stage.brush import Brush
from engine.stage.page import Align, Desk, Page, Panel, Veil
from engine.stage.shapes import Plate, plate
from engine.stage.theme import AMBER, FADE, IVORY, NIGHT, Style, eased

STAYS: Final = 4.0
"""Seconds that a line is shown."""
_STYLE: Final = Style(20, colour=IVORY)


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
        safe = desk.room.safe
        words = desk.words(line, _STYLE, (safe.centerx, safe.top), round(safe.width * 0.6),
                           align=Align.MIDDLE, balanced=True, most=2)  # fmt: skip
        pane = words.area.inflate(desk.px(48), desk.px(18))
        down = _free(desk, pane, page) - pane.top
        for area in (pane, words.area):
            area.move_ip(0, down)
        form = Plate(width=pane.width, height=pane.height, radius=desk.px(22),
                     body=(*NIGHT, 205), edge=(*AMBER, 70))  # fmt: skip
        back = plate(form)
        back.set_alpha(round(255 * alpha))
        canvas.blit(back, pane)
        back.set_alpha(255)
        self._brush.draw(canvas, desk.room, words, alpha=alpha)


def _free(desk: Desk, pane: pygame.Rect, page: Page | None) -> int:
    """The first height, from the top down, at which nothing of the page is covered."""
    items = () if page is None else page.items
    taken = [item.area for item in items if not isinstance(item, Panel | Veil)]
    heights = range(pane.top, desk.room.safe.bottom - pane.height, max(1, desk.px(6)))
    wide = pane.inflate(desk.px(32), desk.px(28))
    clear = (top for top in heights if wide.move(0, top - pane.top).collidelist(taken) < 0)
    return next(clear, pane.top)
