"""Leather: dyed, scraped thin, carved through, and moved.

A `Plate` is carved once, into a picture, and then drawn through a mesh, so that a hem can sway
without being carved again. Cuts are real holes with a little lamplight left in them.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import skia

from making.palette import FLAME, INK, LAMPLIGHT, Colour, blend, sheer

FINENESS: Final = 2.5  # pixels carved for each unit of a puppet
Points = np.ndarray
Warp = Callable[[Points], Points]


@dataclass(frozen=True, slots=True)
class Light:
    """The one lamp a puppet is seen by, in the canvas's own places."""

    at: tuple[float, float]
    reach: float = 620.0
    near: Colour = 0xFFFFFBF0
    far: Colour = 0xFF7A5A48
    wash: Colour = 0xFFFFC766
    warmth: float = 0.3


@contextmanager
def lit(canvas: skia.Canvas, light: Light, where: skia.Rect | None = None) -> Iterator[None]:
    """Whatever is drawn inside is bright near the lamp and falls away with distance."""
    canvas.saveLayer(where)
    yield
    colours = [light.near, blend(light.near, light.far, 0.35), blend(light.near, light.far, 0.8)]
    shader = skia.GradientShader.MakeRadial(
        light.at, light.reach, [*colours, light.far], [0.0, 0.3, 0.65, 1.0]
    )
    canvas.drawPaint(skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kModulate))
    wash = [sheer(light.wash, share) for share in (light.warmth, light.warmth * 0.4, 0.0)]
    shader = skia.GradientShader.MakeRadial(light.at, light.reach * 0.6, wash, [0.0, 0.45, 1.0])
    paint = skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kSrcATop)
    canvas.drawCircle(*light.at, light.reach * 0.6, paint)
    canvas.restore()


@dataclass(frozen=True, slots=True)
class Plate:
    """One carved piece of leather, in its own units."""

    image: skia.Image
    left: float
    top: float
    width: float
    height: float

    def draw(self, canvas: skia.Canvas) -> None:
        """As it was carved."""
        canvas.drawImageRect(
            self.image,
            skia.Rect.MakeXYWH(self.left, self.top, self.width, self.height),
            _smooth(),
        )

    def draw_bent(self, canvas: skia.Canvas, warp: Warp, columns: int = 8, rows: int = 10) -> None:
        """Bent: every point of the leather lies where `warp` puts it."""
        grid, order = _mesh(columns, rows)
        places = warp(grid * (self.width, self.height) + (self.left, self.top))
        texture = grid * (self.image.width(), self.image.height())
        vertices = skia.Vertices(
            skia.Vertices.VertexMode.kTriangles_VertexMode,
            [skia.Point(float(x), float(y)) for x, y in places],
            [skia.Point(float(x), float(y)) for x, y in texture],
            None,
            order,
        )
        clamp = skia.TileMode.kClamp
        shader = self.image.makeShader(clamp, clamp, _smooth())
        canvas.drawVertices(vertices, skia.Paint(Shader=shader), skia.BlendMode.kModulate)


@cache
def _smooth() -> skia.SamplingOptions:
    return skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


@cache
def _mesh(columns: int, rows: int) -> tuple[Points, list[int]]:
    v, u = np.mgrid[0 : rows + 1, 0 : columns + 1]
    grid = np.stack([u.ravel() / columns, v.ravel() / rows], axis=1)
    order: list[int] = []
    for row in range(rows):
        for column in range(columns):
            a = row * (columns + 1) + column
            below = a + columns + 1
            order += [a, a + 1, below, a + 1, below + 1, below]
    return grid, order


def carve(
    box: tuple[float, float, float, float],
    work: Callable[[skia.Canvas], None],
    fine: float = FINENESS,
) -> Plate:
    """A plate from its `box` (left, top, right, bottom) and the work done on it."""
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    surface = skia.Surface(round(width * fine), round(height * fine))
    canvas = surface.getCanvas()
    canvas.scale(fine, fine)
    canvas.translate(-left, -top)
    work(canvas)
    return Plate(surface.makeImageSnapshot(), left, top, width, height)


def hide(
    canvas: skia.Canvas,
    shape: skia.Path,
    dye: Colour,
    *,
    deep: Colour | None = None,
    band: float = 0.0,
    gold: Colour = FLAME,
    line: float = 3.0,
) -> None:
    """Lay one piece of dyed leather: mottled, its outline inked, with a carved band if asked."""
    bounds = shape.getBounds()
    canvas.save()
    canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
    top, bottom = (bounds.left(), bounds.top()), (bounds.right(), bounds.bottom())
    shade = skia.GradientShader.MakeLinear([top, bottom], [dye, deep or blend(dye, INK, 0.35)])
    canvas.drawPaint(skia.Paint(Shader=shade))
    canvas.drawPaint(skia.Paint(Shader=_mottle(), BlendMode=skia.BlendMode.kModulate))
    if band:
        _carved_band(canvas, shape, band, gold)
    canvas.restore()
    ink(canvas, shape, line)


def _carved_band(canvas: skia.Canvas, shape: skia.Path, band: float, gold: Colour) -> None:
    """Nested lines along the edge: ink, a slit of light, ink."""
    for share, colour in (
        (2.0, INK),
        (1.62, gold),
        (1.0, INK),
        (0.78, sheer(gold, 0.8)),
        (0.5, INK),
    ):
        canvas.drawPath(shape, _pen(colour, band * share))


def ink(canvas: skia.Canvas, shape: skia.Path, width: float = 3.0, colour: Colour = INK) -> None:
    """Draw a line of ink."""
    canvas.drawPath(shape, _pen(colour, width))


def _pen(colour: Colour, width: float) -> skia.Paint:
    return skia.Paint(
        Color=colour,
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width,
        AntiAlias=True,
        StrokeCap=skia.Paint.kRound_Cap,
        StrokeJoin=skia.Paint.kRound_Join,
    )


def fill(canvas: skia.Canvas, shape: skia.Path, colour: Colour) -> None:
    """Fill a shape flatly."""
    canvas.drawPath(shape, skia.Paint(Color=colour, AntiAlias=True))


def cut(
    canvas: skia.Canvas,
    shapes: Sequence[skia.Path],
    glow: Colour = LAMPLIGHT,
    *,
    rim: float = 1.6,
    through: float = 0.55,
) -> None:
    """Cut shapes out of the leather; `through` is how much lamplight is left in the holes."""
    for shape in shapes:
        if rim:
            ink(canvas, shape, rim * 2)
        canvas.drawPath(shape, skia.Paint(BlendMode=skia.BlendMode.kClear, AntiAlias=True))
        fill(canvas, shape, sheer(glow, through))


def slit(canvas: skia.Canvas, way: skia.Path, width: float, glow: Colour = LAMPLIGHT) -> None:
    """Cut along a line: a slit of light with inked lips."""
    ink(canvas, way, width * 1.9)
    ink(canvas, way, width, sheer(glow, 0.92))


@cache
def _mottle() -> skia.Shader:
    """Hide is never even: soft blots, small pores."""
    chance = np.random.default_rng(4)
    size = 256
    field = np.zeros((size, size))
    waves = np.fft.fftfreq(size)
    distance = np.hypot(waves[:, None], waves[None, :]) + 1e-3
    for power, weight in ((1.6, 1.0), (0.6, 0.35)):
        noise = np.fft.fft2(chance.normal(0, 1, (size, size)))
        layer = np.fft.ifft2(noise / distance**power * (distance < 0.3)).real
        field += weight * layer / layer.std()
    grey = np.clip(236 + 11 * field, 150, 255).astype(np.uint8)
    pixels = np.repeat(grey[..., None], 4, axis=2)
    pixels[..., 3] = 255
    repeat = skia.TileMode.kRepeat
    image = skia.Image.fromarray(np.ascontiguousarray(pixels))
    return image.makeShader(repeat, repeat, _smooth())
