"""YAML without its traps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.story.places import Place
from engine.story.reading.notes import Notes
from engine.story.reading.yamltext import ListNode, MapNode, TextNode, read_yaml


def read(text):
    notes = Notes()
    return read_yaml(text, "story.yaml", notes), [each.rule.code for each in notes.findings]


def value(text):
    """What stands under the one key of a text."""
    node, codes = read(f"a: {text}")
    assert codes == []
    return node.entries[0][1]


def test_every_node_knows_its_line_and_column():
    """A finding without a column sends an author searching."""
    node, _ = read('灯: {守灯人: "一 二", b: [c]}\n')

    key, inner = node.entries[0]
    keeper, words = inner.entries[0]
    assert key.place == Place("story.yaml", 1, 1)
    assert inner.place == Place("story.yaml", 1, 4)
    assert keeper.place == Place("story.yaml", 1, 5)
    assert (words.text, words.place, words.quoted) == ("一 二", Place("story.yaml", 1, 10), True)
    assert inner.entries[1][1].items[0].place == Place("story.yaml", 1, 21)


def test_a_spot_in_a_text_counts_the_quote_before_it():
    """The caret stands under the very letter of a condition."""
    assert value("trust ** 2").spot(6) == Place("story.yaml", 1, 10)
    assert value('"trust ** 2"').spot(6) == Place("story.yaml", 1, 11)


def test_a_spot_in_a_text_of_several_lines_is_its_beginning():
    """Columns of a folded text cannot be told; its first line can."""
    node, _ = read("a: trust\n  > 2\n")

    assert node.entries[0][1].spot(7) == Place("story.yaml", 1, 4)


@pytest.mark.parametrize(
    "text", ["no", "yes", "on", "off", "y", "True", "FALSE", "1:30", "2026-01-01", "0x10", "~x"]
)
def test_what_other_yaml_guesses_stays_text(text):
    """A label `No` is a label, and 1:30 is a minute and a half, not ninety."""
    node = value(text)

    assert (node.text, node.truth, node.number) == (text, None, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("-1.5", -1.5),
        ("+2", 2),
        (".5", 0.5),
        ("010", 10),
        ("1e3", 1000),
        ("9" * 41, None),
    ],
)
def test_numbers_are_decimal(text, number):
    """A zero in front makes no octal, and no number is long enough to stall."""
    assert value(text).number == number


def test_quoted_text_is_never_a_number_or_a_truth():
    """Quotes are how an author says: take it as it is."""
    assert value('"1"').number is None
    assert value('"true"').truth is None
    assert not value('""').empty


@pytest.mark.parametrize(("text", "truth"), [("true", True), ("false", False)])
def test_only_true_and_false_are_truths(text, truth):
    """By the rules of YAML 1.2."""
    assert value(text).truth is truth


BOMBS = {
    "billion laughs": "a: &a [x,x]\n" + "b: &b [*a,*a]\n" * 9,
    "a hundred thousand brackets": "a: " + "[" * 100_000 + "]" * 100_000,
    "a million open brackets": "[" * 1_000_000,
    "three thousand dashes": "- " * 3000 + "x",
    "an alias of itself": "a: &a [*a]",
    "a merge of merges": "a: &a {k: 0}\nm: {<<: [*a, *a]}",
    "python's own tags": "a: !!python/object/apply:os.system ['true']",
    "binary": "a: !!binary QUJD",
    "many anchors": "".join(f"- &a{each} 1\n" for each in range(5000)),
    "a long text": "a: " + "x" * 2_000_000,
    "a longer file": "a: " + "x" * 9_000_000,
    "a long number": "a: " + "9" * 2_000_000,
    "sexagesimal": "a: 1" + ":59" * 50_000,
    "two documents": "a: 1\n---\nb: 2",
    "the same key": "a: 1\na: 2",
    "a set": "!!set {a, b}",
    "a control sign": "a: \x00",
    "a lone surrogate": "a: \ud800",
    "a control sign of another kind": "a: \x80",
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_bombs_are_refused(text):
    """A film from a stranger must not stop the machine, whatever is in its text."""
    _, codes = read(text)

    assert codes


def test_a_second_key_is_told_with_the_line_of_the_first():
    """Of two scenes with one name YAML would forget the first."""
    notes = Notes()

    read_yaml("a: 1\nb: 2\na: 3\n", "story.yaml", notes)

    assert "in line 1" in notes.findings[0].says
    assert notes.findings[0].place == Place("story.yaml", 3, 1)


def test_tabs_are_told_and_the_rest_is_read_all_the_same():
    """One finding about tabs, and then everything else there is to say."""
    node, codes = read("a:\n\t- x\n\t- y\n")

    assert codes == ["S005"]
    assert [item.text for item in node.entries[0][1].items] == ["x", "y"]


def test_a_byte_order_mark_is_no_part_of_the_text():
    """Some editors put one before everything."""
    node, codes = read("\ufefffilm: 1")

    assert (node.entries[0][0].text, codes) == ("film", [])


def test_braces_are_told_from_lines():
    """Only inside braces does a comma split a sentence."""
    node, _ = read("a: {b: c}\n")

    assert not node.in_braces
    assert node.entries[0][1].in_braces


def test_an_empty_text_is_nothing():
    """No document, no findings: the reader of the story says what is missing."""
    assert read("# only a comment\n") == (None, [])


@given(st.text(alphabet="ab:{}[]-,'\"#&*!|>%@`\t\n \\?~中0", max_size=80))
def test_any_text_becomes_nodes_or_findings(text):
    """Nothing an author saves may raise."""
    node, codes = read(text)

    assert codes or node is None or isinstance(node, TextNode | ListNode | MapNode)
