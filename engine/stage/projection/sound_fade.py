"""How loud: a volume that slides to where it is set, so that no step is heard."""

from typing import Final

import numpy as np

from engine.stage.projection.clock import RATE

_SLIDE: Final = RATE // 50
"""Samples from silence to full, or back: 20 ms."""


class Fader:
    """A volume, 0 to 1. Set by the main thread, slid on the sound's."""

    def __init__(self) -> None:
        self._wanted = 1.0  # replaced whole
        self._gain: float | None = None  # sound's thread only; none: nothing was heard yet

    def set(self, gain: float) -> None:
        """How loud from now on."""
        self._wanted = min(1.0, max(0.0, gain))

    def through(self, samples: bytes) -> bytes:
        """The same samples as loud as they should be."""
        wanted = self._wanted
        gain = wanted if self._gain is None else self._gain
        if not samples:  # the end of a lap: nothing is asked for, nothing has slid
            return samples
        if gain == wanted == 1.0:
            self._gain = wanted
            return samples
        wave = np.frombuffer(samples, "<i2").reshape(-1, 2)
        step = 1 / _SLIDE if wanted > gain else -1 / _SLIDE
        slide = gain + step * np.arange(1, min(len(wave), int(abs(wanted - gain) * _SLIDE)) + 1)
        gains = np.full((len(wave), 1), wanted, np.float32)
        gains[: len(slide), 0] = slide
        self._gain = float(slide[-1]) if len(slide) == len(wave) else wanted
        return np.rint(wave * gains).astype("<i2").tobytes()
