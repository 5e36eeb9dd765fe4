"""Inside the door: the pagoda's ground floor cut open, the night on its left.

Places are picture places at zoom 1; the floor is at y = FLOOR. The wall with the doorway is seen
from its end; the leaf swings into the room.
"""

import math
from functools import cache
from typing import Final

import skia

from making.cloth import backdrop
from making.palette import (
    INK,
    MIST,
    NIGHT,
    OCHRE,
    OXBLOOD,
    OXBLOOD_DEEP,
    SOOT,
    UMBER,
    Tone,
    blend,
    sheer,
)
from making.props_door import draw_closed_leaf, draw_lattice
from making.puppets_leather import Light, Plate, carve, cut, hide, ink, lit, slit
from making.puppets_motifs import cloud, coin, curve, plum, snow, waves

FLOOR: Final = 640.0
WALL: Final = 372.0  # the wall's outer face; its inner face is WALL + THICK
THICK: Final = 44.0
LINTEL: Final = 168.0


def draw_night(canvas: skia.Canvas, t: float) -> None:
    """Outside: a blue-grey cloth, the far sea's line, rock."""
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(-300, -300, WALL + THICK, 1000))
    backdrop(canvas, NIGHT, (180, 330), 620)
    for row in range(7):
        y = 470 + row * 17
        path = skia.Path()
        path.moveTo(-300, y)
        for x in range(-300, 440, 24):
            lift = 3.4 * math.sin(x / 46 + t * (1.1 - 0.08 * row) + row * 2.1)
            path.lineTo(x, y + lift * (0.5 + row * 0.2))
        ink(canvas, path, 1.6 + row * 0.25, sheer(MIST, 0.1 + 0.02 * row))
    rock = curve(
        (-300, 600),
        (-60, 590),
        (70, 606),
        (150, 628),
        (250, 634),
        (430, 640),
        (430, 900),
        (-300, 900),
        closed=True,
    )
    hide(canvas, rock, 0xFF151D27, deep=0xFF080C12, line=3)
    for x, y in ((20, 622), (120, 648), (240, 652), (330, 650)):
        slit(canvas, curve((x, y), (x + 26, y - 4), (x + 54, y + 3)), 1.4, 0xFF506072)
    canvas.restore()


def draw_room(canvas: skia.Canvas, tone: Tone, middle: tuple[float, float], light: Light) -> None:
    """The back wall's cloth, the window, the shelf, the stair, the beam."""
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(WALL + THICK - 2, -300, 1700, 1000))
    backdrop(canvas, tone, middle, 900)
    with lit(canvas, light):
        _back().draw(canvas)
    canvas.restore()


def draw_front(canvas: skia.Canvas, opened: float, light: Light) -> None:
    """The door's leaf, the cut wall with its eave, and the floor everyone stands on.

    Shut, the leaf closes the doorway edge-on; open, it lies against the back.
    """
    beside = skia.Rect.MakeLTRB(-320, -60, WALL + THICK + 170, FLOOR - 16)
    below = skia.Rect.MakeLTRB(-320, FLOOR - 16, 1700, 800)
    for part in (beside, below):
        canvas.save()
        canvas.clipRect(part)
        with lit(canvas, light, part):
            canvas.save()
            canvas.translate(WALL + THICK - 12, LINTEL)
            draw_closed_leaf(canvas, 14 + 150 * opened, FLOOR - LINTEL)
            canvas.restore()
            _shell().draw(canvas)
        canvas.restore()


def draw_pillar(canvas: skia.Canvas, x: float, light: Light) -> None:
    """A pillar between us and the room."""
    with lit(canvas, light):
        canvas.save()
        canvas.translate(x, 0)
        _pillar().draw(canvas)
        canvas.restore()


@cache
def _back() -> Plate:
    return carve((400, -60, 1560, 700), _furnish, 1.6)


def _furnish(canvas: skia.Canvas) -> None:
    for x in (640, 980, 1320):
        _post(canvas, x)
    _window(canvas, skia.Rect.MakeLTRB(690, 190, 930, 400))
    _shelf(canvas, 1034, 300)
    _stair(canvas)
    beam = skia.Path.Rect(skia.Rect.MakeLTRB(400, 84, 1560, 132))
    hide(canvas, beam, OXBLOOD, deep=OXBLOOD_DEEP, line=3.2)
    for i in range(15):
        for line in cloud((450 + i * 78, 108), 36, 0.2 if i % 2 else -0.2):
            slit(canvas, line, 2.0, OCHRE)
    for x in (640, 980, 1320):
        _bracket(canvas, x)
    dado = skia.Path.Rect(skia.Rect.MakeLTRB(400, 596, 1560, 640))
    hide(canvas, dado, UMBER, deep=SOOT, line=2.6)
    for arc in waves(404, 1560, 634, 42, 1):
        slit(canvas, arc, 1.8, OCHRE)


def _post(canvas: skia.Canvas, x: float) -> None:
    post = skia.Path.Rect(skia.Rect.MakeLTRB(x - 13, 120, x + 13, 640))
    hide(canvas, post, 0xFF6A2A1A, deep=0xFF3A1710, line=2.6)
    slit(canvas, curve((x - 6, 136), (x - 6, 380), (x - 6, 600)), 1.3, OCHRE)


def _bracket(canvas: skia.Canvas, x: float) -> None:
    for row, half in enumerate((22, 40, 58)):
        y = 166 - row * 14
        block = curve(
            (x - half, y - 12),
            (x + half, y - 12),
            (x + half - 8, y),
            (x - half + 8, y),
            closed=True,
        )
        hide(canvas, block, OXBLOOD, deep=OXBLOOD_DEEP, line=2.2)
        cut(canvas, [_dot(x - half + 12, y - 6), _dot(x + half - 12, y - 6)], OCHRE, rim=0.6)


def _dot(x: float, y: float) -> skia.Path:
    dot = skia.Path()
    dot.addCircle(x, y, 2.4)
    return dot


def _window(canvas: skia.Canvas, box: skia.Rect) -> None:
    """Oiled paper with the night behind it, and the lattice before."""
    dusk = skia.GradientShader.MakeLinear(
        [(box.left(), box.top()), (box.right(), box.bottom())],
        [sheer(0xFF2E3C4C, 0.78), sheer(0xFF4A4A4C, 0.55)],
    )
    canvas.drawRect(box, skia.Paint(Shader=dusk))
    draw_lattice(canvas, box, 4, 3)
    frame = skia.Path.Rect(box)
    ink(canvas, frame, 13)
    ink(canvas, frame, 8, 0xFF6A2A1A)
    ink(canvas, frame, 1.6, OCHRE)


def _shelf(canvas: skia.Canvas, x: float, y: float) -> None:
    """Jars, a coil of rope, a folded net: a fisherman's house."""
    for row in (0, 96):
        board = skia.Path.Rect(skia.Rect.MakeLTRB(x, y + row, x + 232, y + row + 10))
        hide(canvas, board, 0xFF6A2A1A, line=2.4)
    for i, (wide, high) in enumerate(((17, 44), (13, 30), (20, 36), (14, 48), (18, 30))):
        cx = x + 28 + i * 43
        jar = curve(
            (cx - wide * 0.5, y - high),
            (cx + wide * 0.5, y - high),
            (cx + wide, y - high * 0.5),
            (cx + wide * 0.6, y),
            (cx - wide * 0.6, y),
            (cx - wide, y - high * 0.5),
            closed=True,
        )
        hide(canvas, jar, blend(OXBLOOD, UMBER, 0.2 * i), line=2.2)
        cut(canvas, coin((cx, y - high * 0.45), wide * 0.5), OCHRE, rim=0.7, through=0.7)
    for ring in (26, 18, 10):
        coil = skia.Path()
        coil.addOval(
            skia.Rect.MakeLTRB(
                x + 60 - ring, y + 96 - ring * 0.9 - 12, x + 60 + ring, y + 96 + ring * 0.1
            )
        )
        ink(canvas, coil, 7)
        ink(canvas, coil, 3.4, OCHRE)
    for i in range(9):
        start = (x + 126 + i * 11, y + 12)
        ink(canvas, curve(start, (start[0] - 6, y + 50), (start[0] + 4, y + 92)), 1.6)
        ink(
            canvas,
            curve((x + 122, y + 20 + i * 8), (x + 168, y + 30 + i * 8), (x + 222, y + 18 + i * 8)),
            1.6,
        )


def _stair(canvas: skia.Canvas) -> None:
    """Up to the lamp, out of the picture on the right."""
    for i in range(9):
        step = skia.Path.Rect(skia.Rect.MakeLTRB(1180 + i * 42, 596 - i * 44, 1700, 606 - i * 44))
        hide(canvas, step, 0xFF5E2618, line=2.4)
        ink(canvas, curve((1196 + i * 42, 596 - i * 44), (1196 + i * 42, 500 - i * 44)), 5)
        ink(
            canvas, curve((1196 + i * 42, 596 - i * 44), (1196 + i * 42, 500 - i * 44)), 1.6, OCHRE
        )
    rail = curve((1180, 508), (1340, 340), (1560, 110))
    ink(canvas, rail, 11)
    ink(canvas, rail, 5, 0xFF7C3020)
    for i in range(8):
        for petal in plum((1217 + i * 42, 520 - i * 44), 13):
            ink(canvas, petal, 2.2, 0xFF2E120C)


@cache
def _shell() -> Plate:
    return carve((-320, -60, 1700, 800), _cut_open, 1.4)


def _cut_open(canvas: skia.Canvas) -> None:
    floor = skia.Path.Rect(skia.Rect.MakeLTRB(WALL - 26, FLOOR, 1720, 820))
    hide(canvas, floor, 0xFF4A1E12, deep=0xFF140A07, line=3.4)
    for i in range(18):
        slit(
            canvas,
            curve((WALL + 30 + i * 80, FLOOR + 9), (WALL + 84 + i * 80, FLOOR + 9)),
            1.8,
            OCHRE,
        )
    for arc in waves(WALL - 10, 1720, FLOOR + 40, 40, 2):
        slit(canvas, arc, 1.6, blend(OCHRE, INK, 0.35))
    step = skia.Path.Rect(skia.Rect.MakeLTRB(WALL - 74, FLOOR + 2, WALL + 2, 820))
    hide(canvas, step, 0xFF27303A, deep=0xFF0E141B, line=3)
    wall = skia.Path.Rect(skia.Rect.MakeLTRB(WALL, -60, WALL + THICK, LINTEL))
    hide(canvas, wall, UMBER, deep=SOOT, line=3.4)
    for y in range(-40, int(LINTEL) - 10, 46):
        for line in cloud((WALL + THICK / 2, y + 20), 30, 0.3):
            slit(canvas, line, 1.8, OCHRE)
    sill = skia.Path.Rect(skia.Rect.MakeLTRB(WALL - 8, LINTEL - 8, WALL + THICK + 8, LINTEL + 12))
    hide(canvas, sill, OXBLOOD, deep=OXBLOOD_DEEP, line=2.8)
    sill = skia.Path.Rect(skia.Rect.MakeLTRB(WALL - 6, FLOOR - 16, WALL + THICK + 4, FLOOR + 3))
    hide(canvas, sill, OXBLOOD, deep=OXBLOOD_DEEP, line=2.8)
    eave = curve(
        (WALL + 4, 40),
        (WALL - 60, 76),
        (WALL - 130, 96),
        (WALL - 196, 92),
        (WALL - 226, 72),
        (WALL - 214, 106),
        (WALL - 120, 124),
        (WALL + 4, 112),
        closed=True,
    )
    hide(canvas, eave, 0xFF252F3B, deep=0xFF10161E, line=3.2)
    for i in range(6):
        cut(
            canvas,
            coin((WALL - 22 - i * 32, 100 + 7 * math.sin(i * 0.5) - i * 0.6), 8),
            MIST,
            rim=0.8,
            through=0.4,
        )
    bell = curve(
        (WALL - 222, 104),
        (WALL - 214, 112),
        (WALL - 210, 128),
        (WALL - 234, 128),
        (WALL - 230, 112),
        closed=True,
    )
    hide(canvas, bell, OCHRE, line=2.0)


@cache
def _pillar() -> Plate:
    def work(canvas: skia.Canvas) -> None:
        post = skia.Path.Rect(skia.Rect.MakeLTRB(-34, -80, 34, 900))
        hide(canvas, post, OXBLOOD, deep=OXBLOOD_DEEP, line=4)
        for i in range(8):
            cut(canvas, snow((0, -10 + i * 110), 24, 8), OCHRE, rim=1.4, through=0.7)
            for line in cloud((0, 45 + i * 110), 44, 0.3):
                slit(canvas, line, 2.6, OCHRE)

    return carve((-40, -80, 40, 860), work, 1.0)
