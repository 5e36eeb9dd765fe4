"""`kinoeye explain`, as an author reads it."""

from argparse import Namespace

import pytest

from engine.desk.explain import run
from engine.shelf.guard import ShelfError
from engine.story.findings import is_wide
from engine.story.rules import Rule


def told(code):
    """Every line."""
    lines = []
    assert run(Namespace(code=code), lines.append) == 0
    return lines


def test_a_page_is_read_in_the_terminal():
    """Without Markdown's marks, its film and its finding set in."""
    lines = told("s101")

    assert lines[0] == "S101 · error: no scene has this name"
    assert "    two-doors/story.yaml:5:56: error S101" in lines
    assert "    +  hall: {play: hall.mp4, choice: {Left: garden, Right: cellar}}" in lines
    assert not [line for line in lines if line.startswith(("#", "<!--", "```"))]


def test_prose_keeps_within_the_terminal(monkeypatch):
    """Words are not broken by the window's edge."""
    monkeypatch.setenv("COLUMNS", "50")

    prose = [line for line in told("S210") if not line.startswith("    ")]

    assert max(len(line) + sum(map(is_wide, line)) for line in prose) < 50
    assert not [line for line in prose if line[:1] in "，。、；：" and line]


def test_without_a_code_all_are_listed():
    """One line for each."""
    lines = told(None)

    assert [line[:4] for line in lines] == [rule.code for rule in Rule]


def test_a_code_that_is_none_is_told_with_the_nearest():
    """A slip is mended by the sentence itself."""
    with pytest.raises(ShelfError, match="No finding has the code 'S999'"):
        told("S999")
