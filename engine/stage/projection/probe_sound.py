"""Looking at a file of sound without playing it, and finding those beside clips."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import av.error

from engine.stage.projection.neighbours import Neighbours
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
    beside = Neighbours(folder, _NAMED)
    return tuple(
        _beside(folder, file, clip, language)
        for clip in dict.fromkeys(clips)
        for file, language in beside.of(clip)
    )


def _beside(folder: Path, file: str, clip: str, language: str) -> SoundBeside:
    facts = probe_sound(folder / file)
    if isinstance(facts, ClipFault):
        return SoundBeside(file=file, clip=clip, language=language, fault=facts.says)
    return SoundBeside(file=file, clip=clip, language=language, length=facts.length)


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
