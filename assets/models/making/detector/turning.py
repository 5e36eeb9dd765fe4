"""
Turns a head in a photograph: to the side, up or down, by an angle that is known.

A face is taken for a bulge with a nose on it. Its points are moved as that bulge turns, and what
they are told by is known exactly; what a photograph does not show (the far cheek) is stretched.
"""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from assets.models.making.detector.album import POINTS, Faces, Grey

ROUNDS = 7
"""So many steps find where a turned pixel came from."""
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Head:
    """Where the bulge is: its middle, half axes and depth, and the nose on it, in pixels."""

    middle: tuple[float, float]
    wide: float
    high: float
    deep: float
    nose: tuple[float, float]
    eyes: float
    """The distance between the eyes."""

    def depth(self, x: Floats, y: Floats) -> Floats:
        """How far each place stands out towards the camera."""
        round_ = ((x - self.middle[0]) / self.wide) ** 2 + ((y - self.middle[1]) / self.high) ** 2
        off = (x - self.nose[0]) ** 2 + (y - self.nose[1]) ** 2
        bulge = self.deep * np.maximum(0.0, 1.0 - round_)
        return bulge + 0.38 * self.eyes * np.exp(-off / (2.0 * (0.24 * self.eyes) ** 2))


def head(face: Floats) -> Head:
    """The bulge of a face that looks about straight ahead."""
    points = face[POINTS].reshape(5, 2)
    eyes = float(np.hypot(*(points[1] - points[0])))
    middle = (points[0] + points[1] + points[3] + points[4]) / 4.0
    wide = 0.62 * float(face[2])
    return Head(
        middle=(float(middle[0]), float(middle[1])),
        wide=wide,
        high=0.72 * float(face[3]),
        deep=0.72 * wide,
        nose=(float(points[2, 0]), float(points[2, 1])),
        eyes=eyes,
    )


def straight(face: Floats) -> bool:
    """Whether a face looks ahead: only such a one can be turned by a known angle."""
    points = face[POINTS].reshape(5, 2)
    across, middle = points[1] - points[0], (points[0] + points[1]) / 2.0
    apart = float(np.hypot(*across))
    if apart < 1.0:
        return False
    along = across / apart
    off = float((points[2] - middle) @ along) / apart
    mouth = float(((points[3] + points[4]) / 2.0 - middle) @ along) / apart
    return abs(off) < 0.1 and abs(mouth) < 0.1 and abs(math.degrees(math.atan2(*along[::-1]))) < 12


def turned(picture: Grey, face: Floats, yaw: float, pitch: float) -> tuple[Grey, Faces]:
    """
    The picture with that head turned, and the face in it.

    Yaw is to the picture's right, pitch is up, both in degrees.
    """
    bulge = head(face)
    height, width = picture.shape[:2]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    from_x, from_y = x.copy(), y.copy()
    for _ in range(ROUNDS):
        to_x, to_y = moved(bulge, from_x, from_y, yaw, pitch)
        from_x += 0.8 * (x - to_x)
        from_y += 0.8 * (y - to_y)
    seen = cv2.remap(picture, from_x, from_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    row = face.copy()
    points = face[POINTS].reshape(5, 2)
    row[POINTS] = np.stack(moved(bulge, points[:, 0], points[:, 1], yaw, pitch), 1).ravel()
    # The box goes with what it holds: YuNet's holds a turned face's points off its middle.
    row[2] *= (1.0 + math.cos(math.radians(yaw))) / 2.0
    shift = row[POINTS].reshape(5, 2).mean(0) - points.mean(0)
    row[0] += (face[2] - row[2]) / 2.0 + 0.5 * shift[0]
    row[1] += 0.5 * shift[1]
    return seen, row[None]


def moved(bulge: Head, x: Floats, y: Floats, yaw: float, pitch: float) -> tuple[Floats, Floats]:
    """Where places of a face are once its head is turned."""
    side, up = math.radians(yaw), math.radians(pitch)
    out = bulge.depth(x, y)
    right, down = x - bulge.middle[0], y - bulge.middle[1]
    turned_x = right * math.cos(side) + out * math.sin(side)
    deeper = out * math.cos(side) - right * math.sin(side)
    turned_y = down * math.cos(up) - deeper * math.sin(up)
    return bulge.middle[0] + turned_x, bulge.middle[1] + turned_y
