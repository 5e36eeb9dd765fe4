"""Smooth shapes with soft light around them, made once and kept."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pygame

from engine.stage.theme import Colour, Tint

Grid = npt.NDArray[np.floating[Any]]
_CLEAR: Final[Tint] = (0, 0, 0, 0)
_ALPHA: Final = 3
_SMALLEST: Final = 8
_DUSKS: Final = np.array((0.84, 1.0, 1.16), np.float32)
"""How soon each colour goes when light is taken away."""
_WIDE: Final = 220
"""Pixels from which light is made coarser."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """A rounded plate: its body, its edge, and the light that falls from it. Pixels."""

    width: int
    height: int
    radius: float
    body: Tint = _CLEAR
    foot: Tint | None = None
    """The body's colour at the bottom, where it is another."""
    edge: Tint = _CLEAR
    edge_width: float = 1.0
    glow: Tint = _CLEAR
    reach: int = 0
    """How far the light falls beyond the plate."""


@lru_cache(maxsize=160)
def plate(form: Plate) -> pygame.Surface:
    """The plate on a clear surface that is larger by `reach` on each side."""
    away = _distance(form.width, form.height, form.radius, form.reach)
    cover = _clip(0.5 - away)
    edge = _clip(form.edge_width / 2 + 0.5 - np.abs(away + form.edge_width / 2))
    light = np.zeros_like(away)
    if form.reach:
        light = np.square(_clip(1.0 - away / form.reach)) * (1.0 - cover)
    return _stack(((form.glow, form.glow, light), (form.body, form.foot or form.body, cover),
                   (form.edge, form.edge, edge)))  # fmt: skip


@lru_cache(maxsize=64)
def ring(radius: int, width: float, colour: Tint, share: float = 1.0) -> pygame.Surface:
    """A ring, or as much of it as `share` says, clockwise from the top."""
    side = 2 * radius + 4
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) - (side - 1) / 2
    away = np.abs(np.hypot(x, y) - (radius - width / 2)) - width / 2
    cover = _clip(0.5 - away)
    if share < 1.0:
        turn = (np.arctan2(x, -y) / (2 * np.pi)) % 1.0
        cover = cover * _clip((share - turn) * 2 * np.pi * radius + 0.5)
    return _stack(((colour, colour, cover),))


@lru_cache(maxsize=64)
def disc(radius: int, colour: Tint) -> pygame.Surface:
    """A filled round."""
    side = 2 * radius + 4
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) - (side - 1) / 2
    return _stack(((colour, colour, _clip(radius + 0.5 - np.hypot(x, y))),))


@lru_cache(maxsize=32)
def glow(width: int, height: int, colour: Colour, power: float) -> pygame.Surface:
    """Light to be added (BLEND_RGB_ADD): an oval, brightest in its middle."""
    # Wide light is made small and scaled: a frame has two milliseconds for all of the flame.
    coarse = 1 if width < _WIDE else (2 if width < 2 * _WIDE else 4)
    small = (max(4, width // coarse), max(4, height // coarse))
    made = pygame.image.frombuffer(_light(small, colour, power), small, "RGB")
    if _on_screen():
        made = made.convert()
    return (
        made if small == (width, height) else pygame.transform.smoothscale(made, (width, height))
    )


@lru_cache(maxsize=32)
def gloom(width: int, height: int, share: float) -> pygame.Surface:
    """Light to be taken away (BLEND_RGB_MULT): an oval that leaves `1 - share` in its middle."""
    small = (max(4, width // 4), max(4, height // 4))
    y, x = np.mgrid[0 : small[1], 0 : small[0]].astype(np.float32)
    x, y = (2 * x + 1) / small[0] - 1, (2 * y + 1) / small[1] - 1
    core = _clip(1.7 * (1.0 - x * x - y * y))
    taken = share * core * core * (3 - 2 * core)
    left = 255.0 * (1.0 - np.minimum(taken[..., None] * _DUSKS, 1.0))  # red goes last
    drawn = left.astype(np.uint8).tobytes()
    made = pygame.transform.smoothscale(
        pygame.image.frombuffer(drawn, small, "RGB"), (width, height)
    )
    return made.convert() if _on_screen() else made


def _light(size: tuple[int, int], colour: Colour, power: float) -> bytes:
    """A quarter of the oval is worked out and mirrored; grain keeps it from banding."""
    width, height = size
    y, x = np.mgrid[0 : (height + 1) // 2, 0 : (width + 1) // 2].astype(np.float32)
    x, y = 1 - x / (width / 2), 1 - y / (height / 2)
    away = x * x + y * y
    light = np.square(_clip(1.0 - away)) / (1.0 + 5.0 * away)
    grain = np.random.default_rng(7).random(light.shape, dtype=np.float32)
    grain *= np.minimum(light * np.float32(900.0), 1.0)
    drawn = np.empty((*light.shape, 3), np.uint8)
    for part, channel in enumerate(colour):
        drawn[..., part] = np.minimum(light * np.float32(power * channel) + grain, 255.0)
    whole = np.concatenate([drawn, drawn[: height // 2][::-1]])
    return np.concatenate([whole, whole[:, : width // 2][:, ::-1]], axis=1).tobytes()


@lru_cache(maxsize=24)
def dusk(width: int, height: int, top: Tint, bottom: Tint) -> pygame.Surface:
    """A veil that thickens from top to bottom, without bands."""
    rise = np.linspace(0.0, 1.0, height, dtype=np.float32)
    rise = (rise * rise * (3 - 2 * rise))[:, None]
    grain = np.random.default_rng(3).random((height, width), dtype=np.float32)
    drawn = np.empty((height, width, 4), np.uint8)
    for part in range(4):
        ramp = top[part] + (bottom[part] - top[part]) * rise
        drawn[..., part] = np.clip(ramp + (grain if part == _ALPHA else 0.5), 0, 255)
    return _surface(drawn)


def shade(words: pygame.Surface, reach: int, strength: int = 235) -> pygame.Surface:
    """
    The soft dark around words that keeps them readable over any picture.

    Larger than the words by twice `reach` on each side.
    """
    wide, high = words.get_width() + 4 * reach, words.get_height() + 4 * reach
    cover = np.zeros((wide, high), np.float32)
    cover[2 * reach : -2 * reach, 2 * reach : -2 * reach] = pygame.surfarray.array_alpha(words)
    soft = _blurred(cover, reach)
    close = _blurred(cover, max(1, reach // 3))
    dark = np.clip(np.maximum(soft * 2.9, close * 3.0), 0, strength)
    drawn = np.zeros((high, wide, 4), np.uint8)
    drawn[..., 3] = dark.T
    return _surface(drawn)


def blurred(picture: pygame.Surface, times: int = 16) -> pygame.Surface:
    """The picture out of focus: made small, and large again."""
    size = picture.get_size()
    small = size
    while small[0] > size[0] // times and min(small) > _SMALLEST:
        small = (max(4, small[0] // 2), max(4, small[1] // 2))
        picture = pygame.transform.smoothscale(picture, small)
    while small[0] * 2 < size[0]:
        small = (small[0] * 2, small[1] * 2)
        picture = pygame.transform.smoothscale(picture, small)
    return pygame.transform.smoothscale(picture, size)


def _distance(width: int, height: int, radius: float, reach: int) -> Grid:
    radius = min(radius, width / 2, height / 2)
    y, x = np.mgrid[0 : height + 2 * reach, 0 : width + 2 * reach].astype(np.float32)
    across = np.abs(x - (width + 2 * reach - 1) / 2) - (width / 2 - radius)
    down = np.abs(y - (height + 2 * reach - 1) / 2) - (height / 2 - radius)
    outside = np.hypot(np.maximum(across, 0), np.maximum(down, 0))
    away: Grid = outside + np.minimum(np.maximum(across, down), 0) - radius
    return away.astype(np.float32)


def _clip(grid: Grid) -> Grid:
    return np.clip(grid, 0.0, 1.0).astype(np.float32)


def _stack(layers: tuple[tuple[Tint, Tint, Grid], ...]) -> pygame.Surface:
    """Layers of colour, each with its foot's colour and its cover, laid over each other."""
    height, width = layers[0][2].shape
    under = np.zeros((height, width, 3), np.float32)
    alpha = np.zeros((height, width, 1), np.float32)
    down = np.linspace(0.0, 1.0, height, dtype=np.float32)[:, None, None]
    for head, foot, cover in layers:
        colour = np.array(head, np.float32) + (np.array(foot, np.float32) - head) * down
        part = cover[..., None] * colour[..., 3:] / 255.0
        under = colour[..., :3] * part + under * (1.0 - part)
        alpha = part + alpha * (1.0 - part)
    drawn = np.empty((height, width, 4), np.uint8)
    drawn[..., :3] = np.clip(under / np.maximum(alpha, 1e-4) + 0.5, 0, 255)
    drawn[..., 3:] = np.clip(alpha * 255.0 + 0.5, 0, 255)
    return _surface(drawn)


def _surface(drawn: npt.NDArray[np.uint8]) -> pygame.Surface:
    height, width = drawn.shape[:2]
    made = pygame.image.frombuffer(drawn.tobytes(), (width, height), "RGBA")
    return made.convert_alpha() if _on_screen() else made


def _on_screen() -> bool:
    """Whether there is a window whose pixels surfaces can be made like."""
    return pygame.display.get_init() and pygame.display.get_surface() is not None


def _blurred(cover: Grid, reach: int) -> Grid:
    """Twice a box over both sides: near enough to how light softens."""
    for _ in range(2):
        for axis in (0, 1):
            total = np.cumsum(cover, axis=axis, dtype=np.float32)
            ahead = np.roll(total, -reach, axis)
            behind = np.roll(total, reach, axis)
            cover = ((ahead - behind) / (2 * reach)).astype(np.float32)
            np.maximum(cover, 0.0, out=cover)
    return cover
