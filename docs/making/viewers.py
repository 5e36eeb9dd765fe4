"""Two drawn viewers in a dark room, lit by the film they watch: one smiles, one looks away."""

import math
from dataclasses import dataclass

import skia

SIDE = 400
"""The picture is SIDE x SIDE pixels."""

NIGHT, ROOM, EDGE = 0xFF140B0A, 0xFF2A1512, 0xFF0B0605
HAIR, HAIR_LIT = 0xFF2B1610, 0xFF6E3E22


@dataclass(frozen=True)
class Person:
    """How somebody looks: skin in light and in shade, clothes, hair."""

    skin: int
    shade: int
    blush: int
    cloth: int
    cloth_lit: int
    long_hair: bool


ANNA = Person(0xFFF0BE86, 0xFFC07B4C, 0x66D9583C, 0xFF8C2A20, 0xFFC4502F, long_hair=True)
BO = Person(0xFFE3AE7A, 0xFFA9683F, 0x33C2512F, 0xFF1F5A5E, 0xFF37888A, long_hair=False)


def _ink(color: int, *, width: float = 0.0, blur: float = 0.0) -> skia.Paint:
    paint = skia.Paint(AntiAlias=True, Color=color)
    if width:
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
    if blur:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    return paint


def _curve(*points: tuple[float, float]) -> skia.Path:
    """A smooth line through (start, control, control, end, control, control, end ...)."""
    path = skia.Path()
    path.moveTo(*points[0])
    for first in range(1, len(points), 3):
        a, b, c = points[first : first + 3]
        path.cubicTo(*a, *b, *c)
    return path


def draw(canvas: skia.Canvas, who: Person, *, smile: float, turn: float, t: float) -> None:
    """
    One viewer, head and shoulders.

    `smile` 0..1; `turn` 0 (to the film) .. 1 (looking away); `t` seconds, for breath and lids.
    """
    breath = 2.0 * math.sin(t * 1.7)
    canvas.save()
    _room(canvas, t)
    _shoulders(canvas, who, breath)
    canvas.translate(0, breath * 0.8)
    _back_hair(canvas, who, turn)
    _neck(canvas, who, turn)
    _head(canvas, who, turn)
    _features(canvas, who, smile, turn, t)
    _front_hair(canvas, who, turn)
    canvas.restore()


def _room(canvas: skia.Canvas, t: float) -> None:
    glow = 0.92 + 0.05 * math.sin(t * 5.1) + 0.03 * math.sin(t * 13.7)
    light = skia.GradientShader.MakeRadial(
        (SIDE * 0.5, SIDE * 0.95),
        SIDE * 0.9 * glow,
        [0xFF5A2A19, ROOM, NIGHT, EDGE],
        [0, 0.4, 0.75, 1],
    )
    canvas.drawPaint(skia.Paint(Shader=light))


def _shoulders(canvas: skia.Canvas, who: Person, breath: float) -> None:
    y = 318 + breath
    path = skia.Path()
    path.moveTo(30, SIDE + 10)
    path.cubicTo(40, y + 40, 110, y + 14, 158, y - 8)
    path.lineTo(242, y - 8)
    path.cubicTo(290, y + 14, 360, y + 40, 370, SIDE + 10)
    path.close()
    light = skia.GradientShader.MakeLinear([(0, y), (0, SIDE)], [who.cloth, who.cloth_lit])
    canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=light))
    collar = _curve((156, y - 6), (176, y + 30), (224, y + 30), (244, y - 6))
    canvas.drawPath(collar, _ink(who.cloth_lit, width=7))
    for dx in (-92, 92):
        fold = _curve(
            (200 + dx, SIDE),
            (200 + dx * 0.96, y + 60),
            (200 + dx * 0.9, y + 40),
            (200 + dx * 0.8, y + 26),
        )
        canvas.drawPath(fold, _ink(0x55000000, width=3))


def _neck(canvas: skia.Canvas, who: Person, turn: float) -> None:
    x = 200 + 8 * turn
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 33, 240, x + 33, 330), 26, 26, _ink(who.shade))


def _back_hair(canvas: skia.Canvas, who: Person, turn: float) -> None:
    if not who.long_hair:
        return
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeLTRB(102 - 14 * turn, 90, 298 - 14 * turn, 318), 92, 96)
    canvas.drawPath(path, _ink(HAIR))


def _head(canvas: skia.Canvas, who: Person, turn: float) -> None:
    x = 200 + 10 * turn
    path = skia.Path()
    path.moveTo(x - 78, 168)
    path.cubicTo(x - 80, 84, x + 80, 84, x + 78 + 6 * turn, 168)
    path.cubicTo(x + 78 + 8 * turn, 236, x + 40 + 16 * turn, 286, x + 4 + 14 * turn, 288)
    path.cubicTo(x - 42 + 10 * turn, 286, x - 76, 236, x - 78, 168)
    path.close()
    light = skia.GradientShader.MakeRadial(
        (x - 6, 262), 190, [who.skin, who.skin, who.shade], [0, 0.45, 1]
    )
    canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=light))
    for side in (-1, 1):
        ear = x + side * 80 + 16 * turn * (side < 0)
        if side > 0 and turn > 0.4:
            continue
        canvas.drawOval(skia.Rect.MakeXYWH(ear - 11, 176, 22, 40), _ink(who.shade))


def _front_hair(canvas: skia.Canvas, who: Person, turn: float) -> None:
    x = 200 + 6 * turn
    path = skia.Path()
    if who.long_hair:
        path.moveTo(x - 96, 220)
        path.cubicTo(x - 112, 40, x + 112, 40, x + 94, 220)
        path.cubicTo(x + 84, 150, x + 60, 128, x + 10 + 30 * turn, 122)
        path.cubicTo(x - 40, 132, x - 78, 150, x - 96, 220)
    else:
        path.moveTo(x - 84, 178)
        path.cubicTo(x - 106, 52, x + 110, 52, x + 86, 178)
        path.cubicTo(x + 82, 150, x + 74, 136, x + 60, 132)
        path.cubicTo(x + 20, 140, x - 30, 136, x - 62, 128)
        path.cubicTo(x - 76, 140, x - 80, 156, x - 84, 178)
    path.close()
    canvas.drawPath(path, _ink(HAIR))
    strand = _curve((x - 70, 112), (x - 30, 84), (x + 34, 82), (x + 66, 108))
    canvas.drawPath(strand, _ink(HAIR_LIT, width=4))


def _features(canvas: skia.Canvas, who: Person, smile: float, turn: float, t: float) -> None:
    x = 200 + 34 * turn
    spread = 34 * (1 - 0.30 * turn)
    blink = 1.0 if (t % 3.1) < 3.0 else 0.1
    for side in (-1, 1):
        eye = x + side * spread + 4 * turn
        if smile > 0.05:
            canvas.drawOval(
                skia.Rect.MakeXYWH(eye - 26 + side * 8, 214, 46, 28),
                _ink(_faded(who.blush, smile), blur=9),
            )
        _eye(canvas, (eye, 190), smile, turn, blink)
        brow = 164 - 5 * smile + 2 * turn
        arch = _curve(
            (eye - 17, brow + 3), (eye - 8, brow - 5), (eye + 8, brow - 5), (eye + 17, brow + 3)
        )
        canvas.drawPath(arch, _ink(HAIR, width=5))
    nose = x + 12 * turn
    canvas.drawPath(
        _curve(
            (nose, 196), (nose + 3 + 8 * turn, 214), (nose + 8 + 8 * turn, 222), (nose - 4, 227)
        ),
        _ink(who.shade, width=4),
    )
    _mouth(canvas, (x + 6 * turn, 250), smile, turn)


def _eye(
    canvas: skia.Canvas, at: tuple[float, float], smile: float, turn: float, blink: float
) -> None:
    x, y = at
    opened = blink * (1 - 0.75 * smile)
    if opened < 0.35:
        canvas.drawPath(
            _curve((x - 14, y + 3), (x - 6, y - 7), (x + 6, y - 7), (x + 14, y + 3)),
            _ink(HAIR, width=5),
        )
        return
    high = 11 * opened
    canvas.drawOval(skia.Rect.MakeXYWH(x - 14, y - high, 28, 2 * high), _ink(0xFFFBEBD2))
    iris = x + 8 * turn
    canvas.drawCircle(iris, y, 8.4 * min(1.0, opened + 0.1), _ink(0xFF2A1710))
    canvas.drawCircle(iris - 2.5, y + 2.5, 2.4, _ink(0xFFFFC861))
    canvas.drawPath(
        _curve(
            (x - 15, y - high * 0.4),
            (x - 7, y - high - 2),
            (x + 7, y - high - 2),
            (x + 15, y - high * 0.4),
        ),
        _ink(HAIR, width=3.6),
    )


def _mouth(canvas: skia.Canvas, at: tuple[float, float], smile: float, turn: float) -> None:
    x, y = at
    half = (20 + 13 * smile) * (1 - 0.25 * turn)
    lift = 13 * smile - 2 * turn
    if smile > 0.45:
        gap = _curve(
            (x - half, y - lift),
            (x - half * 0.4, y + lift * 1.5),
            (x + half * 0.4, y + lift * 1.5),
            (x + half, y - lift),
        )
        gap.cubicTo(
            x + half * 0.4,
            y + 1 - lift * 0.2,
            x - half * 0.4,
            y + 1 - lift * 0.2,
            x - half,
            y - lift,
        )
        canvas.drawPath(gap, _ink(0xFFFFF3DC))
    canvas.drawPath(
        _curve(
            (x - half, y - lift),
            (x - half * 0.4, y + lift * 0.9),
            (x + half * 0.4, y + lift * 0.9),
            (x + half, y - lift),
        ),
        _ink(0xFF7A2C20, width=5),
    )


def _faded(color: int, share: float) -> int:
    return (int((color >> 24) * min(1.0, share)) << 24) | (color & 0x00FFFFFF)
