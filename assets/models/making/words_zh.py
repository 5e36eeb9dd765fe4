"""
Make `words-zh.npz`: the mood of Chinese lines by their n-grams and by what our list says of them.

    python -m assets.models.making.words_zh --data DIR

`DIR` holds `train_zh.csv` (columns text and polarity: neg, neu, pos) and `dev_zh_cped.csv` (text
and label). Ours are the parts of CPED (Chinese TV drama dialogue, Apache-2.0) that `MODEL_CARD.md`
names; the development lines come from other series than the training lines, and the half of them
that `word_lines.for_choosing` names sets how likely neutral is and how sure the model may be.
"""

import argparse
from pathlib import Path

import numpy as np

from assets.models.making.word_lines import SIDES, chosen_by, key, lines_in, macro_f1
from assets.models.making.word_training import (
    answers,
    learn,
    neutral_lean,
    table,
    trust_of,
    worth_of,
    write,
)
from engine.senses.words.chinese import beside, chinese_grams, list_tone, read_list
from engine.senses.words.cleaning import clean
from engine.senses.words.emoji import without_emoji
from engine.senses.words.learned import NEUTRAL, open_learned, rows_of

MODELS = Path(__file__).resolve().parent.parent
TARGET = MODELS / "words-zh.npz"
SIZE = 1 << 16
STEADY = 1e-4
STEADY_BESIDE = 1e-6
SIDE_EVENNESS = 1.0
ROUNDS = 60


def read(texts):
    """The n-grams of texts, and the numbers beside them."""
    listed = read_list((MODELS / "words-zh.txt").read_text(encoding="utf-8"))
    said = [without_emoji(clean(text)) for text in texts]
    numbers = np.array([beside(list_tone(text, listed)) for text in said])
    return [rows_of(chinese_grams(text), SIZE) for text in said], numbers


def told(model, rows):
    """What the small model says of texts, as when playing, and their true sides."""
    found, numbers = read([text for text, _ in rows])
    shares = [model.shares(each, near) for each, near in zip(found, numbers, strict=True)]
    return np.array(shares), np.array([SIDES.index(side) for _, side in rows])


def main():
    """Train, calibrate on the lines to choose by, and write the model."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    asked.add_argument("--data", type=Path, required=True)
    given = asked.parse_args()
    unseen = lines_in(given.data / "dev_zh_cped.csv", "label")
    met = {key(text) for text, _, _ in unseen}
    lines = [
        line
        for line in lines_in(given.data / "train_zh.csv", "polarity")
        if key(line[0]) and key(line[0]) not in met
    ]
    texts, names, sources = zip(*lines, strict=True)
    sides = np.array([SIDES.index(name) for name in names])
    found, numbers = read(texts)
    weights, others, start = learn(
        table(found, SIZE), numbers, sides,
        worth_of(sides, sources, source_evenness=0, side_evenness=SIDE_EVENNESS),
        steady=STEADY, steady_beside=STEADY_BESIDE, rounds=ROUNDS,
    )  # fmt: skip
    write(TARGET, weights, others, start, np.zeros(2))
    choosing = chosen_by(given.data / "dev_zh_cped.csv")
    lean = neutral_lean([told(open_learned(TARGET.read_bytes()), choosing)])
    start[NEUTRAL] += lean
    write(TARGET, weights, others, start, np.zeros(2))
    shares, truths = told(open_learned(TARGET.read_bytes()), choosing)
    trust = trust_of([(shares, truths)])
    write(TARGET, weights, others, start, trust)
    print(f"{len(lines)} lines; {TARGET.stat().st_size // 1024} KiB; neutral leans {lean:+.1f}")
    print("trust", *trust.round(2))
    print(f"lines of unseen series: macro F1 {macro_f1(answers(shares, truths), truths):.3f}")


if __name__ == "__main__":
    main()
