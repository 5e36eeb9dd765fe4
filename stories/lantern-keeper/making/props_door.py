"""The pagoda's door: two leaves with paper windows, a frame, a knocker.

Places are picture places at zoom 1. The left leaf stays; the right one turns inward.
"""

from collections.abc import Callable
from functools import cache
from typing import Final

import skia

from making.palette import FLAME, INK, OCHRE, OXBLOOD, SOOT, UMBER, sheer
from making.puppets_leather import Light, Plate, carve, cut, hide, ink, lit, slit
from making.puppets_motifs import cloud, coin, curve, plum, snow, waves

LEFT: Final = 424.0
MEET: Final = 694.0
RIGHT: Final = 964.0
TOP: Final = -70.0
LEAF: Final = MEET - LEFT
HIGH: Final = 870.0
SILL: Final = 500.0  # where the window ends, from the leaf's top
PAPER: Final = (0xFFFFE9B4, 0xFFF0B558, 0xFF9C5A2A, 0xFF2A2E38)


def draw_leaf(
    canvas: skia.Canvas,
    side: int,
    width: float,
    light: Light,
    behind: tuple[float, float],
    strength: float,
    shadow: Callable[[skia.Canvas], None] | None = None,
) -> None:
    """One leaf (-1 left, 1 right) turned until only `width` of it is seen.

    `behind` is where the lamp stands inside, `shadow` draws what comes between it and the paper.
    """
    edge = LEFT if side < 0 else RIGHT - width
    window = skia.Rect.MakeLTRB(edge, TOP, edge + width, TOP + SILL)
    canvas.save()
    canvas.clipRect(window)
    colours = [sheer(colour, 0.25 + 0.75 * strength) for colour in PAPER]
    canvas.drawPaint(skia.Paint(Color=0xFF1B2029))
    shader = skia.GradientShader.MakeRadial(behind, 420, colours, [0.0, 0.22, 0.6, 1.0])
    canvas.drawPaint(skia.Paint(Shader=shader, Dither=True))
    if shadow is not None:
        shadow(canvas)
    canvas.restore()
    with lit(canvas, light, skia.Rect.MakeLTRB(edge - 6, TOP, edge + width + 6, 800)):
        canvas.save()
        canvas.translate(LEFT if side < 0 else RIGHT, TOP)
        canvas.scale(-side * width / LEAF, 1)
        _leaf().draw(canvas)
        canvas.restore()


def draw_frame(canvas: skia.Canvas, light: Light) -> None:
    """The posts on both sides, carved with clouds."""
    for x, turned in ((LEFT, 1), (RIGHT, -1)):
        with lit(canvas, light, skia.Rect.MakeLTRB(x - 70, TOP, x + 70, 800)):
            canvas.save()
            canvas.translate(x, TOP)
            canvas.scale(turned, 1)
            _post().draw(canvas)
            canvas.restore()


def draw_closed_leaf(canvas: skia.Canvas, width: float, height: float) -> None:
    """A whole leaf with papered window, as large as asked, its top left at (0, 0)."""
    canvas.save()
    canvas.scale(width / LEAF, height / HIGH)
    canvas.drawRect(skia.Rect.MakeWH(LEAF, SILL), skia.Paint(Color=0xFF8A6A48))
    _leaf().draw(canvas)
    canvas.restore()


@cache
def _leaf() -> Plate:
    return carve((0, 0, LEAF, HIGH), _join)


def _join(canvas: skia.Canvas) -> None:
    """Stiles and rails, the lattice, a carved waist, a panel of waves."""
    wood = skia.Path.Rect(skia.Rect.MakeWH(LEAF, HIGH))
    hide(canvas, wood, 0xFF6E2A1C, deep=0xFF4A1C14, line=4)
    window = skia.Path.Rect(skia.Rect.MakeLTRB(24, 30, LEAF - 24, SILL - 10))
    canvas.save()
    canvas.clipPath(window)
    canvas.clear(0)
    draw_lattice(canvas, skia.Rect.MakeLTRB(24, 30, LEAF - 24, SILL - 10))
    canvas.restore()
    ink(canvas, window, 7)
    ink(canvas, window, 2, OCHRE)
    _waist(canvas)
    _panel(canvas)
    for x in (7.0, LEAF - 7.0):
        slit(canvas, curve((x, 10), (x, 400), (x, HIGH - 10)), 1.6, OCHRE)
    _knocker(canvas, (LEAF - 13, SILL + 46))


def draw_lattice(canvas: skia.Canvas, box: skia.Rect, columns: int = 3, rows: int = 6) -> None:
    """Lantern frames: squares within squares, tied by short bars, a blossom in every other."""
    left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    wide, high = (right - left) / columns, (bottom - top) / rows
    for row in range(rows + 1):
        _bar(canvas, (left, top + row * high), (right, top + row * high))
    for column in range(columns + 1):
        _bar(canvas, (left + column * wide, top), (left + column * wide, bottom))
    for row in range(rows):
        for column in range(columns):
            x, y = left + (column + 0.5) * wide, top + (row + 0.5) * high
            a, b = wide * 0.27, high * 0.27
            corners = [(x - a, y - b), (x + a, y - b), (x + a, y + b), (x - a, y + b)]
            for i, corner in enumerate(corners):
                _bar(canvas, corner, corners[(i + 1) % 4])
            for dx, dy in ((0, -1), (0, 1), (-1, 0), (1, 0)):
                _bar(canvas, (x + dx * a, y + dy * b), (x + dx * wide / 2, y + dy * high / 2))
            if (row + column) % 2:
                for petal in plum((x, y), 12):
                    ink(canvas, petal, 2.6, SOOT)


def _bar(canvas: skia.Canvas, a: tuple[float, float], b: tuple[float, float]) -> None:
    way = curve(a, b)
    ink(canvas, way, 5.6)
    ink(canvas, way, 2.6, 0xFF5A2418)


def _waist(canvas: skia.Canvas) -> None:
    box = skia.Path.RRect(
        skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(34, SILL + 12, LEAF - 34, SILL + 84), 8, 8)
    )
    hide(canvas, box, 0xFF7C3020, deep=0xFF54201A, line=3)
    ink(canvas, box, 1.6, OCHRE)
    for x, turn in ((LEAF / 2 - 56, -0.2), (LEAF / 2 + 56, 0.2)):
        for line in cloud((x, SILL + 50), 54, turn):
            slit(canvas, line, 2.6, OCHRE)
    cut(canvas, snow((LEAF / 2, SILL + 48), 24, 8), OCHRE, rim=1.4, through=0.8)


def _panel(canvas: skia.Canvas) -> None:
    box = skia.Path.RRect(
        skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(34, SILL + 104, LEAF - 34, HIGH - 20), 10, 10)
    )
    hide(canvas, box, 0xFF6E2A1C, deep=0xFF3E1812, line=3)
    canvas.save()
    canvas.clipPath(box)
    for arc in waves(34, LEAF, SILL + 260, 46, 4):
        slit(canvas, arc, 2.4, OCHRE)
    for at, size, turn in (((90, SILL + 170), 78, 0.2), ((184, SILL + 156), 66, -0.3)):
        for line in cloud(at, size, turn):
            slit(canvas, line, 2.8, OCHRE)
    canvas.restore()
    ink(canvas, box, 1.6, OCHRE)


def _knocker(canvas: skia.Canvas, at: tuple[float, float]) -> None:
    """Half a beast's head on either leaf; its ring."""
    x, y = at
    boss = skia.Path()
    boss.addCircle(x, y, 15)
    hide(canvas, boss, OCHRE, deep=0xFF6A4214, line=2.6)
    cut(canvas, coin((x, y), 9), FLAME, rim=0.9, through=0.6)
    ring = skia.Path()
    ring.addCircle(x - 2, y + 24, 17)
    ink(canvas, ring, 7.4)
    ink(canvas, ring, 4, OCHRE)


@cache
def _post() -> Plate:
    return carve((-66, 0, 6, HIGH), _carve_post)


def _carve_post(canvas: skia.Canvas) -> None:
    wood = skia.Path.Rect(skia.Rect.MakeLTRB(-60, -4, 2, HIGH))
    hide(canvas, wood, UMBER, deep=SOOT, line=4)
    for x in (-52, -8):
        slit(canvas, curve((x, 0), (x, 400), (x, HIGH)), 1.8, OCHRE)
    for i in range(11):
        for line in cloud((-30, 40 + i * 78), 40, 0.25 if i % 2 else -0.25):
            slit(canvas, line, 2.2, OXBLOOD if i % 3 else OCHRE)
    ink(canvas, curve((1, 0), (1, HIGH)), 5, INK)
