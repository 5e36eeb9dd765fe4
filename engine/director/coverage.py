"""What of a film its viewers came to, and what nobody came to, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from engine.director.preview import Watched
from engine.messages.records import Cause, Turn
from engine.story.conditions import Condition
from engine.story.model import (
    Branch,
    Choice,
    End,
    Next,
    Option,
    Pick,
    PickEntry,
    PickMode,
    Return,
    Scene,
    Story,
)
from engine.story.places import Place, place_in
from engine.story.units import SceneId, Seconds


class Sort(StrEnum):
    """What kind of way leads on."""

    OPTION = "option"
    EXHAUSTED = "exhausted"
    BRANCH = "next"
    ENTRY = "pick"
    VIA = "via"
    SKIP = "skip_to"


@dataclass(frozen=True, slots=True)
class Edge:
    """One way on, as the author wrote it. Two to the same scene are two."""

    scene: SceneId
    sort: Sort
    name: str
    """An option's id; the number of a branch or entry, from 0; else nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way on, and what is to be told of it."""

    edge: Edge
    to: SceneId
    place: Place
    label: str
    """As an author would call it."""
    when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreached:
    """Something nobody came to."""

    what: str
    """`scene`, `ending`, or the sort of way."""
    name: str
    place: Place
    why: str
    follows: bool = False
    """Whether it goes without saying: a way out of a scene that nobody came to."""


def ways_of(story: Story) -> tuple[Way, ...]:
    """Every way on that is written in a story, in its order."""
    return tuple(way for scene in story.scenes.values() for way in _ways(story, scene))


def edge_of(story: Story, turn: Turn) -> Edge | None:
    """The way that a turn took; none for the way back from a visit."""
    scene = story.scenes[turn.scene]
    if turn.option is not None:
        return Edge(scene.id, Sort.OPTION, turn.option)
    if turn.cause is Cause.SKIPPED:
        return Edge(scene.id, Sort.SKIP, "")
    if turn.branch is not None:
        sort = Sort.ENTRY if isinstance(scene.way, Pick) else Sort.BRANCH
        return Edge(scene.id, sort, str(turn.branch))
    match scene.way:
        case Choice():
            return Edge(scene.id, Sort.EXHAUSTED, "")
        case Return() | End():
            return None
        case _:
            return Edge(scene.id, Sort.VIA, "")


_UNLEARNT: Final = "nothing is learned on paper, so the first that is allowed is picked"
_MISSED: Final = MappingProxyType(
    {
        Sort.OPTION: "it was never open",
        Sort.EXHAUSTED: "some option was always left",
        Sort.BRANCH: "one before it always held",
        Sort.ENTRY: "the film never picked it",
        Sort.VIA: "the scene was always left another way",
        Sort.SKIP: "nobody who avoids it came this way",
    }
)
"""Why a way without a condition was never taken, though its scene was shown."""


class Coverage:
    """Counts what viewers came to. Belongs to whoever adds their viewings to it."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.viewers: Counter[str] = Counter()
        self.scenes: Counter[SceneId] = Counter()
        """How many viewings came to a scene."""
        self.taken: Counter[Edge] = Counter()
        """How often a way was taken, over all viewings."""
        self.offered: Counter[Edge] = Counter()
        """In how many viewings an option could be taken."""
        self.endings: Counter[str] = Counter()
        self.answers: Counter[Cause] = Counter()
        self.troubles: Counter[tuple[str, str]] = Counter()
        """In how many viewings something had to be set right: its code and what is said of it."""
        self.lengths: list[Seconds] = []
        """Of the viewings that came to an ending."""
        self.stuck: list[Watched] = []

    def add(self, watched: Watched) -> None:
        """Count one more viewing."""
        self.viewers[watched.kind] += 1
        self.scenes.update(set(watched.scenes))
        edges = (edge_of(self.story, turn) for turn in watched.turns)
        self.taken.update(edge for edge in edges if edge is not None)
        self.offered.update(Edge(at, Sort.OPTION, option) for at, option in watched.offered)
        self.answers.update(watched.answers)
        self.troubles.update({(one.code, one.says) for one in watched.notices})
        if watched.stuck:
            self.stuck.append(watched)
        else:
            self.endings[watched.ending or ""] += 1
            self.lengths.append(watched.length)

    def unreached(self) -> tuple[Unreached, ...]:
        """Every scene, ending and way that nobody came to, in the order of the story."""
        return tuple(sorted(self._unreached(), key=lambda one: one.place))

    def _unreached(self) -> Iterator[Unreached]:
        ways = ways_of(self.story)
        for scene in self.story.scenes.values():
            if not self.scenes[scene.id]:
                why = self._scene_missed(scene, ways)
                yield Unreached(what="scene", name=scene.id, place=scene.place, why=why)
        for name, ends in endings_of(self.story).items():
            if not self.endings[name]:
                where = " or ".join(f"'{scene.id}'" for scene in ends)
                why = f"nobody came to {where}"
                place = place_in(self.story.places, f"scene.{ends[0].id}.end")
                yield Unreached(what="ending", name=name, place=place, why=why)
        for way in ways:
            if not self.taken[way.edge]:
                yield Unreached(
                    what=way.edge.sort,
                    name=way.label,
                    place=way.place,
                    why=self._way_missed(way),
                    follows=not self.scenes[way.edge.scene],
                )

    def _scene_missed(self, scene: Scene, ways: tuple[Way, ...]) -> str:
        leading = [way for way in ways if way.to == scene.id]
        if not leading:
            return "no way leads there"
        if len(leading) > 1:
            return f"none of the {len(leading)} ways there was taken"
        only = leading[0]
        return f"the only way there is {only.label}: {self._way_missed(only)}"

    def _way_missed(self, way: Way) -> str:
        came = self.scenes[way.edge.scene]
        if not came:
            return f"nobody came to '{way.edge.scene}'"
        if way.edge.sort is Sort.OPTION and self.offered[way.edge]:
            return f"it was open in {_viewings(self.offered[way.edge])} and nobody took it"
        if way.when is not None:
            return f"`when: {way.when.text}` never opened it in {_viewings(came)}"
        decides = self.story.scenes[way.edge.scene].way
        if isinstance(decides, Pick) and decides.mode is PickMode.LEARN:
            return _UNLEARNT
        return _MISSED[way.edge.sort]


def endings_of(story: Story) -> dict[str, list[Scene]]:
    """Each ending with the scenes that have it, in the order of the story."""
    found: dict[str, list[Scene]] = {}
    for scene in story.scenes.values():
        if isinstance(scene.way, End):
            found.setdefault(scene.way.name, []).append(scene)
    return found


def _ways(story: Story, scene: Scene) -> Iterator[Way]:
    if scene.skip_to is not None and scene.warn:
        yield _aside(story, scene, Sort.SKIP, scene.skip_to)
    if scene.via is not None:
        yield _aside(story, scene, Sort.VIA, scene.via)
    yield from _written(scene)
    if isinstance(scene.way, Choice) and scene.way.exhausted is not None:
        yield _aside(story, scene, Sort.EXHAUSTED, scene.way.exhausted)


def _aside(story: Story, scene: Scene, sort: Sort, to: SceneId) -> Way:
    """A way that has a key of its own."""
    key = "choice.exhausted" if sort is Sort.EXHAUSTED else sort
    place = place_in(story.places, f"scene.{scene.id}.{key}")
    label = f"`{sort}` in '{scene.id}'"
    return Way(edge=Edge(scene.id, sort, ""), to=to, place=place, label=label)


def _written(scene: Scene) -> Iterator[Way]:
    """The ways that stand in a list."""
    listed: Iterable[tuple[str, str, Option | Branch | PickEntry]]
    match scene.way:
        case Choice(options=options):
            sort, listed = Sort.OPTION, [(one.id, f"'{one.label}'", one) for one in options]
        case Next(branches=branches):
            sort, listed = Sort.BRANCH, _numbered(branches, Sort.BRANCH)
        case Pick(entries=entries):
            sort, listed = Sort.ENTRY, _numbered(entries, Sort.ENTRY)
        case _:
            return
    for name, label, one in listed:
        edge, where = Edge(scene.id, sort, name), f"{label} in '{scene.id}'"
        yield Way(edge=edge, to=one.go, place=one.place, label=where, when=one.when)


def _numbered(
    listed: Iterable[Branch | PickEntry], sort: Sort
) -> list[tuple[str, str, Branch | PickEntry]]:
    return [(str(at), f"`{sort}: {one.go}`", one) for at, one in enumerate(listed)]


def _viewings(number: int) -> str:
    return f"{number} viewing{'' if number == 1 else 's'}"
