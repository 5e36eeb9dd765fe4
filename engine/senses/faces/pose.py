"""How a head is held, told from five points of its face. Never whose head it is."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Landmarks = tuple[Point, Point, Point, Point, Point]
"""
In the picture's pixels: the eye on the picture's left, the eye on its right, the tip of the
nose, the mouth's corner on the picture's left and the one on its right.
"""

HEAD: Final[tuple[tuple[float, float, float], ...]] = (
    (-0.5, -0.54, 0.0),
    (0.5, -0.54, 0.0),
    (0.0, 0.06, 0.52),
    (-0.43, 0.51, 0.10),
    (0.43, 0.51, 0.10),
)
"""
The five points of a head that looks straight ahead, in eye distances: right, down, and towards
the camera. Right and down are the mean of frontal press photos; towards the camera is what
measured heads have on average, as a share of the 63 mm between their pupils.
"""
NO_FACE: Final = 2.0
"""Points closer together than this many pixels say nothing."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pose:
    """How a head is held, in degrees."""

    yaw: float
    """To the side: 0 straight ahead, above 0 towards the picture's right."""
    pitch: float
    """Up and down: 0 as most people hold their heads for a photograph, above 0 looking up."""
    roll: float
    """Tilted: 0 upright, above 0 clockwise in the picture."""


def pose(landmarks: Landmarks) -> Pose | None:
    """
    The pose under which a common head's five points fall nearest to these; none if they are one.

    The first step of POSIT (DeMenthon and Davis, "Model-based object pose in 25 lines of code",
    1995): for a face that is far away compared with its depth, the two rows of its rotation are
    a linear least-squares fit. The nearest true rotation to them is taken.
    """
    seen = np.asarray(landmarks, dtype=np.float64)
    if not np.isfinite(seen).all():
        return None
    middle = seen - seen.mean(axis=0)
    if np.abs(middle).max() < NO_FACE:
        return None
    across, _, along = np.linalg.svd(middle.T @ _FIT, full_matrices=False)
    right, down = across @ along
    ahead = np.cross(right, down)
    return Pose(
        yaw=_degrees(-ahead[0], ahead[2]),
        pitch=math.degrees(math.asin(min(1.0, max(-1.0, float(ahead[1]))))),
        roll=_degrees(-right[1], down[1]),
    )


def moved(landmarks: Landmarks, scale: float, shift: Point = (0.0, 0.0)) -> Landmarks:
    """The points in a picture made larger by a scale, and then shifted."""
    first, second, third, fourth, fifth = (
        (x * scale + shift[0], y * scale + shift[1]) for x, y in landmarks
    )
    return first, second, third, fourth, fifth


def _degrees(side: float, front: float) -> float:
    return math.degrees(math.atan2(float(side), float(front)))


def _fit() -> Floats:
    """What a face's points are multiplied with to give the rows of its rotation."""
    head = np.asarray(HEAD, dtype=np.float64)
    return np.linalg.pinv((head - head.mean(axis=0)).T)


_FIT: Final = _fit()
