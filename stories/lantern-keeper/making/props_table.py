"""The table by the window: two cups, a letter, rain on oiled paper.

Places are picture places at zoom 1; things stand on the table at y = TABLE.
"""

import math
from functools import cache
from typing import Final

import numpy as np
import skia

from making.cloth import drift
from making.palette import (
    BONE,
    CINNABAR,
    FLAME,
    INK,
    OCHRE,
    OXBLOOD,
    OXBLOOD_DEEP,
    SOOT,
    UMBER,
    blend,
    sheer,
)
from making.props_door import draw_lattice
from making.puppets_leather import Light, Plate, carve, cut, hide, ink, lit, slit
from making.puppets_motifs import along, cloud, coin, curve, plum, waves

TABLE: Final = 520.0
LEFT: Final = 372.0
RIGHT: Final = 908.0
WINDOW: Final = skia.Rect.MakeLTRB(372, 18, 908, 372)


def draw_window(canvas: skia.Canvas, t: float, gust: float, light: Light) -> None:
    """Night through paper; on it the shadows of a pine and of water running down."""
    canvas.save()
    canvas.clipRect(WINDOW)
    shader = skia.GradientShader.MakeLinear(
        [(400, 20), (900, 380)], [0xFF54697A, 0xFF3B4C5C, 0xFF2A3744]
    )
    canvas.drawRect(WINDOW, skia.Paint(Shader=shader))
    canvas.save()
    canvas.translate(960, -30)
    canvas.rotate(4 * drift(t * 0.6, 8.0) + 8 * gust)
    _pine().draw(canvas)
    canvas.restore()
    _runnels(canvas, t)
    glow = skia.GradientShader.MakeRadial(light.at, 330, [sheer(FLAME, 0.5), sheer(FLAME, 0.0)])
    canvas.drawRect(WINDOW, skia.Paint(Shader=glow, BlendMode=skia.BlendMode.kScreen))
    canvas.restore()
    with lit(canvas, light, skia.Rect.MakeLTRB(330, -20, 950, 420)):
        _sash().draw(canvas)


def _runnels(canvas: skia.Canvas, t: float) -> None:
    """Drops stop, gather, and run; each leaves a wet line that dries."""
    chance = np.random.default_rng(21)
    wet = skia.Paint(Color=0x2EE4F0F4, Style=skia.Paint.kStroke_Style, StrokeWidth=2.2)
    wet.setAntiAlias(True)
    bead = skia.Paint(Color=0x66E8F2F4, AntiAlias=True)
    for x, start, pace in zip(
        chance.uniform(380, 900, 46),
        chance.random(46),
        chance.uniform(0.10, 0.24, 46),
        strict=True,
    ):
        part = (t * pace + start) % 1.0
        run = part + 0.05 * math.sin(part * 21 + start * 40)
        y = 10 + 380 * max(0.0, run)
        lean = 5 * math.sin(y / 37 + start * 9)
        canvas.drawLine(x + lean * 0.3, y - 54 * part, x + lean, y, wet)
        canvas.drawOval(skia.Rect.MakeXYWH(x + lean - 2, y - 3, 4, 6.5), bead)


@cache
def _pine() -> Plate:
    def work(canvas: skia.Canvas) -> None:
        canvas.saveLayer(None, skia.Paint(ImageFilter=skia.ImageFilters.Blur(2.6, 2.6)))
        shade = sheer(0x0A1016, 0.6)
        boughs = (
            ((0, 0), (-130, 70), (-250, 130), (-360, 250)),
            ((-120, 66), (-180, 30), (-300, 20)),
        )
        for bough in boughs:
            ink(canvas, curve(*bough), 9, shade)
            for number, (place, _) in enumerate(along(list(bough), 52)):
                for needle in range(-5, 6):
                    angle = 2.3 + needle * 0.22 + 0.5 * math.sin(number * 2.2)
                    tip = (place[0] + 88 * math.cos(angle), place[1] + 88 * math.sin(angle))
                    ink(canvas, curve(place, tip), 2.2, shade)
        canvas.restore()

    return carve((-480, -120, 60, 380), work, 1.0)


@cache
def _sash() -> Plate:
    def work(canvas: skia.Canvas) -> None:
        draw_lattice(canvas, WINDOW, 6, 4)
        frame = skia.Path.Rect(WINDOW)
        ink(canvas, frame, 22)
        ink(canvas, frame, 16, 0xFF6A2A1A)
        ink(canvas, frame, 2.2, OCHRE)

    return carve((340, -20, 940, 400), work, 1.6)


def draw_table(canvas: skia.Canvas, light: Light) -> None:
    """A long altar table with rolled ends."""
    with lit(canvas, light, skia.Rect.MakeLTRB(LEFT - 60, TABLE - 40, RIGHT + 60, 800)):
        _table().draw(canvas)


@cache
def _table() -> Plate:
    return carve((LEFT - 50, TABLE - 40, RIGHT + 50, 800), _join)


def _join(canvas: skia.Canvas) -> None:
    apron = curve(
        (LEFT + 26, TABLE + 16),
        (LEFT + 40, TABLE + 62),
        (LEFT + 120, TABLE + 50),
        (640, TABLE + 74),
        (RIGHT - 120, TABLE + 50),
        (RIGHT - 40, TABLE + 62),
        (RIGHT - 26, TABLE + 16),
        closed=True,
    )
    hide(canvas, apron, 0xFF7C3020, deep=0xFF4A1A14, line=3)
    for x in (LEFT + 92, 640 - 78, 640 + 78, RIGHT - 92):
        for line in cloud((x, TABLE + 36), 40, 0.2 if x < 640 else -0.2):
            slit(canvas, line, 2.2, OCHRE)
    cut(canvas, plum((640, TABLE + 44), 17), OCHRE, rim=1.2, through=0.85)
    for side, x in ((-1, LEFT + 44), (1, RIGHT - 44)):
        leg = skia.Path.Rect(skia.Rect.MakeLTRB(x - 15, TABLE + 20, x + 15, 800))
        hide(canvas, leg, 0xFF6E2A1C, deep=0xFF3A1610, line=3)
        slit(canvas, curve((x - 5 * side, TABLE + 34), (x - 5 * side, 790)), 1.8, OCHRE)
    top = curve(
        (LEFT - 34, TABLE - 30),
        (LEFT - 10, TABLE - 8),
        (LEFT + 40, TABLE - 6),
        (640, TABLE - 6),
        (RIGHT - 40, TABLE - 6),
        (RIGHT + 10, TABLE - 8),
        (RIGHT + 34, TABLE - 30),
        (RIGHT + 30, TABLE + 8),
        (RIGHT - 20, TABLE + 22),
        (640, TABLE + 22),
        (LEFT + 20, TABLE + 22),
        (LEFT - 30, TABLE + 8),
        closed=True,
    )
    hide(canvas, top, 0xFF8E3A24, deep=OXBLOOD_DEEP, line=3.2)
    for i in range(25):
        cut(canvas, coin((LEFT + 28 + i * 20, TABLE + 8.5), 6.2), OCHRE, rim=0.8, through=0.8)
    slit(
        canvas, curve((LEFT + 4, TABLE - 2), (640, TABLE - 1), (RIGHT - 4, TABLE - 2)), 1.6, OCHRE
    )


def draw_cup(canvas: skia.Canvas, x: float, t: float, light: Light) -> None:
    """A cup and the breath of its tea."""
    y = TABLE - 6
    with lit(canvas, light, skia.Rect.MakeLTRB(x - 40, y - 60, x + 40, y + 6)):
        canvas.save()
        canvas.translate(x, y)
        _cup().draw(canvas)
        canvas.restore()
    for wisp in range(3):
        points = []
        for step in range(8):
            share = step / 7
            sway = (5 + 16 * share) * math.sin(1.5 * t - 3.4 * share + wisp * 2.1 + x)
            points.append((x - 7 + 7 * wisp + sway * share, y - 40 - 92 * share))
        for width, strength in ((9, 0.04), (4, 0.06)):
            ink(canvas, curve(*points), width, sheer(0xFFFFF4DC, strength))


@cache
def _cup() -> Plate:
    def work(canvas: skia.Canvas) -> None:
        bowl = curve(
            (-27, -38), (27, -38), (24, -18), (12, -4), (-12, -4), (-24, -18), closed=True
        )
        hide(canvas, bowl, 0xFFE8DCC0, deep=0xFF9A8A6C, line=2.4)
        for arc in waves(-24, 26, -14, 13, 2):
            slit(canvas, arc, 1.4, 0xFF5C7E8C)
        foot = curve((-12, -5), (12, -5), (14, 1), (-14, 1), closed=True)
        hide(canvas, foot, BONE, line=2.0)
        ink(canvas, curve((-27, -38), (0, -35), (27, -38)), 3.0)

    return carve((-34, -48, 34, 8), work)


def draw_letter(canvas: skia.Canvas, at: tuple[float, float], turn: float, light: Light) -> None:
    """Folded paper, a red strip, a seal; `turn` 0 lies on the table, larger is held up."""
    with lit(canvas, light, skia.Rect.MakeXYWH(at[0] - 120, at[1] - 120, 240, 240)):
        canvas.save()
        canvas.translate(*at)
        canvas.rotate(-math.degrees(turn) * 0.5)
        canvas.skew(-0.7 * (1 - min(1.0, turn)), 0)
        canvas.scale(1.12, 0.46 + 0.54 * min(1.0, turn))
        _letter().draw(canvas)
        canvas.restore()


@cache
def _letter() -> Plate:
    def work(canvas: skia.Canvas) -> None:
        sheet = skia.Path.Rect(skia.Rect.MakeLTRB(-58, -34, 58, 34))
        hide(canvas, sheet, 0xFFFFF4DA, deep=0xFFE6CFA0, line=3)
        strip = skia.Path.Rect(skia.Rect.MakeLTRB(-50, -11, 50, 11))
        hide(canvas, strip, CINNABAR, deep=OXBLOOD, line=1.6)
        ink(canvas, curve((-58, -34), (-10, -12)), 1.6, sheer(INK, 0.5))
        ink(canvas, curve((58, -34), (10, -12)), 1.6, sheer(INK, 0.5))
        for x in (-34, -14, 6):
            ink(canvas, curve((x, -6), (x + 8, -4)), 2.2, SOOT)
            ink(canvas, curve((x + 4, -8), (x + 3, 7)), 2.0, SOOT)
            ink(canvas, curve((x - 1, 3), (x + 9, 2)), 1.8, SOOT)
        seal = skia.Path.Rect(skia.Rect.MakeLTRB(28, -8, 44, 8))
        hide(canvas, seal, 0xFFF0C060, line=1.4)
        cut(canvas, plum((36, 0), 6), OXBLOOD, rim=0, through=0.9)

    return carve((-66, -42, 66, 42), work)


def draw_shutter(canvas: skia.Canvas, x: float, light: Light) -> None:
    """A carved post at the edge of the picture, near us."""
    with lit(canvas, light):
        canvas.save()
        canvas.translate(x, 0)
        _shutter().draw(canvas)
        canvas.restore()


@cache
def _shutter() -> Plate:
    def work(canvas: skia.Canvas) -> None:
        post = skia.Path.Rect(skia.Rect.MakeLTRB(-44, -80, 44, 900))
        hide(canvas, post, blend(OXBLOOD, UMBER, 0.5), deep=SOOT, line=4)
        for i in range(7):
            for line in cloud((0, i * 130), 62, 0.3):
                slit(canvas, line, 3.4, OCHRE)

    return carve((-50, -80, 50, 860), work, 1.0)
