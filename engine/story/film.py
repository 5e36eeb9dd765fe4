"""A film ready to be played: the story, and what is known of its clips."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from engine.story.clips import ClipFacts, ClipFault
from engine.story.model import Story


@dataclass(frozen=True, slots=True)
class Film:
    """
    A story with the facts of its media.

    `clips` tells of every file the story names, by the name written there: either what it
    holds or why it cannot be played. A file with no entry was not looked at and is taken as
    missing.
    """

    story: Story
    clips: Mapping[str, ClipFacts | ClipFault] = field(
        default_factory=lambda: MappingProxyType({})
    )
    version: str = ""
    """Of the author's text: tells two texts of one film apart."""
