"""A xiao, the upright bamboo flute: Chao's voice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from making.sound.grid import RATE, samples
from making.sound.synth import Sound, band, below, clock, dice, drift, gain, unit, white

# How loud each partial is at full breath, in decibels: a full ground tone, a hollow second.
_PARTIALS: Final = (0.0, -9.5, -8.5, -17.0, -21.0, -27.0, -32.0)


@dataclass(frozen=True, slots=True)
class Tone:
    """A note on one breath: when, what, how long; `slur` ties it to the one before."""

    second: float
    hertz: float
    lasts: float
    force: float = 0.7
    slur: bool = False


def xiao(tones: Sequence[Tone], *, shake: float = 1.0, air: float = 1.0, seed: int = 0) -> Sound:
    """A phrase, from its first tone's second nought until its last breath has died."""
    seconds = max(tone.second + tone.lasts for tone in tones) + 0.8
    rng = dice("xiao", seed, tuple(tones))
    breath = _breath(tones, seconds, rng)
    path = _pitch(tones, seconds, shake, rng)
    turn = 2 * np.pi * np.cumsum(path) / RATE
    return unit(_column(turn, breath, seconds, rng) + air * _wind(turn, breath, tones, rng))


def _breath(tones: Sequence[Tone], seconds: float, rng: np.random.Generator) -> Sound:
    """The pressure over the phrase: each tone swells a little and lets go."""
    time = clock(seconds)
    out = np.zeros(len(time))
    for place, tone in enumerate(tones):
        tied = place + 1 < len(tones) and tones[place + 1].slur
        rise = 0.07 if tone.slur else 0.16
        fall = 0.08 if tied else min(0.45, 0.4 * tone.lasts + 0.1)
        since = (time - tone.second) / rise
        left = (tone.second + tone.lasts + (0.05 if tied else 0.25) - time) / fall
        shape = np.clip(since, 0.0, 1.0) * np.clip(left, 0.0, 1.0)
        age = np.clip((time - tone.second) / tone.lasts, 0.0, 1.0)
        arch = 0.78 + 0.22 * np.sin(np.pi * np.minimum(age * 1.25, 1.0))
        out = np.maximum(out, tone.force * shape * arch)
    smooth = np.clip(below(out, 9.0), 0.0, None)
    return np.asarray(smooth * (1.0 + 0.05 * drift(seconds, 6.0, rng)))


def _pitch(tones: Sequence[Tone], seconds: float, shake: float, rng: np.random.Generator) -> Sound:
    """The pitch of every sample: fingers slide a little, a long tone begins to tremble."""
    time = clock(seconds)
    cents = np.full(len(time), 1200 * np.log2(tones[0].hertz))
    wide = np.zeros(len(time))
    for tone in tones:
        cents[samples(tone.second) :] = 1200 * np.log2(tone.hertz)
        age = time - tone.second
        if not tone.slur:
            cents -= 38.0 * np.exp(-np.maximum(age, 0.0) / 0.06) * (age >= 0)
        held = np.clip((age - 0.45) / 0.7, 0.0, 1.0) * (age < tone.lasts)
        wide = np.maximum(wide, held * min(1.0, tone.lasts))
    pad = samples(0.035)
    window = np.hanning(2 * pad + 1)
    cents = np.convolve(np.pad(cents, pad, mode="edge"), window / window.sum(), mode="valid")
    rate = 4.7 + 0.35 * drift(seconds, 0.8, rng)
    tremble = np.sin(2 * np.pi * np.cumsum(rate) / RATE) * below(wide, 4.0) * 15.0 * shake
    return np.asarray(2.0 ** ((cents + tremble + 3.0 * drift(seconds, 3.0, rng)) / 1200.0))


def _column(turn: Sound, breath: Sound, seconds: float, rng: np.random.Generator) -> Sound:
    """The column of air: more breath, more overtones."""
    out = np.zeros(len(turn))
    for place, level in enumerate(_PARTIALS):
        loud = breath ** (1.0 + 0.4 * place) * (1.0 + 0.12 * drift(seconds, 4.0, rng))
        out += gain(level) * loud * np.sin((place + 1) * turn + 0.7 * place)
    return out


def _wind(turn: Sound, breath: Sound, tones: Sequence[Tone], rng: np.random.Generator) -> Sound:
    """The air that does not become tone: round each partial, and above them all."""
    seconds = len(turn) / RATE
    out = np.zeros(len(turn))
    for partial, level in ((1, -25.0), (2, -29.0), (3, -33.0)):
        slow = below(white(seconds, rng), 55.0) + 1j * below(white(seconds, rng), 55.0)
        slow = slow / np.sqrt(np.mean(np.abs(slow) ** 2))
        out += gain(level) * breath * np.real(slow * np.exp(1j * partial * turn))
    hiss = band(white(seconds, rng), 1_500.0, 6_500.0, 1)
    hiss = hiss / np.std(hiss)
    puff = np.zeros(len(turn))
    time = clock(seconds)
    for tone in tones:
        age = np.maximum(time - tone.second, 0.0)
        bite = 0.4 if tone.slur else 1.0
        puff += bite * tone.force * (age / 0.02) * np.exp(1 - age / 0.02) * (age > 0)
    return out + gain(-36.0) * hiss * (breath + 1.6 * puff)
