"""
Learns the weights of `engine/senses/words/weighing.py`, and chooses how likely is likely enough.

    python -m benchmarks.intents.tuning

It looks at the scenes for tuning alone. The weights are those of a choice among the options and
"none of them" (conditional logit), with texts of other scenes among those that mean none; every
figure printed is of scenes that the weights in use were not learned from (eight parts).
"""

from dataclasses import dataclass

import numpy as np

from benchmarks.intents.sets import LANGUAGES, NONE, Typed, typed
from engine.senses.senses import models_folder
from engine.senses.words.cleaning import clean
from engine.senses.words.intents import LIKELY, LIKELY_CHINESE
from engine.senses.words.likeness import compared
from engine.senses.words.meanings import Meanings, open_meanings
from engine.senses.words.weighing import (
    NONE_WEIGHTS,
    OPTION_WEIGHTS,
    nearness_of,
    read,
    strangeness,
)

PARTS = 8
STEADY = 5e-5
ROUNDS, STEP = 900, 0.08


@dataclass(frozen=True, slots=True)
class Looked:
    """Texts turned into numbers."""

    near: np.ndarray
    strange: np.ndarray
    means: np.ndarray
    scene: np.ndarray
    outside: np.ndarray
    """Whether an author wrote the text as one that is out of scope."""

    def only(self, rows: np.ndarray) -> "Looked":
        """Some of them."""
        return Looked(*(getattr(self, name)[rows] for name in self.__slots__))


def strangers(texts: list[Typed], seed: int = 0) -> list[Typed]:
    """To each text out of scope one of another scene, which is out of scope here."""
    dice = np.random.default_rng(seed)
    said = [each for each in texts if each.means != NONE]
    found = []
    for each in (each for each in texts if each.means == NONE):
        others = [other for other in said if other.scene != each.scene]
        text = others[dice.integers(len(others))].text
        found.append(Typed(each.scene, text, each.options, NONE))
    return found


def look(texts: list[Typed], meanings: Meanings, first_scene: int) -> Looked:
    """The numbers of a language's texts, and of as many strangers."""
    near, strange = [], []
    every = [*texts, *strangers(texts)]
    for each in every:
        said = read(compared(clean(each.text)), meanings)
        phrases = [(option.label, *option.hear) for option in each.options]
        near.append(nearness_of(said, phrases, meanings))
        strange.append(strangeness(said, meanings))
    return Looked(
        np.array(near),
        np.array(strange),
        np.array([each.means for each in every]),
        np.array([first_scene + each.scene for each in every]),
        np.array([at < len(texts) and each.means == NONE for at, each in enumerate(every)]),
    )


def shares(looked: Looked, weights: np.ndarray) -> np.ndarray:
    """How likely each option is, and none as the last."""
    width = looked.near.shape[2]
    none = looked.strange @ weights[width:-1] + weights[-1]
    points = np.concatenate([looked.near @ weights[:width], none[:, None]], axis=1)
    grown = np.exp(points - points.max(axis=1, keepdims=True))
    return grown / grown.sum(axis=1, keepdims=True)


def learn(looked: Looked) -> np.ndarray:
    """The weights under which the texts mean most likely what they mean."""
    count, options, width = looked.near.shape
    meant = np.where(looked.means == NONE, options, looked.means)
    weights = np.zeros(width + looked.strange.shape[1] + 1)
    slope, swing = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, ROUNDS + 1):
        off = shares(looked, weights)
        off[np.arange(count), meant] -= 1
        off /= count
        now = np.concatenate([
            np.einsum("no,nof->f", off[:, :options], looked.near),
            off[:, options] @ looked.strange,
            [off[:, options].sum()],
        ]) + STEADY * weights  # fmt: skip
        slope = 0.9 * slope + 0.1 * now
        swing = 0.99 * swing + 0.01 * now**2
        mean, size = slope / (1 - 0.9**turn), swing / (1 - 0.99**turn)
        weights = weights - STEP * mean / (np.sqrt(size) + 1e-8)
    return weights


def unseen(looked: Looked) -> np.ndarray:
    """What is likely of each text by weights that were learned without its scene."""
    likely = np.zeros((len(looked.means), looked.near.shape[1] + 1))
    for part in range(PARTS):
        held = looked.scene % PARTS == part
        likely[held] = shares(looked.only(held), learn(looked.only(~held)))
    return likely


def told(looked: Looked, likely: np.ndarray, least: float) -> tuple[float, float, float]:
    """Answered, right when answered, and accepted out of scope."""
    best, how = likely[:, :-1].argmax(axis=1), likely[:, :-1].max(axis=1)
    said, taken = looked.means != NONE, how >= least
    right = (best == looked.means)[said & taken].mean() if (said & taken).any() else 0.0
    return taken[said].mean(), right, taken[looked.outside].mean()


def main() -> None:
    """Learn, and print the weights to be copied and the figures by which to choose."""
    meanings = open_meanings((models_folder() / "meanings.npz").read_bytes())
    every = [look(typed(each, "tune"), meanings, 1000 * at) for at, each in enumerate(LANGUAGES)]
    whole = Looked(*(np.concatenate([getattr(each, name) for each in every])
                     for name in Looked.__slots__))  # fmt: skip
    likely = unseen(whole)
    for least in np.arange(0.4, 0.72, 0.02):
        line = [f"{least:.2f}"]
        for at, language in enumerate(LANGUAGES):
            rows = whole.scene // 1000 == at
            figures = told(whole.only(rows), likely[rows], float(least))
            line.append(f"{language} " + " ".join(f"{figure:.3f}" for figure in figures))
        used = [f"<- {language}" for language, chosen in zip(LANGUAGES, (LIKELY, LIKELY_CHINESE),
                strict=True) if abs(least - chosen) < 0.005]  # fmt: skip
        print("  ".join(line), *used)
    weights = learn(whole)
    names = [*OPTION_WEIGHTS, *NONE_WEIGHTS, "NONE"]
    for name, weight in zip(names, weights, strict=True):
        print(f'    "{name}": {weight:.3f},')


if __name__ == "__main__":
    main()
