"""Hebrew and Arabic in the order in which they are seen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.stage.reading_order import as_seen, directed, from_right, script

SHALOM, MOLAHS = "\u05e9\u05dc\u05d5\u05dd", "\u05dd\u05d5\u05dc\u05e9"
MARK = "\N{RIGHT-TO-LEFT MARK}"


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("door", "door"),
        (SHALOM, MOLAHS),
        (f"{SHALOM}!", f"!{MOLAHS}"),
        (f"Anna: {SHALOM}", f"Anna: {MOLAHS}"),
        (f"{SHALOM} Anna 12:30", f"Anna 12:30 {MOLAHS}"),
        (f"({SHALOM})", f"({MOLAHS})"),
        (f"{SHALOM} (Anna)", f"(Anna) {MOLAHS}"),
        (f"{SHALOM} abc (def)", f"abc (def) {MOLAHS}"),
        (f"a ({SHALOM}) b", f"a ({MOLAHS}) b"),
        (f"«{SHALOM}» [x] {{y}}", f"{{y}} [x] «{MOLAHS}»"),
        (f"{SHALOM} :)", f"(: {MOLAHS}"),
        (f"{MARK}Anna {SHALOM}", f"{MOLAHS} Anna"),
        (f"{MARK}Anna", "Anna"),
        (f"{MARK}Anna.", ".Anna"),
        (f"{SHALOM} \u0663 (\u0662\u0661)", f"(\u0662\u0661) \u0663 {MOLAHS}"),
    ],
)
def test_a_line_is_drawn_in_the_order_it_is_seen_in(written, seen):
    """Latin words and numbers run their own way among it; brackets open where one reads."""
    assert as_seen(written) == seen


def test_a_vowel_stays_behind_its_letter():
    """A typeface puts a mark on the letter before it."""
    shin, qamats, dot, lamed = "\u05e9", "\u05b8", "\u05c1", "\u05dc"

    assert as_seen(shin + qamats + dot + lamed) == lamed + shin + qamats + dot


def test_a_paragraphs_first_letter_decides_for_all_its_lines():
    """A line that happens to begin with a name in Latin letters is read like the others."""
    assert from_right(SHALOM)
    assert from_right(f"12. {SHALOM} Anna")
    assert not from_right(f"Anna {SHALOM}")
    assert directed((SHALOM, "Anna"), f"{SHALOM} Anna") == (SHALOM, f"{MARK}Anna")
    assert all(from_right(line) for line in directed((SHALOM, "Anna"), f"{SHALOM} Anna"))
    assert not any(from_right(line) for line in directed(("Anna", SHALOM), f"Anna {SHALOM}"))


def test_only_what_must_be_joined_or_placed_has_a_script():
    """Everything else is drawn as before."""
    assert script("\u0633") == script("\ufee2") == "Arab"
    assert script("\u05d0") == "Hebr"
    assert script("a") is script("\u5b88") is script(" ") is None


letters = st.text(
    st.sampled_from([*'ab 12.,:()[]<>«»"!', *SHALOM, "\u0633", "\u0644", "\u0627", "\u5b88"]),
    max_size=30,
)


@given(letters)
def test_no_letter_is_lost_or_added(written):
    """Whatever is mixed; a bracket may show its other side."""

    def counted(text):
        return sorted(text.translate(str.maketrans(")]>»", "([<«")))

    assert counted(as_seen(written)) == counted(written)


@given(letters)
def test_what_is_read_from_the_left_alone_is_left_alone(written):
    """English and Chinese films pay nothing."""
    plain = "".join(one for one in written if unicodedata.bidirectional(one) not in {"R", "AL"})

    assert as_seen(plain) == plain
