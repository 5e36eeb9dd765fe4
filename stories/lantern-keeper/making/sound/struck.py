"""What is struck: the one drum, glass that sings and chimes, wood, cups."""

from functools import lru_cache

import numpy as np

from making.sound.grid import RATE, samples
from making.sound.synth import (
    Sound,
    band,
    below,
    clock,
    curve,
    dice,
    drift,
    modes,
    strike,
    swell,
    unit,
    white,
)


@lru_cache(maxsize=32)
def drum(force: float, seconds: float = 3.2) -> Sound:
    """A great drum touched with a soft mallet; it falls in pitch as the skin comes to rest."""
    rng = dice("drum", force)
    time = clock(seconds)
    out = np.zeros(len(time))
    for ratio, ring, loud in (
        (1.0, 2.4, 1.0),
        (1.594, 1.1, 0.5),
        (2.136, 0.7, 0.32),
        (2.653, 0.5, 0.2 * force),
        (3.6, 0.3, 0.15 * force),
    ):
        path = 57.0 * ratio * (1.0 + 0.16 * force * np.exp(-time / 0.06))
        out += loud * np.exp(-6.9 * time / ring) * np.sin(2 * np.pi * np.cumsum(path) / RATE)
    felt = below(white(seconds, rng), 240.0 + 900.0 * force) * strike(seconds, 0.004, 0.12)
    skin = out * np.minimum(time / 0.004, 1.0) * np.minimum((seconds - time) / 0.2, 1.0)
    return unit(skin + 0.5 * force * unit(felt))


def glow(hertz: tuple[float, ...], seconds: float, rise: float, fall: float) -> Sound:
    """The lamp's own tone: glass stroked with a wet finger, one bowl for each pitch."""
    rng = dice("glow", hertz, seconds)
    out = np.zeros(samples(seconds))
    for place, frequency in enumerate(hertz):
        for ratio, loud in ((1.0, 1.0), (2.005, 0.16), (3.02, 0.05)):
            path = frequency * ratio * (1.0 + 0.0006 * drift(seconds, 1.5, rng))
            wave = np.sin(2 * np.pi * np.cumsum(path) / RATE + place)
            beat = 1.0 + 0.25 * np.sin(2 * np.pi * (0.5 + 0.11 * place) * clock(seconds) + place)
            out += loud / (1 + place * 0.4) * wave * beat
    stroke = band(white(seconds, rng), 2_400.0, 6_000.0, 1) * 0.012
    return unit((out + stroke) * swell(seconds, rise, fall))


@lru_cache(maxsize=16)
def chime(hertz: float, seconds: float = 4.0) -> Sound:
    """A glass edge touched once, far more ring than blow."""
    ratios = (1.0, 2.32, 4.25, 6.63)
    bowl = modes(
        [hertz * ratio for ratio in ratios], (3.6, 1.6, 0.7, 0.3), (1.0, 0.3, 0.14, 0.06), seconds
    )
    return unit(bowl * np.minimum(clock(seconds) / 0.006, 1.0))


def cup(seed: int = 0) -> Sound:
    """A small tea cup that meets its saucer or the table."""
    rng = dice("cup", seed)
    base = 2_150.0 * float(rng.uniform(0.96, 1.06))
    clay = modes(
        [base, base * 1.37, base * 2.21, base * 3.13],
        (0.16, 0.11, 0.07, 0.04),
        (1.0, 0.7, 0.5, 0.3),
        0.35,
    )
    table = modes((210.0, 395.0, 640.0), (0.09, 0.07, 0.05), (0.9, 0.5, 0.3), 0.35)
    return unit(clay + 0.8 * table)


def knock(force: float = 0.6, seed: int = 0) -> Sound:
    """A knuckle on a tall door of old wood."""
    rng = dice("knock", seed)
    plank = modes(
        [tone * float(rng.uniform(0.985, 1.015)) for tone in (96.0, 171.0, 248.0, 412.0, 690.0)],
        (0.30, 0.22, 0.16, 0.09, 0.05),
        (0.9, 1.0, 0.7, 0.5, 0.25),
        0.5,
    )
    bone = band(white(0.5, rng), 500.0, 2_600.0) * strike(0.5, 0.0008, 0.018)
    return unit(plank + 0.35 * force * unit(bone))


def step(stone: bool, seed: int = 0) -> Sound:
    """A foot in a cloth shoe, on wet stone or on a wooden floor."""
    rng = dice("step", stone, seed)
    heel = below(white(0.45, rng), 130.0 if stone else 170.0) * strike(0.45, 0.006, 0.14)
    grit = band(white(0.45, rng), 900.0, 4_200.0) * curve(
        [(0.0, 0.0), (0.03, 1.0), (0.09, 0.25), (0.16, 0.5), (0.3, 0.0)], 0.45
    )
    if stone:
        return unit(unit(heel) + 0.32 * unit(grit))
    board = modes((118.0, 187.0, 310.0), (0.2, 0.14, 0.09), (1.0, 0.8, 0.4), 0.45)
    return unit(unit(heel) + 0.7 * board + 0.1 * unit(grit))


def thud(deep: float, seconds: float = 0.9) -> Sound:
    """Two heavy things that meet: a hull and a rock, a door and its wall."""
    rng = dice("thud", deep)
    blow = below(white(seconds, rng), deep * 3.0, 3) * strike(seconds, 0.005, 0.25)
    wood = modes(
        (deep, deep * 1.7, deep * 2.9, deep * 4.6),
        (0.6, 0.4, 0.22, 0.12),
        (1, 0.6, 0.4, 0.2),
        seconds,
    )
    return unit(unit(blow) + 0.9 * wood)


@lru_cache(maxsize=8)
def latch(seed: int = 0) -> Sound:
    """An iron latch lifted from its wooden keep."""
    rng = dice("latch", seed)
    out = np.zeros(samples(0.5))
    for second, loud in ((0.0, 0.5), (0.11, 1.0), (0.17, 0.35)):
        iron = modes(
            [tone * float(rng.uniform(0.97, 1.03)) for tone in (640.0, 1_310.0, 2_480.0, 3_900.0)],
            (0.07, 0.05, 0.035, 0.02),
            (1.0, 0.7, 0.45, 0.2),
            0.2,
        )
        wood = modes((160.0, 260.0), (0.08, 0.06), (0.8, 0.5), 0.2)
        first = samples(second)
        out[first : first + samples(0.2)] += loud * (0.5 * iron + wood)
    return unit(out)
