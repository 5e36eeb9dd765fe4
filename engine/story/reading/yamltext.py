"""
YAML, tamed: text to nodes that know their line and column, by the rules of YAML 1.2.

The parser's events are judged one by one, before anything is built from them: what is too deep
or too long, tags, anchors and aliases never become a node. No value is guessed: a plain `no`,
`1:30` or `2026-01-01` is the text it is until somebody asks the node for a number or a truth.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from engine.story.places import Place
from engine.story.reading.invisible import sign_called
from engine.story.reading.notes import Notes
from engine.story.reading.slips import Hash, Stop, hash_after, marked, note_slip
from engine.story.rules import Rule

MOST_BYTES: Final = 8 * 1024 * 1024
DEEPEST: Final = 32
LONGEST_TEXT: Final = 10_000
MOST_ENTRIES: Final = 100_000
"""Keys of one mapping or items of one list: as many as a film may have scenes."""
MOST_KEYS: Final = 1_000
"""Keys of a whole file, of which some dozen mean something."""

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
DECIMAL: Final = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d{1,3})?", re.ASCII)
_HASHES: Final = re.compile(r" #\w")
_LONGEST_NUMBER: Final = 40


@dataclass(frozen=True, slots=True)
class TextNode:
    """A piece of text as written; quoted text is never a number, a truth or nothing."""

    text: str
    place: Place
    quoted: bool = False
    one_line: bool = True

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return not self.quoted and self.text in {"", "~", "null"}

    @property
    def truth(self) -> bool | None:
        """True or false, only where exactly that was written."""
        return {"true": True, "false": False}.get(self.text) if not self.quoted else None

    @property
    def number(self) -> float | None:
        """The decimal number written here, if it is one."""
        if self.quoted or len(self.text) > _LONGEST_NUMBER or not DECIMAL.fullmatch(self.text):
            return None
        number = float(self.text)
        return number if abs(number) <= 1e15 else None  # noqa: PLR2004 -- whole numbers stay exact

    def spot(self, at: int) -> Place:
        """The place of the character that many into the text."""
        if not self.one_line:
            return self.place
        column = self.place.column + self.quoted + at
        return Place(self.place.file, self.place.line, column)


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list as written."""

    items: "tuple[Node, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class MapNode:
    """Keys and what stands under them, in the order written, each key once."""

    entries: "tuple[tuple[TextNode, Node], ...]"
    place: Place
    in_braces: bool = False


Node = TextNode | ListNode | MapNode


def read_yaml(text: str, file: str, notes: Notes) -> Node | None:
    """The one document of this file; none where it has none or cannot be read further."""
    whole = _whole(text.removeprefix("\ufeff"), file, notes)
    if whole is None:
        return None
    builder = _Builder(file, notes, whole.splitlines() if _HASHES.search(whole) else [])
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(whole, Loader=loader):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as problem:
        if notes.sound:  # a tab before it would be the reason
            note_slip(Stop(problem, tuple(whole.splitlines()), file, builder.last), notes)
        return None
    except yaml.YAMLError as problem:
        notes.note(Rule.NOT_YAML, Place(file, 1), problem=str(problem))
        return None
    for each in builder.hashes:
        notes.note(Rule.HASH, each.place, rest=each.rest, whole=each.whole)
    return builder.root


def _whole(text: str, file: str, notes: Notes) -> str | None:
    """The text if its letters can be YAML at all, tabs noted and replaced by spaces."""
    if len(text) > MOST_BYTES or len(text.encode(errors="replace")) > MOST_BYTES:
        notes.note(Rule.FILE_LONG, Place(file, 1))
        return None
    if control := _CONTROL.search(text):
        sign = sign_called(control.group())
        notes.note(Rule.CONTROL, _place_of(text, control.start(), file), sign=sign)
        return None
    if "\t" in text:
        notes.note(Rule.TAB, _place_of(text, text.index("\t"), file), count=text.count("\t"))
        return text.replace("\t", " ")
    return text


def _place_of(text: str, at: int, file: str) -> Place:
    before = text[:at]
    return Place(file, before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1)


class _Builder:
    """Builds nodes from events, from the outside in."""

    def __init__(self, file: str, notes: Notes, lines: Sequence[str]) -> None:
        self._file = file
        self._lines = lines
        self.hashes: list[Hash] = []
        """The comments that look like parts of texts; `lines` is empty where there are none."""
        self._notes = notes
        self._open: list[_Open] = []
        self._documents = 0
        self.root: Node | None = None
        self.last: yaml.ScalarEvent | None = None

    def take(self, event: yaml.Event) -> bool:
        """Take one event in; false when reading on would be no use."""
        if self._notes.full:
            self.root = None
            return False
        match event:  # the most frequent first
            case yaml.ScalarEvent():
                self._refuse_marks(event)
                self.last = event
                if self._lines and not event.style:
                    self._look_behind(event)
                return self._place(self._text(event))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._refuse_marks(event)
                return self._begin(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                return self._place(self._open.pop().node())
            case yaml.DocumentStartEvent():
                return self._document(event)
            case yaml.AliasEvent():
                self._notes.note(Rule.ALIAS, self._at(event), mark="*")
                return self._place(TextNode("", self._at(event)))
            case _:
                return True  # the stream's own beginning and end

    def _look_behind(self, event: yaml.ScalarEvent) -> None:
        """See whether a comment follows that looks like the rest of a bare text."""
        end = marked(event.end_mark, self._file)
        if event.value and end.line <= len(self._lines):
            found = hash_after(event.value, end, self._lines[end.line - 1])
            self.hashes += [found] if found is not None else []

    def _document(self, event: yaml.Event) -> bool:
        self._documents += 1
        if self._documents > 1:
            self._notes.note(Rule.SECOND_DOCUMENT, self._at(event))
            self.root = None
            return False
        return True

    def _begin(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> bool:
        place = self._at(event)
        if len(self._open) == DEEPEST:
            self._notes.note(Rule.DEEP, place)
            self.root = None
            return False
        is_map = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Open(place, is_map, bool(event.flow_style), self._notes))
        return True

    def _text(self, event: yaml.ScalarEvent) -> TextNode:
        place = self._at(event)
        if len(event.value) > LONGEST_TEXT:
            self._notes.note(Rule.TEXT_LONG, place, length=len(event.value))
            return TextNode("", place, quoted=True)
        last = event.end_mark.line + 1 if event.end_mark else 1
        one_line = event.style not in {"|", ">"} and place.line == last
        # Behind a tag nothing may stand, and that was noted already.
        quoted = bool(event.style) or event.tag is not None
        return TextNode(event.value, place, quoted=quoted, one_line=one_line)

    def _refuse_marks(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._notes.note(Rule.ALIAS, self._at(event), mark="&")
        if getattr(event, "tag", None) is not None:
            self._notes.note(Rule.TAG, self._at(event), tag=getattr(event, "tag", ""))

    def _place(self, node: Node) -> bool:
        """Put a node where it belongs; false, and noted, where it is one too many."""
        if not self._open:
            self.root = node
            return True
        most = MOST_ENTRIES if len(self._open) > 1 else MOST_KEYS
        if self._open[-1].add(node) <= most:
            return True
        self._notes.note(Rule.TOO_MANY, node.place, most=f"{most:,}", what="entries here")
        self.root = None
        return False

    def _at(self, event: yaml.Event) -> Place:
        return marked(event.start_mark, self._file)


class _Open:
    """A list or mapping whose end was not reached yet."""

    def __init__(self, place: Place, is_map: bool, in_braces: bool, notes: Notes) -> None:
        self._place = place
        self._is_map = is_map
        self._in_braces = in_braces
        self._notes = notes
        self._items: list[Node] = []
        self._entries: dict[str, tuple[TextNode, Node]] = {}
        self._key: Node | None = None

    def add(self, node: Node) -> int:
        """The next item, key or value; how many items or keys there are now."""
        if not self._is_map:
            self._items.append(node)
        elif self._key is None:
            self._key = node
        else:
            self._enter(self._key, node)
            self._key = None
        return len(self._items) + len(self._entries)

    def node(self) -> Node:
        """What was built."""
        if not self._is_map:
            return ListNode(tuple(self._items), self._place)
        return MapNode(tuple(self._entries.values()), self._place, self._in_braces)

    def _enter(self, key: Node, node: Node) -> None:
        if not isinstance(key, TextNode):
            self._notes.note(Rule.ODD_KEY, key.place)
        elif key.text in self._entries:
            first = self._entries[key.text][0].place
            self._notes.note(Rule.TWICE, key.place, key=key.text, line=first.line)
        else:
            self._entries[key.text] = (key, node)
