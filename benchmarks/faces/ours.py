"""Our own network, head by head, by the port that the eyes use."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.senses.faces.expressions import EmbeddedReader, Expression, Shares, open_reader
from engine.senses.faces.finding import Box

Picture = NDArray[np.uint8]
Row = NDArray[np.float64]

BLEND: Final = "blend"
"""The answer that films get."""
HEADS: Final = ("ferplus", "original", BLEND)
"""What FER+ raters would see, what FER2013 would call it, and both together."""


@dataclass(frozen=True, slots=True)
class Heads:
    """Our network's answers to one face, by the name of the head that gave them."""

    reader: EmbeddedReader
    read: Callable[[Picture, Box], dict[str, Row]]


def ours(folder: Path) -> Heads:
    """The network in a folder of models."""
    reader = open_reader(folder)
    model = reader._model  # noqa: SLF001 -- the shares of a box that is given, not found

    def read(picture: Picture, box: Box) -> dict[str, Row]:
        answer = model.answer(picture, box)
        return {name: in_a_row(getattr(answer, name)) for name in HEADS}

    return Heads(reader, read)


def in_a_row(shares: Shares) -> Row:
    """Shares by name as numbers in our order."""
    return np.array([shares.get(each, 0.0) for each in Expression])
