"""A shot: exactly what to play next, down to the variant and the language."""

from dataclasses import dataclass, replace
from enum import StrEnum

from engine.story.units import SceneId, Seconds


class Source(StrEnum):
    """Where a shot's picture comes from."""

    FILE = "file"
    STILL = "still"
    SLATE = "slate"
    STAND_IN = "stand-in"
    """A clip that is not there yet: the scene's name and words, and a soft click track."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """
    One clip of one visit to one scene.

    Equal shots are the same thing to play: a shot prepared under a forecast is found again
    when the director orders it. `visit` keeps two visits to one scene apart.
    """

    scene: SceneId
    visit: int
    source: Source
    file: str | None = None
    """Relative to the film's folder; for FILE and STILL."""
    fallback: str | None = None
    """A still or clip to show when `file` cannot be played."""
    title: str | None = None
    """The words of a slate; the scene's name on a stand-in."""
    words: str | None = None
    """What a stand-in describes."""
    start: Seconds = Seconds(0.0)
    """Where in the file the shot begins."""
    length: Seconds
    """How long the shot plays, as far as is known before it is opened; the stage's own word
    counts once it has opened the file (`ShotBegan.length`)."""
    loop: bool = False
    view: str | None = None
    bed: str | None = None
    """Music that runs on as long as one shot after the other names it."""
    stem: str | None = None
    """Music over the bed, from the bed's own place on."""
    bar: Seconds | None = None
    """How long a bar of the bed is, if a stem waits for the next one; else it changes at once."""

    def rest(self, since: Seconds) -> "Shot":
        """What is left of it from a moment on."""
        left = Seconds(max(0.0, self.length - since))
        return replace(self, start=Seconds(self.start + since), length=left)
