"""Laying photographs into pictures, and keeping account of the faces in them."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from assets.models.making.detector.album import POINTS, SCORE, Faces, Grey, no_faces

Floats = NDArray[np.float32]
Levels = tuple[Grey, ...]
"""A photograph, and the same at half, a quarter and an eighth of its size."""
SWAPPED = np.array([1, 0, 2, 4, 3])
"""The five points' order in a mirror."""
HALF_SEEN = 0.55


@dataclass
class Shot:
    """A picture in the making, and the faces in it."""

    picture: Grey
    faces: Faces

    def lay(self, front: Floats, share: Floats, where: tuple[slice, slice]) -> None:
        """Something before it, seen by its share."""
        behind = self.picture[where].astype(np.float32)
        self.picture[where] = (behind + share * (front - behind)).astype(np.uint8)


def levels(photo: Grey) -> Levels:
    """A photograph in several sizes: made smaller from the nearest, none of it glitters."""
    sizes = [photo]
    while len(sizes) < 4 and min(sizes[-1].shape) >= 16:
        high, wide = sizes[-1].shape
        sizes.append(cv2.resize(sizes[-1], (wide // 2, high // 2), interpolation=cv2.INTER_AREA))
    return tuple(sizes)


def laid(
    photo: Levels, place: Floats, width: int, height: int, border: int = cv2.BORDER_REFLECT
) -> Grey:
    """A photograph scaled and moved into a frame."""
    level = min(len(photo) - 1, max(0, int(-math.log2(max(1e-6, size(place))) + 0.35)))
    full, used = photo[0].shape, photo[level].shape
    step = np.array([full[1] / used[1], full[0] / used[0]])
    inner = place.astype(np.float64).copy()
    inner[:, :2] = place[:, :2] * step
    inner[:, 2] = place[:, 2] + place[:, :2] @ ((step - 1.0) / 2.0)
    return cv2.warpAffine(
        photo[level], inner, (width, height), flags=cv2.INTER_LINEAR, borderMode=border
    )


def size(place: Floats) -> float:
    """How much larger a place makes things."""
    (a, b), (c, d) = place[:, :2]
    return math.sqrt(abs(float(a) * float(d) - float(b) * float(c)))


def bound(
    shape: tuple[int, ...], place: Floats, into: tuple[int, ...]
) -> tuple[tuple[slice, slice], Floats]:
    """The part of a picture that a photograph falls on, and its place in that part."""
    corners = np.array([[0, 0], [shape[1], 0], [0, shape[0]], [shape[1], shape[0]]])
    ends = corners @ place[:, :2].T + place[:, 2]
    left, top = (max(0, int(number)) for number in ends.min(0))
    right, bottom = (int(number) + 2 for number in ends.max(0))
    left, top = min(left, into[1] - 1), min(top, into[0] - 1)
    right, bottom = max(left + 1, min(into[1], right)), max(top + 1, min(into[0], bottom))
    inner = place.copy()
    inner[:, 2] -= (left, top)
    return (slice(top, bottom), slice(left, right)), inner


def carried(faces: Faces, place: Floats) -> Faces:
    """Faces moved with their picture: boxes stay upright, points go exactly."""
    moved = faces.copy()
    if len(faces):
        middles = (faces[:, :2] + faces[:, 2:4] / 2.0) @ place[:, :2].T + place[:, 2]
        moved[:, 2:4] = faces[:, 2:4] * size(place)
        moved[:, :2] = middles - moved[:, 2:4] / 2.0
        points = faces[:, POINTS].reshape(-1, 2) @ place[:, :2].T + place[:, 2]
        moved[:, POINTS] = points.reshape(-1, 10)
    return moved


def cover(faces: Faces, share: Floats, doubtful: float) -> Faces:
    """Who is still to be seen behind what was put before: the half hidden are doubtful."""
    kept = []
    height, width = share.shape
    for face in faces:
        x0, x1 = int(max(0, face[0])), int(min(width, face[0] + face[2] + 1))
        y0, y1 = int(max(0, face[1])), int(min(height, face[1] + face[3] + 1))
        if x1 <= x0 or y1 <= y0:
            continue
        hidden = float(share[y0:y1, x0:x1].mean())
        if hidden < 0.92:
            row = face.copy()
            if hidden > 1.0 - HALF_SEEN:
                row[SCORE] = min(row[SCORE], doubtful)
            kept.append(row)
    return np.stack(kept) if kept else no_faces()


def seen_only(faces: Faces, width: int, height: int, doubtful: float) -> Faces:
    """Those in the picture; ones cut in half by its border are doubtful."""
    if not len(faces):
        return faces
    right = np.minimum(faces[:, 0] + faces[:, 2], width) - np.maximum(faces[:, 0], 0)
    down = np.minimum(faces[:, 1] + faces[:, 3], height) - np.maximum(faces[:, 1], 0)
    part = np.maximum(0, right) * np.maximum(0, down) / (faces[:, 2] * faces[:, 3])
    kept = faces[part > 0.1].copy()
    cut = part[part > 0.1] < HALF_SEEN
    kept[cut, SCORE] = np.minimum(kept[cut, SCORE], doubtful)
    return kept


def mirror(shot: Shot) -> None:
    """Left is right."""
    width = shot.picture.shape[1]
    shot.picture = np.ascontiguousarray(shot.picture[:, ::-1])
    faces = shot.faces.copy()
    faces[:, 0] = width - faces[:, 0] - faces[:, 2]
    points = faces[:, POINTS].reshape(-1, 5, 2)[:, SWAPPED]
    points[..., 0] = width - 1 - points[..., 0]
    faces[:, POINTS] = points.reshape(-1, 10)
    shot.faces = faces


def coarser(seen: Grey, scale: float) -> Grey:
    """As a cheap camera gives it."""
    small = cv2.resize(seen, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return cv2.resize(small, seen.shape[::-1], interpolation=cv2.INTER_LINEAR)
