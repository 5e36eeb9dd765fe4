"""Paint the film's poster: `python stories/lantern-keeper/making/poster.py`.

A moment of the arrival, the title open and the flame drawn in: poster.jpg beside story.yaml.
"""

import sys
from pathlib import Path
from typing import Final

STORY: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(STORY))

import skia  # noqa: E402  (the folder must be on the path first)

from making.palette import AMBER, FLAME  # noqa: E402
from making.scenes import arrival  # noqa: E402
from making.world_light import draw_beams, draw_glow  # noqa: E402
from making.world_paper import HIGH, WIDE, Point, halo, line_of, shaded, smooth  # noqa: E402

MOMENT: Final = 4.55


def main() -> None:
    """Write the poster."""
    surface = skia.Surface(WIDE, HIGH)
    canvas = surface.getCanvas()
    arrival.draw(canvas, MOMENT)
    x, y, scale, _ = arrival.lamp(MOMENT)
    _flame(canvas, (x * WIDE, y * HIGH), scale * HIGH)
    surface.makeImageSnapshot().save(str(STORY / "poster.jpg"), skia.kJPEG, 90)


def _flame(canvas: skia.Canvas, at: Point, tall: float) -> None:
    """A resting flame, its light on the tower, and its rays in the dusk."""
    x, y = at
    heart = (x, y - tall * 0.4)
    draw_beams(canvas, heart, tall * 22, FLAME, 0.085, 0.0)
    draw_glow(canvas, heart, tall * 9, AMBER, 0.55)
    draw_glow(canvas, heart, tall * 2.6, FLAME, 0.9)
    half = [(0.0, 0.0), (0.3, -0.2), (0.24, -0.5), (0.05, -1.0)]
    outline = [(x + u * tall, y + v * tall) for u, v in half]
    outline += [(x - u * tall, y + v * tall) for u, v in reversed(half)]
    light = halo(
        (x, y - tall * 0.25), tall, (0, 0xFFFFF2, 1), (0.4, 0xFFF0B8, 1), (1, 0xFFB648, 1)
    )
    canvas.drawPath(line_of(smooth(outline), closed=True), shaded(light))


if __name__ == "__main__":
    main()
