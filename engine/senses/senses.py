"""The senses: what the show knows of eyes and ears."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from engine.messages.facts import Fact, Loss, SenseLost, WordsRead
from engine.messages.orders import Calibrate, CloseEyes, Listen, OpenEyes, Order, Unlisten
from engine.senses.camera.camera import Camera, NoCamera, Trouble
from engine.senses.camera.device import open_camera
from engine.senses.faces.baseline import published
from engine.senses.faces.choosing import open_faces
from engine.senses.faces.eyes import Eyes, EyesSettings, Looking, SenseFact
from engine.senses.gaze import Gaze, Opening
from engine.senses.words.words import Words
from engine.shelf.models import OWN, shipped_models
from engine.story.model import Way
from engine.story.units import Seconds
from engine.wires import Inbox, Worker

NOTES: Final = 32
"""How many words read, and senses found or lost, may wait for the next tick."""
TYPED: Final = 8
"""How many lines of typed words may wait to be read."""
EAR_EVERY: Final = 0.02
"""Seconds between two turns of the ear: far below what a hand notices."""

NO_CAMERA: Final = Trouble("No camera is used; the film goes on without it.", Loss.UNUSED)


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
    sentences: Path | None = None
    """A model of whole sentences that the house brought, for typed words; none: without."""
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
        self._words = Words(settings.models, settings.sentences)
        self._listen: Listen | None = None
        self._typed: Inbox[tuple[str, Listen]] = Inbox(TYPED)
        self._notes: Inbox[SenseLost | WordsRead] = Inbox(NOTES)
        self._gaze: Gaze | None = None
        self._ear: Worker | None = None
        if settings.sentences is not None and clock is not None:
            self._wake_ear()  # a large model is open by the time words are asked for

    @property
    def camera_open(self) -> bool:
        """Whether the camera's mark must show: somebody can be seen at this moment."""
        return self._gaze is not None and self._gaze.is_open

    def obey(self, order: Order) -> None:
        """Do what concerns the senses; other orders pass by."""
        match order:
            case OpenEyes():
                self._open()
            case CloseEyes():
                self._shut()
            case Calibrate(on):
                if self._gaze is not None:
                    self._gaze.calibrate(on)
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
        if self._gaze is not None:
            self._gaze.look(now)

    def facts(self) -> tuple[Fact, ...]:
        """What happened since the last call, the newest mood last."""
        gaze = self._gaze
        seen = () if gaze is None else gaze.facts()
        if gaze is not None and gaze.fallen:
            seen = (*seen, *gaze.facts())
            self._shut()  # nobody looks through it any more
        return (*self._notes.drain(), *seen)

    def close(self) -> None:
        """Shut everything. The camera is let go of, or will be as soon as its driver answers."""
        self._shut()
        self._listen = None
        ear, self._ear = self._ear, None
        if ear is not None:
            ear.stop()

    def _open(self) -> None:
        if self._gaze is not None:
            return
        camera = self._cameras(self._spec)
        if isinstance(camera, NoCamera):  # nothing to wake up for
            trouble = camera.trouble or NO_CAMERA
            self._notes.put(SenseLost(Way.FACE, trouble.says, trouble.loss))
            return
        self._gaze = Gaze(camera, self._opening, self._clock, self._settings.eyes.every)

    def _shut(self) -> None:
        """Stop looking, shut the camera, and forget what was seen."""
        gaze, self._gaze = self._gaze, None
        if gaze is not None:
            gaze.shut()

    def _prick_up(self, listen: Listen) -> None:
        self._listen = listen
        if self._clock is not None and self._ear is None:
            self._wake_ear()

    def _wake_ear(self) -> None:
        self._ear = Worker("ear", self._hear, every=EAR_EVERY, died=self._died)
        self._ear.start()

    def _hear(self) -> None:
        """Read what was typed. The words are gone when this returns."""
        if self._ear is not None:
            self._words.warm()
            if (listen := self._listen) is not None:
                self._words.expect(listen)
        for text, listen in self._typed.drain():
            self._notes.put(self._words.read(text, listen))

    def _embedded(self, camera: Camera, tell: Callable[[SenseFact], None]) -> Looking:
        models = self._settings.models
        steps = published(models / "steps.json")
        reader = open_faces(models, self._settings.fetched, self._settings.faces)
        return Eyes(camera, reader, steps, tell, self._settings.eyes)

    def _died(self, name: str, problem: Exception) -> None:
        says = f"The {name} stopped working ({type(problem).__name__})."
        self._notes.put(SenseLost(Way.TEXT, says))
