"""Opening a film: the author's text, its translation and its media, joined to one value."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import replace as changed
from pathlib import Path
from typing import Final

from engine.shelf.compiled import shelved
from engine.shelf.films import FilmFolder, open_film
from engine.shelf.guard import ShelfError
from engine.stage.projection.footage import Footage, footage
from engine.stage.tongue import LANGUAGES
from engine.story.clips import ClipFacts, ClipFault
from engine.story.film import Film
from engine.story.findings import Finding, Weight
from engine.story.media import uses
from engine.story.reading.parse import parse
from engine.story.sounds import is_sound
from engine.story.translate import translated
from engine.story.version import version_of

Look = Callable[[Path, Iterable[str]], Mapping[str, ClipFacts | ClipFault]]
"""What there is to know of some files in a film's folder."""

MOST_SHOWN: Final = 5
"""How many errors a film that cannot be played names before it points to `check`."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A film as it lies in its folder; `film` is none where the story has errors."""

    folder: FilmFolder
    sources: Mapping[str, str]
    findings: tuple[Finding, ...]
    film: Film | None


def open_all(names: Iterable[str]) -> tuple[Opened, ...]:
    """Every film named, whatever is wrong with it. ShelfError when there is no such film."""
    return tuple(read(open_film(name)) for name in names)


def read(folder: FilmFolder, look: Look = footage) -> Opened:
    """Read a film in its own language and `look` at its media."""
    sources = folder.sources()
    with nothing_thrown_away():
        parsed = parse(sources, folder.name, shelved(sources))
    film = None
    if parsed.story is not None:
        clips = look(folder.path, (use.file for use in uses(parsed.story)))
        film = Film(parsed.story, clips, version_of(sources))
    return Opened(folder, sources, parsed.findings, film)


def load(name: str, language: str | None = None) -> tuple[FilmFolder, Film]:
    """
    A film ready to be played, in a language.

    Raises ShelfError, with the first errors and their places, when it cannot be.
    """
    opened, film = playable(name)
    return opened.folder, spoken(film, opened.folder, language)


def playable(name: str) -> tuple[Opened, Film]:
    """A film in its own language. ShelfError, with the first errors, where it has any."""
    opened = read(open_film(name))
    if opened.film is None:
        raise ShelfError(_refusal(opened))
    return opened, opened.film


def unplayable(film: Film) -> tuple[str, ...]:
    """A sentence for each clip that cannot be played, and one for all that are not there."""
    if isinstance(film.clips, Footage):
        absent = [file for file in film.clips.missing if not is_sound(file)]
        return _absent(absent)  # a damaged one of thousands is told in its time
    faults = {
        file: fault
        for file, fault in film.clips.items()
        if isinstance(fault, ClipFault) and not is_sound(file)  # which is told when it is missed
    }
    missing = [file for file, fault in faults.items() if fault.missing]
    damaged = [
        f"{fault.says} A stand-in plays for it." for fault in faults.values() if not fault.missing
    ]
    return (*damaged, *_absent(missing))


def _absent(missing: Sequence[str]) -> tuple[str, ...]:
    if not missing:
        return ()
    more = f" and {len(missing) - MOST_SHOWN} more" if len(missing) > MOST_SHOWN else ""
    names = ", ".join(missing[:MOST_SHOWN])
    return (f"Not there yet: {names}{more}. Stand-ins play for what is not there.",)


def spoken(film: Film, folder: FilmFolder, language: str | None) -> Film:
    """The film in another language, as far as its translation reaches."""
    if language is None or language == film.story.language:
        return film
    words = folder.words(language)
    return changed(film, story=translated(film.story, words, language))


def misworded(film: Film, folder: FilmFolder, language: str) -> str | None:
    """What is wrong with the film's words in a language, in one line; none where nothing is."""
    languages = film.story.languages
    if language not in {*languages, *LANGUAGES}:
        return f"'{film.story.title}' is not told in '{language}', only in {', '.join(languages)}."
    return None if language == film.story.language else folder.wording(language).trouble


@contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """While a story is read what is made is kept; looking for rubbish in it would cost a third."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def in_languages(name: str) -> Callable[[str], Film]:
    """What gives a film in any language, as its text and translations are then."""
    return lambda language: load(name, language)[1]


def _refusal(opened: Opened) -> str:
    errors = [finding for finding in opened.findings if finding.weight is Weight.ERROR]
    shown = [str(error) for error in errors[:MOST_SHOWN]]
    more = len(errors) - len(shown)
    rest = [f"... and {more} more"] if more else []
    told = "\n  ".join([*shown, *rest])
    name = opened.folder.path
    return f"'{name.name}' cannot be played yet:\n  {told}\nSee `kinoeye check {name}`."
