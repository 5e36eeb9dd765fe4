"""Films of 100 to 100,000 scenes: the first start, every other, a check, and after one edit.

Every figure is of a whole program in a process of its own, with Python's start and all imports:
`kinoeye play FILM --headless --from` an ending, and `kinoeye check FILM`. Beside them stand
PyYAML's own loader on the same files (which builds plain values and checks nothing) and msgspec
reading the same plain values from one file.
"""

import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.big_films import ENDING, write_film
from benchmarks.figures import Figure, Report, machine, median, spread
from benchmarks.growth import Chart

SIZES: Final = (100, 1_000, 10_000, 100_000)
REPEATS: Final = 3
PICTURE: Final = Path(__file__).parent.parent / "docs" / "pictures" / "story-scale.svg"
PLAY: Final = ("-m", "engine.desk", "play", "{film}", "--headless", "--from", ENDING)
CHECK: Final = ("-m", "engine.desk", "check", "{film}")
YAML: Final = """
import pathlib, sys, yaml
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.yaml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""
PACK: Final = """
import msgspec, pathlib, sys, yaml
folder = pathlib.Path(sys.argv[1])
read = {path.name: yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
        for path in sorted(folder.glob("*.yaml"))}
(folder / "plain.msgpack").write_bytes(msgspec.msgpack.encode(read))
"""
UNPACK: Final = """
import msgspec, pathlib, sys
msgspec.msgpack.decode((pathlib.Path(sys.argv[1]) / "plain.msgpack").read_bytes())
"""
STEPS: Final = {
    "first": ("first start", PLAY),
    "start": ("start", PLAY),
    "check": ("check", CHECK),
    "edit": ("after an edit", PLAY),
    "yaml": ("PyYAML alone", ("-c", YAML, "{film}")),
    "msgspec": ("msgspec alone", ("-c", UNPACK, "{film}")),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one program took."""

    cpu: float
    memory: float
    """The most it held, in MB."""


@dataclass(slots=True)
class Rounds:
    """What each step took at one size, round by round."""

    scenes: int
    costs: dict[str, list[Cost]] = field(default_factory=dict)

    def cpu(self, step: str) -> float:
        """The middle one of its CPU seconds."""
        return median([cost.cpu for cost in self.costs[step]])

    def memory(self, step: str) -> float:
        """The middle one of its memory."""
        return median([cost.memory for cost in self.costs[step]])


def run(*, quick: bool) -> Report:
    """Every step at every size; `quick` leaves out the largest and the repeats."""
    report = Report("story-scale")
    sizes = SIZES[:-1] if quick else SIZES
    rounds = [_measured(size, 1 if quick else REPEATS, report) for size in sizes]
    for one in rounds:
        report.figures += _figures(one)
    if not quick:
        _chart(rounds).write(PICTURE)
        report.notes.append(f"drawn: docs/pictures/{PICTURE.name}")
    return report


def _measured(scenes: int, repeats: int, report: Report) -> Rounds:
    rounds = Rounds(scenes)
    with tempfile.TemporaryDirectory() as folder:
        film = Path(folder) / "film"
        write_film(film, scenes)
        _run(("-c", PACK, str(film)), Path(folder))
        for at in range(repeats):
            home = Path(folder) / f"home{at}"
            for step, (_, command) in STEPS.items():
                if step == "edit":
                    _edit(film, at)
                asked = tuple(
                    word.format(film=film) if "{film}" in word else word for word in command
                )
                rounds.costs.setdefault(step, []).append(_run(asked, home))
            report.notes.append(f"{scenes:,} scenes, round {at + 1}: {machine()}")
    for step in STEPS:
        told = spread([cost.cpu for cost in rounds.costs[step]])
        report.notes.append(f"{scenes:,} scenes, {STEPS[step][0]}: {told} s")
    return rounds


def _edit(film: Path, at: int) -> None:
    """What an author does: another word in one file."""
    path = film / "part000.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("The path goes on", f"The path goes on {at}", 1), encoding="utf-8"
    )


def _run(command: tuple[str, ...], home: Path) -> Cost:
    """Run a program to its end; SystemExit when it does not do what it is asked."""
    around = {**os.environ, "KINOEYE_HOME": str(home), "SDL_VIDEODRIVER": "dummy"}
    silent = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    child = os.posix_spawn(
        sys.executable, [sys.executable, *command], around, file_actions=[silent]
    )
    _, status, used = os.wait4(child, 0)
    if status != 0:
        raise SystemExit(f"story-scale: {' '.join(command[:4])} ended with {status}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _figures(rounds: Rounds) -> list[Figure]:
    largest = rounds.scenes == SIZES[-1]
    count = f"{rounds.scenes:,} scenes"
    first, start = rounds.cpu("first"), rounds.cpu("start")
    yaml = f"yaml.load {rounds.cpu('yaml'):.3g}"
    limits: Mapping[str, tuple[float, float]] = {
        "start": (start, 2.0),
        "memory": (rounds.memory("start"), 300.0),
        "check": (rounds.cpu("check"), 20.0),
        "edit": (rounds.cpu("edit"), max(2 * start, 0.1 * first)),
    }
    peers = {
        "start": f"msgspec's decode {rounds.cpu('msgspec'):.3g}; {yaml}",
        "memory": f"msgspec's decode {rounds.memory('msgspec'):.3g}",
        "check": yaml,
        "edit": f"start {start:.3g}, first {first:.3g}",
    }
    says = {
        "start": "CPU to play, from what was kept",
        "memory": "memory at that",
        "check": "CPU to check, from what was kept",
        "edit": "CPU to play after an edit",
    }
    figures = [
        Figure(
            name=f"first.{rounds.scenes}", what=f"{count}: CPU to play for the first time",
            value=first, unit="s", peer=yaml,
        ),
        Figure(
            name=f"first-memory.{rounds.scenes}", what=f"{count}: memory at that",
            value=rounds.memory("first"), unit="MB", target="<= 2560" if largest else "-",
            peer=f"yaml.load {rounds.memory('yaml'):.3g}",
            ok=rounds.memory("first") <= 2560 if largest else None,
        ),
    ]  # fmt: skip
    for name, (value, most) in limits.items():
        judged = largest
        figures.append(
            Figure(
                name=f"{name}.{rounds.scenes}", what=f"{count}: {says[name]}", value=value,
                unit="MB" if name == "memory" else "s", peer=peers[name],
                target=f"<= {most:.3g}" if judged else "-", ok=value <= most if judged else None,
            )
        )  # fmt: skip
    return figures


def _chart(rounds: list[Rounds]) -> Chart:
    lines = {
        name: [(one.scenes, one.cpu(step)) for one in rounds] for step, (name, _) in STEPS.items()
    }
    return Chart(
        "CPU seconds of a whole program, by the film's size", "scenes", lines, ("2 s", 2.0)
    )
