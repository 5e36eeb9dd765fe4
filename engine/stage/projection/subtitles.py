"""Finding the subtitles beside clips and reading them as written, so that they can be checked."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from engine.shelf.guard import ShelfError, inside
from engine.stage.projection.astray import astray
from engine.stage.projection.cues import KINDS, MOST_BYTES, UnreadableError, parsed, plain, text_of
from engine.stage.projection.neighbours import Neighbours
from engine.story.subtitles import Subtitles, WrittenCue
from engine.story.units import Seconds

_NAMED: Final = re.compile(rf"(.+)\.([A-Za-z][\w-]*)\.({'|'.join(KINDS)})")
_CUE: Final = re.compile(r"^.*-->|^(?:Dialogue|Comment):", re.MULTILINE)
"""Where a cue's times are written."""
_UNREADABLE: Final = (ShelfError, OSError, UnreadableError)


def subtitles_beside(folder: Path, clips: Iterable[str]) -> tuple[Subtitles, ...]:
    """Every file like `name.<language>.srt` beside these clips of a film's folder."""
    beside = Neighbours(folder, _NAMED)
    return tuple(
        _subtitles(folder, file, clip, language)
        for clip in dict.fromkeys(clips)
        for file, language in beside.of(clip)
    )


def texts_of(folder: Path, subtitles: Iterable[Subtitles]) -> dict[str, str]:
    """What is written in these files, by their names, to show an author the line."""
    texts: dict[str, str] = {}
    for each in subtitles:
        with suppress(*_UNREADABLE):  # which is among its faults
            texts[each.file] = text_of(_read(folder, each.file))
    return texts


def _subtitles(folder: Path, file: str, clip: str, language: str) -> Subtitles:
    try:
        written = _read(folder, file)
        cues = tuple(_cues(written))
    except _UNREADABLE as problem:
        fault = str(problem).rstrip(".")
        return Subtitles(file=file, clip=clip, language=language, fault=fault)
    return Subtitles(
        file=file,
        clip=clip,
        language=language,
        cues=cues,
        astray=astray(text_of(written)),
        fault=_fault(written, cues),
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
        if said and not event.is_comment and not event.is_drawing:
            line = lines[at] if at < len(lines) else 1
            start, end = Seconds(event.start / 1000), Seconds(event.end / 1000)
            yield WrittenCue(start, end, said, line)
