"""From faces to readings: everybody in view becomes one voice, in steps from normal."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from engine.messages.facts import MoodRead
from engine.senses.faces.attention import Bearing, Posture
from engine.senses.faces.baseline import Published
from engine.senses.faces.expressions import Sight
from engine.senses.faces.finding import Box
from engine.senses.faces.seats import Seats
from engine.senses.faces.sitter import Sitter, Voice, together
from engine.senses.faces.smoothing import Play, Smooth
from engine.senses.faces.tracks import Followed, Tracks
from engine.story.model import Reading
from engine.story.units import Seconds, Share, Steps

SLOWNESS: Final = Seconds(0.8)
"""The time over which looks are blended."""
TREMBLES: Final = 0.05
"""Steps by which a reading may tremble without a word."""
MISSED_SURELY: Final = 0.9
"""How sure it is that somebody who was there has turned away."""


class Moods:
    """Makes a `MoodRead` of each look. Belongs to the eyes' thread."""

    def __init__(self, steps: Published, slowness: Seconds = SLOWNESS) -> None:
        self.baseline = Seats(steps)
        self._slowness = slowness
        self._tracks = Tracks()
        self._posture = Posture()
        self._sitters: dict[int, Sitter] = {}
        self._boxes: dict[int, tuple[Box, Seconds]] = {}
        """Where each face was seen last, and when."""
        self._held: Smooth[Reading] = Smooth(slowness)
        self._play: Play[Reading] = Play(TREMBLES)

    def known(self, now: Seconds) -> tuple[Box, ...] | None:
        """Where the next look should read; none: it is time to search the whole picture."""
        return None if self._tracks.due(now) else self._tracks.expected(now)

    def after(self, sight: Sight, now: Seconds, *, searched: bool = True) -> MoodRead:
        """The mood in view after one more look; `searched`: not only where faces were `known`."""
        followed = self._tracks.after(sight, now, searched=searched)
        boxes = tuple(face.box for _, face in followed.seen)
        bearing = self._posture.after(
            boxes, len(followed.missed), now, tuple(number for number, _ in followed.seen)
        )
        self._meet(followed, bearing, now)
        attention = self._attention(bearing, now)
        if boxes:
            self.baseline.room.saw({Reading.ATTENTION: attention}, now)
        there = [*(number for number, _ in followed.seen), *followed.missed]
        if not there:
            return self._nobody(attention, now, blind=sight.blind)
        where = _place(boxes[0], sight.size) if len(boxes) == len(there) == 1 else None
        voice = together([self._sitters[number].voice for number in there])
        return self._somebody(voice, attention, len(there), where, now)

    def _meet(self, followed: Followed, bearing: Bearing, now: Seconds) -> None:
        """Look at everybody who is there, greet who has come, and let go of who went."""
        for number in followed.gone:
            del self._sitters[number]
            self.baseline.left(number, *self._boxes.pop(number))
        for number, face in followed.seen:
            if number not in self._sitters:
                normal = self.baseline.came(number, face.box, now)
                self._sitters[number] = Sitter(normal, self._slowness)
            self._sitters[number].saw(face, bearing, now)
            self._boxes[number] = (face.box, now)

    def _attention(self, bearing: Bearing, now: Seconds) -> float:
        """Blended from the first face on: an empty room before it says nothing."""
        if not self._posture.met:
            return 0.0
        return self._held.after({Reading.ATTENTION: bearing.attention}, now)[Reading.ATTENTION]

    def _somebody(
        self,
        voice: Voice,
        attention: float,
        count: int,
        where: tuple[float, float] | None,
        now: Seconds,
    ) -> MoodRead:
        room = self.baseline.room
        told = {**voice.steps, Reading.ATTENTION: room.steps(Reading.ATTENTION, attention)}
        surely = room.confidence(Reading.ATTENTION, voice.quality)
        return MoodRead(
            at=now,
            readings=self._told(told),
            confidence=_shares({**voice.confidence, Reading.ATTENTION: surely}),
            faces=count,
            calibrated=self.baseline.known,
            where=where,
            disagreement=Share(round(voice.disagreement, 3)),
        )

    def _nobody(self, attention: float, now: Seconds, *, blind: bool) -> MoodRead:
        """Nobody in view: looking away, if somebody was there before and the lens is free."""
        missed = self._posture.met and not blind
        room = self.baseline.room
        away = room.steps(Reading.ATTENTION, attention)
        surely = room.confidence(Reading.ATTENTION, MISSED_SURELY if missed else 0.0)
        return MoodRead(
            at=now,
            readings=self._told({Reading.ATTENTION: away}),
            confidence=_shares({Reading.ATTENTION: surely}),
            faces=0,
            calibrated=self.baseline.known,
        )

    def _told(self, readings: Mapping[Reading, float]) -> Mapping[Reading, Steps]:
        """Readings as they are told: what only trembles stands, and no finer than it means."""
        return MappingProxyType(
            {each: Steps(round(step, 3)) for each, step in self._play.after(readings).items()}
        )


def _place(box: Box, size: tuple[int, int]) -> tuple[float, float]:
    """The middle of a face as shares of the picture; finer than a thousandth it only trembles."""
    return round(box.centre[0] / size[0], 3), round(box.centre[1] / size[1], 3)


def _shares(confidence: Mapping[Reading, float]) -> Mapping[Reading, Share]:
    """Confidences as they are told: finer than a thousandth they say nothing of anybody."""
    return MappingProxyType({each: Share(round(share, 3)) for each, share in confidence.items()})
