"""Press photos and film frames with faces in their surroundings, divided by person."""

import csv
import hashlib
import io
import random
import re
from collections import defaultdict
from pathlib import Path

import cv2
import numpy as np

from assets.models.making.expression.mirrors import Bytes, Mirror

HELD = 0.35
"""This part of the people is in no training set."""
MOST = 300
"""The test takes no more pictures than this of an expression: nearly all are neutral or happy."""
COLUMNS = ("path", "emotion", "person", "part", "x", "y", "w", "h")
NUMBER = re.compile(r"[_ ]*\(?\d+\)?[a-z]?\.(jpg|jpeg|png|JPG)$")
LONGEST = 500


def prepare(mirrors: Path, to: Path) -> None:
    """Write `muxspace/labels.csv` and `muxspace/pictures/`."""
    pictures = to / "muxspace" / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    looking = finder(mirrors, 0.6)
    with Mirror(mirrors, "muxspace/facial_expressions") as mirror:
        rows = divided(named(mirror))
        with (to / "muxspace" / "labels.csv").open("w", newline="", encoding="utf-8") as out:
            written = csv.writer(out)
            written.writerow(COLUMNS)
            for name, emotion, person, part in rows:
                picture = read(mirror, name)
                box = largest(looking, picture)
                if box is None:
                    continue
                stem = f"{hashlib.md5(name.encode(), usedforsecurity=False).hexdigest()[:16]}.jpg"
                cv2.imwrite(str(pictures / stem), picture, [cv2.IMWRITE_JPEG_QUALITY, 95])
                written.writerow(
                    [f"pictures/{stem}", emotion, person, part, *map(round, box, [1] * 4)]
                )


def named(mirror: Mirror) -> dict[str, list[tuple[str, str]]]:
    """Each person's pictures that carry one label only, every picture once."""
    said = defaultdict(set)
    for row in csv.DictReader(io.StringIO(mirror.read("data/legend.csv").decode())):
        said[row["image"]].add(row["emotion"].lower())
    there = set(mirror.names("images"))
    people, seen = defaultdict(list), set()
    for name, emotions in said.items():
        if len(emotions) != 1 or f"images/{name}" not in there:
            continue
        digest = hashlib.md5(mirror.read(f"images/{name}"), usedforsecurity=False).digest()
        if digest not in seen:
            seen.add(digest)
            people[person(name)].append((name, next(iter(emotions))))
    return people


def person(name: str) -> str:
    """Who a picture is of: its name without the number."""
    return NUMBER.sub("", name).lower()


def divided(people: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str, str]]:
    """
    Every picture with its part: `train`, `test`, or `spare`.

    Who is held out is drawn once, by seed 7. Of the people held out at most MOST pictures of an
    expression are tested on; the rest is spare: in no training set and in no figure.
    """
    names = sorted(people)
    random.Random(7).shuffle(names)
    held = names[: int(len(names) * HELD)]
    rows = [(name, e, who, "train") for who in names[len(held) :] for name, e in people[who]]
    tested = defaultdict(list)
    for who in sorted(held):
        for name, emotion in people[who]:
            tested[emotion].append((name, emotion, who))
    drawing = random.Random(3)
    for emotion in sorted(tested):
        drawing.shuffle(tested[emotion])
        for i, row in enumerate(tested[emotion]):
            rows.append((*row, "test" if i < MOST else "spare"))
    return rows


def finder(mirrors: Path, score: float) -> cv2.FaceDetectorYN:
    """YuNet, which draws the boxes; it is used here and ships nowhere."""
    with Mirror(mirrors, "RuDr8A/RealTime-PPE-Compliance") as mirror:
        model = mirror.read("face_detection_yunet_2026may.onnx")
    return cv2.FaceDetectorYN.create(
        "onnx", np.frombuffer(model, np.uint8), np.empty(0, np.uint8), (320, 320), score, 0.3, 50
    )


def read(mirror: Mirror, name: str) -> Bytes:
    """A picture in colour, its longer side no more than LONGEST."""
    seen = cv2.imdecode(np.frombuffer(mirror.read(f"images/{name}"), np.uint8), cv2.IMREAD_COLOR)
    scale = min(1.0, LONGEST / max(seen.shape[:2]))
    return (
        cv2.resize(seen, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        if scale < 1
        else seen
    )


def largest(looking: cv2.FaceDetectorYN, picture: Bytes) -> tuple[float, ...] | None:
    """The largest face's box; none where none is found."""
    looking.setInputSize((picture.shape[1], picture.shape[0]))
    rows = looking.detect(picture)[1]
    return None if rows is None else tuple(map(float, max(rows, key=lambda r: r[2] * r[3])[:4]))
