"""Checks of numbers against what they can be: comparisons that always come out the same."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from engine.story.conditions import Condition, Effect
from engine.story.findings import Finding, found
from engine.story.gist import parts_with_names
from engine.story.model import Story, Variable
from engine.story.rules import Rule
from engine.story.trees import Call, Compare, Function, Literal, Minus, Name, Tree, parts_of

_TURNED: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What a number lies between; `open_end`: it never reaches `high` itself."""

    says: str
    low: float
    high: float
    open_end: bool = False


_GIVEN: Final = {
    Function.RANDOM: _Bounds("random()", 0.0, 1.0, open_end=True),
    Function.HOUR: _Bounds("hour()", 0.0, 24.0, open_end=True),
}


def check_ranges(story: Story) -> Iterator[Finding]:
    """Everything to say about numbers that lie outside what they can be."""
    ranged = {
        name: each
        for name, each in story.state.items()
        if each.low is not None and each.high is not None
    }
    for scene in story.scenes.values():
        for part in parts_with_names(scene):
            if isinstance(part, Effect):
                yield from _set(part, ranged)
            yield from _compared(part, ranged)


def _set(effect: Effect, ranged: Mapping[str, Variable]) -> Iterator[Finding]:
    variable, number = ranged.get(effect.name), _number(effect.tree)
    if variable is None or number is None or effect.sign != "=":
        return
    low, high = variable.low or 0.0, variable.high or 0.0
    if not low <= number <= high:
        bound = low if number < low else high
        ends = {"low": f"{low:g}", "high": f"{high:g}", "bound": f"{bound:g}"}
        yield found(Rule.SET_OUTSIDE, effect.place, name=effect.name, number=f"{number:g}", **ends)


def _compared(part: Condition | Effect, ranged: Mapping[str, Variable]) -> Iterator[Finding]:
    for tree in parts_of(part.tree):
        if isinstance(tree, Compare) and tree.sign in _TURNED:
            yield from _foregone(tree, part, ranged)


def _foregone(
    tree: Compare, part: Condition | Effect, ranged: Mapping[str, Variable]
) -> Iterator[Finding]:
    left, right, sign = tree.left, tree.right, tree.sign
    if _number(left) is not None:
        left, right, sign = right, left, _TURNED[sign]
    bounds, number = _bounds(left, ranged), _number(right)
    if bounds is None or number is None:
        return
    always = _always(sign, bounds, number)
    if always is not None:
        yield found(
            Rule.FOREGONE,
            part.place,
            always="always" if always else "never",
            name=bounds.says,
            low=f"{bounds.low:g}",
            high=f"{bounds.high:g}",
        )


def _always(sign: str, bounds: _Bounds, number: float) -> bool | None:
    """Whether the comparison holds whatever comes; none where that depends on it."""
    least, most = bounds.low, bounds.high
    if bounds.open_end:
        most = math.nextafter(most, least)
    held = {
        "<": (least < number, most < number),
        "<=": (least <= number, most <= number),
        ">": (least > number, most > number),
        ">=": (least >= number, most >= number),
    }[sign]
    return held[0] if held[0] == held[1] else None


def _bounds(tree: Tree, ranged: Mapping[str, Variable]) -> _Bounds | None:
    match tree:
        case Name(name=name) if name in ranged:
            return _Bounds(name, ranged[name].low or 0.0, ranged[name].high or 0.0)
        case Call(function=function):
            return _GIVEN.get(function)
        case _:
            return None


def _number(tree: Tree) -> float | None:
    match tree:
        case Literal(value=float() as number):
            return number
        case Minus(part=Literal(value=float() as number)):
            return -number
        case _:
            return None
