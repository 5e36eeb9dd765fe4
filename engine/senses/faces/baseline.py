"""A viewer's own normal, and the published steps in which everything is told."""

import json
import math
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from types import MappingProxyType
from typing import Final

from engine.story.model import Reading
from engine.story.units import Seconds, Share, Steps

ENOUGH: Final = Seconds(3.0)
"""Under this much of a viewer the population's normal stands in."""
UNSURE: Final = 0.8
"""What confidence is multiplied with while it does."""
FARTHEST: Final = 3.0
LONGEST_LOOK: Final = 0.5
"""Two looks further apart than this do not prove that the viewer was there between them."""
KEPT: Final = 600
"""Looks remembered: a minute of them is more than any film calibrates for."""
CALM: Final = 0.35
"""A face is calm while no reading lies farther from its normal, in steps."""
CALM_FOR: Final = Seconds(5.0)
"""Only a face that has been calm for so long tells anything of its normal."""
REFRESHED_IN: Final = 60.0
"""Seconds of calm in which a normal that has moved is caught up with, for the greater part."""
WANDERS: Final = 0.3
"""A normal never moves farther than this from what was learned, in steps."""

Scores = Mapping[Reading, float]
"""Raw scores, smoothed: most lie in 0..1, valence in -1..1."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is published of one reading beside the model."""

    step: float
    """How much of the score is one step: its spread over many people."""
    normal: float
    """The score of a neutral face of the population."""
    trust: float
    """How much of a sure answer is to be believed, from held-out pictures."""


Published = Mapping[Reading, Step]


def published(path: Path) -> Published:
    """The steps in a `steps.json`. OSError or ValueError when it is missing or broken."""
    written = json.loads(path.read_text(encoding="utf-8"))["readings"]
    return MappingProxyType(
        {
            Reading(name): Step(entry["step"], entry["normal"], entry["trust"])
            for name, entry in written.items()
        }
    )


class Baseline:
    """
    What is normal for this viewer: medians over the time of calibration.

    Where light and posture change over an evening they follow, slowly, a little, and in calm
    only. Belongs to the eyes' thread. Numbers only; forgotten with the viewing.
    """

    def __init__(self, steps: Published) -> None:
        self._steps = steps
        self._seen: deque[Scores] = deque(maxlen=KEPT)
        self._watched = 0.0
        self._last: Seconds | None = None
        self._medians: Scores = MappingProxyType({})
        self._normals: Scores = MappingProxyType({})
        """The medians, and where calm has carried them since."""
        self._calm_since: Seconds | None = None
        self.learning = False

    @property
    def known(self) -> bool:
        """Whether it holds at least 3 s of this viewer."""
        return self._watched >= ENOUGH - 1e-9

    def calibrate(self, on: bool) -> None:
        """Learn from what is seen from now on, from the beginning; or stop learning."""
        if on and not self.learning:
            self._seen.clear()
            self._watched = 0.0
            self._last = None
        self.learning = on

    def saw(self, scores: Scores, now: Seconds) -> None:
        """Take in one look at the viewer's face: to learn from, or to see whether it is calm."""
        passed = 0.0 if self._last is None else max(0.0, now - self._last)
        self._last = now
        if self.learning:
            self._learn(scores, min(LONGEST_LOOK, passed))
        elif self.known:
            self._refresh(scores, passed, now)

    def _learn(self, scores: Scores, passed: float) -> None:
        self._watched += passed
        self._seen.append(scores)
        self._calm_since = None
        if self.known:
            self._medians = self._normals = MappingProxyType(
                {each: median(look[each] for look in self._seen) for each in scores}
            )

    def _refresh(self, scores: Scores, passed: float, now: Seconds) -> None:
        """Follow a calm face; one that shows something, or was out of sight, is not followed."""
        calm = all(abs(self.steps(each, score)) <= CALM for each, score in scores.items())
        if not calm or passed > LONGEST_LOOK or self._calm_since is None:
            self._calm_since = now if calm else None
        elif now - self._calm_since >= CALM_FOR:
            share = 1.0 - math.exp(-passed / REFRESHED_IN)
            followed = {each: self._followed(each, score, share) for each, score in scores.items()}
            self._normals = MappingProxyType({**self._normals, **followed})

    def _followed(self, reading: Reading, score: float, share: float) -> float:
        learned, now = self._medians[reading], self._normals[reading]
        most = WANDERS * self._steps[reading].step
        return min(learned + most, max(learned - most, now + share * (score - now)))

    def steps(self, reading: Reading, score: float) -> Steps:
        """How far a score lies from this viewer's normal."""
        away = (score - self.normal(reading)) / self._steps[reading].step
        return Steps(min(FARTHEST, max(-FARTHEST, away)))

    def normal(self, reading: Reading) -> float:
        """This viewer's resting score; the population's while too little is known."""
        usual = self._steps[reading].normal
        return self._normals.get(reading, usual) if self.known else usual

    def confidence(self, reading: Reading, clarity: float) -> Share:
        """How much to believe of a reading that was this clear."""
        doubt = 1.0 if self.known else UNSURE
        return Share(min(1.0, max(0.0, clarity * self._steps[reading].trust * doubt)))
