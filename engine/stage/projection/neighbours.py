"""Files that lie beside clips and are named after them, each with its language."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from engine.shelf.guard import ShelfError, inside

_Listed = Mapping[str, Sequence[tuple[str, str]]]


class Neighbours:
    """
    The files of one kind beside a film's clips; each folder is listed once.

    `named` tells the kind: its groups are the clip's name and the language.
    """

    def __init__(self, folder: Path, named: "re.Pattern[str]") -> None:
        self._folder = folder
        self._named = named
        self._listed: dict[Path, _Listed] = {}

    def of(self, clip: str) -> Sequence[tuple[str, str]]:
        """Names within the film's folder and languages; none of a clip that cannot lie there."""
        path = Path(clip)
        near = self._folder / path.parent
        try:
            if near not in self._listed:
                self._listed[near] = self._list(inside(self._folder, clip).parent)
        except (ShelfError, OSError):
            return ()  # the check of the clip itself tells why
        found = self._listed[near].get(path.stem, ())
        return [(path.with_name(name).as_posix(), language) for name, language in found]

    def _list(self, near: Path) -> _Listed:
        found: dict[str, list[tuple[str, str]]] = {}
        for name in sorted(each.name for each in near.iterdir()) if near.is_dir() else ():
            if named := self._named.fullmatch(name):
                found.setdefault(named.group(1), []).append((name, named.group(2)))
        return found
