"""One viewing as a value: all that the film knows of this evening, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from engine.director.chance import draw
from engine.director.fairness import Fairness
from engine.messages.facts import ViewingBegan
from engine.messages.records import Tally, Turn, Untaken
from engine.story.conditions import Value, within
from engine.story.model import Story, Variable, Way
from engine.story.units import OptionId, SceneId, Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewing:
    """
    Where a viewing stands. It is also the world that the story's conditions look at.

    Nothing of one viewing reaches the next: a viewing is made from `ViewingBegan` alone.
    """

    seed: int
    hour_of_day: float
    language: str
    ways: frozenset[Way]
    """The ways of answering that are there now."""
    variables: Mapping[str, Value]
    scene: SceneId | None = None
    """The scene entered last; conditions are judged in it."""
    visited: Mapping[SceneId, int] = field(default_factory=lambda: MappingProxyType({}))
    taken: frozenset[OptionId] = frozenset()
    used: frozenset[tuple[SceneId, str]] = frozenset()
    """What was marked `once` and is used up, by scene and id."""
    rounds: Mapping[SceneId, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Which entries of a shuffle were shown in its present round."""
    feelings: frozenset[str] = frozenset()
    """The feelings that held over the last scene of 4 s or more."""
    valence: float | None = None
    """The mean valence over that scene, none where no face was seen."""
    played: Seconds = Seconds(0.0)
    """How much film was shown, in seconds."""
    visits_open: tuple[SceneId, ...] = ()
    """The scenes to come back to, outermost first."""
    path: tuple[SceneId, ...] = ()
    turns: tuple[Turn, ...] = ()
    untaken: tuple[Untaken, ...] = ()
    """Every way that was open at a decision and not taken there."""
    phones: tuple[str, ...] = ()
    """The voices in the room, by join order."""
    fairness: Fairness = field(default_factory=Fairness)
    """What the room owes its phones."""
    learned: Mapping[str, Tally] = field(default_factory=lambda: MappingProxyType({}))
    """What moved earlier viewers; nothing is learned during a film."""
    avoids: frozenset[str] = frozenset()
    scenes_before: frozenset[SceneId] = frozenset()
    endings_before: frozenset[str] = frozenset()

    def value(self, name: str) -> Value:
        """What a variable holds now."""
        return self.variables[name]

    def felt(self, name: str) -> bool:
        """Whether a feeling held over the last scene that had a clip of 4 s or more."""
        return name in self.feelings

    def can(self, way: str) -> bool:
        """Whether a way of answering is there."""
        return Way(way) in self.ways

    def visits(self, scene: SceneId) -> int:
        """How often a scene was entered, this visit included."""
        return self.visited.get(scene, 0)

    def chosen(self, label: OptionId) -> bool:
        """Whether an option of this id was taken."""
        return label in self.taken

    def seen_before(self, scene: SceneId) -> bool:
        """Whether this viewer saw a scene in an earlier viewing."""
        return scene in self.scenes_before

    def ended(self, name: str) -> bool:
        """Whether an earlier viewing of this viewer came to an ending."""
        return name in self.endings_before

    def random(self, place: str) -> float:
        """A number from 0 to below 1 for this place and visit, the same however often asked."""
        visit = 0 if self.scene is None else self.visits(self.scene)
        return draw(self.seed, place, visit)

    def hour(self) -> float:
        """The hour of the day when the viewing began."""
        return self.hour_of_day

    def lang(self) -> str:
        """The language this viewing is shown in."""
        return self.language

    def finding(self, way: Way, *, there: bool) -> "Viewing":
        """The same with a way of answering or without it; phones say themselves who is there."""
        if way is Way.VOTE:
            return self
        return replace(self, ways=self.ways | {way} if there else self.ways - {way})

    def joined(self, phones: tuple[str, ...]) -> "Viewing":
        """The same with these phones in the room; one is enough to vote."""
        ways = self.ways | {Way.VOTE} if phones else self.ways - {Way.VOTE}
        return replace(self, phones=phones, ways=ways)

    def entering(self, scene: SceneId) -> "Viewing":
        """The same, having entered a scene."""
        visited = MappingProxyType({**self.visited, scene: self.visits(scene) + 1})
        return replace(self, scene=scene, visited=visited, path=(*self.path, scene))

    def holding(self, name: str, value: Value) -> "Viewing":
        """The same with another value in a variable."""
        return replace(self, variables=MappingProxyType({**self.variables, name: value}))


def fresh(story: Story, began: ViewingBegan) -> Viewing:
    """A viewing before its first scene; buttons are always there, phones not yet."""
    start = {name: variable.first for name, variable in story.state.items()}
    kept = {name: value for name, value in began.memory.items() if name in story.memory}
    for name, value in (*kept.items(), *began.given.items()):
        if name in story.state:
            start[name] = fitting(value, story.state[name])
    ways = (began.offers | {Way.BUTTONS}) - {Way.VOTE, Way.FACE}
    return Viewing(
        seed=began.seed,
        hour_of_day=began.hour,
        language=began.language,
        ways=frozenset(ways),
        variables=MappingProxyType(start),
        learned=began.learned,
        avoids=began.avoids,
        scenes_before=began.seen_before,
        endings_before=began.ended_before,
    )


def fitting(value: Value, variable: Variable) -> Value:
    """A handed-in value as the variable may hold it: its first value if it is of another kind."""
    if isinstance(variable.first, float) and not isinstance(value, bool | str):
        value = float(value)  # whole numbers come from the command line
    if type(value) is not type(variable.first):
        return variable.first
    if variable.one_of and value not in variable.one_of:
        return variable.first
    return within(value, variable)
