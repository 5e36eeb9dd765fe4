"""The camera before the paper: a dolly that moves through layers at their own distances."""

from typing import NamedTuple

import skia

from making.world_paper import HIGH, WIDE, Point

CENTRE: Point = (WIDE / 2, HIGH / 2)
NEAREST = 0.06


class View(NamedTuple):
    """Where the camera stands.

    Everything is laid out as it looks from the first standpoint, one away from the layer called 0.
    `away` is the distance left to that layer, `aside` how far the camera has moved, `turn` how far
    it has turned.
    """

    away: float = 1.0
    aside: Point = (0.0, 0.0)
    turn: Point = (0.0, 0.0)

    def scale(self, depth: float) -> float:
        """How much larger a layer looks than as laid out; 0 once it lies behind the camera."""
        left = self.away + depth
        return (1 + depth) / left if left > NEAREST else 0.0

    def at(self, place: Point, depth: float = 0.0) -> Point:
        """Where a place on a layer is seen."""
        left = max(NEAREST, self.away + depth)
        x, y = (
            c + ((p - c) * (1 + depth) - a) / left + r
            for p, c, a, r in zip(place, CENTRE, self.aside, self.turn, strict=True)
        )
        return x, y

    def onto(self, canvas: skia.Canvas, depth: float = 0.0) -> bool:
        """Move the canvas so that the layer's own places can be drawn; false if it is not seen."""
        size = self.scale(depth)
        if not size:
            return False
        x, y = self.at((0.0, 0.0), depth)
        canvas.translate(x, y)
        canvas.scale(size, size)
        return True


def toward(mark: Point, seen_at: Point, away: float, turn: Point = (0.0, 0.0)) -> View:
    """The view that has come within `away` of layer 0 and sees its `mark` at `seen_at`."""
    x, y = (
        (m - c) - away * (s - r - c)
        for m, s, r, c in zip(mark, seen_at, turn, CENTRE, strict=True)
    )
    return View(away, (x, y), turn)


def pan(x: float = 0.0, y: float = 0.0, away: float = 1.0) -> View:
    """The camera carried aside, in layer 0's own pixels."""
    return View(away, (x, y))
