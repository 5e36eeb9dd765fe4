"""What a reader takes for one letter."""

import pytest

from engine.stage.graphemes import plain, stop_before, stop_behind, stops, word_before, word_behind


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("", 0), ("no", 2), ("e\u0301a", 2), ("你好。", 3), ("👨‍👩‍👧x", 2), ("🇨🇳🇫🇷a", 3),
        ("👍🏽!", 2), ("❤️", 1), ("नि", 1), ("שָׁ", 1), ("각", 1), ("\u1112\u1161\u11ab", 1),
    ],
)  # fmt: skip
def test_a_caret_stands_only_between_whole_letters(text, letters):
    """Half a family of emoji is no letter."""
    assert len(stops(text)) == letters + 1
    assert stops(text)[-1] == len(text)


def test_a_caret_goes_over_a_whole_letter_and_stays_within_the_line():
    """To either side."""
    text = "a👨‍👩‍👧b"

    assert stop_behind(text, 1) == len(text) - 1
    assert stop_before(text, len(text) - 1) == 1
    assert stop_before(text, 0) == 0
    assert stop_behind(text, len(text)) == len(text)


def test_words_are_told_from_signs_and_from_chinese():
    """As every editor does."""
    text = "don't open 门，快走 now"

    assert word_behind(text, 0) == text.index("open")
    assert text[word_before(text, len(text)) :] == "now"
    assert text[word_before(text, text.index("now")) :].startswith("快走")
    assert text[word_before(text, text.index("快")) :].startswith("，")
    assert word_before("", 0) == word_behind("", 0) == 0


def test_what_is_pasted_is_made_harmless_and_emoji_stay_whole():
    """Controls, turned reading, towers of marks and broken surrogates go; joiners stay."""
    assert plain("a\x00\u202eb\ud800\nc\u3000d") == "ab c d"
    assert plain("👨‍👩‍👧❤️") == "👨‍👩‍👧❤️"
    assert len(plain("q" + "\u0316" * 50)) == 3
