"""Gull Islet: brocade rocks, the pine that leans out over the water, the tower on its crown.

Laid out around the lamp: (0, 0) is the foot of the flame, as in `world_tower`.
"""

import math
from collections.abc import Callable
from functools import cache, partial

import numpy as np
import skia

from making.world_carve import Dye, crag, rock, tapering_cut, toned
from making.world_hours import Hour
from making.world_lamproom import draw_room
from making.world_paper import (
    Drawing,
    Point,
    ink,
    lay,
    line_of,
    picture_of,
    ribbon,
    shaded,
    smooth,
    stamp,
    sway,
    tint,
)
from making.world_tower import FOOT, crown, lower_storeys

WATERLINE = 268.0
CRAGS = (
    (-128, 70, 96, 3),
    (128, 84, 92, 5),
    (-86, 92, 120, 11),
    (92, 84, 128, 8),
    (0, 150, 112, 21),
    (-46, 92, 116, 14),
    (54, 96, 110, 17),
    (-168, 62, 52, 23),
    (176, 66, 58, 29),
    (-112, 76, 66, 31),
    (12, 110, 74, 37),
    (118, 80, 64, 41),
    (-62, 84, 58, 43),
    (70, 82, 50, 47),
    (-205, 44, 26, 53),
    (214, 48, 30, 59),
    (-24, 74, 40, 61),
    (148, 64, 34, 67),
)


def stone(hour: Hour, top: float, bottom: float) -> Dye:
    """Rock in the hour's darkest dye, its cuts in the hour's light."""
    dark = tint(hour.near, hour.rim, 0.35)
    hide = toned(
        top,
        bottom,
        (0, tint(dark, hour.far, 0.22), 1),
        (0.5, dark, 1),
        (1, tint(dark, hour.rim, 0.6), 1),
    )
    return Dye(hide, hour.rim, tint(hour.cut, hour.far, 0.3), 0.66)


@cache
def rocks_in(hour: Hour) -> Callable[[], skia.Picture]:
    """The islet's rock in an hour's dyes."""
    return cache(partial(_rocks, hour))


def _rocks(hour: Hour) -> skia.Picture:
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-260, 120, 260, 300))
    mound = smooth(
        [
            (-190, 300),
            (-140, 232),
            (-96, 186),
            (-66, FOOT + 8),
            (0, FOOT + 6),
            (66, FOOT + 8),
            (100, 190),
            (150, 238),
            (206, 300),
        ]
    )
    dye = stone(hour, 150, 280)
    canvas.drawPath(line_of(mound, closed=True), shaded(dye.hide))
    canvas.drawPath(line_of(mound), ink(dye.rim, 0.9, line=2))
    for x, width, height, seed in CRAGS:
        at = (float(x), WATERLINE + 12)
        tone = stone(hour, at[1] - height, at[1])
        rock(canvas, crag(at, width, height, seed), at, tone, 0.62)
    return recorder.finishRecordingAsPicture()


def pad(canvas: skia.Canvas, at: Point, width: float, dye: Dye) -> None:
    """One shelf of pine: a flat cloud of needles, cut in fans."""
    x, y = at
    tall = width * 0.3
    outline = []
    for k in np.linspace(0, 1, 22):
        a = math.pi * (1 - float(k))
        bump = 1 + 0.11 * math.sin(float(k) * 19 + x)
        outline.append((x + width / 2 * math.cos(a) * bump, y - tall * math.sin(a) ** 0.8 * bump))
    outline += [(x + width * 0.3, y + tall * 0.2), (x - width * 0.3, y + tall * 0.2)]
    shape = line_of(smooth(outline, steps=3), closed=True)
    canvas.drawPath(shape, shaded(dye.hide))
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    for hub in (-0.32, 0.0, 0.32):
        hx, hy = x + hub * width, y + tall * 0.15
        for a in np.linspace(0.12, 0.88, 11):
            reach = width * 0.3
            angle = math.pi * float(a)
            tip = (hx - reach * math.cos(angle), hy - reach * 1.2 * math.sin(angle))
            near = (hx + (tip[0] - hx) * 0.3, hy + (tip[1] - hy) * 0.3)
            tapering_cut(canvas, [near, tip], width * 0.008, dye)
    canvas.restore()
    canvas.drawPath(shape, ink(dye.rim, 0.95, line=width * 0.014))


TRUNK: tuple[Point, ...] = (
    (0, 4),
    (5, -22),
    (-5, -42),
    (8, -62),
    (30, -76),
    (44, -94),
    (40, -108),
)
BOUGH: tuple[Point, ...] = ((6, -60), (26, -56), (48, -62), (78, -58))
SHELVES = (
    (78, -58, 58),
    (-22, -48, 46),
    (50, -82, 50),
    (12, -76, 44),
    (40, -108, 62),
    (70, -98, 40),
)


def _draw_pine(canvas: skia.Canvas, dye: Dye) -> None:
    bark = ink(dye.rim)
    canvas.drawPath(ribbon(smooth([(-26, -46), (-14, -40), (-2, -36)]), 2, 4), bark)
    canvas.drawPath(ribbon(smooth(TRUNK), 13, 10, 9, 7, 6, 4, 2), bark)
    canvas.drawPath(ribbon(smooth(BOUGH), 6, 5, 3, 1), bark)
    tapering_cut(canvas, smooth([(x - 1.5, y) for x, y in TRUNK]), 1.1, dye)
    for x, y, width in SHELVES:
        pad(canvas, (x, y), width, dye)


def needles(hour: Hour) -> Dye:
    """Pine in the hour's light: near black, with a breath of green."""
    dark = tint(tint(hour.near, hour.rim, 0.45), 0x1D3A33, 0.3)
    hide = toned(-130, 0, (0, tint(dark, hour.far, 0.16), 1), (1, dark, 1))
    return Dye(hide, tint(hour.rim, dark, 0.1), tint(hour.cut, hour.far, 0.35), 0.6)


@cache
def _pine(hour: Hour) -> skia.Image:
    def draw(canvas: skia.Canvas) -> None:
        canvas.translate(70, 150)
        _draw_pine(canvas, needles(hour))

    return picture_of(200, 170, draw, fine=3.0)


def draw_pine(canvas: skia.Canvas, at: Point, size: Point, hour: Hour, gust: float) -> None:
    """A pine that grips the rock at `at`; `gust` bends it. A negative width mirrors it."""
    canvas.save()
    canvas.translate(*at)
    canvas.scale(*size)
    canvas.skew(-0.05 * gust, 0.012 * gust)
    lay(canvas, _pine(hour), (-70, -150, 200, 170))
    canvas.restore()


def draw_tower(
    canvas: skia.Canvas, t: float, breath: float = 1.0, people: Drawing | None = None
) -> None:
    """The whole pagoda with its lamp room, and `people` behind the room's rail."""
    stamp(canvas, lower_storeys, (-90, 20, 90, 190))
    stamp(canvas, crown, (-70, -95, 70, -20))
    draw_room(canvas, t, breath, people)


def draw_islet(
    canvas: skia.Canvas,
    hour: Hour,
    t: float,
    *,
    breath: float = 1.0,
    gust: float = 0.35,
    people: Drawing | None = None,
) -> None:
    """Gull Islet entire: pines, the tower, and rock down to the water."""
    for x, y, size, hand, seed in ((98.0, 196.0, 0.86, 1, 2.0), (-100.0, 206.0, 1.1, -1, 1.0)):
        bend = gust * (sway(t, seed, speed=0.9) + 0.4)
        draw_pine(canvas, (x, y), (hand * size, size), hour, bend * hand)
    draw_tower(canvas, t, breath, people)
    stamp(canvas, rocks_in(hour), (-260, 120, 260, 300))
