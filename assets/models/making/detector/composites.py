"""Pictures to learn from: people before scenes, of all sizes, tilted, dim, half hidden."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from assets.models.making.detector.album import POINTS, SCORE, Album, Faces, Grey, no_faces
from assets.models.making.detector.shots import (
    Levels,
    Shot,
    bound,
    carried,
    coarser,
    cover,
    laid,
    levels,
    mirror,
    seen_only,
)

Floats = NDArray[np.float32]
DOUBTFUL = 0.5
"""The score of a face too hidden to insist on; see `targets.CLEAR`."""
CLEAR = 0.7
SMALLEST = 9.0
"""The height of the smallest face drawn, in pixels."""
LARGER = 2.5
"""No photograph is shown larger than this many times its size."""


@dataclass(frozen=True)
class Person:
    """A photograph of somebody's face, and that face."""

    photo: Levels
    face: Floats


class Composites:
    """Draws pictures of one size after the other, forever. A seed gives the same ones again."""

    def __init__(self, people: Album, scenes: Album, seed: int) -> None:
        self._chance = np.random.default_rng(seed)
        self._people = [
            Person(levels(photo), faces[int(np.argmax(faces[:, 2] * faces[:, 3]))])
            for photo, faces in zip(people.pictures, people.faces, strict=True)
        ]
        held = [
            (levels(scene), faces)
            for scene, faces in zip(scenes.pictures, scenes.faces, strict=True)
        ]
        self._empty = [(scene, faces) for scene, faces in held if not len(faces)]
        self._natural = [(scene, f) for scene, f in held if len(f) and f[:, SCORE].max() > CLEAR]
        self._noise = self._chance.standard_normal((512, 512), dtype=np.float32)
        self.hard: list[Grey] = []
        """Pictures of nobody in which the detector believed to see somebody."""

    def draw(self, width: int, height: int) -> tuple[Floats, Faces]:
        """One picture and its faces."""
        chance, kind = self._chance, self._chance.random()
        if kind < 0.15:
            shot = self._nobody(width, height)
        elif kind < 0.48:
            shot = self._as_taken(width, height)
        else:
            shot = self._assembled(width, height)
        if chance.random() < 0.22:
            self._hide(shot)
        if chance.random() < 0.08:
            self._letterbox(shot)
        if chance.random() < 0.5:
            mirror(shot)
        return self._lit(shot.picture), seen_only(shot.faces, width, height, DOUBTFUL)

    def nobody(self, width: int, height: int) -> Grey:
        """A new picture in which nobody is: what is found in it is false."""
        return self._background(width, height).picture

    def _nobody(self, width: int, height: int) -> Shot:
        alike = [picture for picture in self.hard if picture.shape == (height, width)]
        if alike and self._chance.random() < 0.6:
            return Shot(alike[self._chance.integers(len(alike))].copy(), no_faces())
        return self._background(width, height)

    def _background(self, width: int, height: int) -> Shot:
        """Some part of a scene without anybody, large or whole."""
        scene, faces = self._empty[int(self._chance.integers(len(self._empty)))]
        high, wide = scene[0].shape
        scale = max(width / wide, height / high)
        scale *= math.exp(self._chance.uniform(0.0, 1.4 if width < 200 else 1.0))
        left = self._chance.uniform(0.0, wide * scale - width)
        top = self._chance.uniform(0.0, high * scale - height)
        place = np.array([[scale, 0.0, -left], [0.0, scale, -top]], np.float32)
        return Shot(laid(scene, place, width, height), faces)

    def _as_taken(self, width: int, height: int) -> Shot:
        """A photograph with people in it, whole or a part; some get the faces of others."""
        chance = self._chance
        scene, faces = self._natural[int(chance.integers(len(self._natural)))]
        clear = faces[faces[:, SCORE] > CLEAR]
        face = clear[int(chance.integers(len(clear)))]
        most = min(0.95 * height, LARGER * face[3])
        tall = math.exp(chance.uniform(math.log(min(SMALLEST, most)), math.log(most)))
        place = self._place(face, tall, width, height)
        shot = Shot(laid(scene, place, width, height, cv2.BORDER_REPLICATE), carried(faces, place))
        if chance.random() < 0.6:
            for row in shot.faces[shot.faces[:, SCORE] > CLEAR]:
                if row[3] > SMALLEST and chance.random() < 0.8:
                    self._swap(shot, row)
        return shot

    def _swap(self, shot: Shot, face: Floats) -> None:
        """Somebody else's face where one is: the surroundings stay natural."""
        person = self._somebody()
        ours, theirs = person.face[POINTS].reshape(5, 2), face[POINTS].reshape(5, 2)
        place, _ = cv2.estimateAffinePartial2D(ours, theirs)
        if place is None:
            return
        place = place.astype(np.float32)
        new = carried(person.face[None], place)
        if not 0.6 < new[0, 3] / face[3] < 1.6:
            return
        same = np.abs(shot.faces - face).max(1) > 1e-3
        shot.faces = shot.faces[same]
        share, front, where = self._fronted(shot, person, place, oval=True, soft=0.06)
        behind = shot.picture[where].astype(np.float32)
        inside = share > 0.5
        if inside.sum() > 8:  # in the light of the one who stood there
            ours_, theirs_ = front[inside], behind[inside]
            front = (front - ours_.mean()) * min(1.6, (theirs_.std() + 4) / (ours_.std() + 4))
            front = np.clip(front + theirs_.mean(), 0, 255)
        shot.lay(front, share, where)
        shot.faces = np.concatenate([shot.faces, new])

    def _assembled(self, width: int, height: int) -> Shot:
        """Some people before a scene."""
        shot = self._background(width, height)
        several = self._chance.random() < 0.6
        most = (8 if width > 200 else 4) if several else 1
        for _ in range(int(self._chance.integers(1, most + 1))):
            self._paste(shot, 0.45 if several else 0.98)
        return shot

    def _paste(self, shot: Shot, most: float) -> None:
        """One person more, as large as `most` of the picture's height."""
        chance, person = self._chance, self._somebody()
        height, width = shot.picture.shape
        tall = math.exp(chance.uniform(math.log(SMALLEST), math.log(height * most)))
        place = self._place(person.face, tall, width, height)
        new = carried(person.face[None], place)
        oval = chance.random() < 0.7
        if oval and chance.random() < 0.75:
            self._figure(shot, new[0])
        soft = chance.uniform(0.01, 0.07) if oval else chance.choice([0.0, 0.03])
        share, front, where = self._fronted(shot, person, place, oval=oval, soft=soft)
        if chance.random() < 0.3:  # not everybody stands in the same light
            front = np.clip(front * chance.uniform(0.6, 1.3) + chance.uniform(-20, 20), 0, 255)
        shot.lay(front, share, where)
        whole = np.zeros(shot.picture.shape, np.float32)
        whole[where] = share
        shot.faces = np.concatenate([cover(shot.faces, whole, DOUBTFUL), new])

    def _figure(self, shot: Shot, face: Floats) -> None:
        """Hair, neck and shoulders, roughly: a face is seldom seen alone."""
        chance = self._chance
        points = face[POINTS].reshape(5, 2)
        eyes, mouth = points[:2].mean(0), points[3:].mean(0)
        down = (mouth - eyes) / max(1e-3, float(np.hypot(*(mouth - eyes))))
        tilt = math.degrees(math.atan2(-down[0], down[1]))
        middle, wide, high = face[:2] + face[2:4] / 2.0, float(face[2]), float(face[3])
        tone = float(chance.uniform(60, 200))
        parts = (
            (
                0.8,
                1.45,
                chance.uniform(1.1, 1.7),
                chance.uniform(0.6, 0.9),
                chance.uniform(10, 240),
            ),
            (0.9, 0.62, 0.4, 0.45, tone),
            (
                0.8,
                -0.12,
                chance.uniform(0.6, 0.8),
                chance.uniform(0.6, 0.78),
                chance.uniform(5, 190),
            ),
        )
        under = np.zeros(shot.picture.shape, np.uint8)
        drawn = shot.picture.copy()
        for often, off, across, along, shade in parts:
            if chance.random() < often:
                at = middle + down * off * high
                axes = (max(1, int(across * wide)), max(1, int(along * high)))
                where = (int(at[0]), int(at[1]))
                cv2.ellipse(drawn, where, axes, tilt, 0, 360, float(shade), -1)
                cv2.ellipse(under, where, axes, tilt, 0, 360, 255, -1)
        if chance.random() < 0.5:  # cloth and hair are not plain
            other = self._background(shot.picture.shape[1], shot.picture.shape[0]).picture
            drawn = cv2.addWeighted(drawn, 0.75, other, 0.25, 0.0)
        shot.picture = np.where(under > 0, drawn, shot.picture)
        shot.faces = cover(shot.faces, under.astype(np.float32) / 255.0, DOUBTFUL)

    def _fronted(
        self, shot: Shot, person: Person, place: Floats, *, oval: bool, soft: float
    ) -> tuple[Floats, Floats, tuple[slice, slice]]:
        """How much of a person is seen where, the person, and what part of the picture that is."""
        photo, face = person.photo[0], person.face
        mask = np.zeros(photo.shape, np.uint8)
        if oval:
            middle = face[:2] + face[2:4] / 2.0
            axes = (max(1, int(0.47 * face[2])), max(1, int(0.5 * face[3])))
            cv2.ellipse(mask, (int(middle[0]), int(middle[1])), axes, 0, 0, 360, 255, -1)
            mask[:1], mask[-1:], mask[:, :1], mask[:, -1:] = 0, 0, 0, 0
        else:
            left, top, right, bottom = self._cut(face, photo.shape)
            mask[top:bottom, left:right] = 255
        where, inner = bound(photo.shape, place, shot.picture.shape)
        high, wide = where[0].stop - where[0].start, where[1].stop - where[1].start
        over = cv2.warpAffine(mask, inner, (wide, high), flags=cv2.INTER_LINEAR)
        tall = carried(face[None], place)[0, 3]
        if soft * tall > 0.3:
            over = cv2.GaussianBlur(over, (0, 0), float(soft * tall))
        front = laid(person.photo, inner, wide, high, cv2.BORDER_REPLICATE)
        return over.astype(np.float32) / 255.0, front.astype(np.float32), where

    def _somebody(self) -> Person:
        return self._people[int(self._chance.integers(len(self._people)))]

    def _place(self, face: Floats, tall: float, width: int, height: int) -> Floats:
        """Where a person goes: some size, tilted, a little sheared, anywhere."""
        chance = self._chance
        scale = tall / face[3]
        tilt = chance.normal(0.0, 12.0) if chance.random() < 0.65 else chance.uniform(-38.0, 38.0)
        cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
        aspect, shear = math.exp(chance.normal(0.0, 0.06)), chance.normal(0.0, 0.04)
        linear = (
            scale
            * np.array([[cos, -sin], [sin, cos]])
            @ np.array([[aspect, shear], [0.0, 1.0 / aspect]])
        )
        to = np.array(
            [
                chance.uniform(min(0.2 * tall, width / 2), max(width - 0.2 * tall, width / 2)),
                chance.uniform(
                    min(0.25 * tall, height / 2), max(height - 0.25 * tall, height / 2)
                ),
            ]
        )
        shift = to - linear @ np.array([face[0] + face[2] / 2.0, face[1] + face[3] / 2.0])
        return np.concatenate([linear, shift[:, None]], 1).astype(np.float32)

    def _cut(self, face: Floats, shape: tuple[int, ...]) -> tuple[int, int, int, int]:
        """What of a photograph is pasted: all of it, or some surroundings of the face."""
        if self._chance.random() < 0.4:
            return 1, 1, shape[1] - 1, shape[0] - 1
        left, top, right, bottom = self._chance.uniform(0.0, 0.6, 4) * face[3]
        return (
            int(max(1, face[0] - left)),
            int(max(1, face[1] - top)),
            int(min(shape[1] - 1, face[0] + face[2] + right)),
            int(min(shape[0] - 1, face[1] + face[3] + bottom)),
        )

    def _hide(self, shot: Shot) -> None:
        """Something before one of the faces: a hand, a cup; here a piece of a scene."""
        if not len(shot.faces):
            return
        chance = self._chance
        at = int(chance.integers(len(shot.faces)))
        x, y, wide, high = shot.faces[at, :4]
        part = chance.uniform(0.15, 0.5)
        sides = {
            0: (x - wide, y + high * (1 - part), 3 * wide, high),
            1: (x - wide * (1 - part), y - 0.5 * high, wide, 2 * high),
            2: (x + wide * (1 - part), y - 0.5 * high, wide, 2 * high),
            3: (x - 0.5 * wide, y - high * (1 - 0.6 * part), 2 * wide, high),
        }
        left, top, across, down = sides[int(chance.integers(4))]
        height, width = shot.picture.shape
        x0, x1 = int(max(0, left)), int(min(width, left + across))
        y0, y1 = int(max(0, top)), int(min(height, top + down))
        if x1 - x0 < 4 or y1 - y0 < 4:
            return
        front = self._background(x1 - x0, y1 - y0).picture
        shot.picture = shot.picture.copy()
        shot.picture[y0:y1, x0:x1] = front
        share = np.zeros(shot.picture.shape, np.float32)
        share[y0:y1, x0:x1] = 1.0
        if part > 0.42:
            shot.faces[at, SCORE] = min(shot.faces[at, SCORE], DOUBTFUL)
        shot.faces = cover(shot.faces, share, DOUBTFUL)

    def _letterbox(self, shot: Shot) -> None:
        """Black below or beside, as the engine leaves it where a camera's picture is wide."""
        height, width = shot.picture.shape
        shot.picture = shot.picture.copy()
        share = np.zeros(shot.picture.shape, np.float32)
        if self._chance.random() < 0.7:
            share[int(height * self._chance.uniform(0.7, 0.95)) :] = 1.0
        else:
            share[:, int(width * self._chance.uniform(0.7, 0.95)) :] = 1.0
        shot.picture[share > 0] = 0
        shot.faces = cover(shot.faces, share, DOUBTFUL)

    def _lit(self, picture: Grey) -> Floats:
        """Some light, lens and noise."""
        chance = self._chance
        if chance.random() < 0.12:
            picture = coarser(picture, float(chance.uniform(0.35, 0.8)))
        if chance.random() < 0.15:
            picture = cv2.GaussianBlur(picture, (0, 0), float(chance.uniform(0.4, 1.3)))
        table = np.arange(256, dtype=np.float32) / 255.0
        seen = (255.0 * table ** math.exp(chance.uniform(-0.55, 0.6)))[picture]
        if chance.random() < 0.3:
            seen *= self._side_light(seen.shape)
        if chance.random() < 0.45:
            seen *= np.float32(math.exp(chance.uniform(math.log(0.1), math.log(0.9))))
        if chance.random() < 0.6:
            y, x = chance.integers(0, 512 - np.array(seen.shape))
            noise = self._noise[y : y + seen.shape[0], x : x + seen.shape[1]]
            seen += noise * np.float32(chance.uniform(0.0, 1.0) ** 2 * 8.0)
        # Dim pictures have few shades left.
        return np.floor(np.clip(seen, 0, 255))

    def _side_light(self, shape: tuple[int, ...]) -> Floats:
        """Bright on one side, all but dark on the other."""
        height, width = shape
        angle = self._chance.uniform(0.0, 2.0 * math.pi)
        x = np.linspace(-0.5, 0.5, width, dtype=np.float32)[None] * math.cos(angle)
        y = np.linspace(-0.5, 0.5, height, dtype=np.float32)[:, None] * math.sin(angle)
        steep = self._chance.uniform(0.6, 2.5)
        dark = self._chance.uniform(0.05, 0.5)
        return np.clip(0.6 + steep * (x + y), dark, 1.2).astype(np.float32)


def standard(seen: Floats) -> Floats:
    """As the engine hands pictures to the detector."""
    return (seen - seen.mean()) / (seen.std() + np.float32(8.0))
