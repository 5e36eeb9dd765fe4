"""The keeper's head: an old man's profile, carved; white brows, a beard that feels the wind.

It faces right; the neck's pivot is at (0, 0) and the crown about 200 units above.
"""

import math
from functools import cache

import skia

from making.palette import (
    BEARD,
    FLAME,
    INK,
    LAMPLIGHT,
    OXBLOOD,
    OXBLOOD_DEEP,
    SKIN_KEEPER,
    SOOT,
    blend,
    sheer,
)
from making.puppets_face import Face, Lock, hang
from making.puppets_leather import Plate, carve, cut, fill, hide, ink, slit
from making.puppets_motifs import coin, curve

GREY = 0xFF8C8272


def draw_head(canvas: skia.Canvas, face: Face, t: float, wind: float = 0.0) -> None:
    """The whole head with its beard, at (0, 0)."""
    _hair().draw(canvas)
    _skin(canvas, face)
    canvas.save()
    canvas.translate(-7 * face.turn, 0)
    _lines(canvas, face)
    _eye(canvas, face)
    canvas.restore()
    _mouth(canvas, face)
    canvas.save()
    canvas.translate(-2 * face.turn, 0)
    hang(canvas, _beard(round(face.mouth, 2)), t, wind, 1.2)
    hang(canvas, _moustache(round(face.smile, 2)), t, wind * 0.6, 1.2)
    canvas.translate(-5 * face.turn, 0)
    hang(canvas, _brow(round(face.brow, 2), round(face.knit, 2)), t, wind * 0.35, 1.1)
    canvas.restore()


@cache
def _hair() -> Plate:
    """Behind the face: combed grey hair, the headband, the knot and its pin."""
    return carve((-100, -290, 100, 20), _comb)


def _comb(canvas: skia.Canvas) -> None:
    knot = curve(
        (-34, -206),
        (-58, -226),
        (-50, -258),
        (-20, -266),
        (4, -250),
        (4, -224),
        (-10, -204),
        closed=True,
    )
    hide(canvas, knot, GREY, deep=0xFF5E5448)
    for bend in (-12, 0, 12):
        slit(
            canvas,
            curve((-26 + bend * 0.6, -212), (-24 + bend * 1.6, -236), (-22 + bend, -256)),
            1.6,
        )
    pin = curve((-84, -226), (-20, -236), (40, -250))
    ink(canvas, pin, 7)
    ink(canvas, pin, 3.4, FLAME)
    skull = curve(
        (46, -186), (14, -206), (-30, -204), (-62, -176), (-72, -130), (-58, -84), (-40, -52),
        (-14, -60), (-6, -96), (10, -130), (50, -160), closed=True,
    )  # fmt: skip
    hide(canvas, skull, GREY, deep=0xFF4E463C)
    for lift in range(5):
        x = -52 + lift * 19
        slit(canvas, curve((x + 6, -150 - lift * 2), (x + 2, -176), (x * 0.55 - 14, -200)), 1.8)
    for down in range(4):
        slit(
            canvas,
            curve((-46 + down * 10, -112), (-50 + down * 9, -88), (-38 + down * 6, -62)),
            1.6,
        )
    band = curve(
        (64, -172),
        (20, -160),
        (-34, -140),
        (-72, -118),
        (-74, -142),
        (-40, -164),
        (14, -184),
        (54, -192),
        closed=True,
    )
    hide(canvas, band, OXBLOOD, deep=OXBLOOD_DEEP)
    for i in range(5):
        x = -56 + i * 25
        cut(canvas, coin((x, -135 - i * 10.4 - 0.6 * i * (i - 4)), 8.6), rim=0.9, through=0.8)
    tie = curve((-70, -128), (-92, -112), (-96, -84), (-84, -92), (-78, -112), closed=True)
    hide(canvas, tie, OXBLOOD, deep=OXBLOOD_DEEP, line=2.4)


def _skin(canvas: skia.Canvas, face: Face) -> None:
    """The profile: domed brow, the notch, the long nose, the jaw that opens."""
    near = 1 - 0.1 * face.turn
    jaw = 9 * face.mouth

    def out(x: float) -> float:
        return 60 + (x - 60) * near if x > 60 else x

    shape = skia.Path()
    shape.moveTo(30, -178)
    shape.cubicTo(54, -176, out(70), -166, out(73), -150)
    shape.cubicTo(out(75), -139, out(70), -134, out(70), -127)
    shape.cubicTo(out(76), -113, out(92), -103, out(98), -91)
    shape.cubicTo(out(100), -83, out(92), -78, out(82), -79)
    shape.cubicTo(out(80), -75, out(83), -71, out(84), -66)
    shape.lineTo(out(76), -62)
    shape.lineTo(out(82), -58 + jaw)
    shape.cubicTo(out(80), -50 + jaw, out(76), -48 + jaw, out(78), -40 + jaw)
    shape.cubicTo(out(78), -24 + jaw, 60, -14 + jaw, 44, -16 + jaw * 0.8)
    shape.cubicTo(16, -18, -4, -30, -14, -56)
    shape.cubicTo(-22, -84, -18, -118, 2, -140)
    shape.cubicTo(10, -152, 18, -166, 30, -178)
    shape.close()
    hide(canvas, shape, SKIN_KEEPER, deep=blend(SKIN_KEEPER, OXBLOOD_DEEP, 0.45), line=3.4)
    ear = curve(
        (-14, -124), (-28, -128), (-34, -106), (-24, -84), (-10, -82), (-8, -100), closed=True
    )
    hide(canvas, ear, blend(SKIN_KEEPER, OXBLOOD, 0.2), line=2.6)
    slit(canvas, curve((-12, -114), (-24, -116), (-26, -102), (-18, -94)), 2.0)


def _lines(canvas: skia.Canvas, face: Face) -> None:
    """Age, carved: the forehead, the cheek, the nose's wing, the crow's feet."""
    lift = -3.5 * face.brow
    for row in range(3):
        y = -164 + row * 8.5 + lift * (0.5 + 0.3 * row)
        slit(
            canvas,
            curve((32 + row * 2, y + 2), (46, y - 2.5), (58, y + 1), (66 - row, y - 1)),
            1.7,
        )
    cheek = -4 * max(0.0, face.smile)
    slit(
        canvas,
        curve(
            (76, -92 + cheek),
            (64, -84 + cheek),
            (58 - 4 * face.smile, -70 + cheek),
            (60 - 5 * face.smile, -54),
        ),
        2.2,
    )
    slit(canvas, curve((44, -96 + cheek), (34, -84 + cheek), (34, -68), (42, -56)), 1.8)
    ink(canvas, curve((88, -84), (81, -90), (76, -85)), 2.0)
    spread = 1 + 0.5 * max(0.0, face.smile)
    for ray in (-1, 0, 1):
        slit(
            canvas,
            curve(
                (12, -124 + ray * 5), (2, -126 + ray * 9 * spread), (-8, -124 + ray * 13 * spread)
            ),
            1.5,
        )
    slit(canvas, curve((62, -103 + cheek * 0.6), (46, -98 + cheek), (28, -106 + cheek * 0.6)), 1.6)


def _eye(canvas: skia.Canvas, face: Face) -> None:
    """A phoenix eye: the white is a hole with the lamp behind it."""
    middle = -117.0
    arch = 13 * max(0.0, face.smile) * max(0.0, 1 - face.lid)  # a laughing eye is a bow
    top = middle - 15.5 * face.lid - arch
    bottom = middle + 8.5 * min(1.0, 0.35 + 0.65 * face.lid) - 6.5 * max(0.0, face.smile) - arch
    inner, outer = (65.0, -112.0), (18.0, -122.0)
    eye = skia.Path()
    eye.moveTo(*inner)
    eye.cubicTo(57, top + 1, 36, top - 2, *outer)
    eye.cubicTo(32, bottom + 1, 54, bottom + 3, *inner)
    eye.close()
    fill(canvas, eye, LAMPLIGHT)
    canvas.save()
    canvas.clipPath(eye, skia.ClipOp.kIntersect, True)
    x, y = 43 + 10 * face.gaze, middle - 2 + 5 * face.glance
    canvas.drawCircle(x, y, 11.2, skia.Paint(Color=0xFF5A2A12, AntiAlias=True))
    canvas.drawCircle(x, y, 8.6, skia.Paint(Color=INK, AntiAlias=True))
    canvas.drawCircle(x + 3.2, y - 3.4, 2.5, skia.Paint(Color=LAMPLIGHT, AntiAlias=True))
    shade = skia.Path()
    shade.moveTo(70, top - 8)
    shade.cubicTo(57, top + 5, 36, top + 2, 16, -119)
    shade.lineTo(16, -150)
    shade.close()
    fill(canvas, shade, sheer(OXBLOOD_DEEP, 0.55))
    canvas.restore()
    ink(canvas, eye, 1.8)
    lid = skia.Path()
    lid.moveTo(67, -111)
    lid.cubicTo(57, top - 1.5, 36, top - 4, 4, -133)
    lid.cubicTo(34, top + 1, 56, top + 2.5, 67, -111)
    fill(canvas, lid, INK)
    ink(canvas, lid, 2.0)
    fold = curve((62, top - 2 + 2), (44, top - 8), (22, -130))
    ink(canvas, fold, 1.8, sheer(SOOT, 0.9))


def _mouth(canvas: skia.Canvas, face: Face) -> None:
    """Little of it is seen under the moustache: the dark gap, the lower lip, the corner."""
    jaw = 9 * face.mouth
    corner = (60 - 3 * face.smile, -60 - 6 * face.smile + jaw * 0.3)
    gap = skia.Path()
    gap.moveTo(83, -65)
    gap.quadTo(72, -64, *corner)
    gap.quadTo(70, -55 + jaw * 1.2, 81, -58 + jaw)
    gap.close()
    fill(canvas, gap, 0xFF3A0D0A)
    lip = skia.Path()
    lip.moveTo(82, -59 + jaw)
    lip.quadTo(74, -57 + jaw * 1.1, corner[0] + 3, corner[1] + 2)
    lip.quadTo(70, -48 + jaw, 80, -51 + jaw)
    lip.close()
    fill(canvas, lip, OXBLOOD)
    ink(canvas, lip, 1.2)


@cache
def _beard(mouth: float) -> tuple[Lock, ...]:
    """Long locks running to one point below the chin, short tufts over their roots."""
    long = [_long_lock(i / 10, mouth, math.sin(i * 2.4 + 1)) for i in range(11)]
    order = (0, 1, 2, 10, 9, 3, 4, 8, 5, 7, 6)
    tufts = [_tuft(i / 9, mouth, math.sin(i * 1.9)) for i in range(10)]
    return (*(long[i] for i in order), *tufts)


def _jaw(share: float, mouth: float) -> tuple[float, float]:
    """A place on the jaw, from before the ear to the chin."""
    y = -78 + 58 * share - 8 * math.sin(share * math.pi) + 9 * mouth * share
    return -10 + 86 * share, y


def _long_lock(share: float, mouth: float, uneven: float) -> Lock:
    x, y = _jaw(share, mouth)
    length = 84 + 150 * math.sin(min(1.0, share * 1.45) * math.pi / 2) ** 1.6
    return Lock(
        (x, y + 4),
        math.radians(114 - 40 * share),
        length * (1 + 0.07 * uneven) * (1 - 0.2 * max(0.0, share - 0.7) / 0.3),
        25 + 3 * uneven,
        -0.55 + 1.0 * share,
        blend(0xFFF7EEDA, 0xFFC2B08E, 0.35 + 0.35 * uneven),
        0.16 + 0.05 * uneven,
        2,
    )


def _tuft(share: float, mouth: float, uneven: float) -> Lock:
    x, y = _jaw(share, mouth)
    return Lock(
        (x, y - 7),
        math.radians(116 - 34 * share + 9 * uneven),
        46 + 8 * uneven + 16 * share,
        15,
        -0.3 + 0.6 * share,
        blend(0xFFFBF3E2, 0xFFDCCBA8, 0.5 + 0.4 * uneven),
        0.12,
        1,
    )


@cache
def _moustache(smile: float) -> tuple[Lock, ...]:
    rise = 0.32 * smile
    return tuple(
        Lock(
            (86 - 5 * i, -72 + 1.2 * i),
            math.radians(132 + 9 * i) + rise,
            98 - 12 * i,
            15 - i,
            -0.8 + 0.07 * i - 0.5 * rise,
            blend(0xFFFFF8E8, BEARD, i / 4),
            -0.12,
            1,
        )
        for i in (4, 3, 2, 1, 0)
    )


@cache
def _brow(lift: float, knit: float) -> tuple[Lock, ...]:
    """White and long; the inner end tells sorrow, the outer hangs past the temple."""
    inner = -135 - 11 * lift - 13 * knit
    outer = -142 - 8 * lift + 10 * knit
    locks = []
    for i in (4, 3, 2, 1, 0):
        share = i / 4
        arch = 5 * math.sin(math.pi * share)
        locks.append(
            Lock(
                (74 - 50 * share, inner + (outer - inner) * share - arch),
                math.radians(206 - 10 * share) - 0.34 * knit * (1 - share),
                44 + 22 * share,
                18 - 4 * share,
                -0.15 - 1.0 * share,
                blend(0xFFFFF8E8, BEARD, share * 0.7),
                0.0,
                1,
            )
        )
    return tuple(locks)
