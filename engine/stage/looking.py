"""Looking around in a film shot all around: hands and head turn the gaze, smoothly."""

import math
from typing import Final

from engine.stage.hands import Gesture, Lift, Point, Press
from engine.stage.projection.sphere import AHEAD, HIGHEST, Gaze, focus

Place = tuple[float, float]

SPEED: Final = 75.0
"""Degrees a second that a held arrow or a pushed stick turns."""
_TAP: Final = 0.35
"""Seconds after which an arrow is held and no longer tapped, where taps mean something else."""
_SWINGS: Final = 0.12
"""Seconds in which arrows and sticks come up to speed, and to rest."""
REACH: Final = (300.0, 150.0)
"""Degrees for a head that crosses the whole of the camera's picture, and rises through it."""
_FARTHEST: Final = 75.0
_SLACK: Final = 0.015
"""A head that moves less than this share of the picture only trembles."""
_FOLLOWS: Final = 0.3
"""Seconds in which the gaze follows a head."""
_GONE: Final = 1.0
"""A face away for longer than this begins anew where it comes back."""
_THERE, _STANDS = 0.01, 0.5
"""Degrees, and degrees a second, that nobody sees."""
_LONGEST: Final = 0.1
"""Seconds between two glances that count, at most: a window that was dragged makes no leap."""


class Looking:
    """
    Where one looks, by drags, held arrows and sticks, and the place of the head.

    A drag holds the place it began at under the finger. A head that leans left looks left. Main
    thread only; every moment is of one clock.
    """

    def __init__(self) -> None:
        self._held: Gaze = AHEAD
        """Where hands have turned it."""
        self._head: Gaze = AHEAD
        """What the head adds."""
        self._asked: Gaze = AHEAD
        """What the head will have added."""
        self._swing = self._lean = (0.0, 0.0)
        self._leans_since: float | None = None
        self._taps = False
        self._from: tuple[int, int] | None = None
        self._rest: Place | None = None
        self._seen = self._last = -math.inf

    def ahead(self) -> None:
        """A new shot: look where its author looks; the head rests where it is."""
        self._held = self._head = self._asked = AHEAD
        self._swing, self._from, self._rest = (0.0, 0.0), None, None

    def drag(self, gesture: Gesture, size: tuple[int, int], *, free: bool) -> None:
        """A hand on the picture; `free`: nothing to press lies under it."""
        match gesture:
            case Press(at):
                self._from = at if free else None
            case Lift():
                self._from = None
            case Point(at) if self._from is not None:
                turn = math.degrees(1.0 / focus(size))
                self._turn((self._from[0] - at[0]) * turn, (at[1] - self._from[1]) * turn)
                self._from = at
            case _:
                pass

    def lean(self, to: tuple[float, float], *, taps: bool = False) -> None:
        """
        How far arrows and sticks are held to the right and down, -1 to 1 each.

        `taps`: a short one walks among answers, and only one that is held turns the gaze.
        """
        self._lean, self._taps = to, taps

    def let_go(self) -> None:
        """Hands are for something else now."""
        self._lean, self._from = (0.0, 0.0), None

    def see_head(self, where: Place | None, now: float) -> None:
        """Where the one face is in the camera's picture, as shares of it; none: there is none."""
        if where is None:
            return
        if self._rest is None or now - self._seen > _GONE:
            self._rest = where
        self._seen = now
        self._asked = Gaze(
            _reached(self._rest[0] - where[0], REACH[0]),
            _reached(self._rest[1] - where[1], REACH[1]),
        )

    def gaze(self, now: float) -> Gaze:
        """Where one looks at this moment."""
        passed = min(max(0.0, now - self._last), _LONGEST)
        self._last = now
        swing, lean = _share(passed, _SWINGS), self._held_lean(now)
        self._swing = (
            _towards(self._swing[0], lean[0] * SPEED, swing, _STANDS),
            _towards(self._swing[1], lean[1] * SPEED, swing, _STANDS),
        )
        self._turn(self._swing[0] * passed, -self._swing[1] * passed)
        if now - self._seen > _GONE:
            self._asked = AHEAD
        follows = _share(passed, _FOLLOWS)
        self._head = Gaze(
            _towards(self._head.right, self._asked.right, follows, _THERE),
            _towards(self._head.up, self._asked.up, follows, _THERE),
        )
        return _within(self._held.right + self._head.right, self._held.up + self._head.up)

    def _held_lean(self, now: float) -> tuple[float, float]:
        """What is held, if it was held for long enough."""
        if self._lean == (0.0, 0.0):
            self._leans_since = None
        elif self._leans_since is None:
            self._leans_since = now
        held = self._leans_since is not None and now - self._leans_since >= _TAP
        return self._lean if held or not self._taps else (0.0, 0.0)

    def _turn(self, right: float, up: float) -> None:
        self._held = _within(self._held.right + right, self._held.up + up)


def _within(right: float, up: float) -> Gaze:
    """All the way round to the sides, and never over the head."""
    return Gaze((right + 180.0) % 360.0 - 180.0, max(-HIGHEST, min(HIGHEST, up)))


def _reached(moved: float, reach: float) -> float:
    beyond = math.copysign(max(0.0, abs(moved) - _SLACK), moved)
    return max(-_FARTHEST, min(_FARTHEST, beyond * reach))


def _share(passed: float, slowness: float) -> float:
    return 1.0 - math.exp(-passed / slowness)


def _towards(one: float, two: float, share: float, seen: float) -> float:
    """Nearer to the other, and there once no more is left than could be seen."""
    near = one + share * (two - one)
    return two if abs(two - near) < seen else near
