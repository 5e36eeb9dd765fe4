"""Sides: negative, neutral or positive; what was told, what is true, and how well they agree."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SIDES: Final = ("neg", "neu", "pos")


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader says of a text: which side, and which of the two if it had to be one."""

    side: str
    leaning: str | None
    """None: it had nothing to go by, which counts as wrong."""


Reader = Callable[[str], Told]


@dataclass(frozen=True, slots=True)
class Texts:
    """A set of texts with their sides."""

    name: str
    rows: tuple[tuple[str, str], ...]

    @property
    def two_sided(self) -> bool:
        """Whether nobody was asked which texts are neutral."""
        return all(side != "neu" for _, side in self.rows)

    def score(self, reader: Reader) -> float:
        """The macro F1 of a reader; by its leaning alone where no text is neutral."""
        truths = [side for _, side in self.rows]
        heard = [reader(text) for text, _ in self.rows]
        answers = [told.leaning if self.two_sided else told.side for told in heard]
        return macro_f1(answers, truths)


def by_value(value: float, band: float, middle: float = 0.0) -> Told:
    """What a number says, if it is neutral within a band around the middle."""
    away = value - middle
    leaning = "pos" if away > 0 else "neg" if away < 0 else None
    return Told("neu" if abs(away) < band or leaning is None else leaning, leaning)


def macro_f1(answers: Sequence[str | None], truths: Sequence[str]) -> float:
    """The mean, over the sides that are there, of how well each is found."""
    sides = sorted(set(truths))
    pairs = list(zip(answers, truths, strict=True))
    found = [
        2 * pairs.count((side, side)) / (answers.count(side) + truths.count(side))
        for side in sides
    ]
    return sum(found) / len(found)


def read_texts(path: Path, most: int | None = None) -> Texts:
    """A prepared file of texts and labels."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = tuple((row["text"], row["label"]) for row in csv.DictReader(file))
    return Texts(path.stem, rows[:most])
