"""From faces to readings: everybody in view becomes one voice, in steps from normal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from engine.messages.facts import MoodRead
from engine.senses.faces.attention import Bearing, Posture
from engine.senses.faces.baseline import Baseline, Published
from engine.senses.faces.expressions import Expression, Face, Shares, Sight
from engine.senses.faces.finding import Box, Patience
from engine.senses.faces.smoothing import Smooth
from engine.story.model import Reading
from engine.story.units import Seconds, Share, Steps

SLOWNESS: Final = Seconds(0.8)
"""The time over which looks are blended."""
FORGOTTEN: Final = Seconds(1.0)
"""A face away for longer than this begins anew: somebody else may come."""
GOOD_SCORE: Final = 0.75
"""A detector's score from which a box says nothing against the reading."""
MISSED_SURELY: Final = 0.9
"""How sure it is that somebody who was there has turned away."""
BODY: Final = 0.3
"""How much a restless body adds to activation."""

NEGATIVE: Final = (
    Expression.SADNESS,
    Expression.ANGER,
    Expression.DISGUST,
    Expression.FEAR,
    Expression.CONTEMPT,
)
AROUSING: Final[Mapping[Expression, float]] = MappingProxyType(
    {
        Expression.HAPPINESS: 1.0,
        Expression.SURPRISE: 1.0,
        Expression.ANGER: 1.0,
        Expression.FEAR: 1.0,
        Expression.DISGUST: 0.6,
        Expression.SADNESS: 0.3,
        Expression.CONTEMPT: 0.3,
    }
)
SHOWN_BY: Final[Mapping[Reading, Expression]] = MappingProxyType(
    {
        Reading.JOY: Expression.HAPPINESS,
        Reading.SMILE: Expression.HAPPINESS,
        Reading.SADNESS: Expression.SADNESS,
        Reading.ANGER: Expression.ANGER,
        Reading.FEAR: Expression.FEAR,
        Reading.SURPRISE: Expression.SURPRISE,
        Reading.DISGUST: Expression.DISGUST,
    }
)


@dataclass(frozen=True, slots=True)
class Voice:
    """All faces of one look as one: what they show and how sure that is."""

    shares: Shares
    clarity: Mapping[Reading, float]


class Moods:
    """Makes a `MoodRead` of each look. Belongs to the eyes' thread."""

    def __init__(self, steps: Published, slowness: Seconds = SLOWNESS) -> None:
        self.baseline = Baseline(steps)
        self._patience = Patience()
        self._posture = Posture()
        self._scores: Smooth[Reading] = Smooth(slowness, self.baseline.normal)
        self._clarity: Smooth[Reading] = Smooth(slowness)
        self._held: Smooth[Reading] = Smooth(slowness)
        self._read: Mapping[Reading, float] = MappingProxyType({})
        self._sure: Mapping[Reading, float] = MappingProxyType({})
        self._face_at: Seconds | None = None

    def after(self, sight: Sight, now: Seconds) -> MoodRead:
        """The mood in view after one more look."""
        boxes, count = self._patience.after(
            tuple(face.box for face in sight.faces),
            tuple(face.box for face in sight.doubtful),
        )
        faces = tuple(face for face in (*sight.faces, *sight.doubtful) if face.box in boxes)
        bearing = self._posture.after(boxes, count - len(boxes), now)
        if faces:
            self._listen(voice(faces), bearing, now)
        elif not count:
            self._grow_cold(now)
        attention = self._attention(bearing, now)
        if faces:
            self.baseline.saw({**self._read, Reading.ATTENTION: attention}, now)
        if not count:
            return self._nobody(attention, now, blind=sight.blind)
        where = _place(faces[0].box, sight.size) if len(faces) == count == 1 else None
        return self._somebody(attention, count, where, now)

    def _attention(self, bearing: Bearing, now: Seconds) -> float:
        """Blended from the first face on: an empty room before it says nothing."""
        if not self._posture.met:
            return 0.0
        return self._held.after({Reading.ATTENTION: bearing.attention}, now)[Reading.ATTENTION]

    def _listen(self, heard: Voice, bearing: Bearing, now: Seconds) -> None:
        self._face_at = now
        self._read = self._scores.after(scores(heard.shares, bearing), now)
        self._sure = self._clarity.after(heard.clarity, now)

    def _grow_cold(self, now: Seconds) -> None:
        """Forget what a face showed once it has been away for a while."""
        if self._face_at is not None and now - self._face_at > FORGOTTEN:
            self._scores.forget()
            self._clarity.forget()
            self._face_at = None

    def _somebody(
        self, attention: float, count: int, where: tuple[float, float] | None, now: Seconds
    ) -> MoodRead:
        told = {**self._read, Reading.ATTENTION: attention}
        sure = {**self._sure, Reading.ATTENTION: self._sure.get(Reading.STILL, 0.0)}
        return MoodRead(
            at=now,
            readings=MappingProxyType(
                {each: _step(self.baseline.steps(each, score)) for each, score in told.items()}
            ),
            confidence=MappingProxyType(
                {each: _share(self.baseline.confidence(each, sure[each])) for each in told}
            ),
            faces=count,
            calibrated=self.baseline.known,
            where=where,
        )

    def _nobody(self, attention: float, now: Seconds, *, blind: bool) -> MoodRead:
        """Nobody in view: looking away, if somebody was there before and the lens is free."""
        missed = self._posture.met and not blind
        away: Mapping[Reading, Steps] = {
            Reading.ATTENTION: _step(self.baseline.steps(Reading.ATTENTION, attention))
        }
        sure: Mapping[Reading, Share] = {
            Reading.ATTENTION: _share(
                self.baseline.confidence(Reading.ATTENTION, MISSED_SURELY if missed else 0.0)
            )
        }
        return MoodRead(
            at=now,
            readings=MappingProxyType(away),
            confidence=MappingProxyType(sure),
            faces=0,
            calibrated=self.baseline.known,
        )


def _place(box: Box, size: tuple[int, int]) -> tuple[float, float]:
    """The middle of a face as shares of the picture; finer than a thousandth it only trembles."""
    return round(box.centre[0] / size[0], 3), round(box.centre[1] / size[1], 3)


def _step(step: Steps) -> Steps:
    """A reading as it is told: finer than a thousandth of a step says nothing of anybody."""
    return Steps(round(step, 3))


def _share(share: Share) -> Share:
    """A confidence as it is told."""
    return Share(round(share, 3))


def voice(faces: Sequence[Face]) -> Voice:
    """Several faces as one, each by its size and how surely it is a face. No identity."""
    weights = [face.box.width * face.box.height * face.box.score for face in faces]
    whole = sum(weights)
    shares = MappingProxyType(
        {
            each: sum(
                weight * face.shares[each] for weight, face in zip(weights, faces, strict=True)
            )
            / whole
            for each in Expression
        }
    )
    quality = sum(
        weight * min(1.0, face.box.score / GOOD_SCORE)
        for weight, face in zip(weights, faces, strict=True)
    )
    return Voice(shares, clarity(shares, quality / whole))


def scores(shares: Shares, bearing: Bearing) -> Mapping[Reading, float]:
    """The raw scores of what a face shows and how its body moves."""
    activation = sum(weight * shares[each] for each, weight in AROUSING.items())
    return {
        **{reading: shares[each] for reading, each in SHOWN_BY.items()},
        Reading.VALENCE: shares[Expression.HAPPINESS] - sum(shares[each] for each in NEGATIVE),
        Reading.AROUSAL: min(1.0, activation + BODY * (1.0 - bearing.still)),
        Reading.STILL: bearing.still,
    }


def clarity(shares: Shares, quality: float) -> Mapping[Reading, float]:
    """How clear each reading is: a half-smile is unclear as a smile, and clearly no fright."""
    gloom = sum(shares[each] for each in NEGATIVE)
    sides = (gloom, shares[Expression.HAPPINESS], 1.0 - gloom - shares[Expression.HAPPINESS])
    clear = {reading: max(shares[each], 1.0 - shares[each]) for reading, each in SHOWN_BY.items()}
    clear[Reading.VALENCE] = max(sides)
    clear[Reading.AROUSAL] = max(shares.values())
    clear[Reading.STILL] = 1.0
    return {reading: quality * share for reading, share in clear.items()}
