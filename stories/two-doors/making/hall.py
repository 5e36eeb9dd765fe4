"""The hall: one door ajar on green daylight, one open on stairs going down, and a cat."""

import math
from functools import cache
from itertools import pairwise

import skia
from paper import (
    HIGH,
    WIDE,
    Point,
    blob,
    cut,
    disc,
    dusk,
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
)  # fmt: skip

SECONDS = 6.0
TICK = 0.6
BEATS = tuple(0.3 + TICK * k for k in range(10))
WALL, LOW, GOLD, CREAM = 0x24507A, 0x173556, 0xF0B93A, 0xF6E7C8
RED, PLUM, NIGHT = 0xD6452E, 0x6B2C63, 0x130D24
LEFT = skia.Rect.MakeLTRB(262, 132, 458, 556)
RIGHT = skia.Rect.MakeLTRB(822, 132, 1018, 556)
FLOOR = 556.0


def _arched(box: skia.Rect, grow: float = 0.0) -> skia.Path:
    path = skia.Path()
    left, right, top = box.left() - grow, box.right() + grow, box.top() - grow
    crown = (right - left) / 2
    path.moveTo(left, box.bottom())
    path.lineTo(left, top + crown)
    path.arcTo(skia.Rect.MakeLTRB(left, top, right, top + 2 * crown), 180, 180, False)
    path.lineTo(right, box.bottom())
    path.close()
    return path


def _paper_pattern(canvas: skia.Canvas) -> None:
    for row in range(9):
        for column in range(26):
            x, y = -90 + column * 60 + (30 if row % 2 else 0), -60 + row * 62
            for turn in (-90, -30, 210):
                piece = leaf((x, y), 22, 7, turn)
                canvas.drawPath(
                    piece, skia.Paint(AntiAlias=True, Color=dye(tint(WALL, 0x7FB2D6, 0.3)))
                )


@cache
def _wall() -> skia.Image:
    def draw(canvas: skia.Canvas) -> None:
        holes = skia.Path()
        holes.addRect(skia.Rect.MakeLTRB(-120, -120, WIDE + 120, FLOOR))
        for box in (LEFT, RIGHT):
            holes = skia.Op(holes, _arched(box), skia.PathOp.kDifference_PathOp)
        canvas.save()
        canvas.clipPath(holes, doAntiAlias=True)
        canvas.drawPaint(skia.Paint(Color=dye(WALL)))
        _paper_pattern(canvas)
        cut(canvas, rect(-120, 430, WIDE + 240, 140), LOW, 5)
        for x in range(-100, WIDE + 120, 68):
            cut(canvas, rect(x, 456, 48, 84, 4), tint(LOW, WALL, 0.45), 3)
        cut(canvas, rect(-120, 424, WIDE + 240, 13), GOLD, 4)
        cut(canvas, rect(-120, -130, WIDE + 240, 164), RED, 8)
        for x in range(-110, WIDE + 120, 44):
            cut(canvas, disc(x, 34, 15), RED, 5)
        cut(canvas, rect(-120, 6, WIDE + 240, 9), GOLD, 3)
        canvas.restore()
        for box in (LEFT, RIGHT):
            frame = skia.Op(_arched(box, 24), _arched(box), skia.PathOp.kDifference_PathOp)
            cut(canvas, frame, CREAM, 8)
            rim = skia.Op(_arched(box, 9), _arched(box, 3), skia.PathOp.kDifference_PathOp)
            cut(canvas, rim, GOLD, 2)

    return sheet(draw)


@cache
def _floor() -> skia.Image:
    def draw(canvas: skia.Canvas) -> None:
        canvas.drawRect(
            skia.Rect.MakeLTRB(-120, FLOOR, WIDE + 120, HIGH + 120), skia.Paint(Color=dye(CREAM))
        )
        rows = [FLOOR, 580, 612, 656, 716, 800, 920]
        for r, (y0, y1) in enumerate(pairwise(rows)):
            for k in range(-14, 15):
                if (k + r) % 2:
                    continue
                xs = [
                    640 + (k + d) * 96 * (y - 330) / 226
                    for y, d in ((y0, 0), (y0, 1), (y1, 1), (y1, 0))
                ]
                tile = poly((xs[0], y0), (xs[1], y0), (xs[2], y1), (xs[3], y1))
                cut(canvas, tile, 0xC8553A, 2, lit=0.06)
        cut(canvas, rect(-120, FLOOR - 7, WIDE + 240, 14), 0x10243C, 5)

    return sheet(draw)


def _garden_seen(canvas: skia.Canvas, t: float) -> None:
    """Green daylight behind the left door."""
    canvas.drawRect(LEFT, skia.Paint(Color=dye(0xF3F7B4)))
    cut(canvas, disc(400, 240, 46), 0xFFE25A, 4)
    cut(
        canvas,
        blob([(250, 470), (310, 410), (390, 430), (480, 390), (480, 580), (250, 580)]),
        0x9ED35A,
        6,
    )
    for k, (x, y, long, turn, colour) in enumerate(
        (
            (470, 330, 120, 200, 0x3FA45B),
            (470, 400, 130, 178, 0x66BC4E),
            (468, 270, 96, 222, 0x2B8A57),
            (300, 580, 150, -70, 0x3FA45B),
            (360, 585, 150, -100, 0x2B8A57),
            (430, 580, 140, -112, 0x7CCB55),
        )
    ):
        cut(canvas, leaf((x, y), long, 24, turn + 5 * swing(t, k, 1.6)), colour, 6)


def _stairs_seen(canvas: skia.Canvas, t: float) -> None:
    """Steps going down into the dark, and a light somewhere below."""
    glow = skia.GradientShader.MakeRadial(
        skia.Point(1010, 560),
        330,
        [dye(0xF28A2E), dye(0x8A2F4E), dye(0x2A1740), dye(NIGHT)],
        [0.0, 0.3, 0.66, 1.0],
    )
    canvas.drawRect(RIGHT, skia.Paint(Shader=glow))
    rail = poly((822, 262), (1018, 424), (1018, 434), (822, 272))
    cut(canvas, rail, 0x3A1F4A, 4)
    for k in range(6):
        x = 836 + 34 * k
        cut(canvas, rect(x, 272 + 28 * k, 7, 120), 0x3A1F4A, 3)
    steps = [(822.0, 392.0)]
    for k in range(6):
        steps += [(856 + 33.0 * k, 392 + 28.0 * k), (856 + 33.0 * k, 420 + 28.0 * k)]
    cut(canvas, poly(*steps, (1030, 570), (822, 570)), 0x4A2659, 7)
    for k in range(5):
        x, y = 823 + 33 * k + (0 if not k else 1), 392 + 28 * k
        wide = 34 if k else 33
        canvas.drawRect(
            skia.Rect.MakeXYWH(x, y, wide, 6),
            skia.Paint(Color=dye(tint(0x9A4A6A, 0xF6A04A, k / 5))),
        )
    k = 0.55 + 0.2 * swing(t, 2.0, 5.0) + 0.1 * swing(t, 5.0, 9.0)
    canvas.save()
    canvas.clipRect(RIGHT)
    pool(canvas, (1010, 556), 210, 0xFF9A3C, k)
    canvas.restore()


def _leaf_of_door(canvas: skia.Canvas, hinge: float, free: float, colour: int) -> None:
    """A door standing towards us: its free edge taller than its hinge."""
    side = 1 if free > hinge else -1
    grow = abs(free - hinge) * 0.24
    top, foot = LEFT.top() + 70, FLOOR

    def at(u: float, v: float) -> Point:
        x = mix(hinge, free, u)
        return x, mix(mix(top, top - grow * 1.1, u), mix(foot, foot + grow * 0.62, u), v)

    cut(canvas, poly(at(0, 0), at(1, -0.12), at(1, 1), at(0, 1)), colour, 12)
    for v0, v1 in ((0.05, 0.42), (0.5, 0.92)):
        cut(
            canvas,
            poly(at(0.18, v0), at(0.82, v0 - 0.02), at(0.82, v1), at(0.18, v1)),
            tint(colour, 0x0A0716, 0.22),
            2,
        )
        cut(
            canvas,
            poly(at(0.3, v0 + 0.04), at(0.7, v0 + 0.03), at(0.7, v1 - 0.04), at(0.3, v1 - 0.04)),
            tint(colour, 0xFFFFFF, 0.12),
            3,
        )
    x, y = at(0.9, 0.5)
    cut(canvas, disc(x - side, y, 6), GOLD, 4)


def _clock(canvas: skia.Canvas, t: float) -> None:
    """A clock between the doors; its beat is the sound's."""
    cut(canvas, poly((640, 150), (704, 204), (576, 204)), GOLD, 8)
    cut(canvas, rect(588, 200, 104, 216, 6), 0x8C2F2A, 9)
    cut(canvas, rect(600, 292, 80, 112, 40), NIGHT, 0)
    angle = 13 * math.cos(math.pi * t / TICK)
    canvas.save()
    canvas.translate(640, 292)
    canvas.rotate(angle)
    cut(canvas, rect(-2.5, 0, 5, 84), GOLD, 3)
    cut(canvas, disc(0, 84, 15), GOLD, 5)
    canvas.restore()
    cut(canvas, disc(640, 248, 37), CREAM, 5)
    for k in range(12):
        a = math.tau * k / 12
        canvas.drawCircle(
            640 + 29 * math.cos(a),
            248 + 29 * math.sin(a),
            2.2,
            skia.Paint(AntiAlias=True, Color=dye(0x173556)),
        )
    for turn, long, wide in ((6 * TICK * math.floor(t / TICK) - 60, 25, 3.2), (28, 17, 4.4)):
        canvas.save()
        canvas.translate(640, 248)
        canvas.rotate(turn)
        cut(canvas, rect(-wide / 2, -long, wide, long + 5, 1), 0x173556, 2)
        canvas.restore()


def _cat(canvas: skia.Canvas, t: float) -> None:
    """She looks at one door, at the other, and then at you."""
    black = 0x17131F
    look_ = -1.0 * ease(t, 0.8, 1.2) + 2.0 * ease(t, 2.4, 2.9) - 1.0 * ease(t, 4.1, 4.6)
    cut(
        canvas,
        blob([(560, 604), (600, 588), (680, 588), (722, 604), (680, 620), (600, 620)]),
        RED,
        6,
    )
    tail = 16 * swing(t, 1.0, 2.2)
    cut(
        canvas,
        blob(
            [
                (676, 600),
                (712, 592 - tail * 0.3),
                (728, 560 - tail),
                (722, 536 - tail),
                (738, 548 - tail),
                (742, 578 - tail * 0.6),
                (722, 606),
                (690, 612),
            ]
        ),
        black,
        4,
    )
    cut(
        canvas,
        blob(
            [
                (606, 606),
                (604, 560),
                (622, 514),
                (640, 502),
                (660, 514),
                (680, 560),
                (682, 606),
                (644, 614),
            ]
        ),
        black,
        7,
    )
    x = 640 + 9 * look_
    for side in (-1, 1):
        cut(
            canvas,
            poly(
                (x + side * 8, 470),
                (x + side * 25, 446 - 2 * swing(t, side, 3)),
                (x + side * 29, 484),
            ),
            black,
            3,
        )
    cut(
        canvas,
        blob(
            [
                (x - 30, 492),
                (x - 16, 468),
                (x + 16, 468),
                (x + 30, 492),
                (x + 18, 513),
                (x - 18, 513),
            ]
        ),
        black,
        5,
    )
    wide = 1 - 0.92 * max(0.0, 1 - abs(t - 3.5) / 0.09) - 0.92 * max(0.0, 1 - abs(t - 5.35) / 0.09)
    for side in (-1, 1):
        ex = x + side * 12 + 7 * look_
        canvas.drawOval(
            skia.Rect.MakeLTRB(ex - 6, 490 - 6 * wide, ex + 6, 490 + 6 * wide),
            skia.Paint(AntiAlias=True, Color=dye(0xC8E34A)),
        )
        canvas.drawOval(
            skia.Rect.MakeLTRB(
                ex - 2 + 2 * look_, 490 - 5 * wide, ex + 2 + 2 * look_, 490 + 5 * wide
            ),
            skia.Paint(AntiAlias=True, Color=dye(black)),
        )
    cut(
        canvas,
        poly((x - 3 + 5 * look_, 499), (x + 3 + 5 * look_, 499), (x + 5 * look_, 503)),
        0xE88A8A,
        0,
    )


def _daylight(canvas: skia.Canvas, t: float, free: float) -> None:
    """The wedge of green light the left door lets onto the floor, leaf shadows moving in it."""
    wedge = poly((free + 4, FLOOR + 6), (LEFT.right(), FLOOR), (700, HIGH + 10), (430, HIGH + 10))
    shader = skia.GradientShader.MakeLinear(
        [skia.Point(0, FLOOR), skia.Point(0, HIGH)], [dye(0xC6E84A, 0.78), dye(0xC6E84A, 0.0)]
    )
    canvas.drawPath(
        wedge, skia.Paint(AntiAlias=True, Shader=shader, BlendMode=skia.BlendMode.kHardLight)
    )
    canvas.save()
    canvas.clipPath(wedge, doAntiAlias=True)
    soft = skia.Paint(AntiAlias=True, Color=dye(0x2C5A3A, 0.3))
    soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 4))
    for k in range(7):
        x, y = 430 + 38 * k + 8 * swing(t, k, 1.5), 585 + 17 * (k % 4)
        canvas.drawPath(leaf((x, y), 52, 10, 18 + 20 * swing(t, k + 3, 1.1)), soft)
    canvas.restore()


def _drifting_leaf(canvas: skia.Canvas, t: float) -> None:
    """One leaf blown in from the garden."""
    k = (t - 1.6) / 3.2
    if not 0 < k < 1:
        return
    at = (mix(400, 566, k) + 18 * math.sin(k * 9), mix(300, 640, k**1.5) + 12 * math.cos(k * 9))
    cut(canvas, leaf(at, 30, 9, 200 * math.sin(k * 7)), 0x66BC4E, 9)


def draw(canvas: skia.Canvas, t: float) -> None:
    """Draw the picture at a time."""
    near = 1.0 + 0.045 * ease(t, -1.0, 6.5)
    middle = (640.0, 380.0)
    free = 344 - 8 * swing(t, 1.0, 0.9) - 16 * ease(t, 1.2, 4.0)
    canvas.save()
    look(canvas, near, middle)
    _garden_seen(canvas, t)
    _stairs_seen(canvas, t)
    canvas.restore()
    lay(canvas, _floor(), near, middle=middle)
    lay(canvas, _wall(), near, middle=middle)
    canvas.save()
    look(canvas, near, middle)
    _clock(canvas, t)
    _daylight(canvas, t, free)
    _leaf_of_door(canvas, LEFT.left(), free, 0xE0563A)
    _leaf_of_door(canvas, RIGHT.right(), 1104 + 5 * swing(t, 4.0, 0.8), PLUM)
    canvas.restore()
    canvas.save()
    look(canvas, near * 1.012, middle)
    _cat(canvas, t)
    _drifting_leaf(canvas, t)
    canvas.restore()
    pool(canvas, (400, 330), 380, 0xE6FF9A, 0.16 + 0.02 * swing(t, 1.0, 2.0))
    dusk(canvas, (600, 360), 900, 0x3A3F78, 0.55)
