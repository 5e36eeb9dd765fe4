"""
How much to believe of what a face seems to show: seven doubts, each with bounds of its own.

A reading's confidence is their product, times the trust published beside the model. A factor is 1
where nothing speaks against the reading; none can raise it.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from engine.senses.faces.expressions import Expression, Face, Shares
from engine.senses.faces.scores import NEGATIVE, SHOWN_BY
from engine.story.model import Reading

GOOD_SCORE: Final = 0.75
"""A detector's score from which a box says nothing against the reading."""
SMALL, LARGE, LEAST_SIZE = 16.0, 48.0, 0.6
"""
Heights of a face in pixels. Of 350 press pictures made small and noisy, 92 in a hundred are read
as before at 48 pixels, 88 at 32, 74 at 16.
"""
STRAIGHT: Final = 20.0
"""A head turned by fewer degrees is as good as straight."""
ASIDE: Final = 50.0
"""Turned so far, half of the face is out of sight."""
LEAST_POSE: Final = 0.5
PLAIN, CLEAR, LEAST_LIGHT = 3.0, 8.0, 0.6
"""
Contrasts of a face (0..128, over noise of 4). Of the same pictures made dim, 93 in a hundred are
read as before at 8, 80 at 5, 68 at 3.5. A lamp at one side costs about one in ten.
"""
FAINT, PLAINLY, LEAST_FACE = 0.9, 0.99, 0.7
"""
How surely it is a face. Faces of the choosing people, badly framed, half covered or from far
away, were read as before in 84 of 100 from .99 on, 73 at .98, 61 at .93, 60 from .5 to .9.
"""
CERTAIN: Final = 1e-6
"""No share is taken for nearer to 0 or 1 than this."""
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
    """A small face shows less of itself: 1 from 48 pixels on, 0.6 from 16 down."""
    return _between(height, SMALL, LARGE, LEAST_SIZE)


def by_pose(yaw: float | None, pitch: float | None = None) -> float:
    """1 up to 20 degrees to any side, half at 50; 1 where it is not known."""
    away = max(abs(angle) for angle in (yaw or 0.0, pitch or 0.0))
    return _between(away, ASIDE, STRAIGHT, LEAST_POSE)


def by_light(contrast: float) -> float:
    """1 where a face has contrast, 0.6 where hardly more than noise is left."""
    return _between(contrast, PLAIN, CLEAR, LEAST_LIGHT)


def by_face(share: float) -> float:
    """What is hardly a face, or badly framed, is doubted: 1 from .99 on, 0.7 from .9 down."""
    return _between(_odds(share), _odds(FAINT), _odds(PLAINLY), LEAST_FACE)


def by_agreement(disagreement: float) -> float:
    """1 for one viewer and for viewers of one mind, 0.4 where they could not differ more."""
    return _within(1.0 - DISPUTE * disagreement, 1.0 - DISPUTE)


def quality(face: Face) -> float:
    """What detector, network, size, pose and light leave of the confidence in one face."""
    box = face.box
    there = by_detector(box.score) * by_face(face.face)
    return there * by_size(box.height) * by_pose(box.yaw, box.pitch) * by_light(face.contrast)


def _odds(share: float) -> float:
    """As logarithm: from .9 to .99 it is as far as from a half to .9."""
    within = min(max(share, CERTAIN), 1.0 - CERTAIN)
    return math.log(within / (1.0 - within))


def _between(number: float, worst: float, good: float, least: float) -> float:
    """From `least` at what is worst to 1 at what is good enough, along a straight line."""
    return _within(least + (1.0 - least) * (number - worst) / (good - worst), least)


def _within(share: float, least: float) -> float:
    return min(1.0, max(least, share))
