"""The door: a hand's breadth of light, an old man who asks who is there, and waits for us."""

import math
from dataclasses import replace
from functools import cache
from typing import Final

import skia

from making.camera import View
from making.cloth import backdrop, drift, finish, soft
from making.palette import GOLD, HEARTH, INK, NIGHT, OCHRE, blend, blend_tones, sheer
from making.props_door import LEAF, LEFT, RIGHT, draw_frame, draw_leaf
from making.props_lantern import Lantern
from making.props_rain import eaves_drops, gust, rain
from making.puppets import (
    Face,
    Figure,
    Keeper,
    Light,
    Pose,
    Xing,
    alive,
    at,
    blinking,
    ease,
)
from making.puppets_leather import Plate, carve, hide, ink, lit, slit
from making.puppets_motifs import along, curve, plum

SECONDS: Final = 24.0
CLOSE: Final = 5.2  # how near the two are: about five times a whole figure
BLINKS: Final = (3.9, 6.6, 9.4, 11.7, 14.2, 16.9, 17.25, 20.1, 22.4)

WARY = Face(brow=0.5, knit=0.2, lid=1.15, gaze=0.7)
ASKING = Face(brow=0.7, knit=0.35, lid=1.2, gaze=0.6, mouth=0.6)
LISTENING = Face(brow=0.4, knit=0.3, lid=1.08, gaze=-0.25, glance=0.05, turn=1.0)
SEARCHING = Face(brow=0.75, knit=0.6, lid=1.22, gaze=-0.3, glance=-0.05, turn=1.0)
DOUBTING = Face(brow=-0.2, knit=0.1, lid=0.78, gaze=-0.2, glance=0.1, turn=0.9)
AT_HER = Face(brow=0.2, knit=0.5, lid=0.95, gaze=0.75, glance=0.1, turn=0.2)
AT_LAMP = Face(brow=0.15, knit=0.8, lid=0.68, gaze=0.85, glance=0.3, turn=0.1, smile=-0.2)
HOPING = Face(brow=0.55, knit=0.85, lid=1.05, gaze=-0.25, turn=1.0, smile=0.1)

FACES: Final = (
    (0.0, WARY), (2.4, WARY), (2.7, ASKING), (2.95, replace(ASKING, mouth=0.2)),
    (3.25, replace(ASKING, mouth=0.7)), (3.8, replace(WARY, mouth=0.1)), (4.4, WARY),
    (5.1, LISTENING), (7.0, LISTENING), (7.7, SEARCHING), (9.2, SEARCHING), (9.9, DOUBTING),
    (11.4, DOUBTING), (12.1, AT_HER), (14.0, AT_HER), (14.8, AT_LAMP), (17.0, AT_LAMP),
    (17.8, HOPING), (20.6, HOPING), (21.4, LISTENING), (24.0, LISTENING),
)  # fmt: skip
TURNED: Final = (
    (0.0, LEAF), (1.35, LEAF), (2.7, 66.0), (22.0, 66.0), (23.2, 44.0), (24.0, 38.0)
)  # fmt: skip
NODS: Final = (
    (0.0, 0.0), (2.0, -0.04), (3.2, 0.03), (5.0, 0.0), (7.0, 0.02), (7.8, -0.05), (9.4, -0.05),
    (10.1, 0.04), (12.0, 0.0), (14.4, 0.02), (15.2, 0.12), (17.0, 0.12), (17.9, -0.03),
    (21.0, -0.02), (22.0, 0.0),
)  # fmt: skip
FINE: Final = 5.0
RING_X: Final = ((0.0, 1010.0), (1.45, 772.0), (1.7, 762.0), (2.9, 560.0))
RING_Y: Final = ((0.0, 300.0), (1.5, 230.0), (2.9, 176.0))
HAND_X: Final = ((0.0, 900.0), (1.7, 800.0), (3.0, 664.0))
OUT: Final = 2.3  # from here on the lantern is before the door


def draw(canvas: skia.Canvas, t: float) -> None:
    """Back to front: the room, the wall, the keeper in the gap, the weather, the girl."""
    view, lantern = _view(t), _lantern(t)
    light = Light(lantern.wick, 760, far=0xFF2C3644)
    canvas.save()
    view.through(canvas)
    _room(canvas, t)
    draw_leaf(canvas, -1, LEAF, light, _inside(t), _glow(t))
    if _open(t):
        lantern.on_pole(canvas, _hand(t))
        _keeper(t).draw(
            canvas, _stand(t), CLOSE, -1, Light(lantern.wick, 700, far=0xFF8A5C44, warmth=0.38)
        )
    if _open(t) and t < OUT:
        lantern.draw(canvas, t)
    _right_leaf(canvas, t, light)
    _wall(canvas, t)
    draw_frame(canvas, light)
    if _open(t):
        lantern.throw(canvas, 600 * (0.4 + 0.6 * ease((t - 1.5) / 1.4)))
    if t >= OUT:
        lantern.draw(canvas, t)
    _eaves(canvas, t)
    canvas.restore()
    rain(canvas, t, count=90, length=44, strength=0.26, width=1.6, seed=2)
    soft(canvas, 1.7, lambda cloth: _xing(cloth, t, view, lantern))
    rain(canvas, t, count=46, length=120, speed=1500, strength=0.17, width=3.0, seed=5)
    finish(canvas, t, 0.02, weave=0.8)


def lamp(t: float) -> tuple[float, float, float, float]:
    """The flame is not seen until the door lets it be."""
    view, lantern = _view(t), _lantern(t)
    x, y = view.share(lantern.wick)
    return x, y, lantern.flame * view.zoom / 720, 1 - ease((t - 1.7) / 0.6)


def _view(t: float) -> View:
    """One slow push towards the gap."""
    share = ease(t / SECONDS * 0.8 + 0.1)
    return View(1.0 + 0.16 * share, 640 + 60 * share, 360 - 6 * share)


def _open(t: float) -> bool:
    return at(TURNED, t) < LEAF - 3


def _glow(t: float) -> float:
    """How near the keeper's lamp is to the paper, from inside."""
    return (0.12 + 0.78 * ease(t / 1.6)) * (1 - 0.25 * ease((t - 1.8) / 1.6)) + 0.03 * drift(t)


def _inside(t: float) -> tuple[float, float]:
    """The lamp as the paper sees it: it stays behind the leaf when the hand has gone out."""
    return _lantern(min(t, 1.8)).wick


def _hand(t: float) -> tuple[float, float]:
    """Where he holds the pole; it is never quite still."""
    return at(HAND_X, t) + 2.0 * drift(t * 0.5, 1.0), 548 + 2.6 * math.sin(t * 1.25)


def _lantern(t: float) -> Lantern:
    came = (
        0.26 * math.exp(-max(0.0, t - 3.0) * 0.7) * math.sin(3.6 * (t - 1.6)) if t > 1.6 else 0.0
    )
    swing = came + 0.035 * math.sin(2.2 * t) * (0.5 + gust(t)) - 0.05 * gust(t)
    bob = 3.4 * math.sin(t * 1.25 + 0.3) + 2 * drift(t * 0.6, 2.0)
    ring = (at(RING_X, t) + 3 * drift(t * 0.5, 1.0), at(RING_Y, t) + bob)
    return Lantern(ring, 1.3, swing, 0.95 + 0.07 * drift(t, 4.0))


def _stand(t: float) -> tuple[float, float]:
    """His feet, far below the picture: his neck comes to about (890, 520)."""
    in_ = ease((t - 1.7) / 1.7)
    breath = 2.4 * math.sin(1.25 * t)
    return 1010 + 150 * (1 - in_) + 2 * drift(t * 0.25, 6.0), 2180 + breath


def _keeper(t: float) -> Figure:
    face = blinking(alive(at(FACES, t), t), t, BLINKS)
    breath = 0.006 * math.sin(1.25 * t - 0.5)
    nod = at(NODS, t) + 0.012 * drift(t * 0.35, 9.0) + breath
    pose = Pose(face=face, nod=nod, lean=0.06 + breath, sleeve=0.12 * drift(t * 0.5, 3.0))
    wind = -0.1 - 0.26 * gust(t)
    return Keeper(pose, t, wind, FINE).reaching(_hand(t), _stand(t), CLOSE, -1, near=False)


def _right_leaf(canvas: skia.Canvas, t: float, light: Light) -> None:
    """The leaf that turns, and its lit edge."""
    width = at(TURNED, t)
    shadow = None if t > 2.2 else lambda cloth: _shadow(cloth, t)
    draw_leaf(canvas, 1, width, light, _inside(t), _glow(t), shadow)
    if _open(t):
        turned = 1 - width / LEAF
        edge = skia.Rect.MakeLTRB(RIGHT - width - 16 * turned, -70, RIGHT - width, 800)
        with lit(canvas, Light(light.at, 520, far=0xFF3A2A26)):
            canvas.drawRect(edge, skia.Paint(Color=0xFF8A3A22))
            ink(canvas, skia.Path.Rect(edge), 3)
            slit(canvas, curve((edge.centerX(), -60), (edge.centerX(), 790)), 1.6, OCHRE)


def _shadow(canvas: skia.Canvas, t: float) -> None:
    """He comes to the door: his shadow grows on the paper."""
    near = ease(t / 1.4)

    old_man = Keeper(Pose(lean=0.1), t)
    stand = (1120 - 130 * near, 2180.0)
    soft(
        canvas,
        9 - 4 * near,
        lambda cloth: old_man.shade(cloth, stand, CLOSE, -1, 0xC0160C08),
    )


def _room(canvas: skia.Canvas, t: float) -> None:
    """What is behind him: warm, and out of focus."""
    tone = blend_tones(HEARTH, GOLD, 0.5 + 0.2 * drift(t * 0.6, 7.0))
    backdrop(canvas, tone, (770, 400), 560)


def _wall(canvas: skia.Canvas, t: float) -> None:
    for side in (
        skia.Rect.MakeLTRB(-80, -80, LEFT - 58, 800),
        skia.Rect.MakeLTRB(RIGHT + 58, -80, 1400, 800),
    ):
        canvas.save()
        canvas.clipRect(side)
        backdrop(canvas, NIGHT, (560, 330), 860)
        canvas.drawPicture(_courses())
        _pine(canvas, t)
        canvas.restore()


def _pine(canvas: skia.Canvas, t: float) -> None:
    """The shadow of a pine that the wind will not leave alone."""
    canvas.save()
    canvas.translate(1330, 70)
    canvas.rotate(3.0 * drift(t * 0.6, 8.0) + 7 * gust(t))
    _needles().draw(canvas)
    canvas.restore()


@cache
def _needles() -> Plate:
    """Blurred once; fans of needles on two boughs."""

    def work(canvas: skia.Canvas) -> None:
        canvas.saveLayer(None, skia.Paint(ImageFilter=skia.ImageFilters.Blur(2.2, 2.2)))
        shade = sheer(0x05080C, 0.8)
        for bough in (
            ((0, 0), (-110, 60), (-220, 150), (-250, 250)),
            ((0, 120), (-90, 240), (-190, 380)),
        ):
            ink(canvas, curve(*bough), 8, shade)
            for number, (place, _) in enumerate(along(list(bough), 58)):
                for needle in range(-5, 6):
                    angle = 2.2 + needle * 0.23 + 0.5 * math.sin(number * 2.2)
                    tip = (place[0] + 96 * math.cos(angle), place[1] + 96 * math.sin(angle))
                    ink(canvas, curve(place, tip), 2.8, shade)
        canvas.restore()

    return carve((-340, -60, 60, 520), work, 1.0)


@cache
def _courses() -> skia.Picture:
    """Dressed stone, each course a little out of line."""
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-80, -80, 1400, 800))
    for row in range(13):
        y = -60 + row * 66
        ink(
            canvas,
            curve((-80, y), (300, y + 2 * math.sin(row * 2.3)), (1400, y)),
            2.6,
            sheer(INK, 0.5),
        )
        for column in range(13):
            x = -60 + column * 118 + (row % 2) * 59 + 9 * math.sin(row * 5 + column * 3)
            ink(canvas, curve((x, y + 2), (x + 2, y + 64)), 2.4, sheer(INK, 0.42))
            ink(canvas, curve((x + 5, y + 5), (x + 96, y + 4)), 1.2, sheer(0xFFFFFFFF, 0.07))
    return recorder.finishRecordingAsPicture()


def _eaves(canvas: skia.Canvas, t: float) -> None:
    """Round tile ends above, dripping."""
    canvas.drawImage(_tiles().image, -40, -40)
    eaves_drops(canvas, t, 46, tuple(18.0 + 64 * i for i in range(20)))


@cache
def _tiles() -> Plate:
    return carve((0, 0, 1360, 100), _lay_tiles, 1.0)


def _lay_tiles(canvas: skia.Canvas) -> None:
    canvas.drawRect(skia.Rect.MakeWH(1360, 58), skia.Paint(Color=0xFF0C1017))
    for i in range(22):
        x = 26 + i * 64
        disc = skia.Path()
        disc.addCircle(x + 32, 58, 26)
        hide(canvas, disc, 0xFF222C38, deep=0xFF0E141C, line=3)
        for petal in plum((x + 32, 58), 17):
            ink(canvas, petal, 1.6, 0xFF5A6C7C)
        drip = curve((x + 58, 40), (x + 64, 70), (x + 70, 40), closed=True)
        hide(canvas, drip, 0xFF1A222C, line=2)


def _xing(canvas: skia.Canvas, t: float, view: View, lantern: Lantern) -> None:
    """Near us, her back half turned: hood, cloak, the edge of a face the lantern finds."""
    canvas.save()
    view.through(canvas, 1.22)
    face = blinking(
        Face(lid=1.0, gaze=0.7, brow=0.25, knit=0.2, glance=-0.2), t, (2.4, 7.1, 12.8, 18.3)
    )
    startled = math.exp(-max(0.0, t - 1.7) * 1.4) if t > 1.7 else 0.0
    pose = Pose(
        face=face, hood=1.0, nod=-0.1 - 0.05 * startled + 0.012 * drift(t * 0.3, 5.0), hem=0.1
    )
    glow = 0.25 + 0.75 * ease((t - 1.4) / 1.4)
    light = Light(
        lantern.wick,
        620,
        near=blend(0xFF2A3442, 0xFFFFF2DC, glow),
        far=0xFF161D27,
        warmth=0.35 * glow,
    )
    stand = (172 - 7 * startled, 2190 + 2.0 * math.sin(1.6 * t))
    Xing(pose, t, -0.12 - 0.22 * gust(t)).draw(canvas, stand, CLOSE, 1, light)
    canvas.restore()
