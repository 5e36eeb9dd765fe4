"""Which option typed words mean: its number, its label, or one of its example phrases."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.messages.orders import Phrases
from engine.senses.words.denials import denies, ends_of, turned_to, undenied
from engine.senses.words.languages import Language, language_of
from engine.senses.words.likeness import (
    compared,
    folded_phrase,
    holds,
    likeness,
    shared_words,
    weighty,
)
from engine.senses.words.meanings import Meanings
from engine.senses.words.nearness import Nearness
from engine.senses.words.weighing import chances, likely
from engine.story.units import OptionId

LIKELY: Final = 0.69
"""
Less likely than this, by letters and meaning, and the viewer is asked again.

The least at which, on the scenes for tuning, held out, four of five answers are right and at most
one text of ten that is out of scope is let in: .61 of English texts are answered, .90 of them
rightly, and .09 of those out of scope (`benchmarks/intents/tuning.py`).
"""
LIKELY_CHINESE: Final = 0.64
"""As above, of Chinese texts: .56 are answered, .80 of them rightly, and .07 out of scope."""
NEAR: Final = 0.56
"""Without the table of meanings: less alike than this means no option at all."""
MARGIN: Final = 0.1
"""As above: the best must be this much better than the next, or it is not clear which is meant."""
ONE_WORD: Final = 0.7
"""As above: what one word of a longer example phrase is worth: a label is read, a phrase not."""
SAME: Final = 0.75
"""Sharing this much of its words with a phrase, a text that denies it means its opposite."""

UNREAD: Final = frozenset({Language.UNKNOWN, Language.NONE})
"""Other languages and bare digits: of them the tables know nothing, whatever they look like."""
_SHORTENED: Final = (("i'm ", "i am "), ("'re ", " are "), ("it's ", "it is "))
_NUMBER: Final = re.compile(
    r"(?:option|number|no|choice|the|选项|选择|我选|我要|选|要|第)?\s*"
    r"([0-9]{1,2}|[一二两三四五六七八九十]|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|first|second|third|fourth|fifth)"
    r"\s*(?:st|nd|rd|th|one|option|choice|个|号|项|条|吧|个吧)?"
)
ONE_TO_TEN: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
FIRST_TO_FIFTH: Final = ("first", "second", "third", "fourth", "fifth")
_NUMBERS: Final = {
    **dict(zip(ONE_TO_TEN, range(1, 11), strict=True)),
    **dict(zip(FIRST_TO_FIFTH, range(1, 6), strict=True)),
    **dict(zip("一二三四五六七八九十", range(1, 11), strict=True)),
    "两": 2,
}


@dataclass(frozen=True, slots=True)
class Meant:
    """The option that was meant, and how it was understood."""

    option: OptionId
    method: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Likely:
    """What tells how likely each option is: the table, and the house's model if there is one."""

    meanings: Meanings
    nearness: Nearness | None = None

    def best(self, text: str, options: Sequence[Phrases]) -> Meant | None:
        """The likeliest option, if it is likely enough; by letters where the table cannot read."""
        said = compared(text)
        language = language_of(said)
        if language in UNREAD:
            return _nearest(said, options)
        more = None if self.nearness is None else self.nearness.points(said, options)
        phrases = [(each.label, *each.hear) for each in options]
        every = likely(chances(text, phrases, self.meanings, more))
        best = int(every.argmax())
        if every[best] < (LIKELY_CHINESE if language is Language.CHINESE else LIKELY):
            return None
        return Meant(options[best].option, "phrase", float(every[best]))


def meant(
    text: str,
    options: Sequence[Phrases],
    meanings: Meanings | None = None,
    nearness: Nearness | None = None,
) -> Meant | None:
    """
    The one option a clean text means; none when it means none of them, or not clearly one.

    `nearness`: a model of whole sentences that a house brought; it counts beside the table.
    """
    said = compared(text)
    if not said:
        return None
    known = exactly(said, options)
    if known is not None:
        return known
    table = None if meanings is None else Likely(meanings, nearness)
    return (
        _by_turn(text, options, table)
        or _by_end(text, options)
        or _by_meaning(text, options, table)
    )


def exactly(said: str, options: Sequence[Phrases]) -> Meant | None:
    """The option a folded text names outright: by label, number, or a whole phrase."""
    return _by_label(said, options) or _by_number(said, options) or _by_phrase(said, options)


def _by_label(said: str, options: Sequence[Phrases]) -> Meant | None:
    for each in options:
        if said == folded_phrase(each.label):
            return Meant(each.option, "label", 1.0)
    return None


def _by_number(said: str, options: Sequence[Phrases]) -> Meant | None:
    found = _NUMBER.fullmatch(said)
    if found is None:
        return None
    word = found.group(1)
    number = int(word) if word.isdecimal() else _NUMBERS[word]
    if not 1 <= number <= len(options):
        return None
    return Meant(options[number - 1].option, "number", 1.0)


def _by_phrase(said: str, options: Sequence[Phrases]) -> Meant | None:
    """The only option of which a whole phrase stands in the text, undenied."""
    holding = [each for each in options if any(_stands(said, phrase) for phrase in _all(each))]
    return Meant(holding[0].option, "phrase", 1.0) if len(holding) == 1 else None


def _by_end(text: str, options: Sequence[Phrases]) -> Meant | None:
    """The option named outright at the end: who says "no, open the door" wants it open."""
    found = (_by_phrase(compared(end), options) for end in ends_of(text))
    return next((each for each in found if each is not None), None)


def _stands(said: str, phrase: str) -> bool:
    return holds(_spelled_out(said), _spelled_out(phrase)) and denies(said) == denies(phrase)


def _spelled_out(said: str) -> str:
    """Without what English leaves out: "I'm here" is "I am here"."""
    for short, full in _SHORTENED:
        said = said.replace(short, full)
    return said


def _by_turn(text: str, options: Sequence[Phrases], likely: Likely | None) -> Meant | None:
    """What is meant by the rest of "not this, but that", if it is not what was turned down."""
    rest = turned_to(text)
    wanted = compared(rest) if rest is not None else ""
    if rest is None or not wanted or denies(wanted):
        return None
    found = _by_label(wanted, options) or _by_meaning(rest, options, likely)
    if found is None:
        return None
    phrases, down = _all(_named(found, options)), compared(text.removesuffix(rest))
    nearer = max(shared_words(wanted, each) for each in phrases)
    if opposed(down, phrases) and nearer <= max(shared_words(down, each) for each in phrases):
        return None
    return found


def _by_meaning(text: str, options: Sequence[Phrases], likely: Likely | None) -> Meant | None:
    """The likeliest option, if it is likely enough and not what the text denies."""
    if not options:
        return None
    said = compared(text)
    found = likely.best(text, options) if likely else _nearest(said, options)
    if found is None or opposed(said, _all(_named(found, options))):
        return None
    return found


def _nearest(said: str, options: Sequence[Phrases]) -> Meant | None:
    """By letters alone: the most alike, if it is alike enough and much more than the next."""
    ranked = sorted(
        ((_best(said, each), order, each) for order, each in enumerate(options)),
        key=lambda entry: (-entry[0], entry[1]),
    )
    if ranked[0][0] < NEAR:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
        return None
    return Meant(ranked[0][2].option, "phrase", ranked[0][0])


def _best(said: str, option: Phrases) -> float:
    label = likeness(said, folded_phrase(option.label))
    return max([label, *(_heard(said, folded_phrase(phrase)) for phrase in option.hear)])


def _heard(said: str, phrase: str) -> float:
    """As `likeness`; but one word of a longer phrase, which nobody has read, is not the phrase."""
    few = len(weighty(said).split()) == 1 < len(weighty(phrase).split())
    return likeness(said, phrase) * (ONE_WORD if few else 1.0)


def opposed(said: str, phrases: Sequence[str]) -> bool:
    """Whether a text says of the phrase it is nearest to that it should not be."""
    ours, bare = denies(said), undenied(said)
    shared, agrees = max((shared_words(bare, undenied(each)), denies(each) == ours)
                         for each in phrases)  # fmt: skip
    return shared >= SAME and not agrees


def _all(option: Phrases) -> list[str]:
    return [folded_phrase(phrase) for phrase in (option.label, *option.hear)]


def _named(found: Meant, options: Sequence[Phrases]) -> Phrases:
    return next(each for each in options if each.option == found.option)
