"""How the table of what lines say is learned."""

import numpy as np
import pytest

pytest.importorskip("scipy", reason="scipy is in the extra `making` only")

from assets.models.making.sayings import (
    DIRECTIONS,
    english_parts,
    english_pieces,
    entries_of,
    every_piece,
    grams_of,
    learn,
    sense_of,
    table_of,
    unit,
)


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("to knock (on a door)", "knock"),
        ("to give sb sth", "give somebody something"),
        ("surname Li", ""),
        ("variant of 裡[li3]", ""),
        ("fig. to start from scratch", "start from scratch"),
    ],
)
def test_of_a_dictionary_only_the_meaning_is_taken(told, line):
    """Names, variants and brackets say nothing of what viewers mean."""
    assert sense_of(told) == line


def test_an_entry_is_read_by_its_simplified_characters(tmp_path):
    """And without names, and without words longer than a piece."""
    file = tmp_path / "dictionary.txt"
    file.write_text(
        "# a remark\n開門 开门 [kai1 men2] /to open a door/to open for business/\n"
        "李 李 [Li3] /surname Li/\n一二三四五 一二三四五 [yi1 er4] /too long/\n",
        encoding="utf-8",
    )

    assert entries_of(file) == {"开门": [["open a door", "open for business"]]}


def test_every_piece_of_a_chinese_line_counts():
    """No cutting into words, which can go wrong."""
    assert every_piece("开门") == ["开", "门", "开门"]


def test_a_word_that_stands_often_is_a_piece_and_an_unknown_one_is_read_by_its_own():
    """As the matcher does when it reads."""
    known = english_pieces(["open the door"] * 25)
    rows = {piece: row for row, piece in enumerate(known)}

    assert {"open", "the door"} <= rows.keys()
    assert english_parts("open", rows) == [(rows["open"], 1.0)]
    assert english_parts("doorz", {"#doo": 0}) == [(0, 1 / 5)]
    assert grams_of("go")[:2] == ["<go", "go>"]


def test_pieces_learn_to_point_where_their_lines_should():
    """Two lines, a word each and one that both have."""
    wanted = unit(np.eye(2, DIRECTIONS, dtype=np.float32))
    start = np.random.default_rng(1).normal(0, 0.1, (3, DIRECTIONS)).astype(np.float32)
    table = table_of([[(0, 1.0), (2, 1.0)], [(1, 1.0), (2, 1.0)]], 3)

    pieces = learn(start, [table] * 400, wanted, np.ones(2, np.float32))
    said = unit(table @ pieces)

    assert (said * wanted).sum(axis=1).min() > 0.8
    assert said[0] @ wanted[1] < 0.3
