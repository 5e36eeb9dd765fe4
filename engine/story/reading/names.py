"""What may be a name: letters of any script, digits and `_`, not a digit first."""

from typing import Final
from unicodedata import normalize

from engine.story.model import Reading
from engine.story.places import Place
from engine.story.reading.notes import Notes
from engine.story.rules import Rule
from engine.story.trees import Function

RESERVED: Final = frozenset(
    {each.value for each in Function}
    | {each.value for each in Reading}
    | {"felt", "text", "and", "or", "not", "true", "false"}
)


def settled(name: str) -> str:
    """The name in the one form under which it is kept: two that look the same are the same."""
    return normalize("NFKC", name.strip())


def is_name(name: str, place: Place, notes: Notes) -> bool:
    """Whether an author may use it as a name; where not, it is noted why."""
    plain = settled(name)
    if plain in RESERVED:
        notes.note(Rule.RESERVED, place, name=plain)
        return False
    if plain.isidentifier():
        return True
    better = usable(plain)
    if better and "-" in plain:
        notes.note(Rule.HYPHEN, place, name=plain, better=better)
    else:
        notes.note(Rule.BAD_NAME, place, name=plain, better=better or "a_name")
    return False


def usable(name: str) -> str:
    """The nearest name that may be used; nothing where none is near."""
    if name.isidentifier():
        return name
    joined = "".join(letter if f"_{letter}".isidentifier() else "_" for letter in name)
    joined = joined.strip("_")
    return joined if not joined or joined.isidentifier() else f"_{joined}"
