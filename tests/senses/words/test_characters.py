"""Traditional and simplified characters."""

from engine.senses.words.characters import simplified


def test_traditional_characters_are_read_as_simplified_ones():
    """One phrase of an author's serves Taipei and Beijing."""
    assert simplified("請開門，別怪自己") == "请开门，别怪自己"


def test_a_text_without_chinese_is_not_touched():
    """The converter is not even opened."""
    assert simplified("open the door ξένος 👍") == "open the door ξένος 👍"
