"""Rain that comes in gusts: streaks near and far, and drops from the eaves."""

import math
from functools import cache

import numpy as np
import skia

from making.cloth import HEIGHT, WIDTH, drift
from making.palette import Colour, sheer


def gust(t: float) -> float:
    """How hard the wind leans on things, 0..1: it swells and lets go."""
    swell = 0.5 + 0.5 * math.sin(0.83 * t + 0.7) * math.sin(0.31 * t + 2.0)
    return max(0.0, min(1.0, swell + 0.18 * drift(t * 0.7, 5.0)))


def rain(
    canvas: skia.Canvas,
    t: float,
    *,
    count: int = 160,
    length: float = 46.0,
    speed: float = 1050.0,
    colour: Colour = 0xFFC6D6DE,
    strength: float = 0.22,
    width: float = 1.3,
    seed: int = 1,
) -> None:
    """One sheet of rain over the whole picture; lay several for depth."""
    x, y, own = _drops(count, seed)
    slant = 0.22 + 0.3 * gust(t)
    fall = (y * (HEIGHT + 200) + t * speed * (0.8 + 0.4 * own)) % (HEIGHT + 200) - 100
    across = (x * (WIDTH + 400) + fall * slant + t * 90) % (WIDTH + 400) - 200
    sheet = 0.55 + 0.45 * np.sin(across / 210 - t * 2.3 + seed)
    path_strong, path_weak = skia.Path(), skia.Path()
    for px, py, long, thick in zip(across, fall, length * (0.5 + own), sheet, strict=True):
        path = path_strong if thick > 0.55 else path_weak
        path.moveTo(float(px), float(py))
        path.lineTo(float(px - slant * long), float(py - long))
    for path, share in ((path_strong, 1.0), (path_weak, 0.45)):
        canvas.drawPath(
            path,
            skia.Paint(
                Color=sheer(colour, strength * share),
                Style=skia.Paint.kStroke_Style,
                StrokeWidth=width,
                AntiAlias=True,
                StrokeCap=skia.Paint.kRound_Cap,
            ),
        )


def eaves_drops(canvas: skia.Canvas, t: float, y: float, places: tuple[float, ...]) -> None:
    """Drops gather on the tile ends, let go, and fall faster and faster."""
    for number, x in enumerate(places):
        period = 0.9 + 0.37 * math.sin(number * 2.7) ** 2
        part = (t / period + number * 0.37) % 1.0
        since = part * period
        fall = 0.5 * 1500 * max(0.0, since - 0.25) ** 2
        size = 2.4 if fall else 2.4 * min(1.0, since / 0.25)
        drop = skia.Rect.MakeXYWH(x - size / 2, y + fall, size, size * (1.2 + fall / 260))
        canvas.drawOval(drop, skia.Paint(Color=0xB0D4E2E6, AntiAlias=True))


@cache
def _drops(count: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    return chance.random(count), chance.random(count), chance.random(count)
