"""The lamp room: round window, carved screens, the palace lantern the viewer's flame burns in.

Units and origin are those of `world_tower`: (0, 0) is the foot of the flame.
"""

import math
from functools import cache
from itertools import pairwise

import numpy as np
import skia

from making.palette import FLAME, INK, OCHRE, OXBLOOD, OXBLOOD_DEEP, SOOT
from making.world_carve import Dye, groove, tapering_cut
from making.world_lantern import TOP, draw_lantern, draw_tassels
from making.world_paper import (
    Drawing,
    halo,
    ink,
    leather,
    line_of,
    shaded,
    smooth,
    stamp,
    tint,
    volute,
)
from making.world_tower import EAVES, draw_bell, eave_at, fret, timber

HEART = (0.0, -4.0)
RING = 19.5
OPEN = 14.2
HALF = 35.0
FLOOR = 24.0


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
    for left, right in pairwise(posts):
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


@cache
def room() -> skia.Picture:
    """Everything of the lamp room that does not move, the lantern included."""
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-70, -40, 70, 40))
    dye = timber(TOP, FLOOR)
    _interior(canvas)
    _panes(canvas)
    draw_lantern(canvas, dye)
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


def draw_lamp_light(canvas: skia.Canvas, breath: float) -> None:
    """The light the lamp throws: paper and silk flare, cut lines burn, ink stays ink.

    `breath` is about 1, with the lamp's flicker. The lantern's own inside is left dark, so that
    the live flame stands out.
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
    stamp(canvas, room, (-60, -36, 60, 34))
    draw_tassels(canvas, t)
    draw_lamp_light(canvas, breath)
    if people is not None:
        people(canvas)
    stamp(canvas, rail, (-60, 6, 60, 34))
    for x in (-53.5, 53.5, -45.5, 45.5):
        draw_bell(canvas, (x, eave_at(EAVES, x) - 0.2), 0.95 if abs(x) > 46 else 0.75, t, x)
