"""The decision of a scene just entered, and the same decision said in another language."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from engine.director.decision import Decision, ranked
from engine.director.times import times_of
from engine.director.viewing import Viewing
from engine.messages.shots import Shot
from engine.story.model import Choice, Option, Scene, Story, Way
from engine.story.units import Seconds

_PATIENCE: Final = Seconds(90.0)  # of one who first wanted no limit and then did


@dataclass(frozen=True, slots=True)
class Manner:
    """How this viewer decides."""

    stretch: float | None
    """How much longer every `for` is; none: choices wait for them."""
    patience: Seconds | None
    """How long a choice without limit waits without any input; none: for ever."""
    blind: str
    """Why no face is read, as long as none is."""


def manner_of(stretch: float | None, patience: Seconds | None, blind: str) -> Manner:
    """How a viewer decides: who wants no limit has none anywhere, and may want one again."""
    waits = _PATIENCE if patience is None else patience
    return Manner(stretch, None if stretch is None else waits, blind)


def decision_of(
    story: Story,
    viewing: Viewing,
    shot: Shot,
    length: Seconds,
    options: tuple[Option, ...],
    manner: Manner,
) -> Decision | None:
    """The decision over this shot, if its scene has one that can be answered."""
    choice = story.scenes[shot.scene].way
    if not isinstance(choice, Choice) or not options:
        return None
    ways = ways_of(choice, viewing.ways)
    return Decision(
        scene=shot.scene,
        choice=choice,
        options=options,
        ways=ways,
        absent=_absences(manner.blind),
        times=times_of(
            choice, length, loops=shot.loop, stretch=manner.stretch, face=Way.FACE in ways
        ),
        needed=story.sensing.confidence,
        patience=manner.patience,
        phones=viewing.phones,
        fairness=viewing.fairness,
    )


def timed(decision: Decision, shot: Shot, length: Seconds, manner: Manner) -> Decision:
    """The same decision for a viewer who changed how they decide; one that is open stays."""
    if decision.opened is not None or decision.answer is not None:
        return decision
    face = Way.FACE in decision.ways
    times = times_of(decision.choice, length, loops=shot.loop, stretch=manner.stretch, face=face)
    return replace(decision, times=times, patience=manner.patience)


def ways_anew(decision: Decision, there: frozenset[Way]) -> tuple[Way, ...]:
    """The ways of a decision now that others are there; a face joins at a scene's start only."""
    face = {Way.FACE} & frozenset(decision.ways)
    return ways_of(decision.choice, (there - {Way.FACE}) | face)


def ways_of(choice: Choice, there: frozenset[Way]) -> tuple[Way, ...]:
    """The ways of a decision that are there, in the author's order."""
    return tuple(way for way in ranked(choice.by, vote=Way.VOTE in there) if way in there)


def spoken(decision: Decision, story: Story) -> Decision:
    """The same decision as another translation of its story says it."""
    choice = story.scenes[decision.scene].way
    if not isinstance(choice, Choice):
        return decision
    options = options_in(story.scenes[decision.scene], decision.options)
    return replace(decision, choice=choice, options=options)


def options_in(scene: Scene, options: tuple[Option, ...]) -> tuple[Option, ...]:
    """These options as a translation of their scene says them."""
    if not isinstance(scene.way, Choice):
        return options
    said = {option.id: option for option in scene.way.options}
    return tuple(said.get(option.id, option) for option in options)


def _absences(blind: str) -> Mapping[Way, str]:
    return MappingProxyType({Way.FACE: blind, Way.TEXT: "no keyboard", Way.VOTE: "no phones"})
