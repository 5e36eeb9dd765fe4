"""
What may be written down of a viewing, and nothing else can be.

Numbers and the author's own words only: there is no type here for a picture or for what
somebody typed, so neither can be recorded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from engine.story.conditions import Value
from engine.story.model import Way
from engine.story.units import OptionId, SceneId, Seconds, Share


class Cause(StrEnum):
    """Why the film went on the way it did."""

    STORY = "story"
    """There was one way on, or the story's own conditions chose it."""
    FACE = "face"
    TEXT = "text"
    VOTE = "vote"
    BUTTONS = "buttons"
    TIME = "time"
    """Nobody answered in time: the default."""
    CHANCE = "chance"
    """The film picked."""
    SKIPPED = "skipped"
    """A content warning the viewer avoids."""
    FAILED = "failed"
    """Something broke and the film went on as well as it could."""


class Judgement(StrEnum):
    """What a viewer says when asked whether what was read of them was so."""

    YES = "yes"
    NO = "no"
    NOT_MEANT = "not-meant"
    """It was so, and it was not meant so."""
    SILENT = "silent"
    """They were asked, and did not answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One way taken, with its reason and its evidence."""

    scene: SceneId
    to: SceneId
    cause: Cause
    option: OptionId | None = None
    label: str | None = None
    """The option's label in the viewer's language."""
    because: str | None = None
    """The author's words for it: the act, never the soul."""
    evidence: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """The numbers that decided, by name: `smile.mean`, `strength`, `confidence`, `faces` ..."""
    branch: int | None = None
    """Which entry of a `next` or `pick` list it was, counted from 0; none for any other way."""
    unsure: tuple[str, ...] = ()
    """Why ways ranked before this one did not answer: `face: no camera`, `face: 2 of 5 s seen`."""
    at: Seconds = Seconds(0.0)
    """On the show's clock."""


@dataclass(frozen=True, slots=True)
class Untaken:
    """A way that was open and not taken, and what lay there."""

    scene: SceneId
    label: str
    knew: str | None
    """The `describe` or `note` of the scene it led to: what the road not taken knew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Began:
    """A viewing began."""

    film: str
    seed: int
    hour: float
    language: str
    ways: tuple[Way, ...]
    sham: bool = False
    """Whether another viewer's tape answered, and not the one who watched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A scene was entered."""

    scene: SceneId
    visit: int
    at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """Something out of the ordinary: a clip that failed, a camera lost, a clamp."""

    code: str
    says: str
    at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A viewing ended: with an ending's name, or without one when it was left."""

    ending: str | None
    scenes: int
    at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """
    What was read of the viewers over one visit to a scene: means, in steps from their normal.

    Kept only where the film says `keep: scores`.
    """

    scene: SceneId
    visit: int
    means: Mapping[str, float]
    """By reading: `valence`, `arousal` ..."""
    seen: Seconds
    """For how long a face was seen."""
    at: Seconds


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a way was picked for a viewer who was seen, and how much it moved them in all."""

    shown: int = 0
    moved: float = 0.0
    """The sum of one number from 0 to 1 for each time it was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How much what a `learn` picked moved this viewer: one more line for its tally."""

    scene: SceneId
    go: SceneId
    moved: float
    """0..1."""
    at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """
    What the viewer said of a turn that was read of them: the only honest measure of reading.

    Asked, and kept, only where the film says `keep: scores` and the viewer consented.
    """

    scene: SceneId
    option: OptionId | None
    cause: Cause
    """FACE, or TEXT where the tone of the words decided."""
    feeling: str
    """The author's name of the feeling that decided, or what it compares: `smile > 1`."""
    confidence: Share
    """How sure the reading was."""
    verdict: Judgement
    at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What a viewer takes into later viewings of this film; written at an ending only."""

    values: Mapping[str, Value]
    """The variables named in `memory`."""
    seen: frozenset[SceneId]
    """The scenes of this viewing."""
    ending: str
    at: Seconds


Record = Began | Entered | Turn | Noticed | Ended | Measured | Moved | Judged | Remembered
