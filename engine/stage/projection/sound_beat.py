"""A click once a second in the endless stream, to tune the picture to what is heard."""

import math
from typing import Final

import numpy as np

from engine.stage.projection.clock import RATE

_LONG: Final = RATE // 60
"""Samples of a click."""
_HIGH: Final = 1800.0
"""Hertz: loudspeakers of television sets have it, and it is no note of a film."""


class Beat:
    """Lays a click where each second of the stream begins. Switched on by the main thread."""

    def __init__(self) -> None:
        self.on = False  # replaced whole; read once per piece
        index = np.arange(_LONG)
        fading = np.exp(-index / (_LONG / 5))
        wave = 20_000 * np.sin(2 * math.pi * _HIGH * index / RATE) * fading
        self._click = np.repeat(np.rint(wave).astype(np.int32)[:, None], 2, axis=1)

    def over(self, at: int, samples: bytes) -> bytes:
        """The same samples, the first of which is there in the stream, with any click due."""
        if not self.on or not samples:
            return samples
        wave = np.frombuffer(samples, "<i2").reshape(-1, 2).astype(np.int32)
        place = (at + np.arange(len(wave))) % RATE
        due = place < _LONG
        if not due.any():
            return samples
        wave[due] += self._click[place[due]]
        return np.clip(wave, -32768, 32767).astype("<i2").tobytes()
