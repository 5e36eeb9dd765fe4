"""How many clips can stand ready: what each weighs, what they cost, and whether the cut is kept.

The same film with 1, 2, 4 and 8 clips parked beside the one that plays, of 720p; with 1 and 4 of
1080p; and a 4K source, shown like all of them at 1280x720.
"""

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figure, Report, machine, median
from benchmarks.peers.commands import ours
from benchmarks.stage.eye import Eye, MissingError, opened_eye
from benchmarks.stage.seam import FRAMES, RATE, _gaps, _skipped, _watched
from tests.clips import Make, film

SIZES: Mapping[str, tuple[int, int]] = {
    "720p": (1280, 720), "1080p": (1920, 1080), "4K": (3840, 2160),
}  # fmt: skip
COUNTS = (1, 2, 4, 8)
MOST_WEIGHT = 30.0
MOST_GAP = 1.25


@dataclass(frozen=True, slots=True)
class Stood:
    """What came of a film with so many clips beside it."""

    size: str
    count: int
    parked: float
    """How many really stood ready: a budget of bytes may hold fewer."""
    resident: float
    """Megabytes of the process."""
    cpu: float
    """Cores."""
    gap: float
    """From one clip's last picture to the next one's first, in frame intervals."""
    lost: int
    """Pictures that were never seen."""
    late: int
    """Cuts at which the next clip was not ready, and times the sound had to wait."""
    held_up: int
    """Times the machine woke the player late."""


def run(*, quick: bool) -> Report:
    """Play each film in turn."""
    report = Report("candidates")
    asked = [("720p", 1), ("720p", 8), ("1080p", 2)]
    if not quick:
        asked = [("720p", count) for count in COUNTS]
        asked += [("1080p", 1), ("1080p", 4), ("4K", 1)]
    with tempfile.TemporaryDirectory() as folder:
        try:
            with opened_eye() as eye:
                stood = [
                    _stand(eye, Path(folder), size, count, 2 if quick else 5)
                    for size, count in asked
                ]
        except MissingError as problem:
            report.notes.append(str(problem))
            return report
    report.figures += _told(stood)
    report.notes += [
        f"{one.size}, {one.count} asked, {one.parked:.0f} ready: {one.resident:.0f} MB, "
        f"{one.cpu:.2f} cores, gap {one.gap:.2f}, {one.lost} pictures lost, {one.late} late; "
        f"the machine was late {one.held_up} times"
        for one in stood
    ]
    report.notes.append(f"at the end: {machine()}")
    return report


def _stand(eye: Eye, folder: Path, size: str, count: int, cuts: int) -> Stood:
    clips = _clips(folder / size, size)
    log, recording = folder / "beside.json", folder / "heard.raw"
    command = [*ours().command, "--beside", str(count), str(cuts), str(log), *map(str, clips)]
    seen = _watched(eye, command, recording, 90 + 6 * cuts)
    told = json.loads(log.read_text(encoding="utf-8"))
    figures = told["figures"]
    return Stood(
        size=size, count=count, parked=median(told["parked"]), resident=median(told["resident"]),
        cpu=told["cpu"], gap=median(list(_gaps(seen))), lost=_skipped(seen),
        late=figures["late"] + figures["underruns"], held_up=len(told["held_up"]),
    )  # fmt: skip


def _clips(folder: Path, size: str) -> list[Path]:
    """Nine files of three clips, so that no two neighbours show the same bar code."""
    names = [folder / f"{place}.mp4" for place in range(9)]
    if folder.exists():
        return names
    folder.mkdir()
    for place, path in enumerate(names):
        if place < 3:  # one clip's grain is as good as another's, and 4K takes long to draw
            make = Make(
                number=place + 1, seconds=FRAMES / RATE, rate=RATE, size=SIZES[size],
                sound="tone", busy=True, tone=311.3 + 57.7 * place, after=0.0,
            )  # fmt: skip
            film(path, make)
        else:
            os.link(names[place % 3], path)
    return names


def _told(stood: list[Stood]) -> Iterator[Figure]:
    for size in dict.fromkeys(one.size for one in stood):
        those = [one for one in stood if one.size == size]
        weight = each_weighs(those)
        if weight is not None:
            yield Figure(
                name=f"parked.{size}", what=f"memory of each waiting {size} clip, from "
                f"{those[0].count} to {those[-1].count}", value=weight, unit="MB",
                target="<= 30" if size == "720p" else "-",
                ok=weight <= MOST_WEIGHT if size == "720p" else None,
            )  # fmt: skip
        for one in those:
            yield Figure(
                name=f"cpu.{size}.{one.count}",
                what=f"CPU of the player, {size}, {one.count} beside", value=one.cpu,
                unit="cores", peer=f"{one.resident:.0f} MB",
            )  # fmt: skip
        worst = max(those, key=lambda one: one.gap)
        lost, late = sum(one.lost for one in those), sum(one.late for one in those)
        kept = size != "4K"
        yield Figure(
            name=f"gap.{size}", what=f"widest gap of all, {size}", value=worst.gap,
            unit="intervals", peer=f"{worst.count} beside", target="<= 1.25" if kept else "-",
            ok=worst.gap <= MOST_GAP if kept else None,
        )  # fmt: skip
        yield Figure(
            name=f"late.{size}", what=f"cuts or sounds that had to wait, {size}", value=late,
            unit="", peer=f"{lost} pictures lost", target="0" if kept else "-",
            ok=late == 0 if kept else None,
        )  # fmt: skip


def each_weighs(stood: list[Stood]) -> float | None:
    """Megabytes that each further clip added; none where no further one was ready."""
    first, last = stood[0], max(stood, key=lambda one: one.parked)
    more = last.parked - first.parked
    return (last.resident - first.resident) / more if more > 0 else None
