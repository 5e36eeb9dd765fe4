"""The files a film names, and how long its clips are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.story.clips import ClipFacts, ClipFault
from engine.story.model import Clip, ClipKind, Scene, Story
from engine.story.places import Place, place_in
from engine.story.units import Seconds


@dataclass(frozen=True, slots=True)
class Use:
    """A file where a story names it."""

    file: str
    place: Place


def uses(story: Story) -> tuple[Use, ...]:
    """Every file the story names that can be looked at, at the first place it is named."""
    first: dict[str, Use] = {}
    for use in _named(story):
        first.setdefault(use.file, use)
    return tuple(first.values())


def length_of(clip: Clip, clips: Mapping[str, ClipFacts | ClipFault]) -> Seconds | None:
    """How long a clip plays; none where its file is not there and nothing was said."""
    if clip.kind is not ClipKind.FILE:
        return clip.seconds
    facts = clips.get(clip.file or "")
    if not isinstance(facts, ClipFacts):
        return clip.seconds
    start, end = moment(clip.start or Seconds(0), facts.length), facts.length
    if clip.end is not None:
        end = moment(clip.end, facts.length)
    return Seconds(max(end - start, 0.0))


def moment(written: Seconds, length: Seconds) -> Seconds:
    """A moment counted from a clip's start, wherever it was counted from."""
    return Seconds(written + length) if written < 0 else written


def _named(story: Story) -> Iterator[Use]:
    for key, file in (("poster", story.about.poster), ("attract", story.about.attract)):
        if file is not None:
            yield Use(file, place_in(story.places, f"about.{key}"))
    for scene in story.scenes.values():
        yield from _named_in(scene)


def _named_in(scene: Scene) -> Iterator[Use]:
    for variant in scene.play:
        clip = variant.clip
        for file in (clip.file, clip.fallback, *clip.by_language.values()):
            if file is not None:
                yield Use(file, clip.place)
