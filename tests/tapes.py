"""
Tapes of a face, made from the portrait in scikit-image (Eileen Collins, NASA, public domain).

The portrait smiles. Her resting face is made by filling the smiling mouth and its folds with
the skin around and drawing a closed mouth; her turned head by wrapping the portrait round a
cylinder and rotating it. Such tapes prove that the parts work together, and nothing about how
well real viewers are read.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from skimage import data

SIZE = (640, 480)
RATE = 12.0
HEAD = (222.0, 110.0)
"""The middle of the head in the portrait."""
CLOSE = 1.5
"""How much nearer the camera is than the portrait's."""
MOUTH = (223.6, 148.5)
FOLDS = (
    ((208, 127), (202, 132), (198, 136), (197, 140)),
    ((241, 128), (246, 133), (250, 137), (251, 142)),
)
FACES = frozenset({"neutral", "smile", "turned"})
ROOM = (60, 58, 55)


@cache
def portrait() -> np.ndarray:
    """The portrait as it is: a wide smile."""
    return np.ascontiguousarray(data.astronaut()[..., ::-1])


@cache
def resting() -> np.ndarray:
    """The portrait with a closed, straight mouth."""
    return _draw_mouth(_without_mouth(portrait()))


def _without_mouth(picture: np.ndarray) -> np.ndarray:
    """Skin where the smile and the folds beside it were."""
    where = np.zeros(picture.shape[:2], np.uint8)
    cv2.ellipse(where, (224, 147), (26, 13), 2, 0, 360, 255, -1)
    for fold in FOLDS:
        cv2.polylines(where, [np.array(fold, np.int32)], False, 255, 7)
    filled = cv2.inpaint(picture, where, 7, cv2.INPAINT_TELEA)
    filled = np.where(where[..., None] > 0, cv2.GaussianBlur(filled, (0, 0), 3), filled)
    edge = cv2.GaussianBlur(where.astype(np.float32) / 255, (0, 0), 1.5)[..., None]
    return (picture * (1 - edge) + filled * edge).astype(np.uint8)


def _draw_mouth(picture: np.ndarray) -> np.ndarray:
    """Two lips that meet in a nearly straight line."""
    large = cv2.resize(picture, None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC)
    across = np.linspace(-1.0, 1.0, 15)
    line = [(MOUTH[0] + 15 * u, MOUTH[1] + 1.5 * u * u + 0.45 * u) for u in across]
    for thick, colour in ((-3.0, (120, 125, 190)), (3.9, (140, 140, 205))):
        lip = [(x, y + thick * (1 - u * u)) for (x, y), u in zip(line, across, strict=True)]
        cv2.fillPoly(large, [np.int32(np.array(line + lip[::-1]) * 4)], colour)
    cv2.polylines(large, [np.int32(np.array(line) * 4)], False, (60, 60, 110), 4)
    soft = cv2.GaussianBlur(large, (0, 0), 2.5)
    width, height = picture.shape[1::-1]
    whole = cv2.resize(soft, (width, height), interpolation=cv2.INTER_AREA)
    near = np.zeros(picture.shape[:2], np.float32)
    cv2.ellipse(near, (224, 149), (22, 10), 2, 0, 360, 1.0, -1)
    near = cv2.GaussianBlur(near, (0, 0), 1.5)[..., None]
    return (picture * (1 - near) + whole * near).astype(np.uint8)


def turned(picture: np.ndarray, degrees: float) -> np.ndarray:
    """The head rotated aside, as if it were painted on a cylinder."""
    radius, height = 64.0, picture.shape[0]
    across, down = np.meshgrid(
        np.arange(picture.shape[1], dtype=np.float32), np.arange(height, dtype=np.float32)
    )
    aside = np.arcsin(np.clip((across - HEAD[0]) / radius, -1, 1))
    head = np.clip((175 - down) / 20, 0, 1) * np.clip((down - 5) / 15, 0, 1)
    seen = np.clip(aside + np.radians(degrees) * head, -np.pi / 2, np.pi / 2)
    inside = np.abs(across - HEAD[0]) < radius
    source = np.where(inside, HEAD[0] + radius * np.sin(seen), across)
    return cv2.remap(picture, source.astype(np.float32), down, cv2.INTER_LINEAR)


def empty_room() -> np.ndarray:
    """A wall, a shelf and a lamp: nobody."""
    room = np.full((SIZE[1], SIZE[0], 3), ROOM, np.uint8)
    cv2.rectangle(room, (60, 300), (580, 316), (40, 62, 90), -1)
    cv2.circle(room, (500, 130), 46, (150, 190, 215), -1)
    cv2.rectangle(room, (492, 176), (508, 300), (70, 80, 90), -1)
    return cv2.GaussianBlur(room, (0, 0), 2)


def seated(picture: np.ndarray, sway: tuple[float, float] = (0.0, 0.0)) -> np.ndarray:
    """The portrait's head before the camera, moved by some pixels."""
    x = SIZE[0] / 2 + sway[0] - HEAD[0] * CLOSE
    y = 210 + sway[1] - HEAD[1] * CLOSE
    place = np.array([[CLOSE, 0, x], [0, CLOSE, y]], np.float32)
    return cv2.warpAffine(
        picture, place, SIZE, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )


def cat() -> np.ndarray:
    """Chelsea the cat, filling the picture."""
    picture = np.ascontiguousarray(data.chelsea()[..., ::-1])
    scale = max(SIZE[0] / picture.shape[1], SIZE[1] / picture.shape[0])
    large = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    left = (large.shape[1] - SIZE[0]) // 2
    return np.ascontiguousarray(large[: SIZE[1], left : left + SIZE[0]])


def black() -> np.ndarray:
    """A covered lens."""
    return np.zeros((SIZE[1], SIZE[0], 3), np.uint8)


@cache
def picture_of(act: str) -> np.ndarray:
    """The picture behind an act. KeyError for an act that no tape knows."""
    makers = {
        "neutral": resting,
        "smile": portrait,
        "turned": lambda: turned(resting(), 65),
        "gone": empty_room,
        "absent": empty_room,
        "cat": cat,
        "black": black,
    }
    return makers[act]()


def shown(act: str, sway: tuple[float, float] = (0.0, 0.0)) -> np.ndarray:
    """One frame of an act; faces sway, rooms do not."""
    picture = picture_of(act)
    return seated(picture, sway) if act in FACES else picture


def frames(acts: Sequence[tuple[str, float]], *, rate: float = RATE, seed: int = 7):
    """The frames of a tape one after the other, with a little noise and motion."""
    chance = np.random.default_rng(seed)
    grains = chance.integers(-4, 5, (5, SIZE[1], SIZE[0], 3), dtype=np.int16)
    moment = 0
    for act, seconds in acts:
        for _ in range(round(seconds * rate)):
            at = moment / rate
            sway = (3.0 * np.sin(at * 0.9), 2.0 * np.sin(at * 1.3))
            frame = shown(act, sway).astype(np.int16)
            yield np.clip(frame + grains[moment % len(grains)], 0, 255).astype(np.uint8)
            moment += 1


def write_tape(
    path: Path, acts: Sequence[tuple[str, float]], *, rate: float = RATE, seed: int = 7
) -> Path:
    """
    Write a tape, `[("neutral", 12), ("smile", 8), ...]`, and give its path.

    Acts: neutral, smile, turned, gone (or absent), cat, black; each with its seconds.
    """
    film = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), rate, SIZE)
    try:
        for frame in frames(acts, rate=rate, seed=seed):
            film.write(frame)
    finally:
        film.release()
    return path
