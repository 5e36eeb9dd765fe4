"""Xing: teal, a travelling cloak, light on her feet."""

from functools import cache

import skia

from making.palette import FLAME, INK, JADE, MIST, SKIN_XING, TEAL, TEAL_DEEP, blend
from making.puppets_clothes import (
    Dye,
    hand_closed,
    hand_open,
    shoe,
    skirt,
    sleeve,
    upper_arm,
)
from making.puppets_leather import FINENESS, carve, cut, hide, ink, slit
from making.puppets_motifs import cloud, curve, plum, waves
from making.puppets_rig import Wardrobe
from making.puppets_xing_head import draw_head

DYE = Dye(
    cloth=0xFF2C8F88,
    deep=TEAL_DEEP,
    trim=0xFF15525A,
    gold=0xFFFFE6A8,
    skin=SKIN_XING,
    shoe=0xFF153A40,
)


@cache
def xing_wardrobe(fine: float = FINENESS) -> Wardrobe:
    """Carved once for each fineness (pixels for a unit)."""
    return Wardrobe(
        torso=carve((-70, -176, 70, 30), _torso, fine),
        skirt=skirt(DYE, fine, half=60, top=31, panel=20),
        upper=upper_arm(DYE, fine),
        sleeve=sleeve(DYE, fine, 60),
        hand_open=hand_open(DYE, fine),
        hand_closed=hand_closed(DYE, fine),
        shoe=shoe(DYE, fine),
        neck=(4, -134),
        shoulder=(-4, -112),
        far_shoulder=(12, -112),
        head=draw_head,
        legs=0xFF10363C,
        cloak=carve((-120, -24, 70, 290), _cloak, fine),
    )


def _torso(canvas: skia.Canvas) -> None:
    neck = curve((-10, -120), (-9, -146), (12, -152), (16, -134), (20, -118), closed=True)
    hide(canvas, neck, SKIN_XING, deep=blend(SKIN_XING, INK, 0.15), line=2.2)
    shape = curve(
        (-30, 4), (-28, -40), (-34, -90), (-26, -120), (-6, -130), (16, -128), (30, -108),
        (36, -74), (28, -38), (32, 4), closed=True,
    )  # fmt: skip
    hide(canvas, shape, DYE.cloth, deep=DYE.deep, line=2.8)
    canvas.save()
    canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
    way = curve((-6, -134), (8, -104), (22, -70), (32, -20))
    ink(canvas, way, 17)
    ink(canvas, way, 13.5, 0xFFE8DFC0)
    ink(canvas, way, 3.0, TEAL_DEEP)
    for at, size, turn in (((-12, -84), 26, 0.3), ((-10, -36), 24, -0.4)):
        for line in cloud(at, size, turn):
            slit(canvas, line, 1.8, DYE.gold)
    canvas.restore()
    ink(canvas, shape, 2.8)
    sash = curve((-33, -10), (0, -4), (33, -10), (34, 10), (0, 16), (-34, 10), closed=True)
    hide(canvas, sash, 0xFFE0D3A8, deep=0xFFA89A6E, line=2.4)
    for i in range(5):
        cut(canvas, plum((-25 + 12.5 * i, 3.5), 5.4), FLAME, rim=0.7, through=0.95)


def _cloak(canvas: skia.Canvas) -> None:
    """Pinned at the throat; behind her it falls to the calf."""
    shape = skia.Path()
    shape.moveTo(24, -8)
    shape.cubicTo(4, -20, -34, -12, -44, 24)
    shape.cubicTo(-62, 90, -84, 190, -100, 258)
    shape.cubicTo(-60, 280, -10, 282, 26, 270)
    shape.cubicTo(24, 190, 8, 90, 24, -8)
    shape.close()
    hide(canvas, shape, blend(TEAL, TEAL_DEEP, 0.4), deep=0xFF0A2E36, band=9, gold=JADE, line=3.0)
    canvas.save()
    canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
    for arc in waves(-110, 40, 256, 24, 2):
        slit(canvas, arc, 2.2, MIST)
    for at, size, turn in (((-30, 60), 36, 0.2), ((-48, 122), 42, -0.3), ((-36, 190), 44, 0.25)):
        for line in cloud(at, size, turn):
            slit(canvas, line, 2.2, 0xFFBFE3CF)
    canvas.restore()
    ink(canvas, shape, 3.0)
