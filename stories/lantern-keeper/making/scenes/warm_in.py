"""Warm: a rusty laugh after thirty years; he holds the lantern high and bows her in."""

import math
from dataclasses import replace
from typing import Final

import skia

from making.camera import View
from making.cloth import drift, finish, soft
from making.palette import GOLD, HEARTH, blend, blend_tones
from making.props_hall import FLOOR, THICK, WALL, draw_front, draw_night, draw_room
from making.props_lantern import Lantern, pole_tip
from making.props_rain import gust, rain
from making.puppets import (
    EXPRESSIONS,
    Arm,
    Face,
    Figure,
    Keeper,
    Light,
    Pose,
    Walk,
    Xing,
    alive,
    at,
    blinking,
    ease,
    mix,
)

SECONDS: Final = 12.0
TALL: Final = 1.2
STAND: Final = FLOOR + 12

ASIDE: Final = Walk(4.6, 6.2, 588, 716, stride=42)
HERS: Final = Walk(6.6, 11.9, 282, 1000, stride=66)

WONDER = Face(brow=0.6, knit=0.5, lid=1.15, gaze=0.6)
TWITCH = Face(brow=0.5, knit=0.3, lid=0.85, gaze=0.5, smile=0.5)
LAUGH = EXPRESSIONS["laugh"]
AFTER = Face(brow=0.4, knit=0.3, lid=0.7, gaze=0.6, mouth=0.2, smile=0.9)
FACES: Final = (
    (0.0, WONDER), (0.6, WONDER), (1.2, TWITCH), (1.7, TWITCH), (2.0, LAUGH), (4.2, LAUGH),
    (4.9, AFTER), (6.4, replace(AFTER, glance=0.3)), (8.2, replace(AFTER, mouth=0.0, lid=0.8)),
    (10.0, EXPRESSIONS["tender"]),
)  # fmt: skip
LEANS: Final = (
    (0.0, 0.1), (1.7, 0.12), (2.1, -0.06), (3.0, 0.1), (3.6, -0.04), (4.4, 0.06), (6.0, 0.04),
    (6.9, 0.42), (8.2, 0.42), (9.2, 0.1),
)  # fmt: skip
NODS: Final = (
    (0.0, 0.0), (1.8, 0.06), (2.2, -0.22), (3.0, 0.08), (3.5, -0.16), (4.4, 0.0), (6.0, -0.02),
    (6.9, 0.12), (8.2, 0.1), (9.2, -0.02),
)  # fmt: skip
HELD_X: Final = ((0.0, 62.0), (4.4, 62.0), (5.8, 70.0), (6.9, 104.0), (8.2, 104.0), (9.4, 64.0))
HELD_Y: Final = (
    (0.0, -262.0),
    (4.2, -262.0),
    (5.8, -372.0),
    (6.9, -376.0),
    (8.2, -370.0),
    (9.6, -330.0),
)
TILTS: Final = ((0.0, 0.7), (4.2, 0.7), (5.8, 0.95), (6.9, 0.5), (8.2, 0.5), (9.6, 0.75))
POLE: Final = 118.0
TURN: Final = ((0.0, -1.0), (9.5, -1.0), (10.1, 1.0))
SWEEP: Final = (
    (0.0, Arm(0.05, 0.3, 0.1, 1.0)),
    (1.8, Arm(0.05, 0.3, 0.1, 1.0)),
    (2.2, Arm(0.0, 1.9, 0.3, 1.0)),  # a hand on his own belly as he laughs
    (4.2, Arm(0.0, 1.8, 0.3, 1.0)),
    (5.4, Arm(0.3, 0.9, 0.3, 1.0)),
    (6.9, Arm(-0.75, -1.05, -0.2, 1.0)),  # and then the way in: behind him, low
    (8.4, Arm(-0.7, -0.95, -0.15, 1.0)),
    (9.8, Arm(-0.1, 0.2, 0.1, 1.0)),
)
HER_FACES: Final = (
    (0.0, Face(brow=0.4, knit=0.4, lid=1.05, gaze=0.6, glance=-0.2)),
    (2.0, Face(brow=0.6, knit=0.3, lid=1.15, gaze=0.6, glance=-0.2)),
    (3.4, Face(brow=0.4, knit=0.1, lid=0.8, gaze=0.5, smile=0.7)),
    (9.0, EXPRESSIONS["tender"]),
)


def draw(canvas: skia.Canvas, t: float) -> None:
    """Night on the left, and a room that turns to gold."""
    view, lantern = _view(t), _lantern(t)
    warmth = _warmth(t)
    tone = blend_tones(HEARTH, GOLD, warmth)
    room = Light(lantern.wick, 760 + 260 * warmth, far=blend(0xFF5A4034, 0xFF8A5E40, warmth))
    people = Light(lantern.wick, 640 + 200 * warmth, far=blend(0xFF5E4A40, 0xFF8E6A50, warmth))
    canvas.save()
    view.through(canvas)
    draw_night(canvas, t)
    draw_room(canvas, tone, (lantern.wick[0] + 70, 350), room)
    soft(canvas, 9.0, lambda cloth: _shadows(cloth, t, lantern))
    draw_front(canvas, 0.35 + 0.65 * ease((t - 4.4) / 1.6), room)
    _rain_outside(canvas, t)
    lantern.throw(canvas, 460 + 80 * warmth, rays=0)
    stand = (_keeper_x(t), STAND)
    _xing(t).draw(canvas, (HERS.place(t), STAND + 4), TALL, 1, people)
    lantern.on_pole(canvas, _hand(t))
    _keeper(t).draw(canvas, stand, TALL, at(TURN, t), people)
    lantern.draw(canvas, t)
    canvas.restore()
    finish(canvas, t, 0.025)


def lamp(t: float) -> tuple[float, float, float, float]:
    """In the lantern he holds, higher and higher."""
    view, lantern = _view(t), _lantern(t)
    x, y = view.share(lantern.wick)
    return x, y, lantern.flame * view.zoom / 720, 0.0


def _view(t: float) -> View:
    """Close on the laugh and nearer while it lasts; then room for the bow, and along with her."""
    close = 1.72 + 0.2 * ease(t / 3.4)
    out = ease((t - 4.3) / 2.6)
    along = ease((t - 6.6) / 5.4)
    return View(
        close + (1.2 - close) * out,
        478 + 112 * out + 120 * along,
        322 + 72 * out,
    )


def _warmth(t: float) -> float:
    return 0.15 + 0.55 * ease((t - 0.8) / 2.4) + 0.3 * ease((t - 4.6) / 2.5) + 0.03 * drift(t, 1.0)


def _keeper_x(t: float) -> float:
    return ASIDE.place(t)


def _shaking(t: float) -> float:
    """Two bursts of laughter, the second one smaller; between them he gets his breath."""
    first = ease((t - 1.9) / 0.25) * (1 - ease((t - 2.75) / 0.5))
    second = 0.75 * ease((t - 3.2) / 0.2) * (1 - ease((t - 4.0) / 0.7))
    return max(first, second) * math.sin(math.tau * 4.6 * t)


def _keeper(t: float) -> Figure:
    shake = _shaking(t)
    face = at(FACES, t)
    face = replace(face, mouth=face.mouth * (1 + 0.28 * shake))
    face = blinking(alive(face, t, 2.0), t, (0.8, 1.5, 5.3, 7.9, 10.1))
    still = Pose(
        near=at(SWEEP, t),
        lean=at(LEANS, t) + 0.022 * shake,
        nod=at(NODS, t) + 0.035 * shake,
        rise=4.6 * shake + 1.0 * math.sin(1.4 * t),
        hem=0.05 * shake + 0.03 * drift(t * 0.6, 3.0),
        sleeve=0.2 * shake + 0.05 * drift(t * 0.5, 2.0),
        face=face,
    )
    pose = ASIDE.pose(still, t, TALL)
    wind = -0.05 - 0.12 * gust(t) + 0.05 * shake
    x, turn = _keeper_x(t), at(TURN, t)
    dip = 36 * ease((at(LEANS, t) - 0.1) / 0.3)
    hand = (
        x + at(HELD_X, t) * turn,
        STAND + at(HELD_Y, t) + dip - 3 * shake + 1.4 * math.sin(1.4 * t),
    )
    return Keeper(pose, t, wind).reaching(hand, (x, STAND), TALL, turn, near=False)


def _hand(t: float) -> tuple[float, float]:
    return _keeper(t).hand((_keeper_x(t), STAND), TALL, at(TURN, t), near=False)


def _lantern(t: float) -> Lantern:
    late = 0.05 * _shaking(t - 0.12)
    lifted = 0.12 * math.exp(-((t - 5.2) ** 2) / 0.8) * math.sin(5 * t)
    bright = 0.75 + 0.35 * _warmth(t) + 0.04 * drift(t, 2.0)
    ring = pole_tip(_hand(t), at(TILTS, t), POLE, at(TURN, t))
    return Lantern(ring, 0.8, late + lifted + 0.03 * math.sin(2.4 * t), bright)


def _xing(t: float) -> Figure:
    bow = ease((t - 5.6) / 0.7) * (1 - ease((t - 6.7) / 0.7))
    folded = mix(Arm(0.15, 0.5, 0.1), Arm(0.55, 1.75, 0.1, 1.0), bow)
    still = Pose(
        near=folded,
        far=mix(Arm(0.25, 0.7), Arm(0.65, 1.7, 0.0, 1.0), bow),
        lean=0.03 + 0.26 * bow,
        nod=-0.06 + 0.16 * bow + 0.01 * drift(t * 0.4, 6.0),
        hood=1.0,
        rise=0.8 * math.sin(1.7 * t),
        hem=0.05 * drift(t * 0.7, 8.0),
        face=blinking(alive(at(HER_FACES, t), t, 7.0), t, (1.1, 3.3, 5.8, 8.4, 10.9)),
    )
    outside = 1 - ease((HERS.place(t) - 330) / 160)
    return Xing(HERS.pose(still, t, TALL), t, -0.04 - 0.26 * gust(t) * outside)


def _shadows(canvas: skia.Canvas, t: float, lantern: Lantern) -> None:
    """What the lantern throws on the back wall: larger, and the other way."""
    canvas.clipRect(skia.Rect.MakeLTRB(WALL + THICK, 130, 1700, FLOOR - 40))
    shown = [(_keeper(t), _keeper_x(t), at(TURN, t))]
    if HERS.place(t) > WALL - 60:
        shown.append((_xing(t), HERS.place(t), 1.0))
    for figure, x, facing in shown:
        away = (x - lantern.wick[0]) * 0.34
        stand = (x + away, STAND + 46)
        figure.shade(canvas, stand, TALL * 1.22, facing, 0x50180C08)


def _rain_outside(canvas: skia.Canvas, t: float) -> None:
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(-300, -300, WALL + THICK * 0.4, FLOOR + 40))
    rain(canvas, t, count=220, strength=0.26, seed=3)
    canvas.restore()
