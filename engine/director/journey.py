"""The film as a state machine: scenes are states, ways are transitions."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from transitions import EventData, Machine

from engine.story.model import Next, Pick, Return, Scene, Story
from engine.story.units import SceneId

_GO: Final = "go"
_KEPT: Final = ("scene", "trigger", "may_trigger", _GO, f"may_{_GO}")


class NoSuchWayError(Exception):
    """A way was to be taken that the story does not have."""

    def __init__(self, scene: SceneId, to: SceneId) -> None:
        super().__init__(f"the story has no way from '{scene}' to '{to}'")


class _Here:
    """
    Where the journey stands.

    The machine would like to add a method for every state it is given; a scene may be called
    `trigger`, so all but the machine's own few names fall through here.
    """

    scene: SceneId
    trigger: Callable[..., bool]
    may_trigger: Callable[..., bool]

    def __setattr__(self, name: str, value: object) -> None:
        if name in _KEPT:
            object.__setattr__(self, name, value)


class Journey:
    """
    The way of one viewing through the film.

    Scenes are added as they come within reach, so that a machine is as big as a viewing and
    not as the film. Only the main thread moves it.
    """

    def __init__(self, story: Story, start: SceneId) -> None:
        self._story = story
        self._here = _Here()
        self._machine = Machine(
            model=self._here,
            states=[start],
            initial=start,
            model_attribute="scene",
            auto_transitions=False,
            queued=True,
            send_event=True,
        )
        self._reached: set[SceneId] = set()
        self.reach(start)

    @property
    def scene(self) -> SceneId:
        """Where the journey stands."""
        return self._here.scene

    @property
    def scenes(self) -> frozenset[SceneId]:
        """Every scene that is a state by now."""
        return frozenset(SceneId(name) for name in self._machine.states)

    def reach(self, *scenes: SceneId) -> None:
        """Add these scenes with all their ways, each once."""
        for scene in scenes:
            if scene not in self._reached:
                self._reached.add(scene)
                self._add(self._story.scenes[scene])

    def may(self, to: SceneId, visits: tuple[SceneId, ...] = ()) -> bool:
        """Whether the story has a way from here to there, while these visits are open."""
        return self._here.may_trigger(_GO, to=to, visits=visits)

    def take(self, to: SceneId, visits: tuple[SceneId, ...] = ()) -> None:
        """Go there. NoSuchWayError, and nothing moves, when the story has no such way."""
        if not self.may(to, visits):
            raise NoSuchWayError(self.scene, to)
        self._here.trigger(_GO, to=to, visits=visits)
        self.reach(to)

    def _add(self, scene: Scene) -> None:
        self._states(scene.id, *scene.following)
        for to in scene.following:
            self._way(scene.id, to, _meant)
        if scene.via is not None and isinstance(scene.way, Next | Pick):
            for returning in visit_ends(self._story, scene.via):
                self._states(returning)
                self._way(returning, scene.id, _returning)

    def _states(self, *scenes: SceneId) -> None:
        for scene in scenes:
            if scene not in self._machine.states:
                self._machine.add_states(scene)

    def _way(self, scene: SceneId, to: SceneId, condition: Callable[[Any], bool]) -> None:
        self._machine.add_transition(_GO, scene, to, conditions=condition)


def _meant(event: EventData) -> bool:
    return event.transition is not None and bool(event.kwargs["to"] == event.transition.dest)


def _returning(event: EventData) -> bool:
    """A visit ends only where the innermost one began."""
    return _meant(event) and event.kwargs["visits"][-1:] == (event.kwargs["to"],)


def visit_ends(story: Story, visited: SceneId) -> Iterator[SceneId]:
    """The scenes in which a visit that begins there may return."""
    for scene in reached(story, visited):
        if isinstance(scene.way, Return):
            yield scene.id


def reached(story: Story, first: SceneId) -> Iterator[Scene]:
    """A scene and every scene it may lead to, each once."""
    seen, waiting = {first}, [first]
    while waiting:
        scene = story.scenes[waiting.pop()]
        yield scene
        ahead = [to for to in scene.following if to not in seen]
        seen.update(ahead)
        waiting += ahead
