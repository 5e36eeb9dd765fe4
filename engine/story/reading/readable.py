"""
How well each reading is found on tapes, and what may decide by it.

Written by `assets/models/making/steps.py` with `steps.json`, from the same figures; do not edit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from engine.story.model import Comparison, Measure, Reading


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a reading in the windows of many tapes."""

    right: float
    """Of the windows that show it, the share in which it was found."""
    false: float
    """Of those that do not, the share in which it was."""
    trust: float
    """Of pictures of strangers in which it was named, the share in which raters named it too."""
    decides: bool
    """Whether a film may decide by it; else it only colours the flame."""


NUMBERS: Final = (0.2, 0.4, 0.6, 0.8, 1.0, 1.5, 2.0)
"""Steps, up or down, for which it was counted how often a reading comes where it is not."""
ASKED: Final = 0.8
"""Steps that the figures of `Found` are of."""
FALSELY: Final = 0.05
"""The share of windows in which a reading may come where it is not, if films decide by it."""
UNLEARNED: Final = 0.8
"""What confidence is multiplied with while a viewer's ordinary face is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """What came of a reading that decides where films asked for it otherwise."""

    usually_sure: float
    """The confidence that eight of ten windows reach in which it was found."""
    surest: float
    """The most that any of them reached."""
    mean: tuple[float, ...]
    """Of windows that do not show it, the share in which it came, for each of `NUMBERS`."""
    peak: tuple[float, ...]
    trend: tuple[float, ...]

    def falsely(self, measure: Measure) -> tuple[tuple[float, float], ...]:
        """Each number counted, and the share of windows in which it came all the same."""
        counted = {Measure.MEAN: self.mean, Measure.PEAK: self.peak, Measure.TREND: self.trend}
        return tuple(zip(NUMBERS, counted.get(measure, ()), strict=False))


FOUND: Final[Mapping[tuple[Reading, bool], Found]] = MappingProxyType(
    {
        (Reading.SMILE, True): Found(0.907, 0.017, 0.9, decides=True),
        (Reading.ATTENTION, False): Found(0.857, 0.0, 1.0, decides=True),
        (Reading.SURPRISE, True): Found(0.958, 0.022, 0.79, decides=True),
        (Reading.JOY, True): Found(0.907, 0.017, 0.9, decides=True),
        (Reading.STILL, True): Found(0.458, 0.001, 1.0, decides=False),
        (Reading.STILL, False): Found(1.0, 0.014, 1.0, decides=True),
        (Reading.VALENCE, True): Found(0.738, 0.004, 0.85, decides=False),
        (Reading.VALENCE, False): Found(0.802, 0.011, 0.85, decides=False),
        (Reading.AROUSAL, True): Found(0.788, 0.021, 0.9, decides=False),
        (Reading.ANGER, True): Found(0.75, 0.004, 0.7, decides=False),
        (Reading.SADNESS, True): Found(0.083, 0.0, 0.58, decides=False),
        (Reading.FEAR, True): Found(1.0, 0.02, 0.4, decides=False),
        (Reading.DISGUST, True): Found(0.917, 0.006, 0.36, decides=False),
    }
)
"""By the reading, and whether more or less than usual is asked for."""

OTHERWISE: Final[Mapping[tuple[Reading, bool], Otherwise]] = MappingProxyType(
    {
        (Reading.SMILE, True): Otherwise(
            usually_sure=0.71,
            surest=0.89,
            mean=(0.113, 0.054, 0.03, 0.017, 0.01, 0.005, 0.002),
            peak=(0.21, 0.134, 0.085, 0.052, 0.033, 0.013, 0.007),
            trend=(0.078, 0.039, 0.02, 0.011, 0.006, 0.002, 0.0),
        ),
        (Reading.ATTENTION, False): Otherwise(
            usually_sure=0.82,
            surest=0.97,
            mean=(0.01, 0.007, 0.002, 0.0, 0.0, 0.0, 0.0),
            peak=(0.023, 0.023, 0.021, 0.011, 0.011, 0.009, 0.006),
            trend=(0.003, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        ),
        (Reading.SURPRISE, True): Otherwise(
            usually_sure=0.71,
            surest=0.78,
            mean=(0.081, 0.047, 0.031, 0.022, 0.015, 0.008, 0.004),
            peak=(0.164, 0.102, 0.068, 0.051, 0.038, 0.018, 0.012),
            trend=(0.069, 0.034, 0.02, 0.014, 0.01, 0.005, 0.001),
        ),
        (Reading.JOY, True): Otherwise(
            usually_sure=0.71,
            surest=0.89,
            mean=(0.113, 0.054, 0.03, 0.017, 0.01, 0.005, 0.002),
            peak=(0.21, 0.134, 0.085, 0.052, 0.033, 0.013, 0.007),
            trend=(0.078, 0.039, 0.02, 0.011, 0.006, 0.002, 0.0),
        ),
        (Reading.STILL, False): Otherwise(
            usually_sure=1.0,
            surest=1.0,
            mean=(0.163, 0.046, 0.021, 0.014, 0.012, 0.001, 0.0),
            peak=(0.816, 0.485, 0.227, 0.122, 0.067, 0.03, 0.016),
            trend=(0.08, 0.015, 0.005, 0.001, 0.0, 0.0, 0.0),
        ),
    }
)
"""By the reading, and whether more or less than usual is asked for; of what decides."""

DECIDING: Final = tuple(
    f"{reading} {'>' if above else '<'}"
    for (reading, above), found in FOUND.items()
    if found.decides
)
"""What films can ask faces for."""


def how_found(reading: Reading, *, above: bool) -> Found:
    """The figures of a reading in a direction; of the other one where only that was measured."""
    return FOUND.get((reading, above)) or FOUND[reading, not above]


def measured_as_written(one: Comparison) -> bool:
    """Whether the figures of `FOUND` are of this very comparison."""
    asked = ASKED if one.above else -ASKED
    known = (one.reading, one.above) in FOUND
    return known and one.measure is Measure.MEAN and one.number == asked


def least_false(one: Comparison) -> float | None:
    """
    In which share of windows it comes where it is not, at the least; none where not measured.

    It is the share of the nearest number counted that asks for as much or more.
    """
    steps = one.number if one.above else -one.number
    return next((share for number, share in _counted(one) if number >= steps), None)


def least_asked(one: Comparison) -> float | None:
    """The least number counted at which it comes seldom enough where it is not."""
    return next((number for number, share in _counted(one) if share <= FALSELY), None)


def _counted(one: Comparison) -> tuple[tuple[float, float], ...]:
    known = OTHERWISE.get((one.reading, one.above))
    return () if known is None else known.falsely(one.measure)
