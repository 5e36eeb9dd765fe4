"""Frozen values made plain, and read back."""

from contextlib import suppress
from dataclasses import dataclass, field

import msgspec
import pytest

from engine.shelf.films import shipped_films
from engine.shelf.values import ForeignError, Shapes
from engine.story.findings import Finding
from engine.story.gist import Gist, gist_of
from engine.story.model import Option, Scene
from engine.story.places import NOWHERE, Place
from engine.story.reading.parse import STORY, parse
from engine.story.reading.yamltext import MapNode
from tests import films
from tests.story.examples import FOLDER, example

SHAPES = Shapes()


def again(kind, value, file=STORY):
    """A value after it was written to a file and read."""
    shape = SHAPES.of(kind)
    plain = msgspec.msgpack.decode(msgspec.msgpack.encode(shape.plain(value, file)))
    return shape.read(plain, file)


def stories():
    """Every story at hand that can be played."""
    for folder in shipped_films():
        yield parse(folder.sources(), folder.name).story
    for path in sorted(FOLDER.glob("*.yaml")):
        yield parse({STORY: example(path).sources[STORY]}, "film").story
    yield from (film.story for film in films.ALL)


@pytest.fixture(scope="module")
def scenes():
    return [scene for story in stories() if story for scene in story.scenes.values()]


def test_every_scene_comes_back_as_it_was(scenes):
    """Trees, places and all: a film that was kept is the film."""
    assert len(scenes) > 200
    for scene in scenes:
        back = again(Scene, scene, scene.place.file)
        assert back == scene
        assert scene.place == NOWHERE or repr(back) == repr(scene)


def test_a_gist_and_findings_come_back(scenes):
    """Sets, pairs, and rules by their names."""
    gist = gist_of(scenes)
    found = tuple(example(path).findings[0] for path in sorted(FOLDER.glob("*.yaml")))

    assert again(Gist, gist) == gist
    assert again(tuple[Finding, ...], found) == found


def test_a_place_says_its_file_only_where_it_is_another():
    """And nowhere stays nowhere."""
    for place in (Place("a.yaml", 3, 4), Place("b.yaml", 1), NOWHERE):
        assert again(Place, place, "a.yaml") == place
    assert SHAPES.of(Place).plain(Place("a.yaml", 3, 4), "a.yaml") == [3, 4]


@dataclass(frozen=True)
class Box:
    """What a value may be mistaken for its default by."""

    truth: bool | float | str = False
    many: tuple[int, str] = (0, "")
    by_name: dict[str, int] = field(default_factory=dict)


@pytest.mark.parametrize(
    "box", [Box(), Box(truth=0.0), Box(truth=""), Box(many=(1, "a")), Box(by_name={"a": 1})]
)
def test_what_equals_a_default_but_is_none_is_written(box):
    """A variable that begins at zero is no variable that begins with false."""
    back = again(Box, box)

    assert back == box
    assert type(back.truth) is type(box.truth)


@pytest.mark.parametrize(
    "plain",
    [
        *(None, 7, "x", [], ["x"], [0], [1 << 40], [-1], [0b1], [0b1, 5], [True]),
        *([0b111, "a", "b", "c", "d"], {"id": "Left"}, [[0]]),
    ],
)
def test_anything_foreign_is_refused(plain):
    """Nothing is built of what is not what was expected."""
    with pytest.raises(ForeignError):
        SHAPES.of(Option).read(plain, STORY)


def test_a_damaged_scene_is_refused_or_a_scene(scenes):
    """Whatever stands in the place of any part of it: a scene, or a refusal."""
    shape = SHAPES.of(Scene)
    plain = shape.plain(max(scenes, key=lambda scene: len(repr(scene))), STORY)
    for row, at in list(spots(plain)):
        kept = row[at]
        for other in (None, [], [[]], "x", -1, 1.5, True, {}):
            row[at] = other
            with suppress(ForeignError):
                assert isinstance(shape.read(plain, STORY), Scene)
        row[at] = kept


def spots(row):
    """Every spot in a list of lists."""
    for at, each in enumerate(row):
        yield row, at
        if isinstance(each, list):
            yield from spots(each)


def test_a_type_that_nobody_keeps_is_named():
    """A new kind of field in a story is seen when the tests run, not in an exhibition."""
    with pytest.raises(TypeError, match="no value is kept"):
        SHAPES.of(complex)
    assert SHAPES.of(MapNode) is SHAPES.of(MapNode)
