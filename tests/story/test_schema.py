"""The schema by which editors complete stories, against the parser and every story there is."""

import copy
import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.story.findings import Weight
from engine.story.model import Crowd, CutAt, Hold, Keep, PickMode, Sign, Way
from engine.story.reading import vocabulary
from engine.story.reading.notes import Notes
from engine.story.reading.parse import parse
from engine.story.reading.yamltext import ListNode, MapNode, read_yaml
from engine.story.schema import schema
from tests.story.examples import FOLDER

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = schema()
JUDGE = jsonschema.Draft202012Validator(SCHEMA)
STORIES = sorted([*ROOT.glob("stories/*/story.yaml"), *ROOT.glob("tests/films/*.yaml")])
PAGE = (ROOT / "docs/writing.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
WHOLE = [
    each
    for page in (PAGE, README)
    for each in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    if each.startswith("film:")
]
TEXTS = [*(path.read_text(encoding="utf-8") for path in STORIES), *WHOLE]

OF_SHAPE = {
    *("S020", "S021", "S022", "S023", "S024", "S025", "S026", "S027"),
    *("S102", "S103", "S104", "S106", "S107", "S108", "S201", "S301", "S306", "S307", "S402"),
    "S603",
}
"""Faults the schema knows."""


def plain(node):
    """A story's text as the values an editor judges, by the rules of YAML 1.2."""
    if isinstance(node, MapNode):
        return {key.text: plain(each) for key, each in node.entries}
    if isinstance(node, ListNode):
        return [plain(each) for each in node.items]
    if node.empty:
        return None
    if node.truth is not None:
        return node.truth
    number = node.number
    if number is None:
        return node.text
    return int(number) if number.is_integer() else number


def values(text):
    """The values of a story; none where it is no YAML that stories may be written in."""
    notes = Notes()
    root = read_yaml(text, "story.yaml", notes)
    return plain(root) if notes.sound else None


def written(value):
    """A value as YAML in braces, every text in quotes; the reverse of `plain`."""
    match value:
        case dict():
            entries = (f"{quoted(key)}: {written(each)}" for key, each in value.items())
            return f"{{{', '.join(entries)}}}"
        case list():
            return f"[{', '.join(map(written, value))}]"
        case None:
            return "~"
        case bool():
            return str(value).lower()
        case str():
            return quoted(value)
        case _:
            return repr(value)


def quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def takes(text):
    """Whether the parser takes a story."""
    return parse({"story.yaml": text}, "two-doors").story is not None


@pytest.mark.parametrize("text", TEXTS, ids=map(str, range(len(TEXTS))))
def test_every_story_there_is_fits(text):
    """What is played has no red line under it in an editor."""
    assert [error.message for error in JUDGE.iter_errors(values(text))] == []


def test_an_included_file_fits():
    """By the same schema: an editor does not know which of the two it has."""
    JUDGE.validate({"scenes": {"yard": {"play": "yard.mp4", "end": "Free"}}})

    assert not JUDGE.is_valid({"scenes": {}, "title": "Two Doors"})


def test_it_is_itself_a_schema():
    """Of the draft it names."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_key_is_explained_and_no_other():
    """Whatever the parser knows is completed, and explained where the mouse rests on it."""
    tables = {
        name: set(table)
        for name, table in vars(vocabulary).items()
        if name.isupper() and isinstance(table, dict)
    }
    parts = [part for part in SCHEMA["$defs"].values() if "properties" in part]

    assert {frozenset(part["properties"]) for part in parts} == {
        frozenset(table) for table in tables.values()
    }
    for part in parts:
        assert part["additionalProperties"] is False
        for key in part["properties"].values():
            assert len(key["description"]) > 8


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_what_is_wrong_in_shape_is_refused_and_nothing_else(path):
    """Each example of a finding: the schema knows its fault, or leaves it to `check`."""
    story = values(path.read_text(encoding="utf-8"))

    if story is None:  # an editor underlines this by itself, or it is a matter of size
        assert path.stem not in OF_SHAPE
    else:
        assert JUDGE.is_valid(story) == (path.stem not in OF_SHAPE)


def test_faults_of_shape_are_errors_of_the_parser():
    """So that an editor never underlines what plays."""
    for code in OF_SHAPE:
        text = (FOLDER / f"{code}.yaml").read_text(encoding="utf-8")
        found = parse({"story.yaml": text}, "two-doors").findings

        assert [each for each in found if each.weight is Weight.ERROR]


LISTS = (Way, Hold, CutAt, Crowd, PickMode, Sign, Keep)
WORDS = [each.value for words in LISTS for each in words]
KEYS = sorted({key for part in SCHEMA["$defs"].values() for key in part.get("properties", ())})
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([0, 1, -1, 5, 1.5, 360, 2000, 100000]),
    st.sampled_from(
        [*WORDS, "", " ", "garden", "6s", "-9s", "0s", "1:30", "3s..9s", "-3..3", "9..14",
         "no limit", " no limit ", "trust > 0", "trust += 1", "smile > 0.8", "visited(hall)",
         "hall.mp4", "../hall.mp4", "hall.jpg", "a\\b", "sea.mp4#t=1,2", "true", "~", "timeouts",
         "en", "cn", "zh-Hant", "two-doors", "Two Doors", " 360 ", "hall 3s..9s"],
    ),
    st.sampled_from([{}, [], ["garden"], [None], {"go": "garden"}, {"slate": "Hello"},
                     [{"when": "true", "go": "garden"}, "garden"], {"Left": "garden"}]),
)  # fmt: skip


def spots(value, at=()):
    """Every mapping and list in a value, by the way to it."""
    if isinstance(value, dict | list):
        yield at
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from spots(each, (*at, key))


def part_at(value, at):
    for key in at:
        value = value[key]
    return value


@st.composite
def slips(draw):
    """A story with one key renamed, added, left out, or with something else under it."""
    value = copy.deepcopy(draw(st.sampled_from(BASES)))
    part = part_at(value, draw(st.sampled_from(list(spots(value)))))
    if isinstance(part, list):
        part.insert(draw(st.integers(0, len(part))), draw(VALUES))
        return value
    keys = st.sampled_from(list(part)) if part else st.just("play")
    match draw(st.sampled_from(("rename", "add", "drop", "replace"))):
        case "rename":
            old = draw(keys)
            new = draw(st.one_of(st.sampled_from(KEYS), st.just(f"{old}x")))
            renamed = {new if key == old else key: each for key, each in part.items()}
            part.clear()
            part.update(renamed)
        case "add":
            part[draw(st.sampled_from([*KEYS, "zh", "colour"]))] = draw(VALUES)
        case "drop":
            part.pop(draw(keys), None)
        case _:
            part[draw(keys)] = draw(VALUES)
    return value


BASES = [values(text) for text in TEXTS]


@given(slips())
def test_what_the_parser_takes_the_schema_takes(story):
    """No red line under what plays, whatever was slipped, swapped or left out."""
    if takes(written(story)):
        assert [error.message for error in JUDGE.iter_errors(story)] == []


UNKNOWN = {"additionalProperties", "enum", "const"}


def leaves(error):
    """The reasons at the bottom of an error; of several readings, the nearest to being right."""
    if not error.context:
        return [error]
    readings = {}
    for each in error.context:
        readings.setdefault(each.schema_path[0], []).extend(leaves(each))
    return min(readings.values(), key=len)


@given(slips())
def test_a_key_or_word_the_schema_does_not_know_the_parser_refuses(story):
    """What is underlined for its name is wrong for `check` too."""
    errors = [leaf for error in JUDGE.iter_errors(story) for leaf in leaves(error)]

    if any(error.validator in UNKNOWN for error in errors):
        assert not takes(written(story))


@given(slips())
def test_writing_a_story_and_reading_it_gives_the_same_values(story):
    """Or the two tests above would compare different stories."""
    assert values(written(story)) == story
