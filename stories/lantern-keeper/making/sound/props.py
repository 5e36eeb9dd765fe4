"""What hands and boats do: oar, rock, door, cloth, paper."""

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
    white,
)


@lru_cache(maxsize=16)
def oar(seed: int = 0, force: float = 0.6) -> Sound:
    """One stroke, two seconds: the blade goes in, pulls, lifts, drips; the pin complains."""
    rng = dice("oar", seed)
    out = np.zeros(samples(2.0))
    enter = band(white(0.35, rng), 300.0, 2_400.0, 1) * strike(0.35, 0.012, 0.22)
    add(out, 0.5 * unit(enter), 0.05)
    pull = band(white(1.0, rng), 160.0, 950.0) * swell(1.0, 0.35, 0.55)
    add(out, 0.55 * unit(pull * (1 + 0.5 * drift(1.0, 14.0, rng))), 0.18)
    for _ in range(22):
        add(out, _bubble(rng) * float(rng.uniform(0.03, 0.16)), float(rng.gamma(3.0, 0.16)))
    for place in range(5):
        drop = _bubble(rng) * (0.16 - 0.02 * place)
        add(out, drop, 1.18 + 0.13 * place + float(rng.uniform(0.0, 0.08)))
    pin = creak(0.4, seed=seed + 50, pace=34.0)
    add(out, 0.16 * force * pin, 0.3)
    return unit(out)


def _bubble(rng: np.random.Generator) -> Sound:
    """Air that closes in water: a short tone that rises."""
    lasts = float(rng.uniform(0.03, 0.09))
    time = clock(lasts)
    path = float(rng.uniform(380.0, 1_250.0)) * (1.0 + 0.5 * time / lasts)
    return np.asarray(np.sin(2 * np.pi * np.cumsum(path) / RATE) * strike(lasts, 0.003, lasts))


@lru_cache(maxsize=16)
def creak(seconds: float, seed: int = 0, pace: float = 46.0) -> Sound:
    """Old wood that sticks and slips; `pace` is how many slips a second at its quickest."""
    rng = dice("creak", seconds, seed)
    speed = swell(seconds, 0.3 * seconds, 0.45 * seconds) * (1 + 0.3 * drift(seconds, 4.0, rng))
    slips = np.floor(np.cumsum(pace * np.clip(speed, 0.04, None)) / RATE)
    where = np.flatnonzero(np.diff(slips) > 0)
    ticks = np.zeros(samples(seconds))
    ticks[where] = rng.uniform(0.35, 1.0, len(where))
    grain = band(white(0.006, rng), 700.0, 5_000.0, 1) * strike(0.006, 0.0004, 0.005)
    plank = modes(
        (178.0, 331.0, 472.0, 733.0, 1_120.0, 1_790.0),
        (0.07, 0.06, 0.05, 0.035, 0.025, 0.015),
        (0.7, 1.0, 0.8, 0.6, 0.4, 0.25),
        0.09,
    )
    groan = through(through(ticks, grain), plank)
    return unit(groan * np.clip(speed, 0.0, 1.0) ** 0.7 * swell(seconds, 0.05, 0.15))


@lru_cache(maxsize=4)
def scrape(seconds: float = 1.1, seed: int = 0) -> Sound:
    """A keel over rock: grains of stone in a hollow hull."""
    rng = dice("scrape", seed)
    push = curve([(0.0, 0.0), (0.12, 1.0), (0.5, 0.5), (seconds - 0.05, 0.0)], seconds)
    grains = (rng.random(samples(seconds)) < 0.012 * push) * rng.standard_normal(samples(seconds))
    stone = band(grains, 240.0, 3_200.0, 1)
    hull = through(grains, modes((124.0, 219.0, 356.0), (0.12, 0.09, 0.06), (1, 0.8, 0.5), 0.15))
    rub = band(white(seconds, rng), 180.0, 900.0) * push * (1 + 0.6 * drift(seconds, 18.0, rng))
    return unit(unit(stone) + 0.9 * unit(hull) + 0.5 * unit(rub))


@lru_cache(maxsize=16)
def cloth(seconds: float = 0.8, seed: int = 0) -> Sound:
    """A sleeve or a hem that moves."""
    rng = dice("cloth", seconds, seed)
    folds = np.clip(0.45 + drift(seconds, 13.0, rng), 0.0, None) ** 2
    weave = band(white(seconds, rng), 800.0, 4_800.0, 1)
    return unit(weave * folds * swell(seconds, 0.3 * seconds, 0.5 * seconds))


@lru_cache(maxsize=8)
def sail(seconds: float = 3.0, seed: int = 0) -> Sound:
    """A sail that takes the wind: slow heavy folds, a rope that ticks on the mast."""
    rng = dice("sail", seconds, seed)
    belly = np.clip(0.3 + drift(seconds, 2.6, rng), 0.0, None) ** 1.5
    flap = band(white(seconds, rng), 70.0, 380.0) * belly
    weave = band(white(seconds, rng), 600.0, 2_600.0, 1) * belly * 0.35
    out = unit(flap + weave) * swell(seconds, 0.5, 0.9)
    for second in (0.62, 1.05, 1.96):
        if second < seconds - 0.4:
            add(out, 0.1 * modes((880.0, 1_460.0), (0.06, 0.04), (1.0, 0.5), 0.1), second)
    return unit(out)


@lru_cache(maxsize=8)
def paper(seconds: float = 0.7, seed: int = 0) -> Sound:
    """A folded letter that slides over a table; its folds crackle."""
    rng = dice("paper", seconds, seed)
    slide = band(white(seconds, rng), 1_400.0, 6_500.0, 1) * swell(
        seconds, 0.3 * seconds, 0.35 * seconds
    )
    out = 0.22 * unit(slide * (1.0 + 0.5 * drift(seconds, 16.0, rng)))
    for _ in range(int(34 * seconds)):
        fold = above(white(0.012, rng), 1_100.0, 1) * strike(0.012, 0.0003, 0.008)
        where = float(rng.triangular(0.0, 0.45 * seconds, seconds - 0.02))
        add(out, unit(fold) * float(rng.lognormal(-1.4, 0.6)), where)
    return unit(out)


@lru_cache(maxsize=4)
def rise(seconds: float = 1.6, seed: int = 0) -> Sound:
    """A flame that grows tall: a soft rush of air that opens upwards."""
    rng = dice("rise", seed)
    air = band(white(seconds, rng), 120.0, 700.0, 1)
    bright = band(white(seconds, rng), 700.0, 2_600.0, 1)
    grow = swell(seconds, 0.45 * seconds, 0.5 * seconds)
    return unit(below(air * grow + 0.3 * bright * grow**2, 4_000.0))
