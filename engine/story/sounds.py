"""The files of sound beside a clip, as far as they can be looked at."""

from dataclasses import dataclass

from engine.story.units import Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundBeside:
    """A dub of a clip, or what tells of it to those who do not see it."""

    file: str
    clip: str
    """The clip's own file, as the story names it."""
    language: str
    length: Seconds = Seconds(0.0)
    fault: str | None = None
    """Why it cannot be heard, in a few words."""
