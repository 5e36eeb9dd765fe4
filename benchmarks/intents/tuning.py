"""
Learns the weights of `engine/senses/words/weighing.py`, and chooses how likely is likely enough.

    python -m benchmarks.intents.tuning

It looks at the scenes for tuning alone, and at the lines of small talk that ship. The weights are
those of a choice among the options and "none of them" (conditional logit); a line of small talk
is never compared with itself. Every figure printed is of scenes that the weights in use were not
learned from (eight parts), with what needs no weights decided as the matcher decides it.
"""

from dataclasses import dataclass

import numpy as np

from benchmarks.intents.sets import LANGUAGES, NONE, Typed, typed
from engine.senses.senses import models_folder
from engine.senses.words.chatter import CHATTER
from engine.senses.words.cleaning import clean
from engine.senses.words.intents import LIKELY, LIKELY_CHINESE, exactly, opposed
from engine.senses.words.likeness import HAN, compared, folded_phrase
from engine.senses.words.meanings import Meanings, open_folder
from engine.senses.words.traits import NONE_WEIGHTS, TURNS, read, small_talk, traits
from engine.senses.words.weighing import (
    OPTION_WEIGHTS,
    likely,
    look_up,
    nearness_of,
    shares,
)

PARTS = 8
STEADY, STEADY_TURNS = 1e-4, 3e-3
STRANGER, TALK = 0.02, 2.0
"""What a text of another scene and a line of small talk count; an author's text counts 1."""
IN_USE = (LIKELY, LIKELY_CHINESE)
"""In the order of `LANGUAGES`."""
PLACES = 2
"""Scenes before which each line of small talk is put."""


@dataclass(frozen=True, slots=True)
class Looked:
    """Texts turned into numbers."""

    near: np.ndarray
    strange: np.ndarray
    means: np.ndarray
    scene: np.ndarray
    outside: np.ndarray
    """Whether an author wrote the text as one that is out of scope."""
    counts: np.ndarray
    sure: np.ndarray
    """The option that needs no weights; `NONE` where they are needed."""
    opposed: np.ndarray

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


def talk_before(texts: list[Typed], language: str, seed: int = 5) -> list[Typed]:
    """Small talk before scenes of its language."""
    dice = np.random.default_rng(seed)
    scenes = {each.scene: each.options for each in texts}
    lines = [line for line in CHATTER if bool(HAN.search(line)) == (language == "zh")]
    return [
        Typed(int(scene), line, scenes[int(scene)], NONE)
        for line in lines
        for scene in dice.choice(sorted(scenes), PLACES, replace=False)
    ]


def look(language: str, meanings: Meanings, first_scene: int) -> Looked:
    """The numbers of a language's texts, of strangers and of small talk."""
    texts = typed(language, "tune")
    apart, talk = strangers(texts), talk_before(texts, language)
    every = [*texts, *apart, *talk]
    near, strange, sure, against = [], [], [], []
    for each in every:
        text = compared(clean(each.text))
        said = read(clean(each.text), meanings)
        asked = look_up([(option.label, *option.hear) for option in each.options], meanings)
        phrases = [option.phrases for option in asked]
        near.append(nearness_of(said, asked))
        strange.append(_unaware(text, traits(said, phrases, meanings),
                                small_talk(said, meanings)))  # fmt: skip
        known = exactly(text, each.options)
        ids = [option.option for option in each.options]
        sure.append(NONE if known is None else ids.index(known.option))
        against.append([opposed(text, list(each)) for each in phrases])
    return Looked(
        np.array(near),
        np.array(strange),
        np.array([each.means for each in every]),
        np.array([first_scene + each.scene for each in every]),
        np.array([at < len(texts) and each.means == NONE for at, each in enumerate(every)]),
        np.repeat([1.0, STRANGER, TALK], [len(texts), len(apart), len(talk)]),
        np.array(sure),
        np.array(against),
    )


def _unaware(text: str, told_of: np.ndarray, alike: np.ndarray) -> np.ndarray:
    """The traits of a line of small talk as if it did not stand in the list."""
    others = [near for line, near in zip(CHATTER, alike, strict=True)
              if folded_phrase(line) != text]  # fmt: skip
    told_of[[*NONE_WEIGHTS].index("small talk")] = max(others)
    return told_of


def points(looked: Looked, weights: np.ndarray) -> np.ndarray:
    """Points of each option, and of none as the last."""
    width = looked.near.shape[2]
    none = looked.strange @ weights[width:-1] + weights[-1]
    return np.concatenate([looked.near @ weights[:width], none[:, None]], axis=1)


def learn(looked: Looked) -> np.ndarray:
    """The weights under which the texts mean most likely what they mean."""
    from scipy.optimize import minimize  # noqa: PLC0415 -- of the extra `making`; only this needs it

    needed = looked.only(looked.sure == NONE)
    count, options, width = needed.near.shape
    meant = np.where(needed.means == NONE, options, needed.means)
    counts = needed.counts / needed.counts.sum()
    spread = np.concatenate([
        needed.near.reshape(-1, width).std(axis=0), needed.strange.std(axis=0), [1.0],
    ])  # fmt: skip
    steady = np.full(len(spread), STEADY)
    steady[-1 - TURNS : -1], steady[-1] = STEADY_TURNS, 0.0

    def loss(scaled: np.ndarray) -> tuple[float, np.ndarray]:
        off = shares(points(needed, scaled / spread))
        missed = -counts @ np.log(np.maximum(off[np.arange(count), meant], 1e-12))
        off[np.arange(count), meant] -= 1
        off *= counts[:, None]
        slope = np.concatenate([
            np.einsum("no,nof->f", off[:, :options], needed.near),
            off[:, options] @ needed.strange,
            [off[:, options].sum()],
        ]) / spread + steady * scaled  # fmt: skip
        return missed + 0.5 * steady @ scaled**2, slope

    found = minimize(loss, np.zeros(len(spread)), jac=True, method="L-BFGS-B",
                     options={"maxiter": 400})  # fmt: skip
    return found.x / spread


def unseen(looked: Looked) -> np.ndarray:
    """What is likely of each text by weights that were learned without its scene."""
    every = np.zeros((len(looked.means), looked.near.shape[1] + 1))
    for part in range(PARTS):
        held = looked.scene % PARTS == part
        every[held] = shares(points(looked.only(held), learn(looked.only(~held))))
    return every


def answers(looked: Looked, every: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The option each text is answered with, and how surely, as the matcher decides."""
    how = likely(every)
    best = how.argmax(axis=1)
    rows = np.arange(len(best))
    surely = np.where(looked.opposed[rows, best], 0.0, how[rows, best])
    known = looked.sure != NONE
    return np.where(known, looked.sure, best), np.where(known, 1.0, surely)


def told(looked: Looked, every: np.ndarray, least: float) -> tuple[float, float, float]:
    """Answered, right when answered, and accepted out of scope."""
    best, how = answers(looked, every)
    said, taken = looked.means != NONE, how >= least
    right = (best == looked.means)[said & taken].mean() if (said & taken).any() else 0.0
    return taken[said].mean(), right, taken[looked.outside].mean()


def first_right(looked: Looked, every: np.ndarray) -> float:
    """How often the likeliest option is the one that is meant, if all are answered."""
    said = looked.means != NONE
    return float((answers(looked, every)[0] == looked.means)[said].mean())


def main() -> None:
    """Learn, and print the weights to be copied and the figures by which to choose."""
    meanings = open_folder(models_folder())
    each_language = [look(each, meanings, 1000 * at) for at, each in enumerate(LANGUAGES)]
    whole = Looked(*(np.concatenate([getattr(each, name) for each in each_language])
                     for name in Looked.__slots__))  # fmt: skip
    every = unseen(whole)
    rows = [whole.scene // 1000 == at for at in range(len(LANGUAGES))]
    for language, held in zip(LANGUAGES, rows, strict=True):
        print(f"{language}: first right {first_right(whole.only(held), every[held]):.3f}")
    for least in np.arange(0.3, 0.9, 0.01):
        line = [f"{least:.2f}"]
        for language, held in zip(LANGUAGES, rows, strict=True):
            figures = told(whole.only(held), every[held], float(least))
            line.append(f"{language} " + " ".join(f"{figure:.3f}" for figure in figures))
        used = [f"<- in use, {language}" for language, one in zip(LANGUAGES, IN_USE, strict=True)
                if abs(least - one) < 0.005]  # fmt: skip
        print("  ".join(line), *used)
    weights = learn(whole)
    names = [*OPTION_WEIGHTS, *NONE_WEIGHTS, "NONE"]
    for name, weight in zip(names, weights, strict=True):
        print(f'    "{name}": {weight:.3f},')


if __name__ == "__main__":
    main()
