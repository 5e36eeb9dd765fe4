"""Film folders: finding them and reading what their authors wrote."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from engine.shelf.guard import ShelfError, inside
from engine.shelf.places import stories
from engine.shelf.texts import Texts
from engine.shelf.words import Key, Wording, read_wording

STORY: Final = "story.yaml"
FIRST: Final = "lantern-keeper"
"""The film of a first start."""
MOST_BYTES: Final = 8 * 1024 * 1024
"""The longest story file that is read (format page, limits)."""
_HEAD: Final = 4096
"""Signs at a file's beginning, among which a story says `film: 1`."""
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_HIGH: Final = re.compile(rb"[\x80-\xff]+")
_CHINESE: Final = re.compile(rb"(?:[\xa1-\xf7][\xa1-\xfe])+")
"""A run of signs as GBK writes the usual ones; no other encoding has nothing but such runs."""
LONG: Final = 256 * 1024
"""A film with more text than this, some 600 scenes, is worth keeping what was read of it."""


@dataclass(frozen=True, slots=True)
class FilmFolder:
    """A folder with a `story.yaml` in it."""

    path: Path

    @property
    def name(self) -> str:
        """The folder's own name, the film's id where its story gives none."""
        return self.path.resolve().name

    def sources(self) -> Mapping[str, str]:
        """
        Every YAML file of the film by its name in the folder, `story.yaml` first.

        Raises ShelfError when one is too long or is no UTF-8 text. Of a long film only digests
        stay in memory, and a text is read when it is asked for.
        """
        others = sorted(self.path.rglob("*.yaml"))
        names = [STORY, *(found.relative_to(self.path).as_posix() for found in others)]
        known = [name for name in dict.fromkeys(names) if _is_story_text(name)]
        if self._size(known) > LONG:
            return Texts(known, self._text)
        return {name: self._text(name) for name in known}

    def words(self, language: str) -> Mapping[Key, str]:
        """
        The translation into a language: (context, source) to the text, as far as it can be used.

        Empty when the film has no `lang/<language>.po`; `wording` says what is wrong with it.
        """
        return self.wording(language).words

    def wording(self, language: str) -> Wording:
        """The translation into a language with what is fuzzy in it and what is wrong with it."""
        return read_wording(self.path, language)

    def file(self, name: str) -> Path:
        """The path of one of the film's files, there or not. ShelfError when it leads out."""
        return inside(self.path, name)

    def _size(self, names: Iterable[str]) -> int:
        """How long these files are together, as far as they are there."""
        paths = (inside(self.path, name) for name in names)
        return sum(path.stat().st_size for path in paths if path.is_file())

    def _text(self, name: str) -> str:
        path = inside(self.path, name)
        try:
            if not path.is_file():  # reading a pipe or a device would never end
                raise ShelfError(f"{name} is no file. Put a file there, or take it out.")
            if path.stat().st_size > MOST_BYTES:
                raise ShelfError(f"{name} is longer than 8 MiB. Split it with `include:`.")
            return path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            line = problem.object.count(b"\n", 0, problem.start) + 1
            says = f"{name} is not UTF-8 text: {_encoded(problem.object, line)}."
            raise ShelfError(f"{says} Save it as UTF-8 in your editor.") from problem
        except OSError as problem:
            raise ShelfError(f"{name} cannot be read ({problem.strerror}).") from problem


def _encoded(written: bytes, line: int) -> str:
    """What it looks like instead, as editors call it."""
    if written.startswith(_UTF_16):
        return "it is saved as UTF-16, which some editors call Unicode"
    if all(_CHINESE.fullmatch(run) for run in _HIGH.findall(written)):
        return f"from line {line} on it looks like GBK, which Windows calls ANSI (另存为 UTF-8)"
    return f"line {line} has a letter in another encoding"


def _is_story_text(name: str) -> bool:
    return not any(part.startswith(".") or part == "making" for part in Path(name).parts)


def open_film(name: str) -> FilmFolder:
    """
    The film meant by a name of the library, a folder, or the path of a `story.yaml`.

    Raises ShelfError, naming what is there, when there is none.
    """
    asked = Path(name)
    for candidate in (asked.parent if asked.name == STORY else asked, stories() / name):
        if _is_there(candidate / STORY):
            return FilmFolder(candidate)
    if asked.is_dir():
        other = next(
            (found.name for found in sorted(asked.glob("*.y*ml")) if _begins(found)), None
        )
        cure = f"Rename {other}." if other else "A film is a folder with one in it."
        raise ShelfError(f"{asked} holds no {STORY}. {cure}")
    known = ", ".join(film.name for film in shipped_films()) or "none"
    raise ShelfError(f"There is no film '{name}'. Give a folder, or one of: {known}.")


def _begins(file: Path) -> bool:
    """Whether a file could be a story under another name, and not what a story includes."""
    if not file.is_file():  # reading a pipe would never end
        return False
    try:
        with file.open(encoding="utf-8", errors="replace") as text:
            return any(line.startswith("film:") for line in text.read(_HEAD).splitlines())
    except OSError:
        return False


def _is_there(story: Path) -> bool:
    """Whether there is such a story. ShelfError where a folder on the way to it is closed."""
    try:
        return story.is_file()
    except OSError as problem:
        raise ShelfError(f"{story} cannot be read ({problem.strerror}).") from problem


def shipped_films() -> tuple[FilmFolder, ...]:
    """The films of the library, by name."""
    return library(stories())


def library(folder: Path) -> tuple[FilmFolder, ...]:
    """Every film directly under a folder, by name; none where there is no such folder."""
    if not folder.is_dir():
        return ()
    return tuple(FilmFolder(found.parent) for found in sorted(folder.glob(f"*/{STORY}")))
