"""FER2013's pictures with what FER+ raters saw in them, and what FER2013 itself called them."""

import csv
import io
from collections import defaultdict
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from assets.models.making.expression.mirrors import Bytes, Mirror

VOTES = (
    "neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt",
    "unknown", "NF",
)  # fmt: skip
"""FER+'s columns in its own order."""
NAMES = VOTES[:8]
"""The order of every answer here."""
KINDS = len(NAMES)
PARTS = {"Training": "train", "PublicTest": "valid", "PrivateTest": "test"}
FOLDERS = {"train": "FER2013Train", "valid": "FER2013Valid", "test": "FER2013Test"}
ORIGINAL = {
    "neutral": 0, "happy": 1, "surprise": 2, "sad": 3, "angry": 4, "disgust": 5, "fear": 6,
}  # fmt: skip
"""FER2013's own seven classes, by the folders they lie in, in our order."""
ALIKE = 6.0
"""Two pictures that differ by no more than this on average (of 255) are one: a JPEG of it."""
THUMB = 12
SIDE = 48


def prepare(mirrors: Path, to: Path) -> None:
    """Write the three parts; a training picture that is also tested on is left out."""
    parts = read(mirrors)
    pictures, classes = originals(mirrors)
    for part, (x, votes) in parts.items():
        at, apart = nearest(x, pictures)
        original = np.where(apart <= ALIKE, classes[at], -1).astype(np.int8)
        kept = np.ones(len(x), bool)
        if part == "train":
            kept = unseen(x, np.concatenate([parts["valid"][0], parts["test"][0]]))
        print(
            f"ferplus {part}: {kept.sum()} pictures ({(~kept).sum()} left out as also tested), "
            f"{(original[kept] >= 0).mean():.1%} with FER2013's own label",
            flush=True,
        )
        np.savez(to / f"ferplus-{part}.npz", x=x[kept], votes=votes[kept], original=original[kept])


def read(mirrors: Path) -> dict[str, tuple[Bytes, NDArray[np.float32]]]:
    """Each part's pictures and raw votes."""
    found = defaultdict(list)
    with Mirror(mirrors, "tessav/crowd-emotion") as mirror:
        there = set(mirror.names("data"))
        table = io.StringIO(mirror.read("fer2013new.csv").decode())
        for row in csv.DictReader(table):
            part = PARTS[row["Usage"]]
            path = f"data/{FOLDERS[part]}/{row['Image name']}"
            if path in there:
                found[part].append((mirror.grey(path), [float(row[name]) for name in VOTES]))
    return {
        part: (np.stack([x for x, _ in rows]), np.array([v for _, v in rows], np.float32))
        for part, rows in found.items()
    }


def originals(mirrors: Path) -> tuple[Bytes, NDArray[np.int8]]:
    """All of FER2013, as small as it once was, and the class each lies under."""
    with Mirror(mirrors, "darkbit404/FaceExp") as mirror:
        paths = mirror.names("data")
        classes = np.array([ORIGINAL[path.split("/")[1]] for path in paths], np.int8)
        large = (mirror.grey(path) for path in paths)
        return np.stack(
            [cv2.resize(x, (SIDE, SIDE), interpolation=cv2.INTER_AREA) for x in large]
        ), classes


def thumbs(x: Bytes) -> NDArray[np.float32]:
    """Each picture as a short list of numbers, by which alike ones are looked for."""
    side = x.shape[1] // THUMB
    small = x.reshape(len(x), THUMB, side, THUMB, side).mean((2, 4), dtype=np.float32)
    return small.reshape(len(x), -1)


def nearest(x: Bytes, among: Bytes) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """For each picture the most alike one among others, and how far apart they are on average."""
    ours, theirs = thumbs(x), thumbs(among)
    lengths = (theirs**2).sum(1)
    at = np.concatenate(
        [(lengths - 2.0 * ours[i : i + 512] @ theirs.T).argmin(1) for i in range(0, len(x), 512)]
    )
    apart = [np.abs(a.astype(np.int16) - among[j]).mean() for a, j in zip(x, at, strict=True)]
    return at, np.array(apart, np.float32)


def unseen(x: Bytes, tested: Bytes) -> NDArray[np.bool_]:
    """Which pictures have no double among those tested on."""
    return nearest(x, tested)[1] > ALIKE


def labels(votes: NDArray[np.float32]) -> NDArray[np.int64]:
    """
    What most raters saw, in FER+'s order; -1 without one clear majority among the eight.

    A single vote is dropped as FER+ does; a tie, "unknown" and "no face" are no majority.
    """
    kept = np.where(votes <= 1, 0, votes)
    most = kept.max(1, keepdims=True)
    clear = (most[:, 0] > 0) & ((kept == most).sum(1) == 1) & (kept.argmax(1) < 8)
    return np.where(clear, kept.argmax(1), -1)
