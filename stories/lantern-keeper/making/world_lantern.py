"""The palace lantern the viewer's flame burns in: silk, clear glass, cap, dish and tassels.

Units and origin are those of `world_tower`: (0, 0) is the foot of the flame.
"""

import math

import numpy as np
import skia

from making.palette import CINNABAR, FLAME, INK, OCHRE, OXBLOOD_DEEP
from making.world_carve import Dye, slit, tapering_cut
from making.world_paper import (
    Point,
    fall,
    halo,
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
from making.world_tower import Roof, eave_at

TOP = -25.0
BODY = (8.2, -13.4, 3.6)


def _silk(canvas: skia.Canvas, side: int, dye: Dye) -> None:
    """A side panel of the lantern: silk drawn away from us, a vine cut into it."""
    half, top, foot = BODY
    waist = half * 0.56
    panel = line_of(
        [
            (side * waist, top),
            (side * half, top + 1.4),
            (side * half * 0.95, foot - 1.2),
            (side * waist, foot),
        ],
        closed=True,
    )
    silk = skia.GradientShader.MakeLinear(
        [skia.Point(side * waist, 0), skia.Point(side * half, 0)], [0xFFD9632A, 0xFF6A1710]
    )
    canvas.drawPath(panel, shaded(leather(silk, grain=0.2)))
    middle = side * (waist + half) / 2
    vine = [
        (middle + 0.75 * math.sin(y * 1.05), float(y))
        for y in np.linspace(top + 2.2, foot - 2.2, 40)
    ]
    tapering_cut(canvas, vine, 0.24, dye)
    for k, y in enumerate(np.linspace(top + 3.1, foot - 2.9, 7)):
        hand = 1 if k % 2 else -1
        curl = volute(
            (middle - 0.35 * hand, float(y)), 0.72, 1.3, start=0.5 if hand > 0 else 0.0, hand=hand
        )
        tapering_cut(canvas, curl, 0.2, dye)
    canvas.drawPath(panel, ink(INK, 1, line=0.55))
    canvas.drawPath(panel, ink(dye.cut, 0.45, line=0.1))


def _glass(canvas: skia.Canvas, dye: Dye) -> None:
    """The clear front the flame is seen through, with carved brackets in its corners."""
    half, top, foot = BODY
    waist = half * 0.56
    glass = skia.Rect.MakeLTRB(-waist, top, waist, foot)
    canvas.drawRect(glass, ink(INK, 1, line=0.9))
    canvas.drawRect(glass, ink(CINNABAR, 0.9, line=0.4))
    canvas.drawRect(glass.makeInset(0.28, 0.28), ink(dye.cut, 0.8, line=0.1))
    for side in (-1, 1):
        for y, down in ((top + 0.4, 1), (foot - 0.4, -1)):
            at = (side * (waist - 1.25), y + down * 1.2)
            curl = volute(at, 0.95, 1.35, start=0.0 if side > 0 else 0.5, hand=-side * down)
            canvas.drawPath(ribbon(curl, 0.5, 0.4, 0.2), ink(INK))
            arm = smooth([(side * waist, y + down * 3.6), (side * (waist - 0.5), y + down * 2.2),
                          (side * (waist - 0.3), y + down * 1.2)], steps=4)  # fmt: skip
            canvas.drawPath(ribbon(arm, 0.2, 0.6, 0.4), ink(INK))
            lip = smooth([(side * (waist - 4.0), y), (side * (waist - 2.6), y + down * 0.5),
                          (side * (waist - 1.3), y + down * 0.25)], steps=4)  # fmt: skip
            canvas.drawPath(ribbon(lip, 0.2, 0.6, 0.4), ink(INK))
            canvas.drawCircle(*at, 0.16, ink(dye.cut, 0.9))


def _frieze(canvas: skia.Canvas, y: float, half: float, tall: float, dye: Dye) -> None:
    """A narrow band of openwork: beads between bars."""
    band = skia.Rect.MakeLTRB(-half, y, half, y + tall)
    canvas.drawRect(band, shaded(dye.hide))
    for k, x in enumerate(np.linspace(-half + 0.8, half - 0.8, int(half * 2.4) | 1)):
        if k % 2:
            canvas.drawLine(
                float(x), y + 0.25, float(x), y + tall - 0.25, ink(dye.cut, 0.7, line=0.14)
            )
        else:
            slit(canvas, skia.Path.Circle(float(x), y + tall / 2, tall * 0.24), 0.1, dye)
    canvas.drawRect(band, ink(INK, 1, line=0.32))


def _lantern_cap(canvas: skia.Canvas, dye: Dye) -> None:
    half, top, foot = BODY
    cap = Roof(top - 1.1, half + 2.4, 1.5, 3.6)
    outline = [(float(x), eave_at(cap, float(x))) for x in np.linspace(cap.eave, -cap.eave, 21)]
    shape = line_of([(1.5, top - 4.6), *outline, (-1.5, top - 4.6)], closed=True)
    canvas.drawPath(shape, shaded(dye.hide))
    canvas.drawPath(shape, ink(INK, 1, line=0.45))
    for x in np.linspace(-0.86, 0.86, 7):
        run = smooth(
            [
                (1.4 * x, top - 4.3),
                (3.6 * x, top - 3.1),
                (cap.eave * x, eave_at(cap, cap.eave * x) - 0.5),
            ]
        )
        tapering_cut(canvas, run, 0.3, dye)
    for side in (-1, 1):
        tip = (side * cap.eave, eave_at(cap, cap.eave))
        curl = volute((tip[0], tip[1] - 0.75), 0.95, 1.2, start=0.25, hand=-side)
        canvas.drawPath(ribbon(curl, 0.6, 0.45, 0.2), ink(INK))
    _frieze(canvas, top - 1.0, half * 0.86, 1.3, dye)
    for y, r in ((top - 5.2, 0.85), (top - 6.4, 0.6), (top - 7.2, 0.42)):
        canvas.drawCircle(0, y, r, ink(INK))
        canvas.drawCircle(0, y, r * 0.5, ink(OCHRE))
    canvas.drawLine(0, top - 7, 0, TOP, ink(INK, 1, line=0.4))
    _frieze(canvas, foot - 0.2, half * 0.9, 1.4, dye)
    base = line_of(
        [
            (-half * 0.74, foot + 1.2),
            (half * 0.74, foot + 1.2),
            (half * 0.42, foot + 2.9),
            (-half * 0.42, foot + 2.9),
        ],
        closed=True,
    )
    canvas.drawPath(base, shaded(dye.hide))
    for hand in (-1, 1):
        tapering_cut(
            canvas, volute((hand * 2.2, foot + 2.0), 0.66, 1.3, start=0.25, hand=hand), 0.2, dye
        )
    canvas.drawPath(base, ink(INK, 1, line=0.4))


def _dish(canvas: skia.Canvas) -> None:
    """The oil dish and the wick, whose top is the origin."""
    bowl = line_of([(-2.3, 1.0), (2.3, 1.0), (1.3, 2.3), (-1.3, 2.3)], closed=True)
    canvas.drawPath(bowl, shaded(fall(1, 2.4, (0, 0x6B3516, 1), (1, INK, 1))))
    canvas.drawPath(bowl, ink(INK, 1, line=0.25))
    canvas.drawLine(-2.3, 1.0, 2.3, 1.0, ink(FLAME, 0.9, line=0.26))
    canvas.drawPath(ribbon([(0.15, 1.1), (0.05, 0.5), (0, -0.05)], 0.55, 0.4, 0.3), ink(0x0C0504))


def draw_lantern(canvas: skia.Canvas, dye: Dye) -> None:
    """The lantern, hung from the room's lintel; its inside dark, so that the flame stands out."""
    hollow = halo((0, -4), 9.5, (0, 0x34100A, 1), (0.6, 0x1E0906, 1), (1, 0x120505, 1))
    canvas.drawRect(skia.Rect.MakeLTRB(-8, -13.6, 8, 3.7), shaded(hollow))
    gilt = Dye(dye.hide, INK, FLAME, 0.85)
    for side in (-1, 1):
        _silk(canvas, side, gilt)
    _dish(canvas)
    _glass(canvas, gilt)
    _lantern_cap(canvas, gilt)


def _tassel(canvas: skia.Canvas, at: Point, length: float, t: float, seed: float) -> None:
    """A silk tassel: knot, then threads that lag behind the swing."""
    swing = 0.16 * sway(t, seed, speed=1.5)
    x, y = at
    canvas.drawCircle(x, y, length * 0.1, ink(OCHRE))
    canvas.drawCircle(x, y, length * 0.1, ink(INK, 1, line=0.2))
    for k in range(5):
        spread = (k - 2) * 0.06
        lag = 0.1 * sway(t - 0.12, seed + 0.05 * k, speed=1.5)
        tip = (x + length * (swing + lag + spread), y + length)
        run = smooth(
            [(x, y), (x + length * (swing * 0.4 + spread * 0.8), y + length * 0.5), tip], steps=5
        )
        canvas.drawPath(ribbon(run, 0.3, 0.55, 0.2), ink(tint(CINNABAR, OXBLOOD_DEEP, k / 5)))


def draw_tassels(canvas: skia.Canvas, t: float) -> None:
    """The tassels at its foot and from the corners of its cap."""
    half, _, foot = BODY
    _tassel(canvas, (0, foot + 3.2), 5.0, t, 1.0)
    for side in (-1, 1):
        _tassel(canvas, (side * (half + 2.3), BODY[1] + 0.1), 6.5, t, 2.0 + side)
