"""A clip's subtitles as they are written in their file."""

from dataclasses import dataclass

from engine.story.units import Seconds


@dataclass(frozen=True, slots=True)
class WrittenCue:
    """Some words, when they are shown, and the line of the file where that is written."""

    start: Seconds
    end: Seconds
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Astray:
    """A line of the file that is neither a time nor words, and what to write in its place."""

    line: int
    said: str
    cure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtitles:
    """One file of subtitles beside a clip, its words in the order in which they are written."""

    file: str
    clip: str
    """The clip's own file, as the story names it."""
    language: str
    cues: tuple[WrittenCue, ...] = ()
    astray: tuple[Astray, ...] = ()
    fault: str | None = None
    """Why they cannot be read, in a few words."""
