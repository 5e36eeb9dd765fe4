"""The lamp room: round window, carved screens, the palace lantern the viewer's flame burns in.

Units and origin are those of `world_tower`: (0, 0) is the foot of the flame.
"""

import math
from functools import cache

import numpy as np
import skia

from making.palette import AMBER, CINNABAR, FLAME, INK, OCHRE, OXBLOOD, OXBLOOD_DEEP, SOOT
from making.world_carve import Dye, groove, slit, tapering_cut, toned
from making.world_paper import (
    Drawing,
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
from making.world_tower import EAVES, Roof, draw_bell, eave_at, fret, timber

HEART = (0.0, -4.0)
RING = 19.5
OPEN = 14.2
HALF = 35.0
TOP, FLOOR = -25.0, 24.0


def _warm(radius: float, *stops: tuple[float, int, float]) -> skia.Shader:
    return leather(halo(HEART, radius, *stops), grain=0.3)


def _interior(canvas: skia.Canvas) -> None:
    room = skia.Rect.MakeLTRB(-HALF, TOP, HALF, FLOOR)
    canvas.drawRect(
        room, shaded(_warm(40, (0, 0x4A1A0E, 1), (0.3, 0x2C0F0A, 1), (1, 0x120605, 1)))
    )


def _panes(canvas: skia.Canvas) -> None:
    """Paper screens either side of the round window, glowing where the lamp is near."""
    wall = skia.Path()
    wall.addRect(skia.Rect.MakeLTRB(-HALF, TOP, HALF, FLOOR))
    wall.addCircle(*HEART, OPEN)
    wall.setFillType(skia.PathFillType.kEvenOdd)
    paper = _warm(
        46,
        (0.0, 0xF7B75E, 1),
        (0.34, 0xDE8A3A, 1),
        (0.56, 0xA84E20, 1),
        (0.8, 0x6B2A14, 1),
        (1, 0x3B150D, 1),
    )
    canvas.drawPath(wall, shaded(paper))


def _ring_lattice(canvas: skia.Canvas, dye: Dye) -> None:
    """The window's carved ring: spokes, an arc between, a round flower in every other field."""
    x0, y0 = HEART
    wood = ink(INK, 1, line=0.5)
    middle = (OPEN + RING) / 2
    canvas.drawCircle(x0, y0, middle, ink(INK, 1, line=0.34))
    count = 24
    for k in range(count):
        a = math.tau * k / count
        c, s = math.cos(a), math.sin(a)
        canvas.drawLine(x0 + OPEN * c, y0 + OPEN * s, x0 + RING * c, y0 + RING * s, wood)
        b = a + math.tau / count / 2
        fx, fy = x0 + middle * math.cos(b), y0 + middle * math.sin(b)
        canvas.drawCircle(fx, fy, 1.35, ink(INK if k % 2 else OXBLOOD_DEEP))
        canvas.drawCircle(fx, fy, 1.35, ink(INK, 1, line=0.3))
        canvas.drawCircle(fx, fy, 0.62 if k % 2 else 0.45, ink(dye.cut, 0.95))
    for radius, width in ((OPEN, 1.25), (RING, 1.9)):
        canvas.drawCircle(x0, y0, radius, ink(INK, 1, line=width))
        canvas.drawCircle(x0, y0, radius, ink(OXBLOOD, 0.9, line=width * 0.5))
        canvas.drawCircle(x0, y0, radius, ink(dye.cut, 0.75, line=width * 0.11))


def _spandrels(canvas: skia.Canvas, dye: Dye) -> None:
    """Carved boards in the corners of the ring: a scroll cloud in each."""
    for sx in (-1, 1):
        for sy in (-1, 1):
            canvas.save()
            canvas.translate(HEART[0], HEART[1])
            canvas.scale(sx, sy)
            board = skia.Path()
            board.addRect(skia.Rect.MakeLTRB(0, 0, RING + 1.6, 21 if sy < 0 else 28))
            disc = skia.Path.Circle(0, 0, RING)
            corner = skia.Op(board, disc, skia.PathOp.kDifference_PathOp)
            canvas.drawPath(corner, shaded(dye.hide))
            canvas.save()
            canvas.clipPath(corner, doAntiAlias=True)
            for at, r, hand in (
                ((17.2, 16.6), 3.3, 1),
                ((11.4, 18.7), 2.2, -1),
                ((19.2, 10.9), 1.9, 1),
            ):
                tapering_cut(canvas, volute(at, r, 1.8, start=0.4, hand=hand), 0.42, dye)
            canvas.drawPath(corner, ink(dye.cut, 0.4, line=0.5))
            canvas.restore()
            canvas.drawPath(corner, ink(INK, 1, line=0.5))
            canvas.restore()


def _screens(canvas: skia.Canvas, dye: Dye) -> None:
    """The lattice leaves between the ring and the columns."""
    for side in (-1, 1):
        left, right = sorted((side * (RING + 2.2), side * (HALF - 2.0)))
        for top, bottom in ((TOP + 2.2, TOP + 8.6), (TOP + 10.2, 8.4), (10.0, FLOOR - 3)):
            box = skia.Rect.MakeLTRB(left, top, right, bottom)
            fret(canvas, box, 0.62, dye)
        canvas.drawRect(
            skia.Rect.MakeLTRB(left - 0.7, TOP + 1.5, right + 0.7, FLOOR), ink(INK, 1, line=1.0)
        )
        for y in (TOP + 9.4, 9.2):
            canvas.drawLine(left, y, right, y, ink(OXBLOOD_DEEP, 1, line=1.0))


def _columns(canvas: skia.Canvas) -> None:
    """Lacquered columns wound with carved cloud."""
    for side in (-1, 1):
        x = side * HALF
        hide = skia.GradientShader.MakeLinear(
            [skia.Point(x - 2.3, 0), skia.Point(x + 2.3, 0)],
            [0xFF2A0B09, 0xFF8E1F17, 0xFF3A0E0B]
            if side > 0
            else [0xFF3A0E0B, 0xFF8E1F17, 0xFF2A0B09],
        )
        body = skia.Rect.MakeLTRB(x - 2.3, TOP - 1, x + 2.3, FLOOR + 1)
        canvas.drawRect(body, shaded(leather(hide, grain=0.2)))
        canvas.drawRect(body, ink(INK, 1, line=0.5))
        dye = Dye(hide, INK, OCHRE, 0.8)
        for k, y in enumerate(np.linspace(TOP + 5, FLOOR - 5, 7)):
            run = volute((x, float(y)), 1.5, 1.5, start=0.25, hand=1 if k % 2 else -1)
            tapering_cut(canvas, run, 0.26, dye)


def _beam(canvas: skia.Canvas, dye: Dye) -> None:
    """The lintel, key-patterned, and bracket arms that carry the eave."""
    beam = skia.Rect.MakeLTRB(-HALF - 4, TOP - 1.5, HALF + 4, TOP + 1.6)
    canvas.drawRect(beam, shaded(dye.hide))
    canvas.drawRect(beam, ink(INK, 1, line=0.5))
    for x in np.arange(-HALF - 2, HALF + 2, 3.2):
        key = [(x, TOP + 0.9), (x, TOP - 0.8), (x + 2.2, TOP - 0.8), (x + 2.2, TOP + 0.5),
               (x + 0.9, TOP + 0.5), (x + 0.9, TOP - 0.1)]  # fmt: skip
        groove(canvas, line_of([(float(a), b) for a, b in key]), 0.24, dye)
    for x in np.linspace(-HALF, HALF, 9):
        for k, (half, y) in enumerate(((1.2, TOP - 1.8), (2.2, TOP - 3.1), (3.2, TOP - 4.4))):
            arm = skia.Rect.MakeLTRB(float(x) - half, y - 0.9, float(x) + half, y)
            canvas.drawRoundRect(arm, 0.5, 0.5, ink(tint(OXBLOOD, SOOT, 0.3 + 0.15 * k)))
            canvas.drawRoundRect(arm, 0.5, 0.5, ink(INK, 1, line=0.35))


def _rail(canvas: skia.Canvas, dye: Dye) -> None:
    """The balustrade before the room: lotus posts, a cloud cut into each panel."""
    top, foot, reach = 15.5, FLOOR + 1.5, HALF + 9
    for y, height in ((top, 1.7), (top + 3.0, 0.8), (foot - 1.2, 1.6)):
        bar = skia.Rect.MakeLTRB(-reach, y, reach, y + height)
        canvas.drawRect(bar, shaded(dye.hide))
        canvas.drawRect(bar, ink(INK, 1, line=0.4))
        canvas.drawLine(-reach, y + 0.25, reach, y + 0.25, ink(OCHRE, 0.5, line=0.2))
    posts = [float(x) for x in np.linspace(-reach, reach, 9)]
    for left, right in zip(posts, posts[1:], strict=False):
        middle = (left + right) / 2
        panel = skia.Rect.MakeLTRB(left + 1, top + 4.2, right - 1, foot - 1.6)
        canvas.drawRect(panel, shaded(dye.hide))
        for hand in (-1, 1):
            run = volute((middle + hand * 1.9, top + 6.5), 1.5, 1.5, start=0.25, hand=hand)
            tapering_cut(canvas, run, 0.34, dye)
        canvas.drawRect(panel, ink(INK, 1, line=0.4))
    for x in posts:
        canvas.drawRect(skia.Rect.MakeLTRB(x - 1, top - 1.4, x + 1, foot), shaded(dye.hide))
        canvas.drawRect(skia.Rect.MakeLTRB(x - 1, top - 1.4, x + 1, foot), ink(INK, 1, line=0.4))
        bud = smooth([(x - 1.0, top - 1.4), (x - 1.2, top - 2.8), (x, top - 4.8),
                      (x + 1.2, top - 2.8), (x + 1.0, top - 1.4)], steps=4)  # fmt: skip
        canvas.drawPath(line_of(bud, closed=True), shaded(dye.hide))
        canvas.drawPath(line_of(bud, closed=True), ink(INK, 1, line=0.35))
        tapering_cut(canvas, [(x, top - 1.8), (x, top - 3.0), (x, top - 4.0)], 0.4, dye)


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
    base = line_of([(-half * 0.74, foot + 1.2), (half * 0.74, foot + 1.2), (half * 0.42, foot + 2.9),
                    (-half * 0.42, foot + 2.9)], closed=True)  # fmt: skip
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


@cache
def room() -> skia.Picture:
    """Everything of the lamp room that does not move, the lantern included."""
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-70, -40, 70, 40))
    dye = timber(TOP, FLOOR)
    _interior(canvas)
    _panes(canvas)
    hollow = halo((0, -4), 9.5, (0, 0x34100A, 1), (0.6, 0x1E0906, 1), (1, 0x120505, 1))
    canvas.drawRect(skia.Rect.MakeLTRB(-8, -13.6, 8, 3.7), shaded(hollow))
    gilt = Dye(dye.hide, INK, FLAME, 0.85)
    for side in (-1, 1):
        _silk(canvas, side, gilt)
    _dish(canvas)
    _glass(canvas, gilt)
    _lantern_cap(canvas, gilt)
    _ring_lattice(canvas, Dye(dye.hide, INK, FLAME, 0.9))
    _spandrels(canvas, dye)
    _screens(canvas, dye)
    _columns(canvas)
    _beam(canvas, dye)
    return recorder.finishRecordingAsPicture()


@cache
def rail() -> skia.Picture:
    """The balustrade, nearer to us than anybody who stands in the room."""
    recorder = skia.PictureRecorder()
    _rail(recorder.beginRecording(skia.Rect.MakeLTRB(-70, 5, 70, 40)), timber(12, 28))
    return recorder.finishRecordingAsPicture()


def draw_tassel(canvas: skia.Canvas, at: Point, length: float, t: float, seed: float) -> None:
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


def draw_lamp_light(canvas: skia.Canvas, breath: float) -> None:
    """The light the lamp throws: paper and silk flare, cut lines burn, ink stays ink.

    `breath` is about 1, with the lamp's flicker. The lantern's own inside is left dark, so that the
    live flame stands out.
    """
    stops = ((0.0, 0.0), (0.13, 0.05), (0.21, 0.34), (0.36, 0.36), (0.62, 0.14), (1.0, 0.0))
    lit = halo(HEART, 64, *((place, 0xB4622A, strength * breath) for place, strength in stops))
    canvas.drawCircle(*HEART, 64, shaded(lit, mode=skia.BlendMode.kColorDodge))


def draw_room(
    canvas: skia.Canvas, t: float, breath: float = 1.0, people: Drawing | None = None
) -> None:
    """The lamp room with what stirs in it; the flame itself is left to the player.

    `people` draws, in the room's own units, whoever stands behind its rail.
    """
    canvas.drawPicture(room())
    half, _, foot = BODY
    draw_tassel(canvas, (0, foot + 3.2), 5.0, t, 1.0)
    for side in (-1, 1):
        draw_tassel(canvas, (side * (half + 2.3), BODY[1] + 0.1), 6.5, t, 2.0 + side)
    draw_lamp_light(canvas, breath)
    if people is not None:
        people(canvas)
    canvas.drawPicture(rail())
    for x in (-53.5, 53.5, -45.5, 45.5):
        draw_bell(canvas, (x, eave_at(EAVES, x) - 0.2), 0.95 if abs(x) > 46 else 0.75, t, x)
