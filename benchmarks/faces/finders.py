"""Who finds faces: ours as it ships, YuNet where its file is, Haar where OpenCV has it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.faces.photographs import Place
from engine.senses.faces import finding
from engine.senses.faces.expressions import EmbeddedReader
from engine.senses.faces.finding import Box

Picture = NDArray[np.uint8]

YUNET: Final = "yunet_2023mar.onnx"


@dataclass(frozen=True, slots=True)
class Detector:
    """Finds faces in a picture of 640x480."""

    name: str
    find: Callable[[Picture], tuple[Place, ...]]


@contextmanager
def every_size() -> Iterator[None]:
    """
    Let our finder tell all it finds, in here.

    As it ships it names six faces at most, and none too small to be read.
    """
    least, most = finding.LEAST, finding.MOST
    finding.LEAST, finding.MOST = 0.0, 1000
    try:
        yield
    finally:
        finding.LEAST, finding.MOST = least, most


def believed(name: str, reader: EmbeddedReader) -> Detector:
    """Our detector and our network's answer whether a box is a face at all."""
    return Detector(name, lambda picture: places(each.box for each in reader.read(picture).faces))


def places(boxes: Iterable[Box]) -> tuple[Place, ...]:
    """Where boxes are."""
    return tuple((box.x, box.y, box.width, box.height) for box in boxes)


def peers(folder: Path) -> tuple[Detector, ...]:
    """The detectors that can be had here."""
    sizes = ((320, 240), (640, 480)) if (folder / YUNET).is_file() else ()
    return (*(_yunet(folder / YUNET, size) for size in sizes), *_haar())


def _yunet(path: Path, size: tuple[int, int]) -> Detector:
    net = cv2.FaceDetectorYN.create(str(path), "", size, 0.6, 0.3, 200)
    scale = 640 / size[0]

    def find(picture: Picture) -> tuple[Place, ...]:
        small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
        rows = net.detect(small if scale > 1 else picture)[1]
        return tuple(_place(row, scale) for row in (() if rows is None else rows))

    return Detector(f"YuNet {size[0]}", find)


def _haar() -> tuple[Detector, ...]:
    if not hasattr(cv2, "CascadeClassifier"):
        return ()
    where = f"{cv2.data.haarcascades}haarcascade_frontalface_default.xml"
    cascade: Any = cv2.CascadeClassifier(where)

    def find(picture: Picture) -> tuple[Place, ...]:
        grey = cv2.equalizeHist(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY))
        found = cascade.detectMultiScale(grey, 1.1, 5, minSize=(24, 24))
        return tuple(_place(row, 1.0) for row in found)

    return (Detector("Haar", find),)


def _place(row: NDArray[np.float32], scale: float) -> Place:
    x, y, width, height = (float(number) * scale for number in row[:4])
    return x, y, width, height
