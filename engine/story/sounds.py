"""Files of sound: which they are, and those beside clips as far as they can be looked at."""

from dataclasses import dataclass
from typing import Final

from engine.story.units import Seconds

SOUNDS: Final = (".opus", ".ogg", ".m4a", ".wav", ".flac")
LONGEST_MUSIC: Final = Seconds(300.0)
"""A bed or a stem is held in memory, 11 MiB a minute; of a longer one the rest is not heard."""


def is_sound(file: str) -> bool:
    """Whether a file is one of sound alone, by its name."""
    return file.lower().endswith(SOUNDS)


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
