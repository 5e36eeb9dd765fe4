"""Lines for training word models: which of them are the same, and which are for choosing."""

import csv
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

SIDES = ("neg", "neu", "pos")


def key(text):
    """A text's letters alone: lines that differ in dots and spaces are the same line."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def letters_of(letters):
    """A number by which lines are mixed, the same on every machine."""
    return zlib.crc32(letters.encode("utf-8", "surrogatepass"))


def for_choosing(letters):
    """Whether a development line is one to choose by; the other half is only measured on."""
    return letters_of(letters) % 2 == 0


def for_measuring(letters):
    """Whether a line of a file that has no parts is kept for measuring: one of eight is."""
    return letters_of(letters) % 8 == 0


def for_training(letters):
    """Whether such a line may be trained on: neither measured on nor chosen by."""
    return letters_of(letters) % 4 != 0


def lines_in(path, column) -> Iterator[tuple[str, str, str]]:
    """Each distinct line of a file with a side, and where it is from."""
    seen = set()
    with Path(path).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            letters = key(row["text"])
            if row[column] in SIDES and letters not in seen:
                seen.add(letters)
                yield row["text"], row[column], row.get("source", "")


def chosen_by(path):
    """The half of a development file that is chosen by."""
    return [(text, side) for text, side, _ in lines_in(path, "label") if for_choosing(key(text))]


def macro_f1(answers, truths):
    """The mean F1 of the sides that are there."""
    scores = []
    for side in sorted(set(np.asarray(truths).tolist())):
        right = ((answers == side) & (truths == side)).sum()
        scores.append(2 * right / max(1, (answers == side).sum() + (truths == side).sum()))
    return float(np.mean(scores))
