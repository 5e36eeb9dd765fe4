"""What a face shows, as a value: brow, lids, gaze, mouth; and hair that the wind moves."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Final, TypeVar

import skia

from making.cloth import drift
from making.palette import INK, Colour, sheer
from making.puppets_leather import fill, ink
from making.puppets_motifs import curve

At = tuple[float, float]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Face:
    """An expression. All rest at 0 but the lid, which is open at 1."""

    brow: float = 0.0  # raised 1, lowered -1
    knit: float = 0.0  # the inner end up, as in sorrow; below 0 down, as in anger
    lid: float = 1.0
    gaze: float = 0.0  # ahead 1, back 0, towards us about -0.2
    glance: float = 0.0  # up -1, down 1
    mouth: float = 0.0  # open 1
    smile: float = 0.0  # -1 drawn down
    turn: float = 0.0  # the head turned a little to us


EXPRESSIONS: Final[Mapping[str, Face]] = {
    "neutral": Face(),
    "listening": Face(brow=0.35, knit=0.25, lid=1.05, gaze=-0.15, turn=0.6),
    "afraid": Face(brow=0.9, knit=0.8, lid=1.4, gaze=0.3, mouth=0.45, smile=-0.4),
    "sorrow": Face(brow=0.1, knit=1.0, lid=0.55, glance=0.5, smile=-0.6),
    "laugh": Face(brow=0.6, knit=0.1, lid=0.32, gaze=0.2, mouth=0.75, smile=1.0),
    "tender": Face(brow=0.2, knit=0.45, lid=0.72, glance=0.25, smile=0.5),
}


def mix(a: Value, b: Value, share: float) -> Value:
    """A value of numbers on its way from one to another."""
    changed: dict[str, object] = {}
    for field in fields(a):  # type: ignore[arg-type]
        p, q = getattr(a, field.name), getattr(b, field.name)
        if isinstance(p, float | int):
            changed[field.name] = p + (q - p) * share
        elif not isinstance(p, str):
            changed[field.name] = mix(p, q, share)
    return replace(a, **changed)  # type: ignore[type-var]


def ease(share: float) -> float:
    """Slow out, slow in."""
    share = max(0.0, min(1.0, share))
    return share * share * share * (share * (share * 6 - 15) + 10)


def at(keys: Sequence[tuple[float, Value]], t: float) -> Value:
    """The value that eases from key to key; still before the first and after the last."""
    earlier = keys[0]
    for later in keys:
        if t < later[0]:
            span = later[0] - earlier[0]
            share = ease((t - earlier[0]) / span) if span else 1.0
            return _between(earlier[1], later[1], share)
        earlier = later
    return earlier[1]


def _between(a: Value, b: Value, share: float) -> Value:
    if isinstance(a, float | int) and isinstance(b, float | int):
        return a + (b - a) * share  # type: ignore[return-value]
    return mix(a, b, share)


def blinking(face: Face, t: float, moments: Sequence[float]) -> Face:
    """The same face, its lid falling and rising again at each moment."""
    shut = max((_shut(t - moment) for moment in moments), default=0.0)
    return replace(face, lid=face.lid * (1 - shut))


def _shut(since: float) -> float:
    down, up = 0.09, 0.2
    if 0 <= since < down:
        return ease(since / down)
    return 1 - ease((since - down) / up) if down <= since < down + up else 0.0


def alive(face: Face, t: float, seed: float = 0.0) -> Face:
    """Nobody is quite still: the gaze and the brow wander a very little."""
    dart = math.floor(t / 1.7 + seed)
    away = math.sin(dart * 12.9898 + seed) * 0.08
    return replace(
        face,
        gaze=face.gaze + away,
        brow=face.brow + 0.05 * drift(t * 0.4, seed),
        lid=face.lid * (1 + 0.03 * drift(t * 0.6, seed + 2)),
    )


@dataclass(frozen=True, slots=True)
class Lock:
    """One lock of hair: where it grows, which way (radians), how long, how thick."""

    root: At
    angle: float
    length: float
    width: float
    bend: float = 0.0
    colour: Colour = INK
    curl: float = 0.0
    veins: int = 0  # fine lines carved along it


def hang(
    canvas: skia.Canvas, locks: Sequence[Lock], t: float, wind: float, line: float = 1.4
) -> None:
    """Draw locks of hair, each bending with the wind and late at its tip."""
    for number, lock in enumerate(locks):
        spine = _spine(lock, t, wind, number)
        shape = curve(*_side(spine, 1.0), *reversed(_side(spine, -1.0)[:-1]))
        fill(canvas, shape, lock.colour)
        for vein in range(lock.veins):
            off = (vein + 1) / (lock.veins + 1) * 2 - 1
            ink(canvas, curve(*_side(spine, off * 0.9)[:-1]), line * 0.62, sheer(INK, 0.6))
        if line:
            ink(canvas, shape, line)


Spine = list[tuple[float, float, float, float]]


def _spine(lock: Lock, t: float, wind: float, number: int) -> Spine:
    """The lock's middle from root to tip: x, y, direction and half its width."""
    steps = 6
    x, y = lock.root
    spine = []
    for step in range(steps + 1):
        share = step / steps
        sway = drift(t * 0.5 - share * 0.55 + number * 0.06, 3.0)
        angle = lock.angle + lock.bend * share + lock.curl * math.sin(5.4 * share)
        angle += wind * (0.55 + 0.45 * sway) * share**1.3
        angle += 0.05 * math.sin(2.1 * t - 3 * share + number * 1.9) * share
        half = lock.width * 0.5 * (1 - share) ** 0.7 * (0.72 + 1.8 * share * (1 - share))
        spine.append((x, y, angle, half))
        x += lock.length / steps * math.cos(angle)
        y += lock.length / steps * math.sin(angle)
    return spine


def _side(spine: Spine, off: float) -> list[At]:
    return [
        (x + off * half * math.sin(angle), y - off * half * math.cos(angle))
        for x, y, angle, half in spine
    ]
