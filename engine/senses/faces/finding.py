"""Where faces are: two detectors behind one port, and the patience not to believe one look."""

import logging
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.opencv import opencv
from engine.senses.camera.pictures import Picture

log = logging.getLogger(__name__)

Floats = NDArray[np.float32]

EYE: Final = (320, 240)
"""The size of the picture both detectors look at."""
STRIDES: Final = (8, 16, 32)
SURE: Final = 0.5
"""A box below this score is not even a candidate."""
OVERLAP: Final = 0.35
"""Two boxes sharing more than this are one face."""
MOST: Final = 6
"""No more faces than this are looked at: the surest and largest."""
LEAST: Final = 64.0
"""Smaller faces, in pixels of a 640x480 picture, are not read: nobody sits that far away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A face's place in the picture, in its pixels."""

    x: float
    y: float
    width: float
    height: float
    score: float
    """How sure the detector is, 0..1."""
    yaw: float | None = None
    """How far the head is turned, 0 straight, about 1 in profile; none: not known."""

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
    """Kinoeye's own small detector: boxes only, 8 ms a picture."""

    def __init__(self, model: bytes) -> None:
        self._net: Any = opencv().dnn.readNetFromONNX(np.frombuffer(model, dtype=np.uint8))
        self._grid = grid()

    def find(self, picture: Picture) -> tuple[Box, ...]:
        """The faces large enough to be read, surest first."""
        grey, scale = framed(opencv().cvtColor(picture, opencv().COLOR_BGR2GRAY))
        seen = grey.astype(np.float32)
        seen = (seen - seen.mean()) / (seen.std() + 8.0)
        self._net.setInput(seen[None, None])
        found = unfold(np.asarray(self._net.forward(), dtype=np.float32)[0], self._grid)
        return believable(_scaled(found, scale))


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
    return SmallFinder((folder / "detector-d.onnx").read_bytes())


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


def unfold(answers: Floats, places: Floats) -> tuple[Box, ...]:
    """The boxes in the detector's answers: logit, shift in strides, log of half the size."""
    scores = 1.0 / (1.0 + np.exp(-answers[:, 0]))
    likely = scores > SURE
    answers, places, scores = answers[likely], places[likely], scores[likely]
    sizes = np.exp(np.clip(answers[:, 3:5], -3.0, 4.0)) * places[:, 2:3] * 2.0
    corners = places[:, :2] + answers[:, 1:3] * places[:, 2:3] - sizes / 2.0
    return tuple(
        Box(x=float(x), y=float(y), width=float(w), height=float(h), score=float(score))
        for (x, y), (w, h), score in zip(corners, sizes, scores, strict=True)
    )


def from_landmarks(row: Floats) -> Box:
    """A YuNet row as a box: its five points say how far the head is turned."""
    x, y, width, height = (float(number) for number in row[:4])
    eyes = (row[4] + row[6]) / 2.0
    apart = max(1.0, abs(float(row[6] - row[4])))
    yaw = abs(float(row[8] - eyes)) / apart
    return Box(x=x, y=y, width=width, height=height, score=float(row[14]), yaw=yaw)


def believable(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Without the too small, and without boxes that are part of a surer one's face."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda each: -each.score):
        doubled = any(
            better.shared(box) > OVERLAP or better.holds(box) or box.holds(better)
            for better in kept
        )
        if not doubled:
            kept.append(box)
    return tuple(box for box in kept if box.height >= LEAST)[:MOST]


def _scaled(boxes: Sequence[Box], scale: float) -> tuple[Box, ...]:
    return tuple(
        Box(
            x=box.x / scale,
            y=box.y / scale,
            width=box.width / scale,
            height=box.height / scale,
            score=box.score,
            yaw=box.yaw,
        )
        for box in boxes
    )


class Patience:
    """
    Believes in a face once it was seen in 3 of the last 5 looks at one place.

    A face that one look misses is still there; one that three looks miss is gone.
    """

    WINDOW: Final = 5
    NEEDED: Final = 3
    SAME: Final = 0.3

    def __init__(self) -> None:
        self._looks: deque[tuple[Box, ...]] = deque(maxlen=self.WINDOW)

    def after(
        self, sure: tuple[Box, ...], doubtful: tuple[Box, ...] = ()
    ) -> tuple[tuple[Box, ...], int]:
        """
        Of what was just seen the believed boxes, and how many faces there are altogether.

        A doubtful box counts only where one was seen in the looks before.
        """
        known = tuple(box for look in self._looks for box in look)
        seen = (*sure, *(box for box in doubtful if self._seen_in(box, known)))
        self._looks.append(seen)
        now = tuple(box for box in seen if self._believed(box))
        missed = self._missed(now)
        return now, len(now) + missed

    def forget(self) -> None:
        """Begin anew: what comes now has nothing to do with what was."""
        self._looks.clear()

    def _believed(self, box: Box) -> bool:
        return sum(self._seen_in(box, look) for look in self._looks) >= self.NEEDED

    def _missed(self, now: tuple[Box, ...]) -> int:
        """How many faces were believed in a moment ago and are only missing from this look."""
        gone: list[Box] = []
        for look in list(self._looks)[-2:-4:-1]:
            for box in look:
                fresh = not self._seen_in(box, (*now, *gone))
                if fresh and self._believed(box):
                    gone.append(box)
        return len(gone)

    def _seen_in(self, box: Box, look: Sequence[Box]) -> bool:
        return any(box.shared(other) > self.SAME for other in look)
