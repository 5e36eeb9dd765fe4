"""What lies behind pages: the film out of focus, a poster, or the night before the film."""

import math

import numpy as np
import pygame

from engine.stage.bill import Bill, hung, load_picture
from engine.stage.page import Page
from engine.stage.shapes import blurred


class Backdrop:
    """Keeps the poster at the window's size, and the softened picture of a page. Main thread."""

    def __init__(self, bill: Bill | None) -> None:
        self._bill = bill
        self._made: pygame.Surface | None = None
        self._soft: tuple[tuple[tuple[int, int], float], pygame.Surface] | None = None

    def show(self, bill: Bill | None) -> None:
        """The poster of another film."""
        if bill is not self._bill:
            self._bill, self._made = bill, None

    def draw(self, canvas: pygame.Surface) -> None:
        """The poster over the whole window, or the night."""
        if self._made is None or self._made.get_size() != canvas.get_size():
            self._made = self._filled(canvas.get_size())
        canvas.blit(self._made, (0, 0))

    def soften(self, canvas: pygame.Surface, page: Page | None, cover: float) -> None:
        """Take what lies behind a page out of focus and into the dark, as far as it covers."""
        if page is not None and page.dim > 0.0:
            key = (canvas.get_size(), page.dim)
            if self._soft is None or self._soft[0] != key:
                self._soft = (key, _softened(canvas, page.dim))
        if cover <= 0.0:
            self._soft = None
        elif self._soft is not None:
            # Not 255: pygame takes a far slower way for it than for none.
            self._soft[1].set_alpha(round(255 * cover) if cover < 1.0 else None)
            canvas.blit(self._soft[1], (0, 0))

    def _filled(self, size: tuple[int, int]) -> pygame.Surface:
        bill = self._bill
        picture = load_picture(bill.folder, bill.poster) if bill is not None else None
        return night(size) if picture is None else hung(picture, size)


def _softened(canvas: pygame.Surface, dim: float) -> pygame.Surface:
    soft = blurred(canvas)
    level = round(255 * (1.0 - dim))
    soft.fill((level, level, level), special_flags=pygame.BLEND_RGB_MULT)
    return soft


def night(size: tuple[int, int]) -> pygame.Surface:
    """A dark shore with the last light behind it: for films that have no poster."""
    wide, high = max(2, size[0] // 2), max(2, size[1] // 2)
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    x, y = x / wide, y / high
    sky = np.exp(-(((y - 0.62) / 0.34) ** 2)) * np.exp(-(((x - 0.5) / 0.75) ** 2))
    low = np.clip((y - 0.62) * 9.0, 0.0, 1.0)
    hills = np.zeros_like(x)
    for number, (rise, wave) in enumerate(((0.60, 2.1), (0.66, 3.3), (0.73, 4.9))):
        ridge = rise + 0.03 * np.sin(x * wave * math.pi + number) + 0.012 * np.sin(x * wave * 9.1)
        hills = np.maximum(hills, np.clip((y - ridge) * high / 2, 0, 1) * (0.45 + 0.2 * number))
    light = sky * (1.0 - hills) * (1.0 - 0.35 * low)
    grain = np.random.default_rng(11).random((high, wide), dtype=np.float32)
    drawn = np.empty((high, wide, 3), np.uint8)
    for part, (dark, bright) in enumerate(((12, 196), (8, 104), (10, 52))):
        drawn[..., part] = np.clip(dark + (bright - dark) * 0.62 * light + grain, 0, 255)
    small = pygame.image.frombuffer(drawn.tobytes(), (wide, high), "RGB")
    return pygame.transform.smoothscale(small.convert(), size)
