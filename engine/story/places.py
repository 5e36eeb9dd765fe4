"""Where in the author's files something was written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file; lines and columns count from one."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE: Final = Place("", 0, 0)
"""The place of what no author wrote: a default, or a film made in a test."""


def place_in(places: Mapping[str, Place], path: str) -> Place:
    """
    Where a part of the story was written, or the nearest part around it that is known; the
    story's own beginning, kept under the empty path, where none is.
    """
    while path:
        if path in places:
            return places[path]
        path = path.rpartition(".")[0]
    return places.get("", NOWHERE)
