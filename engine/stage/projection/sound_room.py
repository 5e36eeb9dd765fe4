"""Room tone: what a film sounds like while its picture stands still."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.stage.projection.clock import BYTES, RATE

_KEPT: Final = 2 * RATE
_OVERLAP: Final = RATE // 2
_ENTRY: Final = RATE // 20
_SOFT: Final = 0.5
_LEAST: Final = RATE

Wave = NDArray[np.float32]


class Room:
    """
    Remembers the last two seconds heard, and can go on with them softly for ever.

    Lives on the sound's thread.
    """

    def __init__(self) -> None:
        self._heard = bytearray()
        self._tone: bytes | None = None
        self._entry: bytes = b""
        self._at = 0

    def forget(self) -> None:
        """Another clip begins."""
        self._heard.clear()
        self._tone = None

    def hear(self, piece: memoryview) -> None:
        """This was heard."""
        self._tone = None
        self._heard += piece
        del self._heard[: -_KEPT * BYTES]

    def tone_into(self, space: memoryview) -> None:
        """Go on with the tone; silence where too little was heard to make one."""
        if self._tone is None:
            self._settle()
        while space:
            source = self._entry if self._at < len(self._entry) else self._tone or b""
            if not source:
                return
            at = self._at if source is self._entry else self._at - len(self._entry)
            at %= len(source)
            piece = source[at : at + len(space)]
            space[: len(piece)] = piece
            space = space[len(piece) :]
            self._at += len(piece)

    def _settle(self) -> None:
        self._tone, self._entry, self._at = b"", b"", 0
        if len(self._heard) >= _LEAST * BYTES:
            wave = np.frombuffer(bytes(self._heard), "<i2").reshape(-1, 2).astype(np.float32)
            loop = _looped(wave) * _SOFT
            self._entry = _as_bytes(_entered(wave, loop))
            self._tone = _as_bytes(np.roll(loop, -_ENTRY, axis=0))


def _looped(wave: Wave) -> Wave:
    """The wave without its head, its tail fading into that head, so that it goes round."""
    overlap = min(_OVERLAP, len(wave) // 3)
    fade = np.linspace(0.0, 1.0, overlap, dtype=np.float32)[:, None]
    loop = wave[overlap:].copy()
    loop[-overlap:] = loop[-overlap:] * (1 - fade) + wave[:overlap] * fade
    return loop


def _entered(wave: Wave, loop: Wave) -> Wave:
    """From the last sample heard into the loop's start: the end turns round and fades away."""
    fade = np.linspace(0.0, 1.0, _ENTRY, dtype=np.float32)[:, None]
    return wave[::-1][:_ENTRY] * (1 - fade) + loop[:_ENTRY] * fade


def _as_bytes(wave: Wave) -> bytes:
    return wave.astype("<i2").tobytes()
