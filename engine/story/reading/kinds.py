"""Whether conditions ask for what there is, and compare what can be compared."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from engine.story.conditions import Condition, Effect, Value
from engine.story.cures import truth_meant
from engine.story.findings import nearest
from engine.story.grammar import NotUnderstoodError
from engine.story.model import Variable, Way
from engine.story.reading.draft import Draft
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
)


class Kind(StrEnum):
    """What a value is, as it is told to authors."""

    NUMBER = "a number"
    TEXT = "a text"
    TRUTH = "true or false"


_GIVES: Final = {
    Function.VISITS: Kind.NUMBER,
    Function.RANDOM: Kind.NUMBER,
    Function.HOUR: Kind.NUMBER,
    Function.LANG: Kind.TEXT,
}
_EXAMPLE: Final = {Kind.NUMBER: "> 0", Kind.TEXT: '== "words"'}


def refuse_wrong_kinds(draft: Draft) -> None:
    """Note every condition and effect of the draft that asks for what is not, or mixes kinds."""
    scope = _Scope(draft)
    for condition, node in draft.conditions:
        for refused in _mistakes_of_condition(condition, scope):
            draft.refuse(refused, node)
    for effect, node in draft.effects:
        for refused in _mistakes_of_effect(effect, scope):
            draft.refuse(refused, node)


def _mistakes_of_condition(condition: Condition, scope: "_Scope") -> list[NotUnderstoodError]:
    kind = scope.kind(condition.tree)
    if not scope.mistakes and kind is not Kind.TRUTH and kind is not None:
        scope.refuse(
            Rule.NO_TRUTH,
            condition.tree,
            kind=kind,
            text=condition.text.strip(),
            example=_EXAMPLE[kind],
        )
    return scope.taken()


def _mistakes_of_effect(effect: Effect, scope: "_Scope") -> list[NotUnderstoodError]:
    variable = scope.draft.variables.get(effect.name)
    at = len(effect.text) - len(effect.text.lstrip())
    if variable is None:
        near = nearest(effect.name, scope.draft.variables)
        scope.refuse_at(Rule.UNKNOWN_NAME, at, name=effect.name, near=near)
        return scope.taken()
    given, holds = _given(effect, variable, scope), kind_of(variable.first)
    if effect.sign != "=" and holds is not Kind.NUMBER:
        cure = "Write `name = value`."
        if isinstance(variable.first, str) and variable.first.strip("+-").isdecimal():
            cure = "Take the quotes off its first value in `state`."
        scope.refuse_at(Rule.KINDS, at, sign=effect.sign, kinds=holds, cure=cure)
    elif given is not None and given is not holds:
        scope.refuse(Rule.FOREIGN_VALUE, effect.tree, name=effect.name, kind=holds, other=given)
    return scope.taken()


def _given(effect: Effect, variable: Variable, scope: "_Scope") -> Kind | None:
    """What an effect gives its variable; a word that is none of the variable's is refused."""
    match effect.tree:
        case Literal(value=str() as word) | Name(name=word) if (
            variable.one_of and effect.sign == "=" and word not in scope.draft.variables
        ):
            if word not in variable.one_of:
                near = nearest(word, variable.one_of)
                scope.refuse(
                    Rule.FOREIGN_WORD, effect.tree, word=word, name=effect.name, near=near
                )
            return Kind.TEXT
        case tree:
            return scope.kind(tree)


def kind_of(value: Value) -> Kind:
    """What kind of value it is."""
    match value:
        case bool():
            return Kind.TRUTH
        case float():
            return Kind.NUMBER
        case str():
            return Kind.TEXT


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a function may be asked about, and what to say when it is asked about another."""

    known: Collection[str]
    rule: Rule


class _Scope:
    """What conditions may name, and the mistakes found since they were last taken."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.mistakes: list[NotUnderstoodError] = []
        scenes = _Asked(draft.scenes, Rule.UNKNOWN_SCENE)
        self._asked = {
            Function.CAN: _Asked((Way.FACE, Way.TEXT, Way.VOTE), Rule.UNKNOWN_WAY),
            Function.VISITED: scenes,
            Function.VISITS: scenes,
            Function.SEEN_BEFORE: scenes,
            Function.CHOSEN: _Asked(draft.labels, Rule.UNKNOWN_LABEL),
            Function.ENDED: _Asked(draft.endings, Rule.UNKNOWN_ENDING),
        }

    def taken(self) -> list[NotUnderstoodError]:
        """The mistakes so far; the next condition starts with none."""
        mistakes, self.mistakes = self.mistakes, []
        return mistakes

    def refuse(self, rule: Rule, tree: Tree, **words: object) -> None:
        """Remember a mistake where a part stands."""
        self.refuse_at(rule, tree.at, **words)

    def refuse_at(self, rule: Rule, at: int, **words: object) -> None:
        """Remember a mistake so many characters in."""
        self.mistakes.append(NotUnderstoodError(rule, at, **words))

    def kind(self, tree: Tree) -> Kind | None:
        """What a part gives; none where that cannot be said because of a mistake in it."""
        match tree:
            case Literal(value=value):
                return kind_of(value)
            case Name():
                return self._named(tree)
            case Felt():
                return self._felt(tree)
            case Call():
                return self._called(tree)
            case Minus() | Sum():
                return self._sum(tree)
            case Compare():
                return self._compared(tree)
            case Not() | Every() | Some():
                return self._truths(tree)

    def _felt(self, tree: Felt) -> Kind:
        if tree.name not in self.draft.feelings:
            near = nearest(tree.name, self.draft.feelings)
            self.refuse(Rule.UNKNOWN_FEELING, tree, name=tree.name, near=near)
        return Kind.TRUTH

    def _named(self, tree: Name) -> Kind | None:
        variable = self.draft.variables.get(tree.name)
        if variable is not None:
            return kind_of(variable.first)
        known = {*self.draft.variables, "true", "false"}
        meant = truth_meant(tree.name)
        if tree.name in self.draft.feelings:
            meant = f"felt.{tree.name}"
        elif tree.name in {each.value for each in Function}:
            meant = f"{tree.name}({'...' if Function(tree.name).asks_about else ''})"
        near = f"Write `{meant}`." if meant else nearest(tree.name, known)
        self.refuse(Rule.UNKNOWN_NAME, tree, name=tree.name, near=near)
        return None

    def _called(self, call: Call) -> Kind:
        asked, about = self._asked.get(call.function), call.about or ""
        if asked is not None and about not in asked.known:
            near = nearest(about, asked.known)
            self.refuse(asked.rule, call, name=about, to=about, near=near)
        return _GIVES.get(call.function, Kind.TRUTH)

    def _sum(self, tree: Minus | Sum) -> Kind:
        parts = (tree.part,) if isinstance(tree, Minus) else (tree.left, tree.right)
        sign = "-" if isinstance(tree, Minus) else tree.sign
        for part in parts:
            kind = self.kind(part)
            if kind not in {None, Kind.NUMBER}:
                self.refuse(
                    Rule.KINDS, part, sign=sign, kinds=kind, cure="Use it with two numbers."
                )
        return Kind.NUMBER

    def _compared(self, tree: Compare) -> Kind:
        if self._is_word(tree):
            return Kind.TRUTH
        left, right = self.kind(tree.left), self.kind(tree.right)
        if left is None or right is None:
            return Kind.TRUTH
        if left is not right:
            self.refuse(
                Rule.KINDS,
                tree,
                sign=tree.sign,
                kinds=f"{left} on one side and {right} on the other",
                cure="Compare two values of one kind.",
            )
        elif tree.sign not in {"==", "!="} and left is not Kind.NUMBER:
            cure = "Use `==` or `!=`."
            self.refuse(Rule.KINDS, tree, sign=tree.sign, kinds=left, cure=cure)
        return Kind.TRUTH

    def _is_word(self, tree: Compare) -> bool:
        """Whether a variable is compared with a word; one that is not among its own is refused."""
        if not isinstance(tree.left, Name) or tree.sign not in {"==", "!="}:
            return False
        variable = self.draft.variables.get(tree.left.name)
        if variable is None or not variable.one_of:
            return False
        match tree.right:
            case Literal(value=str() as word) | Name(name=word) if (
                word not in self.draft.variables or word in variable.one_of
            ):
                if word not in variable.one_of:
                    near = nearest(word, variable.one_of)
                    self.refuse(
                        Rule.FOREIGN_WORD, tree.right, word=word, name=tree.left.name, near=near
                    )
                return True
        return False

    def _truths(self, tree: Not | Every | Some) -> Kind:
        parts = (tree.part,) if isinstance(tree, Not) else tree.parts
        sign = {Not: "not", Every: "and", Some: "or"}[type(tree)]
        for part in parts:
            kind = self.kind(part)
            if kind in {Kind.NUMBER, Kind.TEXT}:
                cure = f"Compare it first, for example with `{_EXAMPLE[kind]}`."
                self.refuse(Rule.KINDS, part, sign=sign, kinds=kind, cure=cure)
        return Kind.TRUTH
