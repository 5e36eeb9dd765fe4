"""The preroll: reels of the shots that may come next, opened one at a time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from engine.messages.shots import Shot
from engine.stage.projection.reel import Reel
from engine.story.clips import ClipFault

STALLED = "the decoder has not moved for two seconds"

Understudies = Callable[[Shot], Sequence[Reel]]
"""The reels to try for a shot, best first; the last one cannot fail."""


@dataclass(slots=True)
class Casting:
    """A shot's reel at present, and those that are left if it fails."""

    shot: Shot
    reel: Reel
    others: list[Reel]
    begun: bool = False
    says: str | None = None
    """Why the first reel was not to be used."""


class Preroll:
    """
    Keeps exactly the named shots open, the likeliest first, within a budget of bytes.

    Belongs to the main thread; never waits.
    """

    def __init__(self, understudies: Understudies, budget: int) -> None:
        self._understudies = understudies
        self._budget = budget
        self._castings: dict[Shot, Casting] = {}
        self._leaving: list[Reel] = []

    @property
    def weight(self) -> int:
        """Bytes held by the reels that wait."""
        return sum(casting.reel.weight for casting in self._castings.values())

    @property
    def count(self) -> int:
        """How many reels wait open."""
        return sum(casting.begun for casting in self._castings.values())

    def name(self, shots: Sequence[Shot]) -> None:
        """These shots may come next, likeliest first; let go of any others."""
        before, self._castings = self._castings, {}
        for shot in dict.fromkeys(shots):
            self._castings[shot] = before.pop(shot) if shot in before else self._cast(shot)
        for casting in before.values():
            self._dismiss(casting)

    @property
    def named(self) -> Mapping[Shot, Casting]:
        """Every shot that may come next, and its reel."""
        return self._castings

    def forget(self, shots: Iterable[Shot]) -> None:
        """Let go of the reels of these shots, to be cast anew when they are named again."""
        for shot in shots:
            self._dismiss(self._castings.pop(shot))

    def tick(self, urgent: Shot | None = None, *, calm: bool = True) -> None:
        """Replace what failed and open one more: the urgent one, or while it is calm the next."""
        for casting in self._castings.values():
            self._recast(casting)
        asked = self._castings.get(urgent) if urgent is not None else None
        if asked is not None and not asked.begun:
            _begin(asked)
        elif calm and not any(c.begun and not c.reel.parked for c in self._castings.values()):
            self._open_next()
        self._leaving = [reel for reel in self._leaving if not reel.ended()]

    def casting(self, shot: Shot) -> Casting | None:
        """A named shot's reel, ready or not."""
        return self._castings.get(shot)

    def play(self, reel: Reel) -> None:
        """This reel plays now: it waits no longer, and is the caller's to let go of."""
        for shot, casting in self._castings.items():
            if casting.reel is reel:
                _spare(self._castings.pop(shot))
                return

    def let_go(self, reel: Reel) -> None:
        """Close a reel without waiting for its thread."""
        reel.close()
        self._leaving.append(reel)

    def close(self, patience: float) -> bool:
        """Let go of everything and wait for every thread so long; whether all have ended."""
        self.name(())
        self._leaving = [reel for reel in self._leaving if not reel.ended(patience)]
        return not self._leaving

    def _dismiss(self, casting: Casting) -> None:
        self.let_go(casting.reel)
        _spare(casting)

    def _cast(self, shot: Shot) -> Casting:
        first, *others = self._understudies(shot)
        return Casting(shot, first, others)

    def _recast(self, casting: Casting) -> None:
        fault = casting.reel.fault
        if fault is None and casting.reel.stalled():
            fault = ClipFault(missing=False, says=f"{casting.shot.file}: {STALLED}.")
        if fault is None or not casting.others:
            return
        self.let_go(casting.reel)
        casting.says = casting.says or fault.says
        casting.reel = casting.others.pop(0)
        casting.reel.start()

    def _open_next(self) -> None:
        heaviest = max((c.reel.weight for c in self._castings.values()), default=0)
        waiting = [casting for casting in self._castings.values() if not casting.begun]
        if waiting and (self.count == 0 or self.weight + heaviest <= self._budget):
            _begin(waiting[0])


def _begin(casting: Casting) -> None:
    casting.begun = True
    casting.reel.start()


def _spare(casting: Casting) -> None:
    """The reels that were there in case another fails are not needed."""
    for reel in casting.others:
        reel.close()
