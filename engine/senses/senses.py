"""The senses: what the show knows of eyes and ears. Their threads are started here alone."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from engine.messages.facts import Fact, MoodRead, SenseFound, SenseLost, WordsRead
from engine.messages.orders import Calibrate, CloseEyes, Listen, OpenEyes, Order, Unlisten
from engine.senses.camera.camera import Camera, NoCamera
from engine.senses.camera.device import open_camera
from engine.senses.faces.baseline import published
from engine.senses.faces.choosing import open_faces
from engine.senses.faces.eyes import Eyes, EyesSettings, Looking, SenseFact, Waking
from engine.senses.words.words import Words
from engine.shelf.models import OWN, shipped_models
from engine.story.model import Way
from engine.story.units import Seconds
from engine.wires import Inbox, Latest, Worker

NOTES: Final = 32
"""How many words read, and senses found or lost, may wait for the next tick."""
TYPED: Final = 8
"""How many lines of typed words may wait to be read."""
EAR_EVERY: Final = 0.02
"""Seconds between two turns of the ear: far below what a hand notices."""

NO_CAMERA: Final = "No camera is used; the film goes on without it."

Opening = Callable[[Camera, Callable[[SenseFact], None]], Looking]


def models_folder() -> Path:
    """Where the models lie that come with the engine."""
    return shipped_models()


@dataclass(frozen=True, slots=True, kw_only=True)
class SensesSettings:
    """How the senses work."""

    models: Path = field(default_factory=models_folder)
    fetched: Path | None = None
    """Where better models may lie that a user fetched; none: they are not looked for."""
    faces: str = OWN
    """Which model reads faces, as the settings name it."""
    eyes: EyesSettings = field(default_factory=EyesSettings)


class Senses:
    """
    Obeys the director's orders about seeing and listening, and tells facts.

    Belongs to the main thread. The camera is opened by `OpenEyes` and by nothing else. Made
    with a clock it looks and reads on threads of its own; without one, where it is asked to.
    """

    def __init__(
        self,
        settings: SensesSettings,
        camera_spec: str = "none",
        *,
        clock: Callable[[], Seconds] | None = None,
        cameras: Callable[[str], Camera] = open_camera,
        opening: Opening | None = None,
    ) -> None:
        self._settings = settings
        self._spec = camera_spec
        self._clock = clock
        self._cameras = cameras
        self._opening = opening or self._embedded
        self._words = Words(settings.models)
        self._listen: Listen | None = None
        self._typed: Inbox[tuple[str, Listen]] = Inbox(TYPED)
        self._mood: Latest[MoodRead] = Latest()
        self._notes: Inbox[SenseFound | SenseLost | WordsRead] = Inbox(NOTES)
        self._fallen: Latest[str] = Latest()
        self._camera: Camera | None = None
        self._eyes: Looking | None = None
        self._watch: Worker | None = None
        self._ear: Worker | None = None

    @property
    def camera_open(self) -> bool:
        """Whether the camera's mark must show: somebody can be seen at this moment."""
        return self._camera is not None and self._camera.is_open

    def obey(self, order: Order) -> None:
        """Do what concerns the senses; other orders pass by."""
        match order:
            case OpenEyes():
                self._open()
            case CloseEyes():
                self._shut()
            case Calibrate(on):
                if self._eyes is not None:
                    self._eyes.calibrate(on)
            case Listen():
                self._prick_up(order)
            case Unlisten():
                self._listen = None
            case _:
                pass

    def say(self, text: str) -> None:
        """Read typed words, if any are awaited; the answer comes with the facts."""
        if self._listen is None:
            return
        self._typed.put((text, self._listen))
        if self._ear is None:
            self._hear()

    def look(self, now: Seconds) -> None:
        """Look once, for a show that has no thread for it."""
        if self._eyes is not None and self._watch is None:
            self._eyes.look(now)

    def facts(self) -> tuple[Fact, ...]:
        """What happened since the last call, the newest mood last."""
        if self._fallen.take() == "eyes":
            self._shut()  # nobody looks through it any more
        notes = self._notes.drain()
        mood = self._mood.take()
        return notes if mood is None else (*notes, mood)

    def close(self) -> None:
        """Shut everything. The camera is let go of, or will be as soon as its driver answers."""
        self._shut()
        self._listen = None
        ear, self._ear = self._ear, None
        if ear is not None:
            ear.stop()

    def _open(self) -> None:
        if self._camera is not None:
            return
        camera = self._cameras(self._spec)
        if isinstance(camera, NoCamera):  # nothing to wake up for
            self._notes.put(SenseLost(Way.FACE, camera.trouble or NO_CAMERA))
            return
        self._camera = camera
        eyes = self._eyes = Waking(lambda: self._opening(camera, self._tell), self._tell)
        if self._clock is not None:
            self._watch = self._worker("eyes", self._looking(eyes), self._settings.eyes.every)

    def _looking(self, eyes: Looking) -> Callable[[], None]:
        clock = self._clock
        return lambda: eyes.look(clock() if clock is not None else Seconds(0.0))

    def _shut(self) -> None:
        """Stop looking, shut the camera, and forget what was seen."""
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.stop()
        camera, self._camera, self._eyes = self._camera, None, None
        if camera is not None:
            camera.close()
        self._mood.take()

    def _prick_up(self, listen: Listen) -> None:
        self._listen = listen
        if self._clock is not None and self._ear is None:
            self._ear = self._worker("ear", self._hear, EAR_EVERY)

    def _hear(self) -> None:
        """Read what was typed. The words are gone when this returns."""
        if self._ear is not None:
            self._words.warm()
        for text, listen in self._typed.drain():
            self._notes.put(self._words.read(text, listen))

    def _worker(self, name: str, step: Callable[[], None], every: float) -> Worker:
        worker = Worker(name, step, every=every, died=self._died)
        worker.start()
        return worker

    def _embedded(self, camera: Camera, tell: Callable[[SenseFact], None]) -> Looking:
        models = self._settings.models
        steps = published(models / "steps.json")
        reader = open_faces(models, self._settings.fetched, self._settings.faces)
        return Eyes(camera, reader, steps, tell, self._settings.eyes)

    def _tell(self, fact: SenseFact) -> None:
        if isinstance(fact, MoodRead):
            self._mood.put(fact)
        else:
            self._notes.put(fact)

    def _died(self, name: str, problem: Exception) -> None:
        way = Way.FACE if name == "eyes" else Way.TEXT
        self._fallen.put(name)
        self._notes.put(SenseLost(way, f"The {name} stopped working ({type(problem).__name__})."))
