"""Feelings: comparisons of readings with numbers, put together by `and` and `or`."""

import ast
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from itertools import islice
from typing import Final

from engine.story.cures import reading_meant
from engine.story.findings import nearest
from engine.story.grammar import (
    DEEPEST,
    NotUnderstoodError,
    Sentence,
    author_word,
    called,
    understood,
)
from engine.story.model import AllOf, AnyOf, Comparison, Feel, Measure, Reading
from engine.story.reading.readable import how_found
from engine.story.reading.yamltext import TextNode
from engine.story.rules import Rule

STEPS: Final = 3.0
"""Readings are clipped to this many steps."""
MOST_COMPARED: Final = 100
"""Comparisons in one feeling, with those of the feelings it names."""
_EQUAL: Final = re.compile("(?<![=!<>])=(?![=<>])")
_OF_FACES: Final = frozenset(each.value for each in Reading if each is not Reading.TEXT_SENTIMENT)


def read_feel(text: str, feelings: Mapping[str, Feel]) -> Feel:
    """The feeling meant, with names of feelings put in place. Raises NotUnderstoodError."""
    if equal := _EQUAL.search(text):  # of `set`, or of arithmetic; neither is a feeling's
        raise NotUnderstoodError(Rule.FEEL_FORM, equal.start(), what="`=`")
    sentence = understood(text)
    feel = _Reader(sentence, feelings).feel(sentence.body, DEEPEST)
    # A feeling that names another twice doubles it: a few lines could grow without end.
    if next(islice(comparisons(feel), MOST_COMPARED, None), None) is not None:
        what = f"more than {MOST_COMPARED} comparisons, with those of the feelings it names,"
        raise NotUnderstoodError(Rule.FEEL_FORM, 0, what=what)
    return feel


def names_in(text: str) -> tuple[str, ...]:
    """The names in a feeling that stand alone, so may be other feelings'."""
    body = understood(text).body
    return tuple(author_word(node.id) for node in _operands(body) if isinstance(node, ast.Name))


def comparisons(feel: Feel) -> Iterator[Comparison]:
    """Every comparison in a feeling, in the order written."""
    match feel:
        case Comparison():
            yield feel
        case AllOf(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from comparisons(part)


def needs_face(feel: Feel) -> bool:
    """Whether some part of it is read from a face."""
    return any(part.reading is not Reading.TEXT_SENTIMENT for part in comparisons(feel))


def needs_words(feel: Feel) -> bool:
    """Whether some part of it is read from typed words."""
    return any(part.reading is Reading.TEXT_SENTIMENT for part in comparisons(feel))


def decisive(feel: Feel) -> Feel | None:
    """
    The feeling without what only colours the flame; none where nothing is left to decide by.

    An `and` needs all its parts; of an `or` those stay that are read well enough.
    """
    match feel:
        case Comparison():
            return feel if _decides(feel) else None
        case AllOf(parts=parts):
            return feel if all(decisive(part) == part for part in parts) else None
        case AnyOf(parts=parts):
            left = tuple(kept for part in parts if (kept := decisive(part)) is not None)
            if left == parts:
                return feel
            return AnyOf(left) if len(left) > 1 else next(iter(left), None)


def colouring(feel: Feel) -> tuple[Comparison, ...]:
    """The comparisons in a feeling that only colour the flame, one for each thing read."""
    found = {(one.reading, one.above): one for one in comparisons(feel) if not _decides(one)}
    return tuple(found.values())


def _decides(one: Comparison) -> bool:
    return one.reading is Reading.TEXT_SENTIMENT or how_found(one.reading, above=one.above).decides


def can_be(feel: Feel) -> bool:
    """
    Whether any viewer could ever feel it.

    A reading past its own bounds never comes, and a face and words each answer for themselves.
    """
    return any(_can_be_read(feel, words=words) for words in (False, True))


def at_rest(feel: Feel) -> bool:
    """Whether an ordinary face feels it: one that reads 0 throughout, and is surely seen."""
    match feel:
        case Comparison(measure=measure, above=above, number=number):
            read = 1.0 if measure is Measure.CONFIDENCE else 0.0
            return read > number if above else read < number
        case AllOf(parts=parts):
            return all(at_rest(part) for part in parts)
        case AnyOf(parts=parts):
            return any(at_rest(part) for part in parts)


def parts_of_feel(feel: Feel) -> Iterator[Feel]:
    """The feeling itself and every part of it, outermost first."""
    yield feel
    if not isinstance(feel, Comparison):
        for part in feel.parts:
            yield from parts_of_feel(part)


def _can_be_read(feel: Feel, *, words: bool) -> bool:
    """Whether it could be felt by what is read of words alone, or of a face alone."""
    match feel:
        case Comparison(reading=reading):
            return (reading is Reading.TEXT_SENTIMENT) is words and _can_be(feel)
        case AllOf(parts=parts):
            return all(_can_be_read(part, words=words) for part in parts)
        case AnyOf(parts=parts):
            return any(_can_be_read(part, words=words) for part in parts)


def _can_be(one: Comparison) -> bool:
    low, high = -STEPS, STEPS
    if one.reading is Reading.TEXT_SENTIMENT:
        low, high = -1.0, 1.0
    if one.measure is Measure.CONFIDENCE:
        low, high = 0.0, 1.0
    if one.measure is Measure.TREND:
        low, high = low - high, high - low
    return one.number < high if one.above else one.number > low


def _operands(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _operands(value)
    else:
        yield node


class _Reader:
    """Turns Python's nodes into a feeling."""

    def __init__(self, sentence: Sentence, feelings: Mapping[str, Feel]) -> None:
        self._sentence = sentence
        self._feelings = feelings

    def feel(self, node: ast.expr, room: int) -> Feel:
        """The feeling of one node with so many levels left."""
        if not room:
            raise self._sentence.too_deep(node)
        match node:
            case ast.Name(id=name):
                return self._named(author_word(name), node)
            case ast.BoolOp(op=ast.And(), values=parts):
                return AllOf(tuple(self.feel(part, room - 1) for part in parts))
            case ast.BoolOp(op=ast.Or(), values=parts):
                return AnyOf(tuple(self.feel(part, room - 1) for part in parts))
            case ast.Compare(ops=[ast.Gt() | ast.Lt() as sign]):
                return self._comparison(node, above=isinstance(sign, ast.Gt))
            case ast.Compare(ops=[_, _, *_]):
                raise NotUnderstoodError(Rule.CHAINED, self._sentence.at(node))
            case _:
                raise self._refused(node)

    def _named(self, name: str, node: ast.expr) -> Feel:
        if name in self._feelings:
            return self._feelings[name]
        at = self._sentence.at(node)
        if name in {each.value for each in Reading}:
            raise NotUnderstoodError(Rule.FEEL_FORM, at, what=f"`{name}` alone")
        raise NotUnderstoodError(
            Rule.UNKNOWN_FEELING, at, name=name, near=nearest(name, self._feelings)
        )

    def _comparison(self, node: ast.Compare, *, above: bool) -> Comparison:
        reading, measure = self._reading(node.left)
        return Comparison(reading, measure, above, self._number(node.comparators[0]))

    def _reading(self, node: ast.expr) -> tuple[Reading, Measure]:
        match node:
            case ast.Attribute(value=ast.Name(id="text"), attr="sentiment"):
                return Reading.TEXT_SENTIMENT, Measure.MEAN
            case ast.Name(id=name):
                return self._known(name, node), Measure.MEAN
            case ast.Attribute(value=ast.Name(id=name), attr=measure):
                return self._known(name, node), self._measured(measure, node)
            case ast.Attribute(value=ast.Attribute() as of, attr=measure):
                return self._reading(of)[0], self._measured(measure, node)
            case _:
                raise self._refused(node)

    def _known(self, name: str, node: ast.expr) -> Reading:
        if name in _OF_FACES:
            return Reading(name)
        meant = reading_meant(author_word(name))
        near = f"Did you mean '{meant}'?" if meant else nearest(author_word(name), _OF_FACES)
        at = self._sentence.at(node)
        raise NotUnderstoodError(Rule.UNKNOWN_READING, at, name=author_word(name), near=near)

    def _measured(self, name: str, node: ast.expr) -> Measure:
        if name in {each.value for each in Measure}:
            return Measure(name)
        near = nearest(name, Measure)
        at = self._sentence.at(node)
        raise NotUnderstoodError(Rule.UNKNOWN_READING, at, name=f".{name}", near=near)

    def _number(self, node: ast.expr) -> float:
        match node:
            case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
                return self._within(number, node)
            case ast.UnaryOp(
                op=ast.USub(), operand=ast.Constant(value=int() | float() as number)
            ) if not isinstance(number, bool):
                return -self._within(number, node)
            case _:
                at = self._sentence.at(node)
                raise NotUnderstoodError(Rule.FEEL_FORM, at, what="this comparison")

    def _within(self, number: float, node: ast.expr) -> float:
        if abs(number) <= 100:  # noqa: PLR2004 -- readings end at 3; `can_be` says so kindly
            return float(number)
        raise NotUnderstoodError(Rule.FEEL_FORM, self._sentence.at(node), what="so large a number")

    def _refused(self, node: ast.expr) -> NotUnderstoodError:
        match node:
            case ast.Compare():
                what = "this comparison"
            case ast.UnaryOp(op=ast.Not()):
                what = "`not`"
            case ast.Attribute(value=ast.Name(id=name), attr=measure):
                what = f"`{author_word(name)}.{author_word(measure)}` alone"
            case _:
                what = called(node)
        return NotUnderstoodError(Rule.FEEL_FORM, self._sentence.at(node), what=what)


def read_feelings(
    written: Mapping[str, TextNode],
) -> tuple[dict[str, Feel], list[tuple[NotUnderstoodError, TextNode]]]:
    """All named feelings, whatever their order, and what could not be understood of them."""
    feelings: dict[str, Feel] = {}
    refused: list[tuple[NotUnderstoodError, TextNode]] = []
    explained = _explained_first(written)
    for name in explained:
        try:
            feelings[name] = read_feel(written[name].text, feelings)
        except NotUnderstoodError as problem:
            refused.append((problem, written[name]))
    for name, node in written.items():
        if name not in explained:  # it explains itself in a ring, or by one that does
            refused.append((NotUnderstoodError(Rule.FEELING_RING, 0, name=name), node))
    return feelings, refused


def _explained_first(written: Mapping[str, TextNode]) -> dict[str, None]:
    """The feelings in an order in which each comes after those it names; none that ring."""
    order = TopologicalSorter({name: _named(node, written) for name, node in written.items()})
    with suppress(CycleError):  # all that is outside the rings is still given
        order.prepare()
    found: dict[str, None] = {}
    while ready := order.get_ready():
        found |= dict.fromkeys(ready)
        order.done(*ready)
    return found


def _named(node: TextNode, written: Mapping[str, TextNode]) -> list[str]:
    try:
        return [name for name in names_in(node.text) if name in written]
    except NotUnderstoodError:
        return []  # reading it says why
