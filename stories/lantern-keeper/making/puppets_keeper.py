"""The keeper: bent, in oxblood and ochre."""

from functools import cache

import skia

from making.palette import (
    AMBER,
    FLAME,
    INK,
    OCHRE,
    OXBLOOD_DEEP,
    SKIN_KEEPER,
    SOOT,
    UMBER,
)
from making.puppets_clothes import (
    Dye,
    hand_closed,
    hand_open,
    shoe,
    skirt,
    sleeve,
    upper_arm,
)
from making.puppets_face import Face
from making.puppets_keeper_head import draw_head
from making.puppets_leather import FINENESS, carve, cut, hide, ink, slit
from making.puppets_motifs import cloud, coin, curve, snow
from making.puppets_rig import Wardrobe

DYE = Dye(cloth=0xFFA32A1E, deep=OXBLOOD_DEEP, trim=OCHRE, gold=FLAME, skin=SKIN_KEEPER, shoe=SOOT)


@cache
def keeper_wardrobe(fine: float = FINENESS) -> Wardrobe:
    """Carved once for each fineness (pixels for a unit)."""
    return Wardrobe(
        torso=carve((-80, -170, 90, 30), _torso, fine),
        skirt=skirt(DYE, fine),
        upper=upper_arm(DYE, fine),
        sleeve=sleeve(DYE, fine, 50),
        hand_open=hand_open(DYE, fine),
        hand_closed=hand_closed(DYE, fine),
        shoe=shoe(DYE, fine),
        neck=(30, -124),
        shoulder=(0, -104),
        far_shoulder=(16, -102),
        head=_head,
        legs=UMBER,
    )


def _head(canvas: skia.Canvas, face: Face, t: float, wind: float, hood: float) -> None:
    del hood  # he wears none
    draw_head(canvas, face, t, wind)


def _torso(canvas: skia.Canvas) -> None:
    """The bent back, the crossed collar, the sash."""
    shape = curve(
        (-40, 6), (-50, -40), (-56, -84), (-40, -122), (-6, -140), (26, -138), (46, -112),
        (48, -70), (44, -30), (42, 6), closed=True,
    )  # fmt: skip
    hide(canvas, shape, DYE.cloth, deep=DYE.deep, line=3.0)
    canvas.save()
    canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
    _collar(canvas)
    ring = skia.Path()
    ring.addCircle(-16, -72, 25)
    slit(canvas, ring, 2.4, DYE.gold)
    cut(canvas, snow((-16, -72), 20, 8), DYE.gold, rim=1.2, through=0.75)
    for at, size, turn in (((-36, -24), 26, -0.3), ((26, -36), 22, 0.5), ((-26, -118), 24, 0.2)):
        for line in cloud(at, size, turn):
            slit(canvas, line, 1.8, DYE.gold)
    canvas.restore()
    ink(canvas, shape, 3.0)
    sash = curve((-44, -8), (0, -2), (45, -8), (46, 12), (0, 18), (-44, 12), closed=True)
    hide(canvas, sash, OCHRE, deep=0xFF8A5418, line=2.6)
    for i in range(7):
        cut(
            canvas, coin((-36 + 12 * i, 6 - 0.16 * (i - 3) ** 2), 4.8), AMBER, rim=0.6, through=0.9
        )


def _collar(canvas: skia.Canvas) -> None:
    way = curve((2, -142), (18, -112), (34, -74), (44, -30))
    ink(canvas, way, 21)
    ink(canvas, way, 17, OCHRE)
    for at in ((11, -124), (20, -106), (28, -88), (35, -68), (40, -48)):
        cut(canvas, coin(at, 6.4), FLAME, rim=0.8, through=0.9)
    ink(canvas, curve((26, -140), (36, -116), (46, -100)), 5, INK)
