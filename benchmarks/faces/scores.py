"""The arithmetic of reading faces: what is right, how evenly, and how honest the numbers are."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.senses.faces.expressions import Expression

Rows = NDArray[np.float64]
Names = NDArray[np.int64]

ORDER: Final = tuple(Expression)
SEVEN: Final = 7
"""Contempt, the eighth, is left out: most networks do not know it."""
SURPRISE: Final = ORDER.index(Expression.SURPRISE)
VALENCE: Final = (1, 2, 0, 0, 0, 0, 0, 0)
"""Negative 0, neutral 1, positive 2; surprise is neither and left out."""
BINS: Final = 15


@dataclass(frozen=True, slots=True)
class Scores:
    """How well a set was read."""

    count: int
    seven: float
    """The part of seven expressions named right."""
    even: float
    """Macro-F1 of the seven: every expression counts as much as another."""
    valence: float
    """The part of negative, neutral and positive told right."""
    balanced: float
    """Mean recall of those three."""
    calibration: float
    """ECE: how far the named share is from being right so often."""
    confusion: tuple[tuple[int, ...], ...]
    """Rows what people say, columns what was read; all eight."""


def score(shares: Rows, truths: Names) -> Scores:
    """What eight shares a picture are worth against what people say."""
    told = truths != ORDER.index(Expression.CONTEMPT)
    named, meant = shares[told, :SEVEN].argmax(axis=1), truths[told]
    worth, truth = valences(shares, truths)
    return Scores(
        count=len(truths),
        seven=float((named == meant).mean()),
        even=macro(named, meant),
        valence=float((worth == truth).mean()),
        balanced=float(np.mean([(worth[truth == v] == v).mean() for v in np.unique(truth)])),
        calibration=calibration(shares, truths),
        confusion=confusion(shares.argmax(axis=1), truths),
    )


def macro(named: Names, meant: Names) -> float:
    """Mean F1 over the expressions that occur."""
    each = []
    for kind in np.unique(meant):
        both = ((named == kind) & (meant == kind)).sum()
        each.append(2 * both / ((named == kind).sum() + (meant == kind).sum()))
    return float(np.mean(each))


def valences(shares: Rows, truths: Names) -> tuple[Names, Names]:
    """What was told and what is, of negative, neutral and positive; without surprise."""
    plain = truths != SURPRISE
    kinds = np.array(VALENCE)
    sums = []
    for kind in range(3):
        members = [at for at, each in enumerate(kinds) if each == kind and at != SURPRISE]
        sums.append(shares[plain][:, members].sum(axis=1))
    return np.stack(sums, axis=1).argmax(axis=1), kinds[truths[plain]]


def calibration(shares: Rows, truths: Names) -> float:
    """Expected calibration error of the named share, over fifteen equal bins."""
    sure = shares.max(axis=1)
    right = shares.argmax(axis=1) == truths
    places = np.minimum((sure * BINS).astype(int), BINS - 1)
    error = 0.0
    for place in np.unique(places):
        here = places == place
        error += here.mean() * abs(sure[here].mean() - right[here].mean())
    return float(error)


def confusion(named: Names, truths: Names) -> tuple[tuple[int, ...], ...]:
    """How often what people say (row) was read as what (column)."""
    kinds = range(len(ORDER))
    return tuple(
        tuple(int(((truths == row) & (named == column)).sum()) for column in kinds)
        for row in kinds
    )
