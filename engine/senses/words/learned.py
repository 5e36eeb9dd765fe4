"""
What was learned of words: three sides over hashed n-grams, in one byte a weight.

The same features serve training and playing. A file of weights holds numbers only: no word can
be read out of it.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.senses.words.tone import UNHEARD, Tone

Rows = NDArray[np.int64]
NOTHING: tuple[float, ...] = ()
NEUTRAL: Final = 1
"""The column of the neutral side."""
OF_NO_SIDE: Final = 0.2
"""How sure one is at most of a text that is rather neutral: less than what answers."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Logistic regression over hashed n-grams, and over a few numbers beside them."""

    weights: NDArray[np.float32]
    """One row per hashed n-gram, one column each for negative, neutral and positive."""
    beside: NDArray[np.float32]
    """The same for each number beside the n-grams; no row where there are none."""
    start: NDArray[np.float32]
    trust: NDArray[np.float32]
    """How often its side was right on lines it was not trained on, at strengths 0, 0.1 ... 1."""

    def tone(self, rows: Rows, beside: Iterable[float] = NOTHING) -> Tone:
        """The mood of a text, by what such texts were in training; unheard without an n-gram."""
        if not len(rows):
            return UNHEARD
        shares = self.shares(rows, beside)
        sentiment = float(shares[2] - shares[0])
        steps = np.linspace(0.0, 1.0, len(self.trust))
        sure = float(np.interp(abs(sentiment), steps, self.trust))
        return Tone(sentiment, min(sure, OF_NO_SIDE) if shares.argmax() == NEUTRAL else sure)

    def shares(self, rows: Rows, beside: Iterable[float] = NOTHING) -> NDArray[np.float32]:
        """How likely each side is."""
        raw = self.start + self.weights[rows].sum(axis=0) / np.sqrt(len(rows))
        raw = raw + np.array(tuple(beside), dtype=np.float32) @ self.beside
        shares = np.exp(raw - raw.max())
        return np.asarray(shares / shares.sum(), dtype=np.float32)


def open_learned(written: bytes) -> Learned:
    """The weights in an `.npz`. ValueError or KeyError where they are none."""
    with np.load(BytesIO(written), allow_pickle=False) as kept:
        small = kept["weights"].astype(np.float32)
        weights = np.sign(small) * np.square(small / 127.0) * kept["scale"]
        others = (kept[name].astype(np.float32) for name in ("beside", "start", "trust"))
        return Learned(weights.astype(np.float32), *others)


def rows_of(grams: Iterable[str], size: int) -> Rows:
    """Where each distinct n-gram stands in a table of that size."""
    found = {zlib.crc32(gram.encode("utf-8", "surrogatepass")) % size for gram in grams}
    return np.array(sorted(found), dtype=np.int64)
