"""
What lines mean: a table of words, pairs and pieces of words, learned from pairs of texts.

A line's direction is the sum of its pieces'. They were moved until lines and their translations,
words and what dictionaries say of them lie together (`assets/models/making/sayings.py`), so a
piece is as large as it says much, and "don't open" is something else than "don't" and "open".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]

LONGEST: Final = 4
"""Characters of a Chinese piece: every known one that stands in a text counts, also in others."""
GRAMS: Final = (3, 4, 5)
"""Letters of the pieces by which an unknown English word is read, such as one mistyped."""
MARK: Final = "#"
"""Stands before a piece of a word in the table."""
PIECE: Final = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[\u3400-\u9fff]+")


class Saying(NamedTuple):
    """The known pieces of a line: a direction of length 1 each, and how much each says."""

    parts: Rows
    sizes: Rows
    whole: Rows
    """The direction of the line, of length 1; all zero where nothing is known."""
    size: float
    """How much the line says in all."""


@dataclass(frozen=True, eq=False)  # one table is itself, whatever stands in it
class Sayings:
    """The table. Texts given to it must be clean and folded; it keeps none of them."""

    pieces: tuple[str, ...]
    directions: NDArray[np.int8]
    scales: NDArray[np.float16]

    def say(self, said: str) -> Saying:
        """What a line says."""
        found = [row for row in self._parts(said) if row is not None]
        rows = np.array(found, np.float32).reshape(len(found), self.directions.shape[1])
        sizes = np.sqrt((rows * rows).sum(axis=1))
        total = rows.sum(axis=0)
        size = float(np.sqrt(total @ total))
        return Saying(
            rows / np.maximum(sizes, np.float32(1e-6))[:, None],
            sizes,
            total / np.float32(size) if size > 0 else total,
            size,
        )

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {piece: row for row, piece in enumerate(self.pieces)}

    def _parts(self, said: str) -> Iterator[Rows | None]:
        before = ""
        for piece in PIECE.findall(said):
            if piece[0] >= "\u3000":
                yield from map(self._row, every_piece(piece))
                before = ""
                continue
            yield self._row(piece) if piece in self._rows else self._guessed(piece)
            yield self._row(f"{before} {piece}")
            before = piece

    def _guessed(self, word: str) -> Rows | None:
        """An unknown word by its pieces."""
        rows = (self._row(MARK + gram) for gram in grams_of(word))
        known = [row for row in rows if row is not None]
        return np.sum(known, axis=0) / np.float32(len(word)) if known else None

    def _row(self, piece: str) -> Rows | None:
        row = self._rows.get(piece)
        if row is None:
            return None
        return np.asarray(self.directions[row] * np.float32(self.scales[row]), np.float32)


def every_piece(line: str) -> list[str]:
    """All that stands together in a Chinese line, up to the longest piece."""
    return [line[at : at + n] for n in range(1, LONGEST + 1) for at in range(len(line) - n + 1)]


def grams_of(word: str) -> list[str]:
    """The pieces of an English word, its ends marked."""
    whole = f"<{word}>"
    return [whole[at : at + n] for n in GRAMS for at in range(len(whole) - n + 1)]


NO_SAYINGS: Final = Sayings((), np.zeros((0, 1), np.int8), np.zeros(0, np.float16))
"""A table in which nothing stands."""


def open_sayings(written: bytes) -> Sayings:
    """The table in an `.npz`. ValueError or KeyError where it is none."""
    with np.load(BytesIO(written), allow_pickle=False) as kept:
        pieces = tuple(kept["pieces"].tobytes().decode("utf-8").split("\n"))
        directions, scales = kept["directions"], kept["scales"]
    if not len(pieces) == len(directions) == len(scales):
        raise ValueError("the table of sayings has not as many pieces as directions")
    return Sayings(pieces, directions, scales)
