"""How well expressions are read: every head of ours and every peer on the same pictures."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.faces.clock import Clock
from benchmarks.faces.ours import Heads, ours
from benchmarks.faces.readers import Reader, peers
from benchmarks.faces.scores import ORDER, Rows, Scores, score
from benchmarks.faces.sets import FaceSet, read_sets
from benchmarks.faces.targets import CALIBRATED, ECE, READING
from benchmarks.figures import Figure
from engine.senses.senses import models_folder

MEASURES: Final = {
    "seven": "7 expressions",
    "even": "their macro-F1",
    "valence": "negative, neutral, positive",
    "balanced": "mean recall of these",
}


def figures(data: Path, step: int) -> list[Figure]:
    """Everything about reading, one face in `step`."""
    heads, others, clock = ours(models_folder()), peers(data / "peers"), Clock()
    found: list[Figure] = []
    for faces in read_sets(data):
        found += _of(faces.every(step), heads, others, clock)
    return found + [
        Figure(name=f"ms-{name}", what=f"reading a face: {name}", value=clock.median(name),
               unit="ms CPU")
        for name in ("ours", *(each.name for each in others))
    ]  # fmt: skip


def _of(faces: FaceSet, heads: Heads, others: tuple[Reader, ...], clock: Clock) -> list[Figure]:
    rows = answers(faces, heads, others, clock)
    truths = np.array(faces.truths)
    worth = {name: score(told, truths) for name, told in rows.items()}
    peer_names = [each.name for each in others]
    theirs = {name: worth.pop(name) for name in peer_names}
    found: list[Figure] = []
    for head, scores in worth.items():
        found += [_measure(faces.name, head, each, scores, theirs) for each in MEASURES]
        found.append(_calibration(faces.name, head, scores, theirs))
        found += _confusion(faces.name, head, scores)
    return found


def answers(
    faces: FaceSet, heads: Heads, others: tuple[Reader, ...], clock: Clock
) -> dict[str, Rows]:
    """What everybody says of each face, by head and by peer."""
    told: dict[str, list[Rows]] = {}
    for picture, box in faces:
        own = clock.time("ours", lambda seen=picture, at=box: heads.read(seen, at))
        for name, row in own.items():
            told.setdefault(name, []).append(row)
        for each in others:
            margin = each.press if faces.press else 1.0
            row = clock.time(
                each.name, lambda it=each, seen=picture, at=box, by=margin: it.read(seen, at, by)
            )
            told.setdefault(each.name, []).append(row)
    return {name: np.array(rows) for name, rows in told.items()}


def _measure(
    where: str, head: str, measure: str, scores: Scores, theirs: Mapping[str, Scores]
) -> Figure:
    beside = {name: float(getattr(each, measure)) for name, each in theirs.items()}
    promise = READING.get((where, head, measure))
    value = float(getattr(scores, measure))
    bound = None if promise is None else promise.bound(beside)
    return Figure(
        name=f"{where}-{head}-{measure}",
        what=f"{where} ({scores.count}), {head}: {MEASURES[measure]}",
        value=value,
        unit="of 1",
        peer=told(beside),
        target="-" if bound is None else f">= {bound:.3f}",
        ok=None if bound is None else value >= bound,
    )


def _calibration(where: str, head: str, scores: Scores, theirs: Mapping[str, Scores]) -> Figure:
    promised = (where, head) in CALIBRATED
    return Figure(
        name=f"{where}-{head}-ece",
        what=f"{where}, {head}: calibration error",
        value=scores.calibration,
        unit="ECE",
        peer=told({name: each.calibration for name, each in theirs.items()}),
        target=f"<= {ECE}" if promised else "-",
        ok=scores.calibration <= ECE if promised else None,
    )


def _confusion(where: str, head: str, scores: Scores) -> list[Figure]:
    """One line for each expression: how often it was read as itself, and as what else."""
    lines = []
    for name, row in zip(ORDER, scores.confusion, strict=True):
        if not (count := sum(row)):
            continue
        read = {other: number for other, number in zip(ORDER, row, strict=True) if number}
        lines.append(
            Figure(
                name=f"{where}-{head}-{name}",
                what=f"{where}, {head}: {name} ({count})",
                value=row[ORDER.index(name)] / count,
                unit="recall",
                peer=", ".join(f"{number} {other}" for other, number in read.items()),
            )
        )
    return lines


def told(beside: Mapping[str, float]) -> str:
    """Every peer's value, in short."""
    return "; ".join(f"{name} {value:.3f}" for name, value in beside.items()) or "-"
