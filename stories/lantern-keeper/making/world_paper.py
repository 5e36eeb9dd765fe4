"""What the world is cut from: paper, leather, edges, light, and the eased motion of all of it."""

import math
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import skia

WIDE, HIGH = 1280, 720

Point = tuple[float, float]
Drawing = Callable[[skia.Canvas], None]


def ease(t: float, start: float, end: float) -> float:
    """How far `t` has come from start to end, 0 to 1, with a soft beginning and a soft end."""
    k = min(1.0, max(0.0, (t - start) / (end - start)))
    return k * k * k * (k * (6 * k - 15) + 10)


def mix(a: float, b: float, k: float) -> float:
    """The value `k` of the way from a to b."""
    return a + (b - a) * k


def tint(a: int, b: int, k: float) -> int:
    """The colour `k` of the way from a to b."""
    parts = ((a >> s & 255, b >> s & 255) for s in (16, 8, 0))
    red, green, blue = (round(mix(x, y, k)) for x, y in parts)
    return red << 16 | green << 8 | blue


def shade(colour: int, alpha: float = 1.0) -> int:
    """The colour as skia takes it, as opaque as asked."""
    return round(255 * min(1.0, max(0.0, alpha))) << 24 | colour & 0xFFFFFF


def ink(colour: int, alpha: float = 1.0, *, line: float = 0.0, blur: float = 0.0) -> skia.Paint:
    """A paint: a fill, or with `line` a stroke of that width; with `blur` a soft one."""
    paint = skia.Paint(AntiAlias=True, Color=shade(colour, alpha))
    if line:
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(line)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
    if blur:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    return paint


def fall(top: float, bottom: float, *stops: tuple[float, int, float]) -> skia.Shader:
    """A gradient from top to bottom; each stop is place, colour, alpha."""
    return skia.GradientShader.MakeLinear(
        [skia.Point(0, top), skia.Point(0, bottom)],
        [shade(colour, alpha) for _, colour, alpha in stops],
        [place for place, _, _ in stops],
    )


def halo(at: Point, radius: float, *stops: tuple[float, int, float]) -> skia.Shader:
    """A gradient from a point outwards; each stop is place, colour, alpha."""
    return skia.GradientShader.MakeRadial(
        skia.Point(*at),
        radius,
        [shade(colour, alpha) for _, colour, alpha in stops],
        [place for place, _, _ in stops],
    )


def shaded(shader: skia.Shader, *, mode: skia.BlendMode = skia.BlendMode.kSrcOver) -> skia.Paint:
    """A fill of a gradient."""
    return skia.Paint(AntiAlias=True, Shader=shader, BlendMode=mode)


@cache
def hide() -> skia.Image:
    """Mottled hide, a tile that repeats without a seam; multiply with it."""
    size = 512
    grain = np.random.default_rng(7).normal(size=(size, size))
    fy, fx = np.meshgrid(np.fft.fftfreq(size), np.fft.fftfreq(size), indexing="ij")
    far = np.hypot(fx, fy) * size + 1.5
    cloud = np.fft.ifft2(np.fft.fft2(grain) / far**1.1).real
    cloud = (cloud - cloud.mean()) / cloud.std()
    tone = np.clip(225 + 17 * cloud, 150, 255).astype(np.uint8)
    pixels = np.dstack([tone, tone, tone, np.full_like(tone, 255)])
    return skia.Image.fromarray(np.ascontiguousarray(pixels))


def leather(shader: skia.Shader, *, grain: float = 1.0) -> skia.Shader:
    """The same gradient on mottled hide."""
    tiled = hide().makeShader(
        skia.TileMode.kRepeat,
        skia.TileMode.kRepeat,
        skia.SamplingOptions(skia.FilterMode.kLinear),
        skia.Matrix.Scale(grain, grain),
    )
    return skia.Shaders.Blend(skia.BlendMode.kModulate, shader, tiled)


def picture_of(width: float, height: float, draw: Drawing, *, fine: float = 1.0) -> skia.Image:
    """What `draw` draws in width x height, kept; `fine` pixels for each unit."""
    surface = skia.Surface(math.ceil(width * fine), math.ceil(height * fine))
    canvas = surface.getCanvas()
    canvas.scale(fine, fine)
    draw(canvas)
    return surface.makeImageSnapshot()


FINE = 3.0  # pixels kept for each unit of a stamp


@cache
def _stamp(
    piece: Callable[[], skia.Picture], box: tuple[float, float, float, float]
) -> skia.Image:
    left, top, right, bottom = box

    def draw(canvas: skia.Canvas) -> None:
        canvas.translate(-left, -top)
        canvas.drawPicture(piece())

    return picture_of(right - left, bottom - top, draw, fine=FINE)


def stamp(
    canvas: skia.Canvas,
    piece: Callable[[], skia.Picture],
    box: tuple[float, float, float, float],
) -> None:
    """Draw a kept picture: line by line from near, from afar as an image, which is far quicker."""
    if canvas.getTotalMatrix().getScaleX() > FINE:
        canvas.drawPicture(piece())
        return
    fine = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    canvas.drawImageRect(_stamp(piece, box), skia.Rect.MakeLTRB(*box), fine)


def softened(image: skia.Image, blur: float) -> skia.Image:
    """The image out of focus, in the same size."""
    if blur <= 0:
        return image
    surface = skia.Surface(image.width(), image.height())
    paint = skia.Paint(ImageFilter=skia.ImageFilters.Blur(blur, blur))
    surface.getCanvas().drawImage(image, 0, 0, skia.SamplingOptions(), paint)
    return surface.makeImageSnapshot()


def lay(
    canvas: skia.Canvas,
    image: skia.Image,
    box: tuple[float, float, float, float],
    alpha: float = 1.0,
    mode: skia.BlendMode = skia.BlendMode.kSrcOver,
) -> None:
    """Lay a kept image into the box x, y, width, height."""
    if alpha <= 0:
        return
    x, y, width, height = box
    paint = skia.Paint(AntiAlias=True, Alphaf=min(1.0, alpha), BlendMode=mode)
    canvas.drawImageRect(
        image,
        skia.Rect.MakeXYWH(x, y, width, height),
        skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kNone),
        paint,
    )


def smooth(points: Sequence[Point], *, steps: int = 8) -> list[Point]:
    """A curve through all the points, as many short steps."""
    known = np.asarray([points[0], *points, points[-1]], dtype=float)
    k = np.linspace(0, 1, steps, endpoint=False)[:, None]
    runs = []
    for a, b, c, d in zip(known, known[1:], known[2:], known[3:], strict=False):
        runs.append(
            0.5
            * (
                2 * b
                + (c - a) * k
                + (2 * a - 5 * b + 4 * c - d) * k**2
                + (3 * b - a - 3 * c + d) * k**3
            )
        )
    curve = np.vstack([*runs, known[-1:]])
    return [(float(x), float(y)) for x, y in curve]


def line_of(points: Sequence[Point], *, closed: bool = False) -> skia.Path:
    """A path along the points."""
    path = skia.Path()
    path.addPoly([skia.Point(*point) for point in points], closed)
    return path


def beside(points: Sequence[Point], offsets: Sequence[float]) -> list[Point]:
    """The points moved sideways from the direction of travel, each by its own offset."""
    run = np.asarray(points, dtype=float)
    ahead = np.gradient(run, axis=0)
    ahead /= np.maximum(np.hypot(ahead[:, 0], ahead[:, 1]), 1e-6)[:, None]
    moved = run + np.column_stack([-ahead[:, 1], ahead[:, 0]]) * np.asarray(offsets)[:, None]
    return [(float(x), float(y)) for x, y in moved]


def widths_along(count: int, *widths: float) -> list[float]:
    """Widths for `count` points, run evenly through those given."""
    places = np.linspace(0, 1, len(widths))
    return [float(w) for w in np.interp(np.linspace(0, 1, count), places, widths)]


def ribbon(points: Sequence[Point], *widths: float) -> skia.Path:
    """A band along the points whose width runs through those given."""
    half = [w / 2 for w in widths_along(len(points), *widths)]
    one, other = beside(points, half), beside(points, [-h for h in half])
    return line_of([*one, *reversed(other)], closed=True)


def volute(at: Point, radius: float, turns: float, *, start: float, hand: int) -> list[Point]:
    """A scroll winding inwards from `radius`; `start` in turns, hand 1 or -1 for its sense."""
    count = max(12, int(turns * 26))
    points = []
    for step in range(count + 1):
        k = step / count
        angle = math.tau * (start + hand * turns * k)
        reach = radius * (1 - k) ** 0.8 + radius * 0.06 * k
        points.append((at[0] + reach * math.cos(angle), at[1] + reach * math.sin(angle)))
    return points


def torn(width: float, *, rough: float, fine: float, seed: int) -> list[float]:
    """How far a torn edge strays, pixel by pixel: slow waves `rough`, fibres `fine`."""
    rng = np.random.default_rng(seed)
    xs = np.arange(int(width) + 1)
    edge = np.zeros(len(xs))
    for spacing, reach in ((90, rough), (28, rough * 0.5), (9, fine), (3, fine * 0.6)):
        knots = rng.normal(size=int(width / spacing) + 3) * reach
        edge += np.interp(xs / spacing, np.arange(len(knots)), knots)
    return [float(e) for e in edge]


def sway(t: float, seed: float, *, speed: float = 1.0) -> float:
    """A slow wandering between about -1 and 1, never quite the same."""
    a = t * speed
    return (
        0.55 * math.sin(a * 0.83 + seed * 2.1)
        + 0.3 * math.sin(a * 1.71 + seed * 4.7)
        + 0.15 * math.sin(a * 3.07 + seed * 1.3)
    )
