"""Subtitles: read once, drawn ahead, shown at their time, readable over any picture."""

import html
import logging
from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import pygame
import pysubs2

from engine.stage.fonts import Fonts
from engine.stage.shapes import shade
from engine.stage.theme import SPOKEN, Room, Style
from engine.story.units import Seconds

log = logging.getLogger(__name__)

MOST_BYTES: Final = 4 * 1024 * 1024
KINDS: Final = ("srt", "vtt", "ass", "ssa")
_KEPT: Final = 48
_WIDEST: Final = 0.8
"""Of the picture's width."""


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
        if event.end > event.start and not event.is_comment and (said := plain(event))
    ]
    return Cues(tuple(sorted(cues, key=lambda cue: cue.start)))


def parsed(written: bytes) -> pysubs2.SSAFile:
    """The file as it is written, in its own order. UnreadableError where it is no subtitles."""
    if len(written) > MOST_BYTES:
        raise UnreadableError("they are longer than 4 MiB")
    text = text_of(written)
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


class Titles:
    """Draws cues; what will be needed soon is drawn while there is time. Main thread only."""

    def __init__(self, fonts: Fonts, style: Style = SPOKEN) -> None:
        self._fonts = fonts
        self._style = style
        self._drawn: dict[tuple[str, Room], pygame.Surface] = {}
        self._ahead: deque[str] = deque()

    def expect(self, cues: Cues) -> None:
        """These will be wanted: have them drawn, one each time `idle` is called."""
        self._ahead = deque(dict.fromkeys(cue.text for cue in cues.cues))

    def idle(self, room: Room) -> None:
        """Draw one cue that is not wanted yet."""
        while self._ahead:
            text = self._ahead.popleft()
            if (text, room) not in self._drawn:
                self._block(text, room)
                return

    def draw(
        self, canvas: pygame.Surface, room: Room, cues: tuple[Cue, ...], foot: int
    ) -> pygame.Rect | None:
        """The cues, one above the other from `foot` upwards; where they stand."""
        place: pygame.Rect | None = None
        for cue in reversed(cues):
            drawn = self._block(cue.text, room)
            area = drawn.get_rect(midbottom=(room.whole.centerx, foot))
            canvas.blit(drawn, area)
            foot = area.top + self._reach(room)
            place = area if place is None else place.union(area)
        return place

    def lines(self, text: str, room: Room) -> tuple[str, ...]:
        """How a cue is broken: its author's lines where they fit, else balanced."""
        width = round(_WIDEST * room.sheet.width)
        unit = room.unit
        own = tuple(text.split("\n"))
        if all(self._fonts.width(line, self._style, unit) <= width for line in own):
            return own
        joined = "".join(_joined(own))
        return self._fonts.balanced(joined, self._style, unit, width)

    def _block(self, text: str, room: Room) -> pygame.Surface:
        key = (text, room)
        if key not in self._drawn:
            if len(self._drawn) >= _KEPT:
                del self._drawn[next(iter(self._drawn))]
            self._drawn[key] = self._made(text, room)
        return self._drawn[key]

    def _made(self, text: str, room: Room) -> pygame.Surface:
        lines, unit = self.lines(text, room), room.unit
        wide, high = self._fonts.block(lines, self._style, unit)
        words = pygame.Surface((max(1, wide), high), pygame.SRCALPHA)
        for number, line in enumerate(lines):
            drawn = self._fonts.line(line, self._style, unit)
            left = (wide - drawn.get_width()) // 2
            words.blit(drawn, (left, number * self._fonts.pitch(self._style, unit)))
        reach = self._reach(room) // 2
        block = shade(words, reach)
        block.blit(words, (2 * reach, 2 * reach))
        return block

    def _reach(self, room: Room) -> int:
        """How far the shade reaches beyond the words, doubled."""
        return 2 * max(3, room.px(self._style.size * 0.3))


def _joined(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines to be broken anew: with a space between, unless Chinese meets Chinese."""
    parts = [lines[0]]
    for one, other in pairwise(lines):
        parts += ["" if ord(one[-1]) > 0x2E7F or ord(other[0]) > 0x2E7F else " ", other]  # noqa: PLR2004 -- where Chinese begins
    return tuple(parts)
