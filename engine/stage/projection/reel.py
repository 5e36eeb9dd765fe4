"""A reel: one clip, read and decoded ahead of the moment it is shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from av import VideoFrame
from pygame import Surface

from engine.messages.shots import Shot
from engine.story.clips import ClipFault

Paint = Callable[[Shot, tuple[int, int]], Surface]
"""Draws a slate or a stand-in at a size; the stage's screens know how."""


class Strip(Enum):
    """How far ahead a reel has its pictures decoded, in frames."""

    PARKED = 8
    ROLLING = 20


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture and when it is due, in samples from the reel's beginning."""

    at: int
    image: VideoFrame | Shot
    """What was decoded; or the shot that is to be painted."""
    mirrored: bool = False
    """Whether it was filmed in a mirror."""


class Sound(Protocol):
    """What the timeline needs of a clip's sound."""

    def take_into(self, room: memoryview) -> int:
        """Fill as much of the room as there is sound for now; how many samples that were."""
        ...


class Reel(Protocol):
    """What the timeline and the projector need of a clip, whatever it is made of."""

    length: int
    """Samples; it can only become shorter, when the file ends before it said it would."""

    @property
    def shape(self) -> tuple[int, int] | None:
        """The width and height its pictures should be seen in; none: as there is room."""
        ...

    @property
    def ready(self) -> bool:
        """Whether it can start without a gap. Never false again once it was true."""
        ...

    @property
    def parked(self) -> bool:
        """Whether it has decoded as far ahead as it does before it plays."""
        ...

    @property
    def fault(self) -> ClipFault | None:
        """Why it cannot be played, or not any further."""
        ...

    @property
    def lacks(self) -> str | None:
        """What its file promises and does not hold, in one sentence; it is played all the same."""
        ...

    @property
    def weight(self) -> int:
        """Roughly how many bytes it holds."""
        ...

    @property
    def sound(self) -> Sound:
        """Its sound, from its beginning."""
        ...

    @property
    def errors(self) -> int:
        """How many damaged pieces were passed over."""
        ...

    def start(self) -> None:
        """Open the file and decode ahead, on a thread of its own if that takes time."""
        ...

    def roll(self) -> None:
        """It is on the screen now: decode further ahead."""
        ...

    def due(self, position: int) -> Sequence[Frame]:
        """The frames due by then that were not yet given out, oldest first."""
        ...

    def next_at(self) -> int | None:
        """When the oldest frame not yet given out is due; none: it is not decoded yet."""
        ...

    def coming(self) -> Frame | None:
        """The oldest frame not yet given out, to be looked at and not taken; none as above."""
        ...

    def stalled(self) -> bool:
        """Whether its decoder has not moved for two seconds."""
        ...

    def close(self) -> None:
        """Let go of everything. Does not wait."""
        ...

    def ended(self, patience: float = 0.0) -> bool:
        """Whether its thread is gone, waiting for that so long."""
        ...
