"""The clips of a film that has too many to look at each before it begins."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from engine.shelf.watching import stamps
from engine.stage.projection.probe import probe_all
from engine.story.clips import ClipFacts, ClipFault

MANY: Final = 500
"""Clips, of which each takes some milliseconds to look at."""


class Footage(Mapping[str, ClipFacts | ClipFault]):
    """
    What there is to know of each clip, looked at when it is first asked about.

    Any thread may ask. Two that ask at once look twice and find the same.
    """

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        self._folder = folder
        self._names = dict.fromkeys(names)
        self._seen: dict[str, ClipFacts | ClipFault] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """The clips that are not there, by the folder's own list."""
        there = {name.casefold() for name in stamps(self._folder)}
        return tuple(name for name in self._names if name.casefold() not in there)

    def __getitem__(self, name: str) -> ClipFacts | ClipFault:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._seen:
            self._seen |= probe_all(self._folder, [name])
        return self._seen[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def footage(folder: Path, names: Iterable[str]) -> Mapping[str, ClipFacts | ClipFault]:
    """The clips of a film: all looked at now, or one by one where there are many."""
    wanted = tuple(names)
    return Footage(folder, wanted) if len(wanted) > MANY else probe_all(folder, wanted)
