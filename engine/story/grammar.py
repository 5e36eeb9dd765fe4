"""
From an author's words to a tree, by Python's own parser and a whitelist of what it may find.

Nothing is ever evaluated: the parser only tells how the words hang together, and every kind of
part that is not on the list is refused with the column it stands in.
"""

import ast
import keyword
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from unicodedata import normalize

from engine.story.cures import cure_of
from engine.story.findings import nearest
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
    parts_of,
)

LONGEST: Final = 500
"""Characters. Python's parser can be exhausted by long texts, so it never sees one."""
DEEPEST: Final = 48
WORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({})

_SIGNS: Final = MappingProxyType(
    {
        ast.Lt: "<",
        ast.LtE: "<=",
        ast.Gt: ">",
        ast.GtE: ">=",
        ast.Eq: "==",
        ast.NotEq: "!=",
        ast.Add: "+",
        ast.Sub: "-",
        ast.Mult: "*",
        ast.Div: "/",
    }
)
_CALLED: Final = MappingProxyType(
    {
        ast.Pow: "a power",
        ast.Mod: "a remainder",
        ast.FloorDiv: "`//`",
        ast.Attribute: "a dot",
        ast.Subscript: "a subscript",
        ast.JoinedStr: "a text with `{}` in it",
        ast.NamedExpr: "`:=`",
        ast.List: "a list",
        ast.Tuple: "a comma",
        ast.Dict: "a dictionary",
        ast.Set: "a set",
    }
)

# Python's own words may be an author's names (`visited(class)`). Its parser would stumble over
# them, so each is hidden behind as many Deseret letters, which no author writes.
_PYTHON_WORDS: Final = tuple(word for word in keyword.kwlist if word not in {"and", "or", "not"})
_HIDDEN: Final = MappingProxyType(
    {word: chr(0x10400 + at) * len(word) for at, word in enumerate(_PYTHON_WORDS)}
)
_SHOWN: Final = MappingProxyType({hidden: word for word, hidden in _HIDDEN.items()})
_NUMBER: Final = r"(?<!\w)\d+(?:\.\d*)?(?:[eE][-+]?\d+)?"
_TOKEN: Final = re.compile(
    rf"""'[^']*'|"[^"]*"|{_NUMBER}(?P<stuck>[\w.]*)|[^\W\d]\w*|[#;\\\n\r]"""
)


class NotUnderstoodError(ValueError):
    """Words that are no condition: the rule they break and how many characters in."""

    def __init__(self, rule: Rule, at: int, **words: object) -> None:
        super().__init__(rule.says.format(**words))
        self.rule = rule
        self.at = at
        self.words = words


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words as Python's parser understood them."""

    text: str
    body: ast.expr
    hidden: bytes
    """What the parser saw, stripped of the blanks before it."""
    lead: int
    """How many blanks those were."""

    def at(self, node: ast.expr) -> int:
        """How many characters in a part stands; Python counts in bytes."""
        before = self.hidden[: node.col_offset].decode(errors="ignore")
        return self.lead + len(before)

    def too_deep(self, node: ast.expr) -> NotUnderstoodError:
        """What to raise for a part that stands too deep."""
        length = len(self.text)
        return NotUnderstoodError(Rule.CONDITION_LONG, self.at(node), length=length, depth=DEEPEST)


def understood(text: str) -> Sentence:
    """How these words hang together, whatever they are. Raises NotUnderstoodError."""
    if len(text) > LONGEST:
        raise NotUnderstoodError(Rule.CONDITION_LONG, 0, length=len(text), depth=DEEPEST)
    hidden = _TOKEN.sub(_hide, text)
    lead = len(hidden) - len(hidden.lstrip())
    try:
        root = ast.parse(hidden.strip(), mode="eval")
    except SyntaxError as problem:
        # An offset of 0 is Python's way to say that the text ended too early.
        at = lead + problem.offset - 1 if problem.offset else len(text.rstrip())
        raise _not_understood(text, min(at, len(text))) from None
    except (ValueError, MemoryError, RecursionError):
        raise _not_understood(text, 0) from None
    return Sentence(text, root.body, hidden.strip().encode(), lead)


def _not_understood(text: str, at: int) -> NotUnderstoodError:
    return NotUnderstoodError(Rule.NOT_UNDERSTOOD, at, text=text, cure=cure_of(text))


def author_word(name: str) -> str:
    """A name as its author wrote it, where it was hidden from Python's parser."""
    return _SHOWN.get(name, name)


def read_condition(text: str, one_of: Mapping[str, tuple[str, ...]] = WORDS) -> Tree:
    """
    The tree of these words; `one_of` tells the bare words each variable may be compared with.

    Raises NotUnderstoodError.
    """
    sentence = understood(text)
    return _Reader(sentence, one_of).tree(sentence.body, DEEPEST)


def words_in(tree: Tree) -> tuple[Name, ...]:
    """Every variable a tree names."""
    return tuple(part for part in parts_of(tree) if isinstance(part, Name))


def _hide(token: re.Match[str]) -> str:
    word = token.group()
    if token["stuck"]:
        raise _not_understood(word, token.start())
    if word in {"\n", "\r"}:
        return " "
    if word in {"#", ";", "\\"}:
        raise NotUnderstoodError(Rule.NOT_ALLOWED, token.start(), what=f"`{word}`")
    return _HIDDEN.get(word, word)


def called(node: ast.AST) -> str:
    """What a part that is not allowed is called."""
    return _CALLED.get(type(node), "this")


class _Reader:
    """Turns Python's nodes into ours, counting calls and depth on the way."""

    def __init__(self, sentence: Sentence, one_of: Mapping[str, tuple[str, ...]]) -> None:
        self._sentence = sentence
        self._one_of = one_of
        self._calls = 0

    def tree(self, node: ast.expr, room: int) -> Tree:
        """The tree of one node with so many levels left."""
        at = self._sentence.at(node)
        if not room:
            raise self._sentence.too_deep(node)
        match node:
            case ast.Constant(value=value):
                return _literal(value, at)
            case ast.Name(id=name):
                return _name(author_word(name), at)
            case ast.Attribute(value=ast.Name(id="felt"), attr=name):
                return Felt(author_word(name), at)
            case ast.Call():
                return self._call(node, at)
            case _:
                return self._compound(node, at, room - 1)

    def _compound(self, node: ast.expr, at: int, room: int) -> Tree:
        match node:
            case ast.UnaryOp(op=ast.Not(), operand=part):
                return Not(self.tree(part, room), at)
            case ast.UnaryOp(op=ast.USub(), operand=part):
                return Minus(self.tree(part, room), at)
            case ast.BoolOp(op=ast.And(), values=parts):
                return Every(tuple(self.tree(part, room) for part in parts), at)
            case ast.BoolOp(op=ast.Or(), values=parts):
                return Some(tuple(self.tree(part, room) for part in parts), at)
            case ast.BinOp(op=sign, left=left, right=right) if type(sign) in _SIGNS:
                return Sum(_SIGNS[type(sign)], self.tree(left, room), self.tree(right, room), at)
            case ast.Compare():
                return self._comparison(node, at, room)
            case ast.BinOp(op=sign):
                raise NotUnderstoodError(Rule.NOT_ALLOWED, at, what=called(sign))
            case _:
                raise NotUnderstoodError(Rule.NOT_ALLOWED, at, what=called(node))

    def _comparison(self, node: ast.Compare, at: int, room: int) -> Tree:
        if len(node.ops) > 1:
            raise NotUnderstoodError(Rule.CHAINED, self._sentence.at(node.comparators[0]))
        sign = _SIGNS[type(node.ops[0])]
        left = self.tree(node.left, room)
        right = self.tree(node.comparators[0], room)
        if sign in {"==", "!="} and isinstance(left, Name):
            right = as_word(right, self._one_of.get(left.name, ()))
        return Compare(sign, left, right, at)

    def _call(self, node: ast.Call, at: int) -> Tree:
        if not isinstance(node.func, ast.Name):
            raise NotUnderstoodError(Rule.NOT_ALLOWED, at, what="such a call")
        name = author_word(node.func.id)
        if name not in {each.value for each in Function}:
            raise NotUnderstoodError(
                Rule.UNKNOWN_FUNCTION, at, name=name, near=nearest(name, Function)
            )
        function = Function(name)
        self._calls += 1
        return Call(function, self._about(node, function, at), self._calls - 1, at)

    def _about(self, node: ast.Call, function: Function, at: int) -> str | None:
        match node.args:
            case [] if not node.keywords and not function.asks_about:
                return None
            case [ast.Name(id=name)] if not node.keywords and function.asks_about:
                return author_word(name)
            case [ast.Constant(value=str(name))] if not node.keywords and function.asks_about:
                return normalize("NFKC", name)
            case [ast.BinOp(op=ast.Sub()) as taken] if function.asks_about:
                name = ast.unparse(taken).replace(" ", "")
                better = name.replace("-", "_")
                raise NotUnderstoodError(
                    Rule.HYPHEN, self._sentence.at(taken), name=name, better=better
                )
        form = f'{function}("label")' if function is Function.CHOSEN else f"{function}(name)"
        form = form if function.asks_about else f"{function}()"
        raise NotUnderstoodError(Rule.WRONG_ARGUMENT, at, name=function, form=form)


def as_word(tree: Tree, words: tuple[str, ...]) -> Tree:
    """A bare name as the text it means, where it is one of these words."""
    if isinstance(tree, Name) and tree.name in words:
        return Literal(tree.name, tree.at)
    return tree


def _name(name: str, at: int) -> Tree:
    if name in {"true", "false"}:
        return Literal(name == "true", at)
    return Name(name, at)


def _literal(value: object, at: int) -> Literal:
    if isinstance(value, str):
        return Literal(value, at)
    if isinstance(value, int | float):
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if math.isfinite(number):
            return Literal(number, at)
        raise NotUnderstoodError(Rule.NOT_ALLOWED, at, what="a number this large")
    raise NotUnderstoodError(Rule.NOT_ALLOWED, at, what=f"`{value!r}`")
