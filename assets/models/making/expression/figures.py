"""What is counted of answers: accuracy, macro-F1, negative/neutral/positive, calibration."""

import numpy as np
from numpy.typing import NDArray

from assets.models.making.expression.ferplus import KINDS, NAMES

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]

SEVEN = 7
"""Contempt, the eighth, is left out of seven-class figures, as elsewhere."""
SIGNS = np.array([0, 1, 2, -1, -1, -1, -1, -1])
"""Neutral 0, happiness 1; surprise (2) has no sign; the rest are negative."""
BINS = 15


def figures(shares: Floats, label: Labels) -> dict[str, float]:
    """Everything that is told of one set of answers; unlabelled pictures are left out."""
    shares, label = shares[label >= 0], label[label >= 0]
    seven = label < SEVEN
    answers = shares[seven, :SEVEN].argmax(1)
    return {
        "pictures": len(label),
        "seven": float((answers == label[seven]).mean()),
        "f1": macro_f1(answers, label[seven]),
        **valence(shares, label),
        "eight": float((shares.argmax(1) == label).mean()),
        "ece": calibration_error(shares, label),
    }


def macro_f1(answers: Labels, label: Labels) -> float:
    """The mean over the classes that occur of how well each is found and not overcalled."""
    scores = []
    for kind in np.unique(label):
        right = ((answers == kind) & (label == kind)).sum()
        scores.append(2 * right / ((answers == kind).sum() + (label == kind).sum()))
    return float(np.mean(scores))


def valence(shares: Floats, label: Labels) -> dict[str, float]:
    """Negative, neutral or positive by summed shares; surprise is left out."""
    told = label != NAMES.index("surprise")
    shares, truth = shares[told], SIGNS[label[told]]
    sums = np.stack([shares[:, 0], shares[:, 1], shares[:, SIGNS == -1].sum(1)], 1)
    answers = np.array([0, 1, -1])[sums.argmax(1)]
    recalls = [(answers[truth == sign] == sign).mean() for sign in np.unique(truth)]
    return {"valence": float((answers == truth).mean()), "balanced": float(np.mean(recalls))}


def calibration_error(shares: Floats, label: Labels) -> float:
    """How far, on average, the clearest answer's share is from how often it is right."""
    sure, right = shares.max(1), shares.argmax(1) == label
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    gaps = [abs(sure[bins == b].sum() - right[bins == b].sum()) for b in range(BINS)]
    return float(sum(gaps) / len(label))


def confusion(shares: Floats, label: Labels) -> Labels:
    """Rows: what was said of the picture; columns: the clearest answer."""
    table = np.zeros((KINDS, KINDS), np.int64)
    known = label >= 0
    np.add.at(table, (label[known], shares[known].argmax(1)), 1)
    return table


def separation(faces: Floats, others: Floats) -> float:
    """How often a face scores above what is none: 1 always, 0.5 by chance."""
    places = np.searchsorted(np.sort(others), faces)
    return float(places.mean() / len(others))
