"""Weather that moves like weather: gusts, rain in sheets, falling spray, drifting mist."""

import math
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import skia

from making.world_carve import Dye, crest_cuts, crest_shape
from making.world_paper import HIGH, WIDE, Point, ink, lay, mix, shaded, softened


def gust(t: float, seed: float = 0.0) -> float:
    """The wind, 0.15 to about 1: it swells, holds, and drops away."""
    slow = 0.5 + 0.5 * math.sin(t * 0.72 + seed * 1.9)
    quick = 0.5 + 0.5 * math.sin(t * 1.9 + seed * 4.1 + 1.4 * slow)
    return 0.15 + 0.62 * slow * slow + 0.25 * quick * slow


class Fall(NamedTuple):
    """One layer of rain: how many threads, how long, thick, fast, bright; and its seed."""

    count: int
    length: float
    thick: float
    speed: float
    bright: float
    seed: int


RAIN = (
    Fall(150, 34, 0.9, 900, 0.22, 1),
    Fall(85, 62, 1.4, 1250, 0.26, 2),
    Fall(26, 120, 2.6, 1750, 0.2, 3),
)


@cache
def _threads(layer: Fall) -> np.ndarray:
    rng = np.random.default_rng(layer.seed)
    return rng.random((layer.count, 3))


def draw_rain(canvas: skia.Canvas, t: float, k: float, colour: int, wind: float) -> None:
    """Rain in three depths; `wind` slants it, and where a sheet passes it falls thicker."""
    if k <= 0:
        return
    lean = 0.18 + 0.42 * wind
    span = WIDE + 500.0
    for layer in RAIN:
        sheet: dict[int, list[skia.Point]] = {1: [], 2: [], 3: []}
        for x0, y0, own in _threads(layer):
            fallen = y0 * (HIGH + 200) + t * layer.speed * (0.9 + 0.2 * own)
            y = fallen % (HIGH + 200) - 100
            x = (x0 * span - lean * fallen * 0.32 + own * 90) % span - 200
            thick = 0.5 + 0.5 * math.sin(x / 210 + t * 1.7 + layer.seed)
            level = 1 + round(2 * thick)
            reach = layer.length * (0.7 + 0.5 * own)
            sheet[level] += [skia.Point(x, y), skia.Point(x - lean * reach * 0.55, y + reach)]
        for level, points in sheet.items():
            if points:
                paint = ink(colour, k * layer.bright * level / 2, line=layer.thick)
                canvas.drawPoints(skia.Canvas.kLines_PointMode, points, paint)


@cache
def _veil(seed: int) -> skia.Image:
    """Slanting sheets of distant rain, a tile that repeats sideways."""
    rng = np.random.default_rng(seed)
    wide, high = 512, 256
    noise = rng.normal(size=(high, wide))
    fy, fx = np.meshgrid(np.fft.fftfreq(high), np.fft.fftfreq(wide), indexing="ij")
    along = np.abs(fx * wide * 0.9 + fy * high * 0.42)
    keep = np.exp(-(((fy * high * 0.9 - fx * wide * 0.42) / 5.0) ** 2)) / (along + 2.0)
    cloth = np.fft.ifft2(np.fft.fft2(noise) * keep).real
    cloth = np.clip((cloth - cloth.mean()) / cloth.std() * 0.45, 0, 1)
    fade = np.sin(np.linspace(0, math.pi, high))[:, None] ** 0.7
    return _pale(cloth * fade)


def _pale(strength: np.ndarray) -> skia.Image:
    """White paper as thick as `strength`, 0 to 1."""
    alpha = np.clip(strength * 255, 0, 255).astype(np.uint8)
    pixels = np.repeat(alpha[..., None], 4, axis=2)
    return skia.Image.fromarray(np.ascontiguousarray(pixels), alphaType=skia.kPremul_AlphaType)


@cache
def _fog(seed: int) -> skia.Image:
    rng = np.random.default_rng(seed)
    wide, high = 640, 160
    noise = rng.normal(size=(high, wide))
    fy, fx = np.meshgrid(np.fft.fftfreq(high) * high, np.fft.fftfreq(wide) * wide, indexing="ij")
    far = np.hypot(fx * 0.8, fy * 1.4) + 1.2
    cloud = np.fft.ifft2(np.fft.fft2(noise) / far**1.75).real
    cloud = np.clip(0.5 + (cloud - cloud.mean()) / cloud.std() * 0.32, 0, 1)
    fade = np.sin(np.linspace(0, math.pi, high))[:, None] ** 1.6
    return _pale(cloud * fade)


def _drifting(
    canvas: skia.Canvas,
    image: skia.Image,
    top: float,
    tall: float,
    slide: float,
    wide: float,
    colour: int,
    k: float,
) -> None:
    shader = image.makeShader(
        skia.TileMode.kRepeat,
        skia.TileMode.kDecal,
        skia.SamplingOptions(skia.FilterMode.kLinear),
        skia.Matrix([wide / image.width(), 0, slide, 0, tall / image.height(), top, 0, 0, 1]),
    )
    paint = skia.Paint(Shader=shader, Alphaf=min(1.0, k))
    paint.setColorFilter(
        skia.ColorFilters.Blend(0xFF000000 | colour & 0xFFFFFF, skia.BlendMode.kSrcIn)
    )
    canvas.drawRect(skia.Rect.MakeLTRB(0, top, WIDE, top + tall), paint)


def draw_mist(
    canvas: skia.Canvas,
    top: float,
    tall: float,
    colour: int,
    k: float,
    t: float,
    *,
    seed: int = 1,
    speed: float = 14.0,
) -> None:
    """A bank of mist lying level, drifting; two of them over each other never repeat."""
    if k <= 0:
        return
    _drifting(canvas, _fog(seed), top, tall, speed * t, 1900, colour, k)
    _drifting(
        canvas,
        _fog(seed + 7),
        top + tall * 0.12,
        tall * 0.8,
        -speed * 0.6 * t - 400,
        1500,
        colour,
        0.7 * k,
    )


def draw_veils(canvas: skia.Canvas, t: float, colour: int, k: float) -> None:
    """Far sheets of rain crossing the sea."""
    if k <= 0:
        return
    _drifting(canvas, _veil(3), -40, 640, -150 * t, 1500, colour, k)
    _drifting(canvas, _veil(9), -80, 700, -230 * t + 300, 1900, colour, 0.7 * k)


class Burst(NamedTuple):
    """A wave breaking: when, where, how hard, leaning which way."""

    start: float
    at: Point
    force: float
    lean: float = 0.0


def draw_spray(
    canvas: skia.Canvas, bursts: Sequence[Burst], t: float, dye: Dye, seed: int = 1
) -> None:
    """Spray thrown up by breaking waves: curls of cut foam first, then drops that fall back."""
    for place, burst in enumerate(bursts):
        age = t - burst.start
        if 0 <= age <= 1.7:
            _plume(canvas, burst, age, dye)
            _drops(canvas, burst, age, dye, seed + place)


FAN = ((-0.95, 0.62, -1), (0.95, 0.55, 1), (-0.5, 0.95, -1), (0.5, 0.85, 1), (0.0, 1.15, -1))


def _plume(canvas: skia.Canvas, burst: Burst, age: float, dye: Dye) -> None:
    """A fan of scroll waves that shoots up from the rock and sinks back into the sea."""
    if age > 1.1:
        return
    rise = math.sin(math.pi * min(1.0, age / 1.1)) ** 0.7
    x, y = burst.at
    for side, tall, hand in FAN:
        size = burst.force * (0.25 + 0.55 * tall * rise)
        sink = burst.force * 0.5 * (1 - rise)
        canvas.save()
        canvas.translate(x + side * burst.force * 0.55 * (0.5 + 0.5 * rise), y + sink)
        canvas.scale(-hand * size / 100, size / 100 * (0.6 + 0.75 * tall * rise))
        canvas.rotate(18 * side * hand + 14 * burst.lean * hand)
        canvas.drawPicture(_curl(dye))
        canvas.restore()


@cache
def _curl(dye: Dye) -> skia.Picture:
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-130, -130, 130, 60))
    shape = crest_shape((0, 0), 100, -0.06)
    canvas.drawPath(shape, shaded(dye.hide))
    crest_cuts(canvas, (0, 0), 100, -0.06, dye)
    canvas.drawPath(shape, ink(dye.rim, 0.85, line=2.4))
    return recorder.finishRecordingAsPicture()


def _drops(canvas: skia.Canvas, burst: Burst, age: float, dye: Dye, seed: int) -> None:
    rng = np.random.default_rng(seed)
    x0, y0 = burst.at
    for _ in range(46):
        out, up, size, late = (
            rng.normal() * 0.55 + burst.lean,
            0.5 + rng.random(),
            rng.random(),
            rng.random() * 0.15,
        )
        a = age - late
        if a < 0:
            continue
        x = x0 + out * burst.force * 1.25 * a
        y = y0 - burst.force * 2.5 * up * a + 0.5 * 420 * a * a
        if y > y0 + 14:
            continue
        r = mix(1.2, 4.6, size * size) * (1 - 0.35 * a)
        canvas.drawCircle(x, y, r, ink(dye.cut, 0.9 * (1 - a / 1.7)))
        if r > 2.4:
            canvas.drawCircle(x, y, r, ink(dye.rim, 0.7, line=0.9))


@cache
def _soft_drop(blur: float) -> skia.Image:
    surface = skia.Surface(64, 64)
    surface.getCanvas().drawCircle(32, 32, 12, ink(0xFFFFFF))
    return softened(surface.makeImageSnapshot(), blur)


def draw_motes(
    canvas: skia.Canvas, t: float, k: float, colour: int, *, count: int = 26, seed: int = 3
) -> None:
    """Specks near the eye, out of focus, rising slowly through the light."""
    rng = np.random.default_rng(seed)
    for x0, y0, own in rng.random((count, 3)):
        x = (x0 * WIDE + 26 * math.sin(t * 0.4 + own * 30) + t * 9 * own) % WIDE
        y = (y0 * HIGH - t * (8 + 16 * own)) % HIGH
        size = 6 + 22 * own * own
        paint_k = k * (0.25 + 0.3 * math.sin(t * 0.9 + own * 50) ** 2)
        lay(canvas, _tinted(colour), (x, y, size, size), paint_k, skia.BlendMode.kScreen)


@cache
def _tinted(colour: int) -> skia.Image:
    surface = skia.Surface(64, 64)
    paint = skia.Paint(
        ColorFilter=skia.ColorFilters.Blend(0xFF000000 | colour & 0xFFFFFF, skia.BlendMode.kSrcIn)
    )
    surface.getCanvas().drawImage(_soft_drop(5.0), 0, 0, skia.SamplingOptions(), paint)
    return surface.makeImageSnapshot()
