"""Cold: the flame shivers, and so does he; she passes him without a word."""

import math
from typing import Final

import skia

from making.camera import View
from making.cloth import WIDTH, drift, finish, soft
from making.palette import HEARTH, Tone, blend, blend_tones
from making.props_hall import (
    FLOOR,
    THICK,
    WALL,
    draw_front,
    draw_night,
    draw_pillar,
    draw_room,
)
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
)

SECONDS: Final = 12.0
CHILL: Final = Tone(0xFF74838C, 0xFF4F6272, 0xFF304050, 0xFF182430, 0xFF0A0F16)
NEARER: Final = 1.7  # how much nearer than the stage the pillar is
TALL: Final = 1.2
STAND: Final = FLOOR + 12

HERS: Final = Walk(2.3, 11.4, 268, 1220, stride=62)
BACK: Final = Walk(0.5, 1.7, 588, 664, stride=40)
AFTER: Final = Walk(8.5, 13.0, 664, 830, stride=46)

FRIGHT = Face(brow=0.9, knit=0.7, lid=1.35, gaze=0.6, mouth=0.3, smile=-0.4)
DOWN = Face(brow=-0.15, knit=0.8, lid=0.45, gaze=0.2, glance=0.8, smile=-0.5)
GLANCE = Face(brow=0.2, knit=0.9, lid=0.8, gaze=-0.7, smile=-0.4)
FACES: Final = (
    (0.0, EXPRESSIONS["listening"]),
    (0.35, EXPRESSIONS["listening"]),
    (0.6, FRIGHT),
    (2.0, FRIGHT),
    (3.2, DOWN),
    (5.4, DOWN),
    (6.0, GLANCE),
    (7.4, GLANCE),
    (8.4, EXPRESSIONS["sorrow"]),
)
LEANS: Final = (
    (0.0, 0.1),
    (0.4, 0.1),
    (0.75, -0.12),
    (2.2, -0.04),
    (4.0, 0.1),
    (7.0, 0.12),
    (9.0, 0.2),
)
NODS: Final = (
    (0.0, 0.0),
    (0.7, -0.12),
    (2.2, 0.0),
    (3.6, 0.2),
    (5.4, 0.2),
    (6.2, 0.02),
    (8.6, 0.22),
)
TURN: Final = ((0.0, -1.0), (7.5, -1.0), (8.1, 1.0))
HELD_X: Final = ((0.0, 62.0), (0.5, 62.0), (0.8, 34.0), (3.0, 50.0), (7.5, 50.0), (9.0, 44.0))
HELD_Y: Final = ((0.0, -258.0), (0.5, -258.0), (0.85, -286.0), (3.4, -244.0), (9.5, -226.0))
TILTS: Final = ((0.0, 0.75), (0.5, 0.75), (0.9, 1.15), (3.6, 0.6), (7.5, 0.6), (9.5, 0.42))
POLE: Final = 118.0


def draw(canvas: skia.Canvas, t: float) -> None:
    """Night on the left, a room that loses its gold."""
    view, lantern = _view(t), _lantern(t)
    chill = ease((t - 0.4) / 3.4)
    tone = blend_tones(HEARTH, CHILL, 0.12 + 0.82 * chill)
    room = Light(lantern.wick, 620, near=blend(0xFFFFF2D8, 0xFFD8D2C4, chill), far=0xFF36404E)
    people = Light(lantern.wick, 520, near=blend(0xFFFFFBF0, 0xFFE6E0D2, chill), far=0xFF3A4656)
    canvas.save()
    view.through(canvas)
    draw_night(canvas, t)
    draw_room(canvas, tone, (lantern.wick[0] + 90, 380), room)
    soft(canvas, 9.0, lambda cloth: _shadows(cloth, t, lantern))
    draw_front(canvas, 0.1 + 0.9 * ease((t - 0.9) / 1.7), room)
    _rain_outside(canvas, t)
    lantern.throw(canvas, 420, rays=0)
    _xing(t).draw(canvas, (HERS.place(t), STAND - 6), TALL, 1, people)
    lantern.on_pole(canvas, _hand(t))
    _keeper(t).draw(canvas, (_keeper_x(t), STAND + 4), TALL, at(TURN, t), people)
    lantern.draw(canvas, t)
    canvas.restore()
    if view.place((1290, 0), NEARER)[0] < WIDTH:
        soft(canvas, 5.0, lambda cloth: _near(cloth, view, room))
    finish(canvas, t, 0.05)


def lamp(t: float) -> tuple[float, float, float, float]:
    """In the lantern he holds, all the while."""
    view, lantern = _view(t), _lantern(t)
    x, y = view.share(lantern.wick)
    return x, y, lantern.flame * view.zoom / 720, 0.0


def _view(t: float) -> View:
    """Close while the flame shivers; then back, and along with her."""
    close = 1.7 + 0.12 * ease(t / 2.2)
    out = ease((t - 1.9) / 3.4)
    along = ease((t - 3.6) / 8.0)
    return View(close + (1.2 - close) * out, 492 + 90 * out + 220 * along, 322 + 70 * out)


def _keeper_x(t: float) -> float:
    return AFTER.place(t) if t > 8 else BACK.place(t)


def _shiver(t: float) -> float:
    """Fast and fading, from the moment the flame shivers."""
    since = t - 0.35
    return math.exp(-since * 0.9) * math.sin(31 * since) if since > 0 else 0.0


def _keeper(t: float) -> Figure:
    face = blinking(alive(at(FACES, t), t, 4.0), t, (0.5, 3.4, 5.9, 8.0, 10.2))
    shiver = _shiver(t)
    still = Pose(
        near=Arm(0.06, 0.3 + 0.5 * ease((t - 0.4) / 0.4) * (1 - ease((t - 2.4) / 2)), 0.2, 1.0),
        lean=at(LEANS, t) + 0.012 * shiver,
        nod=at(NODS, t) + 0.02 * shiver,
        rise=1.2 * math.sin(1.3 * t),
        hem=0.03 * drift(t * 0.6, 3.0) + 0.03 * shiver,
        sleeve=0.15 * shiver + 0.05 * drift(t * 0.5, 2.0),
        face=face,
    )
    walk = AFTER if t > 8 else BACK
    wind = -0.06 - 0.16 * gust(t) * (1 - ease((t - 7) / 2))
    x, turn = _keeper_x(t), at(TURN, t)
    hand = (
        x + at(HELD_X, t) * turn + 2.4 * shiver,
        STAND + at(HELD_Y, t) + 1.6 * math.sin(1.3 * t),
    )
    return Keeper(walk.pose(still, t, TALL), t, wind).reaching(
        hand, (x, STAND + 4), TALL, turn, near=False
    )


def _hand(t: float) -> tuple[float, float]:
    return _keeper(t).hand((_keeper_x(t), STAND + 4), TALL, at(TURN, t), near=False)


def _lantern(t: float) -> Lantern:
    swing = 0.16 * _shiver(t) + 0.04 * math.sin(2.6 * t) + 0.05 * math.sin(3.1 * t) * _moving(t)
    low = 1 - 0.4 * ease((t - 0.4) / 0.5) + 0.12 * ease((t - 6) / 4)
    ring = pole_tip(_hand(t), at(TILTS, t) + 0.04 * _shiver(t), POLE, at(TURN, t))
    return Lantern(ring, 0.8, swing, low * (1 + 0.25 * _shiver(t)) + 0.05 * drift(t, 2.0))


def _moving(t: float) -> float:
    return math.exp(-((t - 1.2) ** 2)) + ease((t - 8.5) / 1.0)


def _xing(t: float) -> Figure:
    face = Face(brow=0.1, knit=0.35, lid=0.9, gaze=0.8, smile=-0.2, glance=0.15)
    past = math.exp(-(((HERS.place(t) - _keeper_x(t) + 40) / 90) ** 2))
    still = Pose(
        near=Arm(0.2, 0.7, 0.1),
        far=Arm(0.15, 0.55, 0.0),
        lean=0.05 + 0.05 * past,
        nod=0.02 + 0.13 * past,
        hood=1.0,
        rise=0.8 * math.sin(1.7 * t),
        hem=0.05 * drift(t * 0.7, 8.0),
        face=blinking(face, t, (1.4, 4.6, 6.3, 9.1)),
    )
    outside = 1 - ease((HERS.place(t) - 330) / 160)
    return Xing(HERS.pose(still, t, TALL), t, -0.04 - 0.3 * gust(t) * outside)


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
    rain(canvas, t, count=240, strength=0.3, seed=3)
    canvas.restore()


def _near(canvas: skia.Canvas, view: View, light: Light) -> None:
    """A pillar close to us, for depth."""
    canvas.save()
    view.through(canvas, NEARER)
    draw_pillar(canvas, 1330, Light(light.at, 420, near=0xFF5A5048, far=0xFF10141A))
    canvas.restore()
