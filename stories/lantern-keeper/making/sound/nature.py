"""Sea, wind, rain, birds and fire; each arrives, and goes."""

from functools import lru_cache

import numpy as np

from making.sound.grid import RATE, samples
from making.sound.synth import (
    Sound,
    above,
    add,
    band,
    below,
    clock,
    curve,
    dice,
    drift,
    modes,
    strike,
    swell,
    through,
    unit,
    whistle,
    white,
)


def both(left: Sound, right: Sound) -> Sound:
    """Two ears' worth of sound."""
    return np.stack([left, right], axis=1)


@lru_cache(maxsize=32)
def wave(seconds: float = 6.5, breaks: float = 2.6, rough: float = 0.4, seed: int = 0) -> Sound:
    """One wave: it swells from the deep, breaks at `breaks`, and draws back over the stones."""
    return both(*(_one_wave(seconds, breaks, rough, seed, ear) for ear in ("left", "right")))


def _one_wave(seconds: float, breaks: float, rough: float, seed: int, ear: str) -> Sound:
    rng = dice("wave", seed, ear)
    deep = band(white(seconds, rng), 50.0, 210.0) * curve(
        [(0.0, 0.0), (breaks, 1.0), (breaks + 1.4, 0.35), (seconds - 0.3, 0.0)], seconds
    )
    mid = band(white(seconds, rng), 200.0, 1_100.0) * curve(
        [(breaks - 1.5, 0.0), (breaks + 0.15, 1.0), (breaks + 1.6, 0.3), (seconds - 0.2, 0.0)],
        seconds,
    )
    foam = band(white(seconds, rng), 1_100.0, 5_200.0, 1) * curve(
        [
            (breaks - 0.7, 0.0),
            (breaks + 0.3, 0.75),
            (breaks + 1.2, 0.55),
            (breaks + 2.4, 0.24),
            (seconds - 0.1, 0.0),
        ],
        seconds,
    )
    drawn = above(white(seconds, rng), 3_000.0, 1) * curve(
        [(breaks + 0.6, 0.0), (breaks + 1.7, 0.3), (seconds - 0.1, 0.0)], seconds
    )
    churn = 1.0 + 0.35 * drift(seconds, 9.0, rng)
    body = 1.1 * deep + 0.9 * mid + (0.4 + 0.55 * rough) * foam * churn
    return body + 0.2 * drawn * (1.0 + 0.6 * drift(seconds, 22.0, rng))


@lru_cache(maxsize=16)
def splash(force: float = 0.6, seed: int = 0) -> Sound:
    """Spray off a rock: thrown up at once, and then it falls back as drops."""
    ears = []
    for ear in ("left", "right"):
        rng = dice("splash", force, seed, ear)
        slap = band(white(2.0, rng), 110.0, 700.0) * strike(2.0, 0.03, 0.8)
        thrown = band(white(2.0, rng), 700.0, 7_000.0, 1) * strike(2.0, 0.09, 1.1)
        falls = curve([(0.35, 0.0), (0.8, 1.0), (1.7, 0.0)], 2.0)
        hits = (rng.random(samples(2.0)) < 0.006 * falls) * rng.standard_normal(samples(2.0))
        ears.append(
            unit(slap) + 0.9 * force * unit(thrown) + 0.25 * unit(band(hits, 900.0, 7_000.0, 1))
        )
    return both(*ears)


@lru_cache(maxsize=32)
def gust(seconds: float, pitch: float = 420.0, seed: int = 0) -> Sound:
    """A gust round the tower's corners: it climbs in pitch as it climbs in force."""
    rng = dice("gust", seconds, pitch, seed)
    force = np.clip(swell(seconds, 0.42 * seconds, 0.5 * seconds), 0.0, 1.0)
    force = force * (0.8 + 0.3 * drift(seconds, 1.6, rng)).clip(0.2, 1.3)
    ears = []
    for _ in range(2):
        path = pitch * (0.62 + 0.55 * force + 0.06 * drift(seconds, 2.0, rng))
        voice = whistle(path, 42.0, rng) + 0.5 * whistle(path * 1.93, 110.0, rng)
        roar = band(white(seconds, rng), 90.0, 520.0)
        hiss = band(white(seconds, rng), 900.0, 3_200.0, 1)
        ears.append(
            force * (0.5 * voice * force + 1.2 * roar / np.std(roar) + 0.16 * hiss / np.std(hiss))
        )
    return unit(both(*ears))


@lru_cache(maxsize=16)
def drops(seconds: float, each_second: float, seed: int = 0) -> Sound:
    """Rain on a paper window, drop by drop: every drop its own size and place."""
    rng = dice("drops", seconds, each_second, seed)
    ears = both(np.zeros(samples(seconds)), np.zeros(samples(seconds)))
    for _ in range(int(seconds * each_second)):
        size = float(rng.lognormal(0.0, 0.7))
        tone = float(rng.uniform(650.0, 2_600.0)) / (0.6 + 0.4 * size)
        drop = modes((tone, tone * 1.7), (0.022, 0.012), (size, 0.4 * size), 0.03)
        side = float(rng.uniform(0.2, 0.8))
        first = int(rng.integers(0, len(ears) - len(drop)))
        ears[first : first + len(drop)] += np.outer(drop, (1 - side, side))
    return unit(ears * swell(seconds, 1.2, 3.0)[:, None])


def drip(seed: int = 0) -> Sound:
    """One drop from the eaves into a jar: the bubble sings upwards."""
    rng = dice("drip", seed)
    time = clock(0.25)
    path = float(rng.uniform(520.0, 760.0)) * (1.0 + 0.5 * time / 0.12)
    ring = np.sin(2 * np.pi * np.cumsum(path) / RATE) * strike(0.25, 0.003, 0.12)
    tick = above(white(0.25, rng), 2_000.0) * strike(0.25, 0.0005, 0.008)
    return unit(ring + 0.15 * unit(tick))


@lru_cache(maxsize=16)
def gull(seed: int = 0, calls: int = 2) -> Sound:
    """A gull a long way off: each call breaks upwards and falls."""
    rng = dice("gull", seed)
    out = np.zeros(samples(0.75 * calls + 0.5))
    for place in range(calls):
        lasts = 0.55 - 0.07 * place
        top = float(rng.uniform(1_150.0, 1_350.0)) * (1.0 - 0.05 * place)
        path = curve(
            [(0.0, 0.62 * top), (0.09, top), (0.2, 0.93 * top), (lasts, 0.6 * top)], lasts
        )
        turn = 2 * np.pi * np.cumsum(path * (1 + 0.008 * drift(lasts, 30.0, rng))) / RATE
        rasp = 1.0 + 0.35 * np.sin(2 * np.pi * 47.0 * clock(lasts))
        cry = sum(loud * np.sin(n * turn) for n, loud in ((1, 1.0), (2, 0.55), (3, 0.3), (4, 0.1)))
        add(out, cry * rasp * swell(lasts, 0.07, 0.3), 0.66 * place)
    return unit(below(out, 2_400.0))


@lru_cache(maxsize=16)
def flame(seconds: float, stir: float = 0.5, seed: int = 0) -> Sound:
    """The lantern's flame close by: a soft flutter, and now and then the wick."""
    rng = dice("flame", seconds, stir, seed)
    flutter = band(white(seconds, rng), 60.0, 300.0)
    flutter = flutter * (0.5 + stir * np.abs(drift(seconds, 11.0, rng)))
    breath = band(white(seconds, rng), 500.0, 1_800.0, 1) * 0.12
    out = flutter + breath * (0.5 + 0.5 * np.abs(drift(seconds, 7.0, rng)))
    for _ in range(int(seconds * (0.8 + 2.0 * stir))):
        snap = above(white(0.02, rng), 1_600.0) * strike(0.02, 0.0004, 0.012)
        add(out, snap * float(rng.uniform(0.02, 0.12)), float(rng.uniform(0.2, seconds - 0.2)))
    return unit(out * swell(seconds, min(1.2, seconds / 3), min(1.2, seconds / 3)))


def shiver(seconds: float = 1.6, seed: int = 0) -> Sound:
    """A flame that starts: it flaps hard and finds itself again."""
    rng = dice("shiver", seed)
    flap = band(white(seconds, rng), 70.0, 520.0)
    beat = np.abs(np.sin(2 * np.pi * np.cumsum(15.0 + 4.0 * drift(seconds, 5.0, rng)) / RATE))
    body = (
        flap
        * beat**1.5
        * curve([(0.0, 0.0), (0.08, 1.0), (0.5, 0.55), (seconds - 0.1, 0.0)], seconds)
    )
    return unit(through(body, modes((140.0, 260.0), (0.05, 0.04), (1.0, 0.5), 0.08)) + body)
