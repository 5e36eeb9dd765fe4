"""What never stops: the bed under every clip, and the weather beds, joined without a seam.

Every clip begins with the second half of one stretch of noise and ends with its first half, so
the end of any clip runs on into the start of any other as if nothing had been cut.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from making.sound.grid import RATE, pitch, samples
from making.sound.mix import decibels, loudness_of
from making.sound.synth import Sound, curve, dice, gain

JOINT: Final = 1.5  # seconds of the shared stretch on each side of a cut
_LONG: Final = 30.0  # seconds of noise every texture is cut from


@dataclass(frozen=True, slots=True)
class Texture:
    """A noise that goes on: its name and its loudness at (hertz, decibels) points."""

    name: str
    shape: tuple[tuple[float, float], ...]
    hums: tuple[tuple[float, float], ...] = ()  # hertz and decibels of narrow tones in it


# The hollow tower in the night air; it hums a fifth so faintly that one only hears it stop.
AIR: Final = Texture(
    "air",
    ((25, -14), (60, 0), (140, -5), (400, -13), (1_000, -20), (3_000, -30), (9_000, -46)),
    hums=((pitch("D2"), 13.0), (pitch("D3"), 8.0), (pitch("A3"), 5.0)),
)
SEA: Final = Texture(
    "sea", ((30, -12), (70, 0), (160, -2), (500, -8), (1_500, -15), (4_000, -24), (10_000, -42))
)
WIND: Final = Texture(
    "wind", ((40, -16), (120, -2), (260, 0), (480, -5), (900, -13), (2_500, -26), (9_000, -50))
)
RAIN: Final = Texture(
    "rain", ((60, -30), (200, -18), (600, -9), (1_800, 0), (4_500, -3), (9_000, -10), (16e3, -26))
)
BED_LOUDNESS: Final = -41.0  # LUFS, the same in every clip


def seamless(texture: Texture, seconds: float, clip: str) -> Sound:
    """A texture for one clip at nought LUFS, whose ends fit those of every other clip."""
    own = _noise(texture, clip)[: samples(seconds)].copy()
    joint = _noise(texture, "the joint")
    reach = samples(JOINT)
    turn = np.linspace(0.0, np.pi / 2, reach)[:, None]
    own[:reach] = own[:reach] * np.sin(turn) + joint[reach : 2 * reach] * np.cos(turn)
    own[-reach:] = own[-reach:] * np.cos(turn) + joint[:reach] * np.sin(turn)
    return own


def weather(
    texture: Texture, seconds: float, clip: str, levels: Sequence[tuple[float, float]]
) -> Sound:
    """A texture whose loudness in LUFS follows (second, level) points."""
    return seamless(texture, seconds, clip) * 10.0 ** (curve(levels, seconds) / 20.0)[:, None]


def bed(seconds: float, clip: str) -> Sound:
    """The room tone: one spectrum and one level under the whole film."""
    return seamless(AIR, seconds, clip) * gain(BED_LOUDNESS)


@lru_cache(maxsize=16)
def _noise(texture: Texture, place: str) -> Sound:
    """Thirty seconds of the texture for two ears, made in the frequency domain."""
    rng = dice("texture", texture.name, place)
    count = samples(_LONG)
    hertz = np.fft.rfftfreq(count, 1.0 / RATE)
    known = np.log([point[0] for point in texture.shape])
    tall = np.interp(np.log(np.maximum(hertz, 1.0)), known, [point[1] for point in texture.shape])
    loud = 10.0 ** (tall / 20.0) * (hertz > 18.0)
    for tone, level in texture.hums:
        loud += 10.0 ** (level / 20.0) * np.exp(-0.5 * ((hertz - tone) / 1.1) ** 2)
    phases = rng.uniform(0.0, 2 * np.pi, (2, len(hertz)))
    apart = np.stack([np.fft.irfft(loud * np.exp(1j * phase), count) for phase in phases], axis=1)
    ears = apart @ np.array([[0.94, 0.34], [0.34, 0.94]])
    return np.asarray(ears * gain(-decibels(loudness_of(ears))))
