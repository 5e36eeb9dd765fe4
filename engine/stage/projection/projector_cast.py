"""Who plays a shot: its own reel, and the understudies for when that fails."""

from dataclasses import replace as changed
from pathlib import Path
from typing import Final

from engine.messages.shots import Shot, Source
from engine.shelf.guard import ShelfError, inside
from engine.stage.projection.clock import in_samples
from engine.stage.projection.hardware import Hardware
from engine.stage.projection.reel import Reel
from engine.stage.projection.reel_film import FilmReel
from engine.stage.projection.reel_voiced import VoicedReel
from engine.stage.projection.sound_click import click_bar
from engine.stage.projection.stills import PaintedReel, StillReel
from engine.stage.projection.voices import Hearing, Voices
from engine.story.clips import ClipFault

_PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".qoi", ".tiff"})


class Cast:
    """Casts the shots of one film, whose files lie in one folder."""

    def __init__(self, folder: Path, click: Path | None, hardware: Hardware | None = None) -> None:
        self.hearing = Hearing()
        """How the viewer hears reels that are cast from now on."""
        self._folder, self._hardware = folder, hardware
        self._voices = Voices(folder)
        self._bar = click_bar(click) if click is not None else b""

    def reels(self, shot: Shot) -> tuple[Reel, ...]:
        """The reels to try, best first. The last is painted, and cannot fail."""
        length = max(1, in_samples(shot.length))
        if shot.source is Source.SLATE:
            return (PaintedReel(shot, length),)
        if shot.source is Source.STAND_IN:
            return (PaintedReel(shot, length, self._bar),)
        stand_in = PaintedReel(changed(shot, source=Source.STAND_IN), length, self._bar)
        names = [name for name in (shot.file, shot.fallback) if name is not None]
        starts = [in_samples(shot.start), 0]
        found = [self._read(shot, *named, length) for named in zip(names, starts, strict=False)]
        return (*found, stand_in)

    def beside(self, shot: Shot, hearing: Hearing) -> tuple[Path | None, ...]:
        """The sound files a shot is heard with by somebody who hears so."""
        if shot.source is not Source.FILE or shot.file is None:
            return ()
        dub = self._voices.dub(shot.file, hearing.language)
        return (dub, self._voices.told(shot.file, hearing))

    def voice(self, reel: Reel, since: int = 0) -> None:
        """Have a reel heard in the viewer's language from that position on."""
        if isinstance(reel, VoicedReel):
            reel.voice(self._voices.dub(reel.file, self.hearing.language), since)

    def describe(self, reel: Reel, since: int = 0) -> None:
        """Have a reel described from that position on, or not, as the viewer wishes."""
        if isinstance(reel, VoicedReel):
            told = self._voices.told(reel.file, self.hearing) if self.hearing.described else None
            reel.describe(told, since)

    def _read(self, shot: Shot, name: str, start: int, length: int) -> Reel:
        try:
            path = inside(self._folder, name)
        except ShelfError as problem:
            refused = PaintedReel(shot, length)
            refused.fault = ClipFault(missing=False, says=str(problem))
            return refused
        if path.suffix.lower() in _PICTURES:
            return StillReel(path, length, around=shot.view is not None)
        around = shot.view is not None
        film = FilmReel(path, start, length, around=around, hardware=self._hardware)
        dub = self._voices.dub(name, self.hearing.language)
        voiced = VoicedReel(name, film, start, length, dub)
        self.describe(voiced)
        return voiced
