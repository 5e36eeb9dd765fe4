"""Cut paper under a lamp: sheets in strong colours, each lying a little above the last."""

import math
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import skia

WIDE, HIGH, FPS = 1280, 720, 30
PAD = 120
Point = tuple[float, float]


def ease(t: float, start: float, end: float) -> float:
    """How far `t` has come from start to end, 0 to 1, softly."""
    k = min(1.0, max(0.0, (t - start) / (end - start)))
    return k * k * (3 - 2 * k)


def mix(a: float, b: float, k: float) -> float:
    """The value `k` of the way from a to b."""
    return a + (b - a) * k


def tint(a: int, b: int, k: float) -> int:
    """The colour `k` of the way from a to b."""
    parts = [round(mix(a >> s & 255, b >> s & 255, k)) << s for s in (16, 8, 0)]
    return sum(parts)


def dye(colour: int, alpha: float = 1.0) -> int:
    """The colour as skia takes it."""
    return round(255 * alpha) << 24 | colour


def poly(*points: Point) -> skia.Path:
    """A straight-edged piece."""
    path = skia.Path()
    path.addPoly([skia.Point(*point) for point in points], True)
    return path


def rect(x: float, y: float, wide: float, high: float, round_: float = 0.0) -> skia.Path:
    """A rectangular piece."""
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeXYWH(x, y, wide, high), round_, round_)
    return path


def disc(x: float, y: float, r: float) -> skia.Path:
    """A round piece."""
    return skia.Path.Circle(x, y, r)


def blob(points: Sequence[Point]) -> skia.Path:
    """A piece cut in one smooth sweep through the points."""
    ring = [points[-1], *points, points[0], points[1]]
    path = skia.Path()
    path.moveTo(*points[0])
    for before, a, b, after in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        one = (a[0] + (b[0] - before[0]) / 6, a[1] + (b[1] - before[1]) / 6)
        two = (b[0] - (after[0] - a[0]) / 6, b[1] - (after[1] - a[1]) / 6)
        path.cubicTo(*one, *two, *b)
    path.close()
    return path


def leaf(at: Point, long: float, wide: float, turn: float) -> skia.Path:
    """A leaf from its stalk outwards; `turn` in degrees, 0 to the right."""
    path = skia.Path()
    path.moveTo(0, 0)
    path.cubicTo(long * 0.3, -wide, long * 0.75, -wide * 0.8, long, 0)
    path.cubicTo(long * 0.75, wide * 0.8, long * 0.3, wide, 0, 0)
    path.transform(skia.Matrix.RotateDeg(turn))
    path.transform(skia.Matrix.Translate(*at))
    return path


def cut(
    canvas: skia.Canvas, piece: skia.Path, colour: int, lift: float = 6.0, *, lit: float = 0.12
) -> None:
    """Lay a piece: its shadow, its colour a little lighter above, its bright cut edge."""
    if lift:
        shadow = skia.Paint(AntiAlias=True, Color=dye(0x0A0716, 0.42))
        shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.5 + lift * 0.55))
        canvas.save()
        canvas.translate(lift * 0.45, lift * 0.8)
        canvas.drawPath(piece, shadow)
        canvas.restore()
    box = piece.getBounds()
    shader = skia.GradientShader.MakeLinear(
        [
            skia.Point(box.left(), box.top()),
            skia.Point(box.left() + box.width() * 0.3, box.bottom()),
        ],
        [dye(tint(colour, 0xFFFFFF, lit)), dye(tint(colour, 0x0A0716, lit * 0.9))],
    )
    canvas.drawPath(piece, skia.Paint(AntiAlias=True, Shader=shader))
    canvas.save()
    canvas.clipPath(piece, doAntiAlias=True)
    canvas.translate(0.8, 1.1)
    edge = skia.Paint(
        AntiAlias=True, Color=dye(0xFFFFFF, 0.3), Style=skia.Paint.kStroke_Style, StrokeWidth=1.6
    )
    canvas.drawPath(piece, edge)
    canvas.restore()


@cache
def fibre() -> skia.Image:
    """Paper fibre, a tile without a seam, to multiply with."""
    size = 512
    rng = np.random.default_rng(4)
    fy, fx = np.meshgrid(np.fft.fftfreq(size) * size, np.fft.fftfreq(size) * size, indexing="ij")
    fine = np.fft.ifft2(
        np.fft.fft2(rng.normal(size=(size, size))) / (np.hypot(fx, fy * 1.6) + 6) ** 0.7
    ).real
    tone = np.clip(241 + 6.5 * fine / fine.std(), 200, 255).astype(np.uint8)
    pixels = np.dstack([tone, tone, tone, np.full_like(tone, 255)])
    return skia.Image.fromarray(np.ascontiguousarray(pixels))


def sheet(draw: Callable[[skia.Canvas], None], *, blur: float = 0.0) -> skia.Image:
    """One layer of the picture, kept: larger than the frame by PAD on every side."""
    surface = skia.Surface(WIDE + 2 * PAD, HIGH + 2 * PAD)
    canvas = surface.getCanvas()
    canvas.translate(PAD, PAD)
    draw(canvas)
    canvas.resetMatrix()
    tiled = fibre().makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat)
    canvas.drawPaint(skia.Paint(Shader=tiled, BlendMode=skia.BlendMode.kModulate))
    image = surface.makeImageSnapshot()
    if not blur:
        return image
    soft = skia.Surface(image.width(), image.height())
    paint = skia.Paint(ImageFilter=skia.ImageFilters.Blur(blur, blur))
    soft.getCanvas().drawImage(image, 0, 0, skia.SamplingOptions(), paint)
    return soft.makeImageSnapshot()


def look(canvas: skia.Canvas, zoom: float, middle: Point = (WIDE / 2, HIGH / 2)) -> None:
    """Come nearer to a point of a layer: it stays in its place, all else moves outward."""
    canvas.translate(*middle)
    canvas.scale(zoom, zoom)
    canvas.translate(-middle[0], -middle[1])


def lay(canvas: skia.Canvas, image: skia.Image, zoom: float = 1.0, x: float = 0.0, y: float = 0.0,
        middle: Point = (WIDE / 2, HIGH / 2)) -> None:  # fmt: skip
    """Lay a kept layer, moved and brought nearer."""
    canvas.save()
    canvas.translate(x, y)
    look(canvas, zoom, middle)
    canvas.drawImage(image, -PAD, -PAD, skia.SamplingOptions(skia.FilterMode.kLinear))
    canvas.restore()


def pool(canvas: skia.Canvas, at: Point, reach: float, colour: int, k: float) -> None:
    """A pool of light; it only ever brightens."""
    shader = skia.GradientShader.MakeRadial(
        skia.Point(*at),
        reach,
        [dye(colour, k), dye(colour, 0.4 * k), dye(colour, 0.0)],
        [0.0, 0.4, 1.0],
    )
    canvas.drawCircle(*at, reach, skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kScreen))


def dusk(canvas: skia.Canvas, at: Point, reach: float, colour: int, k: float) -> None:
    """Darkness around a light: full colour at it, seen through `colour` far away."""
    far = tint(0xFFFFFF, colour, k)
    shader = skia.GradientShader.MakeRadial(
        skia.Point(*at),
        reach,
        [dye(0xFFFFFF), dye(tint(0xFFFFFF, far, 0.45)), dye(far)],
        [0.12, 0.5, 1.0],
    )
    canvas.drawPaint(skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kMultiply))


def swing(t: float, seed: float, speed: float = 1.0) -> float:
    """A soft wandering between about -1 and 1."""
    return 0.65 * math.sin(t * speed + seed * 2.3) + 0.35 * math.sin(t * speed * 1.9 + seed * 5.1)
