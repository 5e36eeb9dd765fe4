"""A stage of paper: it obeys every order as a real one would, and shows nothing."""

from typing import Final

from engine.messages.facts import Fact, ShotBegan, ShotEnded, Ticked
from engine.messages.orders import Cut, Follow, Freeze, HoldFilm, Order, Rest, Thaw
from engine.messages.shots import Shot
from engine.story.model import Hold
from engine.story.units import Seconds

STEP: Final = Seconds(0.25)


class PaperStage:
    """
    Plays shots by their known lengths, against a clock that it moves itself.

    For tests, rehearsals and showings without a display. Asking it for facts moves the time.
    """

    def __init__(self, step: Seconds = STEP) -> None:
        self._step = step
        self.now = Seconds(0.0)
        """The show's clock: it stands still in a pause."""
        self.shot: Shot | None = None
        self.position = Seconds(0.0)
        self._follow: Shot | None = None
        self._hold = Hold.ROLL
        self._since = Seconds(0.0)
        self._paused = False
        self._ended = False
        self._facts: list[Fact] = []

    def obey(self, order: Order) -> None:
        """Do what was ordered; orders for other parts are none of its business."""
        match order:
            case Cut(shot=shot, at=at):
                self._begin(shot, at)
            case Follow(shot=shot):
                self._follow = shot
            case HoldFilm(how=how, since=since):
                self._hold, self._since = how, since
            case Freeze():
                self._paused = True
            case Thaw():
                self._paused = False
            case Rest():
                self.shot, self._follow, self._paused = None, None, False
            case _:
                pass

    def facts(self) -> tuple[Fact, ...]:
        """Let time go on by a step, and tell what happened since the last one."""
        if not self._paused:
            self.now = Seconds(self.now + self._step)
            self._roll(self._step)
            self._facts.append(Ticked(self.now, self.position))
        facts, self._facts = tuple(self._facts), []
        return facts

    def _roll(self, step: Seconds) -> None:
        """The film moves, unless it is held."""
        if self.shot is None or self._hold is Hold.FREEZE:
            return
        self.position = Seconds(self.position + step)
        if self.position < self.shot.length:
            return
        if self._hold is Hold.LOOP or (self.shot.loop and self._follow is None):
            self.position = self._since if self._hold is Hold.LOOP else Seconds(0.0)
        elif self._follow is not None:
            self._begin(self._follow)
        else:
            self._stand(self.shot)

    def _stand(self, shot: Shot) -> None:
        """Hold the last frame."""
        self.position = shot.length
        if not self._ended:
            self._ended = True
            self._facts.append(ShotEnded(shot))

    def _begin(self, shot: Shot, at: Seconds = Seconds(0.0)) -> None:
        self.shot, self.position, self._follow = shot, at, None
        self._hold, self._since, self._ended = Hold.ROLL, Seconds(0.0), False
        self._facts.append(ShotBegan(shot, shot.length))
