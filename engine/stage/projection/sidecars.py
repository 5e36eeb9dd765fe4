"""What lies beside a clip: its subtitles and the way of its light."""

import logging
from pathlib import Path
from typing import Final

from engine.messages.shots import Shot, Source
from engine.shelf.guard import ShelfError, inside
from engine.stage.projection.cues import KINDS, Cues, read_cues
from engine.stage.projection.live import Light, read_light

log = logging.getLogger(__name__)
_MOST_BYTES: Final = 8 * 1024 * 1024


class Sidecars:
    """Reads and keeps what lies beside the clips of one film. Main thread only."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._own = language
        self._cues: dict[tuple[str, str], Cues] = {}
        self._lights: dict[str, Light | None] = {}

    def cues(self, shot: Shot, language: str) -> Cues:
        """Its subtitles in a language, else in the film's own; empty where it has none."""
        if shot.file is None or shot.source is not Source.FILE:
            return Cues()
        key = (shot.file, language)
        if key not in self._cues:
            self._cues[key] = self._found(shot.file, language)
        return self._cues[key]

    def light(self, shot: Shot) -> Light | None:
        """Where the story's light stands in it; none where nobody says."""
        if shot.file is None or shot.source not in {Source.FILE, Source.STILL}:
            return None
        if shot.file not in self._lights:
            written = self._read(f"{_stem(shot.file)}.live.json")
            self._lights[shot.file] = None if written is None else read_light(written)
        return self._lights[shot.file]

    def reread(self) -> None:
        """Somebody changed files beside the clips: read each anew when it is wanted."""
        self._cues.clear()
        self._lights.clear()

    def _found(self, file: str, language: str) -> Cues:
        for spoken in dict.fromkeys((language, self._own)):
            for kind in KINDS:
                written = self._read(f"{_stem(file)}.{spoken}.{kind}")
                if written is not None:
                    return read_cues(written)
        return Cues()

    def _read(self, name: str) -> bytes | None:
        try:
            path = inside(self._folder, name)
            if not path.is_file() or path.stat().st_size > _MOST_BYTES:
                return None
            return path.read_bytes()
        except (ShelfError, OSError) as problem:
            log.warning("%s was not read: %s", name, problem)
            return None


def _stem(file: str) -> str:
    head, dot, _ = file.rpartition(".")
    return head if dot else file
