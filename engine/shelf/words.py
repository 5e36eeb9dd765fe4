"""A film's translations: gettext PO files, read with everything that is wrong with them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

import polib

from engine.shelf.guard import ShelfError, inside
from engine.shelf.writing import write_whole

Key = tuple[str, str]
"""Where a text stands, and the text in the story's own language."""

MOST_BYTES: Final = 8 * 1024 * 1024
"""The longest translation that is read, as long as the longest story file."""
WIDTH: Final = 98
"""How wide the lines of a file are that is written here."""

_LINE: Final = re.compile(
    r"\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d{1,2}\])?)[ \t]+)?"
    r"\"[^\"\\]*(?:\\.[^\"\\]*)*\")?\s*"
)
"""What a line may be: nothing, a comment, a quoted text, or a word and a quoted text."""
_BY_LINE: Final = re.compile(r"\(line (\d+)\)")
_CHARSET: Final = re.compile(r"charset=([\w-]+)")


@dataclass(frozen=True, slots=True)
class PoFault:
    """Something wrong with a translation file: where, what, and what to do."""

    file: str
    """Within the film's folder."""
    line: int
    says: str
    cure: str
    healed: bool = False
    """Whether `kinoeye lang update` sets it right by itself."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.says}. {self.cure}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A film's words in one language, as far as its file can be used."""

    file: str
    words: Mapping[Key, str] = field(default_factory=lambda: MappingProxyType({}))
    """Fuzzy and empty entries are left out: they fall back to the source."""
    fuzzy: Mapping[Key, int] = field(default_factory=lambda: MappingProxyType({}))
    """The entries whose source was edited since they were translated, and their lines."""
    obsolete: int = 0
    """How many entries are kept of texts that are gone."""
    faults: tuple[PoFault, ...] = ()
    there: bool = True
    """Whether the film has such a file at all."""

    @property
    def trouble(self) -> str | None:
        """What to tell whoever plays the film, in one line; none where nothing is wrong."""
        if not self.faults:
            return None
        more = len(self.faults) - 1
        rest = f" ({more} more: `kinoeye lang report` names them.)" if more else ""
        return f"{self.faults[0]} What cannot be used is said as the story says it.{rest}"


def po_name(language: str) -> str:
    """Where a language's words lie in a film's folder."""
    return f"lang/{language}.po"


def read_wording(folder: Path, language: str) -> Wording:
    """A film's words in a language. Never raises: what is wrong is among the faults."""
    name = po_name(language)
    try:
        path = inside(folder, name)
    except ShelfError as problem:
        return _unread(PoFault(name, 1, str(problem).rstrip("."), "Nothing of it is used."))
    text = _text(path, name)
    if text is None:
        return Wording(file=name, there=False)
    if isinstance(text, PoFault):
        return _unread(text)
    spoilt = next(_spoilt(text, name), None)
    if spoilt is not None:
        return _unread(spoilt)
    try:
        entries = polib.pofile(str(path), encoding="utf-8")
    except (OSError, ValueError) as problem:
        return _unread(_misread(name, problem))
    return _wording(entries, text, name)


def read_catalogue(folder: Path, language: str) -> polib.POFile | None:
    """
    A language's whole file, to be brought up to date; none where there is none.

    Raises ShelfError where something is wrong with it that rewriting it would lose.
    """
    wording = read_wording(folder, language)
    for fault in wording.faults:
        if not fault.healed:
            raise ShelfError(str(fault))
    if not wording.there:
        return None
    path = inside(folder, wording.file)
    return polib.pofile(str(path), encoding="utf-8", wrapwidth=WIDTH)


def write_catalogue(folder: Path, name: str, entries: polib.POFile) -> bool:
    """
    Put a file in its place in one step; false where it held the very same already.

    Raises ShelfError where it would be too long to be read again.
    """
    path = inside(folder, name)
    entries.wrapwidth = WIDTH
    text = str(entries)
    text = text if text.endswith("\n") else f"{text}\n"
    if len(text.encode()) > MOST_BYTES:
        raise ShelfError(f"{name} would be longer than 8 MiB, so it was left as it is.")
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    write_whole(path, text)
    return True


def _unread(fault: PoFault) -> Wording:
    return Wording(file=fault.file, faults=(fault,))


def _text(path: Path, name: str) -> str | PoFault | None:
    """The file's text, or why it cannot be read; none where there is no such file."""
    try:
        if path.stat().st_size > MOST_BYTES:
            says = "this translation is longer than 8 MiB"
            return PoFault(name, 1, says, "Take out what is obsolete.")
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as problem:
        line = problem.object.count(b"\n", 0, problem.start) + 1
        says = "this line holds a letter that is not UTF-8"
        return PoFault(name, line, says, "Save the file as UTF-8 in your editor.")
    except OSError as problem:
        says = f"this file cannot be read ({problem.strerror})"
        return PoFault(name, 1, says, "Look at its rights, or remove it.")


def _spoilt(text: str, name: str) -> Iterator[PoFault]:
    """Lines that the library would read past, losing their words without a sound."""
    if not text.strip():
        yield PoFault(name, 1, "this file is empty", "Remove it and run `kinoeye lang extract`.")
    for number, line in enumerate(text.split("\n"), 1):
        if not _LINE.fullmatch(line):
            yield PoFault(
                name,
                number,
                f"`{_short(line)}` is no line of a translation",
                'Write a word and a text in straight quotes, as in `msgstr "..."`, '
                'with \\" for a quote inside it.',
            )


def _misread(name: str, problem: Exception) -> PoFault:
    at = _BY_LINE.search(str(problem))
    line = int(at.group(1)) if at else 1
    says = "what stands here is not where it belongs"
    cure = "Each text is a msgctxt, a msgid and a msgstr, in this order."
    return PoFault(name, line, says, cure)


def _wording(entries: polib.POFile, text: str, name: str) -> Wording:
    faults = [*_misnamed(text, name)]
    words: dict[Key, str] = {}
    fuzzy: dict[Key, int] = {}
    first: dict[Key, int] = {}
    for entry in entries:
        if entry.obsolete:
            continue
        key, line = (entry.msgctxt or "", entry.msgid), entry.linenum or 1
        fault = _fault(entry, name, line, first.get(key))
        if fault is not None:
            faults.append(fault)
            continue
        first[key] = line
        if entry.fuzzy and entry.msgstr:
            fuzzy[key] = line
        elif entry.msgstr:
            words[key] = entry.msgstr
    gone = len(entries.obsolete_entries())
    return Wording(file=name, words=words, fuzzy=fuzzy, obsolete=gone, faults=tuple(faults))


def _fault(entry: polib.POEntry, name: str, line: int, before: int | None) -> PoFault | None:
    """What is wrong with one entry, which is then not used."""
    said = _short(entry.msgid)
    if not entry.msgctxt:
        says = f"'{said}' has no msgctxt, so nobody knows where in the film it stands"
        cure = "Run `kinoeye lang update`, which looks for its place."
        return PoFault(name, line, says, cure, healed=True)
    if entry.msgid_plural:
        says = f"'{said}' has plural forms, and no text of a film has"
        return PoFault(name, line, says, "Write one msgid and one msgstr.")
    if before is not None:
        says = f"'{said}' stands here for a second time; line {before} is used"
        return PoFault(name, line, says, "Keep one of the two.")
    return None


def _misnamed(text: str, name: str) -> Iterator[PoFault]:
    """A header that names another encoding leads every editor astray."""
    head = text.partition("\n\n")[0]
    for number, line in enumerate(head.split("\n"), 1):
        said = _CHARSET.search(line)
        if said and said.group(1).lower() not in {"utf-8", "utf8"}:
            says = f"the header says charset={said.group(1)}, and the file is UTF-8"
            yield PoFault(name, number, says, "Write charset=UTF-8.", healed=True)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 40 else f"{line[:39]}…"  # noqa: PLR2004 -- as much as is recognised
