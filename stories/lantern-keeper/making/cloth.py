"""The back-lit cloth: lamp light behind it, weave, flicker and vignette before it.

A scene begins with `backdrop` and ends with `finish`; between them everything is a shadow on the
cloth, and `halo` is light that falls on it.
"""

import math
from collections.abc import Callable
from functools import cache
from typing import Final

import numpy as np
import skia

from making.palette import DUSK, Colour, Tone, sheer

WIDTH: Final = 1280
HEIGHT: Final = 720


def backdrop(
    canvas: skia.Canvas,
    tone: Tone = DUSK,
    centre: tuple[float, float] = (640.0, 310.0),
    reach: float = 820.0,
) -> None:
    """Light the whole cloth from behind, brightest at `centre`, spent at `reach`."""
    shader = skia.GradientShader.MakeRadial(centre, reach, list(tone), [0.0, 0.2, 0.48, 0.78, 1.0])
    canvas.drawPaint(skia.Paint(Shader=shader, Dither=True))


def halo(
    canvas: skia.Canvas,
    at: tuple[float, float],
    reach: float,
    colour: Colour,
    strength: float = 1.0,
) -> None:
    """Add soft light around a point; it brightens what is there and never darkens it."""
    stops = [0.0, 0.12, 0.3, 0.55, 1.0]
    falls = [1.0, 0.72, 0.34, 0.1, 0.0]
    colours = [sheer(colour, strength * fall) for fall in falls]
    shader = skia.GradientShader.MakeRadial(at, reach, colours, stops)
    paint = skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kScreen, Dither=True)
    canvas.drawRect(
        skia.Rect.MakeLTRB(at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach), paint
    )


def tint(
    canvas: skia.Canvas,
    at: tuple[float, float],
    reach: float,
    colour: Colour,
    strength: float = 0.7,
) -> None:
    """Give what is near a point the lamp's colour and leave its lightness: no grey fog on blue."""
    colours = [sheer(colour, strength * fall) for fall in (1.0, 0.75, 0.32, 0.0)]
    shader = skia.GradientShader.MakeRadial(at, reach, colours, [0.0, 0.3, 0.62, 1.0])
    paint = skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kColor)
    canvas.drawCircle(*at, reach, paint)


def drift(t: float, seed: float = 0.0) -> float:
    """A smooth restless number in about -1..1: what a flame, a breath or a gust does at `t`."""
    return (
        0.5 * math.sin(2.3 * t + 1.7 * seed)
        + 0.3 * math.sin(5.1 * t + 4.1 * seed + 1.3)
        + 0.2 * math.sin(9.7 * t + 2.9 * seed + 0.4)
    )


def finish(
    canvas: skia.Canvas,
    t: float,
    flicker: float = 0.025,
    weave: float = 1.0,
    vignette: float = 1.0,
) -> None:
    """The last pass over a frame: the weave, the dark edge and the lamp's flicker."""
    whole = skia.Rect.MakeWH(WIDTH, HEIGHT)
    paint = skia.Paint(BlendMode=skia.BlendMode.kModulate)
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    canvas.drawImageRect(_front(round(weave, 2), round(vignette, 2)), whole, smooth, paint)
    level = round(255 * (1.0 - flicker * (0.5 + 0.5 * drift(t, 11.0))))
    canvas.drawRect(
        whole,
        skia.Paint(Color=skia.Color(level, level, level), BlendMode=skia.BlendMode.kModulate),
    )


@cache
def _front(weave: float, vignette: float) -> skia.Image:
    """What lies before every shadow, as one picture of factors: threads, slubs, dark corners.

    It stands still, so that the encoder pays for it once.
    """
    chance = np.random.default_rng(8)
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    threads = 0.012 * np.sin(columns * 2 * np.pi / 4.0) + 0.012 * np.sin(rows * 2 * np.pi / 4.0)
    slubs = 0.014 * (_slubs(chance, HEIGHT, WIDTH) + _slubs(chance, WIDTH, HEIGHT).T)
    away = np.hypot((columns / WIDTH - 0.5) * 1.9, (rows / HEIGHT - 0.5) * 1.75)
    corner = np.clip((away - 0.55) / 0.8, 0, 1)
    dark = 1 - 0.62 * vignette * corner * corner * (3 - 2 * corner)
    speckle = chance.normal(0, 0.006, (HEIGHT, WIDTH))
    factor = (1 - weave * 0.03 + weave * (threads + slubs + speckle)) * dark
    grey = np.clip(factor * 255 + chance.uniform(-0.5, 0.5, factor.shape), 0, 255)
    pixels = np.repeat(grey.astype(np.uint8)[..., None], 4, axis=2)
    pixels[..., 3] = 255
    return skia.Image.fromarray(np.ascontiguousarray(pixels))


def _slubs(chance: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    """Uneven threads lying along the rows: each its own thickness, long and soft."""
    coarse = chance.normal(0, 1, (rows, columns // 80 + 2))
    along = np.linspace(0, coarse.shape[1] - 1.001, columns)
    left = along.astype(int)
    share = along - left
    return np.asarray(coarse[:, left] * (1 - share) + coarse[:, left + 1] * share)


def soft(canvas: skia.Canvas, blur: float, draw: Callable[[skia.Canvas], None]) -> None:
    """Draw something out of focus, `blur` pixels; worked small, so that it is quick."""
    part = 2 if blur < 2 else 3 if blur < 6 else 4
    sharp = skia.Surface(-(-WIDTH // part), -(-HEIGHT // part))
    inner = sharp.getCanvas()
    inner.scale(1 / part, 1 / part)
    inner.concat(canvas.getTotalMatrix())
    draw(inner)
    blurred = skia.Surface(sharp.width(), sharp.height())
    lens = skia.Paint(ImageFilter=skia.ImageFilters.Blur(blur / part, blur / part))
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear)
    blurred.getCanvas().drawImage(sharp.makeImageSnapshot(), 0, 0, smooth, lens)
    canvas.save()
    canvas.resetMatrix()
    canvas.scale(part, part)
    canvas.drawImage(blurred.makeImageSnapshot(), 0, 0, smooth)
    canvas.restore()
