"""How far five points of a face, and the turns that follow from them, are from YuNet's."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.faces.finders import YUNET, Picture, places
from benchmarks.faces.photographs import HEIGHTS, Truth, apart, means
from benchmarks.figures import Figure, median
from engine.senses.faces.finding import Box, Finder, YunetFinder
from engine.senses.faces.pose import pose

Photographs = Sequence[tuple[Picture, tuple[Truth, ...]]]
Pairs = Sequence[tuple[Box, Truth]]

LEAST: Final = HEIGHTS[-1][0]
HALF_ROUND: Final = 180.0


def figures(finder: Finder, photographs: Photographs, peers: Path) -> list[Figure]:
    """Ours beside YuNet's own at the size we look at: how much of it is YuNet's own doubt."""
    mine = pairs(finder, photographs)
    if not mine:
        return []
    beside = {}
    if (peers / YUNET).is_file():
        beside["YuNet 320"] = pairs(YunetFinder(peers / YUNET), photographs)
    return [
        _figure(name, words, unit, work, mine, beside)
        for name, (words, unit, work) in MEASURES.items()
    ]


def pairs(finder: Finder, photographs: Photographs) -> Pairs:
    """Every true face of 64 pixels and more with the box that found it, where it has points."""
    return [
        pair
        for picture, truths in photographs
        for pair in matched(finder.find(picture), truths)
        if pair[0].landmarks is not None
    ]


def matched(boxes: Iterable[Box], truths: Sequence[Truth]) -> Pairs:
    """Each true face that is large enough with the box whose middle is nearest, of its own."""
    known, found = tuple(boxes), []
    for truth in truths:
        fitting = [
            box
            for box, place in zip(known, places(known), strict=True)
            if means(place, truth.place)
        ]
        if truth.place[3] >= LEAST and truth.points and fitting:
            found.append((min(fitting, key=lambda box, at=truth: _far(box, at)), truth))
    return found


def distances(given: Pairs) -> list[float]:
    """How far the points of each face are from the true ones, in eye distances."""
    return [apart(box.landmarks, truth.points) for box, truth in given if box.landmarks]


def turns(name: str) -> Callable[[Pairs], list[float]]:
    """How many degrees each head's yaw, pitch or roll is off."""

    def off(given: Pairs) -> list[float]:
        held = ((pose(box.landmarks), pose(truth.points)) for box, truth in given if box.landmarks)
        return [
            abs((getattr(one, name) - getattr(true, name) + HALF_ROUND) % 360 - HALF_ROUND)
            for one, true in held
            if one is not None and true is not None
        ]

    return off


MEASURES: Final = {
    "points": ("five points against YuNet's", "eye distances", distances),
    "points-yaw": ("yaw against YuNet's", "degrees", turns("yaw")),
    "points-pitch": ("pitch against YuNet's", "degrees", turns("pitch")),
    "points-roll": ("roll against YuNet's", "degrees", turns("roll")),
}


def _figure(
    name: str,
    words: str,
    unit: str,
    work: Callable[[Pairs], list[float]],
    mine: Pairs,
    beside: Mapping[str, Pairs],
) -> Figure:
    others = "; ".join(f"{who} {median(work(given)):.3f}" for who, given in beside.items())
    return Figure(
        name=name, what=f"{words}, median ({len(mine)} faces, 64 px and more)",
        value=median(work(mine)), unit=unit, peer=others or "-",
    )  # fmt: skip


def _far(box: Box, truth: Truth) -> float:
    x, y = box.centre
    left, top, width, height = truth.place
    return abs(x - left - width / 2) + abs(y - top - height / 2)
