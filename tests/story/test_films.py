"""The small films that other tests play."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from engine.desk.films import load, read
from engine.director.rehearsal import evening
from engine.shelf.films import open_film
from engine.story.check import check
from engine.story.model import (
    Choice,
    Crowd,
    CutAt,
    End,
    Hold,
    Measure,
    Next,
    Pick,
    PickMode,
    Reading,
    Return,
    Way,
)
from engine.story.reading import vocabulary
from engine.story.trees import Function
from tests.story.examples import said_of

FILMS = sorted(Path("tests/films").glob("*.yaml"))
EVERY_WORD = Path("tests/films/every-word")
TEXTS = {path.name: path.read_text("utf-8") for path in EVERY_WORD.glob("*.yaml")}
TEXT = "\n".join(TEXTS.values())
TABLES = [name for name, table in vars(vocabulary).items() if name.isupper() and name != "WAYS"]


def keys_of(node: object) -> Iterator[str]:
    """Every key that is written in a text."""
    match node:
        case Mapping():
            for key, value in node.items():
                yield str(key)
                yield from keys_of(value)
        case list():
            for value in node:
                yield from keys_of(value)


KEYS = {key for text in TEXTS.values() for key in keys_of(yaml.safe_load(text))}


@pytest.mark.parametrize("path", FILMS, ids=lambda path: path.stem)
def test_nothing_is_said_of_the_small_films(path):
    """But that nobody translated them: a test that plays one should not stumble over its text."""
    findings = said_of({"story.yaml": path.read_text(encoding="utf-8")})

    assert [str(each) for each in findings if each.rule.code != "S401"] == []


def test_the_film_of_every_word_has_no_mistake():
    """But that no frame is shot, a picture waits, and faces show some of its words too faintly."""
    opened = read(open_film(str(EVERY_WORD)))

    assert opened.findings == ()
    assert {each.rule.code for each in check(opened.film)} - {"S401"} == {"S209", "S210", "S302"}


@pytest.mark.parametrize("table", TABLES)
def test_the_film_of_every_word_has_every_key_the_parser_knows(table):
    """A key that is added to the format is added to it, or this fails."""
    assert set(getattr(vocabulary, table)) <= KEYS


@pytest.mark.parametrize(
    "value",
    [*Way, *Crowd, *Hold, *CutAt, *PickMode, *Reading, *Measure, *Function],
    ids=lambda value: f"{type(value).__name__} {value.value}",
)
def test_the_film_of_every_word_uses_every_value(value):
    """Each way, rule, mode, reading, measure and function, where nothing else is meant by it."""
    written = {
        Crowd: rf"crowd: {value.value}\b",
        Hold: rf"hold: {value.value}\b",
        CutAt: rf"cut: {value.value}\b",
        PickMode: rf"mode: {value.value}\b",
        Measure: rf"\.{value.value}\b",
        Function: rf"\b{value.value}\(",
    }.get(type(value), rf"\b{re.escape(value.value)}\b")

    assert re.search(written, TEXT)


def test_the_film_of_every_word_has_every_kind_of_way():
    """And its parts are understood as they are meant."""
    _, told = load(str(EVERY_WORD))
    story = told.story

    kinds = {type(scene.way) for scene in story.scenes.values()}
    assert kinds == {Next, Choice, Pick, End, Return}
    assert story.scenes["gate"].play[1].clip.by_language == {"zh": "门.mp4"}
    assert story.scenes["table"].play[0].clip.start == 2
    assert story.scenes["sea"].play[0].clip.view == "360"
    assert story.memory == ("trust",)


def test_the_film_of_every_word_is_played_to_each_of_its_endings():
    """Every scene of it is met on some evening, on the director that plays films."""
    _, told = load(str(EVERY_WORD), "zh")
    scripts = (
        ("微笑", "灯", "船", "上楼"),
        ("离开",),
        ("敲门", "划过去", "唱歌", "上岸"),
        ("守着",),
    )
    evenings = [evening(told, script, seed=seed) for script in scripts for seed in range(12)]

    assert {one.ending for one in evenings} == {"Free", "Lost"}
    assert {scene for one in evenings for scene in one.path} == told.story.scenes.keys() - {
        "quiet"  # for those who avoid storms
    }
    assert [one.trouble for one in evenings if one.trouble] == []
