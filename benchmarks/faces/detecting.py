"""How well faces are found: by size, in five lights and turns, and with how many false boxes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from benchmarks.faces import points
from benchmarks.faces.clock import Clock
from benchmarks.faces.finders import Detector, Picture, believed, every_size, peers, places
from benchmarks.faces.ours import ours
from benchmarks.faces.photographs import VARIANTS, Tally, Truth, read_photographs, tally
from benchmarks.faces.targets import COST, FALSE, RECALL
from benchmarks.figures import Figure
from engine.senses.faces.expressions import EmbeddedReader
from engine.senses.faces.finding import open_finder
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
        found += points.figures(finder, photographs, data / "peers")
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
