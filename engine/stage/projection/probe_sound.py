"""Looking at a file of sound without playing it, and finding those beside clips."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import av.error

from engine.shelf.guard import ShelfError, inside
from engine.stage.projection.probe_open import UnplayableError
from engine.stage.projection.sound_open import OpenedSound, open_sound
from engine.stage.projection.voices import DUBS
from engine.story.clips import ClipFacts, ClipFault
from engine.story.sounds import SoundBeside
from engine.story.units import Seconds

_NAMED: Final = re.compile(rf"(.+?)\.([A-Za-z][\w-]*)(?:\.ad)?\.(?:{'|'.join(DUBS)})")


def probe_sound(path: Path) -> ClipFacts | ClipFault:
    """How long a file of sound is, or one sentence why it cannot be heard."""
    try:
        opened = open_sound(path)
    except UnplayableError as problem:
        return problem.fault
    with opened.container:
        length = _length(opened)
    if length <= 0:
        says = f"{path.name} holds no readable sound. Export it again."
        return ClipFault(missing=False, says=says)
    size = path.stat().st_size
    return ClipFacts(length=length, width=0, height=0, sound=True, size=size)


def sounds_beside(folder: Path, clips: Iterable[str]) -> tuple[SoundBeside, ...]:
    """Every file like `name.<language>.opus` or `.ad.opus` beside these clips of a folder."""
    listed: dict[Path, dict[str, list[tuple[str, str]]]] = {}
    return tuple(each for clip in dict.fromkeys(clips) for each in _beside(folder, clip, listed))


def _beside(
    folder: Path, clip: str, listed: dict[Path, dict[str, list[tuple[str, str]]]]
) -> Iterator[SoundBeside]:
    path = Path(clip)
    near = folder / path.parent
    try:
        if near not in listed:
            listed[near] = _listed(inside(folder, clip).parent)
    except (ShelfError, OSError):
        return  # the check of the clip itself tells why
    for name, language in listed[near].get(path.stem, ()):
        file = path.with_name(name).as_posix()
        facts = probe_sound(near / name)
        if isinstance(facts, ClipFault):
            fault = facts.says.removeprefix(f"{name} ").rstrip(".")
            yield SoundBeside(file=file, clip=clip, language=language, fault=fault)
        else:
            yield SoundBeside(file=file, clip=clip, language=language, length=facts.length)


def _listed(near: Path) -> dict[str, list[tuple[str, str]]]:
    """A folder's files of sound by the clip they are of, each with its language."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(each.name for each in near.iterdir()) if near.is_dir() else ():
        if named := _NAMED.fullmatch(name):
            found.setdefault(named.group(1), []).append((name, named.group(2)))
    return found


def _length(opened: OpenedSound) -> Seconds:
    """Where the last packet ends; declared lengths lie."""
    end = 0.0
    try:
        for packet in opened.container.demux(opened.stream):
            if packet.size and packet.pts is not None and packet.time_base is not None:
                last = packet.pts + (packet.duration or 0)
                end = max(end, float(last * packet.time_base) - opened.origin)
    except av.error.FFmpegError:
        pass  # what was read so far is what can be heard
    return Seconds(end)
