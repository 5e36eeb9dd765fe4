"""A story's own tests, played to the end on paper by the same director that plays the film."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from engine.director.asking import draws_chance
from engine.director.director import Director
from engine.director.paper import PaperStage
from engine.director.phases import Phase
from engine.director.script import ScriptedViewer, WordsReader
from engine.messages.facts import Fact, ViewingBegan
from engine.messages.orders import ShowEnding
from engine.messages.records import Turn
from engine.story.film import Film
from engine.story.model import Story, StoryTest, Way
from engine.story.units import SceneId, Seconds

STEP: Final = Seconds(0.5)
LONGEST: Final = Seconds(4 * 3600.0)
"""A film that has not ended after this much of it goes round in a ring."""
SEEDS: Final = range(20)
"""What a test must hold for where it names no seed."""
_NOON: Final = 12.0
_MINUTE: Final = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """How one rehearsed viewing went."""

    ending: str | None
    """None where it never ended."""
    path: tuple[SceneId, ...]
    turns: tuple[Turn, ...]
    unused: tuple[str, ...]
    """What of the script nobody asked for."""
    open_then: tuple[str, ...]
    """What could have been answered when the item that was never used was first asked for."""
    trouble: str | None
    length: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One test of a story, after all its seeds; `fault` is none where it holds."""

    test: StoryTest
    seeds: int
    fault: str | None = None
    seed: int | None = None
    """The first seed for which it does not hold."""


def rehearse(film: Film, reader: WordsReader | None = None) -> Iterator[Outcome]:
    """Play every test of a film's story, and tell how each went."""
    for test in film.story.tests:
        seeds = _seeds(film.story, test)
        faults = ((seed, fault(film, test, seed, reader)) for seed in seeds)
        seed, found = next(((one, says) for one, says in faults if says), (None, None))
        yield Outcome(test=test, seeds=len(seeds), fault=found, seed=seed)


def fault(film: Film, test: StoryTest, seed: int, reader: WordsReader | None) -> str | None:
    """Why a test does not hold for a seed, in one sentence; none where it does."""
    went = evening(film, test.do, seed=seed, without=frozenset(test.without), reader=reader)
    if went.trouble is not None:
        return went.trouble
    if went.unused:
        return f"nobody asked for '{went.unused[0]}'; open {_listed(went.open_then)}; {_end(went)}"
    if went.ending is None:
        return f"it never ended: {_end(went)}"
    if test.expect != went.ending and test.expect not in went.path:
        return f"expected {test.expect}, but {_end(went)}"
    return None


def evening(
    film: Film,
    script: tuple[str, ...],
    *,
    seed: int = 0,
    without: frozenset[Way] = frozenset(),
    reader: WordsReader | None = None,
) -> Evening:
    """Play a film once with a scripted viewer, as fast as it goes."""
    director, stage = Director(film), PaperStage(STEP)
    viewer = ScriptedViewer(
        script,
        film.story,
        clock=lambda: stage.now,
        reader=reader,
        consents=Way.FACE not in without,
    )
    ending: ShowEnding | None = None
    waiting: list[Fact] = [_begins(seed, film.story.language, without)]
    while stage.now < LONGEST:
        for fact in waiting:
            for order in director.hear(fact):
                stage.obey(order)
                viewer.obey(order)
                ending = order if isinstance(order, ShowEnding) else ending
        if director.phase is Phase.ENDED:
            break
        waiting = [*viewer.facts(), *stage.facts()]
    viewing = director.showing.viewing if director.showing is not None else None
    return Evening(
        ending=None if ending is None else ending.ending,
        path=() if viewing is None else viewing.path,
        turns=() if viewing is None else viewing.turns,
        unused=viewer.unused,
        open_then=viewer.open_then,
        trouble=viewer.trouble,
        length=stage.now,
    )


def _begins(seed: int, language: str, without: frozenset[Way]) -> ViewingBegan:
    offers = frozenset({Way.FACE, Way.TEXT, Way.BUTTONS}) - without
    return ViewingBegan(
        seed=seed, hour=_NOON, language=language, offers=offers, patience=Seconds(0.0)
    )


def _seeds(story: Story, test: StoryTest) -> tuple[int, ...]:
    if test.seed is not None:
        return (test.seed,)
    return tuple(SEEDS) if draws_chance(story) else (SEEDS[0],)


def _end(went: Evening) -> str:
    way = " > ".join(went.path)
    if went.ending is None:
        return f"after {went.length / _MINUTE:.0f} minutes it still played {went.path[-1:]}"
    return f"it ended with '{went.ending}' by way of {way}"


def _listed(labels: tuple[str, ...]) -> str:
    return "was " + ", ".join(f"'{label}'" for label in labels) if labels else "was nothing"
