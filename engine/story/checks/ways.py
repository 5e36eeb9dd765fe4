"""Checks of the whole map: what is reached, what ends, and what needs a sensor."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from engine.story.findings import Finding, found
from engine.story.model import End, Return, Scene, Story
from engine.story.places import place_in
from engine.story.rules import Rule
from engine.story.units import SceneId
from engine.story.ways import (
    Leads,
    anyway,
    backward,
    by_hand,
    noted,
    reached,
    reaching,
    ring,
    without_visit,
)

MOST_VISITS: Final = 16
"""How deep visits may lie in each other."""


def check_ways(story: Story) -> Iterator[Finding]:
    """Everything to say about where the film leads."""
    ahead = noted(story, anyway)
    seen = reached(story, (story.start,), ahead)
    yield from _unreached(story, seen)
    yield from _endless(story, ahead)
    yield from _sensor_only(story, ahead, seen)
    yield from _visits(story)
    yield from _rings(story)
    yield from _for_ever(story)
    yield from _old_names(story)


def _unreached(story: Story, seen: set[SceneId]) -> Iterator[Finding]:
    for scene in story.scenes.values():
        if scene.id not in seen:
            yield found(Rule.UNREACHED, scene.place, scene=scene.id)


def _endless(story: Story, ahead: Leads) -> Iterator[Finding]:
    """One finding for each part of the map that has no way out of it."""
    goals = [name for name, scene in story.scenes.items() if isinstance(scene.way, End | Return)]
    back = backward(story, ahead)
    saved = reached(story, goals, back)
    told: set[SceneId] = set()

    def around(scene: Scene) -> Iterator[SceneId]:
        return (name for name in (*ahead(scene), *back(scene)) if name not in saved)

    for scene in story.scenes.values():
        if scene.id not in saved and scene.id not in told:
            yield found(Rule.NO_END_AHEAD, scene.place, scene=scene.id)
            told |= reached(story, (scene.id,), around)


def _sensor_only(story: Story, ahead: Leads, seen: set[SceneId]) -> Iterator[Finding]:
    """Only the scenes where a way begins that hands cannot take, not all that lies behind."""
    handy = reached(story, (story.start,), by_hand)
    if seen == handy:
        return
    doors = {name for near in handy for name in ahead(story.scenes[near])}
    sensed = (seen - handy) & doors
    for scene in story.scenes.values():
        if scene.id in sensed:
            yield found(Rule.SENSOR_ONLY, scene.place, what=_called(scene))


def _called(scene: Scene) -> str:
    match scene.way:
        case End(name=name):
            return f"scene '{scene.id}' with the ending '{name}'"
        case _:
            return f"scene '{scene.id}'"


def _visits(story: Story) -> Iterator[Finding]:
    """What is said of visits and returns, if the film has any."""
    visitors = [scene for scene in story.scenes.values() if scene.via is not None]
    returns = [name for name, scene in story.scenes.items() if isinstance(scene.way, Return)]
    if visitors or returns:
        level = noted(story, without_visit)
        yield from _lone(story, level)
        yield from _lost(story, visitors, returns, level)
        yield from _nested(story, visitors, level)


def _lone(story: Story, level: Leads) -> Iterator[Finding]:
    for name in sorted(reached(story, (story.start,), level)):
        scene = story.scenes[name]
        if isinstance(scene.way, Return):
            yield found(Rule.LONE_RETURN, scene.place, scene=name)


def _lost(
    story: Story, visitors: Sequence[Scene], returns: Iterable[SceneId], level: Leads
) -> Iterator[Finding]:
    comes_back = reaching(story, returns, level)
    for scene in visitors:
        if scene.via is not None and scene.via not in comes_back:
            place = story.places.get(f"scene.{scene.id}.via", scene.place)
            yield found(Rule.NO_RETURN, place, scene=scene.via)


def _rings(story: Story) -> Iterator[Finding]:
    timeless = {
        name: tuple(each for each in scene.following if not story.scenes[each].play)
        for name, scene in story.scenes.items()
        if not scene.play
    }
    if around := ring(timeless):
        place = story.scenes[around[0]].place
        yield found(Rule.TIMELESS_RING, place, ring=" -> ".join(around))
    skips = {
        name: (scene.skip_to,)
        for name, scene in story.scenes.items()
        if scene.warn and scene.skip_to is not None
    }
    if around := ring(skips):
        place = story.places.get(f"scene.{around[0]}.skip_to", story.scenes[around[0]].place)
        yield found(Rule.SKIP_RING, place, ring=" -> ".join(around))


def _nested(story: Story, visitors: Sequence[Scene], level: Leads) -> Iterator[Finding]:
    """The first visit that opens too many others whatever way is taken in it."""
    within = reached(story, (scene.via for scene in visitors if scene.via is not None), level)
    if all(story.scenes[name].via is None for name in within):
        return
    goals = [name for name, scene in story.scenes.items() if isinstance(scene.way, End | Return)]
    shallow: set[SceneId] = set()
    for _ in range(MOST_VISITS):
        before = len(shallow)
        shallow = reaching(story, goals, partial(_flat, level=level, shallow=shallow))
        if len(shallow) == before:
            break
    ends = reaching(story, goals, level)
    for scene in visitors:
        if scene.via in ends and scene.via not in shallow:
            place = place_in(story.places, f"scene.{scene.id}.via")
            yield found(Rule.NESTED_VISITS, place, scene=scene.via)
            return


def _flat(scene: Scene, *, level: Leads, shallow: set[SceneId]) -> Iterable[SceneId]:
    """Where a scene leads at its own depth, if its visit is among those known to come back."""
    return level(scene) if scene.via is None or scene.via in shallow else ()


def _for_ever(story: Story) -> Iterator[Finding]:
    for scene in story.scenes.values():
        looped = next((each.clip for each in scene.play if each.clip.loop), None)
        if looped is not None and isinstance(scene.way, End):
            yield found(Rule.LOOP_FOR_EVER, looped.place, scene=scene.id)


def _old_names(story: Story) -> Iterator[Finding]:
    """Names of before that two scenes lay claim to: a save would go to either."""
    claimed: dict[str, SceneId] = {}
    for scene in story.scenes.values():
        for at, old in enumerate(scene.was):
            other = old if old in story.scenes else claimed.setdefault(old, scene.id)
            if other != scene.id:
                place = place_in(story.places, f"scene.{scene.id}.was.{at}")
                words = {"scene": scene.id, "old": old, "other": f"scene '{other}'"}
                yield found(Rule.WAS_TAKEN, place, **words)
