"""From text to story."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.story.check import check
from engine.story.film import Film
from engine.story.findings import Weight
from engine.story.model import Choice, End, Story, Way
from engine.story.places import Place
from engine.story.reading.parse import MOST_SCENES, parse
from tests.story.films import TWO_DOORS, codes_of, film, story_of

SHIPPED = sorted(Path("stories").glob("*/story.yaml"))
WRITTEN = [*SHIPPED, *sorted(Path("tests/films").glob("*.yaml"))]


def test_six_lines_are_a_whole_film():
    """The first film of every author."""
    story = story_of(TWO_DOORS)

    assert (story.id, story.title, story.start) == ("two-doors", "Two Doors", "hall")
    assert list(story.scenes) == ["hall", "garden", "cellar"]
    assert story.scenes["hall"].following == ("garden", "cellar")
    assert story.scenes["garden"].way == End(name="Free")
    assert story.language == "en"
    assert story.languages == ("en",)


def test_every_part_knows_where_it_was_written():
    """Checks made later can point at the line."""
    story = story_of(TWO_DOORS)

    assert story.scenes["hall"].place == Place("story.yaml", 4, 3)
    assert story.places["scene.hall.choice.Left.go"] == Place("story.yaml", 4, 41)
    assert story.places["scene.hall.choice.Left.label"] == Place("story.yaml", 4, 35)


def test_all_slips_are_told_at_once():
    """An author mends a file in one go, not one error at a time."""
    text = film("{play: hall.mp4, choice: {Left: gardn, Right: celar}, nxt: garden}", "id: A B")

    assert codes_of(text) == ["S027", "S101", "S101", "S020"]


def test_a_story_is_given_only_without_errors():
    """A warning does not stop a film, an error does."""
    warned = parse({"story.yaml": film("{play: a.mp4, next: [garden, garden]}")}, "x")
    broken = parse({"story.yaml": film("{play: a.mp4, next: nowhere}")}, "x")

    assert isinstance(warned.story, Story)
    assert [each.weight for each in warned.findings] == [Weight.WARNING]
    assert broken.story is None


@pytest.mark.parametrize(
    ("folder", "name"),
    [("Two Doors!", "two-doors"), ("守灯人", "film"), ("a--b", "a-b"), ("X", "x")],
)
def test_the_folder_names_the_film(folder, name):
    """Until the author gives it an id."""
    assert story_of(TWO_DOORS, folder).id == name


def test_the_folder_is_the_title_where_none_is_written():
    """A film without a title can still be found in the library."""
    assert story_of(TWO_DOORS.replace("title: Two Doors\n", ""), "my film").title == "my film"


def test_start_may_be_another_scene():
    """Authors sort scenes as they like."""
    assert story_of(TWO_DOORS + "start: cellar\n").start == "cellar"


def test_the_head_is_understood():
    """Everything above the scenes."""
    story = story_of(
        film(
            "{play: hall.mp4, choice: {by: [face, buttons], options:"
            " {Smile: {feel: smiling, go: garden}, Wait: {go: cellar, default: true}}}}",
            """\
id: doors
languages: [zh, en, fr]
about:
  authors: [A, B]
  rating: {age: 12, note: mild threat}
  warnings: [storms]
  licence: CC-BY-4.0
  tags: one
  poster: poster.jpg
  attract: hall.mp4
  summary: "Two doors: one way."
  minutes: 9..14
  arc: [-0.5, 0, 1]
state:
  trust: {is: 0, range: -3..3}
  knows: false
  weather: {is: calm, one_of: [calm, storm]}
memory: trust
sensing:
  uses: [face, text]
  why: The film watches.
  baseline: hall 3s..12s
  confidence: 0.6
  sign: ring
  keep: scores
feelings: {smiling: smile > 0.8}""",
        )
    )

    assert story.id == "doors"
    assert story.languages == ("en", "zh", "fr")
    about, sensing = story.about, story.sensing
    assert (about.authors, about.tags, about.minutes) == (("A", "B"), ("one",), (9, 14))
    assert (about.rating.age, about.rating.note, about.arc) == (12, "mild threat", (-0.5, 0, 1))
    assert (about.poster, about.attract, about.licence) == ("poster.jpg", "hall.mp4", "CC-BY-4.0")
    assert about.summary == "Two doors: one way."
    trust = story.state["trust"]
    assert (trust.first, trust.low, trust.high) == (0, -3, 3)
    assert story.state["knows"].first is False
    assert story.state["weather"].one_of == ("calm", "storm")
    assert story.memory == ("trust",)
    assert (sensing.uses, sensing.why) == ((Way.FACE, Way.TEXT), "The film watches.")
    assert (sensing.baseline_scene, sensing.baseline.end) == ("hall", 12)
    assert (sensing.confidence, sensing.sign, sensing.keep) == (0.6, "ring", "scores")
    assert story.scenes["hall"].way.options[0].feel == story.feelings["smiling"]


def test_further_files_hold_further_scenes():
    """A long film is written in several files."""
    text = "film: 1\ninclude: [acts/two.yaml]\nscenes:\n  hall: {play: a.mp4, next: garden}\n"
    more = "scenes:\n  garden: {play: b.mp4, end: Free}\n"

    story = story_of(text, **{"acts/two.yaml": more})

    assert story.scenes["garden"].place == Place("acts/two.yaml", 2, 3)
    assert story.start == "hall"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("scenes:\n  hall: {play: b.mp4, end: Free}\n", "S105"),
        ("title: x\nscenes:\n  b: {play: b.mp4, end: Free}\n", "S020"),
        ("scenes:\n", "S022"),
        ("", "S028"),
        ("- a\n", "S028"),
        ("scenes: {b: [}\n", "S012"),
    ],
)
def test_a_further_file_holds_scenes_only(more, code):
    """And each scene has one name in the whole film."""
    text = "film: 1\ninclude: [more.yaml]\nscenes:\n  hall: {play: a.mp4, end: Free}\n"

    assert code in codes_of(text, **{"more.yaml": more})


@pytest.mark.parametrize("file", ["story.yaml", "more.yaml, more.yaml", "gone.yaml"])
def test_a_file_is_included_once_and_must_be_there(file):
    """Otherwise its scenes would be there twice, or not at all."""
    text = f"film: 1\ninclude: [{file}]\nscenes:\n  hall: {{play: a.mp4, end: Free}}\n"

    assert "S028" in codes_of(text, **{"more.yaml": "scenes: {b: {play: b.mp4, end: Lost}}"})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "S026"),
        ("- film\n", "S026"),
        ("film\n", "S026"),
        ("film: 2\nscenes: {a: {play: a.mp4, end: x}}\n", "S026"),
        ("film: '1'\nscenes: {a: {play: a.mp4, end: x}}\n", "S026"),
        ("film: 1\n", "S106"),
        ("film: 1\nscenes: []\n", "S023"),
        ("film: 1\nscenes: {a: {play: a.mp4, end: x}}\ndefaults: 9s\n", "S023"),
        ("film: 1\nscenes: {a: {play: a.mp4, end: x}}\ndefaults: {choice: 9s}\n", "S023"),
        ("film: 1\nscenes: {a: {play: a.mp4, end: x}}\ndefaults: {choice: {ask: why}}\n", "S020"),
        ("film: 1\nscenes: {a: {play: a.mp4, end: x}}\nlanguages: [en, Klingon]\n", "S402"),
        ("film: 1\nscenes: {a: {play: a.mp4, end: x}}\nstart: b\n", "S101"),
        ("film: 1\nscenes: {a: {play: a.mp4, end: x}}\nstart: [a]\n", "S023"),
        ("film: 1\nscenes: {a: }\n", "S023"),
    ],
)
def test_what_is_no_story_is_told(text, code):
    """Whatever the file holds, the author learns what to do."""
    assert code in codes_of(text)


def test_a_scene_with_an_impossible_name_is_told_once():
    """What leads to it is not wrong as well."""
    text = "film: 1\nscenes:\n  a: {play: a.mp4, next: b-c}\n  b-c: {play: b.mp4, end: x}\n"

    assert codes_of(text) == ["S102"]


def test_names_are_the_same_in_wide_letters():
    """A condition asks for the scene its author sees."""
    text = """\
film: 1
scenes:
  ａ: {play: a.mp4, next: b}
  b: {play: b.mp4, next: [{when: visited(a), go: ａ}, c]}
  c: {play: c.mp4, end: x}
"""

    assert list(story_of(text).scenes) == ["a", "b", "c"]


def test_more_scenes_than_a_film_may_have_are_refused():
    """A limit, said clearly, before the machine is full."""
    rows = "".join(f"  s{each}: 1\n" for each in range(MOST_SCENES + 1))

    assert "S029" in codes_of(f"film: 1\nscenes:\n{rows}")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_shipped_stories_are_read_without_a_word(path):
    """They are what authors learn from."""
    parsed = parse({"story.yaml": path.read_text(encoding="utf-8")}, path.parent.name)

    assert parsed.findings == ()
    assert parsed.story.id == path.parent.name


def test_the_lantern_keeper_is_watched_heard_and_pressed():
    """The first film has every way of answering that this slice has."""
    text = Path("stories/lantern-keeper/story.yaml").read_text(encoding="utf-8")
    scenes = story_of(text, "lantern-keeper").scenes
    ways = {
        way for scene in scenes.values() if isinstance(scene.way, Choice) for way in scene.way.by
    }

    assert ways == {Way.FACE, Way.TEXT, Way.BUTTONS}
    assert list(scenes) == [
        *("arrival", "landing", "door", "cold", "warm_in", "letter", "light", "dawn")
    ]


TOKENS = re.compile(r"\w+|[^\w\s]|\n *| +")
WORDS = [
    *("", "true", "-", "9..1", "{", "}", "]", "'", "&a", "*a", "!t", ": ", ",", "\t", "0x9", "#"),
    *("no limit", "feel", "when", "go", "options", "守", "[" * 40, "x" * 10_001, "\n"),
]


@st.composite
def mutated(draw):
    """A story with one token replaced, dropped, doubled or moved."""
    text = draw(st.sampled_from(WRITTEN)).read_text(encoding="utf-8")
    tokens = TOKENS.findall(text)
    at = draw(st.integers(0, len(tokens) - 1))
    other = draw(st.one_of(st.sampled_from(WORDS), st.sampled_from(tokens)))
    kept = draw(st.sampled_from(["", tokens[at]]))
    return "".join((*tokens[:at], kept, other, *tokens[at + 1 :]))


@settings(max_examples=200, deadline=None)
@given(mutated())
@example(TWO_DOORS)
def test_no_slip_of_the_pen_breaks_the_reader(text):
    """A text with one slip is a story, or there are findings with a place in it; never a crash."""
    parsed = parse({"story.yaml": text}, "x")
    checked = () if parsed.story is None else check(Film(parsed.story))

    assert (parsed.story is None) == any(
        finding.weight is Weight.ERROR for finding in parsed.findings
    )
    lines = text.count("\n") + 2
    for finding in (*parsed.findings, *checked):
        assert 1 <= finding.place.line <= lines
        assert finding.place.column >= 1
        assert finding.remedy
