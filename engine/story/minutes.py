"""
How long a film can take: by its shortest way and, at the most, by its longest.

No condition is judged, nobody avoids a warning, and nobody thinks for longer than a card with a
limit stays open. The shortest way is exact. The longest way through a graph cannot be found in
a life's time, so it is bounded from above in one walk; docs/decisions.md tells how.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final

from engine.story.film import Film
from engine.story.knots import knots
from engine.story.lengths import lengths_shown, opening
from engine.story.model import Choice, CutAt, End, Hold, Next, Pick, Return, Scene, Story
from engine.story.units import SceneId, Seconds

Times = Mapping[SceneId, float]
Ways = Mapping[SceneId, tuple[SceneId, ...]]
"""The scenes that follow each at the same depth of visits, for who avoids nothing."""

_FOR_EVER: Final = 1e9
"""Seconds. Visits that all lie in each other double the time again and again; who counts."""


@dataclass(frozen=True, slots=True)
class RunningTime:
    """How long a film takes at the least and at the most."""

    shortest: Seconds
    longest: Seconds


def running_time(film: Film) -> RunningTime | None:
    """How long the film takes; none where no way leads from its start to an ending."""
    story = film.story
    spans = {name: _span(scene, film) for name, scene in story.scenes.items()}
    ahead = {name: tuple(_ahead(scene)) for name, scene in story.scenes.items()}
    shortest = _shortest(story, ahead, {name: span[0] for name, span in spans.items()})
    if shortest is None:
        return None
    longest = _longest(story, ahead, {name: span[1] for name, span in spans.items()})
    shortest = min(shortest, _FOR_EVER)
    return RunningTime(Seconds(shortest), Seconds(max(shortest, longest)))


def _span(scene: Scene, film: Film) -> tuple[float, float]:
    """The least and the most time a scene takes by itself, whichever variant is shown."""
    spans = [
        _with_its_choice(scene, length, loops=variant.clip.loop)
        for variant in scene.play
        for length in lengths_shown(scene, variant.clip, film.clips)
    ]
    if not spans:
        return 0.0, 0.0
    return min(least for least, _ in spans), max(most for _, most in spans)


def _with_its_choice(scene: Scene, length: Seconds, *, loops: bool) -> tuple[float, float]:
    choice = scene.way
    if not isinstance(choice, Choice):
        return length, length
    opens = 0.0 if loops else min(opening(choice, length), length)
    least = opens if choice.cut is CutAt.NOW else length
    if choice.no_limit:
        return least, length
    lasts = choice.lasts if choice.lasts is not None else length - opens
    if choice.hold is Hold.FREEZE:
        return least, length + lasts
    return least, max(length, opens + lasts)


def _ahead(scene: Scene) -> Iterator[SceneId]:
    match scene.way:
        case Next(branches=branches):
            yield from (branch.go for branch in branches)
        case Pick(entries=entries):
            yield from (entry.go for entry in entries)
        case Choice(options=options, exhausted=exhausted):
            yield from (option.go for option in options)
            if exhausted is not None:
                yield exhausted
        case End() | Return():
            pass


def _shortest(story: Story, ahead: Ways, least: Times) -> float | None:
    before: dict[SceneId, list[SceneId]] = {name: [] for name in story.scenes}
    visitors: dict[SceneId, list[SceneId]] = {}
    for scene in story.scenes.values():
        for name in ahead[scene.id]:
            before[name].append(scene.id)
        if scene.via is not None:
            visitors.setdefault(scene.via, []).append(scene.id)
    visits = _to_return(story, least, before, visitors)
    return _to_end(story, least, before, visitors, visits)


def _to_return(
    story: Story,
    least: Times,
    before: Mapping[SceneId, list[SceneId]],
    visitors: Mapping[SceneId, list[SceneId]],
) -> dict[SceneId, float]:
    """The shortest time from each scene to the end of the visit it lies in, where it has one."""
    settled: dict[SceneId, float] = {}
    on: dict[SceneId, float] = {
        name: 0.0 for name, scene in story.scenes.items() if isinstance(scene.way, Return)
    }
    waiting = [(least[name], name) for name in on]
    waiting.sort()
    while waiting:
        time, name = heappop(waiting)
        if name in settled:
            continue
        settled[name] = time
        for near in before[name]:
            on.setdefault(near, time)  # they come in order, so the first is the shortest
        for near in {*before[name], *visitors.get(name, ())}:
            via = story.scenes[near].via
            if near in on and (via is None or via in settled):
                visit = 0.0 if via is None else settled[via]
                heappush(waiting, (least[near] + visit + on[near], near))
    return settled


def _to_end(
    story: Story,
    least: Times,
    before: Mapping[SceneId, list[SceneId]],
    visitors: Mapping[SceneId, list[SceneId]],
    visits: Times,
) -> float | None:
    """The shortest time from the film's start to an ending; an `end` in a visit is one too."""
    settled: set[SceneId] = set()
    waiting = [
        (least[name], name) for name, scene in story.scenes.items() if isinstance(scene.way, End)
    ]
    waiting.sort()
    while waiting:
        time, name = heappop(waiting)
        if name == story.start:
            return time
        if name in settled:
            continue
        settled.add(name)
        for near in visitors.get(name, ()):
            heappush(waiting, (least[near] + time, near))
        for near in before[name]:
            if near in settled:
                continue
            via = story.scenes[near].via
            if via is None or via in visits:
                visit = 0.0 if via is None else visits[via]
                heappush(waiting, (least[near] + visit + time, near))
    return None


def _longest(story: Story, ahead: Ways, most: Times) -> float:
    """No way takes longer: knot by knot, those that lie behind first."""
    behind: dict[SceneId, float] = {}
    entered = {name: _entered(scene, ahead) for name, scene in story.scenes.items()}
    for knot in knots(story.start, entered.__getitem__):
        within = {name: at for at, name in enumerate(knot)}
        scenes = [story.scenes[name] for name in knot]
        own = {
            scene.id: most[scene.id]
            + (behind[scene.via] if scene.via is not None and scene.via not in within else 0.0)
            for scene in scenes
        }
        exits = (behind[to] for name in knot for to in ahead[name] if to not in within)
        time = _through(scenes, within, own, entered) + max(exits, default=0.0)
        behind.update(dict.fromkeys(knot, min(time, _FOR_EVER)))
    return behind[story.start]


def _entered(scene: Scene, ahead: Ways) -> tuple[SceneId, ...]:
    return ahead[scene.id] if scene.via is None else (scene.via, *ahead[scene.id])


def _through(
    scenes: list[Scene], within: Mapping[SceneId, int], own: Times, entered: Ways
) -> float:
    """
    The most time a knot takes: the lesser of two bounds.

    Once forward by its longest way, and each way back gone once; or each of its scenes once,
    and once more for each `once` of its own that leads to another scene of the knot.
    """
    if len(scenes) == 1 and scenes[0].id not in entered[scenes[0].id]:
        return own[scenes[0].id]
    reach = dict(own)
    back = again = 0.0
    for scene in scenes:
        for to in entered[scene.id]:
            if to in within and within[to] > within[scene.id]:
                reach[to] = max(reach[to], reach[scene.id] + own[to])
        again += own[scene.id] * sum(to in within for to in _once(scene))
    for scene in scenes:
        for to in entered[scene.id]:
            if to in within and within[to] <= within[scene.id]:
                back += max(reach[scene.id] - reach[to], 0.0) + own[to]
    return min(max(reach.values()) + back, sum(own.values()) + again)


def _once(scene: Scene) -> Iterator[SceneId]:
    match scene.way:
        case Choice(options=options):
            yield from (option.go for option in options if option.once)
        case Pick(entries=entries):
            yield from (entry.go for entry in entries if entry.once)
        case _:
            pass
