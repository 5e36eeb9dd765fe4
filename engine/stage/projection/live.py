"""Where the story's light stands in a clip: `name.live.json`, written by what made the clip."""

import json
import math
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from engine.stage.projection.sphere import Gaze, focus, seen_at
from engine.story.units import Seconds, Share

MOST_BYTES: Final = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where the light stands, in shares of the picture: its foot, its resting height."""

    x: float
    y: float
    scale: float
    hidden: Share = Share(0.0)

    def toward(self, other: "Spot", share: float) -> "Spot":
        """A spot on the straight way to another."""
        x, y, scale, hidden = (
            one + (two - one) * share
            for one, two in (
                (self.x, other.x),
                (self.y, other.y),
                (self.scale, other.scale),
                (self.hidden, other.hidden),
            )
        )
        return Spot(x=x, y=y, scale=scale, hidden=Share(hidden))


CORNER: Final = Spot(x=0.055, y=0.925, scale=0.085)
"""Where the light stands over a clip that has none of its own."""


@dataclass(frozen=True, slots=True)
class Light:
    """The way of the light through one clip; never empty, in order of time."""

    keys: tuple[tuple[Seconds, Spot], ...]

    def at(self, moment: Seconds) -> Spot:
        """Where it stands: on the line between two keys, else still."""
        after = bisect_right([key[0] for key in self.keys], moment)
        if after == 0:
            return self.keys[0][1]
        if after == len(self.keys):
            return self.keys[-1][1]
        (start, one), (end, two) = self.keys[after - 1], self.keys[after]
        return one.toward(two, (moment - start) / (end - start))


def in_view(spot: Spot, gaze: Gaze, size: tuple[int, int]) -> Spot | None:
    """
    A spot of a clip shot all around, as it stands in what is seen; none when one looks away.

    Its place and its height are then shares of the whole sphere's picture.
    """
    seen = seen_at((spot.x, spot.y), gaze, size)
    if seen is None:
        return None
    scale = spot.scale * math.pi * focus(size) / size[1]
    beside = 0.3 * scale * size[1] / size[0]  # a flame is about 0.6 as wide as high
    inside = -beside < seen[0] < 1.0 + beside and 0.0 < seen[1] < 1.0 + scale
    return Spot(x=seen[0], y=seen[1], scale=scale, hidden=spot.hidden) if inside else None


def read_light(written: bytes) -> Light | None:
    """The light of a clip; none when the file says nothing that can be drawn."""
    if len(written) > MOST_BYTES:
        return None
    try:
        told = json.loads(written)
        keys = tuple(_key(key) for key in told["keys"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    rising = all(one[0] < two[0] for one, two in pairwise(keys))
    return Light(keys) if keys and rising else None


def _key(told: dict[str, object]) -> tuple[Seconds, Spot]:
    return Seconds(_number(told["t"])), Spot(
        x=_number(told["x"]),
        y=_number(told["y"]),
        scale=min(2.0, max(0.0, _number(told["scale"]))),
        hidden=Share(min(1.0, max(0.0, _number(told.get("hidden", 0.0))))),
    )


def _number(told: object) -> float:
    if not isinstance(told, int | float) or isinstance(told, bool) or not math.isfinite(told):
        raise ValueError(told)
    return float(told)
