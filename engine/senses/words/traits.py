"""
What of a text speaks for none of the options: how it is said, whatever is asked.

People in front of a film also greet, ask what it cost, find it beautiful and tell of themselves.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.senses.words.characters import simplified
from engine.senses.words.chatter import CHATTER
from engine.senses.words.denials import denies, parted
from engine.senses.words.likeness import compared, folded_phrase, shared_words
from engine.senses.words.meanings import Meanings, Sense
from engine.senses.words.sayings import Rows, Saying

TURNS: Final = 8
"""So many of the main directions of what a line says tell of themselves how it is meant."""
NONE_WEIGHTS: Final = {
    "asks": 1.742,
    "short": -0.732,
    "weight": 0.298,
    "size": 2.446,
    "length": -9.166,
    "exclaims": 1.710,
    "tells of its own": 2.650,
    "begins with I": 2.128,
    "of the film": 1.479,
    "of somebody": -0.426,
    "ends in asking": 1.243,
    "refuses": 0.834,
    "small talk": 3.068,
    "turn 1": -1.282,
    "turn 2": 0.460,
    "turn 3": 1.261,
    "turn 4": 0.956,
    "turn 5": 1.001,
    "turn 6": 0.730,
    "turn 7": -0.451,
    "turn 8": -0.349,
}
"""Points of "none of them" for each trait in `traits`."""

_ASKS: Final = re.compile(r"^(?:what|who|where|when|how|which|is|are|does|can|why)\b")
_EXCLAIMS: Final = re.compile(
    r"好(?!像|的|吧|了|好|不|人|歹)\S{1,3}$|好(?:可爱|看|听|吃|玩|帅|美|漂亮|真实|大|香|饿|累|困|冷"
    r"|热|无聊|贵|感动|怕|惨|吓人|厉害)|太.{1,4}了|真的?(?:好|美|像|大|可)|像我|演|永远的神|yyds"
    r"|哈哈|泪|笑死|吓死"
)
_ITS_OWN: Final = re.compile(
    r"我(?:爸|妈|爷|奶|姥|外婆|外公|家|小时候|也|以前|们|老公|老婆|同学|朋友|弟|哥|姐|妹|儿子|女儿|孩子|闺女)"
)
_BEGINS_WITH_I: Final = re.compile(r"^(?:i|my|mine|our|we) ")
_OF_THE_FILM: Final = re.compile(
    r"\b(?:my|mine|reminds|movie|film|actor|actress|music|song|camera|director|scene|popcorn|nice"
    r"|pretty|beautiful|lovely|cute|funny|boring|lol)\b"
)
_OF_SOMEBODY: Final = re.compile(r"[他她它]|\b(?:him|her|them|his|their|he|she|they)\b")
"""Those in the scene: who speaks of them is in it."""
_ENDS_IN_ASKING: Final = re.compile(r"[吗呢嘛]$")
_FEW_WORDS: Final = 2
_MUCH: Final = 4.0
_LOUD: Final = 6.0
_LETTERS, _CHARACTERS = 60, 20
"""A long text, in English and in Chinese."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and what is looked up of it once for all options."""

    text: str
    sense: Sense
    saying: Saying
    denies: bool
    down: str
    """What it turns down, folded and without its denials."""
    turned_down: Saying
    left: Saying
    """What is left of it, where it turns something down; else nothing."""


def read(text: str, meanings: Meanings) -> Said:
    """A clean text, looked up; folded, its clauses are told apart in Chinese alone."""
    said = compared(text)
    say = meanings.sayings.say
    down, left = map(compared, parted(simplified(text)))
    return Said(
        said, meanings.sense(said), say(said), denies(said),
        down, say(down), say(left if down else ""),
    )  # fmt: skip


def traits(
    said: Said, options: Sequence[Sequence[str]], meanings: Meanings
) -> NDArray[np.float64]:
    """What speaks for none of the options, named in `NONE_WEIGHTS`."""
    turns = np.zeros(TURNS)
    known = said.saying.whole[:TURNS]
    turns[: len(known)] = known
    long = _LETTERS if said.text.isascii() else _CHARACTERS
    return np.array([
        float(bool(_ASKS.search(said.text))),
        float(len(meanings.cut(said.text)) <= _FEW_WORDS),
        min(float(said.sense.shares.sum()), _MUCH) / _MUCH,
        min(said.saying.size, _LOUD) / _LOUD,
        len(said.text) / long,
        float(bool(_EXCLAIMS.search(said.text))),
        float(bool(_ITS_OWN.search(said.text))),
        float(bool(_BEGINS_WITH_I.search(said.text))),
        float(bool(_OF_THE_FILM.search(said.text))),
        float(bool(_OF_SOMEBODY.search(said.text))),
        float(bool(_ENDS_IN_ASKING.search(said.text))),
        _refuses(said, options),
        float(small_talk(said, meanings).max()),
        *turns,
    ])  # fmt: skip


def small_talk(said: Said, meanings: Meanings) -> Rows:
    """How near a text is to each line of small talk."""
    return _chatter(meanings) @ said.saying.whole


def _refuses(said: Said, options: Sequence[Sequence[str]]) -> float:
    """How much of an option that is not itself a denial the text names only to deny it."""
    if not said.denies:
        return 0.0
    return max((max(shared_words(said.text, phrase) for phrase in phrases)
                for phrases in options if not any(map(denies, phrases))), default=0.0)  # fmt: skip


@lru_cache(maxsize=2)
def _chatter(meanings: Meanings) -> Rows:
    return np.array([meanings.sayings.say(folded_phrase(talk)).whole for talk in CHATTER])
