"""
How well each reading is found on tapes, and what may decide by it.

Written by `assets/models/making/steps.py` with `steps.json`, from the same figures; do not edit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from engine.story.model import Reading


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


FOUND: Final[Mapping[tuple[Reading, bool], Found]] = MappingProxyType(
    {
        (Reading.SMILE, True): Found(0.92, 0.017, 0.87, decides=True),
        (Reading.ATTENTION, False): Found(0.845, 0.0, 1.0, decides=True),
        (Reading.SURPRISE, True): Found(0.833, 0.016, 0.77, decides=True),
        (Reading.JOY, True): Found(0.92, 0.017, 0.87, decides=True),
        (Reading.STILL, True): Found(0.5, 0.003, 1.0, decides=False),
        (Reading.STILL, False): Found(1.0, 0.012, 1.0, decides=True),
        (Reading.VALENCE, True): Found(0.611, 0.0, 0.82, decides=False),
        (Reading.VALENCE, False): Found(0.521, 0.004, 0.82, decides=False),
        (Reading.AROUSAL, True): Found(0.619, 0.013, 0.89, decides=False),
        (Reading.ANGER, True): Found(0.417, 0.007, 0.68, decides=False),
        (Reading.SADNESS, True): Found(0.667, 0.021, 0.54, decides=False),
        (Reading.FEAR, True): Found(1.0, 0.035, 0.37, decides=False),
        (Reading.DISGUST, True): Found(0.75, 0.011, 0.25, decides=False),
    }
)
"""By the reading, and whether more or less than usual is asked for."""

DECIDING: Final = tuple(
    f"{reading} {'>' if above else '<'}"
    for (reading, above), found in FOUND.items()
    if found.decides
)
"""What films can ask faces for."""


def how_found(reading: Reading, *, above: bool) -> Found:
    """The figures of a reading in a direction; of the other one where only that was measured."""
    return FOUND.get((reading, above)) or FOUND[reading, not above]
