"""The letter: a lamp and two cups between them, and her hand that stays on it."""

import math
from dataclasses import replace
from typing import Final

import skia

from making.camera import View
from making.cloth import backdrop, drift, finish, soft
from making.palette import HEARTH
from making.props_lantern import FOOT, Lantern
from making.props_rain import gust
from making.props_table import (
    TABLE,
    draw_cup,
    draw_letter,
    draw_shutter,
    draw_table,
    draw_window,
)
from making.puppets import (
    EXPRESSIONS,
    Arm,
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

SECONDS: Final = 18.0
NEAR: Final = 2.35
FINE: Final = 3.6
HER_PLACE: Final = (286.0, 1096.0)
HIS_PLACE: Final = (1000.0, 1086.0)
LAMP: Final = Lantern((664, TABLE - 8 - FOOT * 1.35), 1.35, stands=True)

# She brings it out of her sleeve, holds it a breath longer than she must, and lays it down.
HER_X: Final = ((0.0, 388.0), (0.8, 392.0), (1.9, 452.0), (3.0, 508.0), (7.6, 508.0), (9.0, 502.0))
HER_Y: Final = ((0.0, 520.0), (0.8, 500.0), (1.9, 438.0), (3.0, 492.0))
HELD_UP: Final = ((0.0, 0.9), (1.8, 0.75), (3.0, 0.0))
# His hand starts, and thinks better of it.
HIS_X: Final = (
    (0.0, 792.0),
    (3.6, 792.0),
    (5.0, 742.0),
    (6.2, 742.0),
    (7.8, 816.0),
    (18.0, 822.0),
)
HIS_Y: Final = ((0.0, 506.0), (3.6, 506.0), (4.4, 490.0), (5.2, 504.0), (7.8, 507.0))

HER_FACES: Final = (
    (0.0, Face(lid=0.75, gaze=0.2, glance=0.7, knit=0.3)),
    (1.6, Face(lid=0.75, gaze=0.3, glance=0.8, knit=0.35)),
    (3.2, Face(lid=0.7, gaze=0.6, glance=0.7, knit=0.3)),
    (4.0, Face(brow=0.35, lid=1.0, gaze=0.75, glance=-0.05, knit=0.35)),
    (8.2, Face(brow=0.35, lid=1.0, gaze=0.75, knit=0.45)),
    (9.0, Face(brow=0.3, lid=0.95, gaze=-0.25, knit=0.4, turn=1.0)),
    (13.2, Face(brow=0.4, lid=1.0, gaze=-0.25, knit=0.5, turn=1.0)),
    (14.0, Face(lid=0.7, gaze=0.6, glance=0.7, knit=0.5)),
    (18.0, Face(brow=0.2, lid=0.85, gaze=0.7, glance=0.2, knit=0.5)),
)
HIS_FACES: Final = (
    (0.0, Face(lid=0.8, gaze=0.5, glance=0.3, knit=0.2)),
    (1.5, Face(brow=0.3, lid=0.95, gaze=0.7, glance=0.3, knit=0.3)),
    (2.6, Face(brow=0.8, lid=1.2, gaze=0.7, glance=0.6, knit=0.6)),
    (5.0, Face(brow=0.5, lid=1.0, gaze=0.7, glance=0.7, knit=0.8, mouth=0.12)),
    (6.4, replace(EXPRESSIONS["sorrow"], gaze=0.5)),
    (8.4, Face(brow=0.2, lid=0.75, gaze=0.5, glance=0.1, knit=1.0, smile=-0.3)),
    (10.4, Face(brow=0.5, lid=1.05, gaze=-0.25, knit=0.9, turn=1.0)),
    (13.6, Face(brow=0.5, lid=1.05, gaze=-0.25, knit=0.9, turn=1.0)),
    (14.6, Face(lid=0.6, gaze=0.6, glance=0.6, knit=0.9, smile=-0.2)),
    (18.0, Face(lid=0.6, gaze=0.6, glance=0.6, knit=0.9, smile=-0.1)),
)
HER_NODS: Final = (
    (0.0, 0.12),
    (2.0, 0.14),
    (3.2, 0.12),
    (4.0, -0.03),
    (8.4, -0.03),
    (9.2, 0.02),
    (14.0, 0.1),
)
HIS_NODS: Final = (
    (0.0, 0.06), (1.6, 0.0), (2.8, 0.1), (5.2, 0.12), (6.6, 0.24), (8.4, 0.14), (10.4, 0.02),
    (13.6, 0.03), (14.8, 0.2),
)  # fmt: skip


def draw(canvas: skia.Canvas, t: float) -> None:
    """The window, the two of them, the table with what lies on it, posts near us."""
    view, lantern = _view(t), _lantern(t)
    light = Light(lantern.wick, 640, far=0xFF54403A, warmth=0.34)
    canvas.save()
    view.through(canvas)
    backdrop(canvas, HEARTH, (640, 430), 800)
    soft(canvas, 1.4, lambda cloth: draw_window(cloth, t, gust(t), light))
    lantern.throw(canvas, 560, rays=0.5)
    _keeper(t).draw(canvas, HIS_PLACE, NEAR, -1, light)
    draw_table(canvas, light)
    draw_cup(canvas, 752, t, light)
    draw_cup(canvas, 884, t, light)
    lantern.draw(canvas, t)
    draw_letter(canvas, _letter(t), at(HELD_UP, t), light)
    _xing(t).draw(canvas, HER_PLACE, NEAR, 1, light)
    canvas.restore()
    soft(canvas, 6.0, lambda cloth: _near(cloth, view, light))
    finish(canvas, t, 0.025)


def lamp(t: float) -> tuple[float, float, float, float]:
    """On the table, between them."""
    view, lantern = _view(t), _lantern(t)
    x, y = view.share(lantern.wick)
    return x, y, lantern.flame * view.zoom / 720, 0.0


def _view(t: float) -> View:
    """Slowly nearer, to the hand and the lamp."""
    share = ease(t / SECONDS * 0.86 + 0.07)
    return View(1.0 + 0.15 * share, 640, 360 + 22 * share)


def _lantern(t: float) -> Lantern:
    return replace(LAMP, strength=1.0 + 0.06 * drift(t, 2.0))


def _her_hand(t: float) -> tuple[float, float]:
    breath = 0.8 * math.sin(1.6 * t)
    return at(HER_X, t), at(HER_Y, t) + breath * (0.2 if t > 3 else 1)


def _letter(t: float) -> tuple[float, float]:
    """In her hand, and then where she has laid it."""
    x, y = _her_hand(min(t, 3.0))
    return x + 40 + 14 * at(HELD_UP, t), y + 16 - 18 * at(HELD_UP, t)


def _xing(t: float) -> Figure:
    breath = math.sin(1.6 * t)
    face = blinking(alive(at(HER_FACES, t), t, 7.0), t, (1.2, 3.6, 6.3, 8.7, 11.9, 13.7, 16.4))
    pose = Pose(
        near=Arm(open=ease((t - 2.2) / 0.6)),
        far=Arm(0.25, 0.7),
        lean=0.07 + 0.05 * ease((t - 1.4) / 1.4) - 0.02 * ease((t - 4) / 2) + 0.004 * breath,
        nod=at(HER_NODS, t) + 0.008 * drift(t * 0.4, 6.0),
        rise=0.7 * breath,
        sleeve=0.25 * math.exp(-((t - 2.6) ** 2) / 0.5) + 0.03 * drift(t * 0.5, 1.0),
        hem=0.02,
        face=face,
    )
    figure = Xing(pose, t, -0.02 + 0.03 * drift(t * 0.4, 2.0), FINE)
    return figure.reaching(_her_hand(t), HER_PLACE, NEAR, 1)


def _keeper(t: float) -> Figure:
    breath = math.sin(1.2 * t + 1)
    face = blinking(
        alive(at(HIS_FACES, t), t, 2.0), t, (0.9, 2.3, 5.6, 7.5, 10.1, 12.7, 14.3, 16.9)
    )
    tremble = 0.8 * math.sin(19 * t) * math.exp(-((t - 5.4) ** 2) / 0.9)
    pose = Pose(
        near=Arm(open=1.0),
        far=Arm(0.2, 0.5),
        lean=0.1 + 0.04 * ease((t - 3.4) / 1.6) - 0.07 * ease((t - 6.2) / 1.8) + 0.005 * breath,
        nod=at(HIS_NODS, t) + 0.01 * drift(t * 0.35, 9.0),
        rise=0.8 * breath,
        sleeve=0.04 * drift(t * 0.5, 3.0),
        face=face,
    )
    hand = (at(HIS_X, t) + tremble, at(HIS_Y, t) + 0.5 * breath)
    figure = Keeper(pose, t, 0.03 * drift(t * 0.4, 5.0), FINE)
    return figure.reaching(hand, HIS_PLACE, NEAR, -1)


def _near(canvas: skia.Canvas, view: View, light: Light) -> None:
    canvas.save()
    view.through(canvas, 1.9)
    dark = Light(light.at, 640, near=0xFF6A4E3C, far=0xFF140C0A)
    draw_shutter(canvas, 4, dark)
    draw_shutter(canvas, 1276, dark)
    canvas.restore()
