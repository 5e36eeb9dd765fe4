"""
How much to believe of what a face seems to show: six doubts, each a factor with bounds of its own.

A reading's confidence is their product, times the trust published beside the model. A factor is 1
where nothing speaks against the reading; none can raise it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from engine.senses.faces.expressions import Expression, Face, Shares
from engine.senses.faces.scores import NEGATIVE, SHOWN_BY
from engine.story.model import Reading

GOOD_SCORE: Final = 0.75
"""A detector's score from which a box says nothing against the reading."""
LARGE: Final = 64.0
"""Height of a face, in pixels of a 640x480 picture, from which it is large enough."""
STRAIGHT: Final = 20.0
"""A head turned by fewer degrees is as good as straight."""
ASIDE: Final = 50.0
"""Turned so far, half of the face is out of sight."""
LEAST_POSE: Final = 0.5
PLAIN: Final = 4.0
"""A face whose grey has no more contrast than this is mostly noise (0..255)."""
CLEAR: Final = 16.0
"""With this contrast, light says nothing against the reading."""
LEAST_LIGHT: Final = 0.5
DISPUTE: Final = 0.6
"""How much less a room of two minds is believed than a room of one."""


def by_probability(shares: Shares) -> Mapping[Reading, float]:
    """How clear each reading is: a half-smile is unclear as a smile, and clearly no fright."""
    gloom = sum(shares[each] for each in NEGATIVE)
    sides = (gloom, shares[Expression.HAPPINESS], 1.0 - gloom - shares[Expression.HAPPINESS])
    clear = {reading: max(shares[each], 1.0 - shares[each]) for reading, each in SHOWN_BY.items()}
    clear[Reading.VALENCE] = max(sides)
    clear[Reading.AROUSAL] = max(shares.values())
    clear[Reading.STILL] = 1.0
    return MappingProxyType(clear)


def by_detector(score: float) -> float:
    """The detector's doubt is ours: 1 from a good score on, below in proportion."""
    return _within(score / GOOD_SCORE, 0.0)


def by_size(height: float) -> float:
    """A small face shows less of itself: 1 from 64 pixels on, below in proportion."""
    return _within(height / LARGE, 0.0)


def by_pose(yaw: float | None, pitch: float | None = None) -> float:
    """1 up to 20 degrees to any side, half at 50; 1 where it is not known."""
    away = max(abs(angle) for angle in (yaw or 0.0, pitch or 0.0))
    return _within(1.0 - (1.0 - LEAST_POSE) * (away - STRAIGHT) / (ASIDE - STRAIGHT), LEAST_POSE)


def by_light(contrast: float) -> float:
    """1 where a face has contrast, down to half where hardly more than noise is left."""
    share = (contrast - PLAIN) / (CLEAR - PLAIN)
    return _within(LEAST_LIGHT + (1.0 - LEAST_LIGHT) * share, LEAST_LIGHT)


def by_agreement(disagreement: float) -> float:
    """1 for one viewer and for viewers of one mind, 0.4 where they could not differ more."""
    return _within(1.0 - DISPUTE * disagreement, 1.0 - DISPUTE)


def quality(face: Face) -> float:
    """What detector, size, pose and light leave of the confidence in one face."""
    box = face.box
    seen = by_detector(box.score) * by_size(box.height) * by_pose(box.yaw, box.pitch)
    return seen * by_light(face.contrast)


def _within(share: float, least: float) -> float:
    return min(1.0, max(least, share))
