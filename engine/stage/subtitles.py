"""Finding the subtitles beside clips and reading them as written, so that they can be checked."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from engine.shelf.guard import ShelfError, inside
from engine.stage.titles import KINDS, UnreadableError, parsed, plain, text_of
from engine.story.subtitles import Subtitles, WrittenCue
from engine.story.units import Seconds

_CUE: Final = re.compile(r"^.*-->|^(?:Dialogue|Comment):", re.MULTILINE)
"""Where a cue's times are written."""


def subtitles_beside(folder: Path, clips: Iterable[str]) -> tuple[Subtitles, ...]:
    """Every file like `name.<language>.srt` beside these clips of a film's folder."""
    return tuple(each for clip in dict.fromkeys(clips) for each in _beside(folder, clip))


def texts_of(folder: Path, subtitles: Iterable[Subtitles]) -> dict[str, str]:
    """What is written in these files, by their names, to show an author the line."""
    return {each.file: text_of(_read(folder, each.file)) for each in subtitles}


def _beside(folder: Path, clip: str) -> Iterator[Subtitles]:
    path = Path(clip)
    try:
        near = inside(folder, clip).parent
        names = sorted(found.name for found in near.iterdir()) if near.is_dir() else []
    except (ShelfError, OSError):
        return  # the check of the clip itself tells why
    form = re.compile(rf"{re.escape(path.stem)}\.([A-Za-z][\w-]*)\.({'|'.join(KINDS)})")
    for name in names:
        if named := form.fullmatch(name):
            yield _subtitles(folder, path.with_name(name).as_posix(), clip, named.group(1))


def _subtitles(folder: Path, file: str, clip: str, language: str) -> Subtitles:
    try:
        written = _read(folder, file)
        cues = tuple(_cues(written))
    except (ShelfError, OSError, UnreadableError) as problem:
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
    return inside(folder, file).read_bytes()


def _cues(written: bytes) -> Iterator[WrittenCue]:
    text = text_of(written)
    lines = [text.count("\n", 0, found.start()) + 1 for found in _CUE.finditer(text)]
    for at, event in enumerate(parsed(written)):
        said = plain(event)
        if said and not event.is_comment:
            line = lines[at] if at < len(lines) else 1
            start, end = Seconds(event.start / 1000), Seconds(event.end / 1000)
            yield WrittenCue(start, end, said, line)
