"""
A sham viewing: another viewer's tape answers, and nobody notices.

The control of a study: one who is read and one who only believes to be read see the very same
film. The director hears the tape, word for word and by the tape's own clock; the stage in front
of the viewer only sets the pace. Who sits there may still pause, ask why, and leave.
"""

from collections import deque
from dataclasses import replace
from typing import Final

from engine.house.tape.lines import Changed, Spoken
from engine.house.tape.reading import Taped
from engine.messages.facts import (
    ConsentAnswered,
    Fact,
    MaintenanceAsked,
    PauseAsked,
    ResumeAsked,
    ShotBegan,
    ShotEnded,
    ShotFailed,
    StopAsked,
    Ticked,
    ViewersLeft,
    ViewingBegan,
    WarningAnswered,
    WhyAsked,
)
from engine.messages.orders import (
    Ask,
    Cut,
    Freeze,
    HideWhy,
    Order,
    SaveViewing,
    ShowWhy,
    Thaw,
    Watch,
    Write,
)
from engine.messages.records import Noticed
from engine.messages.shots import Shot
from engine.show.joined import Hearer
from engine.story.units import Seconds

LEAD: Final = Seconds(0.25)
"""How long before its moment the tape is heard, so that the next shot is ordered in time."""

Orders = tuple[Order, ...]
_Live = ShotFailed | StopAsked | ViewersLeft | MaintenanceAsked
"""What the director hears of this evening and not of the tape's."""
_LeftOut = ShotFailed | StopAsked | ViewersLeft | MaintenanceAsked | Changed | Spoken
"""What the director does not hear of the tape's evening."""
_Standing = Freeze | Thaw | ShowWhy | HideWhy
"""What the tape's viewer saw while their film stood still; it takes no time here."""


class Yoke:
    """Stands before a director and tells it the tape. Belongs to the main thread."""

    def __init__(self, director: Hearer, taped: Taped) -> None:
        """The tape must come to an ending, and hold no change of film."""
        self._director = director
        self._before, after = facts_of(taped)
        self._ahead = deque(after)
        self._loose = False
        """Whether the tape was let go of: the viewer answered otherwise about the camera."""
        self._agreed = False
        """Whether the viewer answered what the film asked before it goes on."""
        self._stands = self._away = False
        """Whether the film on the screen stands still; whether the tape's does."""
        self._wishes: deque[PauseAsked | ResumeAsked | WhyAsked] = deque()
        self._kept: list[Fact] = []
        """What the stage told while the film stood still."""
        self._began: Shot | None = None
        """A shot on the screen that the director was not told of yet."""
        self._shot: Shot | None = None
        """The shot that the director was told of last."""
        self._ended: Shot | None = None
        """A shot of which the last frame is held on the screen."""
        self._now = self._mark = Seconds(0.0)
        """The show's clock, and when on it the last tick was due."""
        self._heard = _clock_of(taped)
        """The tape's clock at that tick."""
        self._reached = self._played = Seconds(0.0)
        """How far the shot on the screen has played, and how far the tape has been told."""

    def hear(self, fact: Fact) -> Orders:
        """Let the tape say what happened, as far as the film on the screen has come."""
        return tuple(one for one in self._hear(fact) if not isinstance(one, SaveViewing))

    def _hear(self, fact: Fact) -> Orders:
        if isinstance(fact, ViewingBegan):
            return tuple(
                order for one in (*self._before, fact) for order in self._director.hear(one)
            )
        if self._loose or isinstance(fact, _Live):
            return self._director.hear(fact)
        match fact:
            case ConsentAnswered():
                return self._consented(fact)
            case WarningAnswered(go_on=go_on):
                self._agreed = go_on
                return self._told() if go_on else self._director.hear(fact)
            case PauseAsked() | ResumeAsked() | WhyAsked():
                self._wishes.append(fact)
                return self._granted()
            case Ticked() | ShotBegan() | ShotEnded():
                return self._paced(fact)
            case _:
                return ()

    def _consented(self, answer: ConsentAnswered) -> Orders:
        """Who answers otherwise than the tape's viewer is not led by them."""
        if ConsentAnswered(yes=answer.yes) in self._ahead:
            self._agreed = True
            return self._told()
        self._loose = True
        void = Noticed(
            code="sham-void",
            says="The viewer answered the camera's question otherwise than the tape; "
            "the film was led by them and not by it.",
            at=self._now,
        )
        self._director.hear(Ticked(self._now, Seconds(0.0)))  # by this show's clock from now on
        return (Write(void), *self._director.hear(answer))

    def _granted(self) -> Orders:
        """Stand or go on as the viewer wishes; not in the moment in which the tape's stood."""
        orders: list[Order] = []
        while self._wishes and not self._away:
            orders += self._stood(self._wishes.popleft())
        return tuple(orders)

    def _stood(self, fact: PauseAsked | ResumeAsked | WhyAsked) -> Orders:
        orders = self._director.hear(fact)
        if any(isinstance(one, Freeze) for one in orders):
            self._stands = True
        if not any(isinstance(one, Thaw) for one in orders):
            return orders
        self._stands = False
        kept, self._kept = self._kept, []
        return (*orders, *(order for one in kept for order in self.hear(one)))

    def _paced(self, fact: Ticked | ShotBegan | ShotEnded) -> Orders:
        """The film on the screen has come farther."""
        if self._stands:
            self._kept.append(fact)
            return ()
        match fact:
            case Ticked(now=now, position=position):
                self._now = now
                self._reached = max(self._reached, position)
            case ShotBegan(shot=shot):
                self._began = shot
            case ShotEnded(shot=shot):
                self._ended = shot
        return (*self._told(), *self._granted())

    def _told(self) -> Orders:
        """Tell the director all of the tape that is due."""
        orders: list[Order] = []
        while self._ahead and self._due(self._ahead[0]):
            orders += self._tell(self._ahead.popleft())
        strayed = self._astray()
        return (*orders, Cut(strayed)) if strayed is not None else tuple(orders)

    def _due(self, fact: Fact) -> bool:
        match fact:
            case ShotBegan(shot=shot):
                return self._began == shot
            case _ if self._agreed or self._began is not None:
                return True  # the viewer, or the film on the screen, is ahead of the tape
            case ConsentAnswered() | WarningAnswered():
                return False
            case ShotEnded(shot=shot):
                return self._ended == shot
            case Ticked(position=position) if position > self._played:
                return self._over or position <= self._reached + LEAD
            case Ticked(now=now):
                return self._mark + (now - self._heard) <= self._now + LEAD
            case _:
                return True

    @property
    def _over(self) -> bool:
        """Whether the shot on the screen has come to its end."""
        return self._shot is not None and self._ended == self._shot

    def _tell(self, fact: Fact) -> Orders:
        match fact:
            case Ticked():
                self._keep_time(fact)
            case ShotBegan(shot=shot):
                self._began, self._shot = None, shot
                self._reached = self._played = Seconds(0.0)
                self._mark = self._now
            case ConsentAnswered() | WarningAnswered():
                self._agreed = False
                self._mark = self._now
            case _:
                pass
        heard = self._director.hear(fact)
        stood = [one for one in heard if isinstance(one, Freeze | Thaw)]
        self._away = isinstance(stood[-1], Freeze) if stood else self._away
        shown = (one for one in heard if not isinstance(one, _Standing))
        return tuple(_later(order, Seconds(self._mark - self._heard)) for order in shown)

    def _keep_time(self, tick: Ticked) -> None:
        """Note when, on this show's clock, a tick of the tape was due."""
        if tick.position > self._played:
            ahead = min(max(tick.position - self._reached, -LEAD), LEAD)
            self._mark = Seconds(self._now + ahead)
            self._played = tick.position
        else:
            self._mark = Seconds(self._mark + tick.now - self._heard)
        self._heard = tick.now

    def _astray(self) -> Shot | None:
        """The shot to go to at once where the screen shows another than the tape."""
        if self._began is None or not self._ahead:
            return None
        first = self._ahead[0]
        if not isinstance(first, ShotBegan):
            return None
        self._began = None
        return first.shot


def facts_of(taped: Taped) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """What was told before the tape's viewing began, and after: by its viewer and its stage."""
    facts = [moment.heard for moment in taped.moments]
    begins = next(at for at, fact in enumerate(facts) if isinstance(fact, ViewingBegan))
    heard = [
        tuple(fact for fact in part if not isinstance(fact, _LeftOut | ViewingBegan))
        for part in (facts[:begins], facts[begins:])
    ]
    return heard[0], heard[1]


def _clock_of(taped: Taped) -> Seconds:
    """What the tape's clock showed when its viewing began."""
    first = taped.moments[0].heard
    return first.now if isinstance(first, Ticked) else Seconds(0.0)


def began_of(taped: Taped) -> ViewingBegan:
    """How the tape's viewing began, marked as a sham. StopIteration where it has no beginning."""
    began = next(one.heard for one in taped.moments if isinstance(one.heard, ViewingBegan))
    return replace(began, sham=True)


def consents(taped: Taped | None) -> bool:
    """Whether the tape's viewer said yes to the camera: on paper, so does who watches it."""
    return taped is not None and ConsentAnswered(yes=True) in facts_of(taped)[1]


def _later(order: Order, by: Seconds) -> Order:
    """An order of the tape's clock as one of the show's."""
    match order:
        case Ask(opened=opened, closes=closes):
            ends = None if closes is None else Seconds(closes + by)
            return replace(order, opened=Seconds(opened + by), closes=ends)
        case Watch(until=until):
            return replace(order, until=Seconds(until + by))
        case _:
            return order
