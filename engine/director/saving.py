"""From a viewing to where it stands: what a save keeps, by name."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from engine.director.viewing import Viewing
from engine.messages.records import Turn
from engine.messages.standing import Standing
from engine.story.film import Film
from engine.story.model import Keep, Pick, Story
from engine.story.units import SceneId, Seconds

_NOTHING: Final[Mapping[str, float]] = MappingProxyType({})


def standing(film: Film, viewing: Viewing, position: Seconds = Seconds(0.0)) -> Standing:
    """Where a viewing stands, so far into the clip of the scene it entered last."""
    story = film.story
    return Standing(
        film=story.id,
        version=film.version,
        scene=viewing.scene or story.start,
        chapter=chapter_of(story, viewing.path),
        position=position,
        seed=viewing.seed,
        hour=viewing.hour_of_day,
        language=viewing.language,
        variables=viewing.variables,
        visited=viewing.visited,
        taken=viewing.taken,
        used=viewing.used,
        rounds=_rounds(story, viewing.rounds),
        feelings=viewing.feelings,
        valence=viewing.valence if story.about.arc else None,
        played=viewing.played,
        visits_open=viewing.visits_open,
        path=viewing.path,
        turns=_turns(story, viewing.turns),
        untaken=viewing.untaken,
        avoids=viewing.avoids,
    )


def chapter_of(story: Story, path: tuple[SceneId, ...]) -> SceneId:
    """The scene that began the chapter a way has come to; the way's first where none did."""
    begun = (scene for scene in reversed(path) if story.scenes[scene].chapter is not None)
    return next(begun, path[0] if path else story.start)


def _turns(story: Story, turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The turns; without what was read of a face or of words, where the film keeps nothing."""
    if story.sensing.keep is Keep.SCORES:
        return turns
    return tuple(replace(turn, evidence=_NOTHING) if turn.evidence else turn for turn in turns)


def _rounds(
    story: Story, shown: Mapping[SceneId, tuple[int, ...]]
) -> Mapping[SceneId, tuple[SceneId, ...]]:
    """A shuffle's round by the scenes shown, which outlive their places in a list."""
    return MappingProxyType(
        {scene: tuple(_shown(story, scene, entries)) for scene, entries in shown.items()}
    )


def _shown(story: Story, scene: SceneId, entries: tuple[int, ...]) -> Iterator[SceneId]:
    way = story.scenes[scene].way
    if isinstance(way, Pick):
        yield from (way.entries[entry].go for entry in entries)
