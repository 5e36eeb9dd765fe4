"""Which slip of an author's hand most likely stopped YAML, told at the spot where it happened."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

import yaml

from engine.story.findings import short
from engine.story.places import Place
from engine.story.reading.invisible import sign_called
from engine.story.reading.notes import Notes
from engine.story.rules import Rule

WIDE: Final[Mapping[str, str]] = dict(zip("，：｛｝［］【】、＃", ",:{}[][],#", strict=True))
"""The signs of a Chinese keyboard that look like YAML's own, and those."""
_WIDE: Final = re.compile(f"[{''.join(WIDE)}]")
_BETWEEN: Final = re.compile(r"\s*(?:->|=>|→|=|:)\s*|\s+")
"""What authors write between a key and its value where a colon and a space belong."""
_ODD_BLANK: Final = re.compile("(?:^ *|: *)([\u00a0\u2000-\u200b\u202f\u2060\u3000\ufeff])")


_HASH: Final = re.compile(r" +(#\w.*)")
"""A comment that looks like the rest of the text before it: `Take #2`, but not `Take # two`."""
_HASHED_KEY: Final = re.compile(r"[^\s{}\[\],:#\"'][^{}\[\],:#\"']*(?= #\w)")
_DASHES: Final = ("-", "\u2010", "\u2013", "\u2014", "\u2212", "\uff0d", "\u2022", "\u00b7")
_WIDE_KEY: Final = re.compile(r"[ -]*[^\s:：]+(：)")
"""A line whose first colon is a wide one."""
_BLOCKS: Final = ("|", "|-", ">", ">-")
"""What begins a text of several lines, which stand further in than their key."""


class _Mark(Protocol):
    """Where the parser is, counted from 0; two kinds of parser have two kinds of mark."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser could not go on, and the last text it took in before."""

    problem: yaml.MarkedYAMLError
    lines: tuple[str, ...]
    file: str
    last: yaml.ScalarEvent | None

    @property
    def here(self) -> Place:
        """Where it stopped."""
        return marked(self.problem.problem_mark, self.file)

    @property
    def opened(self) -> Place:
        """Where what it was reading began; where it stopped, if that is not known."""
        return marked(self.problem.context_mark or self.problem.problem_mark, self.file)

    def line(self, number: int) -> str:
        """A line of the text, counted from one; past its end, nothing."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def note_slip(stop: Stop, notes: Notes) -> None:
    """One finding for where the parser could not go on, in words that help."""
    if not (_hashed(stop, notes) or _odd_blank(stop, notes) or _taken_in(stop, notes)):
        _by_its_words(stop, notes)


@dataclass(frozen=True, slots=True)
class Hash:
    """Where a comment begins that looks like the rest of the text before it, and that text."""

    place: Place
    rest: str
    whole: str


def hash_after(text: str, end: Place, line: str) -> Hash | None:
    """The comment that follows a bare text on its line as if it were part of it, if one does."""
    found = _HASH.match(line, end.column - 1)
    if found is None:
        return None
    rest = found.group(1).partition(": ")[0].partition(", ")[0].rstrip(" }]")
    return Hash(Place(end.file, end.line, found.start(1) + 1), rest, f"{text} {rest}")


def _hashed(stop: Stop, notes: Notes) -> bool:
    """A text was cut short by its own `#`, and what came after it was missed."""
    found = None
    if stop.last is not None and not stop.last.style:
        end = marked(stop.last.end_mark, stop.file)
        found = hash_after(stop.last.value, end, stop.line(end.line))
    if found is None and "flow" in (stop.problem.context or ""):
        line, opened = stop.line(stop.opened.line), stop.opened
        if key := _HASHED_KEY.search(line, opened.column - 1):
            end = Place(opened.file, opened.line, key.end() + 1)
            found = hash_after(key.group().strip(), end, line)
    if found is not None:
        notes.note(Rule.HASH_IN_KEY, found.place, rest=found.rest, whole=found.whole)
    return found is not None


def marked(mark: _Mark | None, file: str) -> Place:
    """The place of a parser's mark; the file's first line where it has none."""
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1)


def _odd_blank(stop: Stop, notes: Notes) -> bool:
    """A blank that is none to YAML, at a line's start or after a colon."""
    first = max(1, min(stop.opened.line, stop.here.line - 1, _start(stop).line))
    for number in range(first, stop.here.line + 1):
        blank = _ODD_BLANK.search(stop.line(number))
        if blank:
            sign = sign_called(blank.group(1))
            notes.note(Rule.CONTROL, Place(stop.file, number, blank.start(1) + 1), sign=sign)
            return True
    return False


def _taken_in(stop: Stop, notes: Notes) -> bool:
    """A slip that shows in the last text: one that took in too much, or ended too early."""
    if stop.last is None:
        return False
    start, end = _start(stop), marked(stop.last.end_mark, stop.file)
    if stop.last.style in {"'", '"'}:
        return _after_quote(stop, start, end, notes)
    if stop.last.style or end.line != stop.here.line:
        return False
    wide = _WIDE.search(stop.line(start.line), start.column - 1)
    if wide and (start.line < end.line or wide.end() <= end.column):
        _note_wide(stop, start.line, wide, notes)
        return True
    if start.line == end.line or "mapping values" not in (stop.problem.problem or ""):
        return False
    if stop.line(start.line)[: start.column - 1].strip(" -"):
        line = stop.line(stop.here.line)
        blanks = len(line) - len(line.lstrip())
        _not_in_line(stop, Place(stop.file, stop.here.line, blanks + 1), notes)
    else:
        _no_colon(stop, start, notes)
    return True


def _after_quote(stop: Stop, start: Place, end: Place, notes: Notes) -> bool:
    between = stop.line(end.line)[end.column - 1 : stop.here.column - 1]
    rest = stop.line(end.line)[end.column - 1 :].strip()
    if end.line != stop.here.line or between.strip() or not rest or rest[0] in "#,]}:":
        return False
    if start.line < end.line:  # it ended only where the next text's quote began
        notes.note(Rule.QUOTE_OPEN, start)
    else:
        notes.note(Rule.AFTER_QUOTE, start, rest=rest)
    return True


def _note_wide(stop: Stop, line: int, wide: re.Match[str], notes: Notes) -> None:
    sign = wide.group()[-1]
    notes.note(Rule.WIDE_SIGN, Place(stop.file, line, wide.end()), **wide_words(sign))


def wide_words(sign: str) -> dict[str, str]:
    """A wide sign, the one that is meant, and whether a space follows it."""
    return {
        "wide": sign,
        "plain": WIDE[sign],
        "space": " and a space" if WIDE[sign] in ":," else "",
    }


def _no_colon(stop: Stop, at: Place, notes: Notes) -> None:
    """A line that should have been a key: with a wide colon, an arrow, or no colon at all."""
    wide = _WIDE.search(stop.line(at.line), at.column - 1)
    if wide:
        _note_wide(stop, at.line, wide, notes)
        return
    if stop.line(at.line - 1).endswith(_BLOCKS):
        _not_in_line(stop, at, notes)
        return
    said = stop.line(at.line)[at.column - 1 :].strip()
    if said.startswith(_DASHES):
        notes.note(Rule.NO_COLON, at, form=f"- {said[1:].lstrip('- ')}")
        return
    key, *rest = _BETWEEN.split(said, maxsplit=1)
    notes.note(Rule.NO_COLON, at, form=f"{key}: {rest[0]}" if rest and rest[0] else f"{key}:")


def _not_in_line(stop: Stop, at: Place, notes: Notes) -> None:
    """A line among others that begin elsewhere; the one further left may well be the slip."""
    above = _left_of(stop, at)
    seen = "; look at the lines above too"
    if above is not None:
        seen = f": line {above}, `{short(stop.line(above), 40)}`, is further left"
        below = next((line for line in range(above + 1, at.line) if stop.line(line).strip()), None)
        if below is not None:
            seen += f", line {below} further right"
    notes.note(Rule.INDENT, at, seen=seen)


def _left_of(stop: Stop, at: Place) -> int | None:
    """The nearest line above that begins further left."""
    for number in range(at.line - 1, 0, -1):
        line = stop.line(number)
        words = line.lstrip()
        if words and not words.startswith("#") and len(line) - len(words) < at.column - 1:
            return number
    return None


def _by_its_words(stop: Stop, notes: Notes) -> None:
    context, says = stop.problem.context or "", stop.problem.problem or "unknown"
    here, opened = stop.here, stop.opened
    if "quoted scalar" in context and "end of stream" in says:
        notes.note(Rule.QUOTE_OPEN, opened)
    elif "simple key" in context:
        _no_colon(stop, opened, notes)
    elif "flow" in context:
        notes.note(Rule.BRACKET_OPEN, opened, line=here.line)
    elif "alias" in context or "anchor" in context:
        notes.note(Rule.ALIAS, opened, mark="*" if "alias" in context else "&")
    elif "tag" in context:
        notes.note(Rule.TAG, opened, tag="!")
    elif "cannot start any token" in says:
        letter = stop.line(here.line)[here.column - 1 : here.column]
        notes.note(Rule.ODD_START, here, letter=letter)
    elif "mapping values" in says:
        wide = _WIDE_KEY.match(stop.line(here.line), 0, here.column)
        if wide:
            _note_wide(stop, here.line, wide, notes)
        else:
            notes.note(Rule.COLON, here)
    elif "expected" in says and "block" in context:
        _not_in_line(stop, here, notes)
    else:
        notes.note(Rule.NOT_YAML, here, problem=says)


def _start(stop: Stop) -> Place:
    """Where the last text began; where the parser stopped, if there was none."""
    return marked(stop.last.start_mark, stop.file) if stop.last else stop.here
