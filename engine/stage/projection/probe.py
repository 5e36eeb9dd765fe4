"""Looking at a clip's file without playing it: how long, how large, how often a keyframe."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import av
import av.error

from engine.shelf.guard import ShelfError, inside
from engine.stage.projection.packets import packets_of
from engine.stage.projection.probe_open import Opened, UnplayableError, open_guarded
from engine.stage.projection.probe_sound import probe_sound
from engine.story.clips import MISSING, ClipFacts, ClipFault
from engine.story.sounds import is_sound
from engine.story.units import Seconds

LONGEST_STILL: Final = 60.0
"""Seconds one picture may stand in a film; where a file leaps farther, it is damaged and ends."""
_SPEED_FRAMES: Final = 240


@dataclass(frozen=True, slots=True)
class _Packets:
    """What a film's packets say of it: its last moment, and the longest wait for a keyframe."""

    end: float
    keyframes: float
    count: int


def probe(path: Path) -> ClipFacts | ClipFault:
    """What is in a file of film or picture, or one sentence why it cannot be played."""
    try:
        opened = open_guarded(path)
    except UnplayableError as problem:
        return problem.fault
    with opened.container:
        return _facts(path, opened)


def _looked_at(path: Path) -> ClipFacts | ClipFault:
    return probe_sound(path) if is_sound(path.name) else probe(path)


def probe_all(folder: Path, names: Iterable[str]) -> Mapping[str, ClipFacts | ClipFault]:
    """Every named file within a film's folder, looked at once."""
    return {name: _probe_inside(folder, name) for name in names}


def decode_speed(path: Path) -> float:
    """How many times faster than it plays a film is decoded here; 0 when it cannot be."""
    try:
        opened = open_guarded(path)
    except UnplayableError:
        return 0.0
    with opened.container:
        opened.video.thread_type = "NONE"
        began, played = time.perf_counter(), 0.0
        try:
            for count, frame in enumerate(opened.container.decode(opened.video), start=1):
                played = max(played, (frame.time or 0.0) - opened.origin)
                if count == _SPEED_FRAMES:
                    break
        except av.error.FFmpegError:
            return 0.0
        return played / max(time.perf_counter() - began, 1e-6)


def _probe_inside(folder: Path, name: str) -> ClipFacts | ClipFault:
    try:
        return _looked_at(inside(folder, name))
    except ShelfError as problem:
        return ClipFault(missing=False, says=str(problem))


def _facts(path: Path, opened: Opened) -> ClipFacts | ClipFault:
    context = opened.video.codec_context
    sound, size = bool(opened.container.streams.audio), path.stat().st_size
    if opened.still:
        return ClipFacts(
            length=Seconds(0.0), width=context.width, height=context.height, sound=False, size=size
        )
    width, height = opened.shape
    seen = _packets(opened)
    if seen.count == 0 or seen.end <= 0:
        says = f"{path.name} holds no readable picture. Export it again."
        return ClipFault(missing=False, says=says)
    return ClipFacts(
        length=Seconds(seen.end),
        width=width,
        height=height,
        sound=sound,
        size=size,
        keyframes=Seconds(seen.keyframes),
        promised=Seconds(_promised(path, opened, seen.end)),
    )


def _promised(path: Path, opened: Opened, end: float) -> float:
    """
    How long the file says its pictures are.

    Some say only how long everything in them is: there the sound is asked too, where the
    pictures end early.
    """
    promised = opened.promised
    if opened.video.duration is not None or promised - end <= MISSING:
        return promised
    with open_guarded(path).container as anew:
        ends = (
            float((packet.pts + (packet.duration or 0)) * packet.time_base) - opened.origin
            for voice in anew.streams.audio[:1]
            for packet in packets_of(anew, voice)
            if packet.pts is not None and packet.size
        )
        heard = max(ends, default=0.0)
    return promised if promised - max(end, heard) > MISSING else end


def _packets(opened: Opened) -> _Packets:
    """Walk the packets of the pictures, undecoded; declared lengths and counts lie."""
    end, count, last_key, widest = 0.0, 0, 0.0, 0.0
    usual = usual_step(opened)
    for packet in packets_of(opened.container, opened.video):
        if packet.pts is None or not packet.size:
            continue
        at = float(packet.pts * packet.time_base) - opened.origin
        step = min(float((packet.duration or 0) * packet.time_base) or usual, LONGEST_STILL)
        if count and at - end > LONGEST_STILL:
            break
        end, count = max(end, at + step), count + 1
        if packet.is_keyframe:
            widest, last_key = max(widest, at - last_key), at
    return _Packets(end, max(widest, end - last_key), count)


def usual_step(opened: Opened) -> float:
    """How long one picture stands, for those that do not say."""
    rate = opened.video.average_rate
    return 1 / float(rate) if rate else 1 / 25
