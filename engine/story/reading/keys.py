"""Reading the keys of one part of a story: each must be known, and hold what it should."""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Final, TypeVar

from engine.story.conditions import Condition, Effect
from engine.story.cures import key_meant, truth_meant
from engine.story.findings import nearest
from engine.story.model import Span
from engine.story.places import Place
from engine.story.reading.draft import Draft, one_of
from engine.story.reading.invisible import sign_called
from engine.story.reading.slips import wide_words
from engine.story.reading.yamltext import ListNode, MapNode, Node, TextNode
from engine.story.rules import Rule
from engine.story.times import seconds_of, span_of
from engine.story.units import SceneId, Seconds

Word = TypeVar("Word", bound=StrEnum)
T = TypeVar("T")

_STUCK: Final = re.compile(r"(?P<key>\w+)(?P<sign>[:：])(?P<odd>[\u00a0\u3000]?)\s*(?P<value>.+)")
"""A key and its value in braces with no colon and space between them: `go:door`, `go：door`."""
_CURLY: Final = re.compile("[“”„‘’]")
_SHOWN: Final = frozenset({"ask", "because", "chapter", "describe", "warn"})
"""Texts for viewers that an author may take for switches."""


class Keys:
    """
    The keys of one mapping, by name; unknown ones are noted when it is made.

    Every question answers none, and notes why, where what is written is not what is wanted.
    """

    def __init__(
        self, node: MapNode, where: str, draft: Draft, *, known: Iterable[str], what: str
    ) -> None:
        self.place = node.place
        self.where = where
        self.draft = draft
        self._nodes = {key.text: each for key, each in node.entries}
        self._places = {key.text: key.place for key, _ in node.entries}
        self.slipped = self._refuse_unknown(node, tuple(known), what)
        """Whether a key is unknown, so that one that is missing may be meant by it."""

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def place_of(self, key: str) -> Place:
        """Where a key stands; the mapping's own place where it is not written."""
        return self._places.get(key, self.place)

    def is_empty_list(self, key: str) -> bool:
        """Whether a key holds a list with nothing in it."""
        node = self._nodes.get(key)
        return isinstance(node, ListNode) and not node.items

    def node(self, key: str) -> Node | None:
        """What stands under a key; none where it is not written or nothing stands there."""
        node = self._nodes.get(key)
        if node is None:
            return None
        self.draft.remember(node, self.path(key))
        if isinstance(node, TextNode) and node.empty:
            self.draft.notes.note(Rule.EMPTY, self._places[key], key=key)
            return None
        return node

    def braces(self, key: str, want: str) -> MapNode | None:
        """Further keys, written like `want`."""
        node = self.node(key)
        if node is None or isinstance(node, MapNode):
            return node
        self.draft.notes.note(Rule.WRONG_KIND, node.place, want=want)
        return None

    def path(self, key: str) -> str:
        """Where in the story a key stands: `scene.door.describe`."""
        return f"{self.where}.{key}" if self.where else key

    def text(self, key: str) -> str | None:
        """A text."""
        self._refuse_flag(key, self._nodes.get(key))
        return self._read(key, "a text", lambda node: node.text.strip())

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, or one alone."""
        node = self.node(key)
        if isinstance(node, MapNode):
            self.draft.notes.note(Rule.WRONG_KIND, node.place, want="a list like `[one, another]`")
            return ()
        written = node.items if isinstance(node, ListNode) else ((node,) if node else ())
        for at, each in enumerate(written):
            self.draft.remember(each, f"{self.path(key)}.{at}")
            self._refuse_flag(key, each)
            if not isinstance(each, TextNode) or each.empty or not each.text.strip():
                self.draft.notes.note(Rule.WRONG_KIND, each.place, want="a text")
        return tuple(each.text.strip() for each in written if isinstance(each, TextNode))

    def truth(self, key: str, *, default: bool = False) -> bool:
        """True or false."""
        said = self._read(key, "`true` or `false`", lambda node: node.truth)
        return default if said is None else said

    def number(self, key: str, low: float, high: float) -> float | None:
        """A number within bounds."""
        want = f"a number from {low:,} to {high:,}"

        def within(node: TextNode) -> float | None:
            number = node.number
            return number if number is not None and low <= number <= high else None

        return self._read(key, want, within)

    def seconds(self, key: str) -> Seconds | None:
        """A time."""
        return self._read(key, "a time like `6s` or `1:30`", lambda node: seconds_of(node.text))

    def length(self, key: str) -> Seconds | None:
        """A length of time, more than nothing."""

        def more_than_nothing(node: TextNode) -> Seconds | None:
            seconds = seconds_of(node.text)
            return seconds if seconds is not None and seconds > 0 else None

        return self._read(key, "a length like `6s` or `1:30`", more_than_nothing)

    def span(self, key: str) -> Span | None:
        """A span of time."""
        return self._read(
            key, "a span like `12s..26s`, the earlier first", lambda node: span_of(node.text)
        )

    def word(self, key: str, words: type[Word]) -> Word | None:
        """One of some words."""
        node = self.node(key)
        return None if node is None else self.as_word(node, words)

    def words(self, key: str, words: type[Word]) -> tuple[Word, ...]:
        """A list of some words, each once, or one alone."""
        node = self.node(key)
        written = node.items if isinstance(node, ListNode) else ((node,) if node else ())
        if isinstance(node, TextNode) and (listed := _listed(node.text, words)):
            self.draft.notes.note(Rule.UNKNOWN_WORD, node.place, word=node.text, known=listed)
            return ()
        read = [self.as_word(each, words) for each in written]
        return tuple(dict.fromkeys(word for word in read if word is not None))

    def as_word(self, node: Node, words: type[Word]) -> Word | None:
        """What a node means among these words; none, and noted, where it is none of them."""
        if isinstance(node, TextNode) and node.text in {each.value for each in words}:
            return words(node.text)
        said = node.text if isinstance(node, TextNode) else "this"
        self.draft.notes.note(
            Rule.UNKNOWN_WORD, node.place, word=said, known=one_of(each.value for each in words)
        )
        return None

    def scene(self, key: str) -> SceneId | None:
        """A scene that exists."""
        node = self.node(key)
        return None if node is None else self.draft.scene(node)

    def condition(self, key: str) -> Condition | None:
        """A condition."""
        node = self.node(key)
        return None if node is None else self.draft.condition(node, self.path(key))

    def effects(self, key: str) -> tuple[Effect, ...]:
        """Effects."""
        node = self.node(key)
        return () if node is None else self.draft.effects_of(node, self.path(key))

    def _read(self, key: str, want: str, read: Callable[[TextNode], T | None]) -> T | None:
        node = self.node(key)
        if node is None:
            return None
        said = read(node) if isinstance(node, TextNode) else None
        if said is None:
            self.draft.notes.note(Rule.WRONG_KIND, node.place, want=want)
        return said

    def _refuse_flag(self, key: str, node: Node | None) -> None:
        """Note a `true` or `no` where viewers would read it as a word."""
        if key not in _SHOWN or not isinstance(node, TextNode) or node.quoted:
            return
        if truth_meant(node.text) is not None:
            self.draft.notes.note(Rule.TRUTH_AS_TEXT, node.place, key=key, word=node.text)

    def _refuse_unknown(self, node: MapNode, known: tuple[str, ...], what: str) -> bool:
        slipped = False
        for key, under in node.entries:
            if key.text in known or self.draft.notes.full:
                continue
            slipped = True
            lone = node.in_braces and _empty(under)
            if lone and self._without_colon(key, known, what):
                continue
            rule = Rule.SPLIT_BY_COMMA if lone else Rule.UNKNOWN_KEY
            meant = key_meant(key.text, known)
            near = nearest(key.text, known) if meant is None else f"Did you mean '{meant}'?"
            if lone and key.text.isdecimal():
                near = "A number has a point, as in `1.5`."
            elif lone and _CURLY.search(key.text):
                near = "Curly ones are letters here: straight ones hold a text together."
            block = not node.in_braces and (isinstance(under, MapNode) or _empty(under))
            if what == "a scene" and block and near.startswith("Known"):
                near = "A scene of its own begins as far left as the others."
            self.draft.notes.note(rule, key.place, key=key.text, what=what, near=near)
        return slipped

    def _without_colon(self, key: TextNode, known: tuple[str, ...], what: str) -> bool:
        """Note a key in braces that its value stuck to, for want of a colon and a space."""
        form = _STUCK.fullmatch(key.text)
        if form is None or form["key"] not in known:
            return False
        if form["odd"]:
            spot, sign = key.spot(form.start("odd")), sign_called(form["odd"])
            self.draft.notes.note(Rule.CONTROL, spot, sign=sign)
        elif form["sign"] == "：":
            self.draft.notes.note(Rule.WIDE_SIGN, key.spot(form.start("sign")), **wide_words("："))
        else:
            near = f"Write `{form['key']}: {form['value']}`."
            self.draft.notes.note(Rule.UNKNOWN_KEY, key.place, key=key.text, what=what, near=near)
        return True


def _empty(node: Node) -> bool:
    return isinstance(node, TextNode) and node.empty


def _listed(text: str, words: type[StrEnum]) -> str | None:
    """Several of the words, written without a list's brackets or with others, as a list."""
    said = re.findall(r"[^\s,;，、；【】()（）\[\]]+", text)
    known = len(said) > 1 and all(each in {word.value for word in words} for each in said)
    return f"`[{', '.join(said)}]`" if known else None
