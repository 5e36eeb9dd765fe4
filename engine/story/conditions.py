"""Conditions and effects, compiled once from the author's words to frozen trees."""

from dataclasses import dataclass
from typing import Protocol

from engine.story.places import Place
from engine.story.units import OptionId, SceneId

Value = float | str | bool
"""What a variable may hold: a number, a text or a truth. Numbers are always floats."""


class World(Protocol):
    """What a condition may look at while it is judged."""

    def value(self, name: str) -> Value: ...
    def felt(self, name: str) -> bool: ...
    def can(self, way: str) -> bool: ...
    def visits(self, scene: SceneId) -> int: ...
    def chosen(self, label: OptionId) -> bool: ...
    def seen_before(self, scene: SceneId) -> bool: ...
    def ended(self, name: str) -> bool: ...
    def random(self, place: str) -> float: ...
    def hour(self) -> float: ...
    def lang(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Condition:
    """HELPER STORY REPLACES THIS: a compiled condition."""

    text: str
    place: Place

    def holds(self, world: World) -> bool: ...


@dataclass(frozen=True, slots=True)
class Effect:
    """HELPER STORY REPLACES THIS: one item of `set`; `name op expression`."""

    text: str
    name: str
    place: Place
