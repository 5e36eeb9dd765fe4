"""A film that plays while a recorded face is read: frames lost, CPU, and memory over time."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from benchmarks.figures import Figure, Report
from tests.clips import Make, film
from tests.tapes import write_tape

FILM = Make(
    number=1, seconds=32.0, rate=30, size=(1280, 720), sound="tone", busy=True, after=0.0
)  # fmt: skip
FACE = (("neutral", 9.0), ("smile", 4.0), ("turned", 3.0), ("gone", 2.0), ("neutral", 6.0))
LONG, ALONE, SHORT = 1200.0, 120.0, 60.0
"""Seconds watched, seconds of the same film unwatched and in a process, and of a quick look."""
MOST_DROPPED = 1.0
MOST_GROWN = 5.0
"""Megabytes by which the second half may end above its beginning; a minute is all beginning."""
LEAST_LOOKS = 9.0


class Log(TypedDict):
    """What `benchmarks.peers.watched` writes down."""

    looks: int
    seen: int
    figures: dict[str, int]
    resident: list[list[float]]
    cpu: float
    held_up: list[float]


@dataclass(frozen=True, slots=True)
class Evening:
    """What became of a film."""

    looks: float
    """A second."""
    seen: int
    dropped: float
    """Of a hundred frames."""
    cpu: float
    resident: tuple[tuple[float, float], ...]
    held_up: int

    @property
    def grown(self) -> float:
        """Megabytes that the second half of the evening grew by, along its straight line."""
        half = self.resident[len(self.resident) // 2 :]
        return slope(half) * (half[-1][0] - half[0][0])


def figures(report: Report, folder: Path, *, quick: bool) -> Iterator[Figure]:
    """Play it three times: unwatched, watched by a thread as it ships, and by a process."""
    clip, tape = film(folder / "film.mp4", FILM), write_tape(folder / "face.mp4", FACE)
    alone = _play("none", SHORT / 3 if quick else ALONE, clip, tape, folder)
    beside = _play("process", SHORT / 3 if quick else ALONE, clip, tape, folder)
    watched = _play("thread", SHORT if quick else LONG, clip, tape, folder)
    yield Figure(
        name="film_dropped", what="frames dropped of a watched film, 720p30",
        value=watched.dropped, unit="%",
        peer=f"unwatched {alone.dropped:.2g}, by a process {beside.dropped:.2g}",
        target="<= 1", ok=watched.dropped <= MOST_DROPPED,
    )  # fmt: skip
    yield Figure(
        name="film_cpu", what="CPU of a watched film", value=watched.cpu, unit="cores",
        peer=f"unwatched {alone.cpu:.2g}, by a process {beside.cpu:.2g}",
    )  # fmt: skip
    yield Figure(
        name="film_grown", what="memory grown in the second half", value=watched.grown, unit="MB",
        peer=f"{watched.resident[-1][1]:.0f} MB at the end, unwatched {alone.resident[-1][1]:.0f}",
        target="-" if quick else "<= 5", ok=None if quick else watched.grown <= MOST_GROWN,
    )  # fmt: skip
    yield Figure(
        name="film_looks", what="looks told a second", value=watched.looks, unit="/s",
        peer=f"by a process {beside.looks:.3g}", target=">= 9", ok=watched.looks >= LEAST_LOOKS,
    )  # fmt: skip
    report.notes += [
        f"the machine woke the player more than 20 ms late {one.held_up} times {what}: frames"
        " dropped then are the machine's"
        for one, what in ((alone, "unwatched"), (watched, "watched"))
    ]


def slope(points: Sequence[tuple[float, float]]) -> float:
    """How steep the straight line nearest to the points is."""
    x, y = (sum(each) / len(points) for each in zip(*points, strict=True))
    wide = sum((at - x) ** 2 for at, _ in points)
    return sum((at - x) * (value - y) for at, value in points) / wide if wide else 0.0


def told(log: Log, seconds: float) -> Evening:
    """What a player wrote down of its evening."""
    dropped = log["figures"]["dropped"]
    return Evening(
        looks=log["looks"] / seconds,
        seen=log["seen"],
        dropped=100.0 * dropped / max(1, dropped + log["figures"]["shown"]),
        cpu=log["cpu"],
        resident=tuple((at, value) for at, value in log["resident"]),
        held_up=len(log["held_up"]),
    )


def _play(eyes: str, seconds: float, clip: Path, tape: Path, folder: Path) -> Evening:
    log = folder / f"{eyes}.json"
    command = [sys.executable, "-m", "benchmarks.peers.watched", "--eyes", eyes,
               "--seconds", str(seconds), "--log", str(log), str(clip), str(tape)]  # fmt: skip
    subprocess.run(command, env=dark(), check=True, stderr=subprocess.DEVNULL)
    return told(json.loads(log.read_text(encoding="utf-8")), seconds)


def dark() -> dict[str, str]:
    """An environment without a screen and a sound card: only the player itself is measured."""
    return os.environ | {
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    }
