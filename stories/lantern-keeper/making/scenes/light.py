"""Light, an ending: two at the rail, and far out on the dark sea another lamp answers."""

import math
from dataclasses import replace
from functools import cache

import skia

from making.cloth import drift, finish
from making.palette import FLAME
from making.puppets import Arm, Face, Keeper, Light, Pose, Xing
from making.puppets import mix as between
from making.weather import draw_mist
from making.world_birds import draw_moths
from making.world_hours import NIGHT
from making.world_islet import draw_islet
from making.world_lamproom import FLOOR
from making.world_light import (
    draw_air,
    draw_beams,
    draw_dark_around,
    draw_glow,
    draw_path_of_light,
)
from making.world_paper import HIGH, WIDE, ease, fall, mix, picture_of, shaded
from making.world_sea import bands, draw_sea
from making.world_sky import Cloud, Range, draw_cloud, draw_range, draw_sky, draw_stars
from making.world_tower import FLAME_TALL
from making.world_view import View, toward

SECONDS = 20.0
LAMP = (372.0, 262.0)
CLOSE = (392.0, 372.0)
NEAR = 7.4
HORIZON = 488.0
STRIPS = bands(HORIZON, 780)
FAR = Range(7.0, HORIZON + 4, 120, 12, 0.3, 1.6, 24)
ANSWER = (1068.0, 437.0)
AWAY = 4.2
OTHER = 0.3
CLOUDS = (
    Cloud(760, 170, 150, 6.0, 0, 2.6, 1.2, 0.8),
    Cloud(1130, 250, 110, 5.0, 1, -2.2, 1.0, 0.7),
    Cloud(560, 330, 90, 4.0, 2, 3.0, 1.0, 0.7),
)
GIRL, MAN = (38.5, FLOOR + 1.2), (26.5, FLOOR + 1.2)
SIZE = 0.092
WAITING = Pose(
    near=Arm(0.35, 1.25), far=Arm(0.3, 1.1), lean=0.06, face=Face(gaze=0.6, knit=0.5, lid=0.8)
)
SEEING = replace(
    WAITING,
    lean=-0.03,
    nod=-0.06,
    rise=4,
    face=Face(gaze=0.8, brow=0.9, knit=0.9, lid=1.3, mouth=0.3),
)
MOVED = Pose(near=Arm(1.15, 2.3, open=1.0), far=Arm(0.35, 1.25), lean=0.05, nod=0.12,
             face=Face(gaze=0.5, brow=0.3, knit=0.9, lid=0.6, smile=0.55))  # fmt: skip
WATCHING = Pose(near=Arm(0.1, 0.5), far=Arm(0.2, 0.75), lean=0.03, face=Face(gaze=0.7, brow=0.2))
GLAD = Pose(
    near=Arm(0.55, 1.5, open=1.0),
    far=Arm(0.3, 1.0),
    nod=-0.05,
    face=Face(gaze=0.7, brow=0.5, smile=0.8, lid=0.85),
)


def view(t: float) -> View:
    """Held close with a slow drift; then back over the sea, further with every moment."""
    back = ease(t, 10.2, 19.8)
    size = math.exp(math.log(NEAR) * (1 - back) + 0.008 * min(t, 12.0) * (1 - back))
    seen = (mix(CLOSE[0] - 1.2 * t * (1 - back), LAMP[0], back), mix(CLOSE[1], LAMP[1], back))
    turn = 1 - ease(t, 10.2, 18.0)
    return toward(LAMP, seen, 1 / size, (-96 * turn, -58 * turn))


def lamp(t: float) -> tuple[float, float, float, float]:
    """Where the live flame stands."""
    now = view(t)
    x, y = now.at(LAMP)
    return x / WIDE, y / HIGH, FLAME_TALL * now.scale(0.0) / HIGH, 0.0


def answering(t: float) -> float:
    """How bright the other lamp burns: it opens at 6, then answers, slowly, twice."""
    opened = 0.42 * ease(t, 6.0, 7.2)
    swells = sum(0.58 * math.exp(-(((t - at) / 0.62) ** 2)) for at in (8.5, 10.7))
    return opened + swells + 0.22 * ease(t, 11.6, 13.0) + 0.04 * drift(t, 8.0) * opened


def _people(canvas: skia.Canvas, t: float) -> None:
    light = Light((0.0, -4.0), 62, far=0xFF5A6A7C, warmth=0.42)
    seen, moved = ease(t, 6.3, 7.2), ease(t, 8.6, 10.2)
    breath = 0.5 + 0.5 * math.sin(t * 1.5)
    man = between(between(WAITING, SEEING, seen), MOVED, moved)
    man = replace(man, rise=man.rise + 1.4 * breath, hem=0.04 * math.sin(t * 1.2))
    girl = between(WATCHING, GLAD, ease(t, 7.2, 8.4))
    girl = replace(
        girl, rise=girl.rise + 1.2 * math.sin(t * 1.8) ** 2, hem=0.05 * math.sin(t * 1.1 + 1)
    )
    Xing(girl, t, 0.22 + 0.08 * drift(t, 3.0)).draw(canvas, GIRL, SIZE, 1, light)
    Keeper(man, t, 0.15).draw(canvas, MAN, SIZE, 1, light)


@cache
def _other() -> skia.Image:
    def draw(canvas: skia.Canvas) -> None:
        canvas.translate(260, 100)
        draw_islet(canvas, NIGHT, 0.0, breath=0.2, gust=0.0)

    return picture_of(520, 376, draw, fine=1.0)


def _answer(canvas: skia.Canvas, now: View, t: float) -> None:
    """The island across the water, hardly there until its lamp opens."""
    k = answering(t)
    size = now.scale(AWAY) * OTHER
    x, y = now.at(ANSWER, AWAY)
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(size, size)
    paint = skia.Paint(Alphaf=0.1 + 0.75 * min(1.0, k))
    canvas.drawImage(
        _other(),
        -260,
        -100,
        skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear),
        paint,
    )
    canvas.restore()
    draw_glow(canvas, (x, y), 40 + 150 * k, FLAME, 0.85 * min(1.0, k * 1.3))
    draw_glow(canvas, (x, y), 9 + 16 * k, 0xFFFBE8, min(1.0, k * 1.6))
    draw_beams(canvas, (x, y), 60 + 250 * k, FLAME, 0.13 * k * k, t)


def _heavens(canvas: skia.Canvas, now: View, t: float) -> None:
    far_level = HORIZON + now.turn[1]
    draw_sky(canvas, NIGHT, HORIZON, (1000.0, HORIZON), reach=520)
    draw_stars(canvas, t, 1.0, count=170, seed=15, low=440, shift=now.turn)
    for piece in CLOUDS:
        draw_cloud(canvas, now, piece, NIGHT, t)
    draw_range(canvas, now, FAR, NIGHT)
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, far_level, WIDE, HIGH),
        shaded(fall(far_level, HIGH, (0, NIGHT.sea_far, 1), (1, NIGHT.sea_near, 1))),
    )
    draw_air(canvas, far_level - 40, far_level + 30, NIGHT.haze, 0.5)


def draw(canvas: skia.Canvas, t: float) -> None:
    """Draw the picture at a time."""
    now = view(t)
    _heavens(canvas, now, t)
    draw_sea(canvas, now, STRIPS[:2], NIGHT, t)
    _answer(canvas, now, t)
    draw_sea(canvas, now, STRIPS[2:4], NIGHT, t)
    answer = now.at(ANSWER, AWAY)
    draw_path_of_light(
        canvas, answer[0], answer[1] + 60 * now.scale(AWAY) * OTHER, FLAME, 0.9 * answering(t), t
    )
    draw_mist(canvas, HORIZON - 60, 150, NIGHT.haze, 0.3, t, seed=4, speed=8)
    _islet(canvas, now, t)
    draw_sea(canvas, now, STRIPS[4:], NIGHT, t)
    home = now.at((LAMP[0], 512.0))
    wide = ease(t, 13.5, 19.0)
    draw_path_of_light(canvas, home[0], home[1], FLAME, 0.55 * wide, t, reach=240)
    finish(canvas, t, vignette=0.75)


def _islet(canvas: skia.Canvas, now: View, t: float) -> None:
    breath = 1 + 0.08 * drift(t, 2.0)
    x, y = now.at(LAMP)
    size = now.scale(0.0)
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(size, size)
    draw_islet(canvas, NIGHT, t, breath=breath, people=lambda room: _people(room, t))
    canvas.restore()
    close = 1 - ease(t, 11.0, 17.0)
    draw_dark_around(canvas, (x + 12 * size, y), 96 * size, 0x4A567A, 0.6 * close)
    draw_beams(canvas, (x, y - 4 * size), 46 * size, FLAME, 0.06 * breath, t)
    draw_moths(canvas, (x, y - 4 * size), size, t, close)
    draw_glow(canvas, (x, y - 4 * size), mix(150, 0, close), FLAME, 0.5 * (1 - close))
