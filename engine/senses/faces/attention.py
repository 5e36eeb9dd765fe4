"""Whether viewers look at the film: told from where their faces are, never from their gaze."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.senses.faces.finding import Box
from engine.story.units import Seconds

TURNED: Final = 22.0
"""A head turned to the side by fewer degrees looks at the film."""
RAISED: Final = 18.0
"""So does one raised or lowered by fewer degrees than this from how it is usually held."""
DOUBT: Final = 8.0
"""Turned by so many degrees more, it surely looks elsewhere; in between it is half of each."""
UNSURE: Final = 0.6
"""Below this score the five points of a face say too little: then its size does."""
USED_TO: Final = 60.0
"""Seconds in which a head held otherwise becomes the usual: who came in looking down."""
SLACK: Final = 0.12
"""A face may look this much smaller than usual before it counts as turning."""
RANGE: Final = 0.2
"""Smaller by this much more, and it is turned away."""
USUAL: Final = 8.0
"""Seconds in which a new seat becomes the usual one."""
ALIKE: Final = 0.7
"""Of two faces of which neither is smaller than this share of the other, one is followed on."""
RESTLESS: Final = 0.6
"""Face widths a second that count as not still at all."""
RETURNED: Final = 0.5
"""After this many seconds without a face its coming back is not a movement."""
STEADYING: Final = 0.4
"""Seconds over which a box's place is smoothed before its speed is taken: boxes tremble."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """How viewers hold themselves, from 0 to 1."""

    attention: float
    still: float


@dataclass(frozen=True, slots=True)
class _Place:
    x: float
    y: float
    size: float

    def towards(self, other: "_Place", share: float) -> "_Place":
        return _Place(
            self.x + share * (other.x - self.x),
            self.y + share * (other.y - self.y),
            self.size * (other.size / self.size) ** share,
        )


class Posture:
    """Follows the faces from look to look. Belongs to the eyes' thread."""

    def __init__(self) -> None:
        self._usual: _Place | None = None
        self._smooth: _Place | None = None
        self._expected = 0.0
        self._last: Seconds | None = None
        self._away = 0.0
        self._still = 1.0
        self._pitches: dict[int, float] = {}
        """How each face that is followed usually holds its head: degrees up."""
        self.met = False
        """Whether there has been a face at all: only then can somebody look away."""

    def after(
        self,
        boxes: Sequence[Box],
        missed: int,
        now: Seconds,
        numbers: Sequence[int] | None = None,
    ) -> Bearing:
        """
        How viewers hold themselves after one more look, `missed` faces counted as before.

        `numbers` tell which face is which from look to look; without them their order does.
        """
        passed = 0.0 if self._last is None else max(0.0, now - self._last)
        self._last = now
        if boxes:
            self._move(boxes, passed)
        else:
            self._away += passed
        named = range(len(boxes)) if numbers is None else numbers
        present = sum(
            self._facing(box, number, passed) for box, number in zip(boxes, named, strict=True)
        )
        if not missed:
            self._pitches = {each: self._pitches[each] for each in named if each in self._pitches}
        self._expect(len(boxes), missed, passed)
        return Bearing(min(1.0, (present + missed) / max(1.0, self._expected)), self._still)

    def _move(self, boxes: Sequence[Box], passed: float) -> None:
        place = self._followed(boxes)
        self.met = True
        returned, self._away = self._away > RETURNED, 0.0
        if self._usual is None or self._smooth is None:
            self._usual = self._smooth = place
        elif returned or _elsewhere(self._smooth, place):
            self._smooth = place
        elif passed > 0.0:
            steadied = self._smooth.towards(place, _share(passed, STEADYING))
            self._still = max(0.0, 1.0 - _speed(self._smooth, steadied, passed) / RESTLESS)
            self._smooth = steadied
            self._usual = self._usual.towards(place, _share(passed, USUAL))

    def _followed(self, boxes: Sequence[Box]) -> _Place:
        """The largest face; of faces about as large the one that was followed before."""
        places = [_Place(*box.centre, math.sqrt(box.width * box.height)) for box in boxes]
        largest = max(place.size for place in places)
        if self._smooth is None:
            return max(places, key=lambda place: place.size)
        before = self._smooth
        return min(
            (place for place in places if place.size >= ALIKE * largest),
            key=lambda place: math.hypot(place.x - before.x, place.y - before.y),
        )

    def _facing(self, box: Box, number: int, passed: float) -> float:
        """How much a face looks ahead: by its pose, or by how it shrinks when a head turns."""
        if box.yaw is not None and box.pitch is not None and box.score >= UNSURE:
            return min(_within(abs(box.yaw), TURNED), self._level(box.pitch, number, passed))
        if self._usual is None:
            return 1.0
        shrunk = 1.0 - math.sqrt(box.width * box.height) / self._usual.size
        return min(1.0, max(0.0, 1.0 - (shrunk - SLACK) / RANGE))

    def _level(self, pitch: float, number: int, passed: float) -> float:
        """How much a head is held as it usually is. Cameras and necks differ: zero says little."""
        usual = self._pitches.setdefault(number, pitch)
        off = abs(pitch - usual)
        slowness = USUAL if off < RAISED else USED_TO
        self._pitches[number] = usual + _share(passed, slowness) * (pitch - usual)
        return _within(off, RAISED)

    def _expect(self, seen: int, missed: int, passed: float) -> None:
        """A newcomer counts at once, being seen; one who left is missed for a while."""
        if seen >= self._expected:
            self._expected = float(seen)
        elif seen + missed < self._expected:
            self._expected += _share(passed, USUAL) * (seen + missed - self._expected)


def _within(off: float, bound: float) -> float:
    """1 up to a bound, 0 from DOUBT beyond it."""
    return min(1.0, max(0.0, 1.0 - (off - bound) / DOUBT))


def _share(passed: float, slowness: float) -> float:
    return 1.0 - math.exp(-passed / slowness)


def _elsewhere(before: _Place, after: _Place) -> bool:
    """Whether it is another face: nobody moves by the width of a face between two looks."""
    return math.hypot(after.x - before.x, after.y - before.y) > before.size


def _speed(before: _Place, after: _Place, passed: float) -> float:
    """Face widths a second, sideways and towards the camera."""
    moved = math.hypot(after.x - before.x, after.y - before.y) / after.size
    grown = abs(math.log(after.size / before.size))
    return (moved + grown) / passed
