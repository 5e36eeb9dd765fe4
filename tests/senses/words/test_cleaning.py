"""Typed words made harmless."""

import unicodedata

import pytest
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


HOSTILE = st.text(
    alphabet=st.one_of(
        st.characters(codec=None),
        st.sampled_from(
            "ab  \u0301\u0323\u200d\u202e\ufe0f\U0001f3fd\U0001f600\x00\ud800\ufdfa’´门"
        ),
    ),
    max_size=600,
)


@given(HOSTILE)
def test_what_is_clean_stays_as_it_is(text):
    """Cleaning twice is cleaning once; what one pass brings together, the same cleaning mends."""
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet="ab门 ", max_size=200), st.integers(min_value=1, max_value=9))
def test_plain_words_never_grow(text, times):
    """Only signs that stand for several letters become several letters."""
    assert len(clean(text * times)) <= len(text * times)


@pytest.mark.parametrize("unit", ["\ud800", "\x00", "\u202e", "\u200b", "\ufe0f", "\U0001f3fd"])
def test_what_is_invisible_leaves_nothing(unit):
    """Half letters, zeros, turned lines, tints: a thousand of them are an empty text."""
    assert clean(unit * 1000) == ""


@pytest.mark.parametrize("quote", "‘’‚‛ʼ´`′＇")
def test_every_slanted_quote_is_a_straight_one(quote):
    """Phones, Chinese keyboards and accents: "don't" must stay a denial."""
    assert clean(f"don{quote}t") == "don't"


def test_a_sign_that_stands_for_eighteen_letters_stays_within_the_cap():
    """One keystroke that unfolds into a line of Arabic."""
    assert len(clean("\ufdfa" * 1_000_000)) <= LONGEST
