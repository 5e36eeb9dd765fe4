"""What words mean: a small table of directions, English and Chinese words in one space."""

import re
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.senses.words.denials import DENIALS
from engine.senses.words.languages import listed
from engine.senses.words.likeness import COMMON
from engine.senses.words.sayings import NO_SAYINGS, Sayings, open_sayings

Rows = NDArray[np.float32]

LONGEST_WORD: Final = 4
"""Characters of a Chinese word."""
HAN_COMMON: Final = frozenset(
    "的了吧呢吗啊我你他她它就都也还不没别要想会能来把给在这那个很有让和跟对上下到得着过"
) | listed(
    "我们 你们 他们 是 一 一个 不要 什么 怎么 可以 应该 还是 先 再 们",
)
_ENDINGS: Final = (
    ("'s", ""), ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ied", "y"), ("ed", ""),
    ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("in", "ing"), ("ly", ""), ("er", ""),
    ("er", "e"), ("y", ""),
)  # fmt: skip
"""English endings and what stands in their place where the word without them is looked up."""
_SHORTEST_STEM: Final = 2
_PIECE: Final = re.compile(r"[a-z]+(?:'[a-z]+)?|[\u3400-\u9fff]+")


class Sense(NamedTuple):
    """The known words of a text: a direction each, and how much each says."""

    directions: Rows
    shares: Rows

    @property
    def whole(self) -> Rows:
        """The direction of the whole text; all zero where no word is known."""
        return level(self.shares @ self.directions)


@dataclass(frozen=True, eq=False)  # one table is itself, whatever stands in it
class Meanings:
    """The table. Texts given to it must be clean and folded; it keeps none of them."""

    words: tuple[str, ...]
    directions: NDArray[np.int8]
    shares: NDArray[np.uint8]
    sayings: Sayings = NO_SAYINGS
    """What whole lines say: a table of its own."""

    def sense(self, said: str) -> Sense:
        """What the words of a text mean; those that say nothing and unknown ones are left out."""
        found = [(row, word) for word in self.cut(said) if (row := self._row(word)) is not None]
        rows = [row for row, word in found if word not in COMMON | DENIALS | HAN_COMMON]
        directions = self.directions[rows].astype(np.float32)
        lengths = np.linalg.norm(directions, axis=1, keepdims=True)
        shares = self.shares[rows].astype(np.float32) / np.float32(255)
        return Sense(directions / np.maximum(lengths, 1e-6), shares)

    def cut(self, said: str) -> list[str]:
        """The words of a text: known pairs of English ones, the longest known Chinese ones."""
        pieces: list[str] = []
        for piece in _PIECE.findall(said):
            pieces += [piece] if piece[0] < "\u3000" else self._han(piece)
        words: list[str] = []
        at = 0
        while at < len(pieces):
            pair = " ".join(pieces[at : at + 2])
            known = pair != pieces[at] and pair in self._rows
            words.append(pair if known else pieces[at])
            at += 2 if known else 1
        return words

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {word: row for row, word in enumerate(self.words)}

    def _han(self, piece: str) -> list[str]:
        """Chinese words, each followed by its characters: 开门 is also 开 and 门."""
        words: list[str] = []
        at = 0
        while at < len(piece):
            sizes = range(LONGEST_WORD, 1, -1)
            size = next((n for n in sizes if piece[at : at + n] in self._rows), 1)
            word = piece[at : at + size]
            words += [word, *word] if len(word) > 1 else [word]
            at += size
        return words

    def _row(self, word: str) -> int | None:
        """Where a word stands, or the same word without its ending."""
        if word in self._rows:
            return self._rows[word]
        for ending, instead in _ENDINGS:
            bare = word.removesuffix(ending)
            if bare == word or len(bare) < _SHORTEST_STEM:
                continue
            for stem in (bare + instead, bare[:-1] if bare[-1] == bare[-2] else bare):
                if stem in self._rows:
                    return self._rows[stem]
        return None


def open_folder(models: Path) -> Meanings:
    """Both tables of a folder of models. OSError, ValueError or KeyError where one is missing."""
    words, lines = (models / name for name in ("meanings.npz", "sayings.npz"))
    return open_meanings(words.read_bytes(), open_sayings(lines.read_bytes()))


def open_meanings(written: bytes, sayings: Sayings = NO_SAYINGS) -> Meanings:
    """The table in an `.npz`. ValueError or KeyError where it is none."""
    with np.load(BytesIO(written), allow_pickle=False) as kept:
        words = tuple(kept["words"].tobytes().decode("utf-8").split("\n"))
        directions, shares = kept["directions"], kept["shares"]
    if not len(words) == len(directions) == len(shares):
        raise ValueError("the table of meanings has not as many words as directions")
    return Meanings(words, directions, shares, sayings)


def level(direction: Rows) -> Rows:
    """The same direction with length 1; nothing stays nothing."""
    length = float(np.linalg.norm(direction))
    return direction / np.float32(length) if length > 0 else direction
