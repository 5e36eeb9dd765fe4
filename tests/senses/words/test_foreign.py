"""Short lines of other Latin languages, told from English where the extra is installed."""

import pytest

from engine.messages.orders import Listen, Phrases
from engine.senses.senses import models_folder
from engine.senses.words import foreign as module
from engine.senses.words import words as reader
from engine.senses.words.foreign import foreign
from engine.senses.words.languages import Language, language_of
from engine.senses.words.words import Words

OPEN = Listen((Phrases("left", "Left", ()), Phrases("right", "Right", ())), sentiment=True)


def dutch(text):
    return "prachtig" in text


@pytest.fixture
def bare(monkeypatch):
    """A machine without the extra."""
    foreign.cache_clear()
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    yield
    foreign.cache_clear()


def test_it_is_asked_only_where_no_small_word_tells():
    """An English line can never be lost to it, nor a German one be won back."""
    asked = []

    def ask(text):
        asked.append(text)
        return True

    assert language_of("love this film", ask) is Language.ENGLISH
    assert language_of("das ist love", ask) is Language.UNKNOWN
    assert language_of("不是你的错", ask) is Language.CHINESE
    assert asked == []
    assert language_of("prachtig gedaan", ask) is Language.UNKNOWN
    assert asked == ["prachtig gedaan"]


def test_what_is_surely_foreign_has_no_mood(monkeypatch):
    """Confidence 0, and never a 0.0 that looks like calm; its emoji still count."""
    monkeypatch.setattr(reader, "foreign", lambda: dutch)
    words = Words(models_folder())

    assert words.read("prachtig love", OPEN).confidence == 0.0
    assert not words.read("prachtig love", OPEN).clear
    assert words.read("prachtig love 😀", OPEN).sentiment > 0.3
    assert words.read("love it", OPEN).sentiment > 0.3


def test_options_are_understood_in_any_language_as_before(monkeypatch):
    """Labels and phrases are the author's own."""
    monkeypatch.setattr(reader, "foreign", lambda: lambda _: True)
    links = Listen((Phrases("left", "Prachtig links", ()), Phrases("r", "Rechts", ())), True)

    assert Words(models_folder()).read("prachtig links", links).option == "left"


def test_nobody_needs_it(bare):
    """By default script and small words tell."""
    assert foreign() is None
    assert Words(models_folder()).read("I love it", OPEN).sentiment > 0.3


def test_the_real_one_knows_short_lines():
    """Two words are enough for it to be sure, one is not."""
    pytest.importorskip("py3langid", reason="py3langid is in the extra `languages` only")
    foreign.cache_clear()
    tells = foreign()

    assert [
        line for line in ("heel erg mooi gedaan", "ganz toll gemacht") if not tells(line)
    ] == []
    assert not any(map(tells, ("quick match", "bang it loud", "gedaan", "")))
    foreign.cache_clear()
