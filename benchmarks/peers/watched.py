"""
Plays a film for some seconds while a recorded face is read, and writes down what that cost.

`--eyes none|thread|process`: nobody looks, a thread of the player's own does, or a process beside
it. The film and the tape of the face begin again where they end.
"""

import argparse
import dataclasses
import json
import multiprocessing
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

from benchmarks.peers.kinoeye import Hall, shots
from engine.messages.facts import Fact, MoodRead, ShotBegan
from engine.messages.orders import Calibrate, CloseEyes, OpenEyes
from engine.senses.camera.camera import Recording
from engine.senses.camera.pictures import Picture
from engine.senses.senses import Senses, SensesSettings
from engine.story.units import Seconds

LEARNING = 6.0
SAMPLES_EVERY = 1.0


class Looping:
    """A recording that begins again where it ends."""

    is_open = True
    trouble: str | None = None

    def __init__(self, path: Path) -> None:
        self._path = path
        self._shown = Recording(path)

    def grab(self, now: Seconds) -> Picture | None:
        """The picture that is due now."""
        picture = self._shown.grab(now)
        if not self._shown.is_open:
            self._shown = Recording(self._path)
        return picture

    def close(self) -> None:
        """Let go of the file."""
        self.is_open = False
        self._shown.close()


Facts = Callable[[], tuple[Fact, ...]]


@contextmanager
def nobody(_tape: Path) -> Iterator[Facts]:
    """The same film without senses."""
    yield tuple


@contextmanager
def thread(tape: Path) -> Iterator[Facts]:
    """The senses as they come with the engine."""
    began = time.monotonic()
    senses = Senses(
        SensesSettings(), str(tape), clock=lambda: Seconds(time.monotonic() - began),
        cameras=lambda spec: Looping(Path(spec)),
    )  # fmt: skip
    senses.obey(OpenEyes())
    senses.obey(Calibrate(on=True))

    def facts() -> tuple[Fact, ...]:
        if time.monotonic() - began > LEARNING:
            senses.obey(Calibrate(on=False))
        return senses.facts()

    try:
        yield facts
    finally:
        senses.obey(CloseEyes())
        senses.close()


@contextmanager
def process(tape: Path) -> Iterator[Facts]:
    """The same senses in a process of their own; `fork` hangs once OpenCV has used its threads."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    child: SpawnProcess = spawn.Process(target=beside, args=(tape, theirs), daemon=True)
    child.start()

    def facts() -> tuple[Fact, ...]:
        come: list[Fact] = []
        while ours.poll():
            at, faces = ours.recv()
            come.append(MoodRead(at=at, readings={}, confidence={}, faces=faces, calibrated=True))
        return tuple(come)

    try:
        yield facts
    finally:
        ours.send("enough")
        child.join(10)
        ours.close()


def beside(tape: Path, told: Connection) -> None:
    """Looks in a process of its own until told that it is enough."""
    with thread(tape) as facts:
        while not told.poll(0.02):
            for fact in facts():
                if isinstance(fact, MoodRead):
                    told.send((fact.at, fact.faces))


EYES = {"none": nobody, "thread": thread, "process": process}


@dataclasses.dataclass(slots=True)
class Kept:
    """What was counted while the film played."""

    looks: int = 0
    seen: int = 0
    resident: list[tuple[float, float]] = dataclasses.field(default_factory=list)
    """Seconds played, and megabytes of this process held in memory then."""

    def heard(self, facts: tuple[Fact, ...]) -> None:
        """Count what the senses told."""
        moods = [fact for fact in facts if isinstance(fact, MoodRead)]
        self.looks += len(moods)
        self.seen += sum(mood.faces > 0 for mood in moods)

    def weigh(self, played: float) -> None:
        """Weigh this process, once in a while."""
        if not self.resident or played - self.resident[-1][0] >= SAMPLES_EVERY:
            self.resident.append((round(played, 1), resident()))


def resident() -> float:
    """Megabytes of this process that lie in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def cpu() -> float:
    """Seconds of CPU that this process and its ended children used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def play(hall: Hall, clip: Path, seconds: float, facts: Facts) -> Kept:
    """The clip again and again, as a film goes from scene to scene."""
    (shot,) = shots([clip])
    kept, visit, began = Kept(), 0, time.monotonic()
    hall.projector.cut(shot)
    while (played := time.monotonic() - began) < seconds:
        for fact in hall.tick():
            if isinstance(fact, ShotBegan):
                visit += 1
                following = dataclasses.replace(shot, visit=visit)
                hall.projector.prepare((following,))
                hall.projector.follow(following)
        kept.heard(facts())
        kept.weigh(played)
    return kept


def main() -> None:
    """See the module."""
    asking = argparse.ArgumentParser(description=__doc__)
    asking.add_argument("--eyes", choices=EYES, required=True)
    asking.add_argument("--seconds", type=float, required=True)
    asking.add_argument("--log", type=Path, required=True)
    asking.add_argument("clip", type=Path)
    asking.add_argument("tape", type=Path)
    asked = asking.parse_args()
    hall = Hall(asked.clip.parent)
    before = cpu()
    with EYES[asked.eyes](asked.tape) as facts:
        kept = play(hall, asked.clip, asked.seconds, facts)
    figures = dataclasses.asdict(hall.projector.figures)
    told = {
        **dataclasses.asdict(kept), "figures": figures, "cpu": (cpu() - before) / asked.seconds,
        "held_up": hall.held_up,
    }  # fmt: skip
    asked.log.write_text(json.dumps(told), encoding="utf-8")
    hall.close()


if __name__ == "__main__":
    main()
