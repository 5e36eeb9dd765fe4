"""The page about hands at odd moments says what is so: every line of it is rehearsed."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs" / "input.md"
_FILE = re.compile(r"`([\w/]+)`: ((?:\*[^*]+\*(?:, )?)+)")


def lines():
    """The rows of the page's table: when, what happens, and the tests that are named."""
    table = PAGE.read_text(encoding="utf-8").partition("## ")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| ")]
    return [(when, happens, named(tests)) for when, happens, tests in rows[1:]]


def named(cell):
    """Every test a cell names, as file and function."""
    return [
        (file, "test_" + sentence.replace(" ", "_"))
        for file, sentences in _FILE.findall(cell)
        for sentence in re.findall(r"\*([^*]+)\*", sentences)
    ]


LINES = lines()


@pytest.mark.parametrize(("when", "happens", "tests"), LINES, ids=[line[0] for line in LINES])
def test_every_line_is_rehearsed(when, happens, tests):
    """A promise that nobody tries is a guess."""
    assert happens
    assert tests
    for file, test in tests:
        written = (TESTS / f"{file}.py").read_text(encoding="utf-8")
        assert f"def {test}(" in written, f"{file} has no {test}"


def test_every_odd_moment_of_a_hand_has_its_line():
    """Whoever adds one tells it."""
    written = (TESTS / "director" / "test_hands.py").read_text(encoding="utf-8")
    rehearsed = set(re.findall(r"^def (test_\w+)", written, re.MULTILINE))
    told = {test for *_, tests in LINES for file, test in tests if file == "director/test_hands"}

    assert rehearsed == told
    assert len(LINES) >= 15
