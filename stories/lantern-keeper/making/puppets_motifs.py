"""The carver's patterns, as shapes to cut: plum blossom, coin, cloud, wave, snow and lattice."""

import math
from itertools import pairwise

import skia

At = tuple[float, float]


def curve(*points: At, closed: bool = False) -> skia.Path:
    """A smooth line through all points."""
    path = skia.Path()
    path.moveTo(*points[0])
    around = (
        [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    )
    for i in range(1, len(around) - 2):
        a, b, c, d = around[i - 1 : i + 3]
        path.cubicTo(
            b[0] + (c[0] - a[0]) / 6,
            b[1] + (c[1] - a[1]) / 6,
            c[0] - (d[0] - b[0]) / 6,
            c[1] - (d[1] - b[1]) / 6,
            *c,
        )
    if closed:
        path.close()
    return path


def drop(at: At, length: float, width: float, angle: float) -> skia.Path:
    """A drop with its point at `at`, swelling away in the direction of `angle` (radians)."""
    path = skia.Path()
    path.moveTo(0, 0)
    path.cubicTo(length * 0.35, -width * 0.2, length * 0.7, -width * 0.75, length, 0)
    path.cubicTo(length * 0.7, width * 0.75, length * 0.35, width * 0.2, 0, 0)
    path.transform(_place(at, angle))
    return path


def crescent(at: At, radius: float, angle: float, open_by: float = 1.1) -> skia.Path:
    """A thin moon whose back is turned to `angle`."""
    path = skia.Path()
    start = math.degrees(-open_by)
    sweep = math.degrees(2 * open_by)
    box = skia.Rect.MakeLTRB(-radius, -radius, radius, radius)
    path.arcTo(box, start, sweep, True)
    inner = skia.Rect.MakeLTRB(-radius * 0.98, -radius * 0.86, radius * 0.62, radius * 0.86)
    path.arcTo(inner, start + sweep - 12, -sweep + 24, False)
    path.close()
    path.transform(_place(at, angle))
    return path


def plum(at: At, radius: float, turn: float = 0.0) -> list[skia.Path]:
    """Five petals around a heart."""
    cuts = []
    for petal in range(5):
        angle = turn + math.tau * petal / 5 - math.pi / 2
        path = skia.Path()
        path.addOval(skia.Rect.MakeLTRB(radius * 0.34, -radius * 0.33, radius, radius * 0.33))
        path.transform(_place(at, angle))
        cuts.append(path)
    heart = skia.Path()
    heart.addCircle(*at, radius * 0.14)
    return [*cuts, heart]


def coin(at: At, radius: float) -> list[skia.Path]:
    """A coin: four lens-shaped cuts about a square."""
    cuts = []
    for quarter in range(4):
        path = skia.Path()
        path.moveTo(radius * 0.3, 0)
        path.quadTo(radius * 0.52, -radius * 0.62, radius * 0.72, -radius * 0.64)
        path.quadTo(radius * 1.12, 0, radius * 0.72, radius * 0.64)
        path.quadTo(radius * 0.52, radius * 0.62, radius * 0.3, 0)
        path.close()
        path.transform(_place(at, math.tau * quarter / 4))
        cuts.append(path)
    return cuts


def snow(at: At, radius: float, arms: int = 8) -> list[skia.Path]:
    """The snow motif: drops pointing at one centre."""
    return [
        drop(
            (
                at[0] + 0.16 * radius * math.cos(math.tau * arm / arms),
                at[1] + 0.16 * radius * math.sin(math.tau * arm / arms),
            ),
            radius * 0.84,
            radius * (2.1 / arms),
            math.tau * arm / arms,
        )
        for arm in range(arms)
    ]


def cloud(at: At, size: float, turn: float = 0.0) -> list[skia.Path]:
    """A ruyi cloud: two curling heads over a tail, to be slit."""
    lines = [
        curve(
            (-0.12, 0.1), (-0.3, 0.16), (-0.42, 0.0), (-0.3, -0.16), (-0.16, -0.06), (-0.26, 0.0)
        ),
        curve((0.12, 0.1), (0.3, 0.16), (0.42, 0.0), (0.3, -0.16), (0.16, -0.06), (0.26, 0.0)),
        curve((-0.26, -0.24), (-0.16, -0.42), (0.0, -0.46), (0.16, -0.42), (0.26, -0.24)),
        curve((-0.06, 0.16), (-0.1, 0.34), (0.06, 0.46), (0.3, 0.44)),
    ]
    matrix = skia.Matrix()
    matrix.setScale(size, size)
    for line in lines:
        line.transform(matrix)
        line.transform(_place(at, turn))
    return lines


def waves(left: float, right: float, y: float, size: float, rows: int = 2) -> list[skia.Path]:
    """Sea water: rows of nested arcs, each row shifted by half, to be slit."""
    lines = []
    for row in range(rows):
        shift = size * (row % 2) / 2
        count = int((right - left - shift) // size)
        for i in range(count):
            x = left + shift + (i + 0.5) * size
            for share in (0.46, 0.24):
                arc = skia.Path()
                box = skia.Rect.MakeLTRB(
                    x - size * share, y - size * share, x + size * share, y + size * share
                )
                arc.arcTo(box, 180, 180, True)
                arc.offset(0, row * size * 0.5)
                lines.append(arc)
    return lines


def along(way: list[At], gap: float) -> list[tuple[At, float]]:
    """Places on a chain of points, each `gap` from the last, with the direction there."""
    places = []
    spare = gap / 2
    for a, b in pairwise(way):
        length = math.dist(a, b)
        angle = math.atan2(b[1] - a[1], b[0] - a[0])
        while spare <= length:
            share = spare / length
            places.append(((a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share), angle))
            spare += gap
        spare -= length
    return places


def _place(at: At, angle: float) -> skia.Matrix:
    matrix = skia.Matrix()
    matrix.setTranslate(*at)
    matrix.preRotate(math.degrees(angle))
    return matrix
