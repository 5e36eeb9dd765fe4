"""Opening a file of film or picture under guard: by what it is, not by what it is called."""

from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import Final

import av
import av.error
from av.codec.hwaccel import HWAccel
from av.container import InputContainer
from av.video.stream import VideoStream

from engine.story.clips import ClipFault

MOST_PIXELS: Final = 64 * 1024 * 1024
LONGEST_SIDE: Final = 8192
_FILMS: Final = frozenset({".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".ogv", ".flv", ".ts"})
_HDR: Final = {16: "PQ", 18: "HLG"}
"""Curves of light that would have to be bent for an ordinary screen, which takes too long."""
_HEAD: Final = 512
_TS_PACKET: Final = 188


class UnplayableError(Exception):
    """A file that cannot be played; `fault` says why in one sentence."""

    def __init__(self, fault: ClipFault) -> None:
        super().__init__(fault.says)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class _Kind:
    """A file format by the bytes it begins with."""

    name: str
    at: int
    magic: tuple[bytes, ...]
    still: bool = False


_MOV_ATOMS: Final = (b"ftyp", b"moov", b"mdat", b"free", b"wide", b"skip")
_KINDS: Final = (
    _Kind("mov", 4, _MOV_ATOMS),
    _Kind("matroska", 0, (b"\x1a\x45\xdf\xa3",)),
    _Kind("avi", 8, (b"AVI ",)),
    _Kind("ogg", 0, (b"OggS",)),
    _Kind("flv", 0, (b"FLV\x01",)),
    _Kind("png_pipe", 0, (b"\x89PNG\r\n\x1a\n",), still=True),
    _Kind("jpeg_pipe", 0, (b"\xff\xd8\xff",), still=True),
    _Kind("webp_pipe", 8, (b"WEBP",), still=True),
    _Kind("bmp_pipe", 0, (b"BM",), still=True),
    _Kind("gif", 0, (b"GIF87a", b"GIF89a"), still=True),
    _Kind("qoi_pipe", 0, (b"qoif",), still=True),
    _Kind("tiff_pipe", 0, (b"II*\0", b"MM\0*"), still=True),
)
_STREAM: Final = _Kind("mpegts", 0, (b"\x47",))


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file and the stream its pictures come from. Whoever opened it closes it."""

    container: InputContainer
    video: VideoStream
    still: bool

    @property
    def origin(self) -> float:
        """The moment the file calls its first, in seconds."""
        start: int | None = self.container.start_time
        return (start or 0) / av.time_base

    @property
    def promised(self) -> float:
        """Where the file says its pictures end, in seconds from its first; 0: it does not."""
        video = self.video
        if video.duration is not None and video.time_base is not None:
            begins = float((video.start_time or 0) * video.time_base) - self.origin
            return begins + float(video.duration * video.time_base)
        whole: int | None = self.container.duration
        return 0.0 if whole is None else whole / av.time_base

    @property
    def shape(self) -> tuple[int, int]:
        """The width and height its pictures are meant to be seen in; pixels may be oblong."""
        context, aspect = self.video.codec_context, self.video.sample_aspect_ratio
        return max(1, round(context.width * (float(aspect) if aspect else 1.0))), context.height


def open_guarded(path: Path, device: HWAccel | None = None) -> Opened:
    """
    Open a file of film or picture. Raises UnplayableError with one sentence for people.

    The format is forced by the file's first bytes, only the local disk may be read, and no
    picture larger than 64 megapixels is ever decoded. `device`: decoded there, or not at all.
    """
    kind = _sniffed(path)
    limits = {"max_pixels": str(MOST_PIXELS)}
    try:
        container = av.open(
            str(path),
            format=kind.name,
            container_options={"protocol_whitelist": "file"},
            stream_options=[limits] * 8,  # type: ignore[list-item]  # PyAV reads these
            hwaccel=device,
        )
    except (av.error.FFmpegError, ValueError) as problem:
        raise _fault(path, _opening_failed(kind, problem)) from problem
    try:
        return _checked(path, container, kind)
    except UnplayableError:
        container.close()
        raise


def _sniffed(path: Path) -> _Kind:
    try:
        if not S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
            raise _fault(path, "is no file but a folder, a pipe or a device. Copy a file there.")
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except FileNotFoundError as problem:
        raise UnplayableError(
            ClipFault(missing=True, says=f"{path.name} is not there.")
        ) from problem
    except OSError as problem:
        raise _fault(path, f"cannot be read: {problem.strerror}.") from problem
    if not head:
        raise _fault(path, "is empty. Export it again.")
    for kind in _KINDS:
        if any(head[kind.at :].startswith(magic) for magic in kind.magic):
            if kind.still and path.suffix.lower() in _FILMS:
                raise _fault(path, "is a picture and no film. Name it .png or .jpg; use `still:`.")
            return kind
    if head[0] == _STREAM.magic[0][0] == head[min(_TS_PACKET, len(head) - 1)]:
        return _STREAM
    raise _fault(path, "is neither a film nor a picture. Use mp4, webm, mkv, mov, png or jpg.")


def _checked(path: Path, container: InputContainer, kind: _Kind) -> Opened:
    if not container.streams.video:
        raise _fault(path, "holds no picture, only sound. Use a still with it, or a film.")
    video = container.streams.video[0]
    context = video.codec_context
    if context is None:
        raise _fault(path, "is written in a way this player has no decoder for. Use H.264 or VP9.")
    width, height = context.width, context.height
    if width <= 0 or height <= 0:
        raise _fault(path, "is damaged, or far too large a picture. Export it again, smaller.")
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        most = f"{LONGEST_SIDE} pixels a side and {MOST_PIXELS // 2**20} megapixels"
        raise _fault(
            path, f"is {width}x{height}; more than {most} is not played. Make it smaller."
        )
    curve = _HDR.get(context.color_trc)
    if curve is not None:
        raise _fault(path, f"is HDR ({curve}) and would look pale. Export it as SDR (Rec. 709).")
    context.options = {"max_pixels": str(MOST_PIXELS)}
    return Opened(container, video, kind.still)


def _opening_failed(kind: _Kind, problem: Exception) -> str:
    if kind.still:
        return "is a damaged picture. Export it again."
    if kind.name == "mov" and isinstance(problem, av.error.InvalidDataError):
        return "breaks off before its index (moov) was written. Export it again."
    return "is damaged at its very beginning. Export it again."


def _fault(path: Path, says: str) -> UnplayableError:
    return UnplayableError(ClipFault(missing=False, says=f"{path.name} {says}"))
