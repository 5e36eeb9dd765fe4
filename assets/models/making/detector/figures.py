"""
What the detector finds: `python -m assets.models.making.detector.figures --faces DIR --data DIR`.

`--faces` is the folder that `benchmarks faces` reads: `photographs/` with `boxes.csv`, which are
in no training set. `--data` is what `prepare.py` wrote: its held-out people, and every tenth of
its scenes, are not trained on either; on those the score that counts as a face is chosen
(`--choose`). `--models` is another folder than the one that ships.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from assets.models.making.detector.album import HELD_SCENE, POINTS, SCORE, Album, read
from assets.models.making.detector.composites import Composites
from assets.models.making.detector.turning import straight, turned
from engine.senses.faces.finding import SURE, Box, SmallFinder, held, once

SHIPPED = Path(__file__).resolve().parents[2]
BANDS = ((20, 32), (32, 48), (48, 64), (64, 480))
"""Heights of faces, in pixels of a 640x480 picture."""
TRUE = 0.7
"""A box that the teacher is less sure of is neither hit nor miss."""
SMALLEST = 18
Picture = NDArray[np.uint8]
Known = tuple[Box, ...]


def main() -> None:
    """Print the figures."""
    asking = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    asking.add_argument("--faces", type=Path, required=True)
    asking.add_argument("--data", type=Path, required=True)
    asking.add_argument("--models", type=Path, default=SHIPPED)
    asking.add_argument("--sure", type=float, default=SURE)
    asking.add_argument("--choose", action="store_true")
    asked = asking.parse_args()
    cv2.setNumThreads(1)
    names = ("detector.onnx", "detector-points.onnx")
    finder = SmallFinder(*((asked.models / name).read_bytes() for name in names))
    if asked.choose:
        choose(finder, asked.data)
        return
    photographs = list(known(asked.faces / "photographs"))
    for name, change in CHANGES.items():
        print(f"{name:10}", found(finder, photographs, change, asked.sure))
    people = read(asked.data / "held.npz")
    print("points, photographs:", points_of(finder, photographs, asked.sure))
    print("points, people:", points_of(finder, list(seated(people)), asked.sure))
    for angle, row in turns(finder, people).items():
        print(f"turned {angle:+4d}", row)


def known(folder: Path) -> Iterator[tuple[Picture, Known]]:
    """Every photograph on a 640x480 canvas, and the faces the teacher saw in it."""
    faces = defaultdict(list)
    with (folder / "boxes.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            x, y, w, h, score, *points = (float(number) for number in list(row.values())[1:])
            box = Box(x=x, y=y, width=w, height=h, score=score)
            faces[row["path"]].append(held(box, np.array(points, np.float32).reshape(5, 2)))
    for path in sorted(folder.glob("*.png")):
        yield canvas(cv2.imread(str(path))), tuple(faces[path.name])


def canvas(picture: Picture) -> Picture:
    """The picture on black, 640x480."""
    whole = np.zeros((480, 640, 3), np.uint8)
    whole[: picture.shape[0], : picture.shape[1]] = picture
    return whole


Changed = tuple[Picture, Known]


def dim(picture: Picture, faces: Known) -> Changed:
    """An evening room: less than a fifth of the light, and noise."""
    noise = np.random.default_rng(0).normal(0, 4, picture.shape)
    return np.clip(picture * 0.18 + noise, 0, 255).astype(np.uint8), faces


def side_lit(picture: Picture, faces: Known) -> Changed:
    """Light from the right only."""
    light = np.linspace(0.08, 1.1, picture.shape[1])[None, :, None]
    return np.clip(picture * light, 0, 255).astype(np.uint8), faces


def tilted(picture: Picture, faces: Known) -> Changed:
    """By 20 degrees, and a little smaller so that corners stay."""
    place = cv2.getRotationMatrix2D((320, 240), 20, 0.85)
    moved = []
    for face in faces:
        x, y = place @ np.array([*face.centre, 1.0])
        wide, high = 0.85 * face.width, 0.85 * face.height
        if 0 < x < 640 and 0 < y < 480:
            box = Box(x=x - wide / 2, y=y - high / 2, width=wide, height=high, score=face.score)
            points = np.array(face.landmarks) @ place[:, :2].T + place[:, 2]
            moved.append(held(box, points.astype(np.float32)))
    return cv2.warpAffine(picture, place, (640, 480)), tuple(moved)


def halved(picture: Picture, faces: Known) -> Changed:
    """Twice as far away."""
    small = cv2.resize(picture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return canvas(small), tuple(
        held(
            Box(x=f.x / 2, y=f.y / 2, width=f.width / 2, height=f.height / 2, score=f.score),
            np.array(f.landmarks, np.float32) / 2,
        )
        for f in faces
    )


CHANGES: dict[str, Callable[[Picture, Known], Changed]] = {
    "as is": lambda picture, faces: (picture, faces),
    "dim": dim,
    "side light": side_lit,
    "20 degrees": tilted,
    "half size": halved,
}


def found(
    finder: SmallFinder,
    photographs: Sequence[tuple[Picture, Known]],
    change: Callable[[Picture, Known], Changed],
    sure: float,
) -> str:
    """Per size the faces found of all, and how many boxes are on none."""
    hits, all_, false, large = [0] * len(BANDS), [0] * len(BANDS), 0, 0
    for original, truth in photographs:
        picture, faces = change(original, truth)
        boxes = list(once(finder.candidates(picture, sure)))
        for face in faces:
            band = [at for at, (low, high) in enumerate(BANDS) if low <= face.height < high]
            hit = next((box for box in boxes if same(box, face)), None)
            if hit is not None:
                boxes.remove(hit)
            if face.score >= TRUE and band:
                all_[band[0]] += 1
                hits[band[0]] += hit is not None
        wrong = [box for box in boxes if not any(same(box, face) for face in faces)]
        false += sum(box.height >= SMALLEST for box in wrong)
        large += sum(box.height >= BANDS[-1][0] for box in wrong)
    sizes = " ".join(f"{h}/{n} ({h / max(1, n):.2f})" for h, n in zip(hits, all_, strict=True))
    return f"{sizes}  false {false}, of 64 px and more {large}"


def same(box: Box, face: Box) -> bool:
    """Whether a box is on a face. Lenient: other finders draw other boxes."""
    share = box.width * box.height / (face.width * face.height)
    return box.shared(face) >= 0.35 or (face.holds(box) and 1 / 3 < share < 3)


def points_of(finder: SmallFinder, pictures: Sequence[tuple[Picture, Known]], sure: float) -> str:
    """How far points and angles are from the teacher's, on faces of 64 pixels and more."""
    off, angles = [], []
    for picture, faces in pictures:
        boxes = finder.marked(picture, once(finder.candidates(picture, sure)))
        for face in faces:
            box = next((box for box in boxes if same(box, face)), None)
            if box is None or face.height < BANDS[-1][0] or face.score < TRUE:
                continue
            ours, theirs = np.array(box.landmarks), np.array(face.landmarks)
            eyes = max(float(np.hypot(*(theirs[1] - theirs[0]))), 0.25 * face.width)
            off.append(np.hypot(*(ours - theirs).T) / eyes)
            angles.append(
                [abs(box.yaw - face.yaw), abs(box.pitch - face.pitch), abs(box.roll - face.roll)]
            )
    marks, turns_ = np.array(off), np.array(angles)
    each = " ".join(f"{number:.3f}" for number in marks.mean(0))
    yaw, pitch, roll = turns_.mean(0)
    return (
        f"{len(off)} faces: {marks.mean():.3f} eye distances (eyes, nose, mouth {each}; median "
        f"{np.median(marks):.3f}); yaw {yaw:.1f}, pitch {pitch:.1f}, roll {roll:.1f} degrees"
    )


def seated(people: Album, tall: float = 150.0) -> Iterator[tuple[Picture, Known]]:
    """People held out, each in the middle of a grey picture, as somebody at a table is seen."""
    for photo, faces in zip(people.pictures, people.faces, strict=True):
        yield at_table(photo, faces[int(np.argmax(faces[:, SCORE]))], tall)


def at_table(photo: Picture, face: NDArray[np.float32], tall: float) -> tuple[Picture, Known]:
    """One face in the middle of a picture."""
    scale = tall / face[3]
    middle = scale * (face[:2] + face[2:4] / 2)
    shift = np.array([320.0, 240.0]) - middle
    place = np.array([[scale, 0, shift[0]], [0, scale, shift[1]]])
    grey = cv2.warpAffine(photo, place, (640, 480), borderMode=cv2.BORDER_CONSTANT, borderValue=90)
    wide = scale * float(face[2])
    box = Box(
        x=320 - wide / 2, y=240 - tall / 2, width=wide, height=tall, score=float(face[SCORE])
    )
    points = face[POINTS].reshape(5, 2) * scale + shift
    return cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), (held(box, points.astype(np.float32)),)


def turns(finder: SmallFinder, people: Album) -> dict[int, str]:
    """Heads turned by known angles: what is told of them, and of how many."""
    told = {}
    chosen = [
        (photo, faces[0])
        for photo, faces in zip(people.pictures, people.faces, strict=True)
        if len(faces) == 1 and faces[0, 3] > 60 and straight(faces[0])
    ][:150]
    for angle in (-40, -30, -20, -10, 0, 10, 20, 30, 40):
        yaws = []
        for photo, face in chosen:
            seen, there = turned(photo, face, angle, 0.0)
            picture, truth = at_table(seen, there[0], 150.0)
            boxes = finder.marked(picture, once(finder.candidates(picture)))
            yaws += [box.yaw for box in boxes[:1] if same(box, truth[0])]
        low, middle, high = np.percentile(yaws, [10, 50, 90])
        told[angle] = (
            f"{len(yaws)}/{len(chosen)} found, yaw {middle:+.0f} ({low:+.0f}..{high:+.0f})"
        )
    return told


def choose(finder: SmallFinder, data: Path) -> None:
    """Recall and false boxes a picture at several scores, on what was not trained on."""
    scenes = read(data / "scenes.npz").every(HELD_SCENE, left_out=False)
    drawing = Composites(read(data / "held.npz"), scenes, seed=5)
    empty = [finder.candidates(coloured(drawing.nobody(320, 240)), 0.3) for _ in range(300)]
    drawn = [drawing.draw(320, 240) for _ in range(400)]
    crowds = [
        (finder.candidates(coloured(picture.astype(np.uint8)), 0.3), faces)
        for picture, faces in drawn
    ]
    for sure in (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8):
        false = [box for boxes in empty for box in surer(boxes, sure)]
        hits = [
            any(same(box, face) for box in surer(boxes, sure))
            for boxes, faces in crowds
            for face in clear(faces)
        ]
        large = sum(box.height >= 32 for box in false)
        print(
            f"score {sure}: {np.mean(hits):.3f} of {len(hits)} found; false boxes a picture "
            f"{len(false) / len(empty):.3f}, of 64 px and more {large / len(empty):.3f}"
        )


def coloured(picture: Picture) -> Picture:
    """Grey as a camera would give it."""
    return cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR)


def surer(boxes: Known, sure: float) -> Known:
    """Those above a score, every face once."""
    return once([box for box in boxes if box.score > sure])


def clear(faces: NDArray[np.float32]) -> Iterator[Box]:
    """The faces that should be found, 64 px and more of a picture twice as large."""
    for row in faces[(faces[:, SCORE] > TRUE) & (faces[:, 3] >= 32)]:
        yield Box(x=row[0], y=row[1], width=row[2], height=row[3], score=1.0)


if __name__ == "__main__":
    main()
