"""The sound files beside a clip: its dubs, and the descriptions of what is seen."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from engine.shelf.guard import ShelfError, inside

DUBS: Final = ("opus", "m4a", "ogg", "wav")
TOLD: Final = tuple(f"ad.{kind}" for kind in DUBS)


@dataclass(frozen=True, slots=True)
class Hearing:
    """How a viewer hears films."""

    language: str = ""
    own: str = ""
    """The film's own language, in which descriptions are better than in none."""
    described: bool = False
    """Whether it is told what is seen."""


class Voices:
    """Finds what lies beside the clips of one film, and looks for each only once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._found: dict[tuple[str, str, tuple[str, ...]], Path | None] = {}

    def dub(self, file: str, language: str) -> Path | None:
        """The clip's sound in a language; none where its own is heard."""
        return self._beside(file, language, DUBS)

    def told(self, file: str, hearing: Hearing) -> Path | None:
        """What is seen in the clip, in the viewer's language or the film's own."""
        languages = dict.fromkeys((hearing.language, hearing.own))
        found = (self._beside(file, language, TOLD) for language in languages)
        return next((path for path in found if path is not None), None)

    def _beside(self, file: str, language: str, kinds: tuple[str, ...]) -> Path | None:
        key = (file, language, kinds)
        if key not in self._found:
            self._found[key] = self._look(file, language, kinds) if language else None
        return self._found[key]

    def _look(self, file: str, language: str, kinds: tuple[str, ...]) -> Path | None:
        head, dot, _ = file.rpartition(".")
        stem = head if dot else file
        for kind in kinds:
            try:
                path = inside(self._folder, f"{stem}.{language}.{kind}")
                if path.is_file():
                    return path
            except (ShelfError, OSError):
                return None  # the check of the clip itself tells why
        return None
