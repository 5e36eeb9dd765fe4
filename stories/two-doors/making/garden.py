"""The garden: sun, a swing that nobody sits on, flowers that turn, two butterflies."""

import math
from functools import cache

import numpy as np
import skia
from paper import (
    HIGH,
    Point,
    blob,
    cut,
    disc,
    dye,
    ease,
    lay,
    leaf,
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
SUN: Point = (360.0, 190.0)
CALLS = (0.5, 1.4, 2.3, 3.5, 4.2, 5.1)


@cache
def _sky() -> skia.Image:
    def draw(canvas: skia.Canvas) -> None:
        shader = skia.GradientShader.MakeLinear(
            [skia.Point(0, -100), skia.Point(0, 520)],
            [dye(0x4FB6D8), dye(0xA8E0DC), dye(0xFDF3C4)],
            [0.0, 0.55, 1.0],
        )
        canvas.drawPaint(skia.Paint(Shader=shader))

    return sheet(draw)


def _sun(canvas: skia.Canvas, t: float) -> None:
    x, y = SUN
    for k in range(16):
        a = math.tau * k / 16 + t * 0.06
        b = 0.1
        reach = 150 + (22 if k % 2 else 0) + 5 * swing(t, k, 1.3)
        ray = poly(
            (x + 88 * math.cos(a - b), y + 88 * math.sin(a - b)),
            (x + reach * math.cos(a), y + reach * math.sin(a)),
            (x + 88 * math.cos(a + b), y + 88 * math.sin(a + b)),
        )
        cut(canvas, ray, 0xFFB52E if k % 2 else 0xFFD84A, 4)
    cut(canvas, disc(x, y, 78), 0xFFC93C, 7)
    cut(canvas, disc(x, y, 56), 0xFFE27A, 4)


def _cloud(canvas: skia.Canvas, x: float, y: float, size: float) -> None:
    shape = blob(
        [
            (x + size * a, y + size * b)
            for a, b in (
                (-1.2, 0.1),
                (-0.9, -0.2),
                (-0.5, -0.22),
                (-0.25, -0.5),
                (0.2, -0.5),
                (0.45, -0.24),
                (0.85, -0.24),
                (1.2, 0.08),
                (0.6, 0.16),
                (-0.6, 0.16),
            )
        ]
    )
    cut(canvas, shape, 0xFFFBEC, 8, lit=0.05)


@cache
def _hills() -> skia.Image:
    def draw(canvas: skia.Canvas) -> None:
        cut(
            canvas,
            blob(
                [
                    (-200, 420),
                    (0, 356),
                    (220, 392),
                    (420, 340),
                    (700, 398),
                    (960, 330),
                    (1240, 384),
                    (1500, 350),
                    (1500, 700),
                    (-200, 700),
                ]
            ),
            0x7FC8A0,
            8,
        )
        for x, high in ((900, 150), (944, 190), (990, 140), (170, 130), (206, 96)):
            cut(
                canvas,
                blob(
                    [(x - 17, 430), (x - 20, 380), (x, 430 - high), (x + 20, 380), (x + 17, 430)]
                ),
                0x2F8F6B,
                6,
            )
        cut(
            canvas,
            blob(
                [
                    (-200, 470),
                    (80, 424),
                    (360, 452),
                    (600, 426),
                    (900, 456),
                    (1200, 420),
                    (1500, 450),
                    (1500, 760),
                    (-200, 760),
                ]
            ),
            0x9BD35A,
            8,
        )
        cut(
            canvas,
            blob(
                [
                    (600, 428),
                    (640, 428),
                    (662, 470),
                    (608, 520),
                    (560, 590),
                    (700, 760),
                    (260, 780),
                    (470, 600),
                    (560, 510),
                    (620, 466),
                ]
            ),
            0xFBE9BE,
            4,
        )

    return sheet(draw)


@cache
def _hedges() -> skia.Image:
    def draw(canvas: skia.Canvas) -> None:
        rng = np.random.default_rng(3)
        for side in (-1, 1):
            for k in range(7):
                x = 640 + side * (250 + 92 * k)
                y = 520 + 16 * k
                points = []
                for j in range(11):
                    a = math.tau * j / 11
                    r = 88 + 14 * float(rng.random())
                    points.append((x + r * math.cos(a), y + r * 0.72 * math.sin(a)))
                cut(canvas, blob(points), tint(0x2F9A55, 0x1F7A56, k / 6), 8)
                for _ in range(7):
                    dx, dy = float(rng.random() - 0.5) * 130, float(rng.random() - 0.7) * 70
                    cut(canvas, disc(x + dx, y + dy, 7), (0xFFFBEC, 0xFF8FA8, 0xFFD84A)[k % 3], 3)

    return sheet(draw)


def _tree(canvas: skia.Canvas, t: float) -> None:
    cut(
        canvas,
        blob(
            [
                (1060, 640),
                (1084, 520),
                (1070, 380),
                (1010, 250),
                (1034, 244),
                (1090, 320),
                (1120, 210),
                (1142, 212),
                (1130, 350),
                (1150, 520),
                (1186, 640),
            ]
        ),
        0x7A4A2E,
        10,
    )
    cut(
        canvas,
        blob([(1080, 330), (980, 250), (860, 216), (862, 204), (990, 226), (1090, 290)]),
        0x7A4A2E,
        8,
    )
    _swing(canvas, t)
    for k, (x, y, r) in enumerate(
        ((1120, 120, 150), (990, 150, 120), (1240, 170, 130), (890, 130, 92), (1080, 40, 120))
    ):
        sway = 7 * swing(t, k, 0.9)
        points = []
        for j in range(14):
            a = math.tau * j / 14
            reach = r * (1 + 0.09 * math.sin(j * 2.7 + k))
            points.append((x + sway + reach * math.cos(a), y + reach * 0.72 * math.sin(a)))
        cut(canvas, blob(points), (0x2E9A4E, 0x49B356, 0x1F8552, 0x63C25A, 0x37A552)[k], 12)
        for j in range(16):
            a = j * 2.4 + k
            d = r * 0.16 * (j % 5 + 0.6)
            at = (x + sway + d * math.cos(a), y + d * 0.6 * math.sin(a))
            cut(
                canvas,
                leaf(at, 26, 8, 40 + 60 * math.sin(j * 3.1) + 8 * swing(t, j, 2.0)),
                0x8FD66A,
                3,
            )


def _swing(canvas: skia.Canvas, t: float) -> None:
    angle = 15 * math.sin(t * 1.75 + 0.4)
    canvas.save()
    canvas.translate(905, 212)
    canvas.rotate(angle)
    for x in (-34, 34):
        cut(canvas, rect(x - 1.8, 0, 3.6, 286), 0xFBE9BE, 4)
    cut(canvas, rect(-52, 284, 104, 13, 5), 0xE0453A, 9)
    canvas.restore()


FLOWERS = tuple(
    (
        70.0 + 118 * k + 26 * math.sin(k * 2.3),
        168 + 66 * math.sin(k * 1.7 + 1),
        34 + 9 * math.sin(k * 3.1),
        k,
    )
    for k in range(11)
)
PETALS = (0xF2567F, 0xFFFBEC, 0xFF8A3C, 0x9A5BD0, 0xFFD23F, 0xE0453A)


def _flower(canvas: skia.Canvas, x: float, high: float, r: float, k: int, t: float) -> None:
    foot = HIGH + 60.0
    lean = 15 * swing(t, k, 1.25)
    top = (x + lean, foot - high - 40)
    stem = skia.Path()
    stem.moveTo(x - 4, foot)
    stem.quadTo(x - 4, foot - high * 0.6, top[0] - 2, top[1])
    stem.lineTo(top[0] + 3, top[1])
    stem.quadTo(x + 5, foot - high * 0.6, x + 5, foot)
    stem.close()
    cut(canvas, stem, 0x1F7A4A, 6)
    for side in (-1, 1):
        cut(
            canvas,
            leaf((x + lean * 0.3, foot - high * 0.5), 58, 13, -90 + side * 56 + lean),
            0x37A552,
            6,
        )
    colour = PETALS[k % len(PETALS)]
    count = 7 if k % 2 else 9
    for ring, (reach, share) in enumerate(((1.0, 0.0), (0.66, 0.5))):
        for j in range(count):
            turn = 360 * (j + share) / count + t * 5 + k * 20
            cut(
                canvas,
                leaf(top, r * 1.5 * reach, r * 0.44 * reach, turn),
                tint(colour, 0xFFFFFF, 0.28 * ring),
                4,
            )
    cut(canvas, disc(*top, r * 0.36), 0xFFD23F if colour != 0xFFD23F else 0x8C4A2A, 5)
    for j in range(7):
        a = j * 2.4
        dot = (top[0] + r * 0.05 * j * math.cos(a), top[1] + r * 0.05 * j * math.sin(a))
        canvas.drawCircle(*dot, 1.8, skia.Paint(AntiAlias=True, Color=dye(0x8C4A2A)))


def _butterfly(canvas: skia.Canvas, at: Point, turn: float, spread: float, colour: int) -> None:
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(turn)
    for side in (-1, 1):
        canvas.save()
        canvas.scale(side * spread, 1)
        cut(canvas, blob([(0, -2), (10, -34), (40, -40), (46, -14), (22, 2)]), colour, 9)
        cut(
            canvas,
            blob([(0, 0), (24, 4), (32, 24), (14, 34), (2, 14)]),
            tint(colour, 0xFFFFFF, 0.3),
            7,
        )
        cut(canvas, disc(30, -24, 6), 0xFFFBEC, 2)
        canvas.restore()
    cut(canvas, blob([(-3, -14), (3, -14), (4, 16), (0, 26), (-4, 16)]), 0x2A1A2E, 4)
    canvas.restore()


def draw(canvas: skia.Canvas, t: float) -> None:
    """Draw the picture at a time: a slow step out into the light."""
    near = ease(t, -1.5, 7.0)
    middle = (620.0, 420.0)
    lay(canvas, _sky(), 1 + 0.01 * near)
    canvas.save()
    look(canvas, 1 + 0.02 * near, middle)
    _sun(canvas, t)
    _cloud(canvas, 640 + 11 * t, 150, 74)
    _cloud(canvas, 170 - 7 * t, 300, 52)
    canvas.restore()
    lay(canvas, _hills(), 1 + 0.05 * near, middle=middle)
    lay(canvas, _hedges(), 1 + 0.1 * near, middle=middle)
    canvas.save()
    look(canvas, 1 + 0.13 * near, middle)
    _tree(canvas, t)
    canvas.restore()
    canvas.save()
    look(canvas, 1 + 0.2 * near, (620, 500))
    for x, high, r, k in FLOWERS:
        _flower(canvas, x, high, r, k, t)
    canvas.restore()
    for seed, colour in ((0.0, 0xF2567F), (2.6, 0x3E7BD6)):
        a = t * 0.75 + seed
        at = (
            mix(240, 760, 0.5 + 0.5 * math.sin(a)) + 40 * math.sin(t * 2.6 + seed),
            430 + 84 * math.sin(t * 1.9 + seed * 2),
        )
        _butterfly(
            canvas,
            at,
            26 * math.sin(t * 1.7 + seed),
            0.25 + 0.75 * abs(math.sin(t * 7.5 + seed)),
            colour,
        )
    pool(canvas, SUN, 620, 0xFFF1B0, 0.36 + 0.03 * swing(t, 1, 1.5))
    fade = 1 - ease(t, -0.4, 0.9)
    if fade > 0:
        canvas.drawPaint(skia.Paint(Color=dye(0xF6FBC8, fade)))
