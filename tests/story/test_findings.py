"""What authors are told."""

import pytest

from engine.story.findings import excerpt, found, nearest, short
from engine.story.places import Place
from engine.story.rules import Rule, Weight
from tests.story.examples import FOLDER, example

SAID = FOLDER / "said.txt"
"""What is said of each example, as an author reads it. Read it aloud before you change it."""
NINE = ", ".join(f"s{each}" for each in range(9))
TWELVE = ", ".join(f"s{each}" for each in range(10, 22))


def test_a_finding_says_what_where_and_how_to_mend_it():
    """One line an author can act on without asking anybody."""
    finding = found(
        Rule.UNKNOWN_SCENE, Place("story.yaml", 12, 9), to="celar", near="Did you mean 'cellar'?"
    )

    assert str(finding) == (
        "story.yaml:12:9: S101 no scene is named 'celar'. Did you mean 'cellar'?"
    )
    assert finding.weight is Weight.ERROR


def test_what_an_author_wrote_is_shown_on_one_short_line():
    """A page of text in a finding helps nobody."""
    assert short("a\n  b") == "a b"
    assert len(short("x" * 999)) == 120


@pytest.mark.parametrize(
    ("name", "known", "says"),
    [
        ("celar", ["cellar", "garden"], "Did you mean 'cellar'?"),
        ("CELLAR", ["cellar"], "Did you mean 'cellar'?"),
        ("守灯", ["守灯人", "门"], "Did you mean '守灯人'?"),
        ("roof", ["garden", "cellar"], "Known: cellar, garden."),
        ("q", [f"s{each}" for each in range(9)], f"Known: {NINE}."),
        ("q", [f"s{each}" for each in range(10, 31)], f"Known: {TWELVE} and 9 more."),
        ("roof", [], "There are none yet."),
    ],
)
def test_the_nearest_name_is_told(name, known, says):
    """Most unknown names are slips of the pen."""
    assert nearest(name, known) == says


def test_the_caret_stands_under_the_spot():
    """Also after Chinese, whose letters are two columns wide."""
    sources = {"story.yaml": "film: 1\n标题: 'x' y\n"}

    shown = excerpt(found(Rule.COLON, Place("story.yaml", 2, 5)), sources)

    assert shown == "标题: 'x' y\n\u3000\u3000: ^".replace(": ^", "  ^")


def test_a_long_line_is_shown_around_the_spot():
    """A story on one line has a readable excerpt too."""
    line = "a" * 300 + "!" + "b" * 300
    sources = {"story.yaml": line}

    shown = excerpt(found(Rule.COLON, Place("story.yaml", 1, 301)), sources)

    first, caret = shown.splitlines()
    assert first[caret.index("^")] == "!"
    assert len(first) == 76


def test_a_long_chinese_line_fits_a_terminal_too():
    """Its letters take two columns each, before the spot and after it."""
    sources = {"story.yaml": "灯" * 100 + "!" + "门" * 100}

    shown = excerpt(found(Rule.COLON, Place("story.yaml", 1, 101)), sources)

    first, caret = shown.splitlines()
    assert first[caret.index("^")] == "!"
    assert 74 <= 2 * len(first) - 1 <= 76


def test_no_line_no_excerpt():
    """A finding about a whole file has nothing to underline."""
    assert excerpt(found(Rule.COLON, Place("gone.yaml", 7)), {}) == ""


@pytest.mark.parametrize("rule", Rule, ids=lambda rule: rule.code)
def test_every_finding_has_a_film_that_provokes_exactly_it(rule):
    """A finding nobody has seen is a finding nobody understands."""
    path = FOLDER / f"{rule.code}.yaml"

    shown = example(path)

    assert {finding.rule.code for finding in shown.findings} - shown.also == {rule.code}
    for finding in shown.findings:
        assert excerpt(finding, shown.sources) or finding.place.line > 5


def test_there_is_no_film_for_a_finding_that_is_gone():
    """Codes are kept for ever, and so are their films."""
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {rule.code for rule in Rule}


def test_findings_are_worded_as_agreed():
    """
    Words are part of the work: a change to them is looked at.

    `python -m tests.story.examples` writes them anew.
    """
    said = "".join(f"{example(FOLDER / f'{rule.code}.yaml').findings[-1]}\n" for rule in Rule)

    assert said == SAID.read_text(encoding="utf-8")
