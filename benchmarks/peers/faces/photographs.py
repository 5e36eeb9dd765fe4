"""Whole photographs of one to a hundred people, and where their faces are."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.peers.faces.mirrors import content, names
from benchmarks.peers.faces.wrong import UNCLEAR, WRONG

Picture = NDArray[np.uint8]

SIZE: Final = (640, 480)
LARGEST: Final = 1400
"""The truth is found in a picture this large, so that small faces are found too."""
CANDIDATE: Final = 0.5
"""Boxes below this score are not written down; those below 0.7 are neither hits nor misses."""
TRUTH: Final = ("ShiqiYu/libfacedetection.train", "onnx/yunet_n_dynamic.onnx")
COLUMNS: Final = (
    "path", "x", "y", "w", "h", "score",
    "right_eye_x", "right_eye_y", "left_eye_x", "left_eye_y", "nose_x", "nose_y",
    "right_mouth_x", "right_mouth_y", "left_mouth_x", "left_mouth_y",
)  # fmt: skip
"""Left and right are the photographed person's own, so the right eye lies left in the picture."""
SOURCES: Final = (
    ("serengil/deepface", "tests/unit/dataset/", "deepface"),
    ("Linzaer/Ultra-Light-Fast-Generic-Face-Detector-1MB", "imgs/", "ultra"),
    ("oarriaga/face_classification", "images/", "oarriaga"),
    ("vladmandic/face-api", "demo/sample", "faceapi"),
)
DRAWN_OVER: Final = ("demo_results", "emotion_classification")
"""Pictures with boxes already drawn in them."""


def make(mirrors: Path, folder: Path) -> int:
    """Write the photographs, fitted to 640x480, and `boxes.csv`; how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    finder = _teacher(mirrors)
    rows: list[tuple[str | float, ...]] = []
    count = 0
    for name, picture in photographs(mirrors):
        small = fitted(picture)
        cv2.imwrite(str(folder / name), small)
        rows += [(name, *numbers) for numbers in faces(finder, name, picture, small)]
        count += 1
    with (folder / "boxes.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    return count


def photographs(mirrors: Path) -> Iterator[tuple[str, Picture]]:
    """Every photograph with its new name; those whose faces nobody can box fairly left out."""
    for repository, folder, short in SOURCES:
        for path in names(mirrors, repository, folder):
            stem, _, ending = path.rpartition("/")[2].rpartition(".")
            name = f"{short}_{stem}.png"
            if ending.lower() not in {"jpg", "jpeg", "png"} or stem in DRAWN_OVER:
                continue
            if name in UNCLEAR:
                continue
            raw = np.frombuffer(content(mirrors, repository, path), np.uint8)
            picture = cv2.imdecode(raw, cv2.IMREAD_COLOR) if len(raw) else None
            if picture is not None:
                yield name, picture.astype(np.uint8)


def fitted(picture: Picture, size: tuple[int, int] = SIZE) -> Picture:
    """The picture as large as fits, its shape kept."""
    height, width = picture.shape[:2]
    scale = min(size[0] / width, size[1] / height)
    wanted = (round(width * scale), round(height * scale))
    return cv2.resize(picture, wanted, interpolation=cv2.INTER_AREA).astype(np.uint8)


def faces(
    finder: cv2.FaceDetectorYN, name: str, picture: Picture, small: Picture
) -> list[tuple[float, ...]]:
    """x, y, width, height, score and five points of each face, in the small one's pixels."""
    height, width = picture.shape[:2]
    scale = min(1.0, LARGEST / max(height, width))
    size = (round(width * scale) // 32 * 32, round(height * scale) // 32 * 32)
    size = (max(32, size[0]), max(32, size[1]))
    finder.setInputSize(size)
    found = finder.detect(cv2.resize(picture, size, interpolation=cv2.INTER_AREA))[1]
    across, down = small.shape[1] / size[0], small.shape[0] / size[1]
    lines = []
    for number, row in enumerate(() if found is None else found):
        if f"{name}#{number}" in WRONG:
            continue
        places = [float(v) * (down if at % 2 else across) for at, v in enumerate(row[:14])]
        lines.append(tuple(round(v, 2) for v in (*places[:4], float(row[14]), *places[4:])))
    return lines


def sheets(folder: Path, to: Path) -> int:
    """Contact sheets of the boxes, twelve photographs each, for people to look through."""
    boxes: dict[str, list[list[float]]] = {}
    with (folder / "boxes.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            line = [float(row[key]) for key in ("x", "y", "w", "h", "score")]
            boxes.setdefault(row["path"], []).append(line)
    to.mkdir(parents=True, exist_ok=True)
    tiles = [_tile(path, boxes.get(path.name, [])) for path in sorted(folder.glob("*.png"))]
    pages = [tiles[at : at + 12] for at in range(0, len(tiles), 12)]
    for number, page in enumerate(pages):
        full = page + [np.zeros_like(page[0])] * (12 - len(page))
        rows = [np.hstack(full[at : at + 4]) for at in range(0, 12, 4)]
        cv2.imwrite(str(to / f"sheet-{number:02}.png"), np.vstack(rows))
    return len(pages)


def _tile(path: Path, boxes: list[list[float]]) -> Picture:
    tile = np.zeros((500, 640, 3), np.uint8)
    picture = cv2.imread(str(path))
    assert picture is not None  # noqa: S101 -- written a moment ago
    for number, (x, y, width, height, score) in enumerate(boxes):
        colour = (0, 255, 0) if score >= 0.7 else (0, 0, 255)
        ends = (round(x), round(y)), (round(x + width), round(y + height))
        cv2.rectangle(picture, *ends, colour, 1)
        cv2.putText(picture, str(number), ends[0], 0, 0.5, (255, 255, 0), 1)
    tile[20 : 20 + picture.shape[0], : picture.shape[1]] = picture
    cv2.putText(tile, f"{path.stem} {len(boxes)}", (4, 15), 0, 0.5, (255, 255, 255), 1)
    return tile


def _teacher(mirrors: Path) -> cv2.FaceDetectorYN:
    model = np.frombuffer(content(mirrors, *TRUTH), np.uint8)
    none = np.zeros(0, np.uint8)
    return cv2.FaceDetectorYN.create("onnx", model, none, (320, 320), CANDIDATE, 0.3, 500)
