"""Boats: Xing's sampan with its mat roof and long oar, and the sail that comes at dawn.

A sampan's own units: it heads right, (0, 0) is amidships at the water, the hull is 330 long.
"""

import math
from collections.abc import Callable
from functools import cache

import numpy as np
import skia

from making.palette import INK, MIST, OCHRE, STORM_DEEP, TEAL, TEAL_DEEP
from making.world_carve import Dye, groove, slit, tapering_cut, toned
from making.world_hours import Hour
from making.world_paper import Point, ink, line_of, ribbon, shaded, smooth, tint, volute

DECK = -14.0
LANTERN_ARM: Point = (150.0, -108.0)
SHEER: tuple[Point, ...] = (
    (-166, -62),
    (-140, -44),
    (-90, -30),
    (-20, -25),
    (60, -27),
    (120, -38),
    (156, -54),
    (178, -70),
)
KEEL: tuple[Point, ...] = (
    (178, -70),
    (160, -36),
    (120, -2),
    (60, 18),
    (-20, 23),
    (-90, 15),
    (-140, -12),
    (-166, -62),
)


def _hull_dye() -> Dye:
    hide = toned(
        -70, 24, (0, tint(TEAL, STORM_DEEP, 0.35), 1), (0.5, TEAL_DEEP, 1), (1, 0x07181F, 1)
    )
    return Dye(hide, INK, 0xF2D9A0, 0.8)


@cache
def _near_side() -> skia.Picture:
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-200, -130, 200, 40))
    dye = _hull_dye()
    sheer, keel = smooth(SHEER), smooth(KEEL)
    hull = line_of([*sheer, *keel], closed=True)
    canvas.drawPath(hull, shaded(dye.hide))
    canvas.save()
    canvas.clipPath(hull, doAntiAlias=True)
    for k in (0.3, 0.55, 0.8):
        plank = [(x, a + (24 - a) * k * 0.8) for x, a in sheer]
        groove(canvas, line_of(plank), 1.2, dye, k=0.6)
    for x in np.linspace(-120, 118, 11):
        for hand in (-1, 1):
            run = volute((float(x) + 5 * hand, -8 + 6 * hand), 7.5, 1.3, start=0.25, hand=hand)
            tapering_cut(canvas, run, 1.5, dye)
    canvas.restore()
    canvas.drawPath(ribbon(sheer, 6, 7, 8, 7, 6), ink(INK))
    canvas.drawPath(ribbon(sheer, 2, 3.4, 3.6, 3.4, 2), ink(OCHRE, 0.95))
    canvas.drawPath(hull, ink(INK, 1, line=2.4))
    eye = skia.Path.Circle(134, -26, 8.5)
    canvas.drawPath(eye, ink(MIST))
    canvas.drawPath(eye, ink(INK, 1, line=2))
    canvas.drawCircle(136.5, -26, 3.8, ink(INK))
    return recorder.finishRecordingAsPicture()


@cache
def _far_side() -> skia.Picture:
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-200, -160, 200, 40))
    inside = smooth(
        [(-164, -62), (-90, -44), (0, -40), (90, -44), (176, -70), (120, -14), (-100, -10)]
    )
    canvas.drawPath(line_of(inside, closed=True), ink(0x061016))
    dye = _hull_dye()
    roof = smooth([(-128, -30), (-126, -74), (-98, -98), (-66, -98), (-38, -74), (-36, -30)])
    shape = line_of(roof, closed=True)
    mat = toned(-100, -30, (0, 0xB98A48, 1), (1, 0x5A3A1E, 1))
    canvas.drawPath(shape, shaded(mat))
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    for k in range(-12, 14):
        for lean in (-40, 40):
            x = -82 + k * 9
            canvas.drawLine(x - lean, -104, x + lean, -24, ink(INK, 0.5, line=1.6))
    for x in np.linspace(-120, -44, 9):
        for y in np.linspace(-90, -40, 6):
            slit(canvas, skia.Path.Circle(float(x), float(y), 1.5), 0.5, dye)
    canvas.restore()
    canvas.drawPath(shape, ink(INK, 1, line=3.4))
    canvas.drawPath(ribbon(roof, 1.4, 1.8, 1.4), ink(OCHRE, 0.8))
    pole = smooth([(136, -40), (142, -84), (148, -112), (158, -114)])
    canvas.drawPath(ribbon(pole, 4, 3, 2.4), ink(INK))
    return recorder.finishRecordingAsPicture()


def oar_handle(stroke: float) -> Point:
    """Where the hands hold the long oar; `stroke` in turns."""
    return 8 + 13 * math.cos(math.tau * stroke), -96 + 7 * math.sin(math.tau * stroke)


def _oar(canvas: skia.Canvas, stroke: float) -> None:
    x, y = oar_handle(stroke)
    px, py = -140.0, -56.0
    reach = 1.12 + 0.05 * math.cos(math.tau * stroke)
    tip = (px + (px - x) * reach * 0.62, py + (py - y) * reach * 2.1)
    shaft = smooth([(x + 6, y - 3), ((x + px) / 2, (y + py) / 2 - 5), (px, py), tip])
    canvas.drawPath(ribbon(shaft, 4, 5, 5.5, 6, 12, 15, 9), ink(INK))
    canvas.drawPath(ribbon(shaft, 1.4, 1.8, 2, 2.2, 7, 9, 4), ink(0x7C5630))


def draw_sampan(
    canvas: skia.Canvas,
    at: Point,
    size: float,
    tilt: float,
    stroke: float,
    crew: Callable[[], None] | None = None,
) -> None:
    """The boat on the water, leaning by `tilt` degrees, its oar at a turn of its `stroke`.

    `crew` draws, in the picture's own places, whoever stands inside the hull.
    """
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(tilt)
    canvas.scale(size, size)
    canvas.drawPicture(_far_side())
    _oar(canvas, stroke)
    canvas.restore()
    if crew is not None:
        crew()
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(tilt)
    canvas.scale(size, size)
    canvas.drawPicture(_near_side())
    canvas.restore()


def aboard(at: Point, size: float, tilt: float, place: Point) -> Point:
    """Where a place of the boat is in the picture."""
    a = math.radians(tilt)
    c, s = math.cos(a), math.sin(a)
    x, y = place
    return at[0] + size * (x * c - y * s), at[1] + size * (x * s + y * c)


# --- the sail at dawn -------------------------------------------------------------------------

SAIL: tuple[Point, ...] = (
    (-6, -30), (-12, -120), (5, -214), (70, -186), (99, -118), (93, -34),
)  # fmt: skip
BATTENS = 7
JUNK_HULL: tuple[Point, ...] = (
    (-86, -22), (-60, -6), (0, 0), (70, -6), (112, -30), (88, 6), (40, 18), (-40, 16), (-74, 4),
)  # fmt: skip


@cache
def _junk(hour: Hour) -> skia.Picture:
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-100, -240, 130, 30))
    shape = line_of(smooth(SAIL), closed=True)
    hide = toned(-214, -30, (0, 0xFFC98F, 0.97), (0.5, 0xF08A62, 0.97), (1, 0xB4443F, 0.97))
    dye = Dye(hide, tint(hour.near, hour.rim, 0.5), 0xFFF6E0, 0.85)
    canvas.drawPath(ribbon([(0, 6), (0, -120), (3, -226)], 5, 4, 2), ink(dye.rim))
    canvas.drawPath(shape, shaded(hide))
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    for k in range(1, BATTENS):
        y = -30 - 184 * k / BATTENS
        rib = smooth([(-24, y + 2), (30, y - 5.5), (110, y + 30 * k / BATTENS - 8)])
        canvas.drawPath(ribbon(rib, 2.6, 2.6), ink(dye.rim, 0.85))
        groove(canvas, line_of([(x, v + 4) for x, v in rib]), 0.9, dye, k=0.7)
    for at, radius in (((40, -128), 17), ((32, -74), 11), ((30, -176), 9)):
        tapering_cut(canvas, volute(at, radius, 2.0, start=0.2, hand=1), 2.4, dye)
    canvas.restore()
    canvas.drawPath(shape, ink(dye.rim, 0.95, line=2.4))
    canvas.drawPath(line_of(smooth(JUNK_HULL), closed=True), ink(dye.rim))
    groove(canvas, line_of(smooth([(-76, -8), (0, 8), (98, -14)])), 1.4, dye, k=0.8)
    canvas.drawPath(line_of([(3, -226), (26, -220), (3, -213)], closed=True), ink(0xB9483E))
    return recorder.finishRecordingAsPicture()


def draw_junk(
    canvas: skia.Canvas, at: Point, size: float, tilt: float, hour: Hour, fill: float
) -> None:
    """A junk under one battened sail, paper-thin against the light; `fill` is the wind in it."""
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(tilt)
    canvas.scale(size * (1 + 0.05 * fill), size)
    canvas.drawPicture(_junk(hour))
    canvas.restore()
