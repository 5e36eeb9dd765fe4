"""
Pinyin: what is typed on a Latin keyboard where Chinese is asked, "kai men" or "buyao kāimén".

It is understood where it spells one of the author's phrases, alone or among small words such as
"I want to" and "do not". It is then read as if it had been written in characters, so that what
is denied stays denied.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from engine.senses.words.characters import simplified
from engine.senses.words.likeness import HAN

LONGEST: Final = 60
"""Letters that are looked at: six times a label."""
SMALL: Final[Mapping[str, str]] = MappingProxyType(
    {
        "wo": "我", "ni": "你", "ta": "他", "women": "我们", "zanmen": "咱们", "qing": "请",
        "yao": "要", "xiang": "想", "xiangyao": "想要", "xuan": "选", "xuanze": "选择",
        "qu": "去", "jiu": "就", "hai": "还", "haishi": "还是", "yinggai": "应该",
        "keyi": "可以", "rang": "让", "gei": "给", "shi": "是", "ba": "吧", "le": "了",
        "de": "的", "a": "啊", "ya": "呀", "ne": "呢", "ma": "吗", "bu": "不", "buyao": "不要",
        "bushi": "不是", "buxiang": "不想", "buneng": "不能", "bie": "别", "mei": "没",
        "meiyou": "没有", "kuai": "快", "xian": "先", "zai": "再", "dou": "都",
    }
)  # fmt: skip
"""Small words that stand around what is meant, and how they are written."""

PARTICLES: Final = "了吧啊呀呢"
"""What a phrase may end with and be meant without."""

_PLAIN: Final = re.compile(r"[a-z]+(?: [a-z]+)*")
_TONES: Final = re.compile(r"(?<=[a-zü])[1-5](?![0-9])")
_SEAMS: Final = re.compile(r"[\W_]+")
_ENOUGH: Final = 3
"""Syllables: "nice" and "time" have two, as it happens; hardly any English has three."""


@dataclass(frozen=True)
class Pinyin:
    """How characters are read. It keeps nothing of what it is asked."""

    readings: Mapping[str, tuple[str, ...]]
    """The syllables of a character, without tones."""
    syllables: frozenset[str] = field(default=frozenset())

    def in_characters(self, said: str, phrases: Sequence[str]) -> str | None:
        """A clean text in characters; none where it does not spell one of the phrases."""
        letters = spelled(said)
        if letters is None:
            return None
        whole = [found for phrase in phrases if (found := _characters(phrase))]
        bare = [found for phrase in whole if (found := phrase.rstrip(PARTICLES)) != phrase]
        written = [*whole, *(phrase for phrase in bare if len(phrase) > 1)]
        return _Reader(self, letters, written).read() if written else None

    def spells(self, said: str) -> bool:
        """Whether all of a text is syllables of Chinese, and enough to be no other language."""
        letters = spelled(said)
        if letters is None:
            return False
        most = [_most(word, self.syllables) for word in letters.split(" ")]
        return all(most) and sum(most) >= _ENOUGH

    def lengths(self, character: str, letters: str, at: int) -> Iterator[int]:
        """How many letters from here on may be the reading of a character."""
        for syllable in self.readings.get(character, ()):
            if letters.startswith(syllable, at):
                yield len(syllable)


def read_table(written: str) -> Pinyin:
    """The table of a text: a line a syllable, with the characters that are read so."""
    readings: dict[str, tuple[str, ...]] = {}
    syllables: set[str] = set()
    for line in written.splitlines():
        syllable, _, characters = line.partition(" ")
        if not characters or line.startswith("#"):
            continue
        ways = (syllable, syllable.replace("v", "u")) if "v" in syllable else (syllable,)
        syllables.update(ways)
        for character in characters:
            readings[character] = (*readings.get(character, ()), *ways)
    if not readings:
        raise ValueError("the table of readings is empty")
    return Pinyin(readings, frozenset(syllables))


def spelled(said: str) -> str | None:
    """A text as small Latin letters without tones, with spaces; none where it is anything else."""
    apart = unicodedata.normalize("NFD", said.casefold()).replace("u\u0308", "v")
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    letters = _SEAMS.sub(" ", _TONES.sub(" ", bare.replace("'", " "))).strip()
    plain = len(letters) <= LONGEST and _PLAIN.fullmatch(letters)
    return letters if plain else None


@dataclass
class _Reader:
    """Reads letters as phrases and small words; belongs to one question."""

    pinyin: Pinyin
    letters: str
    phrases: Sequence[str]
    _failed: set[tuple[int, bool]] = field(default_factory=set)

    def read(self) -> str | None:
        """All of it in characters, a phrase among them; none where that cannot be."""
        return self._from(0, named=False)

    def _from(self, at: int, *, named: bool) -> str | None:
        at = self._past_space(at)
        if at == len(self.letters):
            return "" if named else None
        if (at, named) in self._failed:
            return None
        for written, end, phrase in self._steps(at):
            rest = self._from(end, named=named or phrase)
            if rest is not None:
                return written + rest
        self._failed.add((at, named))
        return None

    def _steps(self, at: int) -> Iterator[tuple[str, int, bool]]:
        for phrase in self.phrases:
            yield from ((phrase, end, True) for end in self._ends(phrase, at))
        for letters, written in SMALL.items():
            end = self._along(letters, at)
            if end is not None:
                yield written, end, False

    def _ends(self, phrase: str, at: int) -> set[int]:
        """Where a phrase may end that begins here."""
        ends = {at}
        for character in phrase:
            ends = {
                start + length
                for start in map(self._past_space, ends)
                for length in self.pinyin.lengths(character, self.letters, start)
            }
        return ends

    def _along(self, word: str, at: int) -> int | None:
        """Where a small word ends, if it stands here; a space may stand within it."""
        for letter in word:
            if self.letters[at : at + 1] == " ":
                at += 1
            if self.letters[at : at + 1] != letter:
                return None
            at += 1
        return at

    def _past_space(self, at: int) -> int:
        return at + 1 if self.letters[at : at + 1] == " " else at


def _characters(phrase: str) -> str:
    """A phrase's characters alone; empty where anything else is said in it."""
    plain = "".join(letter for letter in simplified(phrase) if letter.isalnum())
    return plain if plain and all(HAN.match(letter) for letter in plain) else ""


def _most(word: str, syllables: frozenset[str]) -> int:
    """Into how many syllables a word can be cut at the most; 0: into none."""
    best = [0] + [-1] * len(word)
    for end in range(1, len(word) + 1):
        for size in range(1, min(6, end) + 1):
            if best[end - size] >= 0 and word[end - size : end] in syllables:
                best[end] = max(best[end], best[end - size] + 1)
    return max(0, best[-1])
