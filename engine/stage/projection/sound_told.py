"""An audio description: words over a clip's sound, and where in it they are spoken."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.stage.projection.clock import BYTES, RATE
from engine.stage.projection.sound_run import SoundRun

Wave = NDArray[np.float32]
"""Samples for both ears, one row each, as large as s16 makes them."""

BLOCK: Final = RATE // 100
"""Words are looked for in steps of ten milliseconds."""
_AUDIBLE: Final = 328
"""-40 dB of full scale: a voice is above it, the noise of a quiet recording below."""
UNDER_WORDS: Final = 10 ** (-12 / 20)
"""The film is 12 dB lower while somebody describes it (docs/decisions.md says why)."""
_BEFORE: Final = RATE // 4
_AFTER: Final = RATE // 2
"""It stays low between two words of a sentence."""
_FALL: Final = (1 - UNDER_WORDS) / (_BEFORE - 2 * BLOCK)
"""For each sample: it is down before the first word."""
_RISE: Final = (1 - UNDER_WORDS) / (RATE * 6 // 10)


class SpokenRun(SoundRun):
    """A run of sound that knows in which of its blocks somebody speaks."""

    def __init__(self) -> None:
        super().__init__()
        self._rest = b""  # the writer's own
        self._loud = bytearray()  # only ever grows; a block may be looked up from any thread

    def put(self, piece: bytes) -> None:
        """Add whole samples at the end, and listen to them."""
        super().put(piece)
        heard = self._rest + piece
        whole = len(heard) // (BLOCK * BYTES)
        if whole:
            blocks = np.frombuffer(heard, "<i2", whole * BLOCK * 2).reshape(whole, -1)
            loud = (blocks.max(axis=1) > _AUDIBLE) | (blocks.min(axis=1) < -_AUDIBLE)
            self._loud += loud.astype(np.uint8).tobytes()
        self._rest = heard[whole * BLOCK * BYTES :]

    def spoken(self, first: int, last: int) -> bool:
        """Whether somebody speaks between these two samples."""
        return any(self._loud[max(0, first) // BLOCK : max(0, last) // BLOCK + 1])


class Told:
    """
    A description over one clip, beginning at one of its samples. Lives on the sound's thread.

    It goes with the clip's own position: what was not decoded in time is left out.
    """

    def __init__(self, run: SpokenRun, since: int) -> None:
        self._run = run
        self._since = self._at = since

    def spoken(self, first: int, last: int) -> bool:
        """Whether somebody speaks between these two positions of the clip."""
        return last >= self._since and self._run.spoken(first - self._since, last - self._since)

    def add_to(self, wave: Wave, position: int) -> None:
        """Lay what is said from this position on over the wave."""
        before = max(0, self._since - position)
        first = position + before
        self._at += self._run.skip(max(0, first - self._at))
        count = self._run.there(len(wave) - before) if self._at == first else 0
        if count <= 0:
            return
        words = bytearray(count * BYTES)
        self._run.take_into(memoryview(words))
        wave[before : before + count] += np.frombuffer(words, "<i2").reshape(-1, 2)
        self._at += count


class Duck:
    """Lowers a film under the words of its description. Lives on the sound's thread."""

    def __init__(self) -> None:
        self._gain = 1.0

    @property
    def open(self) -> bool:
        """Whether the film is as loud as it is."""
        return self._gain >= 1.0

    def lower(self, wave: Wave, told: Told | None, position: int) -> None:
        """Lower the wave where somebody speaks over it, a little before and after too."""
        if told is None and self.open:
            return
        marks, gains = [0], [self._gain]
        while marks[-1] < len(wave):
            block = min(BLOCK, len(wave) - marks[-1])
            at = position + marks[-1]
            down = told is not None and told.spoken(at - _AFTER, at + block + _BEFORE)
            change = -block * _FALL if down else block * _RISE
            self._gain = min(1.0, max(UNDER_WORDS, self._gain + change))
            marks.append(marks[-1] + block)
            gains.append(self._gain)
        if min(gains) < 1.0:
            wave *= np.interp(np.arange(len(wave)), marks, gains).astype(np.float32)[:, None]
