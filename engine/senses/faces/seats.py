"""Whose normal is whose: by a face's number while it is there, by its seat a while after."""

from dataclasses import dataclass
from typing import Final

from engine.senses.faces.baseline import Baseline, Published
from engine.senses.faces.finding import Box
from engine.story.units import Seconds

AT_ONCE: Final = Seconds(2.0)
"""Who was alone, is away no longer than this and comes back alone is the same, wherever."""
A_WHILE: Final = Seconds(15.0)
"""Who comes back to a seat within this time is taken for the one who left it."""
BESIDE: Final = 1.0
"""The same seat: no farther than this many widths of the face from where it was."""
NEARER: Final = 1.5
"""The same seat: the face is neither larger nor smaller by more than this."""


@dataclass(frozen=True, slots=True)
class _Left:
    """An empty seat and the normal of whoever sat there. No face, no name."""

    normal: Baseline
    box: Box
    at: Seconds
    alone: bool


class Seats:
    """
    Everybody's normal. Belongs to the eyes' thread; forgotten with the viewing.

    Somebody in the place of another is told by time, place and size alone: there is no memory of
    faces. So two who change places behind the film's back within 15 s share a normal, and who
    stays away for longer is a stranger.
    """

    def __init__(self, steps: Published) -> None:
        self._steps = steps
        self._taken: dict[int, Baseline] = {}
        self._left: list[_Left] = []
        self.room = Baseline(steps)
        """How attentive this room usually is: attention is told of all together."""
        self.learning = False

    def calibrate(self, on: bool) -> None:
        """Take what everybody shows as their normal from now on, from the beginning; or stop."""
        self.learning = on
        for normal in (self.room, *self._taken.values(), *(seat.normal for seat in self._left)):
            normal.calibrate(on)

    def of(self, number: int) -> Baseline:
        """The normal of a face that is in view."""
        return self._taken[number]

    @property
    def known(self) -> bool:
        """Whether the normal of everybody in view was learned; of an empty room, of the room."""
        return all(normal.known for normal in self._taken.values() or (self.room,))

    def came(self, number: int, box: Box, now: Seconds) -> Baseline:
        """A face has come: its own normal if its seat was left a moment ago, else everybody's."""
        self._left = [seat for seat in self._left if now - seat.at <= A_WHILE]
        back = [seat for seat in self._left if self._is_back(seat, box, now)]
        if back:
            seat = max(back, key=lambda one: one.at)
            self._left.remove(seat)
            self._taken[number] = seat.normal
        else:
            if not self._taken:
                self.room = self._stranger()
            self._taken[number] = self._stranger()
        return self._taken[number]

    def left(self, number: int, box: Box, at: Seconds) -> None:
        """A face has gone; it was last seen there and then."""
        normal = self._taken.pop(number)
        self._left.append(_Left(normal, box, at, alone=not self._taken))

    def _is_back(self, seat: _Left, box: Box, now: Seconds) -> bool:
        if seat.alone and not self._taken and now - seat.at <= AT_ONCE:
            return True
        (x, y), (u, v) = box.centre, seat.box.centre
        beside = ((x - u) ** 2 + (y - v) ** 2) ** 0.5 <= BESIDE * seat.box.width
        return beside and 1.0 / NEARER <= box.height / seat.box.height <= NEARER

    def _stranger(self) -> Baseline:
        normal = Baseline(self._steps)
        normal.calibrate(self.learning)
        return normal
