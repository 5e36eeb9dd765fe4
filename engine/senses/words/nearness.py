"""How near a text is to each option as a whole sentence, where the house brought a model."""

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.messages.orders import Phrases
from engine.senses.words.chatter import CHATTER
from engine.senses.words.likeness import folded_phrase
from engine.senses.words.sentences import Rows, Sentences, SentencesError, open_sentences, told

log = logging.getLogger(__name__)
T = TypeVar("T")

WEIGHT: Final = 0.3
"""
Points for each deviation by which an option is nearer than the others are; a deviation is that of
small talk, so that models of other scales count alike. A judgement: it was tried with no real
weights, and is small enough that letters and words outweigh a model that errs.
"""
MOST: Final = 2.0
"""Points it gives or takes at most: a model that errs is outweighed by letters and meaning."""
SLOW: Final = 0.4
"""Seconds for a line; a viewer waits that long before looking up."""
TOO_OFTEN: Final = 3
"""So many slow lines, one after the other, and the model is left for the evening."""
_TALK: Final = tuple(map(folded_phrase, CHATTER))


class Nearness:
    """
    The house's model beside the matcher. Belongs to the thread that hears words.

    It keeps directions of the author's phrases; of what viewers type it keeps nothing.
    """

    def __init__(
        self,
        place: Path,
        opening: Callable[[Path], Sentences] = open_sentences,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._place, self._opening, self._clock = place, opening, clock
        self._model: Sentences | None = None
        self._known: dict[str, Rows] = {}
        self._slow = 0
        self.trouble: str | None = None
        """Why it is not used any more, in one sentence."""

    def learn(self, options: Sequence[Phrases]) -> None:
        """Read the phrases of a scene, in one go; the model is opened for the first."""
        self._trying(lambda model: self._read(model, _phrases(options)))

    def points(self, said: str, options: Sequence[Phrases]) -> NDArray[np.float64] | None:
        """Points for each option, beside the matcher's own; none where there is no model."""
        return self._trying(lambda model: self._weighed(model, said, options))

    def _trying(self, what: Callable[[Sentences], T]) -> T | None:
        """What the model makes of it; where it fails it is left, and that is said once."""
        if self.trouble is not None:
            return None
        try:
            if self._model is None:
                self._model = self._opening(self._place)
                self._read(self._model, _TALK)
            return what(self._model)
        except SentencesError as problem:
            self._leave(problem)
            return None

    def _weighed(
        self, model: Sentences, said: str, options: Sequence[Phrases]
    ) -> NDArray[np.float64]:
        self._read(model, _phrases(options))
        began = self._clock()
        ours = model.directions([said])[0]
        self._watch(self._clock() - began)
        talk = np.array([self._known[line] for line in _TALK]) @ ours
        near = np.array([
            max(float(self._known[phrase] @ ours) for phrase in _phrases([option]))
            for option in options
        ])  # fmt: skip
        apart = (near - near.mean()) / max(float(talk.std()), 1e-6)
        return np.asarray(np.clip(WEIGHT * apart, -MOST, MOST), np.float64)

    def _read(self, model: Sentences, phrases: Iterable[str]) -> None:
        new = [phrase for phrase in dict.fromkeys(phrases) if phrase not in self._known]
        if new:
            self._known.update(zip(new, model.directions(new), strict=True))

    def _watch(self, spent: float) -> None:
        self._slow = self._slow + 1 if spent > SLOW else 0
        if self._slow >= TOO_OFTEN:
            raise SentencesError(f"it is too slow for this machine ({spent:.1f} s a line)")

    def _leave(self, problem: SentencesError) -> None:
        self.trouble = told(self._place, problem)
        self._model, self._known = None, {}
        log.error("%s", self.trouble)  # the house set it, and is told also where it is quiet


def _phrases(options: Iterable[Phrases]) -> list[str]:
    """All that the author wrote for these options, as it is compared."""
    return [folded_phrase(phrase) for each in options for phrase in (each.label, *each.hear)]
