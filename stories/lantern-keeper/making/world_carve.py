"""The carver's patterns: scroll waves, fish-scale water, auspicious clouds, nested rock.

Each is drawn in its own small units, dark leather first, then the cuts through which light comes.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import skia

from making.world_paper import (
    Point,
    beside,
    fall,
    ink,
    leather,
    line_of,
    ribbon,
    shaded,
    smooth,
    volute,
    widths_along,
)


class Dye(NamedTuple):
    """How a piece is coloured: its hide, the dark rim it is cut with, the light in its cuts."""

    hide: skia.Shader
    rim: int
    cut: int
    bright: float = 0.8


def groove(
    canvas: skia.Canvas, path: skia.Path, width: float, dye: Dye, *, k: float = 1.0
) -> None:
    """Cut a line through the leather: a dark lip, and light in it."""
    canvas.drawPath(path, ink(dye.rim, 0.55, line=width * 2.1))
    canvas.drawPath(path, ink(dye.cut, dye.bright * k, line=width))


def slit(canvas: skia.Canvas, path: skia.Path, width: float, dye: Dye, *, k: float = 1.0) -> None:
    """Cut a hole with an outline, as a closed shape."""
    canvas.drawPath(path, ink(dye.cut, dye.bright * k))
    canvas.drawPath(path, ink(dye.rim, 0.6, line=width))


def tapering_cut(canvas: skia.Canvas, points: Sequence[Point], width: float, dye: Dye) -> None:
    """A cut that opens and closes like a knife stroke."""
    canvas.drawPath(ribbon(points, width * 0.4, width * 1.9, width * 0.5), ink(dye.rim, 0.5))
    canvas.drawPath(ribbon(points, 0.0, width, 0.0), ink(dye.cut, dye.bright))


# --- the scroll wave --------------------------------------------------------------------------

SPINE: tuple[Point, ...] = (
    (1.10, -0.02),
    (0.86, 0.10),
    (0.62, 0.32),
    (0.44, 0.62),
    (0.22, 0.87),
    (-0.06, 0.97),
    (-0.31, 0.87),
    (-0.42, 0.64),
    (-0.33, 0.43),
    (-0.13, 0.37),
    (0.03, 0.48),
    (0.03, 0.64),
    (-0.09, 0.70),
    (-0.17, 0.62),
)
FACE: tuple[Point, ...] = ((-1.0, -0.02), (-0.62, 0.02), (-0.2, 0.1), (0.12, 0.24), (0.4, 0.66))


def _put(points: Sequence[Point], at: Point, size: float, lean: float) -> list[Point]:
    """Unit points (up is up) set down at a place, as large as asked."""
    return [(at[0] + (x + lean * y) * size, at[1] - y * size) for x, y in points]


def crest_shape(at: Point, size: float, lean: float = 0.0) -> skia.Path:
    """The silhouette of one wave that curls over to the left."""
    spine = smooth(_put(SPINE, at, size, lean))
    curl = ribbon(spine, *(size * w for w in (0.0, 0.34, 0.3, 0.24, 0.2, 0.16, 0.13, 0.1, 0.12)))
    back = smooth(_put(SPINE[:5], at, size, lean))
    face = smooth(_put(FACE, at, size, lean))
    body = line_of([*face, *reversed(back), (at[0] + size * 1.1, at[1] + size * 0.1)], closed=True)
    body = skia.Op(body, curl, skia.PathOp.kUnion_PathOp)
    eye = skia.Path.Circle(*_put(((-0.13, 0.585),), at, size, lean)[0], size * 0.085)
    foot = line_of(
        [(at[0] - size, at[1]), (at[0] + size * 1.1, at[1]), (at[0], at[1] + size * 0.3)],
        closed=True,
    )
    return skia.Op(skia.Op(body, eye, skia.PathOp.kUnion_PathOp), foot, skia.PathOp.kUnion_PathOp)


def crest_cuts(canvas: skia.Canvas, at: Point, size: float, lean: float, dye: Dye) -> None:
    """The light lines that follow a wave's back into its curl, and the eye of the scroll."""
    spine = smooth(_put(SPINE, at, size, lean))
    count = len(spine)
    span = {0.0: (0.08, 0.97), 0.085: (0.1, 0.6), -0.085: (0.05, 0.6), -0.2: (0.02, 0.34)}
    for off, (first, last) in span.items():
        fade = widths_along(count, 0.8, 1.3, 0.9, 0.5, 0.25)
        run = beside(spine, [off * size * f for f in fade])
        tapering_cut(canvas, run[int(first * count) : int(last * count)], size * 0.026, dye)
    for k in (0.1, 0.2, 0.31, 0.43):
        under = [(x + k * 0.55 * (x + 1), y - k * (0.16 + 0.3 * (x + 1))) for x, y in FACE[1:]]
        tapering_cut(canvas, smooth(_put(under, at, size, lean)), size * 0.02, dye)
    x, y = _put(((-0.13, 0.585),), at, size, lean)[0]
    canvas.drawCircle(x, y, size * 0.035, ink(dye.cut, dye.bright))


def foam(canvas: skia.Canvas, at: Point, size: float, dye: Dye, seed: int) -> None:
    """Drops of cut paper thrown from a crest's tip, each with a hole of light."""
    rng = np.random.default_rng(seed)
    for k in range(4):
        x = at[0] - size * (0.35 + 0.16 * k + 0.08 * rng.random())
        y = at[1] - size * (0.98 - 0.1 * k + 0.2 * rng.random())
        r = size * (0.062 - 0.011 * k)
        canvas.drawCircle(x, y, r, shaded(dye.hide))
        canvas.drawCircle(x, y, r, ink(dye.rim, 0.7, line=size * 0.014))
        canvas.drawCircle(x, y, r * 0.45, ink(dye.cut, dye.bright))


def scales(
    canvas: skia.Canvas, box: tuple[float, float, float, float], r: float, dye: Dye
) -> None:
    """Fish-scale water: rows of nested arcs, each over the last, fainter as they go down."""
    x0, y0, width, height = box
    columns = max(1, round(width / (2 * r)))
    step = width / columns
    for row in range(int(height / (r * 0.62)) + 1):
        y = y0 + row * r * 0.62
        fade = 1 - row * r * 0.62 / height
        for column in range(-1, columns + 1):
            x = x0 + (column + (0.5 if row % 2 else 0.0)) * step + step / 2
            canvas.drawCircle(x, y, step * 0.49, shaded(dye.hide))
            for nest, reach in enumerate((0.96, 0.66, 0.36)):
                arc = skia.Path()
                radius = step / 2 * reach
                arc.addArc(
                    skia.Rect.MakeXYWH(x - radius, y - radius, 2 * radius, 2 * radius), 200, 140
                )
                groove(canvas, arc, r * 0.055, dye, k=0.75 * fade * (1 - 0.2 * nest))


# --- the auspicious cloud ---------------------------------------------------------------------


class Lobe(NamedTuple):
    """One head of a cloud: where, how large, and which way its scroll winds."""

    x: float
    y: float
    r: float
    hand: int


CLOUDS: tuple[tuple[Lobe, ...], ...] = (
    (Lobe(-0.62, 0.05, 0.2, -1), Lobe(-0.25, 0.22, 0.3, -1), Lobe(0.2, 0.3, 0.36, 1),
     Lobe(0.6, 0.1, 0.24, 1)),
    (Lobe(-0.45, 0.1, 0.26, -1), Lobe(0.02, 0.26, 0.34, 1), Lobe(0.42, 0.06, 0.22, 1)),
    (Lobe(-0.85, 0.03, 0.16, -1), Lobe(-0.5, 0.16, 0.26, -1), Lobe(-0.05, 0.34, 0.38, -1),
     Lobe(0.42, 0.2, 0.28, 1), Lobe(0.78, 0.03, 0.17, 1)),
)  # fmt: skip


def _tail(start: Point, length: float, thick: float) -> skia.Path:
    """The long streamer a cloud trails, wavering to a point."""
    side = 1 if length > 0 else -1
    reach = abs(length)
    run = [
        (start[0] + side * reach * k, start[1] + 0.06 * math.sin(k * 5.2) * (1 - 0.3 * k))
        for k in np.linspace(0, 1, 28)
    ]
    return ribbon(run, thick, thick * 0.9, thick * 0.55, thick * 0.5, thick * 0.12, 0.0)


def cloud_shape(kind: int) -> skia.Path:
    """A cloud's outline in units: about two wide with its tails, heads up to 0.7 high."""
    lobes = CLOUDS[kind % len(CLOUDS)]
    left, right = lobes[0], lobes[-1]
    builder = skia.OpBuilder()
    for lobe in lobes:
        builder.add(skia.Path.Circle(lobe.x, -lobe.y, lobe.r), skia.PathOp.kUnion_PathOp)
    deck = skia.Path()
    deck.addRoundRect(skia.Rect.MakeLTRB(left.x, -0.14, right.x, 0.1), 0.1, 0.1)
    builder.add(deck, skia.PathOp.kUnion_PathOp)
    builder.add(_tail((left.x, 0.02), -1.0, 0.17), skia.PathOp.kUnion_PathOp)
    builder.add(_tail((right.x - 0.1, -0.02), 1.35, 0.2), skia.PathOp.kUnion_PathOp)
    return builder.resolve()


def cloud(canvas: skia.Canvas, kind: int, dye: Dye) -> None:
    """A carved cloud in units: hide, double rim, a scroll in every head, lines along the deck."""
    shape = cloud_shape(kind)
    canvas.drawPath(shape, shaded(dye.hide))
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    canvas.drawPath(shape, ink(dye.cut, 0.5 * dye.bright, line=0.052))
    canvas.drawPath(shape, ink(dye.rim, 0.75, line=0.03))
    lobes = CLOUDS[kind % len(CLOUDS)]
    for lobe in lobes:
        run = volute((lobe.x, -lobe.y), lobe.r * 0.76, 1.9, start=0.25, hand=lobe.hand)
        tapering_cut(canvas, run, 0.034, dye)
    for k, y in enumerate((0.05, 0.0, -0.05)):
        first, last = lobes[0].x - 0.55 + 0.2 * k, lobes[-1].x + 0.75 - 0.25 * k
        run = [(float(x), y + 0.015 * math.sin(x * 6)) for x in np.linspace(first, last, 30)]
        tapering_cut(canvas, run, 0.018, dye)
    canvas.restore()


# --- nested rock ------------------------------------------------------------------------------


def crag(at: Point, width: float, height: float, seed: int, *, blunt: float = 0.0) -> list[Point]:
    """The outline of one upright rock: stepped shoulders, a leaning head, foot at `at`."""
    rng = np.random.default_rng(seed)
    lean = width * (rng.random() - 0.5) * 0.34
    left = [(-0.5, 0.0), (-0.44, 0.24), (-0.37, 0.3), (-0.31, 0.56), (-0.23, 0.62), (-0.14, 0.86)]
    head = [(-0.05 - blunt * 0.1, 0.96), (0.03, 1.0), (0.12 + blunt * 0.1, 0.93)]
    right = [(0.2, 0.78), (0.29, 0.7), (0.34, 0.46), (0.42, 0.38), (0.5, 0.0)]
    points = []
    for x, y in (*left, *head, *right):
        jitter = (rng.random() - 0.5) * 0.06, (rng.random() - 0.5) * 0.05 * (y > 0)
        points.append(
            (at[0] + (x + jitter[0]) * width + lean * y, at[1] - (y + jitter[1]) * height)
        )
    return smooth(points, steps=5)


def nested(points: Sequence[Point], at: Point, k: float) -> list[Point]:
    """The outline drawn in towards a point on its foot."""
    return [(at[0] + (x - at[0]) * k, at[1] + (y - at[1]) * k) for x, y in points]


def rock(canvas: skia.Canvas, points: Sequence[Point], at: Point, dye: Dye, line: float) -> None:
    """A rock in the manner of sea-and-cliff brocade: hide, rim, nested outlines of light."""
    shape = line_of(points, closed=True)
    canvas.drawPath(shape, shaded(dye.hide))
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    for nest, k in enumerate((0.9, 0.74, 0.56, 0.38)):
        run = nested(points, at, k)
        canvas.drawPath(line_of(run), ink(dye.rim, 0.34, line=line * (9 - 1.5 * nest)))
        groove(canvas, line_of(run), line * (1.1 - 0.16 * nest), dye, k=1 - 0.17 * nest)
    canvas.restore()
    canvas.drawPath(line_of(points), ink(dye.rim, 0.95, line=line * 2.2))


def toned(top: float, bottom: float, *stops: tuple[float, int, float]) -> skia.Shader:
    """Hide dyed from top to bottom."""
    return leather(fall(top, bottom, *stops))
