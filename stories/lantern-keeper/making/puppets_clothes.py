"""Pieces both figures wear, carved to a cut and dyed to order."""

from dataclasses import dataclass

import skia

from making.palette import INK, Colour, blend
from making.puppets_leather import Plate, carve, cut, fill, hide, ink, slit
from making.puppets_motifs import along, cloud, coin, curve, drop, plum, snow, waves


@dataclass(frozen=True, slots=True)
class Dye:
    """The colours of one figure's clothes."""

    cloth: Colour
    deep: Colour
    trim: Colour
    gold: Colour
    skin: Colour
    shoe: Colour


def upper_arm(dye: Dye, fine: float) -> Plate:
    """From the shoulder along +x."""

    def work(canvas: skia.Canvas) -> None:
        shape = curve(
            (-16, -6),
            (-4, -20),
            (30, -18),
            (64, -15),
            (72, 0),
            (64, 15),
            (28, 18),
            (-6, 19),
            closed=True,
        )
        hide(canvas, shape, dye.cloth, deep=dye.deep, line=2.4)
        for line in cloud((26, 0), 24, 1.57):
            slit(canvas, line, 1.7, dye.gold)
        _rivet(canvas, (2, 0), dye)

    return carve((-30, -34, 90, 34), work, fine)


def sleeve(dye: Dye, fine: float, width: float = 46.0) -> Plate:
    """From the elbow along +x; it hangs `width` below the arm at the cuff."""

    def work(canvas: skia.Canvas) -> None:
        shape = skia.Path()
        shape.moveTo(-13, -6)
        shape.cubicTo(-4, -18, 20, -15, 56, -13)
        shape.cubicTo(62, 2, 60, width * 0.6, 52, width)
        shape.cubicTo(40, width + 3, 20, width * 0.62, 4, 17)
        shape.cubicTo(-10, 17, -17, 6, -13, -6)
        shape.close()
        hide(canvas, shape, dye.cloth, deep=dye.deep, line=2.4)
        canvas.save()
        canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
        cuff = curve((52, -16), (54, width * 0.3), (46, width + 8))
        ink(canvas, cuff, 21)
        ink(canvas, cuff, 17.5, dye.trim)
        canvas.restore()
        reach = [(53, -8), (54, width * 0.3), (47, width)]
        for at, _ in along(reach, 12.5):
            cut(canvas, coin(at, 5.2), dye.gold, rim=0.7, through=0.95)
        for line in cloud((24, 9), 22, 0.5):
            slit(canvas, line, 1.6, dye.gold)
        ink(canvas, shape, 2.4)
        _rivet(canvas, (0, 0), dye)

    return carve((-24, -26, 76, width + 14), work, fine)


def _rivet(canvas: skia.Canvas, at: tuple[float, float], dye: Dye) -> None:
    """The knotted thread that joins two pieces."""
    dot = skia.Path()
    dot.addCircle(*at, 4.2)
    fill(canvas, dot, INK)
    dot = skia.Path()
    dot.addCircle(*at, 2.4)
    fill(canvas, dot, dye.gold)


def hand_closed(dye: Dye, fine: float) -> Plate:
    """A fist with the fingers carved, from the wrist along +x."""

    def work(canvas: skia.Canvas) -> None:
        palm = curve(
            (-6, -6), (6, -8), (18, -8), (24, -2), (23, 8), (14, 11), (4, 8), (-6, 6), closed=True
        )
        hide(canvas, palm, dye.skin, deep=blend(dye.skin, INK, 0.2), line=1.7)
        for x, y in ((13, -2), (14, 2), (13, 6)):
            ink(canvas, curve((x, y), (x + 5, y - 0.6), (x + 8, y + 0.4)), 1.1)
        thumb = curve((5, -6), (12, -11), (20, -8), (17, -4), (10, -4), closed=True)
        hide(canvas, thumb, dye.skin, line=1.5)

    return carve((-12, -20, 40, 20), work, fine)


def hand_open(dye: Dye, fine: float) -> Plate:
    """Four fingers and a thumb, a little curled, from the wrist along +x."""

    def work(canvas: skia.Canvas) -> None:
        for i, (y, reach, droop) in enumerate(
            ((-5, 34, -1), (-1.5, 37, 2), (2, 35, 5), (5, 29, 8))
        ):
            finger = curve(
                (8, y - 2.2), (reach * 0.6, y - 2.6 + droop * 0.3), (reach, y + droop),
                (reach * 0.6, y + 2.2 + droop * 0.4), (8, y + 2.4), closed=True,
            )  # fmt: skip
            hide(canvas, finger, dye.skin, deep=blend(dye.skin, INK, 0.12 + 0.05 * i), line=1.4)
        palm = curve((-6, -6), (8, -9), (16, -6), (16, 6), (6, 9), (-6, 6), closed=True)
        hide(canvas, palm, dye.skin, deep=blend(dye.skin, INK, 0.15), line=1.5)
        thumb = curve((2, -7), (10, -14), (20, -15), (18, -11), (11, -8), closed=True)
        hide(canvas, thumb, dye.skin, line=1.4)

    return carve((-12, -24, 46, 24), work, fine)


def shoe(dye: Dye, fine: float) -> Plate:
    """A cloth shoe with a rolled toe; the ankle is above (0, 0)."""

    def work(canvas: skia.Canvas) -> None:
        shape = skia.Path()
        shape.moveTo(-16, 0)
        shape.cubicTo(-20, -12, -14, -26, -8, -27)
        shape.lineTo(8, -26)
        shape.cubicTo(10, -16, 24, -14, 36, -12)
        shape.cubicTo(46, -14, 46, -22, 40, -23)
        shape.cubicTo(52, -24, 54, -6, 44, 0)
        shape.close()
        hide(canvas, shape, dye.shoe, line=2.2)
        slit(canvas, curve((-14, -5), (10, -4), (40, -6)), 2.0, dye.gold)
        slit(canvas, curve((6, -18), (14, -12), (26, -10)), 1.5, dye.gold)

    return carve((-28, -34, 60, 8), work, fine)


def skirt(
    dye: Dye, fine: float, half: float = 66.0, top: float = 40.0, panel: float = 22.0
) -> Plate:
    """From the waist (y = -8) to the hem (y = 184), its hem a sea of waves."""

    def work(canvas: skia.Canvas) -> None:
        shape = skia.Path()
        shape.moveTo(-top, -10)
        shape.lineTo(top, -10)
        shape.cubicTo(top + 8, 50, half - 8, 120, half, 178)
        shape.cubicTo(half * 0.4, 190, -half * 0.4, 190, -half, 178)
        shape.cubicTo(-half + 8, 120, -top - 8, 50, -top, -10)
        shape.close()
        hide(canvas, shape, dye.cloth, deep=dye.deep, line=3.0)
        canvas.save()
        canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
        _hem(canvas, half, dye)
        _panel(canvas, panel, dye)
        for at, radius in (((-34, 62), 19), ((-42, 112), 17), ((50, 104), 12)):
            _medallion(canvas, at, radius, dye)
        for fold in (-18, -4, 44):
            slit(canvas, curve((fold * 0.7, 14), (fold * 0.9, 70), (fold, 138)), 1.3, dye.gold)
        canvas.restore()
        ink(canvas, shape, 3.0)

    return carve((-90, -20, 90, 200), work, fine)


def _hem(canvas: skia.Canvas, half: float, dye: Dye) -> None:
    border = curve((-half - 10, 168), (-half * 0.4, 177), (half * 0.4, 177), (half + 10, 168))
    ink(canvas, border, 40)
    ink(canvas, border, 35, dye.trim)
    for arc in waves(-half - 4, half + 6, 173, 19, 2):
        slit(canvas, arc, 2.0, dye.gold)
    line = curve((-half - 10, 146), (-half * 0.4, 154), (half * 0.4, 154), (half + 10, 146))
    slit(canvas, line, 2.2, dye.gold)


def _panel(canvas: skia.Canvas, width: float, dye: Dye) -> None:
    """The overlap in front, edged and sown with coins."""
    edge = curve((8, -10), (10, 60), (16, 150))
    other = curve((8 + width, -10), (12 + width, 60), (20 + width, 150))
    for way in (edge, other):
        ink(canvas, way, 6.5)
        ink(canvas, way, 2.4, dye.gold)
    for i in range(5):
        cut(
            canvas,
            coin((9 + width / 2 + i * 1.8, 10 + i * 29), 8.2),
            dye.gold,
            rim=1.0,
            through=0.7,
        )
        for angle in (1.2, 1.9):
            cut(canvas, [drop((9.5 + width / 2 + i * 1.8, 20 + i * 29), 9, 4, angle)], rim=0.7)


def _medallion(canvas: skia.Canvas, at: tuple[float, float], radius: float, dye: Dye) -> None:
    ring = skia.Path()
    ring.addCircle(*at, radius)
    slit(canvas, ring, 2.0, dye.gold)
    if radius > 16:
        cut(canvas, plum(at, radius * 0.74), dye.gold, rim=1.2, through=0.75)
    else:
        cut(canvas, snow(at, radius * 0.8), dye.gold, rim=0.9, through=0.75)
