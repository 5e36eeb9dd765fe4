"""The files a film names, and how long its clips are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from engine.story.clips import ClipFacts, ClipFault
from engine.story.model import Clip, ClipKind, Story
from engine.story.places import Place, place_in
from engine.story.reading.parts import gist
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
    return _played(clip, clips.get(clip.file or ""))


def lengths_of(clip: Clip, clips: Mapping[str, ClipFacts | ClipFault]) -> tuple[Seconds, ...]:
    """
    How long a clip plays in each language that has a file of its own, as far as is known.

    One that breaks off counts as whole: what is wrong with it is told once, and mended by a copy.
    """
    found: Iterable[Seconds | None] = (clip.seconds,)
    if clip.kind is ClipKind.FILE:
        found = (_played(clip, clips.get(file)) for file in files_of(clip))
    return tuple(dict.fromkeys(length for length in found if length is not None))


def files_of(clip: Clip) -> tuple[str, ...]:
    """The files that may play a clip, one for each language that has its own."""
    own = () if clip.file is None else (clip.file,)
    return tuple(dict.fromkeys((*own, *clip.by_language.values())))


def moment(written: Seconds, length: Seconds) -> Seconds:
    """A moment counted from a clip's start, wherever it was counted from."""
    return Seconds(written + length) if written < 0 else written


def _played(clip: Clip, facts: ClipFacts | ClipFault | None) -> Seconds | None:
    if not isinstance(facts, ClipFacts):
        return clip.seconds
    whole = facts.promised if facts.broken_off else facts.length
    start, end = moment(clip.start or Seconds(0), whole), whole
    if clip.end is not None:
        end = moment(clip.end, whole)
    return Seconds(max(end - start, 0.0))


def _named(story: Story) -> Iterator[Use]:
    for key, file in (("poster", story.about.poster), ("attract", story.about.attract)):
        if file is not None:
            yield Use(file, place_in(story.places, f"about.{key}"))
    yield from (Use(file, place) for file, place in gist(story).files)
