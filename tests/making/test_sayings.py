"""How the table of what lines say is learned."""

import numpy as np
import pytest

pytest.importorskip("scipy", reason="scipy is in the extra `making` only")

from assets.models.making.sayings import (
    echoes_of,
    english_pieces,
    entries_of,
    every_piece,
    glosses_of,
    grams_of,
    learn,
    parts_of,
    pulled,
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


def test_lines_with_the_same_translation_say_the_same():
    """So a language also learns from itself."""
    pairs = [("wait", "等等"), ("wait", "等一下"), ("hold on", "等一下"), ("run", "跑")]

    assert [*echoes_of(pairs)] == [("wait", "hold on"), ("等等", "等一下")]


def test_a_word_and_an_example_lie_with_what_their_sense_is_and_words_of_a_sense_together():
    """In both languages."""
    senses = {"s1": {"definition": ["make a sound at a door"], "example": ["He knocked."]}}

    glosses, fellows = glosses_of(senses, {"knock": [("s1", 1.0)]}, {"敲门": ["s1"]})

    assert [text for text, _ in glosses] == ["knock", "敲门", "he knocked"]
    assert {gloss for _, gloss in glosses} == {"make a sound at a door"}
    assert fellows == [("knock", "敲门")]


def test_every_piece_of_a_chinese_line_counts():
    """No cutting into words, which can go wrong."""
    assert every_piece("开门") == ["开", "门", "开门"]


def test_a_word_that_stands_often_is_a_piece_and_an_unknown_one_is_read_by_its_own():
    """As the matcher does when it reads."""
    known = english_pieces(["open the door"] * 25 + ["jemmy it", "ajar"], {"jemmy"})
    rows = {piece: row for row, piece in enumerate(known)}

    assert {"open", "the door", "jemmy"} <= rows.keys()
    assert "ajar" not in rows
    assert parts_of("open", rows) == [(rows["open"], 1.0)]
    assert parts_of("doorz 门", {"#doo": 0, "门": 1}) == [(0, 1 / 5), (1, 1.0)]
    assert grams_of("go")[:2] == ["<go", "go>"]


def test_both_sides_of_a_pair_come_together_and_away_from_others():
    """Four texts of a word each, and one word that all have."""
    start = np.random.default_rng(1).normal(0, 0.1, (5, 8)).astype(np.float32)
    table = table_of([[(at, 1.0), (4, 1.0)] for at in range(4)], 5)
    sides = np.array([[0, 1], [2, 3]])

    pieces = learn(start, [table] * 400, {"spoken": sides})
    said = unit(table @ pieces)

    assert min(said[0] @ said[1], said[2] @ said[3]) > 0.9
    assert said[0] @ said[3] < 0.3


def test_a_text_is_not_pushed_away_from_itself():
    """Where two pairs of a batch have a side in common, neither is the other's stranger."""
    lines = unit(np.array([[1, 0], [1, 0], [1, 1], [0, 1]], np.float32))

    assert not pulled(lines, np.array([[0, 2], [0, 3]])).any()
