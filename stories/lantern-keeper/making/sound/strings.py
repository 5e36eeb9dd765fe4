"""Plucked silk strings: a qin that slides and sings, a small bright pipa for Xing."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from scipy import optimize, signal

from making.sound.grid import RATE, samples
from making.sound.synth import (
    Sound,
    band,
    below,
    clock,
    curve,
    dice,
    gain,
    modes,
    strike,
    through,
    unit,
    white,
)

Bend = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Silk:
    """How a string is made and touched."""

    ring: float  # seconds until the ground tone is 60 dB down
    sparkle: float  # the same at 3 kHz: silk is short here
    place: float  # where it is plucked, as a share of its length
    noise: float  # how much of the touch is nail, not string
    beat: float  # cents between its two ways of swinging
    body: float  # how much of the wood is heard


QIN: Final = Silk(ring=7.5, sparkle=1.1, place=0.16, noise=0.5, beat=1.1, body=0.4)
HARMONIC: Final = Silk(ring=4.2, sparkle=0.5, place=0.42, noise=0.15, beat=0.6, body=0.3)
PIPA: Final = Silk(ring=3.0, sparkle=1.2, place=0.11, noise=0.7, beat=1.8, body=0.4)
MUTED: Final = Silk(ring=0.6, sparkle=0.12, place=0.2, noise=0.9, beat=0.5, body=0.8)

_STRAIGHT: Final[Bend] = ((0.0, 0.0),)


@dataclass(frozen=True, slots=True)
class Shake:
    """A vibrato of the left hand: when it begins, how wide in cents, how fast."""

    after: float
    cents: float
    rate: float


STILL: Final = Shake(after=0.0, cents=0.0, rate=1.0)
YIN: Final = Shake(after=0.45, cents=13.0, rate=4.3)  # the narrow shake of the qin


@lru_cache(maxsize=256)
def pluck(
    hertz: float,
    seconds: float,
    *,
    silk: Silk = QIN,
    force: float = 0.6,
    bend: Bend = _STRAIGHT,
    shake: Shake = STILL,
    seed: int = 0,
) -> Sound:
    """One note; `bend` gives cents over seconds, `force` from 0 (breath) to 1 (snap)."""
    rng = dice("pluck", hertz, seconds, force, seed)
    path = _path(hertz, seconds, bend, shake)
    touch = _touch(hertz, silk, force, rng)
    upright = _loop(path, touch, silk.ring, silk.sparkle)
    aslant = _loop(path * 2.0 ** (silk.beat / 1200), touch, silk.ring * 0.45, silk.sparkle * 0.8)
    string = unit(0.62 * upright + 0.38 * aslant)
    heard = (1 - silk.body) * string + silk.body * unit(through(string, _wood()))
    heard = heard + _nail(seconds, silk, force, rng) + _friction(path, string, rng)
    note = unit(heard) * (0.35 + 0.65 * force) * strike(seconds, 0.0006, 400.0)
    note.setflags(write=False)
    return note


def _path(hertz: float, seconds: float, bend: Bend, shake: Shake) -> Sound:
    """The pitch of every sample, with a breath of sharpness in the first instant."""
    time = clock(seconds)
    cents = curve(bend, seconds) + 6.0 * np.exp(-time / 0.05)
    if shake.cents:
        wide = shake.cents * np.clip((time - shake.after) / 0.5, 0.0, 1.0)
        wide = wide * np.exp(-np.maximum(time - shake.after, 0.0) / 1.6)
        cents = cents + wide * np.sin(2 * np.pi * shake.rate * (time - shake.after))
    return hertz * 2.0 ** (cents / 1200.0)


def _touch(hertz: float, silk: Silk, force: float, rng: np.random.Generator) -> Sound:
    """What the finger gives the string: a rounded kink and some grain, one period long."""
    period = int(RATE / hertz)
    shape = np.where(
        np.arange(period) < silk.place * period,
        np.arange(period) / max(silk.place * period, 1.0),
        (period - np.arange(period)) / max((1 - silk.place) * period, 1.0),
    )
    kink = unit(np.diff(shape, prepend=0.0))
    grain = unit(below(rng.standard_normal(period), min(9_000.0, 900.0 + 7_000.0 * force)))
    gap = max(1, int(silk.place * period))
    raw = (1 - silk.noise * 0.5) * kink + silk.noise * 0.4 * unit(grain - np.roll(grain, gap))
    soft = below(np.tile(raw, 2), 1_500.0 + 7_500.0 * force**1.5)[period:]
    return soft - float(np.mean(soft))


def _loop(path: Sound, touch: Sound, ring: float, sparkle: float) -> Sound:
    """A plucked string as a delay that feeds itself, a block shorter than its delay at a time."""
    hertz = float(np.median(path))
    keep = 10.0 ** (-3.0 / (hertz * ring))
    dull = _dullness(hertz, keep, sparkle)
    delay = RATE / path - dull / (1.0 - dull)
    block = int(np.min(delay)) - 6
    lead = int(np.max(delay)) + 8
    count = len(path)
    back = np.zeros(lead + count + block)
    out = np.zeros(count)
    given = np.zeros(count)
    given[: len(touch)] = touch[:count]
    state = np.zeros(1)
    ground, pole = np.array([keep * (1.0 - dull)]), np.array([1.0, -dull])
    for start in range(0, count, block):
        stop = min(start + block, count)
        where = np.arange(start, stop) - delay[start:stop] + lead
        out[start:stop] = given[start:stop] + _between(back, where)
        fed, state = signal.lfilter(ground, pole, out[start:stop], zi=state)
        back[lead + start : lead + stop] = fed
    return out


def _between(line: Sound, where: Sound) -> Sound:
    """Values between samples, by the cubic through the four around them."""
    whole = np.floor(where).astype(np.intp)
    part = where - whole
    before, here, then, after = (line[whole + step] for step in (-1, 0, 1, 2))
    return (
        -part * (part - 1) * (part - 2) / 6 * before
        + (part + 1) * (part - 1) * (part - 2) / 2 * here
        - (part + 1) * part * (part - 2) / 2 * then
        + (part + 1) * part * (part - 1) / 6 * after
    )


@lru_cache(maxsize=256)
def _dullness(hertz: float, keep: float, sparkle: float) -> float:
    """The pole of the loop's low-pass that lets 3 kHz ring for `sparkle` seconds."""
    wanted = math.pow(10.0, -3.0 / (hertz * sparkle)) / keep
    turn = math.cos(2 * math.pi * 3_000.0 / RATE)

    def excess(pole: float) -> float:
        return (1 - pole) / math.sqrt(1 - 2 * pole * turn + pole * pole) - wanted

    return float(optimize.brentq(excess, 0.0, 0.95))


@lru_cache(maxsize=1)
def _wood() -> Sound:
    """The ring of a long lacquered box of tung wood."""
    hertz = (84.0, 112.0, 149.0, 201.0, 296.0, 384.0, 505.0, 690.0, 920.0, 1_390.0, 2_150.0)
    rings = (0.10, 0.09, 0.08, 0.07, 0.06, 0.055, 0.05, 0.04, 0.03, 0.025, 0.018)
    loud = (0.7, 1.0, 0.9, 0.8, 0.8, 0.6, 0.6, 0.45, 0.4, 0.3, 0.2)
    return modes(hertz, rings, loud, 0.25)


def _nail(seconds: float, silk: Silk, force: float, rng: np.random.Generator) -> Sound:
    """The click of the nail and the small knock of the board under it."""
    short = min(seconds, 0.12)
    click = band(white(short, rng), 1_400.0, 5_200.0) * strike(short, 0.001, 0.025)
    knock = band(white(short, rng), 90.0, 320.0) * strike(short, 0.002, 0.09)
    out = np.zeros(samples(seconds))
    out[: len(click)] = 0.06 * silk.noise * force * unit(click) + 0.1 * force * unit(knock)
    return out


def _friction(path: Sound, string: Sound, rng: np.random.Generator) -> Sound:
    """The finger's whisper along the string while it slides."""
    speed = np.abs(np.gradient(np.log2(path))) * RATE
    speed = below(np.minimum(speed, 4.0), 30.0)
    loud = below(np.abs(string), 6.0)
    grain = band(rng.standard_normal(len(path)), 700.0, 3_600.0)
    return grain * np.clip(speed, 0.0, 4.0) * loud * gain(-17.0)
