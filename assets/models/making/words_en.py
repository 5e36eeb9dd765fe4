"""
Make `words-en.npz`: the correction learned on top of what VADER says of English.

    python -m assets.models.making.words_en --data DIR [--neutral neu_en.txt]

`DIR` holds `train_en.csv` (columns text, polarity and source) and the files to choose by,
`dev_en_*.csv` (text and label), of which the half that `word_lines.for_choosing` names is used.
`--neutral` is the file of neutral film lines of XED, which its table lacks. `MODEL_CARD.md` names
every source.
"""

import argparse
from pathlib import Path

import numpy as np

from assets.models.making.word_lines import (
    SIDES,
    chosen_by,
    for_measuring,
    for_training,
    key,
    lines_in,
    macro_f1,
)
from assets.models.making.word_training import (
    answers,
    learn,
    neutral_lean,
    table,
    trust_of,
    worth_of,
    write,
)
from engine.senses.words.cleaning import clean
from engine.senses.words.emoji import without_emoji
from engine.senses.words.english import beside, english_grams
from engine.senses.words.learned import NEUTRAL, open_learned, rows_of
from engine.senses.words.vader import scores

TARGET = Path(__file__).resolve().parent.parent / "words-en.npz"
SIZE = 1 << 16
STEADY = 2e-5
STEADY_BESIDE = 1e-6
SOURCE_EVENNESS = 0.5
SIDE_EVENNESS = 0.25
ROUNDS = 80


def seen(text):
    """A text as its reader gets it."""
    return without_emoji(clean(text))


def read(texts):
    """The n-grams of texts, and the numbers beside them."""
    said = [seen(text) for text in texts]
    numbers = np.array([beside(scores(text)) for text in said])
    return [rows_of(english_grams(text), SIZE) for text in said], numbers


def told(model, rows):
    """What the small model says of texts, as when playing, and their true sides."""
    found, numbers = read([text for text, _ in rows])
    shares = [model.shares(each, near) for each, near in zip(found, numbers, strict=True)]
    return np.array(shares), np.array([SIDES.index(side) for _, side in rows])


def neutral_lines(path):
    """The neutral film lines, each once."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return list({key(line): line.partition("\t")[2] for line in lines if key(line)}.items())


def to_choose_by(folder, neutral):
    """The halves of the development files that are chosen by, and neutral lines beside XED's."""
    sets = {path.stem: chosen_by(path) for path in sorted(folder.glob("dev_en_*.csv"))}
    spare = [
        (line, "neu")
        for letters, line in neutral
        if not for_training(letters) and not for_measuring(letters)
    ]
    if "dev_en_xed" in sets and spare:
        felt = [pair for pair in sets["dev_en_xed"] if pair[1] != "neu"]
        sets["dev_en_xed"] = felt + spare[: len(felt) // 2]
    return sets


def main():
    """Train, calibrate on the lines to choose by, and write the model."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--neutral", type=Path)
    given = asked.parse_args()
    neutral = neutral_lines(given.neutral) if given.neutral else []
    lines = [line for line in lines_in(given.data / "train_en.csv", "polarity") if key(line[0])]
    lines += [(line, "neu", "xed") for letters, line in neutral if for_training(letters)]
    choosing = to_choose_by(given.data, neutral)
    met = {key(text) for rows in choosing.values() for text, _ in rows}
    lines = [line for line in lines if key(line[0]) not in met]
    texts, names, sources = zip(*lines, strict=True)
    sides = np.array([SIDES.index(name) for name in names])
    found, numbers = read(texts)
    worth = worth_of(sides, sources, source_evenness=SOURCE_EVENNESS, side_evenness=SIDE_EVENNESS)
    weights, others, start = learn(
        table(found, SIZE), numbers, sides, worth,
        steady=STEADY, steady_beside=STEADY_BESIDE, rounds=ROUNDS,
    )  # fmt: skip
    write(TARGET, weights, others, start, np.zeros(2))
    model = open_learned(TARGET.read_bytes())
    lean = neutral_lean([told(model, rows) for rows in choosing.values()])
    start[NEUTRAL] += lean
    write(TARGET, weights, others, start, np.zeros(2))
    model = open_learned(TARGET.read_bytes())
    heard = {name: told(model, rows) for name, rows in choosing.items()}
    trust = trust_of(heard.values())
    write(TARGET, weights, others, start, trust)
    print(f"{len(lines)} lines; {TARGET.stat().st_size // 1024} KiB; neutral leans {lean:+.1f}")
    print("trust", *trust.round(2))
    for name, (shares, truths) in heard.items():
        print(f"{name}: macro F1 {macro_f1(answers(shares, truths), truths):.3f}")


if __name__ == "__main__":
    main()
