"""The phases of a showing, as one table."""

from collections.abc import Callable
from enum import Enum, StrEnum
from typing import Any, Final

from transitions import EventData, Machine


class Phase(Enum):
    """Where a showing stands. There is no other flag: if you need one, add a phase."""

    IDLE = "idle"
    ATTRACT = "attract"
    CONSENT = "consent"
    WARNED = "warned"
    PLAYING = "playing"
    DECIDING = "deciding"
    CUTTING = "cutting"
    PAUSED = "paused"
    WHY = "why"
    ENDED = "ended"
    MAINTENANCE = "maintenance"


class Move(StrEnum):
    """What can move a showing from one phase to another."""

    INVITE = "invite"
    ASK = "ask"
    WARN = "warn"
    CUT = "cut"
    PLAY = "play"
    DECIDE = "decide"
    END = "end"
    PAUSE = "pause"
    EXPLAIN = "explain"
    RESUME = "resume"
    REST = "rest"
    MAINTAIN = "maintain"


_RESTING: Final = (Phase.IDLE, Phase.ATTRACT)
_ROLLING: Final = (Phase.PLAYING, Phase.DECIDING, Phase.CUTTING)
_STANDING: Final = (Phase.PAUSED, Phase.WHY)
_ASKING: Final = (Phase.CONSENT, Phase.WARNED)
_SHOWING: Final = (*_ASKING, *_ROLLING, *_STANDING, Phase.ENDED)

TABLE: Final = (
    (Move.INVITE, (Phase.IDLE, *_SHOWING, Phase.MAINTENANCE), Phase.ATTRACT),
    (Move.ASK, _RESTING, Phase.CONSENT),
    (Move.WARN, (*_RESTING, Phase.CONSENT, *_ROLLING), Phase.WARNED),
    (Move.CUT, (*_RESTING, *_ASKING, Phase.PLAYING, Phase.DECIDING), Phase.CUTTING),
    (Move.PLAY, (Phase.DECIDING, Phase.CUTTING), Phase.PLAYING),
    (Move.DECIDE, (Phase.PLAYING, Phase.CUTTING), Phase.DECIDING),
    (Move.END, (*_RESTING, *_ASKING, *_ROLLING), Phase.ENDED),
    (Move.PAUSE, _ROLLING, Phase.PAUSED),
    (Move.EXPLAIN, (*_ROLLING, Phase.PAUSED), Phase.WHY),
    (Move.RESUME, _STANDING, Phase.PLAYING),
    (Move.RESUME, _STANDING, Phase.DECIDING),
    (Move.RESUME, _STANDING, Phase.CUTTING),
    (Move.RESUME, (Phase.WHY,), Phase.PAUSED),
    (Move.REST, (*_SHOWING, Phase.MAINTENANCE), Phase.IDLE),
    (Move.MAINTAIN, (*_RESTING, *_SHOWING), Phase.MAINTENANCE),
)
"""Every way from phase to phase. The four ways to resume differ by where the showing stood."""


class Phases:
    """The phase of one showing. Only the main thread moves it."""

    phase: Phase
    trigger: Callable[[str], bool]
    may_trigger: Callable[[str], bool]
    # All three are put here by `transitions`; declared so that mypy knows them.

    def __init__(self) -> None:
        self._back: tuple[Phase, ...] = ()
        self._machine = Machine(
            model=self,
            states=Phase,
            transitions=[_row(self, *row) for row in TABLE],
            initial=Phase.IDLE,
            model_attribute="phase",
            auto_transitions=False,
            queued=True,
            send_event=True,
        )

    @property
    def resumes(self) -> Phase | None:
        """Where a standing showing goes on; none while it is not standing."""
        return self._back[-1] if self._back else None

    def may(self, move: Move) -> bool:
        """Whether the table has this way from here."""
        return self.may_trigger(move.value)

    def take(self, move: Move) -> bool:
        """Take the way if the table has it, and say whether it was taken."""
        if not self.may(move):
            return False
        stood = self.phase
        self.trigger(move.value)
        self._back = self._remembered(move, stood)
        return True

    def _remembered(self, move: Move, stood: Phase) -> tuple[Phase, ...]:
        match move:
            case Move.PAUSE | Move.EXPLAIN:
                return (*self._back, stood)
            case Move.RESUME:
                return self._back[:-1]
            case _:
                return ()

    def resumes_there(self, event: EventData) -> bool:
        """Whether this way to resume leads to where the showing stood."""
        return event.transition is not None and self._back[-1].name == event.transition.dest


def _row(phases: Phases, move: Move, sources: tuple[Phase, ...], to: Phase) -> dict[str, Any]:
    row: dict[str, Any] = {"trigger": move.value, "source": list(sources), "dest": to}
    return row | ({"conditions": phases.resumes_there} if move is Move.RESUME else {})


def diagram() -> str:
    """The table as a Mermaid chart; a way that all phases of a group have starts at its frame."""
    arrows: dict[tuple[str, str], list[str]] = {}
    for move, sources, to in TABLE:
        for source in _framed(sources):
            arrows.setdefault((source, to.value), []).append(move.value)
    lines = [f'{source} -->|"{", ".join(moves)}"| {to}' for (source, to), moves in arrows.items()]
    return "\n    ".join(["flowchart LR", *_FRAMES, *lines])


_GROUPS: Final = {
    "showing": frozenset(_SHOWING),
    "rolling": frozenset(_ROLLING),
    "standing": frozenset(_STANDING),
    "asking": frozenset(_ASKING),
    "resting": frozenset(_RESTING),
}
_FRAMES: Final = (
    "start((( ))) --> idle",
    "subgraph resting",
    "    idle ~~~ attract",
    "end",
    "subgraph showing",
    "    subgraph asking",
    "        consent ~~~ warned",
    "    end",
    "    subgraph rolling",
    "        playing ~~~ deciding ~~~ cutting",
    "    end",
    "    subgraph standing",
    "        paused ~~~ why",
    "    end",
    "    ended",
    "end",
    "maintenance",
)


def _framed(sources: tuple[Phase, ...]) -> list[str]:
    """The sources of a way, with the name of a group in place of all its phases."""
    left, framed = set(sources), list[str]()
    for name, phases in _GROUPS.items():
        if phases <= left:
            framed.append(name)
            left -= phases
    return [*framed, *(phase.value for phase in sources if phase in left)]
