"""A speaker turned by hand, and a projector that is never hurried: playback without a clock."""

import itertools
import threading

import pygame

from engine.messages.facts import ShotBegan
from engine.messages.shots import Shot, Source
from engine.stage.projection.clock import BYTES
from engine.stage.projection.projector import Projector, ProjectorSettings
from engine.stage.projection.reel_sound import AHEAD, SoundReel
from engine.stage.projection.reel_voiced import VoicedReel
from engine.story.units import SceneId, Seconds
from tests.clips import counted, read_code

TICK = 800
"""Samples between two ticks: 60 in a second."""

LUMP = 4096
"""Samples SDL's mixer asks for at a time."""

PATIENCE = 10.0


class CrankedSpeaker:
    """Plays exactly as much as it is told to, in the mixer's lumps, and keeps it."""

    def __init__(self) -> None:
        self.played = bytearray()
        self.heard = 0
        self._source = None

    def feed(self, source) -> None:
        """Take the sound from there."""
        self._source = source

    def turn(self, samples: int) -> None:
        """So much more is heard; what is needed for it is asked for first."""
        self.heard += samples
        while len(self.played) // BYTES < self.heard:
            at = len(self.played) // BYTES
            piece = self._source(at, LUMP) if self._source else bytes(LUMP * BYTES)
            assert len(piece) == LUMP * BYTES
            self.played += piece


class Evening:
    """
    A projector, its speaker, and everything it said and showed.

    Nothing that outlives it knows it: all its pictures are gone with it.
    """

    def __init__(self, folder, **settings) -> None:
        self.speaker = CrankedSpeaker()
        self.painted = painted = []

        def paint(shot, size):
            painted.append(shot)
            return pygame.Surface(size)

        self.projector = Projector(
            folder, ProjectorSettings(**settings), paint=paint, sound=self.speaker
        )
        self.facts = []
        self.shown = []
        self.stretches = []
        self._note_stretches(self.projector._timeline)

    def _note_stretches(self, timeline) -> None:
        crossed, stretches = timeline.crossed, self.stretches

        def noted(heard):
            found = crossed(heard)
            stretches.extend(found)
            return found

        timeline.crossed = noted

    def tick(self, samples: int = TICK, *, settled: bool = True):
        """One tick of the show, with every decoder as far ahead as it goes."""
        if settled:
            self.settle()
        self.speaker.turn(samples)
        facts = self.projector.tick()
        self.facts += facts
        picture = self.projector.picture((320, 180))
        if picture is not None and picture.fresh:
            self.shown.append(picture)
        return facts

    def run(self, seconds: float) -> None:
        """Ticks for so long."""
        for _ in range(round(seconds * 60)):
            self.tick()

    def until(self, happened, most: float = 30.0) -> None:
        """Ticks until it happened; fails when it does not."""
        for _ in range(round(most * 60)):
            if happened():
                return
            self.tick()
        raise AssertionError("it never happened")

    def began(self, shot) -> bool:
        """Whether the shot has begun."""
        return any(isinstance(fact, ShotBegan) and fact.shot == shot for fact in self.facts)

    def settle(self) -> None:
        """Wait until no decoder has anything left to do."""
        bell = threading.Event()
        for _ in range(int(PATIENCE / 0.002)):
            self.projector._arrange()
            music = self.projector._music._tracks.values()
            reading = any(each.samples is None and each.trouble is None for each in music)
            if not reading and not any(_busy(reel) for reel in self._reels()):
                return
            bell.wait(0.002)
        raise AssertionError("a decoder never came to rest")

    def _reels(self):
        castings = self.projector._preroll._castings.values()
        reels = [casting.reel for casting in castings if casting.begun]
        takes = (self.projector._timeline.take, self.projector._given)
        return [*reels, *(take.reel for take in takes if take is not None)]

    def close(self) -> None:
        """The evening is over."""
        self.projector.close()
        vars(self.projector._timeline).pop("crossed", None)  # a circle around all that was played


def _busy(reel) -> bool:
    if isinstance(reel, VoicedReel):
        return any(_busy(part) for part in reel._parts())
    if isinstance(reel, SoundReel):
        return not reel.run.finished and reel.run.ahead < AHEAD
    if reel.fault is not None or (getattr(reel, "_done", True) and reel.ready):
        return False
    if not reel.ready:
        return True
    return reel._has_room() or reel._wants_more()


def shot(file, visit=1, length=2.0, **more) -> Shot:
    """A shot of a whole file."""
    scene = SceneId(f"scene-{file}")
    more = {"source": Source.FILE} | more
    return Shot(scene=scene, visit=visit, file=file, length=Seconds(length), **more)


def codes(evening):
    """Clip and frame number of everything shown."""
    return [read_code(pygame.surfarray.array3d(p.surface)[:, :, 0].T) for p in evening.shown]


def sound(evening):
    """Clip and place of every sample heard."""
    return counted(bytes(evening.speaker.played[: evening.speaker.heard * 4]))


def steps(samples):
    """Where two neighbouring samples are not neighbours in one clip."""
    pairs = itertools.pairwise(samples)
    return [(one, two) for one, two in pairs if two != (one[0], one[1] + 1)]


def frames(number, count, first=0):
    """These frames of a clip, in order."""
    return [(number, index) for index in range(first, count)]
