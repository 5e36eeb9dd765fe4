"""The eyes: take the newest picture, read it, tell what was felt, and forget it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from engine.messages.facts import Loss, MoodRead, SenseFound, SenseLost
from engine.opencv import opencv
from engine.senses.camera.camera import Camera, Trouble
from engine.senses.camera.freshness import Freshness
from engine.senses.camera.pictures import Picture
from engine.senses.faces.baseline import Published
from engine.senses.faces.expressions import FaceReader
from engine.senses.faces.moods import SLOWNESS, Moods
from engine.story.model import Way
from engine.story.units import Seconds
from engine.wires import Inbox


class Looking(Protocol):
    """What can stand in the eyes' place: the eyes, or a scripted viewer."""

    def look(self, now: Seconds) -> None:
        """Look once and tell what was felt."""
        ...

    def calibrate(self, on: bool) -> None:
        """Take what is seen as normal from now on, or stop. May come from another thread."""
        ...


SenseFact = MoodRead | SenseFound | SenseLost
SILENT = Trouble("The camera gives no pictures; the film goes on without it.")
STALLED = Trouble(
    "The camera shows the same picture again and again; the film goes on without it.", Loss.FROZEN
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EyesSettings:
    """How the eyes look."""

    every: float = 0.1
    """Seconds between two looks; at every second one the whole picture is searched."""
    slowness: Seconds = SLOWNESS
    """The time over which looks are blended."""


class Eyes:
    """Looks at the audience. Belongs to one thread; only `calibrate` may come from another."""

    def __init__(
        self,
        camera: Camera,
        model: FaceReader,
        steps: Published,
        tell: Callable[[SenseFact], None],
        settings: EyesSettings,
    ) -> None:
        self._camera = camera
        self._model = model
        self._tell = tell
        self._moods = Moods(steps, settings.slowness)
        self._calibrations: Inbox[bool] = Inbox(8)
        self._fresh: Freshness | None = None
        self._seeing: bool | None = None  # none: it is not known yet

    def calibrate(self, on: bool) -> None:
        """From the next look on take what is seen as this viewer's normal, or stop doing so."""
        self._calibrations.put(on)

    def look(self, now: Seconds) -> None:
        """Look once and tell what was felt. The picture is gone when this returns."""
        for on in self._calibrations.drain():
            self._moods.baseline.calibrate(on)
        fresh = self._fresh = self._fresh or Freshness(now)
        picture = self._grab(now)
        if picture is not None:
            fresh.saw(picture, now)
        if fresh.stalled(now) or fresh.lost(now):
            self._lose(STALLED if fresh.stalled(now) and not fresh.lost(now) else SILENT)
        elif picture is not None:
            self._read(picture, now)

    def _grab(self, now: Seconds) -> Picture | None:
        """The camera's picture; a driver that falls over has none."""
        try:
            return self._camera.grab(now)
        except (OSError, RuntimeError, opencv().error):
            return None

    def _read(self, picture: Picture, now: Seconds) -> None:
        if self._seeing is not True:
            self._seeing = True
            self._tell(SenseFound(Way.FACE))
        known = self._moods.known(now)
        sight = self._model.read(picture, known)
        self._tell(self._moods.after(sight, now, searched=known is None))

    def _lose(self, seems: Trouble) -> None:
        if self._seeing is not False:
            self._seeing = False
            trouble = self._camera.trouble or seems
            self._tell(SenseLost(Way.FACE, trouble.says, trouble.loss))


class Waking:
    """
    Eyes that open at the first look, on the thread that looks: models take a moment to load.

    Where they cannot be opened, that is told once and nothing is seen.
    """

    def __init__(self, waking: Callable[[], Looking], tell: Callable[[SenseFact], None]) -> None:
        self._waking = waking
        self._tell = tell
        self._eyes: Looking | None = None
        self._blind = False
        self._calibrations: Inbox[bool] = Inbox(8)

    def calibrate(self, on: bool) -> None:
        """Handed on at the next look."""
        self._calibrations.put(on)

    def look(self, now: Seconds) -> None:
        """Look once; the first time, wake up before."""
        if self._eyes is None and not self._blind:
            self._eyes = self._wake()
        if self._eyes is not None:
            for on in self._calibrations.drain():
                self._eyes.calibrate(on)
            self._eyes.look(now)

    def _wake(self) -> Looking | None:
        try:
            return self._waking()
        except (OSError, ValueError, KeyError, opencv().error) as problem:
            self._blind = True
            says = f"The face models cannot be opened ({problem})."
            self._tell(SenseLost(Way.FACE, says, Loss.BLIND))
            return None
