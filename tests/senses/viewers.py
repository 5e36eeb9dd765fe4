"""Looking through a camera for a while, and what was heard of it."""

from dataclasses import dataclass, field

from engine.messages.facts import MoodRead
from engine.senses.faces.eyes import Eyes, EyesSettings
from engine.story.model import Reading
from engine.story.units import Seconds

LOOK = 0.1


@dataclass
class Ear:
    """Hears what the eyes tell."""

    heard: list = field(default_factory=list)

    def __call__(self, fact):
        self.heard.append(fact)

    @property
    def moods(self):
        return [fact for fact in self.heard if isinstance(fact, MoodRead)]

    def of(self, kind):
        return [fact for fact in self.heard if isinstance(fact, kind)]


def watch(camera, reader, steps, seconds, *, normal_until=None, start=0.0):
    """Looks for some seconds, calibrating from the first to `normal_until`, and gives the ear."""
    ear = Ear()
    eyes = Eyes(camera, reader, steps, ear, EyesSettings())
    if normal_until is not None:
        eyes.calibrate(True)
    for look in range(round(seconds / LOOK)):
        now = Seconds(round(start + look * LOOK, 3))
        if normal_until is not None and now >= normal_until:
            eyes.calibrate(False)
            normal_until = None
        eyes.look(now)
    return ear


def at(moods, moment):
    """The newest mood told up to a moment."""
    return [mood for mood in moods if mood.at <= moment + 1e-9][-1]


def smile_of(mood):
    return mood.readings.get(Reading.SMILE, 0.0)
