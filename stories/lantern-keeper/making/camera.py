"""The camera: where it looks and how near it is, with parallax between layers of paper."""

from dataclasses import dataclass

import skia

from making.cloth import HEIGHT, WIDTH


@dataclass(frozen=True, slots=True)
class View:
    """A look at the stage: the focus comes to the middle, `zoom` 1 is the whole cloth."""

    zoom: float = 1.0
    x: float = WIDTH / 2
    y: float = HEIGHT / 2

    def through(self, canvas: skia.Canvas, depth: float = 1.0) -> None:
        """Look at a layer; near layers (depth above 1) move more, far ones less."""
        zoom, x, y = self._at(depth)
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.scale(zoom, zoom)
        canvas.translate(-x, -y)

    def place(self, point: tuple[float, float], depth: float = 1.0) -> tuple[float, float]:
        """Where a point of a layer is in the picture."""
        zoom, x, y = self._at(depth)
        return (point[0] - x) * zoom + WIDTH / 2, (point[1] - y) * zoom + HEIGHT / 2

    def share(self, point: tuple[float, float], depth: float = 1.0) -> tuple[float, float]:
        """The same as shares of the picture's width and height, as a live flame wants it."""
        x, y = self.place(point, depth)
        return x / WIDTH, y / HEIGHT

    def _at(self, depth: float) -> tuple[float, float, float]:
        return (
            1 + (self.zoom - 1) * depth,
            WIDTH / 2 + (self.x - WIDTH / 2) * depth,
            HEIGHT / 2 + (self.y - HEIGHT / 2) * depth,
        )
