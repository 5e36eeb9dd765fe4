"""Where a viewing stands: all that a save keeps. No reading, no picture and no typed word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from engine.messages.records import Turn, Untaken
from engine.story.conditions import Value
from engine.story.units import OptionId, SceneId, Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """
    A viewing as it stood when a scene was entered, and how far its clip had played.

    State is kept by name, `once` by scene and id, shuffles by the scenes shown, so that it
    fits an edited story too (format page, Saves and Semantics 19).
    """

    film: str
    """The film's id."""
    version: str
    """Of the text it was saved with: tells whether the story was edited since."""
    scene: SceneId
    chapter: SceneId
    """The scene that began the chapter it was in: where to go when `scene` is gone."""
    position: Seconds = Seconds(0.0)
    seed: int
    hour: float
    language: str
    variables: Mapping[str, Value]
    visited: Mapping[SceneId, int] = field(default_factory=lambda: MappingProxyType({}))
    taken: frozenset[OptionId] = frozenset()
    used: frozenset[tuple[SceneId, str]] = frozenset()
    rounds: Mapping[SceneId, tuple[SceneId, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """Which scenes of a shuffle were shown in its present round."""
    feelings: frozenset[str] = frozenset()
    valence: float | None = None
    played: Seconds = Seconds(0.0)
    visits_open: tuple[SceneId, ...] = ()
    path: tuple[SceneId, ...] = ()
    turns: tuple[Turn, ...] = ()
    untaken: tuple[Untaken, ...] = ()
    avoids: frozenset[str] = frozenset()
    """The content warnings this viewer asked to be led around."""
