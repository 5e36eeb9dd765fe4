"""What was read of the viewers over one visit to a scene."""

from collections import deque
from typing import Final

from engine.director.felt import LONGEST, Window
from engine.messages.facts import MoodRead
from engine.messages.records import Measured
from engine.story.model import Reading
from engine.story.units import SceneId, Seconds

_MOST_READ: Final = 1200
"""Readings kept of a scene that waits: its last two minutes. Its means hear all of them."""
_ENOUGH: Final = 0.5
"""Of a visit in which a face must have been seen to say that it moved somebody."""


class Seen:
    """Readings since a scene was entered, oldest first. Belongs to the showing."""

    def __init__(self, began: Seconds) -> None:
        self._began = began
        self._reads: deque[MoodRead] = deque(maxlen=_MOST_READ)
        self._sums: dict[Reading, float] = {}
        self._counts: dict[Reading, int] = {}
        self._seen = 0.0

    def read(self, mood: MoodRead) -> None:
        """One more reading."""
        self._seen += self._last_lasted(mood.at)
        self._reads.append(mood)
        for reading, value in mood.readings.items():
            if mood.faces or reading is Reading.ATTENTION:
                self._sums[reading] = self._sums.get(reading, 0.0) + value
                self._counts[reading] = self._counts.get(reading, 0) + 1

    def window(self, now: Seconds) -> Window:
        """The visit up to now, as far back as its readings are kept."""
        full = len(self._reads) == _MOST_READ
        return Window(self._reads[0].at if full else self._began, now, tuple(self._reads))

    def measured(self, scene: SceneId, visit: int, now: Seconds) -> Measured | None:
        """What the visit comes to; none where nothing was read."""
        if not self._counts:
            return None
        return Measured(
            scene=scene,
            visit=visit,
            means={
                one.value: round(self._sums[one] / self._counts[one], 4) for one in self._counts
            },
            seen=Seconds(round(self._seen + self._last_lasted(now), 3)),
            at=now,
        )

    def enough(self, measured: Measured) -> bool:
        """Whether a face was seen for at least half of the visit."""
        whole = measured.at - self._began
        return whole > 0 and measured.seen >= _ENOUGH * whole

    def _last_lasted(self, until: Seconds) -> float:
        """For how long the last reading stands, if it was of a face."""
        last = self._reads[-1] if self._reads else None
        if last is None or not last.faces:
            return 0.0
        return min(max(until - last.at, 0.0), LONGEST)
