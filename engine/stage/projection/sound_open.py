"""Opening a file of sound under guard: by what it is, not by what it is called."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import av
import av.error
from av.audio.stream import AudioStream
from av.container import InputContainer

from engine.stage.projection.probe_open import UnplayableError
from engine.story.clips import ClipFault

_HEAD: Final = 16
_KINDS: Final = (
    ("ogg", 0, (b"OggS",)),
    ("wav", 0, (b"RIFF", b"RF64")),
    ("mov", 4, (b"ftyp", b"moov", b"mdat", b"free", b"wide", b"skip")),
    ("matroska", 0, (b"\x1a\x45\xdf\xa3",)),
    ("flac", 0, (b"fLaC",)),
)
"""A file format's name, where its mark stands, and the marks."""


@dataclass(frozen=True, slots=True)
class OpenedSound:
    """An open file and the stream its sound comes from. Whoever opened it closes it."""

    container: InputContainer
    stream: AudioStream

    @property
    def origin(self) -> float:
        """The moment the file calls its first, in seconds."""
        start: int | None = self.container.start_time
        return (start or 0) / av.time_base


def open_sound(path: Path) -> OpenedSound:
    """
    Open a file of sound. Raises UnplayableError with one sentence for people.

    The format is forced by the file's first bytes, and only the local disk may be read.
    """
    kind = _sniffed(path)
    try:
        container = av.open(
            str(path), format=kind, container_options={"protocol_whitelist": "file"}
        )
    except (av.error.FFmpegError, ValueError) as problem:
        raise _fault(path, "is damaged at its very beginning. Export it again.") from problem
    if not container.streams.audio:
        container.close()
        raise _fault(path, "holds no sound. Export it again with its sound.")
    return OpenedSound(container, container.streams.audio[0])


def _sniffed(path: Path) -> str:
    if path.exists() and not path.is_file():  # reading a pipe would never end
        raise _fault(path, "is no file. Put a file of sound there.")
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except FileNotFoundError as problem:
        fault = ClipFault(missing=True, says=f"{path.name} is not there.")
        raise UnplayableError(fault) from problem
    except OSError as problem:
        raise _fault(path, f"cannot be read: {problem.strerror}.") from problem
    if not head:
        raise _fault(path, "is empty. Export it again.")
    for name, at, marks in _KINDS:
        if any(head[at:].startswith(mark) for mark in marks):
            return name
    raise _fault(path, "is no sound this player knows. Use opus, ogg, m4a or wav.")


def _fault(path: Path, says: str) -> UnplayableError:
    return UnplayableError(ClipFault(missing=False, says=f"{path.name} {says}"))
