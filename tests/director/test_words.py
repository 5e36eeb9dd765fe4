"""Typed words and the options they may mean."""

from engine.director.words import awaited, meant
from engine.messages.facts import WordsRead
from engine.story.model import Reading
from engine.story.units import OptionId, Share
from tests.films import above, option

KIND = option("Comfort", "a", feel=above(Reading.TEXT_SENTIMENT, 0.2))
SILENT = option("Say nothing", "b")
SMILED = option("Smile", "c", feel=above(Reading.SMILE, 0.2))


def read(option_id=None, sentiment=0.0, *, clear=True):
    named = None if option_id is None else OptionId(option_id)
    return WordsRead(named, sentiment, Share(0.6), clear=clear, method="test")


def test_a_meaning_outranks_a_mood():
    """A sad kindness is still kindness."""
    assert meant((KIND, SILENT), read("Say nothing", 0.9)) is SILENT


def test_a_mood_answers_only_where_an_option_asks_for_one():
    """A face's feeling is not a word's."""
    assert meant((KIND, SMILED), read(sentiment=0.9)) is KIND
    assert meant((SMILED, SILENT), read(sentiment=0.9)) is None
    assert not awaited((SMILED, SILENT)).sentiment
    assert awaited((SMILED, KIND)).sentiment


def test_what_was_not_clear_means_nothing():
    """The senses say whether they understood."""
    assert meant((KIND,), read("Comfort", 0.9, clear=False)) is None
