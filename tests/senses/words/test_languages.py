"""Which language words are in."""

import pytest

from engine.senses.words.languages import Language, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("it was not your fault", Language.ENGLISH),
        ("run", Language.ENGLISH),
        ("I'm café-happy", Language.ENGLISH),
        ("不是你的错", Language.CHINESE),
        ("我 love 你", Language.CHINESE),
        ("très bon", Language.UNKNOWN),
        ("das ist nicht gut", Language.UNKNOWN),
        ("la casa es muy grande", Language.UNKNOWN),
        ("これは良い", Language.UNKNOWN),
        ("좋아요", Language.UNKNOWN),
        ("хорошо", Language.UNKNOWN),
        ("kuvittele että sinä olet täällä nyt", Language.UNKNOWN),
        ("123 !?", Language.NONE),
        ("", Language.NONE),
    ],
)
def test_a_language_is_told_by_script_and_small_words(text, language):
    """Enough to know what is not known."""
    assert language_of(text) is language
