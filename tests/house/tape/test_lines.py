"""A tape can hold what happened, exactly, and nothing else: no picture and no word."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import get_args, get_type_hints

import jsonschema
import msgspec
import pytest

from engine.house.tape.lines import METHODS, decode, encode, is_record, line_of, message_of, schema
from engine.messages.facts import (
    Fact,
    FilmChanged,
    LanguageChosen,
    MoodRead,
    OptionPressed,
    ShotBegan,
    ViewingBegan,
    WordsRead,
)
from engine.messages.records import Cause, Entered, Record, Tally, Turn
from engine.messages.shots import Shot, Source
from engine.messages.standing import Standing
from engine.story.model import Reading, Way
from engine.story.units import OptionId, SceneId, Seconds, Share, Steps
from tests.films import TWO_DOORS

DOCS = Path(__file__).parents[3] / "docs" / "tape.md"
SCHEMA = DOCS.with_name("tape.schema.json")

TOLD_IN_TEXT = {
    ("ViewingBegan", "language"): "a language's code",
    ("ViewingBegan", "start"): "a scene's name",
    ("ViewingBegan", "given"): "variables, by the author's names and words",
    ("ViewingBegan", "avoids"): "warnings, as the author wrote them",
    ("ViewingBegan", "memory"): "variables, by the author's names and words",
    ("ViewingBegan", "seen_before"): "scenes' names",
    ("ViewingBegan", "ended_before"): "endings' names",
    ("ViewingBegan", "learned"): "scenes' names",
    ("Standing", "film"): "the film's id",
    ("Standing", "version"): "of its text",
    ("Standing", "scene"): "a scene's name",
    ("Standing", "chapter"): "a scene's name",
    ("Standing", "language"): "a language's code",
    ("Standing", "variables"): "by the author's names and words",
    ("Standing", "visited"): "scenes' names",
    ("Standing", "taken"): "options' ids",
    ("Standing", "used"): "scenes' names and options' ids",
    ("Standing", "rounds"): "scenes' names",
    ("Standing", "feelings"): "feelings' names",
    ("Standing", "visits_open"): "scenes' names",
    ("Standing", "path"): "scenes' names",
    ("Standing", "avoids"): "warnings, as the author wrote them",
    ("Turn", "scene"): "a scene's name",
    ("Turn", "to"): "a scene's name",
    ("Turn", "option"): "an option's id",
    ("Turn", "label"): "the author's",
    ("Turn", "because"): "the author's",
    ("Turn", "evidence"): "numbers, by their readings' names",
    ("Turn", "unsure"): "the engine's own sentences",
    ("Untaken", "scene"): "a scene's name",
    ("Untaken", "label"): "the author's",
    ("Untaken", "knew"): "the author's",
    ("Shot", "scene"): "a scene's name",
    ("Shot", "file"): "the film's",
    ("Shot", "fallback"): "the film's",
    ("Shot", "title"): "the author's",
    ("Shot", "words"): "the author's",
    ("Shot", "view"): "the author's",
    ("Shot", "bed"): "the film's",
    ("Shot", "stem"): "the film's",
    ("ShotFailed", "says"): "the machine's own sentence about a clip",
    ("OptionPressed", "option"): "an option's id",
    ("PhonesJoined", "voices"): "names for this evening only",
    ("Voted", "voice"): "a name for this evening only",
    ("Voted", "option"): "an option's id",
    ("WordsRead", "option"): "an option's id",
    ("WordsRead", "method"): f"one of {METHODS}, and a tape takes no other",
    ("SenseLost", "says"): "the machine's own sentence about a device",
}
"""Every text in a fact, and whose it is. What a viewer typed is none of them."""

EVENING = ViewingBegan(
    seed=2**70,
    hour=20.1,
    offers=frozenset({Way.FACE, Way.BUTTONS}),
    given={"trust": 1.0, "knows": True, "weather": "storm"},
    learned={"a>b": Tally(3, 1.25)},
    standing=Standing(
        film="f", version="1", scene=SceneId("a"), chapter=SceneId("a"), seed=1, hour=2.0,
        language="zh", variables={"n": 1.0}, used=frozenset({(SceneId("a"), "Left")}),
        turns=(Turn(scene=SceneId("a"), to=SceneId("b"), cause=Cause.FACE, label="笑一笑"),),
    ),
)  # fmt: skip


def texts_of(kind: type, seen: set) -> set:
    """Every field that can hold text, in a message and the messages in it."""
    if kind in seen:
        return set()
    seen.add(kind)
    found = set()
    for name, hint in get_type_hints(kind).items():
        for part in parts_of(hint):
            if is_dataclass(part):
                found |= texts_of(part, seen)
            elif part is str:
                found.add((kind.__name__, name))
    return found


def parts_of(hint) -> set:
    """The plain types in a type."""
    hint = getattr(hint, "__supertype__", hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return set()
    inner = {part for each in get_args(hint) for part in parts_of(each)}
    return inner or {hint}


def test_no_text_of_a_viewer_has_a_place_on_a_tape():
    """Whoever gives a fact a text says here whose it is, before it can be written down."""
    kinds = [one for one in get_args(Fact) if one not in {FilmChanged, LanguageChosen}]
    seen: set = set()

    found = set().union(*(texts_of(kind, seen) for kind in kinds))

    assert not found - set(TOLD_IN_TEXT)


def test_typed_words_cannot_be_smuggled_in_as_how_they_were_understood():
    """The one text about words is one of five."""
    words = WordsRead(None, 0.2, Share(0.5), clear=True, method="I hate my neighbour")

    with pytest.raises(msgspec.ValidationError):
        line_of(words)
    with pytest.raises(msgspec.ValidationError):
        decode(
            encode(line_of(WordsRead(None, 0.2, Share(0.5), True, "none"))).replace(b"none", b"hi")
        )


@pytest.mark.parametrize(
    "message",
    [
        EVENING,
        OptionPressed(OptionId("留下")),
        ShotBegan(
            Shot(scene=SceneId("a"), visit=2, source=Source.FILE, file="a", length=Seconds(0.1)),
            Seconds(1 / 3),
        ),
        WordsRead(OptionId("Left"), -0.1, Share(2 / 3), clear=True, method="phrase"),
        MoodRead(
            at=Seconds(0.1 + 0.2), readings={Reading.SMILE: Steps(1 / 3)},
            confidence={Reading.ATTENTION: Share(0.1)}, faces=0, calibrated=False,
        ),
        Entered(scene=SceneId("a"), visit=1, at=Seconds(1e-9)),
        Turn(scene=SceneId("a"), to=SceneId("b"), cause=Cause.TIME, evidence={"x": 0.1 + 0.2}),
    ],
    ids=lambda one: type(one).__name__,
)  # fmt: skip
def test_a_message_comes_back_as_it_was(message):
    """To the last digit: a decision may hang on it."""
    line = line_of(message)

    assert message_of(decode(encode(line))) == message
    assert is_record(line) is isinstance(message, Record)


def test_a_change_of_language_is_named_and_a_film_is_not_written():
    """A tape is of one viewing and not a copy of the story."""
    spoken = encode(line_of(LanguageChosen(TWO_DOORS, "zh")))

    assert json.loads(spoken) == {"kind": "language-chosen", "language": "zh"}
    assert json.loads(encode(line_of(FilmChanged(TWO_DOORS)))) == {"kind": "film-changed"}


@pytest.mark.parametrize(
    "line",
    [
        {"kind": "hand-seen", "who": "Anna"},
        {"kind": "words-read", "option": None, "sentiment": 0.1, "confidence": 0.5, "clear": True,
         "method": "none", "words": "hello"},
        {"kind": "picture", "pixels": [1, 2]},
        {"kind": "consent-answered"},
        {"kind": "consent-answered", "yes": "maybe"},
        {"kind": "shot-ended", "shot": {"scene": "a", "visit": 1, "source": "file", "length": 1.0,
                                        "note": "x"}},
        {"yes": True},
    ],
)  # fmt: skip
def test_a_line_that_is_no_message_is_refused(line):
    """Also if it is one and says a word more."""
    with pytest.raises(msgspec.MsgspecError):
        decode(json.dumps(line).encode())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(line, schema())


def test_a_mood_has_no_more_numbers_than_there_are_readings():
    """Eleven, and words are not read of a face."""
    line = decode(b'{"kind":"mood-read","at":1.0,"readings":[0,0,0,0,0,0,0,0,0,0,0,0],"sure":[]}')
    words = MoodRead(
        at=Seconds(1), readings={Reading.TEXT_SENTIMENT: Steps(1)}, confidence={}, faces=1,
        calibrated=True,
    )  # fmt: skip

    with pytest.raises(ValueError, match="12"):
        message_of(line)
    with pytest.raises(msgspec.ValidationError):
        line_of(words)


def test_the_published_schema_is_the_one_that_is_read_by():
    """Written by `python -m tests.house.tape.test_lines`."""
    assert json.loads(SCHEMA.read_text("utf-8")) == json.loads(json.dumps(schema()))


def test_the_lines_shown_in_the_docs_are_lines_of_a_tape():
    """And fit the schema beside them."""
    block = DOCS.read_text("utf-8").split("```json\n")[1].split("```")[0]

    for line in block.splitlines():
        decode(line.encode())
        jsonschema.validate(json.loads(line), schema())


def test_every_kind_of_fact_and_record_has_a_line():
    """A new fact stands on tapes from its first day."""
    kinds = set(schema()["discriminator"]["mapping"])

    assert {"viewing-began", "voted", "warning-answered", "turn", "measured"} <= kinds
    packed_or_named = len({"ticks", "mood-read", "film-changed", "language-chosen"})
    others = len(get_args(Fact)) - packed_or_named
    assert len(kinds) == others + packed_or_named + len(get_args(Record)) + len(
        {"tape", "viewing"}
    )


def test_fields_that_are_mappings_come_back_as_mappings():
    """The director looks names up in them."""
    back = message_of(decode(encode(line_of(EVENING))))

    assert all(
        isinstance(getattr(back, one.name), Mapping)
        for one in fields(back)
        if isinstance(getattr(EVENING, one.name), Mapping)
    )


if __name__ == "__main__":
    told = json.dumps(schema(), indent=1, ensure_ascii=False)
    SCHEMA.write_text(told + "\n", encoding="utf-8")
