"""Stand-ins that behave: a projector without films, a clock that goes when told."""

from dataclasses import dataclass, field

import pygame

from engine.messages.facts import ShotBegan
from engine.messages.shots import Shot, Source
from engine.stage.projection.projector_screen import Picture
from engine.stage.projection.sphere import Gaze
from engine.stage.projection.voices import Hearing
from engine.story.model import Hold
from engine.story.units import SceneId, Seconds


def shot(scene="door", *, file=None, length=24.0, source=Source.FILE):
    """A shot to play."""
    return Shot(
        scene=SceneId(scene), visit=1, source=source, file=file or f"{scene}.mp4",
        length=Seconds(length),
    )  # fmt: skip


class FakeClock:
    """Stands until it is told to go."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now

    def go(self, seconds):
        self.now += seconds


@dataclass
class FakeProjector:
    """Shows one picture for whatever is ordered, and remembers what was."""

    image: pygame.Surface
    now: Seconds = Seconds(0.0)
    position: Seconds = Seconds(0.0)
    shot: Shot | None = None
    frozen: bool = False
    hearing: Hearing | None = None
    prepared: tuple[Shot, ...] = ()
    following: Shot | None = None
    held: tuple[Hold, Seconds] | None = None
    waiting: list = field(default_factory=list)
    fresh: bool = True
    around: bool = False
    """Whether what it shows was filmed all around."""
    gaze: Gaze | None = None
    """How it was looked at last."""

    def prepare(self, shots):
        self.prepared = shots

    def follow(self, shot):
        self.following = shot

    def cut(self, shot, at=Seconds(0.0)):
        self.shot, self.position = shot, at
        self.waiting.append(ShotBegan(shot, shot.length))

    def hold(self, how, since):
        self.held = (how, since)

    def speak(self, hearing):
        self.hearing = hearing

    def freeze(self):
        self.frozen = True

    def thaw(self):
        self.frozen = False

    def stop(self):
        self.shot = self.following = None
        self.prepared = ()

    def go(self, seconds):
        """Let so much time pass."""
        if not self.frozen:
            self.now = Seconds(self.now + seconds)
            self.position = Seconds(self.position + seconds)

    def tick(self):
        told, self.waiting = tuple(self.waiting), []
        return told

    def picture(self, size, gaze):
        self.gaze = gaze
        if self.shot is None:
            return None
        area = self.image.get_rect().fit(pygame.Rect(0, 0, *size))
        image = self.image
        if area.size != image.get_size():
            image = pygame.transform.smoothscale(image, area.size)
        seen = gaze if self.around else None
        return Picture(image, self.shot, self.position, self.fresh, seen)
