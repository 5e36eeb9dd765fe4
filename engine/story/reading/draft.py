"""A story while it is read: what is known of it so far, and what is wrong with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from unicodedata import category

from engine.story.conditions import Condition, Effect
from engine.story.findings import nearest
from engine.story.grammar import NotUnderstoodError
from engine.story.model import Feel, Variable
from engine.story.places import Place
from engine.story.reading.invisible import sign_called
from engine.story.reading.names import settled, usable
from engine.story.reading.notes import Notes
from engine.story.reading.yamltext import ListNode, Node, TextNode
from engine.story.rules import Rule
from engine.story.units import SceneId

_ELSEWHERE: Final = frozenset({Rule.UNKNOWN_SCENE, Rule.UNKNOWN_ENDING, Rule.UNKNOWN_LABEL})
"""What included files know."""
ENOUGH: Final = "Mend the first of these; the nearest name is looked for a hundred times."


@dataclass(slots=True)
class Draft:
    """
    What every part of the reading looks names up in, and writes its findings to.

    It changes while one story is read and is dropped afterwards.
    """

    notes: Notes
    scenes: dict[str, Place] = field(default_factory=dict)
    languages: tuple[str, ...] = ("en",)
    variables: dict[str, Variable] = field(default_factory=dict)
    feelings: dict[str, Feel] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    """Where each part of the story was written, by its path: `scene.door.choice.Smile.go`."""
    conditions: list[tuple[Condition, TextNode]] = field(default_factory=list)
    effects: list[tuple[Effect, TextNode]] = field(default_factory=list)
    spoilt: set[str] = field(default_factory=set)
    """Variables and feelings that were noted where they are explained, and not again in use."""
    unread: bool = False
    """Whether an included file could not be read: what nobody knows may well stand in it."""
    endings: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    """The ids of all options: what `chosen(...)` may ask about."""

    @property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """The bare words that each variable may be compared with or set to."""
        return {name: each.one_of for name, each in self.variables.items() if each.one_of}

    def scene(self, node: Node) -> SceneId | None:
        """The scene meant here; none, and noted, where no scene has this name."""
        if not isinstance(node, TextNode):
            self.notes.note(Rule.WRONG_KIND, node.place, want="the name of a scene")
            return None
        if node.empty:
            self.notes.note(Rule.WRONG_KIND, node.place, want="the name of a scene")
            return None
        name = settled(node.text)
        if name in self.scenes:
            return SceneId(name)
        if self.unread or self._invisible(node):
            return None
        near = ENOUGH if self.notes.many else nearest(name, map(usable, self.scenes))
        self.notes.note(Rule.UNKNOWN_SCENE, node.place, to=name or "nothing", near=near)
        return None

    def condition(self, node: Node, where: str) -> Condition | None:
        """The condition written here; none, and noted, where it cannot be understood."""
        if not isinstance(node, TextNode):
            self.notes.note(Rule.WRONG_KIND, node.place, want="a condition like `trust > 1`")
            return None
        try:
            condition = Condition(node.text, node.place, where, self.words)
        except NotUnderstoodError as refused:
            self.refuse(refused, node)
            return None
        self.conditions.append((condition, node))
        return condition

    def effects_of(self, node: Node, where: str) -> tuple[Effect, ...]:
        """What `set` sets: one effect or a list of them."""
        written = node.items if isinstance(node, ListNode) else (node,)
        read = [self._effect(each, f"{where}.{at}") for at, each in enumerate(written)]
        return tuple(effect for effect in read if effect is not None)

    def refuse(self, refused: NotUnderstoodError, node: TextNode) -> None:
        """Note what could not be understood, at the very letter."""
        if self.unread and refused.rule in _ELSEWHERE:
            return
        unknown = refused.rule in {Rule.UNKNOWN_NAME, Rule.UNKNOWN_FEELING}
        if unknown and refused.words.get("name") in self.spoilt:
            return
        self.notes.note(refused.rule, node.spot(refused.at), **refused.words)

    def _invisible(self, node: TextNode) -> bool:
        """Note a sign in a name that nobody can see, if there is one."""
        for at, letter in enumerate(node.text):
            if category(letter) == "Cf":
                self.notes.note(Rule.CONTROL, node.spot(at), sign=sign_called(letter))
                return True
        return False

    def remember(self, node: Node, where: str) -> None:
        """Keep where a part of the story was written."""
        self.places[where] = node.place

    def _effect(self, node: Node, where: str) -> Effect | None:
        if not isinstance(node, TextNode):
            self.notes.note(Rule.WRONG_KIND, node.place, want="`name = value`")
            return None
        try:
            effect = Effect(node.text, node.place, where, self.words)
        except NotUnderstoodError as refused:
            self.refuse(refused, node)
            return None
        self.effects.append((effect, node))
        return effect


def one_of(words: Iterable[str]) -> str:
    """Some words as a remedy lists them."""
    return ", ".join(f"`{word}`" for word in words)
