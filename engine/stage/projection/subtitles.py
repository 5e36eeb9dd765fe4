"""Finding the subtitles beside clips and reading them as written, so that they can be checked."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from engine.shelf.guard import ShelfError, inside
from engine.stage.projection.cues import KINDS, MOST_BYTES, UnreadableError, parsed, plain, text_of
from engine.story.subtitles import Subtitles, WrittenCue
from engine.story.units import Seconds

_Listed = Mapping[str, Sequence[tuple[str, str]]]

_NAMED: Final = re.compile(rf"(.+)\.([A-Za-z][\w-]*)\.({'|'.join(KINDS)})")
_CUE: Final = re.compile(r"^.*-->|^(?:Dialogue|Comment):", re.MULTILINE)
"""Where a cue's times are written."""
_UNREADABLE: Final = (ShelfError, OSError, UnreadableError)


def subtitles_beside(folder: Path, clips: Iterable[str]) -> tuple[Subtitles, ...]:
    """Every file like `name.<language>.srt` beside these clips of a film's folder."""
    listed: dict[Path, _Listed] = {}
    return tuple(each for clip in dict.fromkeys(clips) for each in _beside(folder, clip, listed))


def texts_of(folder: Path, subtitles: Iterable[Subtitles]) -> dict[str, str]:
    """What is written in these files, by their names, to show an author the line."""
    texts: dict[str, str] = {}
    for each in subtitles:
        with suppress(*_UNREADABLE):  # which is among its faults
            texts[each.file] = text_of(_read(folder, each.file))
    return texts


def _beside(folder: Path, clip: str, listed: dict[Path, _Listed]) -> Iterator[Subtitles]:
    path = Path(clip)
    near = folder / path.parent
    try:
        if near not in listed:
            listed[near] = _listed(inside(folder, clip).parent)
    except (ShelfError, OSError):
        return  # the check of the clip itself tells why
    for name, language in listed[near].get(path.stem, ()):
        yield _subtitles(folder, path.with_name(name).as_posix(), clip, language)


def _listed(near: Path) -> _Listed:
    """A folder's files of subtitles by the clip they are of, each with its language."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(each.name for each in near.iterdir()) if near.is_dir() else ():
        if named := _NAMED.fullmatch(name):
            found.setdefault(named.group(1), []).append((name, named.group(2)))
    return found


def _subtitles(folder: Path, file: str, clip: str, language: str) -> Subtitles:
    try:
        written = _read(folder, file)
        cues = tuple(_cues(written))
    except _UNREADABLE as problem:
        fault = str(problem).rstrip(".")
        return Subtitles(file=file, clip=clip, language=language, fault=fault)
    return Subtitles(
        file=file, clip=clip, language=language, cues=cues, fault=_fault(written, cues)
    )


def _fault(written: bytes, cues: tuple[WrittenCue, ...]) -> str | None:
    if "\ufffd" in text_of(written):
        return "they are not in UTF-8"
    return None if cues else "nothing in them has a time and words"


def _read(folder: Path, file: str) -> bytes:
    path = inside(folder, file)
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableError("they are longer than 4 MiB")
    return path.read_bytes()


def _cues(written: bytes) -> Iterator[WrittenCue]:
    text = text_of(written)
    lines = [text.count("\n", 0, found.start()) + 1 for found in _CUE.finditer(text)]
    for at, event in enumerate(parsed(written)):
        said = plain(event)
        if said and not event.is_comment:
            line = lines[at] if at < len(lines) else 1
            start, end = Seconds(event.start / 1000), Seconds(event.end / 1000)
            yield WrittenCue(start, end, said, line)
