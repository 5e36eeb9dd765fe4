"""The senses at work for whoever sits before them: no film, no record, nothing kept."""

from collections import deque
from dataclasses import replace
from typing import Final

from engine.desk.cameras import named
from engine.messages.facts import Fact, Loss, MoodRead, SenseFound, SenseLost
from engine.messages.orders import Calibrate, CloseEyes, OpenEyes
from engine.senses.senses import Senses, SensesSettings
from engine.shelf.models import in_place_of
from engine.stage.screens.mirror import Eye, Mirrored
from engine.story.units import Seconds

LEARNT: Final = Seconds(6.0)
"""For how long a face is watched before its resting look is taken for known."""
BACK: Final = Seconds(4.0)
"""For how long it is said that the camera came back."""
_AT_MOST: Final = 0.5
"""Two moods further apart than this do not prove that a face was there between them."""
_COUNTED: Final = Seconds(3.0)
"""The stretch over which pictures read are counted."""
STANDS: Final = {
    Loss.GONE: Eye.SILENT,
    Loss.UNUSED: Eye.NONE,
    Loss.REFUSED: Eye.REFUSED,
    Loss.FROZEN: Eye.FROZEN,
    Loss.ENDED: Eye.ENDED,
    Loss.BLIND: Eye.BLIND,
}
"""How a camera stands that is lost."""


def models_in(eyes: SensesSettings) -> tuple[str, ...]:
    """The networks that read faces, by their files' names: what ships, or what was fetched."""
    shipped = tuple(sorted(path.name for path in eyes.models.glob("*.onnx")))
    return shipped if eyes.fetched is None else in_place_of(shipped, eyes.faces, eyes.fetched)


class Looking:
    """Opens the senses, has them learn what is normal, and says what they tell. Main thread."""

    def __init__(self, senses: Senses, spec: str, models: tuple[str, ...]) -> None:
        """`senses` must have a clock; nothing is opened yet."""
        self._senses = senses
        self._moods: deque[Seconds] = deque()
        self._seen = 0.0
        self._now = Seconds(0.0)
        self._back_at: Seconds | None = None
        self._learning = self._lost = False
        self._mirrored = Mirrored(eye=Eye.NONE, source=named(spec), models=models)

    @property
    def camera_open(self) -> bool:
        """Whether the camera's mark must show."""
        return self._senses.camera_open

    def open(self) -> None:
        """The viewer consented: look, and learn what is normal for them."""
        self._mirrored = replace(self._mirrored, eye=Eye.OPENING)
        self._senses.obey(OpenEyes())
        self.learn()

    def learn(self) -> None:
        """Learn from now on what is normal for whoever sits there."""
        self._senses.obey(Calibrate(on=False))
        self._senses.obey(Calibrate(on=True))
        self._learning, self._seen = True, 0.0

    def at(self, now: Seconds) -> Mirrored:
        """All that there is to show at this moment."""
        self._now = now
        for fact in self._senses.facts():
            self._hear(fact)
        while self._moods and now - self._moods[0] > _COUNTED:
            self._moods.popleft()
        return replace(
            self._mirrored,
            eye=self._eye,
            mood=self._mirrored.mood if self._eye.sees else None,
            learnt=self._seen / LEARNT if self._learning and self._eye.sees else None,
            rate=self._rate if self._eye.sees else 0.0,
        )

    def close(self) -> None:
        """Shut the camera, and forget whoever was seen."""
        self._senses.obey(CloseEyes())
        self._senses.close()

    @property
    def _eye(self) -> Eye:
        back = self._back_at is not None and self._now - self._back_at < BACK
        return Eye.BACK if back and self._mirrored.eye is Eye.SEEING else self._mirrored.eye

    @property
    def _rate(self) -> float:
        """Pictures read in a second, over the last few."""
        if len(self._moods) < 2:  # noqa: PLR2004 -- one alone has no rate
            return 0.0
        return (len(self._moods) - 1) / max(0.1, self._moods[-1] - self._moods[0])

    def _hear(self, fact: Fact) -> None:
        match fact:
            case SenseFound():
                self._back_at = self._now if self._lost else None
                self._mirrored = replace(self._mirrored, eye=Eye.SEEING)
            case SenseLost(loss=loss):
                self._lost = True
                self._moods.clear()
                self._mirrored = replace(self._mirrored, eye=STANDS[loss], mood=None)
            case MoodRead():
                self._read(fact)
            case _:
                pass

    def _read(self, mood: MoodRead) -> None:
        before = self._moods[-1] if self._moods else mood.at
        self._moods.append(mood.at)
        self._mirrored = replace(self._mirrored, mood=mood)
        if not (self._learning and mood.faces):
            return
        self._seen += min(_AT_MOST, max(0.0, mood.at - before))
        if self._seen >= LEARNT:
            self._learning = False
            self._senses.obey(Calibrate(on=False))
