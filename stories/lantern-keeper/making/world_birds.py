"""Paper gulls: body, and wings of two pieces each, riveted at shoulder and elbow."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import skia

from making.world_paper import Point, ink, line_of, smooth, tint

BODY: tuple[Point, ...] = (
    (0.66, -0.02),
    (0.52, -0.12),
    (0.34, -0.13),
    (0.0, -0.13),
    (-0.34, -0.05),
    (-0.72, -0.06),
    (-0.6, 0.02),
    (-0.7, 0.08),
    (-0.3, 0.1),
    (0.1, 0.13),
    (0.42, 0.06),
    (0.54, 0.03),
)


class Plumage(NamedTuple):
    """A gull's paper, its dark cuts, and how it stands against the light."""

    paper: int
    rim: int
    alpha: float = 0.95


class Flight(NamedTuple):
    """A straight, slightly waving way across the picture between two times."""

    start: float
    end: float
    way: tuple[Point, Point]
    size: float
    seed: float


def _wing(canvas: skia.Canvas, beat: float, lag: float, dress: Plumage, far: bool) -> None:
    sx, sy = (0.12, -0.08) if far else (0.06, -0.04)
    ex, ey = sx - 0.06 - 0.05 * abs(beat), sy - 0.46 * math.sin(beat)
    tx, ty = ex - 0.2, ey - 0.66 * math.sin(lag)
    paper = tint(dress.paper, dress.rim, 0.34 if far else 0.06)
    inner = smooth(
        [(sx + 0.13, sy), (ex + 0.1, ey), (ex - 0.2, ey + 0.02), (sx - 0.22, sy + 0.04)], steps=5
    )
    outer = smooth([(ex + 0.1, ey), (tx + 0.1, ty + (ey - ty) * 0.2), (tx - 0.1, ty),
                    (ex - 0.24, ey + (ty - ey) * 0.2)], steps=5)  # fmt: skip
    for piece in (outer, inner):
        shape = line_of(piece, closed=True)
        canvas.drawPath(shape, ink(paper, dress.alpha))
        canvas.drawPath(shape, ink(dress.rim, 0.85 * dress.alpha, line=0.028))
    for k in (0.3, 0.55, 0.8):
        x, y = ex + (tx - ex) * k, ey + (ty - ey) * k
        canvas.drawLine(x + 0.06, y, x - 0.16 + 0.1 * k, y + 0.02, ink(dress.rim, 0.6, line=0.022))
    canvas.drawCircle(ex - 0.04, ey, 0.03, ink(dress.rim))


def draw_gull(
    canvas: skia.Canvas, at: Point, size: float, beat: float, dress: Plumage, tilt: float = 0.0
) -> None:
    """A gull flying right, mirrored by a negative size; `beat` is where its wings are."""
    canvas.save()
    canvas.translate(*at)
    canvas.scale(size, abs(size))
    canvas.rotate(tilt)
    inner, outer = _stroke(beat), _stroke(beat - 0.13)
    _wing(canvas, inner * 0.9, outer * 1.1, dress, far=True)
    body = line_of(smooth(BODY, steps=5), closed=True)
    canvas.drawPath(body, ink(dress.paper, dress.alpha))
    canvas.drawPath(body, ink(dress.rim, 0.9 * dress.alpha, line=0.032))
    canvas.drawCircle(0.46, -0.06, 0.026, ink(dress.rim))
    for k in range(3):
        x = -0.1 - 0.15 * k
        canvas.drawLine(x, -0.05, x - 0.12, 0.05, ink(dress.rim, 0.5, line=0.022))
    _wing(canvas, inner, outer, dress, far=False)
    canvas.drawCircle(0.06, -0.04, 0.035, ink(dress.rim))
    canvas.restore()


def _stroke(beat: float) -> float:
    """Wing height over one beat: a quick pull down, a slower lift."""
    k = beat % 1.0
    phase = k / 0.42 * 0.5 if k < 0.42 else 0.5 + (k - 0.42) / 0.58 * 0.5
    return 0.12 + 0.95 * math.cos(math.tau * phase)


def beats(t: float, seed: float) -> float:
    """Turns flown by `t`: bursts of beating between glides."""
    hurry = 1.25 + 0.2 * math.sin(seed)
    return t * hurry + 0.42 * math.sin(t * 0.9 + seed * 3.3) + seed


def draw_flights(canvas: skia.Canvas, flights: Sequence[Flight], t: float, dress: Plumage) -> None:
    """Draw every gull that is on its way now."""
    for flight in flights:
        if not flight.start <= t <= flight.end:
            continue
        k = (t - flight.start) / (flight.end - flight.start)
        (x0, y0), (x1, y1) = flight.way
        beat = beats(t, flight.seed)
        x = x0 + (x1 - x0) * k
        heave = 0.12 * abs(flight.size) * _stroke(beat + 0.5)
        y = y0 + (y1 - y0) * (k * k * (3 - 2 * k)) + 9 * math.sin(t * 0.8 + flight.seed) + heave
        hand = 1 if x1 > x0 else -1
        slope = math.degrees(math.atan2(y1 - y0, abs(x1 - x0))) * 0.6
        draw_gull(canvas, (x, y), flight.size * hand, beat, dress, slope)


def draw_moths(canvas: skia.Canvas, heart: Point, size: float, t: float, k: float) -> None:
    """Three paper moths that circle a lamp, in and out of its light."""
    if k <= 0:
        return
    for seed in (0.0, 2.4, 4.9):
        turn = t * (0.55 + 0.06 * seed) + seed * 2.2
        reach = 12.4 + 2.2 * math.sin(t * 0.83 + seed * 3)
        x = heart[0] + size * reach * math.cos(turn + 0.5 * math.sin(t * 1.9 + seed))
        y = heart[1] + size * reach * 0.82 * math.sin(turn * 1.31 + 0.4 * math.sin(t * 2.3 + seed))
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(math.degrees(turn) + 90 + 25 * math.sin(t * 3 + seed))
        canvas.scale(size * 0.62, size * 0.62)
        _moth(canvas, abs(math.sin(t * 17 + seed)), k)
        canvas.restore()


def _moth(canvas: skia.Canvas, spread: float, k: float) -> None:
    for side in (-1, 1):
        wide = side * (0.35 + 0.65 * spread)
        fore = smooth(
            [(0, -0.5), (1.5 * wide, -1.0), (1.7 * wide, -0.2), (0.5 * wide, 0.3), (0, 0.1)],
            steps=4,
        )
        hind = smooth([(0, 0.1), (1.0 * wide, 0.2), (0.9 * wide, 0.95), (0, 0.5)], steps=4)
        for wing in (hind, fore):
            shape = line_of(wing, closed=True)
            canvas.drawPath(shape, ink(0xF2C27A, 0.95 * k))
            canvas.drawPath(shape, ink(0x2A0F0C, 0.9 * k, line=0.14))
        canvas.drawCircle(0.95 * wide, -0.45, 0.2, ink(0x8E1F17, k))
    canvas.drawLine(0, -0.6, 0, 0.7, ink(0x2A0F0C, k, line=0.3))
