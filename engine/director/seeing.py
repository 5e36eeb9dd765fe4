"""What was read of the viewers over one visit to a scene."""

from collections import deque
from dataclasses import replace
from typing import Final

from engine.director.felt import LONGEST, Window, held, mean
from engine.director.learning import moved_by
from engine.director.viewing import Viewing
from engine.messages.facts import MoodRead
from engine.messages.orders import Write
from engine.messages.records import Measured, Turn
from engine.messages.shots import Shot
from engine.story.model import Keep, Reading, Story
from engine.story.units import Seconds

_MOST_READ: Final = 1200
"""Readings kept of a scene that waits: its last two minutes. Its means hear all of them."""
_FELT: Final = Seconds(4.0)  # a scene at least this long renews what was felt
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

    def renewed(self, viewing: Viewing, story: Story, length: Seconds, now: Seconds) -> Viewing:
        """A viewing as it is after this visit, by what was felt over it."""
        if length < _FELT:
            return viewing
        window, needed = self.window(now), story.sensing.confidence
        return replace(
            viewing,
            feelings=frozenset(
                name for name, feel in story.feelings.items() if held(feel, window, needed)
            ),
            valence=mean(Reading.VALENCE, window),
        )

    def left(
        self, story: Story, shot: Shot | None, pick: Turn | None, now: Seconds
    ) -> tuple[Write, ...]:
        """
        What the visit comes to when it is left: its means, where the film keeps scores.

        `pick`: what picked this scene for having moved earlier viewers, if the visit went to
        its end; where a face was seen for half of it, it is told how much it moved this one.
        """
        keeps = story.sensing.keep is Keep.SCORES
        found = self._measured(shot, now) if shot is not None and keeps else None
        if found is None:
            return ()
        enough = now > self._began and found.seen >= _ENOUGH * (now - self._began)
        if pick is None or not enough:
            return (Write(found),)
        return (Write(found), Write(moved_by(pick, found.means, now)))

    def window(self, now: Seconds) -> Window:
        """The visit up to now, as far back as its readings are kept."""
        full = len(self._reads) == _MOST_READ
        return Window(self._reads[0].at if full else self._began, now, tuple(self._reads))

    def _measured(self, shot: Shot, now: Seconds) -> Measured | None:
        if not self._counts:
            return None
        return Measured(
            scene=shot.scene,
            visit=shot.visit,
            means={
                one.value: round(self._sums[one] / self._counts[one], 4) for one in self._counts
            },
            seen=Seconds(round(self._seen + self._last_lasted(now), 3)),
            at=now,
        )

    def _last_lasted(self, until: Seconds) -> float:
        """For how long the last reading stands, if it was of a face."""
        last = self._reads[-1] if self._reads else None
        if last is None or not last.faces:
            return 0.0
        return min(max(until - last.at, 0.0), LONGEST)
