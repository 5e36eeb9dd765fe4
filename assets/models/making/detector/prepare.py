"""
Prepare the pictures: `python -m assets.models.making.detector.prepare --from MIRRORS --to DIR`.

MIRRORS holds bare clones as `owner+name/repo`. DIR then holds three albums (`album.py`):

    people.npz    press photos and film frames, whole, of muxspace's people who are trained on
                  (the same division as `making/expression/muxspace.py`), and some of them with
                  their heads turned (`turning.py`)
    scenes.npz    ImageNet's sample scenes and whole photographs of people, with whatever faces
                  the teacher sees in them
    held.npz      the people held out, for the points' figures
"""

import argparse
import random
import re
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from assets.models.making.detector.album import SCORE, Album, Faces, Grey
from assets.models.making.detector.teacher import Teacher
from assets.models.making.detector.turning import straight, turned
from assets.models.making.expression import muxspace
from assets.models.making.expression.mirrors import Bytes, Mirror

LONGEST = 256
"""People's pictures are kept no larger than this."""
SCENE = 512
CLEAR = 0.8
"""A picture whose surest face is below this teaches nothing."""
WHOLE = re.compile(r"samples/in/(cgi|ai|person|stock-(emotions|group|models))-.*\.jpg")
"""
Of `vladmandic/human` these. Its other groups show the people of the photographs that the
detector is tested on, some of them the same pictures; its teenagers are let alone.
"""
SCENES = (
    ("EliSchwartz/imagenet-sample-images", re.compile(r".*\.JPEG")),
    ("vladmandic/human", WHOLE),
)
TURNS = 4500
"""So many heads are turned."""
SIDE, UP = 42.0, 22.0
"""As far as they are turned, in degrees."""


def main() -> None:
    """Prepare everything; a few minutes."""
    asking = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    asking.add_argument("--from", dest="mirrors", type=Path, required=True)
    asking.add_argument("--to", type=Path, required=True)
    asked = asking.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    cv2.setNumThreads(1)
    teacher = Teacher(asked.mirrors)
    known, held = people(asked.mirrors, teacher)
    held.write(asked.to / "held.npz")
    turn_some(known)
    known.write(asked.to / "people.npz")
    surroundings = scenes(asked.mirrors, teacher)
    surroundings.write(asked.to / "scenes.npz")
    print(
        f"{len(known)} pictures of people, {len(held)} of people held out, {len(surroundings)} "
        f"scenes, {len(surroundings.without_faces())} of them without anybody"
    )


def people(mirrors: Path, teacher: Teacher) -> tuple[Album, Album]:
    """The pictures of people trained on, and of those held out."""
    known, held = Album(), Album()
    with Mirror(mirrors, "muxspace/facial_expressions") as mirror:
        for name, _, _, part in muxspace.divided(muxspace.named(mirror)):
            picture = muxspace.read(mirror, name)
            faces = teacher.faces(picture)
            if len(faces) and faces[:, SCORE].max() > CLEAR and part != "spare":
                (known if part == "train" else held).add(*kept(picture, faces, LONGEST))
    return known, held


def scenes(mirrors: Path, teacher: Teacher) -> Album:
    """Scenes, with whatever faces are in them at two sizes."""
    album = Album()
    for picture in pictures(mirrors):
        scale = min(1.0, 2 * SCENE / max(picture.shape[:2]))
        large = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        album.add(*kept(large, teacher.faces(large), SCENE))
    return album


def pictures(mirrors: Path) -> Iterator[Bytes]:
    """The scenes in colour."""
    for repository, wanted in SCENES:
        with Mirror(mirrors, repository) as mirror:
            for name in mirror.names():
                if wanted.fullmatch(name):
                    held = np.frombuffer(mirror.read(name), np.uint8)
                    yield cv2.imdecode(held, cv2.IMREAD_COLOR)


def kept(picture: Bytes, faces: Faces, longest: int) -> tuple[Grey, Faces]:
    """A picture in grey and no larger than it need be, and its faces there."""
    scale = min(1.0, longest / max(picture.shape[:2]))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    there = faces.copy()
    there[:, :SCORE] *= scale
    return cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), there


def turn_some(album: Album) -> None:
    """Add pictures of heads that are turned, of those who look straight and are alone."""
    drawing = random.Random(11)
    alone = [
        at
        for at, faces in enumerate(album.faces)
        if len(faces) == 1 and faces[0, 3] > 60 and straight(faces[0])
    ]
    for at in drawing.sample(alone, min(TURNS, len(alone))):
        yaw, pitch = drawing.uniform(-SIDE, SIDE), drawing.triangular(-UP, UP)
        album.add(*turned(album.pictures[at], album.faces[at][0], yaw, pitch))


if __name__ == "__main__":
    main()
