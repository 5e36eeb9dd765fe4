"""The tests that authors wrote into their stories, each a test of its own."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from engine.desk.films import read
from engine.director.rehearsal import rehearse
from engine.senses.words.words import Words
from engine.shelf.films import FilmFolder
from engine.shelf.places import assets
from engine.story.film import Film
from engine.story.model import StoryTest
from engine.story.reading.parse import parse

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = sorted(ROOT.glob("stories/*/story.yaml"))
SMALL = sorted([*ROOT.glob("tests/films/*.yaml"), *ROOT.glob("tests/films/*/story.yaml")])
READER = Words(assets() / "models")


@cache
def film_of(story: Path) -> Film:
    """A film of the library, or one of a single file, before a frame of it is shot."""
    if story.name == "story.yaml":
        return read(FilmFolder(story.parent)).film
    parsed = parse({"story.yaml": story.read_text("utf-8")}, story.stem)
    return Film(parsed.story, {})


def rehearsals() -> Iterator[tuple[Path, StoryTest]]:
    for story in (*LIBRARY, *SMALL):
        for test in film_of(story).story.tests:
            yield story, test


def called(one: object) -> str:
    """A case is called as its author called it."""
    match one:
        case Path():
            return one.parent.name if one.name == "story.yaml" else one.stem
        case StoryTest():
            return one.name
        case _:
            return str(one)


@pytest.mark.parametrize(("story", "test"), list(rehearsals()), ids=called)
def test_the_rehearsal_holds(story, test):
    """On the director that plays the film, for every seed it names or needs."""
    film = film_of(story)
    (outcome,) = rehearse(replace(film, story=replace(film.story, tests=(test,))), READER)

    assert outcome.fault is None


@pytest.mark.parametrize("story", LIBRARY, ids=called)
def test_every_film_that_comes_with_the_engine_has_rehearsals(story):
    """And no two of one name, so that each is told apart."""
    names = [test.name for test in film_of(story).story.tests]

    assert names
    assert len(names) == len(set(names))
