"""
The lines of a tape: what each fact and record is as JSON, exactly, there and back.

Made from the messages themselves, so that a new fact needs no word here, and nothing that is
no message can stand on a tape. Only what comes very often is packed, ticks and moods, and a
change of film is named without the film.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from re import sub
from types import MappingProxyType, UnionType
from typing import Any, Final, Literal, Union, cast, get_args, get_origin, get_type_hints

import msgspec
from msgspec import UNSET, Struct, UnsetType

from engine.messages.facts import (
    Fact,
    FilmChanged,
    LanguageChosen,
    MoodRead,
    Ticked,
    WordsRead,
)
from engine.messages.records import Record
from engine.story.model import Reading
from engine.story.units import Seconds, Share, Steps

FORMAT: Final = 1
"""Of the tape. A later one is refused; earlier ones are read as long as they can be."""
READ: Final = tuple(one for one in Reading if one is not Reading.TEXT_SENTIMENT)
"""The order of the numbers in a mood's lists."""
METHODS: Final = ("number", "label", "phrase", "sentiment", "none")
"""How words can be understood. No other text may stand there: it could be the words."""

Step = int | float | list[int | float]


class Line(Struct, tag_field="kind", forbid_unknown_fields=True, omit_defaults=True, frozen=True):
    """One line of a tape; `kind` says which."""


class Head(Line, tag="tape", frozen=True, kw_only=True):
    """What a tape was made of."""

    format: int
    engine: str
    film: str
    """The film's id."""
    version: str
    """Of its text and of its words in this language: another text, another version."""
    language: str
    """The language the film was opened in."""
    clips: dict[str, float | None]
    """How long each clip was, in seconds; none for one that could not be played."""


class Begins(Line, tag="viewing", frozen=True, kw_only=True):
    """A viewing begins, the first, second ... that this player wrote down."""

    number: int
    now: float = 0.0
    """The show's clock."""


class Ticks(Line, tag="ticks", frozen=True, kw_only=True):
    """
    Ticks one after the other: `[now, position]` of the first, then the steps between them.

    A step is `[now, position, times]`; without `times` it is taken once, and a lone number
    moves both. Steps are whole samples of 1/48000 s, or seconds where the clock counts none.
    """

    at: tuple[float, float]
    samples: list[Step] | UnsetType = UNSET
    seconds: list[Step] | UnsetType = UNSET


class Mood(Line, tag="mood-read", frozen=True, kw_only=True):
    """
    A mood as it was read of the faces. It has no picture.

    The numbers stand in this order: valence, arousal, attention, joy, sadness, anger, fear,
    surprise, disgust, smile, still; null, or the list's end, for what was not read.
    """

    at: float
    faces: int = 1
    calibrated: bool = True
    readings: list[float | None]
    sure: list[float | None]


class Changed(Line, tag="film-changed", frozen=True):
    """The author saved the story while it played. The new text is not on the tape."""


class Spoken(Line, tag="language-chosen", frozen=True):
    """The viewer chose another language."""

    language: str


Heard = Fact | Changed | Spoken
"""A fact as it stands on a tape: all in full but those that hold a film."""
_PACKED: Final = (Ticked, MoodRead, FilmChanged, LanguageChosen)


def kind_of(message: type) -> str:
    """What a message is called on a tape: `viewing-began` for `ViewingBegan`."""
    return sub(r"(?<!^)(?=[A-Z])", "-", message.__name__).lower()


@cache
def _struct(message: type, *, line: bool = False) -> type[Struct]:
    """A message's fields as a strict struct: none more than it has, each of its own type."""
    hints = get_type_hints(message) | _narrower(message)
    told = [(one.name, _as_struct(hints[one.name]), *_default(one)) for one in fields(message)]
    as_line: dict[str, Any] = {"bases": (Line,), "tag": kind_of(message)} if line else {}
    return msgspec.defstruct(
        f"{message.__name__}{'Line' if line else ''}",
        told,
        namespace={"__doc__": message.__doc__},
        forbid_unknown_fields=True,
        omit_defaults=True,
        frozen=True,
        kw_only=True,
        **as_line,
    )


def _narrower(message: type) -> dict[str, object]:
    """Where a tape takes less than the message would."""
    return {"method": Literal[METHODS]} if message is WordsRead else {}


def _as_struct(hint: Any) -> Any:  # noqa: ANN401 -- whatever stands in a message
    """A type with structs in place of the messages in it."""
    if is_dataclass(hint) and isinstance(hint, type):
        return _struct(hint)
    parts, origin = get_args(hint), cast("Any", get_origin(hint))
    if not parts or origin is Literal:
        return hint
    inner = tuple(part if part is Ellipsis else _as_struct(part) for part in parts)
    if origin is Union or isinstance(hint, UnionType):
        return Union[inner]  # noqa: UP007 -- its parts are known only here
    made: Any = dict if origin is Mapping else origin
    return made[inner]


def _default(field: "Field[Any]") -> tuple[object, ...]:
    """What a struct's field is where nothing is written; nothing where it must be."""
    if field.default is not MISSING:
        return (field.default,)
    if field.default_factory is MISSING:
        return ()
    made = field.default_factory()
    return (msgspec.field(default_factory=dict) if isinstance(made, Mapping) else made,)


_FACTS: Final = {_struct(one, line=True): one for one in get_args(Fact) if one not in _PACKED}
_RECORDS: Final = {_struct(one, line=True): one for one in get_args(Record)}
_OWN: Final = (Head, Begins, Ticks, Mood, Changed, Spoken)
_LINES: Final = {message: line for line, message in (_FACTS | _RECORDS).items()}
ANY: Final[Any] = Union[(*_OWN, *_FACTS, *_RECORDS)]
"""Every line there is."""
_ENCODER: Final = msgspec.json.Encoder(order="deterministic")
_DECODER: Final = msgspec.json.Decoder(ANY)


def line_of(message: Fact | Record) -> Line:
    """A fact or record as a line. ValidationError for what no tape may hold; no ticks."""
    match message:
        case MoodRead():
            return _packed(message)
        case FilmChanged():
            return Changed()
        case LanguageChosen(language=language):
            return Spoken(language)
        case _:
            made = msgspec.convert(message, _LINES[type(message)], from_attributes=True)
            return cast("Line", made)


def message_of(line: Line) -> Heard | Record:
    """The fact or record that a line tells of. ValueError for a line that tells of none."""
    match line:
        case Mood():
            return _mood(line)
        case Changed() | Spoken():
            return line
        case _:
            message = _FACTS.get(type(line)) or _RECORDS.get(type(line))
            if message is None:
                raise ValueError("it tells of nothing that happened")
            return cast("Heard | Record", msgspec.convert(line, message, from_attributes=True))


def is_record(line: Line) -> bool:
    """Whether a line is what the director wrote down, and not what it heard."""
    return type(line) in _RECORDS


def encode(line: Line) -> bytes:
    """A line as it is written, with its end."""
    return _ENCODER.encode(line) + b"\n"


def decode(written: bytes) -> Line:
    """A written line. `msgspec.MsgspecError` where it is none."""
    return cast("Line", _DECODER.decode(written))


def format_of(written: bytes) -> int | None:
    """The format that a line declares for those after it, if it is the head of a tape."""
    try:
        found = msgspec.json.decode(written, type=_Peek)
    except msgspec.MsgspecError:
        return None
    return found.format if found.kind == "tape" else None


def schema() -> dict[str, Any]:
    """The JSON schema of a tape's lines."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A line of a .kino tape, format {FORMAT}",
        **_in_order(msgspec.json.schema(ANY)),
    }


def _in_order(part: Any) -> Any:  # noqa: ANN401 -- whatever stands in a schema
    """A schema with the items of a default set in one order, whatever order it came in."""
    if isinstance(part, dict):
        return {
            name: sorted(inner)
            if name == "default" and isinstance(inner, list)
            else _in_order(inner)
            for name, inner in part.items()
        }
    return [_in_order(inner) for inner in part] if isinstance(part, list) else part


class _Peek(Struct):
    kind: str
    format: int


def _packed(mood: MoodRead) -> Mood:
    odd = (mood.readings.keys() | mood.confidence.keys()) - set(READ)
    if odd:
        raise msgspec.ValidationError(f"no face shows {min(odd)}")
    return Mood(
        at=float(mood.at),
        faces=mood.faces,
        calibrated=mood.calibrated,
        readings=_numbers(mood.readings),
        sure=_numbers(mood.confidence),
    )


def _numbers(read: Mapping[Reading, float]) -> list[float | None]:
    numbers = [None if one not in read else float(read[one]) for one in READ]
    while numbers and numbers[-1] is None:
        numbers.pop()
    return numbers


def _mood(line: Mood) -> MoodRead:
    readings = {name: Steps(value) for name, value in _named(line.readings)}
    sure = {name: Share(value) for name, value in _named(line.sure)}
    return MoodRead(
        at=Seconds(line.at),
        readings=MappingProxyType(readings),
        confidence=MappingProxyType(sure),
        faces=line.faces,
        calibrated=line.calibrated,
    )


def _named(numbers: list[float | None]) -> Iterator[tuple[Reading, float]]:
    if len(numbers) > len(READ):
        raise ValueError(f"a mood has at most {len(READ)} numbers, and here are {len(numbers)}")
    return ((name, one) for name, one in zip(READ, numbers, strict=False) if one is not None)
