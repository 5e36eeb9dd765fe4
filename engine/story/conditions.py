"""Conditions and effects, compiled once from the author's words to frozen trees."""

import math
import re
from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field
from typing import Final, Protocol
from unicodedata import normalize

from engine.story.cures import cure_of_effect
from engine.story.grammar import WORDS, NotUnderstoodError, as_word, read_condition
from engine.story.places import NOWHERE, Place
from engine.story.rules import Rule
from engine.story.trees import (
    Call,
    Compare,
    Every,
    Felt,
    Function,
    Literal,
    Minus,
    Name,
    Not,
    Some,
    Sum,
    Tree,
    Value,
)
from engine.story.units import OptionId, SceneId

__all__ = ["Applied", "Condition", "Effect", "NotUnderstoodError", "Value", "Variable", "World"]

_EFFECT: Final = re.compile(r"\s*([^\W\d]\w*)\s*(\+=|-=|=(?!=))")


class World(Protocol):
    """What a condition may look at while it is judged."""

    def value(self, name: str) -> Value:
        """What a variable holds now."""
        ...

    def felt(self, name: str) -> bool:
        """Whether a feeling held over the last scene that had a clip of 4 s or more."""
        ...

    def can(self, way: str) -> bool:
        """Whether a way of answering is there: `face`, `text` or `vote`."""
        ...

    def visits(self, scene: SceneId) -> int:
        """How often a scene was entered in this viewing, this visit included."""
        ...

    def chosen(self, label: OptionId) -> bool:
        """Whether an option of this id was taken in this viewing."""
        ...

    def seen_before(self, scene: SceneId) -> bool:
        """Whether this viewer saw a scene in an earlier viewing."""
        ...

    def ended(self, name: str) -> bool:
        """Whether an earlier viewing of this viewer came to an ending."""
        ...

    def random(self, place: str) -> float:
        """
        A number from 0 to below 1 for this place in the story: the same however often asked.

        `place` is stable text: where the condition stands, and which of its calls asks, so
        `scenes.door.choice.Smile.when#0`. The world adds its seed and the visit's number.
        """
        ...

    def hour(self) -> float:
        """The hour of the day, fixed when the viewing began."""
        ...

    def lang(self) -> str:
        """The language this viewing is shown in."""
        ...


class Variable(Protocol):
    """What an effect needs to know of the variable it changes; `model.Variable` is one."""

    @property
    def first(self) -> Value:
        """Its first value, which settles its type."""
        ...

    @property
    def low(self) -> float | None:
        """The least it may be."""
        ...

    @property
    def high(self) -> float | None:
        """The most it may be."""
        ...

    @property
    def one_of(self) -> tuple[str, ...]:
        """The words it may be; empty: any."""
        ...


@dataclass(frozen=True, slots=True)
class Condition:
    """
    A question about the viewing, understood once when it is made.

    Making one raises NotUnderstoodError. Judging one never raises as long as the world knows
    the names in it, which `parse` has made sure of.
    """

    text: str
    place: Place = NOWHERE
    where: str = ""
    """Where in the story it stands, whatever line that is; `random()` draws by it."""
    one_of: InitVar[Mapping[str, tuple[str, ...]]] = WORDS
    tree: Tree = field(init=False, repr=False)

    def __post_init__(self, one_of: Mapping[str, tuple[str, ...]]) -> None:
        object.__setattr__(self, "tree", read_condition(self.text, one_of))

    def holds(self, world: World) -> bool:
        """Whether it is true now."""
        return bool(self.value(world))

    def value(self, world: World) -> Value:
        """What it comes to now."""
        return _Judge(world, self.where or str(self.place)).value(self.tree)

    def troubles(self, world: World) -> tuple[str, ...]:
        """What had to be set right to judge it now, each in one sentence."""
        judge = _Judge(world, self.where or str(self.place))
        judge.value(self.tree)
        return tuple(judge.troubles)


@dataclass(frozen=True, slots=True)
class Applied:
    """What a variable holds after an effect, and what had to be set right for that."""

    value: Value
    clamped: bool = False
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """One item of `set`: `trust += 1`, `knows = true`, `weather = storm`."""

    text: str
    place: Place = NOWHERE
    where: str = ""
    one_of: InitVar[Mapping[str, tuple[str, ...]]] = WORDS
    name: str = field(init=False)
    """The variable it changes."""
    sign: str = field(init=False)
    """`=`, `+=` or `-=`."""
    tree: Tree = field(init=False, repr=False)

    def __post_init__(self, one_of: Mapping[str, tuple[str, ...]]) -> None:
        form = _EFFECT.match(self.text)
        if form is None or not self.text[form.end() :].strip():
            cure = cure_of_effect(self.text)
            raise NotUnderstoodError(Rule.EFFECT_FORM, 0, text=self.text, cure=cure)
        name = normalize("NFKC", form.group(1))
        # Blanks in place of the name keep every column as the author counts it.
        rest = " " * form.end() + self.text[form.end() :]
        tree = read_condition(rest, one_of)
        if form.group(2) == "=":
            tree = as_word(tree, one_of.get(name, ()))
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "sign", form.group(2))
        object.__setattr__(self, "tree", tree)

    def applied(self, world: World, variable: Variable) -> Applied:
        """
        What its variable holds afterwards; the world itself is not changed.

        A number out of range is clamped; a value of a foreign type or word leaves the variable
        as it was, and says so.
        """
        judge = _Judge(world, self.where or str(self.place))
        old, new = world.value(self.name), judge.value(self.tree)
        if self.sign != "=":
            new = judge.sum(self.sign[0], old, new)
        if _kind(new) is not _kind(variable.first):
            return Applied(old, troubles=(*judge.troubles, f"{self.text}: another kind of value"))
        if isinstance(new, str) and variable.one_of and new not in variable.one_of:
            return Applied(old, troubles=(*judge.troubles, f"{self.text}: none of its words"))
        kept = within(new, variable)
        return Applied(kept, clamped=kept != new, troubles=tuple(judge.troubles))


def within(value: Value, variable: Variable) -> Value:
    """The value, moved into the variable's range if it is a number outside it."""
    if isinstance(value, float):
        low = -math.inf if variable.low is None else variable.low
        high = math.inf if variable.high is None else variable.high
        return min(max(value, low), high)
    return value


def _kind(value: Value) -> type:
    return type(value)


class _Judge:
    """Judges trees against a world and remembers what it had to set right."""

    def __init__(self, world: World, where: str) -> None:
        self._world = world
        self._where = where
        self.troubles: list[str] = []

    def value(self, tree: Tree) -> Value:
        """What a tree comes to."""
        match tree:
            case Literal(value=value):
                return value
            case Name(name=name):
                return self._world.value(name)
            case Felt(name=name):
                return self._world.felt(name)
            case Call():
                return self._asked(tree)
            case Minus(part=part):
                return self.sum("-", 0.0, self.value(part))
            case Sum(sign=sign, left=left, right=right):
                return self.sum(sign, self.value(left), self.value(right))
            case _:
                return self._truth(tree)

    def _truth(self, tree: Not | Compare | Every | Some) -> bool:
        match tree:
            case Not(part=part):
                return not self.value(part)
            case Compare(sign=sign, left=left, right=right):
                return _compared(sign, self.value(left), self.value(right))
            case Every(parts=parts):
                return all(self.value(part) for part in parts)
            case Some(parts=parts):
                return any(self.value(part) for part in parts)

    def sum(self, sign: str, left: Value, right: Value) -> Value:
        """Two numbers put together; 0 for what cannot be, which is remembered."""
        if not (isinstance(left, float) and isinstance(right, float)):
            self.troubles.append(f"`{sign}` needs two numbers")
            return 0.0
        if sign == "/" and right == 0:
            self.troubles.append("division by zero gives 0")
            return 0.0
        number = _put_together(sign, left, right)
        if math.isfinite(number):
            return number
        self.troubles.append("a number too large gives 0")
        return 0.0

    def _asked(self, call: Call) -> Value:
        match call.function:
            case Function.RANDOM:
                return self._world.random(f"{self._where}#{call.index}")
            case Function.HOUR:
                return float(self._world.hour())
            case Function.LANG:
                return self._world.lang()
            case _:
                return self._asked_about(call.function, call.about or "")

    def _asked_about(self, function: Function, about: str) -> Value:
        match function:
            case Function.CAN:
                return self._world.can(about)
            case Function.VISITS:
                return float(self._world.visits(SceneId(about)))
            case Function.CHOSEN:
                return self._world.chosen(OptionId(about))
            case Function.SEEN_BEFORE:
                return self._world.seen_before(SceneId(about))
            case Function.ENDED:
                return self._world.ended(about)
            case _:
                return self._world.visits(SceneId(about)) > 0


def _put_together(sign: str, left: float, right: float) -> float:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return left / right


def _compared(sign: str, left: Value, right: Value) -> bool:
    """Whether the comparison holds; values of different kinds are never equal, less or more."""
    same = _kind(left) is _kind(right)
    match sign:
        case "==":
            return same and left == right
        case "!=":
            return not (same and left == right)
        case _:
            return (
                isinstance(left, float)
                and isinstance(right, float)
                and _ordered(sign, left, right)
            )


def _ordered(sign: str, left: float, right: float) -> bool:
    match sign:
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case _:
            return left >= right
