"""Subtitles as values: read from a file's bytes, shown at their time."""

import html
import logging
import re
from dataclasses import dataclass
from typing import Final

import pysubs2

from engine.story.units import Seconds

log = logging.getLogger(__name__)

_SUNG: Final = re.compile(r"<(?:\d+:)?\d\d:\d\d\.\d{3}>")
"""When each word of a WebVTT line is sung; two of them in one line are taken for a cue's times."""
MOST_BYTES: Final = 4 * 1024 * 1024
KINDS: Final = ("srt", "vtt", "ass", "ssa")


@dataclass(frozen=True, slots=True)
class Cue:
    """Some words and when they are shown."""

    start: Seconds
    end: Seconds
    text: str


@dataclass(frozen=True, slots=True)
class Cues:
    """The subtitles of one clip in one language, in order of time."""

    cues: tuple[Cue, ...] = ()

    def at(self, moment: Seconds) -> tuple[Cue, ...]:
        """What is shown at a moment."""
        return tuple(cue for cue in self.cues if cue.start <= moment < cue.end)


class UnreadableError(Exception):
    """Subtitles that cannot be understood; the message is one sentence's end for people."""


def read_cues(written: bytes) -> Cues:
    """
    The subtitles in a file's bytes: SubRip, WebVTT or Advanced SubStation, told by its content.

    What cannot be understood has no subtitles; a clip never waits for its words.
    """
    try:
        read = parsed(written)
    except UnreadableError as problem:
        log.warning("subtitles could not be read: %s", problem)
        return Cues()
    cues = [
        Cue(Seconds(event.start / 1000), Seconds(event.end / 1000), said)
        for event in read
        if _is_said(event) and (said := plain(event))
    ]
    return Cues(tuple(sorted(cues, key=lambda cue: cue.start)))


def _is_said(event: pysubs2.SSAEvent) -> bool:
    """Whether an event is words with a time; ASS draws with some, and comments on others."""
    return event.end > event.start and not event.is_comment and not event.is_drawing


def parsed(written: bytes) -> pysubs2.SSAFile:
    """The file as it is written, in its own order. UnreadableError where it is no subtitles."""
    if len(written) > MOST_BYTES:
        raise UnreadableError("they are longer than 4 MiB")
    text = text_of(written)
    if format_of(text) == "vtt":
        text = _SUNG.sub("", text)
    try:
        return pysubs2.SSAFile.from_string(text, format_=format_of(text))
    except (pysubs2.exceptions.Pysubs2Error, ValueError, IndexError, KeyError) as problem:
        raise UnreadableError(f"they are none that are known ({problem})") from problem


def text_of(written: bytes) -> str:
    """The file's text, its lines ended in one way."""
    text = written.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def format_of(text: str) -> str:
    """Which kind of subtitles a text holds."""
    head = text.lstrip()
    if head.startswith("WEBVTT"):
        return "vtt"
    return "ass" if head.startswith("[") else "srt"


def plain(event: pysubs2.SSAEvent) -> str:
    """Words only: entities as letters, no marks of style, no empty lines."""
    lines = html.unescape(event.plaintext).replace("\N{ZERO WIDTH SPACE}", "").split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())
