"""The ear: a recording of everything a player gave to the sound card, searched for holes."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_SILENT = 8
_LEAST = 24
"""A tone passes through nothing for a few samples; longer than this it is a hole."""
_CLICK = 15_000

Wave = NDArray[np.int64]


def recorded(path: Path) -> Wave:
    """The left ear of a raw s16 stereo recording."""
    return np.fromfile(path, "<i2").reshape(-1, 2)[:, 0].astype(np.int64)


def holes(wave: Wave) -> list[tuple[int, int]]:
    """Begin and length of every silence between the first sound and the last."""
    loud = np.flatnonzero(np.abs(wave) > _SILENT)
    if len(loud) == 0:
        return [(0, len(wave))]
    steps = np.diff(loud)
    places = np.flatnonzero(steps > _LEAST)
    return [(int(loud[at]) + 1, int(steps[at]) - 1) for at in places]


def silent(wave: Wave) -> int:
    """How many samples of it lie in holes."""
    return sum(length for _, length in holes(wave))


def click_near(wave: Wave, at: int, within: int) -> int | None:
    """How far from there the nearest click begins; none: there is none so near."""
    piece = np.abs(wave[max(0, at - within) : at + within])
    loud = np.flatnonzero(piece > _CLICK)
    return int(loud[0]) - min(at, within) if len(loud) else None
