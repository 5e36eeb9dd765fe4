"""One face in view: what it shows, blended over its looks, in steps from its own normal."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from engine.senses.faces.attention import Bearing
from engine.senses.faces.baseline import Baseline
from engine.senses.faces.confidence import by_agreement, by_probability, quality
from engine.senses.faces.expressions import Face
from engine.senses.faces.scores import scores
from engine.senses.faces.smoothing import Smooth
from engine.story.model import Reading
from engine.story.units import Seconds

HOLDS: Final = Seconds(2.0)
"""Who has been seen for less than this cannot be said to hold still yet."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one face, or several as one, show and how sure that is."""

    steps: Mapping[Reading, float]
    confidence: Mapping[Reading, float]
    quality: float
    """What detector, size, pose and light leave of the confidence, 0..1."""
    weight: float
    """How much it counts beside others: its size, as surely as it is seen."""
    valence: float
    """The raw score, -1..1, by which voices are compared."""
    disagreement: float = 0.0


class Sitter:
    """Belongs to the eyes' thread. Numbers only; gone with the face."""

    def __init__(self, normal: Baseline, slowness: Seconds) -> None:
        self._normal = normal
        self._scores: Smooth[Reading] = Smooth(slowness, normal.normal)
        self._clarity: Smooth[Reading] = Smooth(slowness)
        self._presence: Smooth[str] = Smooth(slowness)
        self._came: Seconds | None = None
        self.voice = Voice({}, {}, 0.0, 0.0, 0.0)
        """What it showed when it was last seen."""

    def saw(self, face: Face, bearing: Bearing, now: Seconds) -> None:
        """Take in one more look at the face, and learn its normal if this is the time for it."""
        self._came = now if self._came is None else self._came
        good = quality(face)
        read = self._scores.after(scores(face.shares, bearing), now)
        clear = {**self._clarity.after(by_probability(face.shares), now)}
        if now - self._came < HOLDS:
            clear[Reading.STILL] = 0.0
        present = self._presence.after(
            {"quality": good, "weight": good * face.box.width * face.box.height}, now
        )
        self._normal.saw(read, now)
        self.voice = Voice(
            steps={each: self._normal.steps(each, score) for each, score in read.items()},
            confidence={
                each: self._normal.confidence(each, share * present["quality"])
                for each, share in clear.items()
            },
            quality=present["quality"],
            weight=present["weight"],
            valence=read[Reading.VALENCE],
        )


def together(voices: Sequence[Voice]) -> Voice:
    """
    Several voices as one: each by its weight, and less sure the more they differ.

    The disagreement is the weighted standard deviation of their valence, 0..1.
    """
    whole = sum(voice.weight for voice in voices)
    parts = [(voice.weight / whole if whole else 1.0 / len(voices), voice) for voice in voices]
    valence = sum(share * voice.valence for share, voice in parts)
    spread = sum(share * (voice.valence - valence) ** 2 for share, voice in parts)
    disagreement = min(1.0, math.sqrt(max(0.0, spread)))
    agreed = by_agreement(disagreement)
    return Voice(
        steps=_mean([(share, voice.steps) for share, voice in parts]),
        confidence={
            each: agreed * sure
            for each, sure in _mean([(share, voice.confidence) for share, voice in parts]).items()
        },
        quality=sum(share * voice.quality for share, voice in parts),
        weight=whole,
        valence=valence,
        disagreement=disagreement,
    )


def _mean(parts: Sequence[tuple[float, Mapping[Reading, float]]]) -> Mapping[Reading, float]:
    return {each: sum(share * told[each] for share, told in parts) for each in parts[0][1]}
