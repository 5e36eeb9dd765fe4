"""What conditions that cannot be understood were meant to be."""

import pytest

from engine.story.cures import cure_of, truth_meant
from engine.story.grammar import NotUnderstoodError, read_condition


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
