"""The mood of English: what VADER says, and a small correction that was learned on top of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from engine.senses.words.learned import Learned, rows_of
from engine.senses.words.tone import UNHEARD, Tone
from engine.senses.words.vader import Scores, scores, vader_tone

CLEARLY: Final = 0.5
"""Beyond this VADER's own word counts once more."""
FEWEST: Final = 3
"""Fewer words than this, none of them in VADER's list, say nothing the correction could know."""
LONGEST_WORD: Final = 30
PARTS: Final = (3, 4, 5)
"""The lengths of the pieces of words that are looked at."""

CONSOLING: Final = Tone(0.6, 0.65)
"""What is said to somebody who grieves or blames himself: by its words alone it sounds sad."""

_CONSOLES: Final = re.compile(
    r"(?<!not )\b(?:sorry|condolences) for your loss"
    r"|\b(?:not|wasn't|isn't|never) (?:\w+ )?(?:your|his|her|their) fault"
    r"|\b(?:don't|do not|stop|not|never) (?:\w+ )?blam(?:e|ing) (?:yourself|yourselves|him|her)\b"
    r"|\b(?:no one|nobody)(?:'s fault| is to blame| blames you)"
    r"|\b(?:don't|do not) (?:be (?:afraid|scared|sad)|cry|worry|give up)\b"
    r"|\byou(?:'re| are) (?:not|never) (?:alone|to blame)\b"
    r"|\b(?:everyone|everybody|anyone|we all|people) makes? mistakes\b"
    r"|\b(?:you|he|she|they) (?:could not|couldn't) have (?:known|done|saved|stopped|helped)\b"
    r"|^\W*(?:i'm|im|i am) (?!not |never )(?:\w+ )?sorry\W*$"
    r"|^\W*(?:you )?poor (?:old )?(?:man|soul|thing|fellow)\W*$"
    r"|\b(?:did|done) (?:all|everything|what|the best) you could",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(r"[a-z0-9]+(?:'[a-z]+)*|[!?]+|\.{2,}|[:;=][-']?[)(dp/]|\S")


@dataclass(frozen=True, slots=True)
class English:
    """What reads the mood of English; without a correction VADER answers alone."""

    correction: Learned | None

    def tone(self, text: str) -> Tone:
        """The mood of a clean English text; unheard where nothing of it is known."""
        if _CONSOLES.search(text):
            return CONSOLING
        heard = scores(text)
        if self.correction is None:
            return vader_tone(heard)
        if heard.whole == 0.0 and len(text.split()) < FEWEST:
            return UNHEARD
        rows = rows_of(english_grams(text), len(self.correction.weights))
        return self.correction.tone(rows, beside(heard))


def beside(heard: Scores) -> tuple[float, ...]:
    """What VADER says, as the eight numbers the correction weighs beside the n-grams."""
    return (
        heard.whole,
        abs(heard.whole),
        heard.negative,
        heard.positive,
        heard.neutral,
        float(heard.whole == 0.0),
        float(heard.whole > CLEARLY),
        float(heard.whole < -CLEARLY),
    )


def english_grams(text: str) -> Iterator[str]:
    """A text's words, each two that stand together, and the pieces of words."""
    words = _TOKEN.findall(text.lower())
    yield from (f"w {word}" for word in words)
    yield from (f"b {one} {other}" for one, other in pairwise(("^", *words, "$")))
    for word in words:
        if word[0].isalnum():
            framed = f"<{word[:LONGEST_WORD]}>"
            for length in PARTS:
                yield from (framed[i : i + length] for i in range(len(framed) - length + 1))
