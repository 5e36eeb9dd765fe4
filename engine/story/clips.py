"""What is known of a clip's file without playing it; `stage.probe` finds it out."""

from dataclasses import dataclass

from engine.story.units import Seconds


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


@dataclass(frozen=True, slots=True)
class ClipFault:
    """A clip that cannot be played, in one sentence for people."""

    missing: bool
    says: str
