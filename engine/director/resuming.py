"""From where a viewing stood to a viewing of the story as it is now, mended where it must be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from engine.director.journey import reached
from engine.director.saving import standing
from engine.director.viewing import Viewing, fitting, fresh
from engine.messages.facts import ViewingBegan
from engine.messages.records import Turn, Untaken
from engine.messages.standing import Standing
from engine.story.conditions import Value
from engine.story.film import Film
from engine.story.model import Choice, Next, Pick, Return, Story
from engine.story.reading.parts import gist
from engine.story.units import OptionId, SceneId, Seconds

HERE: Final = "save_mended"
"""Told of a film that was edited, where the viewing goes on in its own scene."""
CHAPTER: Final = "save_chapter"
"""Told where its scene is gone, and the chapter begins again."""
START: Final = "save_start"
"""Told where its chapter is gone too."""
_AGAIN: Final = MappingProxyType(
    {CHAPTER: ("its chapter begins again",), START: ("the film begins again",)}
)
EDITED: Final = "edited"
"""Told of a film that was edited while it plays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Where a viewing begins, or goes on in an edited film."""

    film: Film
    viewing: Viewing
    scene: SceneId
    anew: bool = True
    """Whether the scene is entered; if not, it was entered before and is shown again."""
    position: Seconds = Seconds(0.0)
    mended: tuple[str, ...] = ()
    """What no longer fitted the story, one part of a sentence each, for the author."""
    told: str | None = None
    """What the viewer is told of it."""


def opening(film: Film, began: ViewingBegan) -> Opening:
    """Where this viewing begins: at its first scene, or where an earlier evening stopped."""
    story = film.story
    viewing = fresh(story, began)
    if began.standing is None:
        first = began.start if began.start in story.scenes else None
        return Opening(film=film, viewing=viewing, scene=first or story.start)
    stood = began.standing
    viewing = replace(
        viewing,
        seed=stood.seed,
        hour_of_day=min(max(stood.hour, 0.0), 24.0),
        avoids=viewing.avoids | stood.avoids,
    )
    return _Mending(film, stood).opening(viewing, stood.scene)


def carried(old: Film, new: Film, viewing: Viewing, to: SceneId) -> Opening:
    """A viewing on its way to a scene, carried over into an edited film at the cut."""
    landed = _Mending(new, standing(old, viewing)).opening(viewing, to)
    if landed.told in {CHAPTER, START}:
        return landed
    return replace(landed, anew=True, told=EDITED)


@dataclass(slots=True)
class _Mending:
    """One viewing made to fit one story. It lives for one call only."""

    film: Film
    stood: Standing
    mended: list[str] = field(default_factory=list)
    names: Mapping[str, SceneId] = field(init=False)
    """The scenes of the story by every name they have and had."""

    def __post_init__(self) -> None:
        self.names = _names(self.film.story)

    def opening(self, viewing: Viewing, to: SceneId) -> Opening:
        """The viewing as it goes on, and where."""
        fitted = self._fitted(viewing)
        scene, visits, told = self._place(to)
        if told is None and self.mended:
            told = HERE
        self.mended += _AGAIN.get(told or "", ())
        viewing = replace(fitted, visits_open=visits)
        return Opening(
            film=self.film,
            viewing=viewing,
            scene=scene,
            anew=not viewing.visits(scene),
            position=self.stood.position if told in {None, HERE} else Seconds(0.0),
            mended=tuple(dict.fromkeys(self.mended)),
            told=told,
        )

    def _fitted(self, viewing: Viewing) -> Viewing:
        """All but the place: what the story still has, by name."""
        stood, story = self.stood, self.film.story
        return replace(
            viewing,
            scene=None,
            variables=MappingProxyType(dict(self._variables())),
            visited=MappingProxyType(self._visited()),
            taken=stood.taken & _options(story),
            used=frozenset(self._used()),
            rounds=MappingProxyType(dict(self._rounds())),
            feelings=stood.feelings & story.feelings.keys(),
            valence=stood.valence,
            played=stood.played,
            path=tuple(self._known(stood.path)),
            turns=tuple(self._turns()),
            untaken=tuple(self._untaken()),
        )

    def _variables(self) -> Iterator[tuple[str, Value]]:
        state, kept = self.film.story.state, self.stood.variables
        for name, variable in state.items():
            if name not in kept:
                self.mended.append(f"{name} is new")
                yield name, variable.first
                continue
            value = fitting(kept[name], variable)
            if value != kept[name]:
                self.mended.append(f"{name} was {_written(kept[name])} and is {_written(value)}")
            yield name, value
        self.mended += [f"{name} is gone" for name in kept if name not in state]

    def _visited(self) -> dict[SceneId, int]:
        counted: dict[SceneId, int] = {}
        for name, visits in self.stood.visited.items():
            scene = self._scene(name)
            if scene is not None:
                counted[scene] = counted.get(scene, 0) + max(visits, 0)
        return counted

    def _used(self) -> Iterator[tuple[SceneId, str]]:
        for name, used in self.stood.used:
            scene = self._scene(name)
            if scene is None:
                continue
            way = self.film.story.scenes[scene].way
            if isinstance(way, Choice) and any(option.id == used for option in way.options):
                yield scene, used
            elif isinstance(way, Pick) and used in self.names:
                yield scene, self.names[used]

    def _rounds(self) -> Iterator[tuple[SceneId, tuple[int, ...]]]:
        for name, shown in self.stood.rounds.items():
            scene = self._scene(name)
            way = None if scene is None else self.film.story.scenes[scene].way
            if scene is not None and isinstance(way, Pick):
                yield scene, _entries(way, tuple(self._known(shown)))

    def _turns(self) -> Iterator[Turn]:
        for turn in self.stood.turns:
            scene, to = self._scene(turn.scene), self._scene(turn.to)
            if scene is not None and to is not None:
                yield replace(turn, scene=scene, to=to)

    def _untaken(self) -> Iterator[Untaken]:
        for road in self.stood.untaken:
            scene = self._scene(road.scene)
            if scene is not None:
                yield replace(road, scene=scene)

    def _known(self, scenes: tuple[SceneId, ...]) -> Iterator[SceneId]:
        found = (self._scene(scene) for scene in scenes)
        return (scene for scene in found if scene is not None)

    def _scene(self, name: str) -> SceneId | None:
        """The scene of this name now."""
        return self.names.get(name)

    def _place(self, to: SceneId) -> tuple[SceneId, tuple[SceneId, ...], str | None]:
        """The scene, else its chapter's start, else the film's; the visits open; what is told."""
        for name, told in ((to, None), (self.stood.chapter, CHAPTER)):
            scene = self._scene(name)
            if scene is None:
                self.mended.append(f"the scene {name} is gone")
                continue
            if scene != name:
                self.mended.append(f"the scene {name} is called {scene}")
            visits = self._visits(scene, self._around(name, to))
            if visits is not None:
                return scene, visits, told
            self.mended.append(f"nothing leads back from {scene}")
        return self.film.story.start, (), START

    def _around(self, name: SceneId, to: SceneId) -> tuple[SceneId, ...]:
        """The visits that were open in a scene of the path: those begun before it."""
        path, visits = self.stood.path, self.stood.visits_open
        if name == to or name not in path:
            return visits
        at = _last(path, name)
        return tuple(caller for caller in visits if caller in path and _last(path, caller) < at)

    def _visits(self, scene: SceneId, callers: tuple[SceneId, ...]) -> tuple[SceneId, ...] | None:
        """The visits as they are open there; none where a `return` would lead nowhere."""
        known = tuple(self._known(callers))
        story = self.film.story
        if len(known) == len(callers) and _leads_back(story, scene, known):
            return known
        strays = any(isinstance(one.way, Return) for one in reached(story, scene))
        return None if strays else ()


def _written(value: Value) -> str:
    """A value as its author writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else value


def _names(story: Story) -> Mapping[str, SceneId]:
    return {**dict(gist(story).formers), **{scene: scene for scene in story.scenes}}


def _options(story: Story) -> frozenset[OptionId]:
    return gist(story).labels


def _entries(pick: Pick, shown: tuple[SceneId, ...]) -> tuple[int, ...]:
    """The entries that lead to these scenes, each once."""
    found: list[int] = []
    for scene in shown:
        entries = (at for at, entry in enumerate(pick.entries) if entry.go == scene)
        found += [at for at in entries if at not in found][:1]
    return tuple(found)


def _leads_back(story: Story, scene: SceneId, callers: tuple[SceneId, ...]) -> bool:
    """Whether each visit still leads from its caller to the next, and the last to the scene."""
    inner = scene
    for caller in reversed(callers):
        outer = story.scenes[caller]
        if outer.via is None or not isinstance(outer.way, Next | Pick):
            return False
        if all(one.id != inner for one in reached(story, outer.via)):
            return False
        inner = caller
    return True


def _last(path: tuple[SceneId, ...], scene: SceneId) -> int:
    return len(path) - 1 - path[::-1].index(scene)
