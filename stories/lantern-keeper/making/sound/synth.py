"""The raw matter of sound: noise, shapes in time, resonances."""

import zlib
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from making.sound.grid import RATE, samples

Sound = NDArray[np.float64]

_SILENCE: Final = 1e-9


def dice(*names: object) -> np.random.Generator:
    """Chance that falls the same way each time for the same names."""
    return np.random.default_rng(zlib.crc32(repr(names).encode()))


def clock(seconds: float) -> Sound:
    """The time in seconds of every sample."""
    return np.arange(samples(seconds)) / RATE


def gain(decibels: float) -> float:
    """A factor for a level in decibels."""
    return float(10.0 ** (decibels / 20.0))


def unit(sound: Sound) -> Sound:
    """The same sound with its highest peak at one."""
    return sound / max(float(np.max(np.abs(sound), initial=0.0)), _SILENCE)


def curve(points: Sequence[tuple[float, float]], seconds: float) -> Sound:
    """A line through (second, value) points, rounded at each of them, held before and after."""
    time = clock(seconds)
    places = np.array([point[0] for point in points])
    values = np.array([point[1] for point in points])
    if len(points) == 1:
        return np.full(len(time), values[0])
    left = np.clip(np.searchsorted(places, time, side="right") - 1, 0, len(points) - 2)
    span = np.maximum(places[left + 1] - places[left], 1.0 / RATE)
    share = np.clip((time - places[left]) / span, 0.0, 1.0)
    share = share * share * (3.0 - 2.0 * share)
    return np.asarray(values[left] + (values[left + 1] - values[left]) * share)


def swell(seconds: float, rise: float, fall: float) -> Sound:
    """An envelope that rises, stays and falls, without a corner anywhere."""
    top = max(seconds - fall, rise)
    return curve([(0.0, 0.0), (rise, 1.0), (top, 1.0), (seconds, 0.0)], seconds)


def strike(seconds: float, attack: float, ring: float) -> Sound:
    """An envelope of something struck: `ring` seconds until it is 60 dB down."""
    time = clock(seconds)
    body = np.exp(-6.9 * np.maximum(time - attack, 0.0) / ring)
    foot = np.minimum(time / max(attack, 1.0 / RATE), 1.0)
    tail = np.minimum((seconds - time) / min(0.02, seconds / 4), 1.0)
    return body * foot * foot * (3.0 - 2.0 * foot) * tail


def white(seconds: float, rng: np.random.Generator) -> Sound:
    """White noise."""
    return rng.standard_normal(samples(seconds))


def band(sound: Sound, low: float, high: float, order: int = 2) -> Sound:
    """The part of a sound between two frequencies."""
    sections = signal.butter(order, (low, high), "bandpass", fs=RATE, output="sos")
    return np.asarray(signal.sosfilt(sections, sound, axis=0))


def below(sound: Sound, high: float, order: int = 2) -> Sound:
    """The part of a sound under a frequency."""
    sections = signal.butter(order, high, "lowpass", fs=RATE, output="sos")
    return np.asarray(signal.sosfilt(sections, sound, axis=0))


def above(sound: Sound, low: float, order: int = 2) -> Sound:
    """The part of a sound over a frequency."""
    sections = signal.butter(order, low, "highpass", fs=RATE, output="sos")
    return np.asarray(signal.sosfilt(sections, sound, axis=0))


def drift(seconds: float, pace: float, rng: np.random.Generator) -> Sound:
    """A slow wander about nought, mostly within one, that turns about `pace` times a second."""
    knots = int(seconds * pace) + 4
    places = np.arange(knots) / pace
    values = rng.standard_normal(knots) * 0.5
    return curve(list(zip(places.tolist(), values.tolist(), strict=True)), seconds)


def whistle(path: Sound, width: float, rng: np.random.Generator) -> Sound:
    """Noise `width` hertz wide whose middle follows a path of frequencies."""
    count = len(path)
    seconds = count / RATE
    slow = below(white(seconds, rng), width) + 1j * below(white(seconds, rng), width)
    turn = np.exp(2j * np.pi * np.cumsum(path) / RATE)
    moved = np.real(slow * turn)
    return np.asarray(moved / max(float(np.sqrt(np.mean(moved**2))), _SILENCE))


def modes(
    hertz: Sequence[float], rings: Sequence[float], loud: Sequence[float], seconds: float
) -> Sound:
    """Resonances struck together: each frequency with its ring (60 dB down) and loudness."""
    time = clock(seconds)
    out = np.zeros(len(time))
    for place, (frequency, ring, level) in enumerate(zip(hertz, rings, loud, strict=True)):
        out += level * np.exp(-6.9 * time / ring) * np.sin(2 * np.pi * frequency * time + place)
    return out * np.minimum(time / 0.0008, 1.0) * np.minimum((seconds - time) / 0.02, 1.0)


def through(sound: Sound, body: Sound) -> Sound:
    """A sound heard through a resonating body, given by the body's own ring."""
    return np.asarray(signal.fftconvolve(sound, body)[: len(sound)])


def add(bed: Sound, sound: Sound, second: float) -> None:
    """Lay a sound into a bed at a second; what does not fit is left out."""
    first = samples(second)
    if first >= len(bed) or first < 0:
        return
    bed[first : first + len(sound)] += sound[: len(bed) - first]
