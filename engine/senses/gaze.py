"""One opening of the eyes: a camera, whoever looks through it, and what they told."""

import threading
from collections.abc import Callable
from typing import Final

from engine.messages.facts import Loss, MoodRead, SenseFound, SenseLost
from engine.senses.camera.camera import Camera
from engine.senses.faces.eyes import Looking, SenseFact, Waking
from engine.story.model import Way
from engine.story.units import Seconds
from engine.wires import Inbox, Latest, Worker

NOTES: Final = 32
"""How many senses found or lost may wait for the next tick."""
ABSENT: Final = Seconds(1.8)
"""A look that lasts longer than this is none: whoever looks hangs."""
WAKES: Final = Seconds(15.0)
"""So long may the first look take: models are opened in it."""
LETTING_GO: Final = 0.3
"""Seconds that the film may stand still for a look to end."""
HANGS: Final = "The eyes do not answer; the film goes on without them."

Opening = Callable[[Camera, Callable[[SenseFact], None]], Looking]
Clock = Callable[[], Seconds]


class _Told:
    """
    What the eyes told and nobody has asked for yet; once nobody listens, nothing.

    The eyes know this and not the gaze, which knows them: what they saw is gone with it.
    """

    def __init__(self) -> None:
        self.over = threading.Event()
        """Set when nobody listens any more."""
        self._mood: Latest[MoodRead] = Latest()
        self._notes: Inbox[SenseFound | SenseLost] = Inbox(NOTES)

    def tell(self, fact: SenseFact) -> None:
        """Keep it until it is asked for. Any thread."""
        if self.over.is_set():
            return
        if isinstance(fact, MoodRead):
            self._mood.put(fact)
        else:
            self._notes.put(fact)

    def drain(self) -> tuple[tuple[SenseFact, ...], MoodRead | None]:
        """Everything told since the last call: notes, oldest first, and the newest mood."""
        return self._notes.drain(), self._mood.take()


class Gaze:
    """
    Made when the viewer said yes, shut for good when it is over. Belongs to the main thread.

    With a clock it looks on a thread of its own; without one, where it is asked to. What is told
    after it was shut is heard by nobody.
    """

    def __init__(
        self, camera: Camera, opening: Opening, clock: Clock | None, every: float
    ) -> None:
        self._camera = camera
        self._clock = clock
        told = self._told = _Told()
        self._eyes: Looking = Waking(lambda: opening(camera, told.tell), told.tell)
        self._ended = Seconds(0.0 if clock is None else clock())  # the last look; looker's own
        self._woke = False  # whether there was one; the looker's own, read whole
        self._absent = False
        self.fallen = False
        """Whether whoever looked has died; written once, by their thread."""
        self._worker: Worker | None = None
        if clock is not None:
            self._worker = Worker("eyes", self._step, every=every, died=self._died, steady=True)
            self._worker.start()

    @property
    def is_open(self) -> bool:
        """Whether somebody can be seen at this moment."""
        return self._camera.is_open and not self._told.over.is_set()

    def calibrate(self, on: bool) -> None:
        """Take what is seen as normal from the next look on, or stop."""
        self._eyes.calibrate(on)

    def look(self, now: Seconds) -> None:
        """Look once, where no thread does."""
        if self._worker is None:
            self._eyes.look(now)

    def facts(self) -> tuple[SenseFact, ...]:
        """What was told since the last call, the newest mood last."""
        notes, mood = self._told.drain()
        if self._hangs() and not self._absent:
            self._absent = True
            notes = (*notes, SenseLost(Way.FACE, HANGS, Loss.BLIND))
        elif self._absent and mood is not None:
            self._absent = False
            notes = (*notes, SenseFound(Way.FACE))
        return notes if mood is None else (*notes, mood)

    def shut(self) -> None:
        """
        Look no more and let go of the camera.

        A look that hangs cannot be cut short: its own thread lets go as soon as it can.
        """
        self._told.over.set()
        if self._worker is None or self._worker.stop(LETTING_GO):
            self._camera.close()
        self._told.drain()

    def _step(self) -> None:
        clock = self._clock
        if clock is not None and not self._told.over.is_set():
            self._eyes.look(clock())
            self._ended, self._woke = clock(), True
        if self._told.over.is_set():
            self._camera.close()

    def _hangs(self) -> bool:
        if self._clock is None or self.fallen:
            return False
        return self._clock() - self._ended > (ABSENT if self._woke else WAKES)

    def _died(self, _name: str, problem: Exception) -> None:
        says = f"The eyes stopped working ({type(problem).__name__})."
        self._told.tell(SenseLost(Way.FACE, says, Loss.BLIND))
        self.fallen = True  # last: whoever reads it finds the note
