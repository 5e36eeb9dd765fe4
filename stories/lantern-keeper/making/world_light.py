"""Light on the world: its path on the water, the cloth being lit, the air between layers."""

import math
from functools import cache

import numpy as np
import skia

from making.world_paper import (
    HIGH,
    WIDE,
    Drawing,
    Point,
    fall,
    halo,
    ink,
    line_of,
    mix,
    shade,
    shaded,
    tint,
)

CLOTH = skia.Rect.MakeWH(WIDE, HIGH)


def draw_path_of_light(
    canvas: skia.Canvas,
    x: float,
    horizon: float,
    colour: int,
    k: float,
    t: float,
    *,
    reach: float = 300.0,
) -> None:
    """The light's road over the water: cuts flare in it, and slits of it open and close."""
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(0, horizon - 6, WIDE, HIGH))
    canvas.translate(x, horizon)
    canvas.save()
    canvas.scale(0.62, 1.0)
    ember = tint(colour, 0xA03A10, 0.72)
    flare = halo((0, 0), reach, (0, ember, 0.8 * k), (0.4, ember, 0.42 * k), (1, ember, 0))
    canvas.drawCircle(0, 0, reach, shaded(flare, mode=skia.BlendMode.kColorDodge))
    canvas.restore()
    for place, depth, phase, width in _slits():
        wink = max(0.0, math.sin(t * (1.3 + 0.9 * phase) + phase * 40))
        if wink < 0.05:
            continue
        y = 4 + reach * 0.8 * depth**1.6
        half = mix(9, 30, depth) * (0.5 + width) * (0.5 + 0.5 * wink)
        cx = place * mix(34, 120, depth) + 7 * math.sin(t * 0.8 + phase * 20)
        tall = mix(0.8, 2.6, depth) * wink
        lens = line_of(
            [(cx - half, y), (cx, y - tall), (cx + half, y), (cx, y + tall)], closed=True
        )
        canvas.drawPath(lens, ink(colour, 0.75 * k * wink * (1 - 0.65 * depth)))
    canvas.restore()


@cache
def _slits() -> tuple[tuple[float, float, float, float], ...]:
    rng = np.random.default_rng(12)
    return tuple(
        (float(rng.normal() * 0.42), float(rng.random()), float(rng.random()), float(rng.random()))
        for _ in range(64)
    )


def draw_dark(canvas: skia.Canvas, colour: int, k: float) -> None:
    """Let the hour darken: everything drawn so far is seen through `colour`."""
    if k <= 0:
        return
    parts = [round(mix(255, colour >> s & 255, k)) for s in (16, 8, 0)]
    paint = skia.Paint(Color=skia.Color(*parts), BlendMode=skia.BlendMode.kMultiply)
    canvas.drawRect(CLOTH, paint)


def draw_dark_around(canvas: skia.Canvas, at: Point, reach: float, colour: int, k: float) -> None:
    """Night closes in on a light: full colour at it, seen through `colour` far from it."""
    if k <= 0:
        return
    away = tint(0xFFFFFF, colour, k)
    half = tint(0xFFFFFF, colour, 0.4 * k)
    ring = halo(at, reach, (0, 0xFFFFFF, 1), (0.3, 0xFFFFFF, 1), (0.62, half, 1), (1, away, 1))
    canvas.drawRect(CLOTH, shaded(ring, mode=skia.BlendMode.kMultiply))


def draw_lighting(canvas: skia.Canvas, at: Point, k: float) -> None:
    """The lamp behind the cloth is being lit: black at 0, all to be seen at 1."""
    if k >= 1:
        return
    reach = mix(40, 1900, k**1.4)
    edge = halo(
        at, reach, (0, 0, mix(0.85, 0, min(1, k * 1.8))), (0.35, 0, mix(0.96, 0, k)), (1, 0, 1)
    )
    canvas.drawRect(CLOTH, shaded(edge))


def draw_veiled(canvas: skia.Canvas, draw: Drawing, colour: int, k: float) -> None:
    """What `draw` draws, with the air's colour over it and nothing else."""
    canvas.saveLayer()
    draw(canvas)
    canvas.drawPaint(skia.Paint(Color=shade(colour, k), BlendMode=skia.BlendMode.kSrcATop))
    canvas.restore()


def draw_air(canvas: skia.Canvas, top: float, bottom: float, colour: int, k: float) -> None:
    """Haze lying in a level band, thickest in its middle."""
    air = fall(top, bottom, (0, colour, 0), (0.5, colour, k), (1, colour, 0))
    canvas.drawRect(skia.Rect.MakeLTRB(0, top, WIDE, bottom), shaded(air))


def draw_glow(canvas: skia.Canvas, at: Point, reach: float, colour: int, k: float) -> None:
    """Soft light around a place; it only ever brightens."""
    soft = halo(
        at, reach, (0, colour, k), (0.2, colour, 0.5 * k), (0.5, colour, 0.16 * k), (1, colour, 0)
    )
    canvas.drawCircle(*at, reach, shaded(soft, mode=skia.BlendMode.kScreen))


def draw_beams(
    canvas: skia.Canvas, at: Point, reach: float, colour: int, k: float, t: float
) -> None:
    """Slow fans of light turning about a lamp, as if through a lattice."""
    canvas.save()
    canvas.translate(*at)
    soft = halo(
        (0, 0), reach, (0.34, colour, 0), (0.44, colour, k), (0.7, colour, 0.4 * k), (1, colour, 0)
    )
    paint = shaded(soft, mode=skia.BlendMode.kScreen)
    for ray in range(14):
        angle = math.tau * (ray / 14) + 0.05 * t + 0.1 * math.sin(t * 0.4 + ray)
        half = 0.06 + 0.035 * math.sin(t * 0.7 + ray * 2.3)
        tips = [(reach * math.cos(angle + d), reach * math.sin(angle + d)) for d in (-half, half)]
        canvas.drawPath(line_of([(0, 0), *tips], closed=True), paint)
    canvas.restore()
