"""
Plays the clips named with this engine's projector, then ends.

`--evening SEED EVENTS LOG` cuts, follows, pauses and resumes by chance instead, and writes down
what it ordered and what the projector says became of it.

`--beside COUNT CUTS LOG` cuts so often, with so many clips ready beside the one that plays, and
writes down what they weigh.
"""

import argparse
import dataclasses
import json
import random
import resource
import threading
import time
from pathlib import Path

import pygame

from benchmarks.stage.screen import SIZE
from engine.messages.facts import ShotBegan, ShotEnded
from engine.messages.shots import Shot, Source
from engine.stage.projection.probe import probe
from engine.stage.projection.projector import Projector, ProjectorSettings
from engine.stage.projection.sound import Speaker, SpeakerSettings
from engine.story.clips import ClipFacts
from engine.story.units import SceneId, Share

NEARLY = 0.35
"""Seconds before a cut at which what is parked is weighed."""
HELD_UP = 0.02
"""A machine that wakes a resting program this late is busy with something else."""


class Hall:
    """A window, a loudspeaker and a projector, ticked as the show ticks them."""

    def __init__(self, folder: Path) -> None:
        pygame.display.init()
        self.window = pygame.display.set_mode(SIZE, pygame.NOFRAME)
        self.speaker = Speaker.open(SpeakerSettings(volume=Share(1.0)))
        self.projector = Projector(
            folder, ProjectorSettings(), paint=lambda _, size: pygame.Surface(size),
            sound=self.speaker,
        )  # fmt: skip
        self.stretches: list[tuple[int, str, int]] = []
        self.held_up: list[float] = []
        """Rests that were that much longer than asked: the machine was busy elsewhere."""
        self._rest = threading.Event()
        self._listen_in()

    def _listen_in(self) -> None:
        timeline = self.projector._timeline  # noqa: SLF001 -- what was handed out is the proof
        crossed = timeline.crossed

        def noted(heard: int) -> tuple[object, ...]:
            found = crossed(heard)
            self.stretches += [(s.at, s.motion.name, s.position) for s in found]
            return found

        timeline.crossed = noted  # type: ignore[method-assign,assignment]

    def tick(self) -> tuple[object, ...]:
        """One turn of the show."""
        pygame.event.pump()
        facts = self.projector.tick()
        picture = self.projector.picture(SIZE)
        if picture is not None and picture.fresh:
            self.window.blit(picture.surface, (0, 0))
            pygame.display.flip()
        else:
            self.projector.develop_ahead()
        asked, began = max(0.001, self.projector.due_in), time.perf_counter()
        self._rest.wait(asked)
        overslept = time.perf_counter() - began - asked
        if overslept > HELD_UP:
            self.held_up.append(overslept)
        return facts

    def close(self) -> None:
        """Dark and silent."""
        self.projector.close()
        self.speaker.close()
        pygame.quit()


def shots(paths: list[Path]) -> list[Shot]:
    """The clips as shots."""
    found = []
    for path in paths:
        facts = probe(path)
        assert isinstance(facts, ClipFacts)  # noqa: S101 -- made by the benchmark itself
        shot = Shot(
            scene=SceneId(path.stem), visit=0, source=Source.FILE, file=path.name,
            length=facts.length,
        )  # fmt: skip
        found.append(shot)
    return found


def playlist(hall: Hall, clips: list[Shot]) -> None:
    """One after the other, the next one always prepared and following."""
    hall.projector.cut(clips[0])
    coming = clips[1:]
    while True:
        for fact in hall.tick():
            if isinstance(fact, ShotBegan) and coming:
                following = coming.pop(0)
                hall.projector.prepare((following,))
                hall.projector.follow(following)
            elif isinstance(fact, ShotEnded):
                return


def evening(hall: Hall, clips: list[Shot], seed: int, events: int) -> None:
    """So many cuts, changes of mind, pauses and resumes by chance; then the last clip out."""
    chance, projector = random.Random(seed), hall.projector
    projector.cut(clips[0])
    for visit in range(1, events + 1):
        deed = chance.choice(("cut", "follow", "follow", "change", "pause"))
        while projector.shot is None:
            hall.tick()
        options = [dataclasses.replace(shot, visit=visit) for shot in chance.sample(clips, 3)]
        projector.prepare(options)
        projector.follow(options[0])
        if deed == "pause":
            _for(hall, chance.uniform(0.05, 0.5))
            projector.freeze()
            _for(hall, chance.uniform(0.1, 0.4))
            projector.thaw()
        elif deed == "cut":
            _for(hall, chance.uniform(0.8, 1.3))
            projector.cut(options[1])
        elif deed == "change":
            _for(hall, chance.uniform(0.4, 0.9))
            projector.follow(options[2])
        _until_another(hall)
    projector.follow(None)
    while not any(isinstance(fact, ShotEnded) for fact in hall.tick()):
        pass


def beside(hall: Hall, clips: list[Shot], count: int, cuts: int) -> dict[str, object]:
    """So many cuts, each with so many clips parked; what they weighed shortly before each."""
    projector, parked, weights = hall.projector, [], []
    projector.cut(clips[0])
    while projector.shot is None:
        hall.tick()
    began = _used()
    for visit in range(1, cuts + 1):
        ring = [clips[(visit + place) % len(clips)] for place in range(count)]
        options = [dataclasses.replace(shot, visit=visit) for shot in ring]
        projector.prepare(options)
        projector.follow(options[0])
        while projector.position < options[0].length - NEARLY:
            hall.tick()
        parked.append(projector.figures.parked)
        weights.append(resident())
        _until_another(hall)
    used = _used() - began
    projector.prepare(())
    projector.follow(None)
    while not any(isinstance(fact, ShotEnded) for fact in hall.tick()):
        pass
    return {"parked": parked, "resident": weights, "cpu": used / (cuts * clips[0].length)}


def resident() -> float:
    """Megabytes of this process that lie in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _for(hall: Hall, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        hall.tick()


def _until_another(hall: Hall) -> None:
    while not any(isinstance(fact, ShotBegan) for fact in hall.tick()):
        pass


def main() -> None:
    """See the module."""
    asking = argparse.ArgumentParser(description=__doc__)
    asking.add_argument("--evening", nargs=3, metavar=("SEED", "EVENTS", "LOG"))
    asking.add_argument("--beside", nargs=3, metavar=("COUNT", "CUTS", "LOG"))
    asking.add_argument("clips", nargs="+", type=Path)
    asked = asking.parse_args()
    hall = Hall(asked.clips[0].parent)
    clips = shots(asked.clips)
    if asked.beside is not None:
        count, cuts, log = asked.beside
        told: dict[str, object] = beside(hall, clips, int(count), int(cuts))
        told |= {
            "figures": dataclasses.asdict(hall.projector.figures), "held_up": hall.held_up,
        }  # fmt: skip
        Path(log).write_text(json.dumps(told))
    elif asked.evening is None:
        playlist(hall, clips)
    else:
        seed, events, log = asked.evening
        evening(hall, clips, int(seed), int(events))
        figures = dataclasses.asdict(hall.projector.figures)
        told = {"stretches": hall.stretches, "figures": figures, "held_up": hall.held_up}
        Path(log).write_text(json.dumps(told))
    hall.close()


if __name__ == "__main__":
    main()
