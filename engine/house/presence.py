"""Whether somebody is there: for an empty room a kiosk goes back to its attract picture."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from engine.messages.facts import (
    ConsentAnswered,
    Fact,
    HandSeen,
    MoodRead,
    OptionPressed,
    PauseAsked,
    ResumeAsked,
    StopAsked,
    ViewerCame,
    ViewersLeft,
    Voted,
    WarningAnswered,
    WhyAsked,
    WordsRead,
)
from engine.messages.orders import (
    AskConsent,
    AskWarning,
    CloseEyes,
    Cut,
    Freeze,
    HideWhy,
    OpenEyes,
    Order,
    Rest,
    ShowEnding,
    ShowWhy,
    Thaw,
    Write,
)
from engine.messages.records import Cause, Turn

HANDS: Final = (
    ViewerCame,
    ConsentAnswered,
    HandSeen,
    OptionPressed,
    WordsRead,
    PauseAsked,
    ResumeAsked,
    WhyAsked,
    WarningAnswered,
    Voted,
)
SILENCES: Final = 2
"""Decisions nobody answered, in a row, after which a room without a camera may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceSettings:
    """How long the house waits, in seconds."""

    idle: float = 60.0
    end_card: float = 20.0


class Presence:
    """
    Notices that viewers have left, and ends the end card. Belongs to the main thread.

    Who watches quietly is not taken for gone: with a camera, a face counts as a hand; without
    one, `idle` must have passed since the last hand while a card waits for an answer, or while
    SILENCES decisions went by.
    """

    def __init__(self, settings: PresenceSettings, clock: Callable[[], float]) -> None:
        self._settings = settings
        self._clock = clock
        self._seen = clock()
        self._on = self._waiting = self._eyes = False
        self._silent = 0
        self._ending: float | None = None

    def obey(self, order: Order) -> None:
        """Follow what is on: who waits for whom."""
        match order:
            case Rest():
                self._rest()
            case AskConsent() | AskWarning() | Freeze() | ShowWhy():
                self._on = self._waiting = True
            case Thaw() | HideWhy():
                self._waiting = False
            case Cut():
                self._on, self._waiting = True, False
            case OpenEyes():
                self._eyes = True
            case CloseEyes():
                self._eyes = False
            case ShowEnding():
                self._ending = self._clock()
            case Write(record=Turn(cause=cause)):
                self._silent = self._silent + 1 if cause is Cause.TIME else 0
            case _:
                pass

    def overhear(self, fact: Fact) -> None:
        """Take a sign of life from what the director is told."""
        if isinstance(fact, HANDS):
            self._seen, self._silent = self._clock(), 0
        elif isinstance(fact, MoodRead) and fact.faces > 0:
            self._seen = self._clock()

    def facts(self) -> tuple[Fact, ...]:
        """Say once that the viewers left, or that the end card was shown long enough."""
        now = self._clock()
        if self._ending is not None and now - self._ending >= self._settings.end_card:
            self._ending = None
            return (StopAsked(),)
        if self._on and self._empty(now):
            self._rest()
            return (ViewersLeft(),)
        return ()

    def _empty(self, now: float) -> bool:
        if self._ending is not None or now - self._seen < self._settings.idle:
            return False
        return self._eyes or self._waiting or self._silent >= SILENCES

    def _rest(self) -> None:
        self._seen = self._clock()
        self._on = self._waiting = self._eyes = False
        self._silent = 0
        self._ending = None
