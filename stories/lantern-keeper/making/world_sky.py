"""The sky: hour's light, moon, pin-hole stars, carved clouds, and mountains torn from paper."""

import math
from functools import cache
from typing import NamedTuple

import numpy as np
import skia

from making.world_carve import Dye, cloud, crag, nested, toned
from making.world_hours import Hour
from making.world_paper import (
    HIGH,
    WIDE,
    Point,
    fall,
    halo,
    ink,
    lay,
    line_of,
    picture_of,
    shaded,
    softened,
    tint,
    torn,
)
from making.world_view import View

MARGIN = 420.0


@cache
def _sky(hour: Hour, horizon: float, glow: Point, reach: float) -> skia.Image:
    def draw(canvas: skia.Canvas) -> None:
        steps = [(k / (len(hour.sky) - 1), colour, 1.0) for k, colour in enumerate(hour.sky)]
        canvas.drawPaint(shaded(fall(0, horizon, *steps)))
        rise = (
            (0.0, hour.glow, 0.8),
            (0.16, hour.glow, 0.5),
            (0.5, hour.glow, 0.16),
            (1, hour.glow, 0),
        )
        canvas.drawPaint(shaded(halo(glow, reach, *rise)))

    return picture_of(WIDE, HIGH, draw, fine=0.5)


def draw_sky(
    canvas: skia.Canvas,
    hour: Hour,
    horizon: float,
    glow: Point,
    *,
    reach: float = 620.0,
    alpha: float = 1.0,
) -> None:
    """Light the whole cloth with the hour, brightest at `glow`."""
    lay(canvas, _sky(hour, horizon, glow, reach), (0, 0, WIDE, HIGH), alpha)


def draw_moon(canvas: skia.Canvas, at: Point, radius: float, hour: Hour, k: float = 1.0) -> None:
    """The moon: a hole in the sky with light behind it, and two thin rings cut around it."""
    x, y = at
    wide = halo(
        at, radius * 4.2, (0.0, hour.disc, 0.4 * k), (0.24, hour.disc, 0.2 * k), (1, hour.disc, 0)
    )
    canvas.drawCircle(x, y, radius * 4.2, shaded(wide))
    disc = halo(
        (x - radius * 0.2, y - radius * 0.25),
        radius * 1.3,
        (0.0, 0xFFFFFF, k),
        (0.55, hour.disc, k),
        (1, tint(hour.disc, hour.glow, 0.75), k),
    )
    canvas.drawCircle(x, y, radius, shaded(disc))
    for ring, strength in ((1.13, 0.5), (1.22, 0.24)):
        canvas.drawCircle(x, y, radius * ring, ink(hour.disc, strength * k, line=radius * 0.018))


class Star(NamedTuple):
    """A pin-hole."""

    x: float
    y: float
    size: float
    phase: float


@cache
def _pinholes(count: int, seed: int, low: float) -> tuple[Star, ...]:
    rng = np.random.default_rng(seed)
    stars = []
    for _ in range(count):
        size = 0.55 + 1.5 * rng.random() ** 4
        stars.append(
            Star(rng.random() * WIDE, rng.random() ** 1.25 * low, size, rng.random() * 40)
        )
    return tuple(stars)


def draw_stars(
    canvas: skia.Canvas,
    t: float,
    k: float,
    *,
    count: int = 90,
    seed: int = 5,
    low: float = 430.0,
    shift: Point = (0.0, 0.0),
) -> None:
    """Stars pricked into the sky; the light behind them wanders, so each twinkles in its time."""
    if k <= 0:
        return
    for star in _pinholes(count, seed, low):
        x, y = (star.x + shift[0]) % WIDE, star.y + shift[1]
        wink = 0.62 + 0.38 * math.sin(t * (1.1 + star.size * 0.35) + star.phase)
        glint = max(0.0, math.sin(t * 0.5 + star.phase * 3)) ** 14
        strength = k * min(1.0, wink * 0.8 + glint)
        canvas.drawCircle(x, y, star.size * 3.2, ink(0xFFE9C0, 0.16 * strength))
        canvas.drawCircle(x, y, star.size, ink(0xFFF6E2, strength))
        if star.size > 1.1:
            reach = star.size * (3.2 + 4.5 * glint)
            thin = ink(0xFFF3D6, 0.6 * strength, line=0.7)
            canvas.drawLine(x - reach, y, x + reach, y, thin)
            canvas.drawLine(x, y - reach, x, y + reach, thin)


class Cloud(NamedTuple):
    """A carved cloud: where it hangs, how large and far, how it drifts."""

    x: float
    y: float
    size: float
    depth: float
    kind: int
    drift: float
    blur: float = 0.0
    alpha: float = 1.0


CLOUD_BOX = (2.45, 0.75, 5.2, 1.05)


@cache
def _cloud(kind: int, hour: Hour, blur: float, fine: float) -> skia.Image:
    left, up, width, height = CLOUD_BOX
    hide = toned(
        -0.75, 0.12, (0, hour.cloud, 0.93), (0.6, hour.cloud_low, 0.9), (1, hour.cloud_low, 0.7)
    )
    dye = Dye(hide, tint(hour.cloud_low, hour.rim, 0.7), hour.cut, 0.85)

    def draw(canvas: skia.Canvas) -> None:
        canvas.translate(left, up)
        cloud(canvas, kind, dye)

    return softened(picture_of(width, height, draw, fine=fine), blur)


def draw_cloud(
    canvas: skia.Canvas, view: View, piece: Cloud, hour: Hour, t: float, alpha: float = 1.0
) -> None:
    """Draw one cloud as the camera sees it, gently rising and sinking on its thread."""
    scale = view.scale(piece.depth) * piece.size
    if not scale or scale > 900:
        return
    bob = piece.size * 0.02 * math.sin(t * 0.5 + piece.x)
    x, y = view.at((piece.x + piece.drift * t, piece.y + bob), piece.depth)
    left, up, width, height = CLOUD_BOX
    box = (x - left * scale, y - up * scale, width * scale, height * scale)
    fine = 260.0 if piece.size > 150 else 150.0
    lay(canvas, _cloud(piece.kind, hour, piece.blur, fine), box, alpha * piece.alpha)


class Range(NamedTuple):
    """A row of mountains: its distance, foot, height, how many peaks, how dark, how soft."""

    depth: float
    y: float
    tall: float
    peaks: int
    near: float
    blur: float
    seed: int
    gap: tuple[float, float] | None = None


def _torn_top(points: list[Point], rough: float, seed: int) -> list[Point]:
    stray = torn(len(points) * 4, rough=rough * 0.5, fine=rough, seed=seed)
    return [(x, y + stray[k * 4 % len(stray)]) for k, (x, y) in enumerate(points)]


def _peak(canvas: skia.Canvas, spec: Range, hour: Hour, at: Point, size: Point, seed: int) -> None:
    width, height = size
    body = tint(tint(hour.haze, hour.far, 0.35 + 0.65 * spec.near), hour.near, 0.75 * spec.near**2)
    edge = tint(body, hour.glow, 0.55)
    points = crag(at, width, height, seed, blunt=0.4)
    outer = line_of(_torn_top(points, 1.3, seed), closed=True)
    inner = line_of(_torn_top(nested(points, at, 0.985), 0.8, seed + 1), closed=True)
    top = at[1] - height
    canvas.drawPath(outer, ink(hour.rim, 0.28, blur=5))
    canvas.drawPath(outer, ink(edge, 0.9))
    low = tint(body, hour.haze, 0.85)
    hide = fall(top, at[1], (0, body, 1), (0.45, tint(body, low, 0.25), 1), (1, low, 1))
    canvas.drawPath(inner, shaded(hide))
    canvas.save()
    canvas.clipPath(inner, doAntiAlias=True)
    for nest, k in enumerate((0.88, 0.73, 0.57, 0.4, 0.24)):
        run = line_of(nested(points, at, k))
        canvas.drawPath(run, ink(tint(body, hour.rim, 0.4), 0.3, line=5 - 0.6 * nest))
        canvas.drawPath(run, ink(tint(body, hour.cut, 0.7), 0.5 - 0.08 * nest, line=1.3))
    canvas.restore()


@cache
def _range(spec: Range, hour: Hour) -> skia.Image:
    rng = np.random.default_rng(spec.seed)
    wide = WIDE + 2 * MARGIN
    tops = []
    for k in range(spec.peaks):
        x = wide * (k + 0.5 + 0.5 * (rng.random() - 0.5)) / spec.peaks
        tall = spec.tall * (0.42 + 0.58 * rng.random() ** 0.8)
        broad = tall * (0.72 + 0.5 * rng.random()) + spec.tall * 0.22
        if spec.gap and spec.gap[0] < x - MARGIN < spec.gap[1]:
            tall *= 0.4
        tops.append((tall, x, broad))

    def draw(canvas: skia.Canvas) -> None:
        foot = spec.tall + 30
        for place, (tall, x, broad) in enumerate(sorted(tops, reverse=True)):
            _peak(canvas, spec, hour, (x, foot), (broad, tall), spec.seed * 31 + place)
        mist = fall(foot - spec.tall * 0.5, foot, (0, hour.haze, 0), (1, hour.haze, 0.85))
        paint = shaded(mist, mode=skia.BlendMode.kSrcATop)
        canvas.drawRect(skia.Rect.MakeWH(wide, foot + 10), paint)

    return softened(picture_of(wide, spec.tall + 30, draw), spec.blur)


def draw_range(
    canvas: skia.Canvas, view: View, spec: Range, hour: Hour, alpha: float = 1.0
) -> None:
    """Draw a row of mountains as the camera sees it."""
    scale = view.scale(spec.depth)
    if not scale:
        return
    x, y = view.at((-MARGIN, spec.y - spec.tall - 30), spec.depth)
    image = _range(spec, hour)
    lay(canvas, image, (x, y, image.width() * scale, image.height() * scale), alpha)
