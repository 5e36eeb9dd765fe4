"""Makes the sounds of the player's own screens, from nothing but sums.

Run it from anywhere: `python assets/sounds/making/make.py`. The same files come out every time.
"""

import sys
import wave
from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float64]

RATE: Final = 48_000
PEAK: Final = 10.0 ** (-18.0 / 20.0)
HERE: Final = Path(__file__).resolve().parents[1]


def clock(seconds: float) -> Sound:
    """The time in seconds of every sample."""
    return np.arange(round(seconds * RATE)) / RATE


def rung(
    hertz: Sequence[float], rings: Sequence[float], loud: Sequence[float], seconds: float
) -> Sound:
    """Resonances struck together; a ring is the seconds until it is 60 dB down."""
    time = clock(seconds)
    parts = zip(hertz, rings, loud, strict=True)
    return np.sum(
        [
            level * np.exp(-6.9 * time / ring) * np.sin(2 * np.pi * tone * time)
            for tone, ring, level in parts
        ],
        axis=0,
    )


def grain(seconds: float, ring: float, dull: int, seed: int) -> Sound:
    """The touch itself: a short noise, its highs smoothed over `dull` samples."""
    noise = np.random.default_rng(seed).standard_normal(round(seconds * RATE))
    soft = np.convolve(noise, np.hanning(dull + 2)[1:-1], mode="same")
    return soft / np.max(np.abs(soft)) * np.exp(-6.9 * clock(seconds) / ring)


def press() -> Sound:
    """A fingertip on lacquered wood, with a muted string under it."""
    string = rung((292.0, 438.0, 584.0, 876.0), (0.16, 0.11, 0.09, 0.05), (1, 0.35, 0.3, 0.1), 0.2)
    return string + 0.35 * grain(0.2, 0.02, 24, 1)


def opened() -> Sound:
    """Two harmonics of a silk string, a fifth apart: a card has opened."""
    time = clock(0.3)
    out = rung((584.0, 1_168.0, 1_752.0), (0.34, 0.2, 0.1), (0.8, 0.16, 0.05), 0.3)
    later = rung((876.0, 1_752.0, 2_628.0), (0.3, 0.16, 0.08), (0.7, 0.12, 0.04), 0.3)
    start = round(0.085 * RATE)
    out[start:] += later[:-start] * np.minimum(time[:-start] / 0.002, 1.0)
    return out + 0.08 * grain(0.3, 0.015, 30, 2)


def tick() -> Sound:
    """A dry bamboo tick: the last seconds of a clock, counted without hurry."""
    return rung((1_240.0, 1_930.0, 3_110.0), (0.05, 0.03, 0.015), (1.0, 0.5, 0.2), 0.09) + (
        0.25 * grain(0.09, 0.01, 12, 3)
    )


def click() -> Sound:
    """A soft block of wood: one beat of a stand-in clip."""
    return rung((620.0, 1_010.0, 1_570.0), (0.07, 0.045, 0.025), (1.0, 0.55, 0.2), 0.12) + (
        0.2 * grain(0.12, 0.012, 20, 4)
    )


SOUNDS: Final[MappingProxyType[str, Callable[[], Sound]]] = MappingProxyType(
    {"press": press, "open": opened, "tick": tick, "click": click}
)


def finished(sound: Sound) -> NDArray[np.int16]:
    """Both ears, 16 bits, the peak at -18 dBFS; begins and ends at nought."""
    time = clock(len(sound) / RATE)
    eased = sound * np.minimum(time / 0.0015, 1.0) * np.minimum((time[-1] - time) / 0.02, 1.0)
    eased = eased - np.mean(eased) * np.hanning(len(eased)) * 2.0
    level = eased / np.max(np.abs(eased)) * PEAK
    return np.repeat(np.round(level * 32_767.0).astype("<i2"), 2)


def main() -> int:
    """Make every sound anew."""
    for name, made in SOUNDS.items():
        with wave.open(str(HERE / f"{name}.wav"), "wb") as out:
            out.setnchannels(2)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(finished(made()).tobytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
