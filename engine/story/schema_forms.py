"""What may stand under a story's keys, in the words of JSON Schema: texts, times, files, names."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from engine.story.languages import COUNTRIES, LANGUAGE
from engine.story.reading.names import RESERVED
from engine.story.reading.parse import ID
from engine.story.reading.play import PICTURES
from engine.story.reading.yamltext import DECIMAL
from engine.story.times import LONGEST, TIME

Form = Mapping[str, object]
"""What may stand somewhere."""


def typed(*types: str, **more: object) -> Form:
    """Something of one of these types."""
    return {"type": types[0] if len(types) == 1 else list(types), **more}


def any_of(*forms: Form) -> Form:
    """Something of one of these forms."""
    return {"anyOf": list(forms)}


def made(name: str) -> Form:
    """The part that is described under this name."""
    return {"$ref": f"#/$defs/{name}"}


def listed(form: Form, least: int = 0) -> Form:
    """A list of them."""
    return typed("array", items=form, **({"minItems": least} if least else {}))


def one_or_more(form: Form, least: int = 0) -> Form:
    """A list of them, or one alone."""
    return any_of(form, listed(form, least))


def word(words: type[StrEnum]) -> Form:
    """One of some words."""
    return {"enum": [each.value for each in words]}


def number(low: float, high: float) -> Form:
    """A number within bounds."""
    return typed("number", minimum=low, maximum=high)


def whole(pattern: str) -> str:
    """The pattern of a text that is nothing else; blanks around it are no matter."""
    return rf"^\s*({pattern})\s*$"


def named(form: Form) -> Form:
    """Some of them, each under a name the author gives."""
    return typed("object", propertyNames=NAME, additionalProperties=form)


def _in_any_case(word: str) -> str:
    return "".join(f"[{letter}{letter.upper()}]" for letter in word)


_NUMBER: Final = DECIMAL.pattern
_LENGTH: Final = TIME.pattern.removeprefix("(-?)")
_LEADS_OUT: Final = typed("string", pattern=r"^\s*/|\\|(^|/)\.\.(/|$)")
_ENDS: Final = "|".join(_in_any_case(end.removeprefix(".")) for end in PICTURES)
_PICTURE: Final = typed("string", pattern=rf"^[^#]*\.({_ENDS})\s*(#.*)?$")

NAME: Final[Form] = {
    # Only what no name can have: which letters are letters, the parser knows better.
    "pattern": r"""^(?!\s*\d)[^-+*/.,:;!?'"()\[\]{}<>=&|@#%^~$\\]*$""",
    "not": {"enum": sorted(RESERVED)},
}
TEXT: Final = typed("string", "number", "boolean")
"""A text needs no quotes to be one: a title may be `1984`."""
TEXTS: Final = one_or_more(TEXT)
TRUTH: Final = typed("boolean")
GO: Final = typed("string")
CONDITION: Final = typed("string", "boolean")
EFFECTS: Final = one_or_more(typed("string"))
FEEL: Final = typed("string")
MOMENT: Final = typed(
    "string",
    "number",
    pattern=whole(TIME.pattern),
    minimum=-LONGEST,
    maximum=LONGEST,
    examples=["6s", "1:30", "-9s"],
)
LENGTH: Final = typed(
    "string",
    "number",
    pattern=whole(_LENGTH),
    exclusiveMinimum=0,
    maximum=LONGEST,
    examples=["6s", "1:30"],
)
LENGTH_OR_NONE: Final[Form] = {
    **LENGTH,
    "pattern": whole(f"{_LENGTH}|no limit"),
    "examples": ["9s", "no limit"],
}
SPAN: Final = typed(
    "string",
    pattern=whole(rf"{TIME.pattern}\s*\.\.\s*{TIME.pattern}"),
    examples=["12s..26s"],
)
SPAN_IN_SCENE: Final = typed(
    "string", pattern=r"^\s*\S+\s+\S+\.\.\S+\s*$", examples=["arrival 4s..24s"]
)
RANGE: Final = typed("string", pattern=whole(rf"{_NUMBER}\s*\.\.\s*{_NUMBER}"), examples=["-3..3"])
MINUTES: Final = typed(
    "string",
    "number",
    pattern=whole(rf"{_NUMBER}(\s*\.\.\s*{_NUMBER})?"),
    exclusiveMinimum=0,
    examples=["9..14"],
)
FILE: Final[Form] = {**TEXT, "not": _LEADS_OUT}
CLIP_FILE: Final[Form] = {**TEXT, "not": any_of(_LEADS_OUT, _PICTURE)}
FILM_ID: Final[Form] = {**TEXT, "pattern": whole(ID.pattern)}
CODE: Final[Form] = {
    **TEXT,
    "pattern": whole(LANGUAGE.pattern),
    "not": {"enum": sorted(COUNTRIES)},
    "examples": ["en", "zh"],
}
ALL_AROUND: Final = any_of({"const": 360}, typed("string", pattern=whole("360")))
