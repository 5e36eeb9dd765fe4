"""The cellar: vault behind vault, one candle, a drop that falls, two eyes that shut."""

import math
from functools import cache

import numpy as np
import skia
from paper import (
    WIDE,
    Point,
    blob,
    cut,
    disc,
    dusk,
    dye,
    ease,
    lay,
    look,
    mix,
    poly,
    pool,
    rect,
    sheet,
    swing,
    tint,
)

SECONDS = 6.0
FLAME: Point = (640.0, 378.0)
DROPS = (1.0, 2.9, 4.8)
FALLING = 0.42
PUDDLE: Point = (404.0, 632.0)
STONE, DEEP, PLUM = 0x4A3B8C, 0x1C1740, 0x7A2F66


def _vault(
    canvas: skia.Canvas, half: float, top: float, foot: float, colour: int, seed: int
) -> None:
    """A wall with an arched opening, its keystones cut singly."""
    wall = skia.Path()
    wall.addRect(skia.Rect.MakeLTRB(-140, -140, WIDE + 140, foot))
    hole = skia.Path()
    hole.moveTo(640 - half, foot)
    hole.lineTo(640 - half, top + half)
    hole.arcTo(skia.Rect.MakeLTRB(640 - half, top, 640 + half, top + 2 * half), 180, 180, False)
    hole.lineTo(640 + half, foot)
    hole.close()
    cut(canvas, skia.Op(wall, hole, skia.PathOp.kDifference_PathOp), colour, 16)
    rng = np.random.default_rng(seed)
    canvas.save()
    canvas.clipPath(hole, skia.ClipOp.kDifference, True)
    for row in range(11):
        x = -140.0 - 60 * float(rng.random())
        while x < WIDE + 140:
            wide = 70 + 60 * float(rng.random())
            shade = tint(
                colour,
                0xFFFFFF if rng.random() < 0.5 else 0x0A0716,
                0.04 + 0.07 * float(rng.random()),
            )
            cut(
                canvas,
                rect(x + 3, foot - 62 * (row + 1) + 3, wide - 6, 56, 7),
                shade,
                2.5,
                lit=0.08,
            )
            x += wide
    canvas.restore()
    count = 13
    for k in range(count):
        a0, a1 = (math.pi * (1 + (k + d) / count) for d in (0.04, 0.96))
        ring = [
            (640 + r * math.cos(a), top + half + r * math.sin(a))
            for r, a in ((half, a0), (half + 46, a0), (half + 46, a1), (half, a1))
        ]
        cut(canvas, poly(*ring), tint(colour, 0xF28A3C, 0.2 + 0.05 * (k % 2)), 5)


@cache
def _far() -> skia.Image:
    def draw(canvas: skia.Canvas) -> None:
        canvas.drawPaint(skia.Paint(Color=dye(0xB4553A)))
        for row in range(9):
            for k in range(16):
                x = -40 + 92 * k + (46 if row % 2 else 0)
                cut(
                    canvas,
                    rect(x, 60 + 58 * row, 86, 52, 6),
                    tint(0xC2643C, 0x8C3A4A, ((k * 7 + row * 3) % 5) / 5),
                    3,
                )
        cut(
            canvas,
            poly((-140, 560), (WIDE + 140, 560), (WIDE + 140, 860), (-140, 860)),
            0x6B2F4E,
            8,
        )

    return sheet(draw)


@cache
def _middle() -> skia.Image:
    return sheet(lambda canvas: _vault(canvas, 262, 150, 592, 0x6A3A86, 5))


@cache
def _near() -> skia.Image:
    def draw(canvas: skia.Canvas) -> None:
        _vault(canvas, 456, 54, 660, 0x35307A, 9)
        cut(
            canvas,
            poly((-140, 650), (WIDE + 140, 650), (WIDE + 140, 860), (-140, 860)),
            0x221C52,
            10,
        )

    return sheet(draw)


def _barrel(canvas: skia.Canvas, x: float, y: float, r: float, colour: int) -> None:
    cut(canvas, disc(x, y, r), 0x3A1F2E, 10)
    cut(canvas, disc(x, y, r * 0.9), colour, 4)
    canvas.save()
    canvas.clipPath(disc(x, y, r * 0.88), doAntiAlias=True)
    for k in range(-3, 4):
        cut(canvas, rect(x + k * r * 0.28 - 2, y - r, 3.4, 2 * r), tint(colour, 0x0A0716, 0.35), 0)
    canvas.restore()
    ring = skia.Op(disc(x, y, r * 0.96), disc(x, y, r * 0.84), skia.PathOp.kDifference_PathOp)
    cut(canvas, ring, 0xC98A3A, 3)
    cut(canvas, disc(x, y + r * 0.5, r * 0.1), 0x3A1F2E, 3)


@cache
def _things() -> skia.Image:
    def draw(canvas: skia.Canvas) -> None:
        for x, y, r, colour in (
            (330, 560, 66, 0x9A4A3A),
            (246, 470, 60, 0x8A3F46),
            (206, 572, 70, 0xA8563A),
            (1010, 566, 70, 0x9A4A3A),
            (1094, 480, 62, 0x8A3F46),
            (1130, 574, 74, 0xA8563A),
        ):
            _barrel(canvas, x, y, r, colour)
        cut(canvas, poly((512, 512), (768, 512), (790, 536), (490, 536)), 0xA85A32, 12)
        for x in (520, 744):
            cut(canvas, rect(x, 534, 18, 104), 0x7A3A2A, 8)
        cut(canvas, rect(553, 430, 14, 60, 4), 0x2F6A4A, 6)
        cut(canvas, rect(551, 424, 18, 9, 3), 0xC98A3A, 4)
        cut(
            canvas, blob([(546, 512), (544, 484), (560, 470), (576, 484), (574, 512)]), 0x3F8A5E, 6
        )
        cut(canvas, rect(700, 500, 58, 13, 3), 0xC2433A, 5)
        cut(canvas, rect(706, 489, 50, 12, 3), 0xE0A93A, 5)
        cut(canvas, blob([(602, 512), (604, 500), (676, 500), (678, 512)]), 0xC98A3A, 6)
        cut(canvas, rect(622, 414, 36, 92, 7), 0xFBE9CE, 7)
        for x, low in ((622, 446), (634, 434), (650, 456)):
            cut(canvas, rect(x, 412, 9, low - 412, 5), 0xFFF6E2, 3)
        cut(canvas, rect(638.5, 398, 3.4, 18, 1.5), 0x2A1A2E, 0)

    return sheet(draw)


def _flame(canvas: skia.Canvas, t: float) -> None:
    """A flame of three papers, each with its own unrest."""
    for size, colour, seed in ((1.0, 0xF2662E, 0.0), (0.7, 0xFFA53A, 1.7), (0.42, 0xFFF0B0, 3.1)):
        lean = 7 * swing(t, seed, 3.4) * size
        tall = 74 * size * (1 + 0.07 * swing(t, seed + 2, 6.2))
        wide = 21 * size
        foot = FLAME[1] + 26
        cut(
            canvas,
            blob(
                [
                    (640, foot),
                    (640 - wide, foot - tall * 0.3),
                    (640 - wide * 0.5 + lean * 0.5, foot - tall * 0.68),
                    (640 + lean, foot - tall),
                    (640 + wide * 0.6 + lean * 0.4, foot - tall * 0.6),
                    (640 + wide, foot - tall * 0.26),
                ]
            ),
            colour,
            2,
            lit=0.05,
        )


def _water(canvas: skia.Canvas, t: float) -> None:
    """A drop gathers under the vault, falls, and opens rings in the puddle."""
    x, y = PUDDLE
    cut(
        canvas,
        blob(
            [
                (x - 96, y),
                (x - 50, y - 14),
                (x + 60, y - 12),
                (x + 104, y + 2),
                (x + 40, y + 16),
                (x - 60, y + 15),
            ]
        ),
        0x3E6FB0,
        2,
    )
    for at in DROPS:
        fall_ = (t - (at - FALLING)) / FALLING
        if -0.9 < fall_ < 0:
            r = 5 * ease(fall_, -0.9, 0)
            cut(canvas, disc(x, 196, r), 0x8FC6EE, 2)
        if 0 <= fall_ < 1:
            drop = mix(198, y, fall_ * fall_)
            cut(
                canvas,
                blob([(x, drop - 15), (x + 5, drop), (x, drop + 5), (x - 5, drop)]),
                0x8FC6EE,
                3,
            )
        age = t - at
        for ring in range(3):
            k = (age - 0.16 * ring) / 1.1
            if 0 < k < 1:
                paint = skia.Paint(
                    AntiAlias=True,
                    Color=dye(0xCFE9FF, (1 - k) * 0.9),
                    Style=skia.Paint.kStroke_Style,
                    StrokeWidth=2.2,
                )
                canvas.drawOval(
                    skia.Rect.MakeLTRB(x - 88 * k, y - 11 * k, x + 88 * k, y + 11 * k), paint
                )
        if 0 < age < 0.4:
            for side in (-1, 1):
                k = age / 0.4
                canvas.drawCircle(
                    x + side * 22 * k,
                    y - 34 * k * (1 - k) * 2,
                    3 * (1 - k),
                    skia.Paint(AntiAlias=True, Color=dye(0xCFE9FF)),
                )


def _spider(canvas: skia.Canvas, t: float) -> None:
    drop = 210 + 26 * ease(t, 0.6, 2.0) - 50 * ease(t, 4.9, 5.4)
    x = 862 + 5 * swing(t, 1.0, 1.4)
    canvas.drawLine(
        862, 60, x, drop, skia.Paint(AntiAlias=True, Color=dye(0xE8DFF2, 0.7), StrokeWidth=1.3)
    )
    for side in (-1, 1):
        for k in range(4):
            bend = 2.5 * swing(t, k + side, 4.0)
            leg = skia.Path()
            leg.moveTo(x, drop)
            leg.quadTo(
                x + side * (13 + 2 * k),
                drop - 16 + 7 * k + bend,
                x + side * (17 + 2 * k),
                drop + 2 + 7 * k + bend,
            )
            canvas.drawPath(
                leg,
                skia.Paint(
                    AntiAlias=True,
                    Color=dye(0x120C22),
                    Style=skia.Paint.kStroke_Style,
                    StrokeWidth=2.2,
                ),
            )
    cut(canvas, disc(x, drop + 2, 9), 0x120C22, 5)


def _eyes(canvas: skia.Canvas, t: float) -> None:
    """Somebody small between the barrels."""
    seen = ease(t, 1.2, 1.5) * (1 - ease(t, 4.7, 4.8))
    blink = min(1.0, abs(t - 2.6) / 0.08, abs(t - 3.9) / 0.08)
    for x in (1063, 1079):
        high = 4.5 * seen * blink
        canvas.drawOval(
            skia.Rect.MakeLTRB(x - 4.5, 618 - high, x + 4.5, 618 + high),
            skia.Paint(AntiAlias=True, Color=dye(0xFFE27A)),
        )


def draw(canvas: skia.Canvas, t: float) -> None:
    """Draw the picture at a time: the last steps down, towards the candle."""
    near = ease(t, -1.5, 7.5)
    middle = (640.0, 430.0)
    breath = 0.05 * swing(t, 1.0, 5.3) + 0.03 * swing(t, 4.0, 9.1)
    lay(canvas, _far(), 1 + 0.02 * near, middle=middle)
    pool(canvas, FLAME, 330, 0xFFB54A, 0.75 + breath)
    lay(canvas, _middle(), 1 + 0.05 * near, middle=middle)
    canvas.save()
    look(canvas, 1 + 0.08 * near, middle)
    _spider(canvas, t)
    canvas.restore()
    lay(canvas, _things(), 1 + 0.08 * near, middle=middle)
    canvas.save()
    look(canvas, 1 + 0.08 * near, middle)
    _flame(canvas, t)
    _eyes(canvas, t)
    canvas.restore()
    lay(canvas, _near(), 1 + 0.13 * near, middle=middle)
    canvas.save()
    look(canvas, 1 + 0.13 * near, middle)
    _water(canvas, t)
    canvas.restore()
    pool(canvas, FLAME, 520, 0xFF9A3C, 0.34 + breath)
    dusk(canvas, FLAME, 860 * (1 + breath), DEEP, 0.86)
    pool(canvas, FLAME, 120, 0xFFE9A8, 0.6 + 2 * breath)
    fade = 1 - ease(t, -0.2, 0.8)
    if fade > 0:
        canvas.drawPaint(skia.Paint(Color=dye(0x07040F, fade)))
