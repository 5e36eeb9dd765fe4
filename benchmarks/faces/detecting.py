"""How well faces are found: by size, in five lights and turns, and with how many false boxes."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.faces.clock import Clock
from benchmarks.faces.finders import Detector, Picture, believed, every_size, peers, places
from benchmarks.faces.ours import ours
from benchmarks.faces.photographs import (
    HEIGHTS,
    VARIANTS,
    Tally,
    Truth,
    apart,
    means,
    read_photographs,
    tally,
)
from benchmarks.faces.targets import COST, FALSE, RECALL
from benchmarks.figures import Figure, median
from engine.senses.faces.expressions import EmbeddedReader
from engine.senses.faces.finding import Box, Finder, open_finder
from engine.senses.faces.pose import pose
from engine.senses.senses import models_folder

Photographs = list[tuple[Picture, tuple[Truth, ...]]]

SIZES: Final = ("20-32 px", "32-64 px", "64 px and more")
SMALL, LARGE = 1, 2
OURS: Final = "ours"
AFTER: Final = "after no face"


def figures(data: Path, step: int) -> list[Figure]:
    """Everything about finding, one photograph in `step`."""
    photographs = list(read_photographs(data / "photographs"))[::step]
    reader, finder, clock = ours(models_folder()).reader, open_finder(models_folder()), Clock()
    mine = (
        Detector(OURS, lambda picture: places(finder.find(picture))),
        believed(AFTER, reader),
    )
    others = peers(data / "peers")
    found: list[Figure] = []
    with every_size():
        for name in VARIANTS:
            counted = {
                each.name: count(each, name, photographs, clock) for each in (*mine, *others)
            }
            found += _variant(name, counted)
        found += _points(finder, photographs)
    found += _costs(clock, reader, photographs, (OURS, *(each.name for each in others)))
    return found


def count(detector: Detector, variant: str, photographs: Photographs, clock: Clock) -> Tally:
    """What it finds in all photographs, changed so."""
    whole = Tally()
    for picture, truths in photographs:
        seen, there = VARIANTS[variant](picture, truths)
        found = clock.time(detector.name, lambda seen=seen: detector.find(seen))
        whole += tally(found, there)
    return whole


def _variant(name: str, counted: dict[str, Tally]) -> list[Figure]:
    mine, after = counted.pop(OURS), counted.pop(AFTER)
    found = [_recall(name, size, mine, counted) for size in range(len(SIZES))]
    found.append(
        Figure(
            name=f"found-{name}-believed",
            what=f"{name}: {SIZES[LARGE]}, after `no face`",
            value=after.recall(LARGE),
            unit="recall",
        )
    )
    found.append(
        Figure(
            name=f"false-{name}",
            what=f"{name}: false boxes a photograph",
            value=mine.false_each,
            unit="boxes",
            peer="; ".join(f"{who} {each.false_each:.2f}" for who, each in counted.items()) or "-",
        )
    )
    found.append(
        Figure(
            name=f"false-{name}-believed",
            what=f"{name}: false boxes, after `no face`",
            value=after.false_each,
            unit="boxes",
            target=f"<= {FALSE}",
            ok=after.false_each <= FALSE,
        )
    )
    return found


def _recall(name: str, size: int, mine: Tally, others: dict[str, Tally]) -> Figure:
    bound = RECALL.get(name) if size == LARGE else None
    if size == SMALL and "Haar" in others and name == "as is":
        bound = others["Haar"].recall(SMALL)
    beside = "; ".join(f"{who} {each.recall(size):.3f}" for who, each in others.items())
    value = mine.recall(size)
    return Figure(
        name=f"found-{name}-{size}",
        what=f"{name}: faces of {SIZES[size]} ({mine.there[size]})",
        value=value, unit="recall", peer=beside or "-",
        target="-" if bound is None else f">= {bound:.3g}",
        ok=None if bound is None else value >= bound,
    )  # fmt: skip


def _points(finder: Finder, photographs: Photographs) -> list[Figure]:
    """How far our five points, and the turns that follow from them, are from YuNet's."""
    pairs = [
        (box, truth)
        for picture, truths in photographs
        for box, truth in matched(finder.find(picture), truths)
        if getattr(box, "landmarks", None) is not None
    ]
    if not pairs:
        return []
    far = [apart(box.landmarks, truth.points) for box, truth in pairs]
    figures = [
        Figure(
            name="points",
            what=f"five points against YuNet's ({len(pairs)} faces, 64 px and more)",
            value=float(np.mean(far)),
            unit="eye distances",
            peer=f"median {median(far):.3f}",
        )
    ]
    for turn in ("yaw", "pitch", "roll"):
        errors = _turns(turn, pairs)
        figures.append(
            Figure(
                name=f"points-{turn}",
                what=f"{turn} against YuNet's",
                value=float(np.mean(errors)),
                unit="degrees",
                peer=f"median {median(errors):.1f}",
            )
        )
    return figures


def _turns(turn: str, pairs: Sequence[tuple[Box, Truth]]) -> list[float]:
    held = ((pose(box.landmarks), pose(truth.points)) for box, truth in pairs)
    return [
        abs((getattr(mine, turn) - getattr(true, turn) + 180) % 360 - 180)
        for mine, true in held
        if mine is not None and true is not None
    ]


def matched(boxes: Iterable[Box], truths: Sequence[Truth]) -> list[tuple[Box, Truth]]:
    """Each true face of 64 pixels and more with the first box that means it."""
    all_boxes = tuple(boxes)
    pairs = []
    for truth in truths:
        if truth.place[3] < HEIGHTS[LARGE][0] or not truth.points:
            continue
        for box, place in zip(all_boxes, places(all_boxes), strict=True):
            if means(place, truth.place):
                pairs.append((box, truth))
                break
    return pairs


def _costs(
    clock: Clock, reader: EmbeddedReader, photographs: Photographs, names: Sequence[str]
) -> list[Figure]:
    """What a look costs, each detector's and then ours with one viewer read."""
    found = [
        Figure(name=f"ms-finding-{name}", what=f"finding faces, 640x480: {name}",
               value=clock.median(name), unit="ms CPU")
        for name in names
    ]  # fmt: skip
    for picture, truths in photographs:
        if len(truths) == 1:
            clock.time("viewer", lambda seen=picture: reader.read(seen))
    whole = clock.median("viewer")
    found.append(
        Figure(
            name="ms-viewer",
            what="finding and reading one viewer",
            value=whole,
            unit="ms CPU",
            target=f"<= {COST:g}",
            ok=whole <= COST,
        )
    )
    return found
