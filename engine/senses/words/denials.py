"""Denials: "don't knock" is not "knock", and of "not the red one, the blue one" blue is meant."""

import re
from typing import Final

from engine.senses.words.languages import listed, words_of

DENIALS: Final = listed(
    "no not never don't dont didn't didnt won't wont can't cant cannot isn't isnt wasn't wasnt"
    " shouldn't shouldnt wouldn't wouldnt couldn't couldnt doesn't doesnt aren't arent nothing"
    " nobody none without stop neither nor"
)
HAN_DENIALS: Final = re.compile(
    r"不(?!错|久|断|安|幸|如|管|过|好意思)|没(?!错|事)|别(?!人|的|处|墅|致|扭)|勿|莫(?!非)"
    r"|甭|休想|从未|从不|无须|無須|沒(?!錯|事)|別(?!人|的|處|墅)"
)
_ASKING: Final = re.compile(r"([\u3400-\u9fff])不\1|好不好|要不要|有没有|有沒有|能不|要不")
"""Two Chinese ways to ask and to propose that hold a 不 and deny nothing."""
_ENGLISH_TURN: Final = re.compile(
    r"\b(?:not|no|don't|dont|never)\b[^,;.!?]{1,60}(?:[,;.!?]+\s*(?:but|just|rather)?|\bbut\b)"
    r"\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
_HAN_TURN: Final = re.compile(
    r"(?:不是|不要|不选|不選|不想|别|別|不)[^,，;；.。!！?？ ]{1,20}"
    r"(?:[,，;；.。!！?？]+\s*(?:而是|还是|還是|是|要|选|選|就)?|\s+(?:而是|还是|還是|要|选|選))"
    r"(?P<rest>\S.*)"
)


_CLAUSE: Final = re.compile(r"[,;.!?，；。！？~\n]+")
_PARTS: Final = re.compile(r"[,;.!?，；。！？~\n]+|(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])")
"""Between clauses; who types Chinese puts a space there."""
_HAN_BARE: Final = re.compile(r"(?:不要|不许|不能|别|別|不|没有|没|勿|莫|甭|休想)")


def denies(said: str) -> bool:
    """Whether a text denies something: an odd number of denials does, two undo each other."""
    english = sum(word in DENIALS for word in words_of(said))
    chinese = HAN_DENIALS.findall(_ASKING.sub("", said))
    return (english + len(chinese)) % 2 == 1


def turned_to(said: str) -> str | None:
    """What is wanted in the end of "not this, but that"; none where nothing is turned down."""
    found = _ENGLISH_TURN.search(said) or _HAN_TURN.search(said)
    return found["rest"].strip() if found is not None else None


def ends_of(said: str) -> list[str]:
    """The text from its second clause on, from its third, and so on; what was before is past."""
    starts = [found.end() for found in _CLAUSE.finditer(said)]
    return [end for start in starts if (end := said[start:].strip())]


def undenied(said: str) -> str:
    """A Chinese text without its denials: 别怪自己 is 怪自己."""
    return _HAN_BARE.sub("", said)


def parted(said: str) -> tuple[str, str]:
    """What a text turns down, without its denials, and what is left: 别劝 走开 is 劝 and 走开."""
    clauses = [clause.strip() for clause in _PARTS.split(said) if clause.strip()]
    down = [clause for clause in clauses if denies(clause)]
    words = [word for word in undenied(" ".join(down)).split() if word.casefold() not in DENIALS]
    return " ".join(words), " ".join(clause for clause in clauses if clause not in down)
