"""Arrival: from the wide dusk sea to the one lamp that burns with its watcher's heart."""

import math

import skia

from making.cloth import drift, finish
from making.palette import AMBER
from making.world_birds import Flight, Plumage, draw_flights, draw_moths
from making.world_hours import DUSK, NIGHTFALL
from making.world_islet import draw_islet
from making.world_light import (
    draw_air,
    draw_beams,
    draw_dark,
    draw_dark_around,
    draw_lighting,
    draw_path_of_light,
)
from making.world_paper import HIGH, WIDE, ease, fall, mix, shaded
from making.world_sea import bands, draw_sea
from making.world_sky import Cloud, Range, draw_cloud, draw_moon, draw_range, draw_sky, draw_stars
from making.world_title import draw_title
from making.world_tower import FLAME_TALL
from making.world_view import View, toward

SECONDS = 24.0
LAMP = (884.0, 236.0)
CLOSE = (640.0, 408.0)
HORIZON = 470.0
MOON = (600.0, 268.0)
STRIPS = bands(HORIZON, 770)
BEHIND = 3
RISEN = 9.0  # from here on the camera is above the near water
FAR = Range(7.0, HORIZON + 4, 168, 15, 0.15, 1.6, 4)
NEARER = Range(3.4, HORIZON + 8, 96, 10, 0.5, 0.8, 9, (380, 1010))
CLOUDS_BEHIND = (
    Cloud(655, 322, 96, 6.0, 0, 3.2, 1.4, 0.95),
    Cloud(150, 372, 84, 6.0, 1, 2.4, 1.4, 0.7),
    Cloud(1180, 196, 120, 4.2, 2, -3.0, 0.8, 0.75),
)
CLOUDS_BEFORE = (
    Cloud(1085, 372, 132, 0.9, 1, -5.0, 0.0, 0.95),
    Cloud(715, 402, 105, 0.55, 0, 5.0, 0.0, 0.9),
    Cloud(1240, 330, 150, -0.34, 2, -6.0, 3.0, 0.9),
)
GULLS = (
    Flight(1.6, 10.0, ((640, 372), (1085, 158)), 17, 0.3),
    Flight(2.2, 10.6, ((600, 398), (1050, 196)), 14, 1.9),
    Flight(2.9, 11.0, ((570, 384), (1010, 226)), 12, 4.1),
    Flight(15.5, 25.0, ((-40, 300), (360, 190)), 30, 2.2),
    Flight(16.6, 26.0, ((-40, 350), (330, 262)), 21, 5.0),
)


def _come(t: float) -> float:
    """How much of the way to the lamp is done."""
    return ease(t, 0.4, 12.9)


def view(t: float) -> View:
    """The slow push: even to the eye, for the lamp grows by the same share each moment."""
    come = _come(t)
    nearer = math.exp(-2.59 * come)
    seen = (mix(LAMP[0], CLOSE[0], come), mix(LAMP[1], CLOSE[1], come))
    turn = ease(t, 4.4, 12.8)
    return toward(LAMP, seen, nearer, (-470 * turn, -70 * turn))


def lamp(t: float) -> tuple[float, float, float, float]:
    """Where the live flame stands."""
    now = view(t)
    x, y = now.at(LAMP)
    shown = 1 - ease(t, 0.4, 1.8)
    return x / WIDE, y / HIGH, FLAME_TALL * now.scale(0.0) / HIGH, shown


def _heavens(canvas: skia.Canvas, now: View, t: float, night: float) -> None:
    turn = now.turn
    glow = (MOON[0] + turn[0], 400.0 + turn[1])
    draw_sky(canvas, DUSK, HORIZON, (MOON[0], 400.0))
    draw_sky(canvas, NIGHTFALL, HORIZON, (180.0, 400.0), alpha=night)
    draw_stars(canvas, t, 0.25 * ease(t, 1.5, 5) + 0.75 * night, low=380, shift=turn)
    draw_moon(canvas, (MOON[0] + turn[0], MOON[1] + turn[1]), 62, DUSK, 0.97)
    water = fall(HORIZON + turn[1], HIGH, (0, DUSK.sea_far, 1), (1, DUSK.sea_near, 1))
    draw_range(canvas, now, FAR, DUSK)
    for piece in CLOUDS_BEHIND:
        draw_cloud(canvas, now, piece, DUSK, t)
    draw_range(canvas, now, NEARER, DUSK)
    canvas.drawRect(skia.Rect.MakeLTRB(0, HORIZON + turn[1], WIDE, HIGH), shaded(water))
    draw_air(
        canvas, HORIZON - 46 + turn[1], HORIZON + 30 + turn[1], DUSK.glow, 0.42 * (1 - 0.6 * night)
    )
    draw_sea(canvas, now, STRIPS[:BEHIND], DUSK, t)
    draw_path_of_light(canvas, glow[0], HORIZON + 2 + turn[1], 0xFFD695, 0.85, t)
    draw_dark(canvas, 0x8A5E66, night)


def _before(canvas: skia.Canvas, now: View, t: float) -> None:
    if t > RISEN:
        return
    draw_sea(canvas, now, STRIPS[BEHIND:], DUSK, t)
    near = 1 - ease(t, 2.5, 6.0)
    draw_path_of_light(
        canvas,
        MOON[0] + now.turn[0],
        HORIZON + 40 + now.turn[1],
        0xFFC878,
        0.5 * near,
        t,
        reach=330,
    )
    draw_cloud(canvas, now, CLOUDS_BEFORE[2], DUSK, t, 1 - ease(now.scale(-0.34), 2.0, 5.5))


def _islet(canvas: skia.Canvas, now: View, t: float) -> None:
    breath = 1 + 0.09 * drift(t, 2.0)
    x, y = now.at(LAMP)
    canvas.save()
    canvas.translate(x, y)
    size = now.scale(0.0)
    canvas.scale(size, size)
    draw_islet(canvas, DUSK, t, breath=breath)
    canvas.restore()
    close = ease(t, 8.0, 14.0)
    heart = (x, y - 4 * size)
    draw_dark_around(canvas, heart, 62 * size, 0x4A2A34, 0.95 * close)
    draw_beams(canvas, heart, 46 * size, AMBER, 0.055 * close * breath, t)
    draw_moths(canvas, heart, size, t, close)


def _gulls(canvas: skia.Canvas, now: View, t: float) -> None:
    canvas.save()
    if now.onto(canvas, 0.2):
        draw_flights(canvas, GULLS[:3], t, Plumage(0xF3D7A4, 0x2A0F0C))
    canvas.restore()


def draw(canvas: skia.Canvas, t: float) -> None:
    """Draw the picture at a time."""
    now = view(t)
    night = ease(t, 3.5, 13.0)
    _heavens(canvas, now, t, night)
    for piece in CLOUDS_BEFORE[:2]:
        draw_cloud(canvas, now, piece, DUSK, t)
    draw_flights(canvas, GULLS[3:], t, Plumage(0xC98A5A, 0x2A0F0C, 0.85))
    _gulls(canvas, now, t)
    _islet(canvas, now, t)
    _before(canvas, now, t)
    draw_title(canvas, (112 - 30 * ease(t, 1.5, 8), 84), t, 1.5, 6.0)
    draw_lighting(canvas, (MOON[0], 330.0), ease(t, 0.0, 2.2))
    finish(canvas, t)
