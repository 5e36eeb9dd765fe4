"""Landing: Xing rows in under the storm, touches the rock, and looks up at his lamp."""

import math
from dataclasses import replace
from functools import cache, partial

import skia

from making.cloth import drift, finish
from making.palette import FLAME
from making.props_lantern import small_lantern
from making.puppets import Arm, Face, Figure, Light, Pose, Xing, walking
from making.puppets import mix as between
from making.weather import Burst, draw_mist, draw_rain, draw_spray, draw_veils, gust
from making.world_birds import Flight, Plumage, draw_flights
from making.world_boat import DECK, LANTERN_ARM, aboard, draw_sampan, oar_handle
from making.world_carve import Dye, crag, rock, toned
from making.world_hours import GALE
from making.world_islet import draw_tower, stone
from making.world_light import draw_air, draw_dark, draw_dark_around, draw_glow
from making.world_paper import HIGH, WIDE, Point, ease, ink, line_of, mix, shaded, smooth, sway
from making.world_sea import ROUGH, ROUGH_CRESTS, bands, draw_sea, water_at
from making.world_sky import Cloud, Range, draw_cloud, draw_moon, draw_range, draw_sky
from making.world_tower import FLAME_TALL
from making.world_view import View, pan

SECONDS = 12.0
WET = GALE._replace(near=0x0E1720, far=0x4E6675, cut=0xDCE8E2, rim=0x04070B)
FOAM = Dye(toned(-100, 40, (0, 0x86A2AA, 1), (1, 0x1E3442, 1)), GALE.rim, 0xF2F6EC, 0.9)
LAMP = (1046.0, 176.0)
TOWER = 1.72
HORIZON = 430.0
STRIPS = bands(HORIZON, 800, 9, focus=0.72, crests=ROUGH_CRESTS)
BEFORE_BOAT = 6
SHORE = 826.0
LEDGE = 546.0
LEDGE_LINE: tuple[Point, ...] = (
    (794, 760), (800, 640), (806, 580), (836, LEDGE), (960, LEDGE - 4), (1010, LEDGE - 22),
    (1060, LEDGE - 44), (1130, LEDGE - 82), (1210, LEDGE - 118), (1330, LEDGE - 160),
    (1460, LEDGE - 210), (1640, LEDGE - 240), (1640, 760),
)  # fmt: skip
GIRL = 0.52
HULL = 1.28
TOUCH = 5.0
FAR = Range(7.0, HORIZON + 4, 150, 14, 0.2, 2.2, 14)
CLOUDS = (
    Cloud(250, 150, 210, 5.0, 2, 16, 1.2, 0.85),
    Cloud(640, 236, 150, 4.0, 0, 22, 0.8, 0.8),
    Cloud(-120, 290, 170, 3.2, 1, 30, 0.6, 0.8),
    Cloud(610, 110, 170, 2.4, 1, 7, 0.8, 0.75),
)
GULLS = (
    Flight(0.2, 5.2, ((1300, 250), (420, 120)), 40, 0.6),
    Flight(0.9, 6.4, ((1320, 330), (330, 210)), 28, 2.6),
    Flight(5.4, 11.0, ((-60, 330), (900, 90)), 36, 4.4),
    Flight(6.2, 12.6, ((-60, 250), (860, 220)), 25, 1.1),
    Flight(8.6, 13.5, ((1320, 180), (520, 60)), 34, 3.2),
)
BURSTS = (
    Burst(1.3, (930, 640), 70, -0.3),
    Burst(3.3, (1010, 655), 95, -0.4),
    Burst(TOUCH, (806, 612), 125, -0.25),
    Burst(6.9, (900, 660), 75, -0.4),
    Burst(9.3, (748, 660), 105, -0.35),
    Burst(10.9, (1000, 660), 80, -0.4),
)
ROWING = Pose(
    near=Arm(0.9, 1.5),
    far=Arm(0.8, 1.4),
    lean=0.12,
    left=26,
    right=-26,
    face=Face(brow=0.2, gaze=0.4),
)
STANDING = Pose(
    near=Arm(0.75, 1.45), far=Arm(0.1, 0.35), left=16, right=-14, face=Face(gaze=0.5, brow=0.4)
)
LOOKING = replace(
    STANDING,
    nod=-0.34,
    lean=-0.07,
    face=Face(gaze=0.6, glance=-0.8, brow=0.7, lid=1.1, mouth=0.15),
)


def view(t: float) -> View:
    """A rocking sea, then a slow push towards her, and the lamp she looks up at."""
    rise = ease(t, 6.2, 12.6)
    rocking = 1 - 0.7 * rise
    return pan(
        7 * sway(t, 1.0) * rocking + 262 * rise,
        5 * sway(t, 2.0) * rocking - 34 * rise,
        1.02 - 0.24 * rise,
    )


def lamp(t: float) -> tuple[float, float, float, float]:
    """Where the live flame stands."""
    now = view(t)
    x, y = now.at(LAMP, 0.5)
    return x / WIDE, y / HIGH, FLAME_TALL * TOWER * now.scale(0.5) / HIGH, 0.0


def _boat(t: float) -> tuple[Point, float]:
    """Where the boat is, and its lean: rowed in by strokes, lifted, set against the rock."""
    come = ease(t, -2.6, TOUCH + 0.15)
    surge = 6 * math.sin(math.tau * t * 0.8) * (1 - ease(t, 3.6, 4.8))
    back = -16 * math.exp(-(t - TOUCH) * 1.4) * math.sin((t - TOUCH) * 5) if t > TOUCH else 0.0
    x = mix(-420, SHORE - 196 * HULL, come) + surge + back
    swell = water_at(View(), STRIPS[BEFORE_BOAT - 1], x, t, ROUGH) - STRIPS[BEFORE_BOAT - 1].y
    crest = -30 * math.exp(-(((t - 4.5) / 0.55) ** 2))
    calm = mix(1.0, 0.45, ease(t, TOUCH, 6.5))
    tilt = 3.6 * math.sin(t * 1.5 + 0.6) * calm - 7 * math.exp(-(((t - 4.4) / 0.5) ** 2))
    if t > TOUCH:
        tilt += 5 * math.exp(-(t - TOUCH) * 2.2) * math.cos((t - TOUCH) * 7)
    return (x, 606 + 0.7 * swell * calm + crest), tilt


def _row(t: float) -> float:
    return 0.8 * t


def _girl(t: float) -> Pose:
    wind = gust(t)
    if t < 5.4:
        brace = ease(t, 4.5, 5.05) * (1 - ease(t, 5.1, 5.6))
        swing = math.cos(math.tau * _row(t)) * (1 - ease(t, 4.2, 4.8))
        pose = replace(
            ROWING,
            lean=0.12 + 0.1 * swing + 0.12 * brace,
            rise=-5 - 4 * swing - 12 * brace,
            hem=-0.12 * swing,
            nod=-0.04 * swing,
        )
        return replace(pose, hem=pose.hem + 0.1 * wind)
    going = between(ROWING, STANDING, ease(t, 5.4, 5.9))
    walk = ease(t, 5.6, 7.5)
    if 0 < walk < 1:
        return walking(going, 2.9 * walk, 62, 1.2)
    return between(STANDING, LOOKING, ease(t, 8.0, 9.2))


def _stand(t: float, at: Point, tilt: float) -> tuple[Point, bool]:
    """Where her feet are, and whether she is still in the boat."""
    deck = aboard(at, HULL, tilt, (-18, DECK))
    walk = ease(t, 5.6, 7.5)
    shore = (SHORE + 58, LEDGE + 2)
    x = mix(deck[0], shore[0], walk)
    hop = -16 * math.sin(math.pi * ease(t, 6.35, 7.1))
    y = mix(deck[1], shore[1], ease(t, 6.2, 7.0)) + hop
    return (x, y), t < 6.6


def _draw_girl(canvas: skia.Canvas, t: float, feet: Point, at: Point, tilt: float) -> None:
    light = Light((feet[0] + 60, feet[1] - 120), 460, far=0xFF54707C, wash=0xFFFFC766, warmth=0.24)
    _figure(t, feet, at, tilt).draw(canvas, feet, GIRL, 1, light)


def _figure(t: float, feet: Point, at: Point, tilt: float) -> Figure:
    girl = Xing(_girl(t), t, 0.2 + 0.6 * gust(t))
    if t >= 5.4:
        return girl
    x, y = aboard(at, HULL, tilt, oar_handle(_row(min(t, 4.8))))
    return girl.reaching((x, y), feet, GIRL).reaching((x - 10, y + 6), feet, GIRL, near=False)


def _lantern(canvas: skia.Canvas, t: float, hand: Point, at: Point, tilt: float) -> Point:
    """Her own lantern, on the bow until she takes it with her; tells where its light is."""
    arm = aboard(at, HULL, tilt, (LANTERN_ARM[0] + 8, LANTERN_ARM[1] - 5))
    taken = ease(t, 6.0, 6.5)
    hung = (mix(arm[0], hand[0], taken), mix(arm[1], hand[1], taken))
    small_lantern(canvas, hung, 0.9, 0.25 * sway(t, 5.0, speed=2.2) - 0.18 * gust(t))
    return hung[0], hung[1] + 40


@cache
def _shore() -> skia.Picture:
    """The landing: a ledge, worn steps, and brocade rocks about it."""
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(700, 280, 1700, 780))
    dye = stone(WET, 420, 740)
    ledge = smooth(LEDGE_LINE)
    shape = line_of(ledge, closed=True)
    canvas.drawPath(shape, shaded(dye.hide))
    canvas.drawPath(line_of(ledge[:-3]), ink(dye.rim, 1, line=4))
    canvas.drawPath(line_of([(x, y + 5) for x, y in ledge[16:-16]]), ink(dye.cut, 0.7, line=1.6))
    for k in range(13):
        x, y = 985 + 42 * k, LEDGE - 28 - 15.9 * k
        canvas.drawRect(skia.Rect.MakeXYWH(x, y - 6, 52, 20), ink(dye.rim))
        canvas.drawLine(x + 2, y - 5, x + 50, y - 5, ink(dye.cut, 0.55, line=1.3))
    for x, width, height, seed in (
        (842, 110, 150, 5),
        (1150, 170, 190, 12),
        (930, 130, 128, 9),
        (1040, 160, 160, 3),
        (1250, 170, 240, 7),
        (1390, 200, 250, 15),
        (1530, 220, 270, 18),
        (884, 96, 96, 21),
    ):
        foot = (float(x), 742.0)
        tone = stone(WET, 742 - height, 742)
        rock(canvas, crag(foot, width, height, seed, blunt=0.6), foot, tone, 1.1)
    return recorder.finishRecordingAsPicture()


def _crown(canvas: skia.Canvas, now: View, t: float) -> None:
    """The islet's height behind the landing, with his tower."""
    canvas.save()
    now.onto(canvas, 0.5)
    canvas.save()
    canvas.translate(*LAMP)
    canvas.scale(TOWER, TOWER)
    draw_tower(canvas, t, 1 + 0.1 * drift(t, 2.0))
    canvas.restore()
    canvas.drawPicture(_heights())
    canvas.restore()


@cache
def _heights() -> skia.Picture:
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(700, 300, 1500, 640))
    for x, width, height, seed in ((1180, 210, 190, 33), (940, 190, 160, 35), (1060, 230, 132, 38),
                                   (1270, 200, 240, 42), (860, 130, 96, 44)):  # fmt: skip
        foot = (float(x), 600.0)
        rock(canvas, crag(foot, width, height, seed), foot, stone(WET, 600 - height, 600), 1.0)
    return recorder.finishRecordingAsPicture()


def draw(canvas: skia.Canvas, t: float) -> None:
    """Draw the picture at a time."""
    now, wind = view(t), gust(t)
    glow = (430.0, 300.0)
    draw_sky(canvas, GALE, HORIZON + 20, glow, reach=560)
    draw_moon(canvas, (392, 176), 46, GALE, 0.75)
    for piece in CLOUDS[:2]:
        draw_cloud(canvas, now, piece, GALE, t)
    draw_range(canvas, now, FAR, GALE)
    draw_cloud(canvas, now, CLOUDS[2], GALE, t)
    draw_veils(canvas, t, GALE.haze, 0.34 + 0.2 * wind)
    draw_sea(canvas, now, STRIPS[:3], GALE, t, ROUGH)
    draw_air(canvas, HORIZON - 50, HORIZON + 60, GALE.haze, 0.4)
    draw_sea(canvas, now, STRIPS[3:5], GALE, t, ROUGH)
    _crown(canvas, now, t)
    draw_cloud(canvas, now, CLOUDS[3], GALE, t)
    draw_mist(canvas, 330, 240, GALE.haze, 0.6, t, seed=2, speed=-34)
    draw_dark(canvas, 0x9FB2BE, 0.3)
    draw_flights(canvas, GULLS, t, Plumage(0xE6EBE2, 0x101A22))
    draw_sea(canvas, now, STRIPS[5:BEFORE_BOAT], GALE, t, ROUGH)
    at, tilt = _boat(t)
    feet, inside = _stand(t, at, tilt)
    canvas.save()
    now.onto(canvas, 0.0)
    canvas.drawPicture(_shore())
    stroke = _row(min(t, 4.8))
    aboard_ = partial(_draw_girl, canvas, t, feet, at, tilt)
    draw_sampan(canvas, at, HULL, tilt, stroke, aboard_ if inside else None)
    if not inside:
        aboard_()
    shine = _lantern(canvas, t, _figure(t, feet, at, tilt).hand(feet, GIRL), at, tilt)
    draw_spray(canvas, BURSTS, t, FOAM)
    canvas.restore()
    draw_sea(canvas, now, STRIPS[BEFORE_BOAT:], GALE, t, ROUGH)
    draw_mist(canvas, 470, 260, GALE.haze, 0.15, t, seed=5, speed=-60)
    draw_dark_around(canvas, (feet[0] + 60, feet[1] - 130), 1000, 0x3A4E62, 0.5)
    draw_glow(canvas, shine, 230, FLAME, 0.2)
    draw_rain(canvas, t, 0.85 * (0.55 + 0.45 * wind), GALE.cut, wind)
    finish(canvas, t)
