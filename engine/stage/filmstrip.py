"""Ways through a film as rows of frames with their reasons: one picture that tells a viewing."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import av.error
import pygame
from av import VideoFrame

from engine.messages.orders import Burn
from engine.messages.shots import Shot, Source
from engine.shelf.guard import ShelfError, inside
from engine.stage.flame import Flame
from engine.stage.fonts import Fonts
from engine.stage.projection.live import CORNER
from engine.stage.projection.probe_open import UnplayableError, open_guarded
from engine.stage.projection.projector_lens import Lens, fitted
from engine.stage.projection.reel import Paint
from engine.stage.projection.sidecars import Sidecars
from engine.stage.projection.sphere import AHEAD
from engine.stage.projection.stance import mirrored, upright
from engine.stage.theme import BODY, EMBER, NIGHT, NOTE, SAND, TITLE
from engine.story.clips import all_around
from engine.story.units import Seconds

SETTLED: Final = 1.5
"""Seconds in which a flame has come to how it was ordered to burn."""
_FRAME: Final = (384, 216)
_GAP: Final = 24
_MARGIN: Final = 56
_WORDS: Final = 132
_HEAD: Final = 92


@dataclass(frozen=True, slots=True)
class Moment:
    """One scene of a viewing: the shot, where in it, how the flame burned, and why it went on."""

    shot: Shot
    position: Seconds
    burn: Burn | None
    caption: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """One viewing: its name and its moments."""

    name: str
    moments: tuple[Moment, ...]


class Filmstrip:
    """Draws strips, one under another. Main thread only; needs no window."""

    def __init__(self, folder: Path, language: str, fonts: Fonts, paint: Paint) -> None:
        self._folder = folder
        self._beside = Sidecars(folder, language)
        self._fonts = fonts
        self._paint = paint
        self._lens = Lens()

    def draw(self, strips: tuple[Strip, ...]) -> pygame.Surface:
        """All of them on one sheet."""
        longest = max(len(strip.moments) for strip in strips)
        row = _HEAD + _FRAME[1] + _WORDS
        sheet = pygame.Surface(
            (2 * _MARGIN + longest * (_FRAME[0] + _GAP) - _GAP, _MARGIN + len(strips) * row)
        )
        sheet.fill(NIGHT)
        for number, strip in enumerate(strips):
            top = _MARGIN // 2 + number * row
            sheet.blit(self._fonts.line(strip.name, TITLE.at(34), 1.0), (_MARGIN, top + 18))
            for place, moment in enumerate(strip.moments):
                left = _MARGIN + place * (_FRAME[0] + _GAP)
                self._one(sheet, moment, (left, top + _HEAD))
        return sheet

    def frame(self, moment: Moment, size: tuple[int, int]) -> pygame.Surface:
        """The picture of a moment with its live flame."""
        picture = self.picture(moment, size)
        light = self._beside.light(moment.shot)
        flame = Flame()
        if moment.burn is not None:
            flame.burn(moment.burn)
        spot = light.at(moment.position) if light is not None else CORNER
        nowhere = pygame.Surface(size)
        for tenth in range(int(SETTLED * 10)):
            flame.draw(nowhere, nowhere.get_rect(), spot, tenth / 10)
        flame.draw(picture, picture.get_rect(), spot, SETTLED)
        return picture

    def _one(self, sheet: pygame.Surface, moment: Moment, at: tuple[int, int]) -> None:
        sheet.blit(self.frame(moment, _FRAME), at)
        pygame.draw.rect(sheet, EMBER, (*at, *_FRAME), 1)
        top = at[1] + _FRAME[1] + 12
        for text, style in ((moment.caption, BODY.tinted(SAND)), (moment.reason, NOTE)):
            for line in self._fonts.wrap(text, style, 1.0, _FRAME[0])[:3]:
                sheet.blit(self._fonts.line(line, style, 1.0), (at[0], top))
                top += self._fonts.pitch(style, 1.0)

    def picture(self, moment: Moment, size: tuple[int, int]) -> pygame.Surface:
        """The film at a moment, without the flame."""
        shot = moment.shot
        if shot.source in {Source.FILE, Source.STILL} and shot.file is not None:
            found = self._decoded(moment, shot.file, size)
            if found is not None:
                shape = pygame.Surface(size)
                shape.fill(NIGHT)
                shape.blit(found, found.get_rect(center=shape.get_rect().center))
                return shape
        return pygame.transform.smoothscale(self._paint(shot, size), size)

    def _decoded(self, moment: Moment, file: str, size: tuple[int, int]) -> pygame.Surface | None:
        """The frame of a moment as it would be shown in so much space."""
        try:
            opened = open_guarded(inside(self._folder, file))
        except (UnplayableError, ShelfError):
            return None
        wanted = moment.shot.start + moment.position
        with opened.container as container:
            try:
                if not opened.still:
                    container.seek(int((wanted + opened.origin) * av.time_base))
                for frame in container.decode(opened.video):
                    if opened.still or (frame.time or 0.0) - opened.origin >= wanted:
                        return self._shown(moment.shot, frame, opened.shape, size)
            except av.error.FFmpegError:
                return None
        return None

    def _shown(
        self, shot: Shot, frame: VideoFrame, lying: tuple[int, int], size: tuple[int, int]
    ) -> pygame.Surface:
        """A frame as the projector shows it; of a sphere what its author looks at."""
        shape = upright(lying, frame)
        if shot.view is not None and all_around(*shape):
            return self._lens.look(frame, AHEAD, size)
        return self._lens.develop(frame, fitted(shape, size), mirrored=mirrored(frame))
