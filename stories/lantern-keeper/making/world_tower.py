"""The pagoda on Gull Islet: storeys with upturned roofs, in units of the wide picture's pixels.

The origin is the foot of the lamp's flame; the lamp room around it is `world_lamproom`.
"""

import math
from functools import cache
from typing import NamedTuple

import numpy as np
import skia

from making.palette import AMBER, CINNABAR, FLAME, INK, OXBLOOD, OXBLOOD_DEEP, SOOT
from making.world_carve import Dye, groove, tapering_cut, toned
from making.world_paper import (
    Point,
    fall,
    ink,
    leather,
    line_of,
    ribbon,
    shaded,
    smooth,
    sway,
    tint,
    volute,
)

FLAME_TALL = 8.64
STOREYS = ((40.0, 24.0), (46.0, 68.0), (53.0, 114.0))
FOOT = 162.0


class Roof(NamedTuple):
    """One roof: middle of its eave, half width at eave and ridge, height."""

    y: float
    eave: float
    ridge: float
    tall: float


EAVES = Roof(-33.0, 57.0, 9.0, 26.0)


def eave_at(roof: Roof, x: float) -> float:
    """The height of the eave's lower edge: nearly straight, swept up at the tips."""
    k = abs(x) / roof.eave
    return roof.y + roof.tall * (0.1 * (1 - k * k) - 0.52 * max(0.0, k - 0.45) ** 2 * 3.3)


def _hip(roof: Roof, k: float) -> Point:
    """A point of the right-hand hip, from ridge (0) to tip (1)."""
    x = roof.ridge + (roof.eave - roof.ridge) * k
    sag = (1 - k) ** 1.9
    tip = eave_at(roof, roof.eave) - roof.tall * 0.07
    return x, tip - (roof.y - roof.tall - tip) * -1 * sag


def roof_shape(roof: Roof) -> skia.Path:
    """The outline of a roof."""
    hip = [_hip(roof, k) for k in np.linspace(0, 1, 16)]
    eave = [(float(x), eave_at(roof, float(x))) for x in np.linspace(roof.eave, -roof.eave, 33)]
    return line_of([*hip, *eave, *((-x, y) for x, y in reversed(hip))], closed=True)


def _tiles(canvas: skia.Canvas, roof: Roof, dye: Dye, fine: float) -> None:
    count = max(8, int(roof.eave / (2.3 * fine)))
    for k in np.linspace(-1, 1, 2 * count + 1):
        top = (roof.ridge * 0.98 * k, roof.y - roof.tall)
        foot_x = roof.eave * 0.985 * k
        foot = (foot_x, eave_at(roof, foot_x) - roof.tall * 0.06)
        bent = (top[0] + (foot[0] - top[0]) * 0.36, top[1] + (foot[1] - top[1]) * 0.62)
        tapering_cut(canvas, smooth([top, bent, foot], steps=6), 0.5 * fine, dye)


def _tile_ends(canvas: skia.Canvas, roof: Roof, dye: Dye, fine: float) -> None:
    count = max(8, int(roof.eave / (2.3 * fine)))
    for k in np.linspace(-0.97, 0.97, 2 * count):
        x = roof.eave * float(k)
        y = eave_at(roof, x) - 0.1
        canvas.drawCircle(x, y, 0.92 * fine, shaded(dye.hide))
        canvas.drawCircle(x, y, 0.92 * fine, ink(dye.rim, 0.9, line=0.22 * fine))
        canvas.drawCircle(x, y, 0.4 * fine, ink(dye.cut, dye.bright * 0.85))


def draw_roof(canvas: skia.Canvas, roof: Roof, dye: Dye, fine: float = 1.0) -> None:
    """Hide, ribs of tile, hips with a scroll at each tip, round tile ends along the eave."""
    shape = roof_shape(roof)
    canvas.drawPath(shape, shaded(dye.hide))
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    _tiles(canvas, roof, dye, fine)
    canvas.restore()
    canvas.drawPath(shape, ink(dye.rim, 0.95, line=0.8))
    for side in (1, -1):
        hip = [(side * x, y) for x, y in (_hip(roof, k) for k in np.linspace(0, 1, 16))]
        canvas.drawPath(ribbon(hip, 1.9, 1.7, 1.5), ink(dye.rim, 1))
        tapering_cut(canvas, [(x, y - 0.15) for x, y in hip], 0.5, dye)
        x, y = hip[-1]
        curl = volute((x - side * 0.4, y - 1.9), 2.0, 1.15, start=0.25, hand=-side)
        canvas.drawPath(ribbon(curl, 1.5, 1.1, 0.5), ink(dye.rim, 1))
        for k in (9, 11, 13):
            bx, by = hip[k]
            canvas.drawCircle(bx, by - 1.5, 0.85, ink(dye.rim, 1))
            canvas.drawLine(bx, by - 1.5, bx + side * 0.9, by - 2.7, ink(dye.rim, 1, line=0.7))
    _tile_ends(canvas, roof, dye, fine)


def fret(canvas: skia.Canvas, box: skia.Rect, bar: float, dye: Dye) -> None:
    """Step-brocade lattice: nested frames, held by short bars, a flower at the heart."""
    wood = ink(dye.rim, 1, line=bar)
    canvas.drawRect(box, wood)
    cx, cy = box.centerX(), box.centerY()
    hw, hh = box.width() / 2, box.height() / 2
    for k in (0.74, 0.46):
        canvas.drawRect(
            skia.Rect.MakeLTRB(cx - hw * k, cy - hh * k, cx + hw * k, cy + hh * k), wood
        )
    for outer, inner in ((1.0, 0.74), (0.74, 0.46)):
        spread = (-0.5, 0.0, 0.5) if outer == 1.0 else (-0.24, 0.24)
        for s in spread:
            for side in (-1, 1):
                canvas.drawLine(
                    cx + s * hw, cy + side * hh * outer, cx + s * hw, cy + side * hh * inner, wood
                )
                canvas.drawLine(
                    cx + side * hw * outer, cy + s * hh, cx + side * hw * inner, cy + s * hh, wood
                )
    heart = min(hw * 0.46, hh * 0.46) * 0.86
    canvas.drawCircle(cx, cy, heart, ink(dye.rim, 1, line=bar * 0.8))
    for k in range(4):
        angle = math.tau * k / 4
        reach = heart * 0.5
        petal = (cx + reach * math.cos(angle), cy + reach * math.sin(angle))
        canvas.drawCircle(*petal, heart * 0.36, ink(dye.rim, 1, line=bar * 0.55))
    canvas.drawCircle(cx, cy, heart * 0.2, ink(dye.rim))


def timber(top: float, bottom: float) -> Dye:
    """Oxblood lacquer, dark-rimmed, lit amber through its cuts."""
    hide = toned(
        top, bottom, (0, OXBLOOD_DEEP, 1), (0.5, tint(OXBLOOD_DEEP, SOOT, 0.5), 1), (1, SOOT, 1)
    )
    return Dye(hide, INK, AMBER, 0.75)


def tiling(top: float, bottom: float) -> Dye:
    """Dark tile with a last warmth of the sky in it."""
    deep = tint(SOOT, INK, 0.4)
    hide = toned(top, bottom, (0, tint(OXBLOOD_DEEP, SOOT, 0.45), 1), (0.6, deep, 1), (1, INK, 1))
    return Dye(hide, 0x0B0505, 0xC8823E, 0.62)


def _storey(canvas: skia.Canvas, half: float, top: float) -> None:
    """One lower storey: wall and windows under its own roof, which juts out above."""
    height = 46.0
    wall = skia.Rect.MakeLTRB(-half + 8, top, half - 8, top + height)
    dye = timber(top, top + height)
    canvas.drawRect(wall, shaded(dye.hide))
    canvas.drawRect(wall, ink(INK, 0.9, line=0.9))
    pane = window_paper(half)
    count = 3
    span = (2 * half - 26) / count
    for k in range(count):
        x = -half + 13 + span * (k + 0.5)
        box = skia.Rect.MakeLTRB(x - span * 0.36, top + 20, x + span * 0.36, top + 38)
        canvas.drawRect(box, pane)
        fret(canvas, box, 0.62, dye)
    for k in range(count + 1):
        x = -half + 12 + span * k
        canvas.drawRect(skia.Rect.MakeLTRB(x - 1.5, top + 14, x + 1.5, top + height), ink(INK))
        canvas.drawLine(x - 0.4, top + 15, x - 0.4, top + height, ink(OXBLOOD, 0.7, line=0.5))
    canvas.drawRect(skia.Rect.MakeLTRB(-half + 8, top + 40, half - 8, top + 42), ink(INK))
    draw_roof(canvas, Roof(top + 14, half + 13, half - 4, 15), tiling(top, top + 15))


def window_paper(half: float) -> skia.Paint:
    """Window paper with a little of the house's light in it."""
    glow = skia.GradientShader.MakeRadial(
        skia.Point(0, 0), 260 + half, [0xFFF0B060, 0xFFA85424, 0xFF5A2413], [0, 0.45, 1]
    )
    return shaded(leather(glow, grain=0.4))


def _plinth(canvas: skia.Canvas) -> None:
    dye = timber(158, 186)
    for k, half in enumerate((57.0, 61.0, 66.0)):
        y = FOOT - 2 + k * 5
        canvas.drawRect(skia.Rect.MakeLTRB(-half, y, half, y + 5.6), shaded(dye.hide))
        canvas.drawRect(skia.Rect.MakeLTRB(-half, y, half, y + 5.6), ink(INK, 0.9, line=0.7))
        for x in np.linspace(-half + 3, half - 3, 15 + k):
            canvas.drawLine(float(x), y + 1.4, float(x), y + 4.2, ink(0xB06A34, 0.5, line=0.4))


@cache
def lower_storeys() -> skia.Picture:
    """All that stands below the lamp room."""
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-90, 0, 90, 190))
    _plinth(canvas)
    for half, top in reversed(STOREYS):
        _storey(canvas, half, top)
    return recorder.finishRecordingAsPicture()


@cache
def crown() -> skia.Picture:
    """The top roof and its finial: gourd, rings and a flame-pointed pearl."""
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-70, -100, 70, 0))
    dye = tiling(-60, -30)
    for y, r in ((-62.0, 3.4), (-67.0, 2.6), (-71.0, 1.9), (-74.2, 1.4)):
        canvas.drawCircle(0, y, r, shaded(dye.hide))
        canvas.drawCircle(0, y, r, ink(INK, 1, line=0.6))
        canvas.drawCircle(0, y, r * 0.4, ink(AMBER, 0.6))
    canvas.drawPath(ribbon([(0, -74), (0, -80), (0, -87)], 1.3, 0.8, 0.0), ink(INK))
    soffit = [(float(x), eave_at(EAVES, float(x)) - 0.6) for x in np.linspace(-52, 52, 27)]
    under = line_of([*soffit, (38, -26.0), (-38, -26.0)], closed=True)
    canvas.drawPath(under, ink(tint(OXBLOOD_DEEP, INK, 0.75)))
    draw_roof(canvas, EAVES, dye, 0.82)
    return recorder.finishRecordingAsPicture()


def draw_bell(canvas: skia.Canvas, at: Point, size: float, t: float, seed: float) -> None:
    """A wind bell under an eave, swinging on its hook."""
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(7 * sway(t, seed, speed=2.1))
    canvas.scale(size, size)
    canvas.drawLine(0, 0, 0, 1.6, ink(INK, 1, line=0.3))
    bell = smooth([(-0.35, 1.5), (-0.85, 2.3), (-1.0, 3.4), (-1.35, 4.1), (1.35, 4.1), (1.0, 3.4),
                   (0.85, 2.3), (0.35, 1.5)], steps=4)  # fmt: skip
    path = line_of(bell, closed=True)
    canvas.drawPath(path, shaded(fall(1.5, 4.1, (0, CINNABAR, 1), (1, SOOT, 1))))
    canvas.drawPath(path, ink(INK, 1, line=0.25))
    groove(canvas, line_of([(-0.85, 3.1), (0.85, 3.1)]), 0.14, Dye(plain_hide(), INK, FLAME, 0.9))
    canvas.rotate(5 * sway(t, seed + 3, speed=3.0))
    canvas.drawLine(0, 4.1, 0, 5.6, ink(INK, 1, line=0.2))
    canvas.drawPath(line_of([(-0.6, 5.5), (0.6, 5.5), (0, 7.0)], closed=True), ink(OXBLOOD))
    canvas.restore()


def plain_hide() -> skia.Shader:
    """Plain dark hide."""
    return skia.Shaders.Color(0xFF000000 | SOOT)
