"""Whether a camera is alive. Its own word is not to be trusted; only fresh pictures are."""

import hashlib

import numpy as np

from engine.senses.camera.pictures import Picture
from engine.story.units import Seconds

LOST_AFTER = Seconds(1.5)
"""Older than this, the newest picture means that the camera is lost."""
STALLED_AFTER = Seconds(1.8)
"""A driver that gives the very same picture for this long is stalled: real ones have noise."""


class Freshness:
    """How old the newest picture is that differs from the one before it."""

    def __init__(self, since: Seconds) -> None:
        self._newest = since
        self._changed = since
        self._mark = b""

    def saw(self, picture: Picture, now: Seconds) -> None:
        """Take note of a picture. Of the picture itself nothing is kept."""
        mark = _mark(picture)
        if mark != self._mark:
            self._changed = now
        self._mark = mark
        self._newest = now

    def lost(self, now: Seconds) -> bool:
        """Whether nothing has come for too long."""
        return now - self._newest > LOST_AFTER

    def stalled(self, now: Seconds) -> bool:
        """Whether only the same picture has come for too long."""
        return now - self._changed > STALLED_AFTER


def _mark(picture: Picture) -> bytes:
    """A few bytes that differ when two pictures do; no picture can be made from them."""
    rows, columns = max(1, picture.shape[0] // 24), max(1, picture.shape[1] // 32)
    sample = np.ascontiguousarray(picture[::rows, ::columns])
    return hashlib.blake2b(sample.tobytes(), digest_size=8).digest()
