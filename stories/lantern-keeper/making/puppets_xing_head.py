"""Xing's head: the hollow face of a young woman, thin lines on light; hair like lacquer.

It faces right; the neck's pivot is at (0, 0) and the crown about 190 units above. With the hood
up only the profile looks out of it.
"""

import math
from functools import cache

import skia

from making.palette import (
    CINNABAR,
    FLAME,
    INK,
    JADE,
    LAMPLIGHT,
    OXBLOOD,
    SKIN_XING,
    TEAL,
    TEAL_DEEP,
    blend,
    sheer,
)
from making.puppets_face import Face, Lock, hang
from making.puppets_leather import Plate, carve, cut, fill, hide, ink, slit
from making.puppets_motifs import cloud, curve, plum

LACQUER = 0xFF1E1412


def draw_head(
    canvas: skia.Canvas, face: Face, t: float, wind: float = 0.0, hood: float = 0.0
) -> None:
    """The whole head at (0, 0); `hood` 1 is up."""
    if hood < 0.5:
        hang(canvas, _tail(), t, wind, line=0)
        _back_hair().draw(canvas)
    else:
        _hood_lining().draw(canvas)
    _skin(canvas, face)
    canvas.save()
    canvas.translate(-6 * face.turn, 0)
    _eye(canvas, face)
    _brow(canvas, face)
    canvas.restore()
    _mouth(canvas, face)
    if hood < 0.5:
        _front_hair().draw(canvas)
        _jewel(canvas, t, wind)
    else:
        _hood().draw(canvas)
    hang(canvas, _temple(), t, wind * 0.8, line=0)


def _skin(canvas: skia.Canvas, face: Face) -> None:
    near = 1 - 0.12 * face.turn
    jaw = 5 * face.mouth

    def out(x: float) -> float:
        return 48 + (x - 48) * near if x > 48 else x

    shape = skia.Path()
    shape.moveTo(20, -168)
    shape.cubicTo(44, -168, out(62), -154, out(65), -136)
    shape.cubicTo(out(67), -122, out(66), -116, out(67), -110)
    shape.cubicTo(out(71), -100, out(82), -90, out(84), -84)
    shape.cubicTo(out(84), -79, out(78), -77, out(71), -76)
    shape.cubicTo(out(70), -72, out(74), -69, out(76), -65)
    shape.lineTo(out(70), -61)
    shape.lineTo(out(74), -57 + jaw)
    shape.cubicTo(out(73), -52 + jaw, out(68), -51 + jaw, out(69), -46 + jaw)
    shape.cubicTo(out(70), -36 + jaw, 62, -28 + jaw, 52, -27 + jaw)
    shape.cubicTo(34, -26, 16, -36, 4, -56)
    shape.cubicTo(-10, -84, -10, -124, 4, -146)
    shape.close()
    hide(canvas, shape, SKIN_XING, deep=blend(SKIN_XING, CINNABAR, 0.12), line=2.8)
    blush = skia.GradientShader.MakeRadial(
        (42, -80), 26, [sheer(CINNABAR, 0.26), sheer(CINNABAR, 0.0)]
    )
    canvas.drawCircle(42, -80, 26, skia.Paint(Shader=blush))
    ink(canvas, curve((76, -80), (71, -85), (69, -80)), 1.5)


def _eye(canvas: skia.Canvas, face: Face) -> None:
    """Long and rising to the temple."""
    middle = -109.0
    arch = 9 * max(0.0, face.smile) * max(0.0, 1 - face.lid)  # a laughing eye is a bow
    top = middle - 11.5 * face.lid - arch
    bottom = middle + 6 * min(1.0, 0.35 + 0.65 * face.lid) - 4 * max(0.0, face.smile) - arch
    inner, outer = (60.0, -104.0), (16.0, -117.0)
    eye = skia.Path()
    eye.moveTo(*inner)
    eye.cubicTo(54, top + 1, 36, top - 2, *outer)
    eye.cubicTo(30, bottom, 50, bottom + 3, *inner)
    eye.close()
    fill(canvas, eye, LAMPLIGHT)
    canvas.save()
    canvas.clipPath(eye, skia.ClipOp.kIntersect, True)
    x, y = 42 + 8 * face.gaze, middle - 1.5 + 4 * face.glance
    canvas.drawCircle(x, y, 8.2, skia.Paint(Color=INK, AntiAlias=True))
    canvas.drawCircle(x + 2.4, y - 2.6, 1.9, skia.Paint(Color=LAMPLIGHT, AntiAlias=True))
    canvas.restore()
    lid = skia.Path()
    lid.moveTo(62, -103)
    lid.cubicTo(54, top - 1, 36, top - 4.5, -2, -130)
    lid.cubicTo(32, top, 52, top + 2, 62, -103)
    fill(canvas, lid, INK)
    ink(canvas, lid, 1.6)
    ink(canvas, curve(inner, (44, bottom + 0.5), outer), 1.3)
    ink(canvas, curve((56, top - 3), (40, top - 6), (16, -128)), 1.1)


def _brow(canvas: skia.Canvas, face: Face) -> None:
    """A willow leaf."""
    inner = -126 - 6 * face.brow - 7 * face.knit
    arch = -138 - 7 * face.brow
    tail = -134 - 4 * face.brow + 6 * face.knit
    leaf = skia.Path()
    leaf.moveTo(63, inner)
    leaf.cubicTo(50, arch - 2, 28, arch - 4, 2, tail)
    leaf.cubicTo(28, arch + 2, 50, arch + 5, 61, inner + 3.4)
    leaf.close()
    fill(canvas, leaf, INK)


def _mouth(canvas: skia.Canvas, face: Face) -> None:
    jaw = 5 * face.mouth
    corner = (56 - 3 * face.smile, -60 - 4.5 * face.smile)
    upper = skia.Path()
    upper.moveTo(76, -65)
    upper.cubicTo(70, -68, 64, -65, *corner)
    upper.quadTo(66, -60, 71, -61)
    upper.close()
    lower = skia.Path()
    lower.moveTo(74, -57 + jaw)
    lower.quadTo(70, -61 + jaw, corner[0] + 2, corner[1] + 0.6)
    lower.quadTo(62, -50 + jaw, 72, -52.5 + jaw)
    lower.close()
    gap = skia.Path()
    gap.moveTo(72, -62)
    gap.lineTo(*corner)
    gap.lineTo(73, -57 + jaw)
    gap.close()
    fill(canvas, gap, 0xFF4A1410)
    fill(canvas, upper, CINNABAR)
    fill(canvas, lower, blend(CINNABAR, OXBLOOD, 0.25))
    ink(canvas, curve((71, -61), (64, -60.5), corner), 1.2)


@cache
def _back_hair() -> Plate:
    return carve((-110, -270, 110, 30), _comb_back)


def _comb_back(canvas: skia.Canvas) -> None:
    bun = curve(
        (-30, -196),
        (-66, -206),
        (-76, -236),
        (-52, -258),
        (-18, -252),
        (0, -226),
        (-8, -200),
        closed=True,
    )
    hide(canvas, bun, LACQUER, deep=INK, line=2.2)
    for ring in (1.0, 0.66, 0.36):
        slit(
            canvas,
            curve(
                (-36 - 30 * ring, -222),
                (-38, -222 - 24 * ring),
                (-36 + 26 * ring, -224),
                (-38, -226 + 14 * ring),
            ),
            1.5,
            FLAME,
        )
    loop = curve(
        (-52, -176), (-92, -168), (-98, -126), (-74, -104), (-52, -122), (-44, -150), closed=True
    )
    hide(canvas, loop, LACQUER, deep=INK, line=2.2)
    slit(canvas, curve((-56, -166), (-82, -156), (-84, -128), (-70, -116)), 1.6, FLAME)
    slit(canvas, curve((-54, -154), (-70, -146), (-70, -130)), 1.5, FLAME)
    skull = curve(
        (30, -180), (2, -194), (-36, -190), (-62, -160), (-66, -116), (-48, -70), (-24, -34),
        (0, -30), (8, -60), (-2, -100), (6, -140), closed=True,
    )  # fmt: skip
    hide(canvas, skull, LACQUER, deep=INK, line=2.2)


@cache
def _front_hair() -> Plate:
    return carve((-110, -270, 110, 30), _comb_front)


def _comb_front(canvas: skia.Canvas) -> None:
    sweep = curve(
        (60, -158), (44, -178), (6, -192), (-36, -186), (-58, -150), (-56, -108), (-36, -72),
        (-14, -62), (-6, -84), (-4, -118), (14, -144), (40, -158), closed=True,
    )  # fmt: skip
    hide(canvas, sweep, LACQUER, deep=INK, line=2.0)
    for i in range(5):
        slit(
            canvas,
            curve(
                (44 - 12 * i, -166 - 3 * i + i * i),
                (16 - 12 * i, -170 + 2 * i),
                (-14 - 7 * i, -146 + 5 * i),
                (-20 - 5 * i, -104 + 5 * i),
            ),
            1.5,
            FLAME,
        )
    band = curve(
        (46, -182), (14, -196), (-20, -198), (-20, -190), (14, -187), (44, -172), closed=True
    )
    hide(canvas, band, TEAL, deep=TEAL_DEEP, line=2.0)
    cut(canvas, plum((-24, -190), 17), rim=1.2, through=0.95)
    cut(canvas, plum((2, -204), 11, 0.4), rim=1.0, through=0.95)
    ear = curve((-4, -100), (-14, -104), (-18, -88), (-10, -74), (-2, -82), closed=True)
    hide(canvas, ear, SKIN_XING, line=2.0)


def _jewel(canvas: skia.Canvas, t: float, wind: float) -> None:
    """The ear drop, which tells every move of the head."""
    canvas.save()
    canvas.translate(-9, -74)
    canvas.rotate(math.degrees(-0.5 * wind + 0.12 * math.sin(2.7 * t)))
    ink(canvas, curve((0, 0), (0, 8), (0, 14)), 1.6, FLAME)
    canvas.drawCircle(0, 19, 5, skia.Paint(Color=JADE, AntiAlias=True))
    canvas.drawCircle(
        0,
        19,
        5,
        skia.Paint(Color=INK, AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=1.4),
    )
    canvas.restore()


@cache
def _tail() -> tuple[Lock, ...]:
    """Long hair down the back."""
    return tuple(
        Lock(
            (-52 + 8 * i, -70 + 5 * i),
            math.radians(104 - 3 * i),
            150 + 14 * math.sin(i * 2.1),
            18,
            -0.1,
            LACQUER,
        )
        for i in range(5)
    )


@cache
def _temple() -> tuple[Lock, ...]:
    return (
        Lock((10, -142), math.radians(98), 96, 6.5, -0.1, LACQUER),
        Lock((5, -136), math.radians(96), 78, 5, 0.05, LACQUER),
    )


@cache
def _hood_lining() -> Plate:
    return carve((-140, -270, 140, 60), _line_hood)


def _line_hood(canvas: skia.Canvas) -> None:
    inside = curve(
        (52, -184), (20, -206), (-30, -204), (-70, -150), (-66, -60), (-20, 6), (40, 8), (36, -30),
        (10, -60), (4, -120), (20, -160), closed=True,
    )  # fmt: skip
    hide(canvas, inside, TEAL_DEEP, deep=0xFF07222A, line=2.6)


@cache
def _hood() -> Plate:
    return carve((-140, -270, 140, 60), _sew_hood)


def _sew_hood(canvas: skia.Canvas) -> None:
    outside = curve(
        (64, -172), (52, -204), (14, -226), (-36, -220), (-82, -186), (-104, -128), (-100, -60),
        (-84, 0), (-40, 40), (20, 44), (36, 10), (24, -24), (6, -54), (0, -96), (8, -136),
        (34, -160), closed=True,
    )  # fmt: skip
    hide(canvas, outside, TEAL, deep=TEAL_DEEP, band=13, gold=JADE, line=3.0)
    for at, size, turn in (((-34, -160), 44, 0.4), ((-60, -98), 40, -0.3), ((-46, -36), 40, 0.5)):
        for line in cloud(at, size, turn):
            slit(canvas, line, 2.2, 0xFFCDEBD6)
    cut(canvas, plum((6, -194), 13, 0.3), rim=1.2, through=0.8)
