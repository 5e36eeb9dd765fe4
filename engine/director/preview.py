"""A film shown to simulated viewers: the real director on paper, evening after evening."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from engine.director.acting import Face
from engine.director.audience import HABITS, Chance, Kind, Viewer, faces_of
from engine.director.director import Director
from engine.director.forecast import UNFINISHED
from engine.director.paper import PaperStage
from engine.director.phases import Phase
from engine.director.rehearsal import LONGEST, STEP
from engine.messages.facts import Fact, ViewingBegan
from engine.messages.orders import Ask, Order, ShowEnding, Watch, Write
from engine.messages.records import Cause, Entered, Noticed, Turn
from engine.story.conditions import Value
from engine.story.film import Film
from engine.story.model import Story, Way
from engine.story.units import OptionId, SceneId, Seconds

_PATIENCE: Final = Seconds(30.0)
_HOURS: Final = 24.0
_AVOIDS: Final = 0.25  # how many of those who read a content warning want to be spared
_RETURNS: Final = 0.5  # how many of those who saw the film to its end come again


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """How one simulated viewing went."""

    number: int
    kind: Kind
    ending: str | None
    """None where it never ended."""
    scenes: tuple[SceneId, ...]
    """Every scene entered, in order."""
    turns: tuple[Turn, ...]
    offered: frozenset[tuple[SceneId, OptionId]]
    """What could have been answered."""
    notices: tuple[Noticed, ...]
    length: Seconds

    @property
    def stuck(self) -> bool:
        """Whether the film never came to an ending of its own."""
        return self.ending is None or self.ending == UNFINISHED

    @property
    def answers(self) -> tuple[Cause, ...]:
        """How each of its decisions was answered."""
        return tuple(turn.cause for turn in self.turns if turn.option is not None)


@dataclass(frozen=True, slots=True)
class _Past:
    """What a viewer brings along from the evenings before."""

    memory: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    seen: frozenset[SceneId] = frozenset()
    ended: frozenset[str] = frozenset()


def previews(
    film: Film, kinds: Sequence[Kind], count: int, chance_of: Callable[[int], Chance]
) -> Iterator[Watched]:
    """
    Show a film to so many viewers, of these kinds in turn.

    `chance_of` gives each viewing's own chance by its number: the same again gives the same
    evenings again. Some viewers come back, and bring along what the film let them keep.
    """
    faces = faces_of(film.story)
    pasts = dict.fromkeys(kinds, _Past())
    for number in range(count):
        kind, chance = kinds[number % len(kinds)], chance_of(number)
        if chance.random() >= _RETURNS:
            pasts[kind] = _Past()
        began = _begins(film.story, pasts[kind], number, chance)
        evening = _Evening(film, kind, faces, chance)
        yield evening.run(number, began)
        pasts[kind] = evening.past(pasts[kind])


class _Evening:
    """One viewing. It lives for one only."""

    def __init__(self, film: Film, kind: Kind, faces: Sequence[Face], chance: Chance) -> None:
        self._story, self._kind = film.story, kind
        self._director, self._stage = Director(film), PaperStage(STEP)
        self._viewer = Viewer(HABITS[kind], faces, chance, lambda: self._stage.now)
        self._ending: str | None = None
        self._scenes: list[SceneId] = []
        self._turns: list[Turn] = []
        self._offered: set[tuple[SceneId, OptionId]] = set()
        self._notices: list[Noticed] = []

    def run(self, number: int, began: ViewingBegan) -> Watched:
        """Watch to the end, or for as long as anybody would."""
        waiting: list[Fact] = [*self._viewer.facts(), began]
        while self._stage.now < LONGEST:
            for fact in waiting:
                for order in self._director.hear(fact):
                    self._stage.obey(order)
                    self._viewer.obey(order)
                    self._note(order)
            if self._director.phase is Phase.ENDED:
                break
            waiting = [*self._viewer.facts(), *self._stage.facts()]
        return Watched(
            number=number,
            kind=self._kind,
            ending=self._ending,
            scenes=tuple(self._scenes),
            turns=tuple(self._turns),
            offered=frozenset(self._offered),
            notices=tuple(self._notices),
            length=self._stage.now,
        )

    def past(self, before: _Past) -> _Past:
        """What this viewer takes along; a film remembers at an ending only."""
        showing = self._director.showing
        if self._ending is None or showing is None:
            return before
        held = showing.viewing.variables
        return _Past(
            memory={name: held[name] for name in self._story.memory if name in held},
            seen=before.seen | frozenset(self._scenes),
            ended=before.ended | {self._ending},
        )

    def _note(self, order: Order) -> None:
        match order:
            case Write(record=Entered(scene=scene)):
                self._scenes.append(scene)
            case Write(record=Turn() as turn):
                self._turns.append(turn)
            case Write(record=Noticed() as notice):
                self._notices.append(notice)
            case Ask(options=options) | Watch(options=options):
                here = self._director.scene
                if here is not None:
                    self._offered.update((here, option.id) for option in options)
            case ShowEnding(ending=ending):
                self._ending = ending
            case _:
                pass


def _begins(story: Story, past: _Past, number: int, chance: Chance) -> ViewingBegan:
    warned = {warning for scene in story.scenes.values() for warning in scene.warn}
    return ViewingBegan(
        seed=int(chance.random() * 2**31),
        hour=chance.random() * _HOURS,
        language=story.languages[number % len(story.languages)],
        offers=frozenset({Way.FACE, Way.TEXT, Way.BUTTONS}),
        avoids=frozenset(one for one in sorted(warned) if chance.random() < _AVOIDS),
        patience=_PATIENCE,
        memory=past.memory,
        seen_before=past.seen,
        ended_before=past.ended,
    )
