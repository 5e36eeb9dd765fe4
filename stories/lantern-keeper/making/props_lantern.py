"""The keeper's lantern: a palace lantern with an open pane, and the light it throws.

It hangs from its ring at (0, 0) and is 170 units high; the wick is 118 below the ring. The flame
itself is the player's, drawn live.
"""

import math
from dataclasses import dataclass
from functools import cache
from typing import Final

import skia

from making.cloth import halo, tint
from making.palette import (
    AMBER,
    FLAME,
    INK,
    LAMPLIGHT,
    OCHRE,
    OXBLOOD,
    OXBLOOD_DEEP,
    UMBER,
    sheer,
)
from making.puppets_leather import Plate, carve, cut, fill, hide, ink, slit
from making.puppets_motifs import coin, curve, drop

GLOW: Final = 0xFFFFBE58  # deeper than the flame, or it turns the blue night grey
TINT: Final = 0xFFE08A30
WICK: Final = 118.0
FOOT: Final = 150.0  # its foot, below the ring
FLAME_HIGH: Final = 46.0  # how high a resting flame stands in the open pane


def pole_tip(
    hand: tuple[float, float], tilt: float, long: float, facing: float
) -> tuple[float, float]:
    """Where a pole's tip is; `tilt` in radians above level."""
    return hand[0] + math.cos(tilt) * long * facing, hand[1] - math.sin(tilt) * long


@dataclass(frozen=True, slots=True)
class Lantern:
    """A lantern hanging from a point, swinging by an angle, as bright as its flame."""

    at: tuple[float, float]
    scale: float = 1.0
    swing: float = 0.0  # radians, forward positive
    strength: float = 1.0
    stands: bool = False  # on a table: no tassel

    @property
    def wick(self) -> tuple[float, float]:
        """Where the flame stands, in the same places as `at`."""
        reach = WICK * self.scale
        return (
            self.at[0] + math.sin(self.swing) * reach,
            self.at[1] + math.cos(self.swing) * reach,
        )

    def on_pole(self, canvas: skia.Canvas, hand: tuple[float, float]) -> None:
        """The bent pole it hangs from, held in a hand."""
        x, y = self.at
        tip = (x, y - 2 * self.scale)
        knee = (x + (hand[0] - x) * 0.22, y + (hand[1] - y) * 0.12 - 16 * self.scale)
        end = (hand[0] + (hand[0] - x) * 0.16, hand[1] + (hand[1] - y) * 0.2)
        way = curve(tip, knee, hand, end)
        ink(canvas, way, 9 * self.scale)
        ink(canvas, way, 5.4 * self.scale, 0xFF7A3E1C)
        ink(canvas, way, 1.6 * self.scale, OCHRE)

    @property
    def flame(self) -> float:
        """The resting flame's height, in the same units as `at`."""
        return FLAME_HIGH * self.scale

    def throw(self, canvas: skia.Canvas, reach: float = 520.0, rays: float = 1.0) -> None:
        """Its light on everything already drawn, with the turning shadows of its ribs."""
        tint(canvas, self.wick, reach * 0.72, TINT, 0.66)
        halo(canvas, self.wick, reach, GLOW, 0.42 * self.strength)
        if rays:
            _rays(canvas, self.wick, reach, 0.055 * rays * self.strength, self.swing)

    def draw(self, canvas: skia.Canvas, t: float = 0.0) -> None:
        """The lantern itself and the glow of its paper."""
        canvas.save()
        canvas.translate(*self.at)
        canvas.scale(self.scale, self.scale)
        canvas.rotate(-math.degrees(self.swing))
        _paper(canvas, self.strength)
        _body().draw(canvas)
        if not self.stands:
            canvas.translate(0, 152)
            canvas.rotate(math.degrees(self.swing * 0.8 + 0.06 * math.sin(2.9 * t)))
            _tassel().draw(canvas)
        canvas.restore()
        halo(canvas, self.wick, 150 * self.scale, LAMPLIGHT, 0.45 * self.strength)


def _rays(
    canvas: skia.Canvas, at: tuple[float, float], reach: float, strength: float, turn: float
) -> None:
    """The gaps between the ribs, far and faint on everything around."""
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(math.degrees(turn * 1.6))
    canvas.scale(reach, reach)
    paint = skia.Paint(BlendMode=skia.BlendMode.kScreen, Alphaf=strength)
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear)
    canvas.drawImageRect(_fan(), skia.Rect.MakeLTRB(-1, -1, 1, 1), smooth, paint)
    canvas.restore()


@cache
def _fan() -> skia.Image:
    """Fourteen uneven wedges of light, blurred once."""
    surface = skia.Surface(400, 400)
    canvas = surface.getCanvas()
    canvas.translate(200, 200)
    path = skia.Path()
    for i in range(14):
        middle = math.tau * i / 14 + 0.11 * math.sin(i * 5.3)
        half = 0.11 + 0.05 * math.sin(i * 3.1)
        path.moveTo(0, 0)
        for angle in (middle - half, middle + half):
            path.lineTo(200 * math.cos(angle), 200 * math.sin(angle))
        path.close()
    colours = [sheer(FLAME, 0.0), FLAME, sheer(FLAME, 0.0)]
    shader = skia.GradientShader.MakeRadial((0, 0), 196, colours, [0.05, 0.28, 1.0])
    lens = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 4)
    canvas.drawPath(path, skia.Paint(Shader=shader, MaskFilter=lens))
    return surface.makeImageSnapshot()


def _paper(canvas: skia.Canvas, strength: float) -> None:
    """Oiled paper, brightest where the flame is."""
    shape = _barrel()
    glow = [sheer(c, 0.55 + 0.4 * strength) for c in (0xFFFFF3CE, FLAME, AMBER, 0xFFB4561E)]
    shader = skia.GradientShader.MakeRadial((0, 106), 64, glow, [0.0, 0.3, 0.62, 1.0])
    fill(canvas, shape, sheer(UMBER, 0.9))
    canvas.drawPath(shape, skia.Paint(Shader=shader, AntiAlias=True))


def _barrel() -> skia.Path:
    return curve(
        (-28, 50),
        (0, 47),
        (28, 50),
        (43, 88),
        (30, 128),
        (0, 131),
        (-30, 128),
        (-43, 88),
        closed=True,
    )


@cache
def _body() -> Plate:
    return carve((-66, -12, 66, 164), _build)


def _build(canvas: skia.Canvas) -> None:
    ring = skia.Path()
    ring.addCircle(0, 3, 7)
    ink(canvas, ring, 4.4)
    ink(canvas, ring, 1.6, OCHRE)
    ink(canvas, curve((0, 10), (0, 24)), 4)
    for side in (-1, 1):
        _panes(canvas, side)
    barrel = _barrel()
    ink(canvas, barrel, 6.5)
    ink(canvas, barrel, 2.2, OCHRE)
    roof = curve(
        (-58, 40),
        (-44, 40),
        (-20, 30),
        (-8, 20),
        (8, 20),
        (20, 30),
        (44, 40),
        (58, 40),
        (54, 50),
        (30, 54),
        (-30, 54),
        (-54, 50),
        closed=True,
    )
    hide(canvas, roof, OXBLOOD, deep=OXBLOOD_DEEP, line=3)
    for i in range(-3, 4):
        cut(
            canvas,
            [drop((i * 11, 33 + abs(i) * 2.2), 11, 5.2, math.pi / 2)],
            FLAME,
            rim=0.9,
            through=0.9,
        )
    for side in (-1, 1):
        ink(canvas, curve((side * 56, 45), (side * 62, 40), (side * 62, 33)), 4)
    base = curve(
        (-34, 124),
        (34, 124),
        (38, 132),
        (24, 142),
        (12, 150),
        (-12, 150),
        (-24, 142),
        (-38, 132),
        closed=True,
    )
    hide(canvas, base, OXBLOOD, deep=OXBLOOD_DEEP, line=3)
    for i in range(-2, 3):
        cut(canvas, coin((i * 12.4, 132), 5.4), FLAME, rim=0.8, through=0.9)


def _panes(canvas: skia.Canvas, side: int) -> None:
    """A rib on either side of the open pane, and a lattice beyond it."""
    ink(canvas, curve((side * 19, 49), (side * 27, 88), (side * 20, 129)), 4.6)
    ink(canvas, curve((side * 19, 49), (side * 27, 88), (side * 20, 129)), 1.4, OCHRE)
    for y in (62, 75, 88, 101, 114):
        ink(canvas, curve((side * 24, y), (side * 41, y)), 1.8)
    ink(canvas, curve((side * 30, 52), (side * 35, 88), (side * 29, 126)), 1.8)


@cache
def _tassel() -> Plate:
    def work(canvas: skia.Canvas) -> None:
        for i in range(-3, 4):
            ink(canvas, curve((i * 0.8, 8), (i * 1.8, 24), (i * 2.2, 40 - abs(i))), 2.4, INK)
            ink(
                canvas, curve((i * 0.8, 8), (i * 1.8, 24), (i * 2.2, 40 - abs(i))), 1.2, 0xFFC23A22
            )
        knot = skia.Path()
        knot.addCircle(0, 5, 5)
        hide(canvas, knot, OCHRE, line=1.8)

    return carve((-16, -4, 16, 48), work)


def small_lantern(
    canvas: skia.Canvas, at: tuple[float, float], scale: float, swing: float
) -> None:
    """Xing's own: a round travelling lantern, its light painted (it is never the live one)."""
    canvas.save()
    canvas.translate(*at)
    canvas.scale(scale, scale)
    canvas.rotate(-math.degrees(swing))
    ink(canvas, curve((0, 0), (0, 22)), 2.2)
    globe = skia.Path()
    globe.addOval(skia.Rect.MakeLTRB(-17, 22, 17, 60))
    shader = skia.GradientShader.MakeRadial(
        (0, 44), 24, [0xFFFFF8DE, FLAME, 0xFFC7742A], [0, 0.45, 1]
    )
    canvas.drawPath(globe, skia.Paint(Shader=shader, AntiAlias=True))
    for bend in (-9, 0, 9):
        slit_way = curve((bend * 0.5, 22), (bend, 41), (bend * 0.5, 60))
        ink(canvas, slit_way, 1.2, sheer(UMBER, 0.7))
    ink(canvas, globe, 2.6)
    for y in (21, 60):
        ink(canvas, curve((-8, y), (8, y)), 5)
        slit(canvas, curve((-6, y), (6, y)), 1.2, OCHRE)
    canvas.restore()
    foot = (at[0] + math.sin(swing) * 44 * scale, at[1] + math.cos(swing) * 44 * scale)
    halo(canvas, foot, 120 * scale, FLAME, 0.55)
