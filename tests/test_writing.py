"""What the page for authors says is so."""

import re
from pathlib import Path

import polib
import pytest

from engine.director.audience import Kind
from engine.director.rehearsal import rehearse
from engine.senses.words.words import Words
from engine.shelf.places import assets
from engine.story.check import check
from engine.story.film import Film
from engine.story.grammar import Function
from engine.story.model import Reading
from engine.story.reading import vocabulary
from engine.story.reading.parse import parse
from engine.story.translate import translated

PAGE = (Path(__file__).resolve().parent.parent / "docs/writing.md").read_text("utf-8")
FILMS = [each for each in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if "title:" in each]
FILM, IN_CHINESE = FILMS


@pytest.fixture
def ferry():
    """The page's film, before a frame of it is shot."""
    return Film(parse({"story.yaml": FILM}, "ferry").story, {})


def test_the_film_of_the_page_has_no_mistake_but_missing_clips(ferry):
    """It is the first thing an author copies."""
    assert {finding.rule.code for finding in check(ferry)} == {"S302"}


def test_the_chinese_film_of_the_page_is_as_sound():
    """Authors who write in Chinese copy it as it stands."""
    chinese = Film(parse({"story.yaml": IN_CHINESE}, "yuye").story, {})

    assert {finding.rule.code for finding in check(chinese)} == {"S302"}
    assert [one.fault for one in rehearse(chinese, Words(assets() / "models"))] == [None]


def test_the_rehearsals_of_the_page_hold(ferry):
    """For every seed."""
    outcomes = list(rehearse(ferry, Words(assets() / "models")))

    assert [outcome.fault for outcome in outcomes] == [None, None, None]


def test_the_translation_of_the_page_reaches_the_film(ferry):
    """Places and texts are those of the page's own film."""
    entries = polib.pofile(re.findall(r"```po\n(.*?)```", PAGE, re.DOTALL)[0])
    words = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in entries}

    chinese = translated(ferry.story, words, "zh")

    assert chinese.title == "末班渡船"
    assert chinese.scenes["pier"].way.options[0].label == "笑一笑"


@pytest.mark.parametrize("key", ["about", "state", "memory", "sensing", "defaults", "feelings"])
def test_every_key_at_the_top_is_told(key):
    """What is not told is not found."""
    assert f"{key}:" in PAGE or f"`{key}`" in PAGE


@pytest.mark.parametrize("function", Function)
def test_every_function_is_told(function):
    """With its parentheses."""
    assert f"{function}(" in PAGE


@pytest.mark.parametrize("reading", [each for each in Reading if each != "text.sentiment"])
def test_every_reading_is_told(reading):
    """Authors choose from them."""
    assert re.search(rf"\b{reading}\b", PAGE)


@pytest.mark.parametrize(
    "part",
    [
        name
        for name, table in vars(vocabulary).items()
        if name.isupper() and isinstance(table, dict)
    ],
)
def test_every_key_is_told(part):
    """In code, as it is written."""
    quoted = re.findall(r"`([^`\n]+)`|```yaml\n(.*?)```", PAGE, re.DOTALL)
    told = {word for either in quoted for code in either for word in re.findall(r"\w+", code)}

    assert {key for key in getattr(vocabulary, part) if key not in told} == set()


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_simulated_viewer_is_told(kind):
    """An author sends in the ones they worry about."""
    assert f"| `{kind}` |" in PAGE
