"""Typed words and the options they may mean."""

from engine.director.felt import outstanding, strength
from engine.messages.facts import WordsRead
from engine.messages.orders import Listen, Phrases
from engine.story.model import Comparison, Option, Reading
from engine.story.reading.feelings import comparisons


def awaited(options: tuple[Option, ...]) -> Listen:
    """What the words are to be understood as."""
    phrases = tuple(Phrases(option.id, option.label, option.hear) for option in options)
    return Listen(phrases, sentiment=any(_by_mood(option) for option in options))


def meant(options: tuple[Option, ...], words: WordsRead) -> Option | None:
    """The option that words mean: by name or phrase, else by their mood; none: unclear."""
    if not words.clear:
        return None
    if words.option is not None:
        return next((option for option in options if option.id == words.option), None)
    return _moved(options, words.sentiment)


def swayed(option: Option, sentiment: float) -> float | None:
    """How strongly the mood of words means an option; none where it asks for no mood of words."""

    def value(comparison: Comparison) -> float | None:
        return sentiment if comparison.reading is Reading.TEXT_SENTIMENT else None

    return None if option.feel is None else strength(option.feel, value)


def _moved(options: tuple[Option, ...], sentiment: float) -> Option | None:
    strengths = [
        (found, option) for option in options if (found := swayed(option, sentiment)) is not None
    ]
    first = outstanding([pair for pair in strengths if pair[0] > 0])
    return first[1] if first is not None else None


def _by_mood(option: Option) -> bool:
    return option.feel is not None and any(
        comparison.reading is Reading.TEXT_SENTIMENT for comparison in comparisons(option.feel)
    )
