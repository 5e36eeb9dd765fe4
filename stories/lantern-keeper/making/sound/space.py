"""Where a sound stands: left or right, near or far, and in which space it rings."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from scipy import signal

from making.sound.grid import RATE, samples
from making.sound.mix import loudest
from making.sound.synth import Sound, above, below, clock, dice, gain

_BANDS: Final = ((30.0, 250.0), (250.0, 1_000.0), (1_000.0, 3_500.0), (3_500.0, 12_000.0))


@dataclass(frozen=True, slots=True)
class Place:
    """A space: how long it waits, how long each of four bands rings, how dark it is."""

    name: str
    waits: float
    rings: tuple[float, float, float, float]
    opens: float  # seconds until the echoes have grown dense


HALL: Final = Place("hall", 0.028, (2.5, 2.4, 1.9, 1.0), 0.06)  # where the music always is
SHORE: Final = Place("shore", 0.045, (0.7, 1.0, 0.8, 0.35), 0.12)
HOUSE: Final = Place("house", 0.006, (0.5, 0.55, 0.4, 0.22), 0.015)
TOWER: Final = Place("tower", 0.012, (0.9, 1.3, 1.1, 0.6), 0.03)


@dataclass(frozen=True, slots=True)
class Cue:
    """One sound at a second: its loudest 400 ms in LUFS, its side, and how far it is."""

    second: float
    sound: Sound
    loud: float
    pan: float = 0.0  # -1 left .. 1 right
    far: float = 0.25  # 0 at the ear .. 1 over the water


def staged(cues: Iterable[Cue], place: Place, seconds: float) -> Sound:
    """All cues in their place, for two ears."""
    near = np.zeros((samples(seconds), 2))
    sent = np.zeros((samples(seconds), 2))
    for cue in cues:
        heard = _sided(_aired(cue.sound, cue.far), cue.pan)
        heard = heard * gain(cue.loud - loudest(heard))
        first = samples(cue.second)
        part = heard[: len(near) - first]
        near[first : first + len(part)] += part * np.cos(cue.far * np.pi / 2) ** 0.7
        sent[first : first + len(part)] += part * (0.06 + 0.8 * cue.far)
    return near + _ringing(sent, place)


def _aired(sound: Sound, far: float) -> Sound:
    """The distance takes the highs, and some of the body."""
    if far < 0.35:
        return sound
    dull = below(sound, 9_000.0 * 0.14 ** ((far - 0.35) / 0.65), 1)
    return above(dull, 60.0 + 140.0 * (far - 0.35), 1)


def _sided(sound: Sound, pan: float) -> Sound:
    """One ear's sound for two, or two ears' sound turned to a side, at the same power."""
    turn = (pan + 1.0) * np.pi / 4
    if sound.ndim == 1:
        return np.outer(sound, (np.cos(turn), np.sin(turn)))
    return np.asarray(sound * np.sqrt(2.0) * np.array((np.cos(turn), np.sin(turn))))


def _ringing(sent: Sound, place: Place) -> Sound:
    """What a space gives back."""
    answer = _answer(place)
    return np.asarray(signal.fftconvolve(sent, answer, axes=0)[: len(sent)])


@lru_cache(maxsize=8)
def _answer(place: Place) -> Sound:
    """A space's answer to one clap: echoes that grow dense, each band dying at its own pace."""
    rng = dice("place", place.name)
    seconds = max(place.rings) * 1.1
    time = clock(seconds)
    out = np.zeros((len(time), 2))
    for (low, high), ring in zip(_BANDS, place.rings, strict=True):
        sections = signal.butter(1, (low, high), "bandpass", fs=RATE, output="sos")
        noise = signal.sosfilt(sections, rng.standard_normal(out.shape), axis=0)
        out += noise * (10.0 ** (-3.0 * time / ring))[:, None]
    grows = (1.0 - np.exp(-time / place.opens)) * np.clip((seconds - time) / 0.2, 0.0, 1.0)
    late = out * grows[:, None]
    late = np.pad(late, ((samples(place.waits), 0), (0, 0)))
    return np.asarray(late / np.sqrt(np.sum(late**2) / 2))
