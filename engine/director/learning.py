"""
What moves viewers: how much a scene moved this one, and what to pick by what moved others.

`pick: learn` samples (Thompson 1933; Chapelle and Li 2011): for each scene it may pick it
draws how much that scene moves people, from what is known of it, and takes the largest draw.
A scene nobody saw yet is drawn from anything between nothing and everything, so new ones are
tried; the more is known, the surer the best is taken. What is known of a scene is Beta
distributed, with 1 + moved and 1 + shown - moved; a Beta number is X / (X + Y) of two Gamma
ones, and those are drawn by Marsaglia and Tsang's method (2000), good for shapes of 1 and more.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Final

from engine.director.chance import draw
from engine.messages.records import Moved, Tally, Turn
from engine.story.model import Pick, PickMode, Reading, Story
from engine.story.units import SceneId, Seconds

_A_STEP: Final = 1.0
"""How far from normal, in steps, a mean is at which a viewer counts as wholly moved."""
_UNSEEN: Final = Tally()


def known_as(scene: SceneId, go: SceneId) -> str:
    """The name under which a way of a `pick` is counted."""
    return f"{scene}>{go}"


def likely(seed: int, place: str, visit: int, tally: Tally | None) -> float:
    """How much a scene may move people, 0 to 1: one draw from what is known of it."""
    known = tally or _UNSEEN
    moved = min(max(known.moved, 0.0), known.shown)
    drawn = _draws(seed, place, visit)
    some, rest = _gamma(1 + moved, drawn), _gamma(1 + known.shown - moved, drawn)
    return some / (some + rest)


def how_moved(means: Mapping[str, float]) -> float:
    """How far the mean of a visit lies from this viewer's normal, 0 to 1 at one step."""
    valence = means.get(Reading.VALENCE.value, 0.0)
    arousal = means.get(Reading.AROUSAL.value, 0.0)
    return min(math.hypot(valence, arousal) / _A_STEP, 1.0)


def learnt_pick(story: Story, turns: tuple[Turn, ...], scene: SceneId) -> Turn | None:
    """The pick of an earlier viewers' favourite that led straight to this scene, if one did."""
    last = turns[-1] if turns else None
    if last is None or last.to != scene:
        return None
    picked = story.scenes.get(last.scene)  # none where the story was edited meanwhile
    way = None if picked is None else picked.way
    return last if isinstance(way, Pick) and way.mode is PickMode.LEARN else None


def moved_by(pick: Turn, means: Mapping[str, float], now: Seconds) -> Moved:
    """One more line for the tally of what was picked."""
    return Moved(scene=pick.scene, go=pick.to, moved=round(how_moved(means), 4), at=now)


def _draws(seed: int, place: str, visit: int) -> Iterator[float]:
    """As many draws as one likes, always the same."""
    number = 0
    while True:
        yield draw(seed, f"{place}.{number}", visit)
        number += 1


def _gamma(shape: float, drawn: Iterator[float]) -> float:
    """A Gamma number of this shape, 1 or more, made of draws."""
    narrow = shape - 1 / 3
    scale = 1 / math.sqrt(9 * narrow)
    while True:
        normal = _normal(drawn)
        cube = (1 + scale * normal) ** 3
        if cube <= 0:
            continue
        kept = normal * normal / 2 + narrow * (1 - cube + math.log(cube))
        if math.log(1 - next(drawn)) < kept:
            return narrow * cube


def _normal(drawn: Iterator[float]) -> float:
    """A normal number, by Box and Muller's method."""
    far = math.sqrt(-2 * math.log(1 - next(drawn)))
    return far * math.cos(2 * math.pi * next(drawn))
