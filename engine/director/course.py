"""Which shot follows the one on the screen, and what else is kept ready."""

from collections.abc import Iterable
from dataclasses import replace

from engine.director.forecast import Ahead
from engine.messages.orders import AskWarning, Cut, Follow, HoldFilm, Order, Prepare
from engine.messages.shots import Shot
from engine.story.model import Hold
from engine.story.units import Seconds

Orders = tuple[Order, ...]


class Course:
    """The way ahead as the stage was last told it. Belongs to the showing."""

    def __init__(self) -> None:
        self._prepared: tuple[Shot, ...] = ()
        self._following: Shot | None = None
        self._told = False
        """Whether the stage was told what follows the shot on the screen."""
        self._plans: dict[Shot, Ahead] = {}
        self._warned: Ahead | None = None
        """What waits for the viewer's word, as long as they are asked."""
        self.warns = False
        """Whether it will be asked first whether to go on to what follows."""
        self.cutting = False
        """Whether a cut was ordered that has not been reported yet."""
        self.since = Seconds(0.0)
        """From which moment of it the shot that was cut to is played."""

    @property
    def warned(self) -> bool:
        """Whether a warning waits for the viewer's word."""
        return self._warned is not None

    def plan(self, shot: Shot) -> Ahead | None:
        """What was forecast for a shot that has just begun; none: it is not of this film."""
        return self._plans.get(shot)

    def steer(self, lead: Ahead | None, others: Iterable[Ahead]) -> Orders:
        """Have the shots ready, likeliest first, and say which of them follows."""
        self.warns = lead is not None and bool(lead.warned)
        shot = None if lead is None or self.warns else lead.shot
        ready = [ahead.shot for ahead in (lead, *others) if ahead and ahead.shot]
        prepared = tuple(dict.fromkeys(ready))
        orders: list[Order] = []
        if prepared != self._prepared:
            orders.append(Prepare(prepared))
        if not self._told or shot != self._following:
            orders.append(Follow(shot))
        self._prepared, self._following, self._told = prepared, shot, True
        if lead is not None and shot is not None:
            self._plans[shot] = lead
        return tuple(orders)

    def cut(self, ahead: Ahead, since: Seconds, *, held: bool) -> Orders:
        """
        Leave the shot on the screen at once, or ask first whether to go on to what lies ahead,
        which is a shot, or an ending that is warned of.

        `held`: there is a shot on the screen, to be held while that is asked.
        """
        self.since, shot = since, ahead.shot
        if ahead.warned or shot is None:
            return self._warn(ahead, held=held)
        self.cutting = True
        self._plans = {shot: ahead}  # whatever began meanwhile is cut away from
        return (Cut(shot, since),)

    def agreed(self) -> Ahead | None:
        """What the viewer goes on to, less the warning they have read; none: nothing waits."""
        ahead, self._warned = self._warned, None
        return None if ahead is None else replace(ahead, warned=ahead.warned[1:])

    def asked_anew(self, ahead: Ahead) -> Orders:
        """The card that waits, about the same scenes forecast anew; nothing where none waits."""
        if self._warned is None:
            return ()
        left = len(self._warned.warned)
        return self._ask(replace(ahead, warned=ahead.warned[-left:]))

    def begun(self) -> None:
        """A shot is on the screen: nothing was said of the next one yet."""
        self._plans, self._following, self._told = {}, None, False
        self.cutting, self.warns, self.since = False, False, Seconds(0.0)

    def anew(self) -> None:
        """What was ahead is another film's: say again what follows."""
        self._told = False

    def _warn(self, ahead: Ahead, *, held: bool) -> Orders:
        """Hold the film before a scene and name what it holds; nothing of it comes true yet."""
        self._plans = {}
        taken_back = (Follow(None),) if self._following is not None else ()
        self._following = None
        held_film = (HoldFilm(Hold.FREEZE),) if held else ()
        return (*taken_back, *held_film, *self._ask(ahead))

    def _ask(self, ahead: Ahead) -> Orders:
        self._warned = ahead
        first = ahead.warned[0]
        return (AskWarning(first.scene, first.warnings),)
