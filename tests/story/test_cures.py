"""What conditions that cannot be understood were meant to be."""

import pytest

from engine.story.cures import cure_of, digits_lost, key_meant, kind_meant, truth_meant
from engine.story.grammar import NotUnderstoodError, read_condition
from engine.story.reading import vocabulary


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("trust = 1", "`==`"),
        ("trust => 1", "`>=`"),
        ("trust =< 1", "`<=`"),
        ("trust ≥ 1", "`>=`"),
        ("trust <> 1", "`!=`"),
        ("trust === 1", "`==`"),
        ("knows && brave", "`and`"),
        ("knows || brave", "`or`"),
        ("!knows", "`not`"),
        ("knows is true", "`==`"),
        ("trust > 80%", "without `%`"),
        ("mood == “calm”", "straight quotes"),
        ("trust ＞ 1", "English keyboard"),
        ("trust > ０．８", "English keyboard"),
        ("trust > ８", "English keyboard"),
        ("NOT knows", "small letters"),
        ("chosen(Look away)", '`chosen("Look away")`'),
        ("visited the cellar", "`visited(cellar)`"),
        ("true, trust += 1", "list"),
        ("trust > ", "not visited(cellar)"),
    ],
)
def test_the_slip_is_named_with_its_cure(text, sign):
    """Each of these is how some other language says it."""
    with pytest.raises(NotUnderstoodError) as refused:
        read_condition(text)

    assert sign in refused.value.words["cure"]


def test_what_stands_in_quotes_is_no_slip():
    """A label may hold any sign."""
    assert cure_of('chosen("a = b & c") and') == cure_of("knows and")


@pytest.mark.parametrize(
    ("word", "truth"), [("yes", "true"), ("On", "true"), ("FALSE", "false"), ("maybe", None)]
)
def test_words_that_mean_a_truth_elsewhere(word, truth):
    """`yes` is an ordinary name in a story, so the right word is named."""
    assert truth_meant(word) == truth


@pytest.mark.parametrize(
    ("text", "kind", "cure"),
    [
        ("no", "true or false", "`false`"),
        ("Yes", "true or false", "`true`"),
        ("1:30", "a time", "seconds"),
        ("12:30:05", "a time", "seconds"),
        ("2026-01-01", "a date", "quotes"),
        ("1,5", "a number", "1.5"),
        ("50%", "a number", "1.5"),
        ("1_000", "a number", "1500"),
        ("0x1F", "a number", "1500"),
    ],
)
def test_what_reads_as_another_kind_elsewhere(text, kind, cure):
    """Each with the way to write it here."""
    meant = kind_meant(text)

    assert meant is not None
    assert meant[0] == kind
    assert cure in meant[1]


@pytest.mark.parametrize(
    "text", ["calm", "not", "yesterday", "a:b", "1st", "2026-01", "3-2", "是"]
)
def test_plain_words_are_plain(text):
    """Most are."""
    assert kind_meant(text) is None


@pytest.mark.parametrize(
    ("text", "lost"),
    [("007", True), ("1.10", True), ("-05", True), ("0", False), ("0.5", False), ("1.0", False),
     ("10", False), ("1.05", False), ("2.50", True)],
)  # fmt: skip
def test_noughts_that_a_number_does_not_keep(text, lost):
    """`1.0` is how many write one, and nobody misses its nought."""
    assert digits_lost(text) is lost


@pytest.mark.parametrize(
    ("word", "known", "key"),
    [
        ("播放", vocabulary.SCENE, "play"),
        ("video", vocabulary.SCENE, "play"),
        ("结局", vocabulary.SCENE, "end"),
        ("问题", vocabulary.CHOICE, "ask"),
        ("情绪", vocabulary.OPTION, "feel"),
        ("情绪", vocabulary.STORY, "feelings"),
        ("name", vocabulary.STORY, "title"),
        ("播放", vocabulary.OPTION, None),
        ("colour", vocabulary.SCENE, None),
    ],
)
def test_a_key_in_other_words_is_known_where_it_may_stand(word, known, key):
    """Keys are written in English in every film; who does not know them is told the right one."""
    assert key_meant(word, known) == key
