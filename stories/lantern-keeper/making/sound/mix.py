"""Loudness, peaks and the limiter: how loud it is, and how loud it may be.

Loudness is measured as Recommendation ITU-R BS.1770-4, annex 1, says: two filters (the
coefficients are its tables 1 and 2, for 48 kHz), blocks of 400 ms that overlap by three quarters,
an absolute gate at -70 LUFS and a relative gate 10 LU under what passed it. True peak is its
annex 2: four times oversampled, here with a longer filter than the one it prints as an example.
"""

from typing import Final

import numpy as np
from scipy import ndimage, signal

from making.sound.grid import samples
from making.sound.synth import Sound, gain

CEILING: Final = -2.0  # dBTP; AAC adds up to about a decibel, and -1 is the promise

_SHELF: Final = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
_FLOOR: Final = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
_OFFSET: Final = -0.691
_ABSOLUTE: Final = -70.0
_RELATIVE: Final = -10.0
_BLOCK: Final = 0.4
_HOP: Final = 0.1
_QUIET: Final = 1e-12


def decibels(power: float) -> float:
    """A level for a power, as loudness counts it."""
    return float(_OFFSET + 10.0 * np.log10(max(power, _QUIET)))


def loudness_of(sound: Sound) -> float:
    """The mean weighted power of a sound with no gates, summed over its ears."""
    return float(np.sum(np.mean(_weighted(sound) ** 2, axis=0)))


def integrated(sound: Sound) -> float:
    """The gated loudness of a whole programme in LUFS; minus infinity when all is silence."""
    powers = _blocks(sound, _BLOCK, _HOP)
    heard = powers[_levels(powers) > _ABSOLUTE]
    if not len(heard):
        return float("-inf")
    gate = decibels(float(np.mean(heard))) + _RELATIVE
    return decibels(float(np.mean(heard[_levels(heard) > gate])))


def momentary(sound: Sound, block: float = _BLOCK, hop: float = _HOP) -> Sound:
    """Loudness block by block, in LUFS."""
    return _levels(_blocks(sound, block, hop))


def loudest(sound: Sound) -> float:
    """The loudest 400 ms of one sound in LUFS; silence is added to a shorter one."""
    padded = np.pad(_ears(sound), ((0, samples(_BLOCK)), (0, 0)))
    return float(np.max(momentary(padded)))


def true_peak(sound: Sound) -> float:
    """The highest peak between the samples, in dBTP."""
    between = signal.resample_poly(_ears(sound), 4, 1, axis=0)
    return float(20.0 * np.log10(max(np.max(np.abs(between)), _QUIET)))


def limited(sound: Sound, ceiling: float = CEILING) -> Sound:
    """The same with no true peak over the ceiling; it looks ahead, so that nothing is bent."""
    between = np.abs(signal.resample_poly(sound, 4, 1, axis=0)).max(axis=1)
    peaks = between.reshape(-1, 4).max(axis=1)
    peaks = np.maximum(peaks, np.maximum(np.roll(peaks, 1), np.roll(peaks, -1)))
    wanted = np.minimum(1.0, gain(ceiling - 0.1) / np.maximum(peaks, _QUIET))
    if np.min(wanted) >= 1.0:
        return sound
    reach = samples(0.006)
    held = ndimage.minimum_filter1d(wanted, 2 * reach + 1)
    window = np.hanning(2 * reach + 1)
    wide = np.pad(held, reach, mode="edge")
    eased = signal.fftconvolve(wide, window / window.sum(), mode="valid")
    return np.asarray(sound * eased[:, None])


def _ears(sound: Sound) -> Sound:
    """A sound as columns, one for each ear; one ear alone stands in the middle."""
    return np.stack([sound, sound], axis=1) * np.sqrt(0.5) if sound.ndim == 1 else sound


def _weighted(sound: Sound) -> Sound:
    shelved = signal.lfilter(*_SHELF, _ears(sound), axis=0)
    return np.asarray(signal.lfilter(*_FLOOR, shelved, axis=0))


def _blocks(sound: Sound, block: float, hop: float) -> Sound:
    """The weighted power of every overlapping block."""
    power = np.sum(_weighted(sound) ** 2, axis=1)
    total = np.concatenate([[0.0], np.cumsum(power)])
    size = min(samples(block), len(power))
    starts = np.arange(0, len(power) - size + 1, samples(hop))
    return np.asarray((total[starts + size] - total[starts]) / size)


def _levels(powers: Sound) -> Sound:
    return _OFFSET + 10.0 * np.log10(np.maximum(powers, _QUIET))
