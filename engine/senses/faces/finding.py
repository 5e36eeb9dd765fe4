"""Where faces are: two detectors behind one port."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.opencv import opencv
from engine.senses.camera.pictures import Picture
from engine.senses.faces.marking import Marker, in_sizes, upright
from engine.senses.faces.pose import Landmarks, moved, pose

log = logging.getLogger(__name__)

Floats = NDArray[np.float32]

EYE: Final = (320, 240)
"""The size of the picture both detectors look at."""
STRIDES: Final = (8, 16, 32)
ROW: Final = 15
"""The detector's numbers a place: a logit, four of the box, ten of the points."""
SURE: Final = 0.45
"""A box below this score is not even a candidate. The reader sorts out what is no face."""
OVERLAP: Final = 0.35
"""Two boxes sharing more than this are one face."""
MOST: Final = 6
"""No more faces than this are looked at: the surest and largest."""
LEAST: Final = 40.0
"""
Smaller faces, in pixels of a 640x480 picture, are not read: they sit more than two metres away.

Expressions are read as well at 32 px as at 96; but who passes by far behind is no viewer.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A face's place in the picture, in its pixels."""

    x: float
    y: float
    width: float
    height: float
    score: float
    """How sure the detector is, 0..1."""
    landmarks: Landmarks | None = None
    """Eyes, nose and the mouth's corners, in the picture's pixels; none: not known."""
    yaw: float | None = None
    """Degrees the head is turned: 0 straight, above 0 to the picture's right; none: not known."""
    pitch: float | None = None
    """Degrees the head is raised: above 0 looks up. The zero differs from head to head."""
    roll: float | None = None
    """Degrees the head is tilted: above 0 clockwise in the picture."""

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the face."""
        return self.x + self.width / 2, self.y + self.height / 2

    def shared(self, other: "Box") -> float:
        """The part of both boxes' common area that both cover."""
        wide = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        high = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        both = max(0.0, wide) * max(0.0, high)
        return both / (self.width * self.height + other.width * other.height - both)

    def moved(self, right: float, down: float) -> "Box":
        """The same face elsewhere: its points go with it."""
        marks = None if self.landmarks is None else moved(self.landmarks, 1.0, (right, down))
        return replace(self, x=self.x + right, y=self.y + down, landmarks=marks)

    def holds(self, other: "Box") -> bool:
        """Whether the other's centre lies inside this one."""
        x, y = other.centre
        return self.x < x < self.x + self.width and self.y < y < self.y + self.height


class Finder(Protocol):
    """What finds faces in a picture."""

    def find(self, picture: Picture) -> tuple[Box, ...]:
        """The faces large enough to be read, surest first."""
        ...


class SmallFinder:
    """Kinoeye's own small detector, and a nearer look at each face for its five points."""

    def __init__(self, model: bytes, points: bytes | None = None) -> None:
        """Without the second model the points are as rough as the detector tells them."""
        self._net: Any = opencv().dnn.readNetFromONNX(np.frombuffer(model, dtype=np.uint8))
        self._marker = None if points is None else Marker(points)
        self._grid = grid()

    def find(self, picture: Picture) -> tuple[Box, ...]:
        """The faces large enough to be read, surest first."""
        return self.marked(picture, believable(self.candidates(picture)))

    def marked(self, picture: Picture, boxes: Sequence[Box]) -> tuple[Box, ...]:
        """The boxes with their points looked at from near: 0.8 ms a face."""
        if self._marker is None or not boxes:
            return tuple(boxes)
        sizes = in_sizes(opencv().cvtColor(picture, opencv().COLOR_BGR2GRAY))
        places = (upright(b.centre, max(b.width, b.height), b.landmarks) for b in boxes)
        points = [self._marker.points(sizes, place) for place in places]
        return tuple(held(box, five) for box, five in zip(boxes, points, strict=True))

    def candidates(self, picture: Picture, sure: float = SURE) -> tuple[Box, ...]:
        """Every box above a score, of any size, several a face."""
        grey, scale = framed(opencv().cvtColor(picture, opencv().COLOR_BGR2GRAY))
        seen = grey.astype(np.float32)
        seen = (seen - seen.mean()) / (seen.std() + 8.0)
        self._net.setInput(seen[None, None])
        answers = np.asarray(self._net.forward(), dtype=np.float32)[0]
        return _scaled(unfold(answers, self._grid, sure), scale)


class YunetFinder:
    """OpenCV's YuNet, where its file is there: finds more, and says how a head is turned."""

    def __init__(self, path: Path) -> None:
        self._net: Any = opencv().FaceDetectorYN.create(str(path), "", EYE, 0.6, 0.3, 50)

    def find(self, picture: Picture) -> tuple[Box, ...]:
        """The faces large enough to be read, surest first."""
        seen, scale = framed(picture)
        rows = self._net.detect(seen)[1]
        found = () if rows is None else tuple(from_landmarks(row) for row in rows)
        return believable(_scaled(found, scale))


def open_finder(folder: Path) -> Finder:
    """The best detector whose model lies in the folder. OSError when there is none."""
    for path in sorted(folder.glob("face_detection_yunet*.onnx")):
        try:
            return YunetFinder(path)
        except opencv().error:
            log.warning("'%s' is not a YuNet model; the small detector looks instead", path.name)
    names = ("detector.onnx", "detector-points.onnx")
    return SmallFinder(*((folder / name).read_bytes() for name in names))


def framed(picture: Picture) -> tuple[Picture, float]:
    """The picture as large as fits the detector's, the rest black, and how much smaller it is."""
    height, width = picture.shape[:2]
    scale = min(EYE[0] / width, EYE[1] / height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = opencv().resize(picture, size, interpolation=opencv().INTER_AREA)
    canvas = np.zeros((EYE[1], EYE[0], *picture.shape[2:]), dtype=np.uint8)
    canvas[: size[1], : size[0]] = small
    return canvas, scale


def grid() -> Floats:
    """Where each of the detector's answers looks: x, y and stride, in its own order."""
    places = []
    for stride in STRIDES:
        rows, columns = -(-EYE[1] // stride), -(-EYE[0] // stride)
        y, x = np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij")
        middle = [(x.ravel() + 0.5) * stride, (y.ravel() + 0.5) * stride]
        places.append(np.stack([*middle, np.full(x.size, stride)], axis=1))
    return np.concatenate(places).astype(np.float32)


def unfold(answers: Floats, places: Floats, sure: float = SURE) -> tuple[Box, ...]:
    """
    The boxes in the detector's answers, surely no faces left out.

    A row is a logit, the middle's shift in strides, the log of half the size in strides, and the
    five points' shifts in strides.
    """
    scores = 1.0 / (1.0 + np.exp(-answers[:, 0]))
    likely = scores > sure
    answers, places, scores = answers[likely], places[likely], scores[likely]
    sizes = np.exp(np.clip(answers[:, 3:5], -3.0, 4.0)) * places[:, 2:3] * 2.0
    corners = places[:, :2] + answers[:, 1:3] * places[:, 2:3] - sizes / 2.0
    boxes = tuple(
        Box(x=float(x), y=float(y), width=float(w), height=float(h), score=float(score))
        for (x, y), (w, h), score in zip(corners, sizes, scores, strict=True)
    )
    marks = places[:, None, :2] + answers[:, 5:ROW].reshape(-1, 5, 2) * places[:, None, 2:3]
    return tuple(held(box, five) for box, five in zip(boxes, marks, strict=True))


def from_landmarks(row: Floats) -> Box:
    """A YuNet row: a box, five points, and a score."""
    x, y, width, height = (float(number) for number in row[:4])
    box = Box(x=x, y=y, width=width, height=height, score=float(row[14]))
    return held(box, row[4:14].reshape(5, 2))


def held(box: Box, points: Floats | NDArray[np.float64]) -> Box:
    """The box with its five points, and how the head in it is held."""
    first, second, third, fourth, fifth = ((float(x), float(y)) for x, y in points)
    landmarks = (first, second, third, fourth, fifth)
    how = pose(landmarks)
    if how is None:
        return replace(box, landmarks=landmarks)
    return replace(box, landmarks=landmarks, yaw=how.yaw, pitch=how.pitch, roll=how.roll)


def believable(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """The surest that are large enough, every face once."""
    return tuple(box for box in once(boxes) if box.height >= LEAST)[:MOST]


def once(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Without boxes that are part of a surer one's face; surest first."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda each: -each.score):
        doubled = any(
            better.shared(box) > OVERLAP or better.holds(box) or box.holds(better)
            for better in kept
        )
        if not doubled:
            kept.append(box)
    return tuple(kept)


def _scaled(boxes: Sequence[Box], scale: float) -> tuple[Box, ...]:
    return tuple(
        replace(
            box,
            x=box.x / scale,
            y=box.y / scale,
            width=box.width / scale,
            height=box.height / scale,
            landmarks=None if box.landmarks is None else moved(box.landmarks, 1.0 / scale),
        )
        for box in boxes
    )
