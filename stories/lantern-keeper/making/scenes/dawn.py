"""Dawn, an ending: the letter can wait, and a sail comes out of the mist."""

import math
from dataclasses import replace
from functools import cache

import skia

from making.cloth import drift, finish
from making.puppets import Arm, Face, Keeper, Light, Pose, Xing
from making.puppets import mix as between
from making.weather import draw_mist, draw_motes
from making.world_birds import Flight, Plumage, draw_flights
from making.world_boat import draw_junk
from making.world_carve import crag, rock
from making.world_hours import DAWN
from making.world_islet import draw_islet, draw_pine, stone
from making.world_light import (
    draw_air,
    draw_beams,
    draw_dark,
    draw_glow,
    draw_path_of_light,
    draw_veiled,
)
from making.world_paper import (
    HIGH,
    WIDE,
    Point,
    ease,
    fall,
    halo,
    ink,
    line_of,
    mix,
    shaded,
    smooth,
    sway,
)
from making.world_sea import Swell, bands, draw_sea, water_at
from making.world_sky import Cloud, Range, draw_cloud, draw_range, draw_sky, draw_stars
from making.world_tower import FLAME_TALL
from making.world_view import View, toward

SECONDS = 24.0
SOFT = Swell(0.8, 0.75, 0.7)
LAMP = (300.0, 196.0)
TOWER = 1.28
HORIZON = 462.0
SUN = (846.0, 330.0)
STRIPS = bands(HORIZON, 800)
RANGES = (
    Range(8.0, HORIZON + 4, 200, 13, 0.05, 2.2, 31, (690, 1010)),
    Range(5.0, HORIZON + 6, 150, 12, 0.3, 1.2, 33, (640, 1080)),
    Range(3.0, HORIZON + 10, 92, 9, 0.62, 0.6, 36, (470, 1180)),
)
CLOUDS = (
    Cloud(600, 150, 150, 6.5, 2, 3.0, 1.0, 0.9),
    Cloud(1080, 205, 130, 5.5, 0, -2.6, 0.8, 0.85),
    Cloud(880, 92, 100, 7.0, 1, 2.0, 1.2, 0.7),
    Cloud(500, 330, 92, 4.0, 1, 4.2, 0.8, 0.85),
    Cloud(1230, 345, 120, 3.4, 0, -5.0, 0.6, 0.85),
)
GULLS = (
    Flight(1.5, 9.0, ((1120, 330), (1330, 200)), 16, 0.4),
    Flight(10.2, 20.0, ((724, 620), (1100, 96)), 44, 0.9),
    Flight(10.5, 19.4, ((770, 628), (1260, 170)), 36, 2.3),
    Flight(10.9, 21.0, ((700, 612), (930, 66)), 30, 3.9),
    Flight(11.3, 21.6, ((806, 640), (1330, 250)), 40, 5.2),
    Flight(11.8, 23.0, ((690, 620), (760, 50)), 26, 1.4),
    Flight(12.5, 24.5, ((745, 610), (1190, 40)), 22, 2.9),
    Flight(15.5, 25.5, ((1330, 420), (420, 150)), 30, 4.6),
)
GIRL, MAN = (628.0, 577.0), (566.0, 574.0)
SIZE = 0.235
REST = Pose(near=Arm(0.2, 0.75), far=Arm(0.15, 0.6), face=Face(gaze=0.6))
POINTING = Pose(
    near=Arm(1.55, 1.62, open=1.0),
    far=Arm(0.2, 0.6),
    lean=0.05,
    nod=-0.05,
    face=Face(gaze=0.8, smile=0.8),
)
SHADING = Pose(
    near=Arm(0.7, 2.75, open=1.0),
    far=Arm(0.2, 0.7),
    lean=-0.02,
    face=Face(gaze=0.8, brow=0.8, smile=0.5),
)


def view(t: float) -> View:
    """A slow, single movement: towards the light, a little to the side where the sail comes."""
    go = ease(t, -4.0, 26.0)
    seen = (mix(LAMP[0] + 24, LAMP[0] - 58, go), mix(LAMP[1] + 20, LAMP[1] - 14, go))
    return toward(LAMP, seen, mix(1.02, 0.86, go), (mix(14, -26, go), mix(6, -8, go)))


def lamp(t: float) -> tuple[float, float, float, float]:
    """Where the live flame stands, burning pale."""
    now = view(t)
    x, y = now.at(LAMP)
    return x / WIDE, y / HIGH, FLAME_TALL * TOWER * now.scale(0.0) / HIGH, 0.0


def _sun(canvas: skia.Canvas, at: Point, k: float) -> None:
    x, y = at
    wide = halo(
        at,
        560,
        (0, 0xFFF7E0, 0.85 * k),
        (0.14, 0xFFE6C4, 0.6 * k),
        (0.45, 0xFFC9AE, 0.24 * k),
        (1, 0xFFC9AE, 0),
    )
    canvas.drawCircle(x, y, 560, shaded(wide))
    disc = halo(at, 84, (0, 0xFFFFFF, k), (0.8, 0xFFF9E6, k), (1, 0xFFEBCB, k))
    canvas.drawCircle(x, y, 84, shaded(disc))
    for ring, strength in ((1.14, 0.55), (1.27, 0.3), (1.44, 0.16)):
        canvas.drawCircle(x, y, 84 * ring, ink(0xFFFBEA, strength * k, line=1.5))


def _sail(canvas: skia.Canvas, now: View, t: float) -> None:
    """The sail: first a paler shape in the mist, then paper, wood and colour."""
    come = ease(t, 8.2, 25.5)
    seen = ease(t, 8.4, 13.2)
    if seen <= 0:
        return
    x, _ = now.at((mix(1060, 800, come), 0.0), 2.0)
    water = water_at(now, STRIPS[2], x, t, SOFT)
    size = mix(0.44, 0.74, come)
    tilt = 1.6 * math.sin(t * 0.8)
    box = skia.Rect.MakeXYWH(x - 110, water - 190, 240, 220)
    canvas.saveLayerAlpha(box, round(255 * seen))
    draw_junk(canvas, (x, water - 4), size, tilt, DAWN, 0.5 + 0.5 * math.sin(t * 0.7))
    haze = fall(
        water - 160, water + 20, (0, 0xFFE3CC, 0.85 * (1 - seen)), (1, 0xFFE9D6, 0.9 * (1 - seen))
    )
    canvas.drawRect(box, shaded(haze, mode=skia.BlendMode.kSrcATop))
    canvas.restore()


@cache
def _ledge() -> skia.Picture:
    """The low rock that runs out from the islet, where the two stand."""
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-400, 400, 900, 800))
    dye = stone(DAWN, 540, 700)
    top = smooth(
        [
            (-340, 566),
            (260, 540),
            (430, 556),
            (520, 572),
            (600, 576),
            (680, 580),
            (716, 604),
            (738, 660),
            (742, 760),
            (-340, 760),
        ]
    )
    canvas.drawPath(line_of(top, closed=True), shaded(dye.hide))
    canvas.drawPath(line_of(top[:-12]), ink(dye.rim, 0.9, line=2.4))
    for x, width, height, seed in (
        (-80, 200, 150, 6),
        (60, 190, 150, 3),
        (190, 180, 128, 8),
        (330, 180, 150, 12),
        (450, 150, 118, 17),
        (545, 140, 100, 22),
        (640, 130, 104, 27),
        (704, 80, 66, 31),
        (400, 110, 84, 35),
        (590, 90, 70, 38),
    ):
        foot = (float(x), 690.0)
        rock(
            canvas,
            crag(foot, width, height, seed, blunt=0.8),
            foot,
            stone(DAWN, 690 - height, 690),
            0.9,
        )
    return recorder.finishRecordingAsPicture()


def _people(canvas: skia.Canvas, t: float) -> None:
    light = Light((900.0, 420.0), 620, far=0xFFB08A98, wash=0xFFFFE3C0, warmth=0.3)
    saw, glad = ease(t, 9.6, 10.8), ease(t, 11.0, 12.4)
    breath = math.sin(t * 1.4)
    girl = between(between(REST, POINTING, saw), replace(REST, nod=-0.04), ease(t, 15.0, 17.0))
    girl = replace(girl, rise=girl.rise + breath, hem=0.05 * sway(t, 2.0))
    man = between(
        between(replace(REST, nod=0.08), SHADING, glad),
        replace(REST, face=Face(smile=0.7)),
        ease(t, 17.5, 19.5),
    )
    man = replace(man, rise=man.rise + 0.8 * math.sin(t * 1.2), hem=0.03 * sway(t, 4.0))
    Keeper(man, t, 0.15).draw(canvas, MAN, SIZE, 1, light)
    figure = Xing(girl, t, 0.28 + 0.1 * sway(t, 1.0))
    figure.draw(canvas, GIRL, SIZE * 0.97, 1, light)
    _letter(canvas, figure.hand(GIRL, SIZE * 0.97, near=False))


def _letter(canvas: skia.Canvas, at: Point) -> None:
    """The letter, folded, not yet opened."""
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(24)
    canvas.drawRect(skia.Rect.MakeXYWH(-4, -9, 8, 13), ink(0xFFF6E2))
    canvas.drawRect(skia.Rect.MakeXYWH(-4, -9, 8, 13), ink(DAWN.rim, 0.8, line=0.8))
    canvas.drawRect(skia.Rect.MakeXYWH(-1.4, -6, 2.8, 7), ink(0xC23A22))
    canvas.restore()


def _islet(canvas: skia.Canvas, t: float) -> None:
    canvas.save()
    canvas.translate(*LAMP)
    canvas.scale(TOWER, TOWER)
    draw_islet(canvas, DAWN, t, breath=0.75 + 0.05 * drift(t, 2.0), gust=0.3)
    canvas.restore()


def _shore(canvas: skia.Canvas, now: View, t: float) -> None:
    canvas.save()
    now.onto(canvas)
    draw_veiled(canvas, lambda cloth: _islet(cloth, t), 0xF2B0A8, 0.16)
    canvas.restore()
    _, level = now.at((0.0, 452.0))
    draw_mist(canvas, level, 120 * now.scale(0.0), 0xFFE9DC, 0.55, t, seed=8, speed=7)
    canvas.save()
    now.onto(canvas)
    canvas.drawPicture(_ledge())
    _people(canvas, t)
    canvas.restore()


def _heavens(canvas: skia.Canvas, now: View, t: float) -> None:
    up = ease(t, -6.0, 24.0)
    sun = (SUN[0] + now.turn[0], mix(SUN[1] + 66, SUN[1] - 40, up) + now.turn[1])
    draw_sky(canvas, DAWN, HORIZON + 10, (SUN[0] + now.turn[0], HORIZON - 40), reach=700)
    draw_stars(canvas, t, 0.55 * (1 - ease(t, 0.0, 7.0)), count=60, seed=25, low=230)
    _sun(canvas, sun, mix(0.72, 1.0, up))
    draw_beams(canvas, sun, 640, 0xFFE9C4, 0.2 * up, 0.6 * t)
    for piece in CLOUDS[:3]:
        draw_cloud(canvas, now, piece, DAWN, t)
    draw_range(canvas, now, RANGES[0], DAWN)
    draw_mist(canvas, HORIZON - 130, 150, 0xFFEBDD, 0.75, t, seed=1, speed=6)
    draw_range(canvas, now, RANGES[1], DAWN)
    for piece in CLOUDS[3:]:
        draw_cloud(canvas, now, piece, DAWN, t)
    level = HORIZON + now.turn[1]
    water = fall(level, HIGH, (0, 0xFCD9C2, 1), (0.3, DAWN.sea_far, 1), (1, DAWN.sea_near, 1))
    draw_range(canvas, now, RANGES[2], DAWN)
    canvas.drawRect(skia.Rect.MakeLTRB(0, level, WIDE, HIGH), shaded(water))
    draw_air(canvas, level - 60, level + 34, 0xFFF0DE, 0.75)


def draw(canvas: skia.Canvas, t: float) -> None:
    """Draw the picture at a time."""
    now = view(t)
    _heavens(canvas, now, t)
    draw_sea(canvas, now, STRIPS[:2], DAWN, t, SOFT)
    draw_mist(
        canvas, HORIZON - 70, 130, 0xFFF1E4, 0.85 - 0.3 * ease(t, 6, 14), t, seed=3, speed=11
    )
    _sail(canvas, now, t)
    draw_sea(canvas, now, STRIPS[2:4], DAWN, t, SOFT)
    sun_x = SUN[0] + now.turn[0]
    draw_path_of_light(canvas, sun_x, HORIZON + 4, 0xFFF0CF, 0.85, t, reach=320)
    draw_mist(
        canvas, HORIZON - 24, 120, 0xFFEEDF, 0.7 * (1 - 0.55 * ease(t, 8, 15)), t, seed=5, speed=-9
    )
    draw_flights(canvas, GULLS[:1], t, Plumage(0xF7D8C8, 0x4F2F4C, 0.8))
    draw_sea(canvas, now, STRIPS[4:5], DAWN, t, SOFT)
    _shore(canvas, now, t)
    draw_sea(canvas, now, STRIPS[5:], DAWN, t, SOFT)
    draw_flights(canvas, GULLS[1:], t, Plumage(0xFFF6E8, 0x5A3350))
    draw_mist(canvas, 590, 150, 0xF9D9CC, 0.35, t, seed=6, speed=16)
    _near_pine(canvas, now, t)
    draw_glow(canvas, (sun_x, 330.0), 620, 0xFFD9B0, 0.22 + 0.16 * ease(t, 12, 23))
    draw_motes(canvas, t, 0.5, 0xFFE6C8)
    draw_dark(canvas, 0xE8D0D8, 1 - ease(t, -3.0, 3.0))
    finish(canvas, t, flicker=0.012, weave=0.7, vignette=0.62)


def _near_pine(canvas: skia.Canvas, now: View, t: float) -> None:
    canvas.save()
    if now.onto(canvas, -0.3):
        canvas.translate(1262, 742)
        draw_pine(canvas, (0, 0), (-2.3, 2.3), DAWN, 0.3 * sway(t, 5.0, speed=0.7))
    canvas.restore()
