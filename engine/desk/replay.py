"""`replay`: a tape heard again by the real director: the same path and reasons, or not."""

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from engine.desk.films import spoken
from engine.desk.tapes import taped_film
from engine.desk.telling import Telling
from engine.house.journal import as_line
from engine.house.tape.lines import Head
from engine.house.tape.reading import Taped, viewings
from engine.messages.records import Record
from engine.shelf.films import FilmFolder
from engine.shelf.guard import ShelfError
from engine.show.replay import Difference, Replayed, replay
from engine.stage.tongue import Tongue
from engine.story.film import Film

SAME: Final = 0
ANOTHER: Final = 1
"""A viewing went another way than on its tape."""


Teller = Callable[[Taped, Film, Replayed], Iterator[str]]
"""How what came of a viewing is printed: the lines for it."""


def run(asked: argparse.Namespace) -> int:
    """Hear every viewing of a tape again; 1 where one goes another way than it tells."""
    path = Path(asked.tape)
    tell: Teller = as_objects if asked.json else as_words
    films = _Films(asked.story)
    found, same = False, True
    for taped in viewings(path):
        film, in_language = films.of(taped)
        went = replay(taped, film, in_language)
        for line in tell(taped, film, went):
            print(line)
        found, same = True, same and went.difference is None
    if not found:
        raise ShelfError(f"{path}: the tape ends before a viewing begins.")
    return SAME if same else ANOTHER


class _Films:
    """The film of each viewing, opened once for all that were taped together."""

    def __init__(self, story: str | None) -> None:
        self._story = story
        self._opened: tuple[Head, FilmFolder, Film] | None = None

    def of(self, taped: Taped) -> tuple[Film, Callable[[str], Film]]:
        """The film of a viewing in its language, and the same in another."""
        head = taped.head
        if self._opened is None or self._opened[0] != head:
            self._opened = (head, *taped_film(head, self._story))
        _, folder, film = self._opened
        return spoken(film, folder, head.language), lambda other: spoken(film, folder, other)


def as_words(taped: Taped, film: Film, went: Replayed) -> Iterator[str]:
    """As `play --headless` tells a viewing, and whether it is the tape's."""
    yield f"viewing {taped.number}, from line {taped.line}"
    telling = Telling(film.story, Tongue(taped.head.language))
    for record in went.records:
        yield from telling.lines(record)
    if went.path:
        yield f"path: {' > '.join(went.path)}"
    yield verdict(went)


def verdict(went: Replayed) -> str:
    """Whether it was the same viewing, in a sentence."""
    if went.difference is not None:
        return f"another way than on the tape, from line {_difference(went.difference)}"
    if went.changed is not None:
        return (
            f"the same as on the tape up to line {went.changed}, where its author changed the "
            "film; that text is not on the tape"
        )
    if went.ending is None:
        return "the same as on the tape, which stops before an ending"
    return "the same as on the tape"


def _difference(found: Difference) -> str:
    tape, here = ("nothing" if one is None else as_line(one) for one in (found.taped, found.here))
    return f"{found.line}:\n  tape: {tape}\n  here: {here}"


def as_objects(taped: Taped, film: Film, went: Replayed) -> Iterator[str]:
    """One object a line: every record, and at last what came of the viewing."""
    for record in went.records:
        yield as_line(record)
    found = went.difference
    told = {
        "kind": "replay",
        "film": film.story.id,
        "viewing": taped.number,
        "line": taped.line,
        "same": found is None,
        "path": list(went.path),
        "ending": None if went.ending is None else went.ending.ending,
        "until": went.changed,
        "difference": None if found is None else _as_object(found),
    }
    yield json.dumps(told, ensure_ascii=False)


def _as_object(found: Difference) -> dict[str, object]:
    return {
        "line": found.line,
        "tape": _record(found.taped),
        "here": _record(found.here),
    }


def _record(record: Record | None) -> object:
    return None if record is None else json.loads(as_line(record))
