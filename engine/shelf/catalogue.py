"""Translation files brought up to date with their story; nothing a translator wrote is lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import polib

from engine.shelf.words import WIDTH
from engine.story.model import Story
from engine.story.rewording import Before, Carried, carried
from engine.story.translate import Text

FUZZY: Final = "fuzzy"
_ONE: Final = "nplurals=1; plural=0;"
_TWO: Final = "nplurals=2; plural=(n != 1);"
_FRENCH: Final = "nplurals=2; plural=(n > 1);"
_SLAVIC: Final = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
    "(n%100<10 || n%100>=20) ? 1 : 2);"
)
_POLISH: Final = (
    "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
)
_CZECH: Final = "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);"
_ARABIC: Final = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 ? 4 : 5);"
)
_PLURALS: Final = MappingProxyType(
    {
        **dict.fromkeys(("zh", "ja", "ko", "vi", "th", "id", "ms", "lo", "km", "my"), _ONE),
        **dict.fromkeys(("fr", "pt-BR", "hy", "fil"), _FRENCH),
        **dict.fromkeys(("ru", "uk", "be", "sr", "hr", "bs"), _SLAVIC),
        **dict.fromkeys(("cs", "sk"), _CZECH),
        "pl": _POLISH,
        "ar": _ARABIC,
    }
)
"""Plural forms by language, which editors ask for though no text of a film has any."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What bringing a file up to date did to it."""

    new: int = 0
    edited: int = 0
    """Turned fuzzy: edited or moved since they were translated."""
    removed: int = 0
    """Kept as obsolete."""


Guide = Callable[[Text], tuple[str, ...]]
"""What to tell a translator of a text, a line each."""


def renewed(
    old: polib.POFile, story: Story, texts: Sequence[Text], language: str | None, guide: Guide
) -> tuple[polib.POFile, Changes]:
    """
    A file with the texts as they stand now, in the order of the story, and what that changed.

    An empty `old` makes a new file; no language makes a template.
    """
    made = _file(old, story, language)
    entries = dict(enumerate(old))
    new = edited = 0
    for one in carried(story, texts, [_before(at, entry) for at, entry in entries.items()]):
        was = None if one.before is None else entries.pop(one.before.at)
        made.append(_entry(one, was, guide))
        new += one.before is None
        edited += one.before is not None and not one.fits and one.before.said
    removed = 0
    for entry in entries.values():
        if entry.msgstr or entry.tcomment:
            removed += not entry.obsolete
            made.append(_put_away(entry))
    return made, Changes(new, edited, removed)


def _file(old: polib.POFile, story: Story, language: str | None) -> polib.POFile:
    """An empty file with the header of the old one, and what is missing in it."""
    made = polib.POFile(wrapwidth=WIDTH)
    made.header = old.header
    made.metadata_is_fuzzy = old.metadata_is_fuzzy
    known = {key: value for key, value in old.metadata.items() if key != "Content-Type"}
    made.metadata = {
        "Project-Id-Version": story.id,
        "Language": (language or "").replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Transfer-Encoding": "8bit",
        **({"Plural-Forms": plural_forms(language)} if language is not None else {}),
        **known,
        "Content-Type": "text/plain; charset=UTF-8",
    }
    return made


def plural_forms(language: str) -> str:
    """How a language counts, in gettext's words; as English does where it is not known here."""
    return _PLURALS.get(language) or _PLURALS.get(language.partition("-")[0]) or _TWO


def _before(at: int, entry: polib.POEntry) -> Before:
    said = bool(entry.msgstr or entry.tcomment)
    return Before(at, entry.msgctxt or "", entry.msgid, said, bool(entry.obsolete))


def _entry(one: Carried, was: polib.POEntry | None, guide: Guide) -> polib.POEntry:
    """A text with what is left of its translation."""
    text = one.text
    entry = polib.POEntry(
        msgctxt=text.context,
        msgid=text.source,
        comment="\n".join(guide(text)),
        occurrences=[(text.place.file, str(text.place.line))] if text.place.file else [],
    )
    if was is None:
        return entry
    entry.msgstr, entry.tcomment, entry.flags = was.msgstr, was.tcomment, list(was.flags)
    entry.previous_msgid, entry.previous_msgctxt = was.previous_msgid, was.previous_msgctxt
    if not one.fits and was.msgstr:
        _doubt(entry, was)
    return entry


def _doubt(entry: polib.POEntry, was: polib.POEntry) -> None:
    """Mark a translation as made for other words, and name the words it was made for."""
    if FUZZY not in entry.flags:
        entry.flags.append(FUZZY)
    source = was.previous_msgid or was.msgid
    context = was.previous_msgctxt or was.msgctxt
    entry.previous_msgctxt = context if context != entry.msgctxt else None
    moved = source != entry.msgid or entry.previous_msgctxt is not None
    entry.previous_msgid = source if moved else None  # gettext takes no place without its words


def _put_away(entry: polib.POEntry) -> polib.POEntry:
    """The entry of a text that is gone, kept for the day it comes back."""
    entry.obsolete = True
    entry.previous_msgid = entry.previous_msgctxt = None  # the library would not read them again
    entry.occurrences, entry.comment = [], ""
    return entry
