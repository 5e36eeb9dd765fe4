"""What the desk knows of tapes: what one is made of, who may make one, and who may follow it."""

import argparse
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from engine.desk.cli import release
from engine.desk.films import read
from engine.house.tape.lines import FORMAT, Changed, Head, Spoken
from engine.house.tape.reading import Taped, viewings
from engine.house.tape.tape import SUFFIX, is_tape
from engine.shelf.films import FilmFolder, open_film
from engine.shelf.guard import ShelfError
from engine.show.sham import began_of
from engine.show.viewing import Plan
from engine.stage.bill import Bill
from engine.story.clips import ClipFacts, ClipFault
from engine.story.film import Film
from engine.story.model import Keep, Way
from engine.story.units import Seconds

KEPT: Final = (
    "The tape keeps what is read of faces, ten times a second, as numbers; the consent card "
    "says so. It holds no picture and no typed word."
)
_SET: Final = ("do", "start", "given", "seed", "resume", "watch")
"""What the flags could say, and a tape already does."""


def head_of(film: Film, language: str) -> Head:
    """What a tape of this film is made of."""
    return Head(
        format=FORMAT,
        engine=release(),
        film=film.story.id,
        version=film.version,
        language=language,
        clips={name: _length(clip) for name, clip in film.clips.items()},
    )


def taping(plan: Plan) -> Plan:
    """The plan with a tape for its log, if its log's name is a tape's."""
    if not is_tape(plan.log):
        return plan
    return replace(plan, tape=head_of(plan.film, plan.began.language))


def announced(bill: Bill, plan: Plan) -> Bill:
    """The film's bill, whose consent card says so where what is read goes onto a tape."""
    return bill if plan.tape is None else replace(bill, taped=True)


def kept_of_faces(plan: Plan) -> str | None:
    """That a tape keeps what is read of faces, in one sentence; none where none are read."""
    return KEPT if is_tape(plan.log) and _watches(plan.film, plan.camera) else None


def refuse_strangers(film: Film, camera: str, log: Path | None) -> None:
    """Refuse a tape of strangers' faces where the film promises them that nothing is kept."""
    promised = film.story.sensing.keep is Keep.NOTHING
    if promised and is_tape(log) and _watches(film, camera):
        raise ShelfError(
            f"--log {log}: this film promises its viewers to keep nothing of their faces, and a "
            f"tape keeps what is read of them. Give the log another ending than {SUFFIX}, or say "
            "--camera none, or have the author write `keep: scores`."
        )


def taped_film(head: Head, story: str | None) -> tuple[FilmFolder, Film]:
    """
    The film of a tape in its own language, with the clips of that evening, here or not.

    `story` is where it is; none: in the library. ShelfError where it is not there or was edited.
    """
    if story is None and not _in_library(head.film):
        raise ShelfError(
            f"The tape is of '{head.film}', which is not in the library. Say where it is: "
            "--story FOLDER."
        )
    opened = read(open_film(story or head.film), lambda _, files: _clips(head, files))
    if opened.film is None:
        raise ShelfError(f"'{opened.folder.name}' has errors. See `kinoeye check`.")
    refuse_another(head, opened.film)
    return opened.folder, opened.film


def refuse_another(head: Head, film: Film) -> None:
    """Refuse a film that is not the tape's, or whose text was edited since."""
    if film.story.id != head.film:
        raise ShelfError(f"The tape is of '{head.film}', and this film is '{film.story.id}'.")
    if film.version != head.version:
        raise ShelfError(
            f"The story of '{head.film}' was edited since the tape was made (version "
            f"{head.version} then, {film.version} now). Follow it with the text of that evening."
        )


def sham_of(asked: argparse.Namespace) -> Taped | None:
    """The first whole viewing on the tape that is to answer; none where none is asked for."""
    if asked.sham is None:
        return None
    given = next((name for name in _SET if getattr(asked, name, None)), None)
    if given is not None:
        flag = {"start": "from", "given": "set"}.get(given, given)
        raise ShelfError(f"--sham takes everything from its tape; leave out --{flag}.")
    path = Path(asked.sham)
    whole = (one for one in viewings(path) if one.ending is not None)
    taped = next(whole, None)
    if taped is None:
        raise ShelfError(f"{path}: no viewing on it came to an ending, so none can lead a film.")
    if any(isinstance(moment.heard, Changed | Spoken) for moment in taped.moments):
        raise ShelfError(f"{path}: the film was changed while it was taped. Take another tape.")
    return taped


def shammed(plan: Plan, taped: Taped) -> Plan:
    """The plan of a viewing that the tape leads. ShelfError where film or clips are others."""
    refuse_another(taped.head, plan.film)
    here = head_of(plan.film, taped.head.language).clips
    odd = next((name for name in sorted(here) if here[name] != taped.head.clips.get(name)), None)
    if odd is not None:
        raise ShelfError(
            f"{odd} is not as long as when the tape was made, or cannot be played. A sham needs "
            "the clips of that evening."
        )
    return replace(plan, began=began_of(taped), sham=taped)


def _watches(film: Film, camera: str) -> bool:
    return camera != "none" and Way.FACE in film.story.sensing.uses


def _in_library(film: str) -> bool:
    try:
        open_film(film)
    except ShelfError:
        return False
    return True


def _length(clip: ClipFacts | ClipFault) -> float | None:
    return clip.length if isinstance(clip, ClipFacts) else None


def _clips(head: Head, files: Iterable[str]) -> Mapping[str, ClipFacts | ClipFault]:
    return {file: _clip(head.clips.get(file)) for file in files}


def _clip(length: float | None) -> ClipFacts | ClipFault:
    """A clip as the director knows it: how long it is, and nothing of how it looks."""
    if length is None:
        return ClipFault(missing=True, says="")
    return ClipFacts(length=Seconds(length), width=0, height=0, sound=False, size=0)
