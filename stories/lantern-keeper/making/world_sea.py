"""The sea: bands of cut paper with scroll waves, each rolling behind the next."""

import math
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import skia

from making.world_carve import Dye, crest_cuts, crest_shape, foam, scales, toned
from making.world_hours import Hour
from making.world_paper import WIDE, ink, mix, picture_of, shaded, softened, tint
from making.world_view import View

TILE = 840.0
TALL = 420.0
SWELL = 150.0
Crests = tuple[tuple[float, float], ...]
CALM_CRESTS: Crests = ((190.0, 88.0), (372.0, 46.0), (640.0, 66.0))
ROUGH_CRESTS: Crests = ((150.0, 96.0), (395.0, 66.0), (545.0, 88.0), (752.0, 60.0))


class Band(NamedTuple):
    """One strip of sea: how far behind layer 0, at what height, how large, how it moves."""

    depth: float
    y: float
    size: float
    near: float
    drift: float
    phase: float
    blur: float
    crests: Crests


class Swell(NamedTuple):
    """How the sea moves: roll of each band, height and hurry of the waves along it."""

    roll: float = 1.0
    heave: float = 1.0
    speed: float = 1.0


CALM = Swell()
ROUGH = Swell(2.1, 2.6, 1.5)


def bands(
    horizon: float,
    bottom: float,
    count: int = 9,
    *,
    focus: float = 0.55,
    crests: Crests = CALM_CRESTS,
) -> tuple[Band, ...]:
    """Strips from the horizon to the foot of the picture, growing as they come nearer.

    Those nearer than the share `focus` lie more and more out of focus.
    """
    strips = []
    for k in range(count):
        share = k / (count - 1)
        y = horizon + (bottom - horizon) * share**1.7
        depth = mix(2.2, -0.42, share**0.62)
        blur = 5.0 * max(0.0, share - focus) ** 1.3 * 2 + 0.7 * max(0.0, 0.2 - share)
        size = mix(0.13, 1.0, share**1.25)
        drift = (11 + 13 * share) * (1 if k % 2 else -0.6)
        curls = tuple((x, tall * min(1.0, 0.35 + 2.2 * share)) for x, tall in crests)
        strips.append(Band(depth, y, size, share, drift, k * 2.399, blur, curls))
    return tuple(strips)


def _dye(hour: Hour, near: float) -> Dye:
    body = tint(hour.sea_far, hour.sea_near, min(1.0, near * 1.1) ** 0.8)
    light = tint(body, hour.sea_far, 0.34)
    hide = toned(
        SWELL - 110, TALL, (0, light, 0.97), (0.35, body, 0.99), (1, tint(body, hour.rim, 0.5), 1)
    )
    rim = tint(body, hour.rim, 0.55 + 0.4 * near)
    cut = tint(hour.sea_far, hour.cut, 0.35 + 0.65 * near)
    return Dye(hide, rim, cut, 0.62 + 0.25 * near)


def _silhouette(crests: Crests) -> skia.Path:
    builder = skia.OpBuilder()
    ground = skia.Path()
    ground.addRect(skia.Rect.MakeLTRB(-20, SWELL - 2, TILE + 20, TALL + 10))
    builder.add(ground, skia.PathOp.kUnion_PathOp)
    for shift in (-TILE, 0.0, TILE):
        for x, size in crests:
            if -size * 2 < x + shift < TILE + size * 2:
                builder.add(
                    crest_shape((x + shift, SWELL), size, -0.06), skia.PathOp.kUnion_PathOp
                )
    return builder.resolve()


def _draw_tile(canvas: skia.Canvas, dye: Dye, crests: Crests) -> None:
    shape = _silhouette(crests)
    shadow = ink(dye.rim, 0.5, blur=9)
    canvas.save()
    canvas.translate(0, -7)
    canvas.drawPath(shape, shadow)
    canvas.restore()
    canvas.drawPath(shape, shaded(dye.hide))
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    scales(canvas, (0, SWELL + 34, TILE, TALL - SWELL - 40), 30, dye)
    for shift in (-TILE, 0.0, TILE):
        for x, size in crests:
            crest_cuts(canvas, (x + shift, SWELL), size, -0.06, dye)
    canvas.drawPath(shape, ink(dye.cut, 0.5 * dye.bright, line=5))
    canvas.drawPath(shape, ink(dye.rim, 0.85, line=2.6))
    canvas.restore()
    for shift in (0.0, TILE):
        for seed, (x, size) in enumerate(crests):
            foam(canvas, (x + shift, SWELL), size, dye, seed)


@cache
def _tile(hour: Hour, band: Band) -> skia.Image:
    fine = max(0.45, min(1.6, band.size * 1.7))
    dye = _dye(hour, band.near)
    image = picture_of(TILE, TALL, lambda canvas: _draw_tile(canvas, dye, band.crests), fine=fine)
    if not band.blur:
        return image
    soft = softened(_thrice(image), band.blur * fine / max(band.size, 0.3))
    return soft.makeSubset(skia.IRect.MakeXYWH(image.width(), 0, image.width(), image.height()))


def _thrice(image: skia.Image) -> skia.Image:
    surface = skia.Surface(image.width() * 3, image.height())
    for k in range(3):
        surface.getCanvas().drawImage(image, k * image.width(), 0)
    return surface.makeImageSnapshot()


def lift(band: Band, x: float, t: float, swell: Swell = CALM) -> float:
    """How high the band's water stands at a place, in the band's own pixels before its size."""
    s = swell.speed
    return swell.heave * (
        9.0 * math.sin(x / 210 + t * 0.9 * s + band.phase)
        + 5.0 * math.sin(x / 97 - t * 1.3 * s + band.phase * 2.3)
    )


def _sheet(band: Band, t: float, swell: Swell, left: float, right: float) -> skia.Vertices:
    """A strip of the band between two of its own places, bent by the swell."""
    count = 36
    run = swell.roll * math.sin(t * 0.75 * swell.speed + band.phase)
    slide = band.drift * t * swell.speed + 20 * run
    rise = 7 * swell.roll * math.cos(t * 0.75 * swell.speed + band.phase)
    xs = np.linspace(left, right, count)
    tops = [lift(band, float(x), t, swell) + rise for x in xs]
    spots, marks = [], []
    for x, top in zip(xs, tops, strict=True):
        for v in (0.0, TALL):
            bend = 1 - 0.75 * v / TALL
            spots.append(skia.Point(float(x), v - SWELL + top * bend))
            marks.append(skia.Point(float(x) - slide, v))
    return skia.Vertices(skia.Vertices.kTriangleStrip_VertexMode, spots, marks, None)


def draw_band(
    canvas: skia.Canvas, view: View, band: Band, hour: Hour, t: float, swell: Swell = CALM
) -> None:
    """Draw one strip of the sea as the camera sees it."""
    scale = view.scale(band.depth) * band.size
    x0, y0 = view.at((0.0, band.y), band.depth)
    top = y0 - (SWELL + 60) * scale
    if not scale or top > 740 or scale > 3.4:
        return
    left, right = (-40 - x0) / scale, (WIDE + 40 - x0) / scale
    image = _tile(hour, band)
    fit = TILE / image.width()
    shader = image.makeShader(
        skia.TileMode.kRepeat,
        skia.TileMode.kClamp,
        skia.SamplingOptions(skia.FilterMode.kLinear),
        skia.Matrix.Scale(fit, TALL / image.height()),
    )
    canvas.save()
    canvas.translate(x0, y0)
    canvas.scale(scale, scale)
    paint = skia.Paint(Shader=shader, Alphaf=min(1.0, (3.4 - scale) * 1.2))
    canvas.drawVertices(_sheet(band, t, swell, left, right), paint)
    canvas.restore()


def draw_sea(
    canvas: skia.Canvas,
    view: View,
    strips: Sequence[Band],
    hour: Hour,
    t: float,
    swell: Swell = CALM,
) -> None:
    """Draw the strips from the horizon forward."""
    for band in strips:
        draw_band(canvas, view, band, hour, t, swell)


def water_at(view: View, band: Band, x: float, t: float, swell: Swell = CALM) -> float:
    """Where the water of a band is seen to stand, at a place of the picture."""
    scale = view.scale(band.depth) * band.size
    x0, y0 = view.at((0.0, band.y), band.depth)
    rise = 7 * swell.roll * math.cos(t * 0.75 * swell.speed + band.phase)
    return y0 + scale * (lift(band, (x - x0) / max(scale, 1e-6), t, swell) + rise)
