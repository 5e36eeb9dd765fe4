"""Grey pictures of any size with the faces in them, kept in one file and held in memory."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Faces = NDArray[np.float32]
"""
One row a face, in pixels: x, y, width, height, five points (the eye on the picture's left, the
one on its right, nose, the mouth's left corner, its right one), and how sure the teacher is.
"""
POINTS = slice(4, 14)
SCORE = 14
COLUMNS = 15
HELD_SCENE = 10
"""Every tenth scene is never trained on: on those the score that counts as a face is chosen."""


def no_faces() -> Faces:
    """Nobody."""
    return np.zeros((0, COLUMNS), np.float32)


@dataclass
class Album:
    """Pictures, and the faces in each."""

    pictures: list[Grey] = field(default_factory=list)
    faces: list[Faces] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.pictures)

    def add(self, picture: Grey, faces: Faces) -> None:
        """One more picture."""
        self.pictures.append(picture)
        self.faces.append(faces)

    def every(self, nth: int, *, left_out: bool) -> "Album":
        """Every nth picture, or all but those."""
        chosen = [at for at in range(len(self)) if (at % nth == 0) != left_out]
        return Album([self.pictures[at] for at in chosen], [self.faces[at] for at in chosen])

    def without_faces(self) -> "Album":
        """Only what shows nobody, not even doubtfully."""
        empty = [at for at, faces in enumerate(self.faces) if not len(faces)]
        return Album([self.pictures[at] for at in empty], [self.faces[at] for at in empty])

    def write(self, path: Path) -> None:
        """Everything into one file."""
        counts = [len(faces) for faces in self.faces]
        np.savez(
            path,
            sizes=np.array([picture.shape for picture in self.pictures], np.int32),
            pixels=np.concatenate([picture.ravel() for picture in self.pictures]),
            counts=np.array(counts, np.int32),
            faces=np.concatenate([*self.faces, no_faces()]),
        )


def read(path: Path) -> Album:
    """An album out of its file."""
    with np.load(path) as held:
        sizes, pixels, counts, faces = (
            held[name] for name in ("sizes", "pixels", "counts", "faces")
        )
    ends = np.cumsum(sizes.astype(np.int64).prod(1))
    last = np.cumsum(counts)
    return Album(
        [
            pixels[end - h * w : end].reshape(h, w)
            for end, (h, w) in zip(ends, sizes.astype(np.int64), strict=True)
        ],
        [faces[end - count : end] for end, count in zip(last, counts, strict=True)],
    )
