"""The title, carved: punches prick each letter's outline, then light opens it."""

from functools import cache
from typing import NamedTuple

import numpy as np
import skia

from making.palette import CINNABAR, FLAME, LAMPLIGHT, OXBLOOD_DEEP
from making.world_paper import Point, ease, fall, ink, lay, picture_of, shaded, softened

FACE = "Noto Serif CJK SC"


class Letter(NamedTuple):
    """One letter: its outline in place, and its turn in the carving, 0 to 1."""

    shape: skia.Path
    turn: float


def _font(size: float, weight: skia.FontStyle) -> skia.Font:
    font = skia.Font(skia.Typeface(FACE, weight), size)
    font.setSubpixel(True)
    return font


def _glyph(font: skia.Font, sign: str, at: Point) -> skia.Path:
    path = font.getPath(font.unicharToGlyph(ord(sign)))
    path.transform(skia.Matrix.Translate(*at))
    return path


@cache
def _letters() -> tuple[Letter, ...]:
    letters = []
    large = _font(122, skia.FontStyle.Bold())
    for k, sign in enumerate("守灯人"):
        letters.append(Letter(_glyph(large, sign, (0, 110 + 130 * k)), 0.3 * k))
    small = _font(35, skia.FontStyle.Normal())
    for row, word in enumerate(("The", "Lantern", "Keeper")):
        x = 158.0
        for k, sign in enumerate(word):
            letters.append(
                Letter(_glyph(small, sign, (x, 52 + 48 * row)), 0.35 + 0.2 * row + 0.03 * k)
            )
            x += small.measureText(sign) + 3.2
    return tuple(letters)


@cache
def _punches() -> tuple[tuple[float, float, float], ...]:
    rng = np.random.default_rng(2)
    points = []
    for letter in _letters():
        bounds = letter.shape.getBounds()
        step = 4.6 if bounds.height() > 60 else 3.1
        measure = skia.PathMeasure(letter.shape, False)
        while True:
            length = measure.getLength()
            for k in range(max(4, int(length / step))):
                place, _ = measure.getPosTan(length * k / max(4, int(length / step)))
                low = (place.y() - bounds.top()) / max(1.0, bounds.height())
                points.append(
                    (place.x(), place.y(), 0.5 * letter.turn + 0.3 * low + 0.2 * rng.random())
                )
            if not measure.nextContour():
                break
    return tuple(points)


@cache
def _shine() -> skia.Image:
    def draw(canvas: skia.Canvas) -> None:
        canvas.translate(60, 60)
        for letter in _letters():
            canvas.drawPath(letter.shape, ink(FLAME, 0.9))

    return softened(picture_of(460, 540, draw, fine=0.5), 8.0)


def draw_seal(canvas: skia.Canvas, at: Point, size: float, k: float) -> None:
    """A cinnabar seal with the islet's name cut out of it."""
    if k <= 0:
        return
    x, y = at
    stamp = skia.Rect.MakeXYWH(x, y, size, size * 1.75)
    canvas.saveLayerAlpha(stamp.makeOutset(4, 4), round(255 * k))
    canvas.drawRoundRect(
        stamp, 4, 4, shaded(fall(y, y + size * 1.75, (0, CINNABAR, 1), (1, OXBLOOD_DEEP, 1)))
    )
    font = _font(size * 0.74, skia.FontStyle.Bold())
    for row, sign in enumerate("鸥屿"):
        canvas.drawPath(
            _glyph(font, sign, (x + size * 0.13, y + size * (0.78 + 0.8 * row))), ink(LAMPLIGHT)
        )
    canvas.drawRoundRect(stamp.makeInset(2.2, 2.2), 3, 3, ink(LAMPLIGHT, 0.7, line=1.1))
    canvas.restore()


def draw_title(canvas: skia.Canvas, at: Point, t: float, start: float, end: float) -> None:
    """The title at a place, carved from `start` and closed again by `end`."""
    if not start <= t <= end:
        return
    canvas.save()
    canvas.translate(*at)
    leaving = ease(t, end - 0.9, end)
    opened = [
        ease(t, start + 0.75 + 0.9 * letter.turn, start + 1.65 + 0.9 * letter.turn) * (1 - leaving)
        for letter in _letters()
    ]
    whole = sum(opened) / len(opened)
    lay(canvas, _shine(), (-60, -60, 460, 540), 0.75 * whole)
    for letter, k in zip(_letters(), opened, strict=True):
        if k > 0:
            bounds = letter.shape.getBounds()
            gold = fall(
                bounds.top(), bounds.bottom(), (0, 0xFFF9E2, k), (0.6, 0xFFE9B4, k), (1, FLAME, k)
            )
            canvas.drawPath(letter.shape, ink(0x1A0704, 0.55 * k, line=3.2))
            canvas.drawPath(letter.shape, shaded(gold))
    done = (t - start) / 1.7
    gone = ease(t, end - 0.6, end)
    young, old = [], []
    for x, y, turn in _punches():
        if turn < done:
            (young if done - turn < 0.12 else old).append(skia.Point(x, y))
    for points, size, strength in ((old, 1.9, 0.85 * (1 - gone)), (young, 3.4, 1.0)):
        if points and strength > 0:
            canvas.drawPoints(
                skia.Canvas.kPoints_PointMode, points, ink(0xFFF3CF, strength, line=size)
            )
    draw_seal(canvas, (162, 176), 26, ease(t, start + 1.6, start + 2.1) * (1 - leaving))
    canvas.restore()
