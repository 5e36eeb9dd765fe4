"""Readings with which a scripted face shows a feeling, and none of the others."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from engine.director.felt import strength
from engine.story.model import Comparison, Feel, Measure, Reading
from engine.story.reading.feelings import comparisons
from engine.story.units import Share, Steps

CERTAIN: Final = Share(0.95)
"""How sure a scripted face is of itself."""
_FAR: Final = 3.0  # no reading is clipped farther away
_CLEAR: Final = 0.15  # how strongly the feeling is to hold
_MARGINS: Final = (0.8, 0.4, 1.6, 0.15, 0.0)

Face = Mapping[Reading, Steps]
RESTING: Final[Face] = MappingProxyType(
    {reading: Steps(0.0) for reading in Reading if reading is not Reading.TEXT_SENTIMENT}
)


def acted(feel: Feel | None, others: Iterable[Feel]) -> Face | None:
    """
    A face that shows this feeling and none of the others; none where no face could.

    Every step changes the one reading that sets most right; each is nearer, so it comes to an end.
    """
    unwanted = [other for other in others if other != feel]
    face: dict[Reading, Steps] = dict(RESTING)
    while wrong := _wrong(face, feel, unwanted):
        changes = [
            {**face, comparison.reading: Steps(value)}
            for part in wrong
            for comparison in comparisons(part)
            if comparison.reading in RESTING
            for value in _tried(comparison)
        ]
        best = min(changes, key=lambda one: _distance(one, feel, unwanted), default=face)
        if _distance(best, feel, unwanted) >= _distance(face, feel, unwanted):
            return None
        face = best
    return MappingProxyType(face)


def _tried(comparison: Comparison) -> list[float]:
    around = [comparison.number + sign * margin for margin in _MARGINS for sign in (1, -1)]
    return [min(max(value, -_FAR), _FAR) for value in (*around, 0.0)]


def _wrong(face: Face, feel: Feel | None, unwanted: list[Feel]) -> list[Feel]:
    held = [other for other in unwanted if _strength(other, face) > 0]
    missing = feel is not None and _strength(feel, face) < _CLEAR
    return [feel, *held] if feel is not None and missing else held


def _distance(face: Face, feel: Feel | None, unwanted: list[Feel]) -> float:
    """How far a face is from what it is to show."""
    missing = 0.0 if feel is None else max(_CLEAR - _strength(feel, face), 0.0)
    return missing + sum(max(_strength(other, face), 0.0) for other in unwanted)


def _strength(feel: Feel, face: Face) -> float:
    """How strongly a face that is held shows a feeling; words are none of its business."""

    def value(comparison: Comparison) -> float | None:
        match comparison.measure:
            case Measure.MEAN | Measure.PEAK:
                return face.get(comparison.reading)
            case Measure.TREND:
                return 0.0
            case Measure.CONFIDENCE:
                return float(CERTAIN)

    found = strength(feel, value)
    return -_FAR if found is None else found
