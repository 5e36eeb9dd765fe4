"""Which option typed words mean: its number, its label, or one of its example phrases."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Final

from rapidfuzz import fuzz

from engine.messages.orders import Phrases
from engine.senses.words.cleaning import clean, folded
from engine.senses.words.languages import listed, words_of
from engine.story.units import OptionId

NEAR: Final = 0.56
"""Less alike than this means no option at all."""
MARGIN: Final = 0.1
"""The best must be this much better than the next, or it is not clear which is meant."""
DENIED: Final = 0.4
"""What is taken off when one of two texts denies and the other does not."""
HELD: Final = 0.9
"""How alike a text is that holds a whole phrase: "I want to knock" and "knock"."""
ONE_WORD: Final = 0.7
"""What one word of a longer example phrase is worth: a label stands on the screen, that not."""
SHORTEST_HELD: Final = 2

COMMON: Final = listed(
    "a an and are be but by did do does for had has have he her him his how i i'd i'll i'm i've"
    " if in into is it it's its just me my of on or our please really she so that the their"
    " them then there they this to up us very want was we were what will with would you you'd"
    " you're your take option choose pick"
)
"""English words that say little about which option is meant."""
DENIALS: Final = listed(
    "no not never don't dont didn't didnt won't wont can't cant cannot isn't isnt wasn't wasnt"
    " shouldn't wouldn't couldn't nothing nobody none without stop neither nor"
)
HAN_DENIALS: Final = re.compile(
    r"不(?!错|久|断|安|幸|得不)|没|别(?!人|的|处|墅)|勿|莫|甭|休想|从未|从不|无须"
)
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
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


def meant(text: str, options: Sequence[Phrases]) -> Meant | None:
    """The one option a clean text means; none when it means none of them, or not clearly one."""
    said = folded(text)
    if not said:
        return None
    exactly = _by_label(said, options) or _by_number(said, options)
    return exactly or _by_meaning(said, options)


def likeness(said: str, phrase: str) -> float:
    """How much alike two folded texts are in what they mean, 0..1, by their letters only."""
    if not said or not phrase:
        return 0.0
    if said == phrase:
        return 1.0
    ours, theirs = _weighty(said), _weighty(phrase)
    shared = fuzz.token_set_ratio(ours, theirs) / 100.0 if ours and theirs else 0.0
    alike = 0.5 * shared + 0.5 * _cosine(_grams(said), _grams(phrase))
    if _holds(said, phrase):
        alike = max(alike, HELD)
    return max(0.0, alike - (DENIED if _denies(said) != _denies(phrase) else 0.0))


def _by_label(said: str, options: Sequence[Phrases]) -> Meant | None:
    for each in options:
        if said == _folded(each.label):
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


def _by_meaning(said: str, options: Sequence[Phrases]) -> Meant | None:
    ranked = sorted(
        ((_best(said, each), order, each) for order, each in enumerate(options)),
        key=lambda entry: (-entry[0], entry[1]),
    )
    if not ranked or ranked[0][0] < NEAR:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
        return None
    return Meant(ranked[0][2].option, "phrase", ranked[0][0])


def _best(said: str, option: Phrases) -> float:
    label = likeness(said, _folded(option.label))
    return max([label, *(_heard(said, _folded(phrase)) for phrase in option.hear)])


def _heard(said: str, phrase: str) -> float:
    """As `likeness`; but one word of a longer phrase, which nobody has read, is not the phrase."""
    few = len(_weighty(said).split()) == 1 < len(_weighty(phrase).split())
    return likeness(said, phrase) * (ONE_WORD if few else 1.0)


@lru_cache(maxsize=512)  # the author's phrases only: what viewers type is never kept
def _folded(phrase: str) -> str:
    return folded(clean(phrase))


def _weighty(said: str) -> str:
    """The words that carry meaning: for Chinese, every two characters that stand together."""
    if _HAN.search(said):
        packed = said.replace(" ", "")
        return " ".join(packed[i : i + 2] for i in range(max(1, len(packed) - 1)))
    return " ".join(word for word in words_of(said) if word not in COMMON | DENIALS)


def _grams(said: str) -> Counter[str]:
    """Every one to three characters (Chinese) or three to four (others) that stand together."""
    chinese = _HAN.search(said)
    packed = said.replace(" ", "") if chinese else f" {said} "
    sizes = (1, 2, 3) if chinese else (3, 4)
    return Counter(packed[i : i + n] for n in sizes for i in range(len(packed) - n + 1))


def _cosine(ours: Counter[str], theirs: Counter[str]) -> float:
    shared = sum(count * theirs[gram] for gram, count in ours.items())
    long = sqrt(sum(n * n for n in ours.values()) * sum(n * n for n in theirs.values()))
    return shared / long if long else 0.0


def _holds(said: str, phrase: str) -> bool:
    """Whether a whole phrase stands in the text, as words."""
    if len(phrase) < SHORTEST_HELD:
        return False
    if _HAN.search(phrase):
        return phrase.replace(" ", "") in said.replace(" ", "")
    return bool(_weighty(phrase)) and f" {phrase} " in f" {said} "


def _denies(said: str) -> bool:
    """Whether a text denies something: an odd number of denials does, two undo each other."""
    english = sum(word in DENIALS for word in words_of(said))
    return (english + len(HAN_DENIALS.findall(said))) % 2 == 1
