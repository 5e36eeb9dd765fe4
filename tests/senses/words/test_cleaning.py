"""Typed words made harmless."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from engine.senses.words.cleaning import LONGEST, clean, folded


@given(st.text(max_size=4000))
def test_what_is_clean_is_short_and_plain(text):
    """No control, no invisible sign, no lone half of a letter."""
    said = clean(text)

    assert len(said) <= LONGEST
    assert not {unicodedata.category(letter) for letter in said} & {"Cc", "Cf", "Cs", "Co", "Cn"}


def test_a_phone_s_quote_is_a_quote():
    """Else VADER reads "don’t like it" as liking."""
    assert clean("don’t like it") == "don't like it"


def test_repeats_are_calmed():
    """Letters, signs and whole phrases."""
    assert clean("nooooooo!!!!!!!!") == "nooo!!!"
    assert clean("good bad " * 100).count("good") <= 4


def test_towers_of_marks_are_cut():
    """They would cover the screen."""
    assert len(clean("a" + "\u0301" * 50)) <= 4


def test_hidden_directions_are_dropped():
    """Nobody turns our lines around."""
    assert clean("ab\u202ecd\u200b") == "abcd"


def test_wide_signs_are_signs():
    """A Chinese keyboard types wide digits and letters."""
    assert clean("２ＯＫ") == "2OK"


def test_folding_forgets_case_and_marks():
    """For comparing only."""
    assert folded("  Go   UP, please!  ") == "go up please"
