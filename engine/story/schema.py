"""
The JSON Schema of a story, by which editors complete its keys and explain them.

It is made from the tables the parser reads by, and knows shapes and words. That a scene exists
or a condition makes sense only `check` can tell. What the parser takes, the schema takes; a key
or a word that the schema does not know, the parser refuses.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from engine.story import schema_forms as forms
from engine.story.languages import LANGUAGE
from engine.story.model import ClipKind, Crowd, CutAt, Hold, Keep, PickMode, Sign, Way
from engine.story.reading import vocabulary
from engine.story.reading.vocabulary import Keywords
from engine.story.schema_forms import (
    CONDITION,
    EFFECTS,
    FILE,
    GO,
    TEXT,
    TEXTS,
    TRUTH,
    Form,
    any_of,
    listed,
    made,
    named,
    number,
    one_or_more,
    typed,
    word,
)

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_TITLE: Final = "A story of Kinoeye, format 1; or a file that one includes"

_STORY: Final[Mapping[str, Form]] = {
    "film": {"const": 1},
    "id": forms.FILM_ID,
    "title": TEXT,
    "language": forms.CODE,
    "languages": one_or_more(forms.CODE),
    "start": GO,
    "include": one_or_more(FILE),
    "about": made("about"),
    "state": named(any_of(TEXT, made("variable"))),
    "memory": TEXTS,
    "sensing": made("sensing"),
    "defaults": made("defaults"),
    "feelings": named(forms.FEEL),
    "scenes": named(made("scene")),
    "tests": one_or_more(made("test")),
}
_ABOUT: Final[Mapping[str, Form]] = {
    "authors": TEXTS,
    "rating": made("rating"),
    "warnings": TEXTS,
    "licence": TEXT,
    "credits": FILE,
    "tags": TEXTS,
    "poster": FILE,
    "attract": FILE,
    "summary": TEXT,
    "minutes": forms.MINUTES,
    "arc": one_or_more(number(-1, 1)),
}
_RATING: Final[Mapping[str, Form]] = {"age": number(0, 21), "note": TEXT}
_VARIABLE: Final[Mapping[str, Form]] = {"is": TEXT, "range": forms.RANGE, "one_of": TEXTS}
_SENSING: Final[Mapping[str, Form]] = {
    "uses": one_or_more(word(Way)),
    "why": TEXT,
    "baseline": forms.SPAN_IN_SCENE,
    "confidence": number(0, 1),
    "sign": word(Sign),
    "keep": word(Keep),
}
_HABITS: Final[Mapping[str, Form]] = {
    "by": one_or_more(word(Way)),
    "at": forms.MOMENT,
    "for": forms.LENGTH_OR_NONE,
    "hold": word(Hold),
    "cut": word(CutAt),
    "crowd": word(Crowd),
}
_CHOICE: Final[Mapping[str, Form]] = {
    **_HABITS,
    "ask": TEXT,
    "read": forms.SPAN,
    "hints": TRUTH,
    "options": typed("object", minProperties=1, additionalProperties=made("option")),
    "exhausted": GO,
}
_SHORT_CHOICE: Final = typed(
    "object",
    minProperties=1,
    propertyNames={"not": {"enum": list(vocabulary.CHOICE)}},
    additionalProperties=made("option"),
)
_OPTION: Final[Mapping[str, Form]] = {
    "go": GO,
    "feel": forms.FEEL,
    "hear": TEXTS,
    "when": CONDITION,
    "set": EFFECTS,
    "once": TRUTH,
    "because": TEXT,
    "default": TRUTH,
    "id": TEXT,
}
_CLIP: Final[Mapping[str, Form]] = {
    "file": forms.CLIP_FILE,
    "still": FILE,
    "slate": TEXT,
    "in": forms.MOMENT,
    "out": forms.MOMENT,
    "loop": TRUTH,
    "fallback": FILE,
    "seconds": forms.LENGTH,
    "view": forms.ALL_AROUND,
    "bed": FILE,
    "stem": FILE,
    "bar": forms.LENGTH,
}
_SCENE: Final[Mapping[str, Form]] = {
    "play": any_of(
        forms.CLIP_FILE,
        made("clip"),
        listed(any_of(forms.CLIP_FILE, made("variant")), least=1),
    ),
    "set": EFFECTS,
    "via": GO,
    "intend": made("intend"),
    "chapter": TEXT,
    "describe": TEXT,
    "note": TEXT,
    "warn": TEXTS,
    "skip_to": GO,
    "was": TEXTS,
    "next": any_of(GO, listed(any_of(GO, made("branch")), least=1)),
    "choice": any_of(made("choice"), made("short_choice")),
    "pick": any_of(made("entries"), made("pick")),
    "end": typed("string", "number"),
    "return": {"const": True},
}
_INTENT: Final[Mapping[str, Form]] = {"valence": number(-1, 1), "arousal": number(-1, 1)}
_BRANCH: Final[Mapping[str, Form]] = {"when": CONDITION, "go": GO}
_PICK: Final[Mapping[str, Form]] = {"mode": word(PickMode), "of": made("entries")}
_ENTRY: Final[Mapping[str, Form]] = {
    "go": GO,
    "when": CONDITION,
    "weight": number(0.001, 1000),
    "once": TRUTH,
}
_TEST: Final[Mapping[str, Form]] = {
    "name": TEXT,
    "do": one_or_more(TEXT, least=1),
    "expect": TEXT,
    "without": one_or_more(word(Way)),
    "seed": number(0, 2**31),
}


def schema() -> Form:
    """The whole schema."""
    return {
        "$schema": _DRAFT,
        "title": _TITLE,
        "anyOf": [made("story"), made("included")],
        "$defs": _parts(),
    }


def _parts() -> Form:
    """Every part of a story by the name it is referred to."""
    scenes = any_of({"required": ["scenes"]}, {"required": ["include"]})
    return {
        "story": _part(vocabulary.STORY, _STORY, "film", **scenes),
        "included": _part(vocabulary.INCLUDED, _STORY, "scenes"),
        "about": _part(vocabulary.ABOUT, _ABOUT),
        "rating": _part(vocabulary.RATING, _RATING),
        "variable": _part(vocabulary.VARIABLE, _VARIABLE, "is"),
        "sensing": _part(vocabulary.SENSING, _SENSING),
        "defaults": _part(vocabulary.DEFAULTS, {"choice": made("habits")}),
        "habits": _part(vocabulary.HABITS, _HABITS),
        "scene": _part(vocabulary.SCENE, _SCENE, **_exactly_one(vocabulary.WAYS)),
        "intend": _part(vocabulary.INTENT, _INTENT),
        "clip": _shown(vocabulary.CLIP, _CLIP),
        "variant": _shown(vocabulary.VARIANT, {**_CLIP, "when": CONDITION}),
        "choice": _part(vocabulary.CHOICE, _CHOICE, "options"),
        "short_choice": _SHORT_CHOICE,
        "option": any_of(GO, made("long_option")),
        "long_option": _part(vocabulary.OPTION, _OPTION, "go"),
        "branch": _part(vocabulary.BRANCH, _BRANCH, "go"),
        "pick": _part(vocabulary.PICK, _PICK, "of"),
        "entries": listed(any_of(GO, made("entry")), least=1),
        "entry": _part(vocabulary.ENTRY, _ENTRY, "go"),
        "test": _part(vocabulary.TEST, _TEST, "do", "expect"),
    }


def _part(keywords: Keywords, under: Mapping[str, Form], *needed: str, **more: object) -> Form:
    """A part of a story: exactly these keys, each explained."""
    keys = {key: {"description": says, **under[key]} for key, says in keywords.items()}
    required = {"required": list(needed)} if needed else {}
    return typed("object", **required, **more, additionalProperties=False, properties=keys)


def _shown(keywords: Keywords, under: Mapping[str, Form]) -> Form:
    """What a scene plays, with a file for each language."""
    codes = rf"^(?!({'|'.join(keywords)})$){LANGUAGE.pattern}$"
    in_language = {codes: {"description": "The file in this language.", **FILE}}
    one = _exactly_one(kind.value for kind in ClipKind)
    return _part(keywords, under, **one, patternProperties=in_language)


def _exactly_one(keys: Iterable[str]) -> Mapping[str, object]:
    return {"oneOf": [{"required": [key]} for key in keys]}
