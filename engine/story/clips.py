"""What is known of a clip's file without playing it; `stage.probe` finds it out."""

from dataclasses import dataclass
from typing import Final

from engine.story.units import Seconds

_ODD: Final = 0.05
"""How far from twice as wide as high a picture of everything around may be, as a share."""

MISSING: Final = 0.3
"""Seconds a file may end before it says it does; rounding and late tracks make as much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipFacts:
    """A readable clip: how long it is and what it holds."""

    length: Seconds
    width: int
    height: int
    sound: bool
    size: int
    """Bytes."""
    keyframes: Seconds | None = None
    """The longest stretch between two keyframes, none where that was not measured."""
    promised: Seconds = Seconds(0.0)
    """How long the file says it is; 0 where it does not say."""

    @property
    def broken_off(self) -> bool:
        """Whether a part of what the file promises is not in it."""
        return self.length > 0 and self.promised - self.length > MISSING


@dataclass(frozen=True, slots=True)
class ClipFault:
    """A clip that cannot be played, in one sentence for people."""

    missing: bool
    says: str


def all_around(width: float, height: float) -> bool:
    """Whether a picture can hold everything around: it is twice as wide as high, or nearly."""
    return height > 0 and abs(width / height / 2.0 - 1.0) <= _ODD


def reason(file: str, says: str) -> str:
    """Why a file cannot be used, without its name and the cure: a finding has its own."""
    name = file.rpartition("/")[2]
    first = says.partition(". ")[0].rstrip(".")
    return f"it {first.removeprefix(f'{name} ')}" if first.startswith(f"{name} ") else first
