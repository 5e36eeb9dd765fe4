"""What it takes to break a film: where its parts lie, and how to write it down wrongly."""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import av

_HOLDERS = frozenset(
    {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf", b"udta", b"mvex"}
)
_MASTERS = frozenset(
    {
        0x1A45DFA3, 0x18538067, 0x114D9B74, 0x1549A966, 0x1654AE6B, 0xAE, 0xE0, 0xE1,
        0x1F43B675, 0x1C53BB6B, 0x1254C367,
    }
)  # fmt: skip
"""EBML head, segment, seek head, info, tracks, track, picture, sound, cluster, cues, tags."""


@dataclass(frozen=True)
class Part:
    """One box of an mp4, or one element of a Matroska file."""

    name: str
    at: int
    head: int
    end: int

    @property
    def middle(self) -> int:
        """Where it is cut in two."""
        return (self.at + self.end) // 2


def boxes(film: bytes, at: int = 0, end: int | None = None, above: str = "") -> Iterator[Part]:
    """Every box of an mp4 or mov, outer before inner."""
    end = len(film) if end is None else end
    while at + 8 <= end:
        size, kind = struct.unpack_from(">I4s", film, at)
        until = at + size if size >= 8 else end
        name = f"{above}{kind.decode('latin-1')}"
        yield Part(name, at, 8, until)
        if kind in _HOLDERS:
            yield from boxes(film, at + 8, until, f"{name}-")
        at = until


def elements(film: bytes, at: int = 0, end: int | None = None, above: str = "") -> Iterator[Part]:
    """Every element of a Matroska or WebM file, outer before inner."""
    end = len(film) if end is None else end
    while at < end:
        kind, kind_long = _number(film, at, keep=True)
        size, size_long = _number(film, at + kind_long, keep=False)
        head = kind_long + size_long
        until = min(end, at + head + size)
        name = f"{above}{kind:x}"
        yield Part(name, at, head, until)
        if kind in _MASTERS:
            yield from elements(film, at + head, until, f"{name}-")
        at = until


def _number(film: bytes, at: int, *, keep: bool) -> tuple[int, int]:
    """An EBML number, with its length mark or without, and how many bytes it takes."""
    first = film[at]
    long = next(n for n in range(1, 9) if first & (0x80 >> (n - 1)))
    whole = int.from_bytes(film[at : at + long], "big")
    return (whole if keep else whole & ((1 << (7 * long)) - 1)), long


def patched(film: bytes, at: int, piece: bytes) -> bytes:
    """The same film with these bytes in that place."""
    return film[:at] + piece + film[at + len(piece) :]


def found(parts: Iterator[Part], ending: str) -> Part:
    """The first part whose name ends so."""
    return next(part for part in parts if part.name.endswith(ending))


Rewrite = Callable[[str, int, "av.Packet"], bool]
"""Given `video` or `audio`, a packet's number, and the packet to change; false: leave it out."""


def rewritten(source: Path, target: Path, rewrite: Rewrite) -> None:
    """The same pictures and sounds, with other times or without some of them."""
    with av.open(str(source)) as old, av.open(str(target), "w") as new:
        copies = {stream: new.add_stream_from_template(stream) for stream in old.streams}
        numbers = dict.fromkeys(old.streams, 0)
        for packet in old.demux():
            if packet.dts is None:
                continue
            stream = packet.stream
            number, numbers[stream] = numbers[stream], numbers[stream] + 1
            if rewrite(stream.type, number, packet):
                packet.stream = copies[stream]
                new.mux(packet)


def later(packet: "av.Packet", seconds: float) -> bool:
    """Move a packet in time."""
    by = int(seconds / packet.time_base)
    packet.pts += by
    packet.dts += by
    return True
