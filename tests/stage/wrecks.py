"""More than two hundred ways for a film's file to be broken, made from a few whole ones."""

import functools
import os
import random
import shutil
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av

from tests import clips
from tests.clips import Make
from tests.stage.surgery import Part, boxes, elements, found, later, patched, rewritten

Write = Callable[[Path], object]

TRAP_FILE, TRAP_PORT = "@TRAP@", "@PORT@"
"""In a disguised list: another film's place, and a port on this machine."""


@dataclass(frozen=True)
class Wreck:
    """One broken file: its name says what is broken, `write` makes it."""

    name: str
    write: Write
    broken_off: bool = False
    """Whether pictures that the file promises are not in it, so that something must be said."""
    meanwhile: Write | None = None
    """What happens to the file while it plays."""

    @property
    def kind(self) -> str:
        """What sort of damage it is."""
        return self.name.split("-")[0]


class Wholes:
    """The films that are broken: small, with sound, a keyframe every half second."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        make = Make(seconds=1.0, sound="tone", keyframes=15, size=(192, 108), busy=True)
        self.mp4 = clips.film(folder / "whole.mp4", make)
        self.fast = clips.film(folder / "fast.mp4", functools.partial(_fast, make)())
        self.mkv = clips.film(folder / "whole.mkv", make)
        self.ts = clips.film(folder / "whole.ts", make)
        self.long = clips.film(
            folder / "long.mkv", Make(seconds=6.0, sound="tone", size=(320, 180), busy=True)
        )
        self.webm = folder / "whole.webm"
        _webm(self.webm)
        self.png, self.jpg = clips.still(folder / "whole.png"), folder / "whole.jpg"
        _jpeg(self.jpg)


def wrecks(wholes: Wholes) -> tuple[Wreck, ...]:
    """All of them, kind after kind."""
    return (
        *_cut_off(wholes), *_cut_in_heads(wholes), *_flipped(wholes), *_timed(wholes),
        *_gapped(wholes), *_disguised(), *_bombs(wholes), *_no_files(wholes), *_changing(wholes),
    )  # fmt: skip


# Whole ones ---------------------------------------------------------------------------------


def _fast(make: Make) -> Make:
    return Make(seconds=make.seconds, sound="tone", keyframes=15, size=make.size, busy=True,
                faststart=True)  # fmt: skip


def _webm(path: Path) -> None:
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libvpx-vp9", rate=30)
        stream.width, stream.height, stream.pix_fmt = 192, 108, "yuv420p"
        stream.options = {"deadline": "realtime", "cpu-used": "8", "g": "15"}
        make = Make(size=(192, 108), busy=True)
        for index in range(30):
            frame = av.VideoFrame.from_ndarray(clips._drawn(make, index), "gray")
            out.mux(stream.encode(frame.reformat(format="yuv420p")))
        out.mux(stream.encode(None))


def _jpeg(path: Path) -> None:
    frame = av.VideoFrame.from_ndarray(clips._drawn(Make(), 0), "gray").reformat(format="yuvj420p")
    coder = av.CodecContext.create("mjpeg", "w")
    coder.width, coder.height, coder.pix_fmt, coder.time_base = (
        320,
        180,
        "yuvj420p",
        Fraction(1, 25),
    )
    path.write_bytes(b"".join(bytes(packet) for packet in [*coder.encode(frame), *coder.encode()]))


def _bytes(name: str, wreck: bytes, *, broken_off: bool = False) -> Wreck:
    return Wreck(name, lambda path: path.write_bytes(wreck), broken_off)


def _safe(name: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in name)


# Broken off ---------------------------------------------------------------------------------


def _cut_off(wholes: Wholes) -> Iterator[Wreck]:
    """At every box and element, and right behind its head."""
    for base, parts in ((wholes.mp4, boxes), (wholes.fast, boxes), (wholes.webm, elements)):
        film = base.read_bytes()
        for part in _telling(parts(film)):
            cut = film[: part.middle]
            lost = base is wholes.fast and part.name == "mdat"
            yield _bytes(
                f"cut-{base.stem}-{part.at}-{_safe(part.name)}{base.suffix}", cut, broken_off=lost
            )
    film = wholes.mkv.read_bytes()
    for share in range(1, 10):
        yield _bytes(f"cut-tenth{share}.mkv", film[: len(film) * share // 10],
                     broken_off=2 < share < 6)  # fmt: skip


def _telling(parts: Iterator[Part], most: int = 60) -> list[Part]:
    """Parts of every name, and not every block of the same kind."""
    seen: dict[str, int] = {}
    kept = []
    for part in parts:
        seen[part.name] = seen.get(part.name, 0) + 1
        if seen[part.name] <= 2:
            kept.append(part)
    return kept[:most]


# Heads --------------------------------------------------------------------------------------


def _cut_in_heads(wholes: Wholes) -> Iterator[Wreck]:
    """Sizes of nothing and of everything; names of nobody."""
    film = wholes.fast.read_bytes()
    for part in _telling(boxes(film)):
        name = f"{part.at}-{_safe(part.name)}.mp4"
        yield _bytes(f"head-zero-{name}", patched(film, part.at, bytes(4)))
        yield _bytes(f"head-huge-{name}", patched(film, part.at, b"\xff\xff\xff\xf0"))
    for part in _telling(boxes(film))[::3]:
        yield _bytes(f"head-name-{part.at}.mp4", patched(film, part.at + 4, b"nope"))
    film = wholes.webm.read_bytes()
    for part in _telling(elements(film))[::2]:
        huge = patched(film, part.at + part.head - 1, b"\xff")
        yield _bytes(f"head-huge-{part.at}-{_safe(part.name)}.webm", huge)


# Flipped ------------------------------------------------------------------------------------


def _flipped(wholes: Wholes) -> Iterator[Wreck]:
    """Bits that fell over on an old disk, everywhere and in the first half kilobyte."""
    for base in (wholes.fast, wholes.mkv, wholes.webm, wholes.ts, wholes.png, wholes.jpg):
        film = base.read_bytes()
        for seed in range(5):
            chance = random.Random(f"{base.suffix} {seed}")
            some = bytearray(film)
            for _ in range(40):
                some[chance.randrange(16, len(some))] ^= 1 << chance.randrange(8)
            yield _bytes(f"flip-any{seed}{base.suffix}", bytes(some))
        chance = random.Random(base.suffix)
        some = bytearray(film)
        for _ in range(6):
            some[chance.randrange(16, min(512, len(some)))] ^= 0xFF
        yield _bytes(f"flip-head{base.suffix}", bytes(some))
    film = wholes.fast.read_bytes()
    at = film.index(b"avcC") + 4
    for place in range(8, 16):
        yield _bytes(f"flip-sps{place}.mp4", patched(film, at + place, b"\xe3"))


# Times --------------------------------------------------------------------------------------


def _timed(wholes: Wholes) -> Iterator[Wreck]:
    """Lengths that lie, moments before the beginning, and moments of another century."""
    film = wholes.fast.read_bytes()
    for name, at in (("mvhd", 16), ("tkhd", 20), ("mdhd", 16)):
        box = found(boxes(film), name)
        for word, length in (("none", 0), ("huge", 0x7FFFFFFF), ("most", 0xFFFFFFFF)):
            wrong = patched(film, box.at + 8 + at, struct.pack(">I", length))
            yield _bytes(f"time-{name}-{word}.mp4", wrong)
    for name in ("stts", "ctts", "elst"):
        box = next((part for part in boxes(film) if part.name.endswith(name)), None)
        if box is None:
            continue
        for word, step in (("none", 0), ("huge", 0x7FFFFFFF), ("minus", 0xFFFF0000)):
            wrong = patched(film, box.at + 20, struct.pack(">I", step))
            yield _bytes(f"time-{name}-{word}.mp4", wrong)
    for name, by in (("minus", -9.0), ("hour", 3600.0), ("century", 3e9), ("day", 86_400.0)):
        yield _remade(wholes, f"time-all-{name}.mkv", lambda *a, by=by: later(a[2], by))
        yield _remade(
            wholes, f"time-half-{name}.mkv",
            lambda kind, n, packet, by=by: later(packet, by if n > 15 else 0.0),
        )  # fmt: skip
        yield _remade(
            wholes, f"time-sound-{name}.mkv",
            lambda kind, _, packet, by=by: later(packet, by if kind == "audio" else 0.0),
        )  # fmt: skip


def _remade(wholes: Wholes, name: str, rewrite: Callable[..., bool]) -> Wreck:
    def write(path: Path) -> None:
        try:
            rewritten(wholes.mkv, path, rewrite)
        except (av.error.FFmpegError, OverflowError):
            assert path.exists()  # what was written before it refused is a wreck as well

    return Wreck(name, write)


# Gaps ---------------------------------------------------------------------------------------


def _gapped(wholes: Wholes) -> Iterator[Wreck]:
    """No keyframe to begin with, no sound where sound was promised, and the like."""
    kept: dict[str, Callable[[str, int], bool]] = {
        "no-key": lambda kind, n: kind == "audio" or n > 0,
        "no-key-at-all": lambda kind, n: kind == "audio" or n % 15 > 0,
        "last-second-only": lambda kind, n: kind == "audio" or n > 25,
        "every-third-sound": lambda kind, n: kind == "video" or n % 3 == 0,
        "one-sound": lambda kind, n: kind == "video" or n == 0,
        "no-sound-after-all": lambda kind, _: kind == "video",
        "late-sound": lambda kind, n: kind == "video" or n > 30,
        "one-picture": lambda kind, n: kind == "audio" or n == 0,
        "two-pictures": lambda kind, n: kind == "audio" or n in {0, 29},
        "no-picture-after-all": lambda kind, _: kind == "audio",
        "every-third-picture": lambda kind, n: kind == "audio" or n % 3 == 0,
        "nothing-at-all": lambda *_: False,
    }
    for name, keeps in kept.items():
        yield _remade(wholes, f"gap-{name}.mkv", lambda k, n, _p, keeps=keeps: keeps(k, n))
    film = wholes.ts.read_bytes()
    lumps = [film[at : at + 188] for at in range(0, len(film), 188)]
    yield _bytes(
        "gap-every-fifth-lump.ts", b"".join(lump for n, lump in enumerate(lumps) if n % 5)
    )
    yield _bytes("gap-no-tables.ts", b"".join(lumps[4:]))
    yield _bytes("gap-shuffled.ts", b"".join(random.Random(1).sample(lumps, len(lumps))))
    yield _bytes("gap-twice.ts", film + film)


# Disguises ----------------------------------------------------------------------------------

LISTS = {
    "hls": f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{TRAP_FILE}\n#EXT-X-ENDLIST\n",
    "hls-net": f"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:{TRAP_PORT}/x.ts\n#EXT-X-ENDLIST\n",
    "concat": f"ffconcat version 1.0\nfile {TRAP_FILE}\n",
    "concat-net": f"ffconcat version 1.0\nfile http://127.0.0.1:{TRAP_PORT}/x.mp4\n",
    "sdp": f"v=0\nc=IN IP4 127.0.0.1\nt=0 0\nm=video {TRAP_PORT} RTP/AVP 96\n",
    "dash": f'<?xml version="1.0"?><MPD><BaseURL>{TRAP_FILE}</BaseURL></MPD>',
    "dash-net": f"<MPD><BaseURL>http://127.0.0.1:{TRAP_PORT}/</BaseURL></MPD>",
    "svg": f'<svg xmlns:x="http://www.w3.org/1999/xlink"><image x:href="{TRAP_FILE}"/></svg>',
    "pls": f"[playlist]\nFile1={TRAP_FILE}\nNumberOfEntries=1\n",
    "edl": f"# mpv EDL v0\n{TRAP_FILE},0,1\n",
    "image-list": f"{TRAP_FILE}\n" * 9,
    "plain": "This is not a film. " * 60,
}
"""What a program that plays files can be led away by."""


def _disguised() -> Iterator[Wreck]:
    """Lists of other files with a film's name, bare and behind a film's first bytes."""
    for name, text in LISTS.items():
        for suffix in (".mp4", ".mkv", ".png"):
            yield _bytes(f"list-{name}{suffix}", text.encode())
    head = b"\0\0\0\x14ftypisom\0\0\0\0isom"
    yield _bytes("list-behind-head.mp4", head + LISTS["hls"].encode())
    link = f"file://{TRAP_FILE}\0".encode()
    tell = _box(b"rmra", _box(b"rmda", _box(b"rdrf", struct.pack(">I4sI", 0, b"url ", len(link))
                                           + link)))  # fmt: skip
    yield _bytes("list-leads-on.mov", head + _box(b"moov", tell))


def _box(kind: bytes, inside: bytes) -> bytes:
    return struct.pack(">I4s", len(inside) + 8, kind) + inside


# Bombs --------------------------------------------------------------------------------------


def _bombs(wholes: Wholes) -> Iterator[Wreck]:
    """A few bytes that claim to be gigantic."""
    yield Wreck("bomb-huge.png", clips.picture_bomb)
    yield Wreck("bomb-wide.png", lambda path: clips.picture_bomb(path, 2**31 - 1))
    side = 60_000
    info = struct.pack("<IiiHHIIiiII", 40, side, side, 1, 24, 0, 0, 0, 0, 0, 0)
    yield _bytes("bomb-huge.bmp", b"BM" + struct.pack("<IHHI", 99, 0, 0, 54) + info + bytes(99))
    yield _bytes("bomb-huge.gif", b"GIF89a" + struct.pack("<HHBBB", side, side, 0x80, 0, 0)
                 + bytes(6) + b"," + struct.pack("<HHHHB", 0, 0, side, side, 0)
                 + b"\x02\x02\x44\x01\0;")  # fmt: skip
    yield _bytes("bomb-huge.qoi", b"qoif" + struct.pack(">IIBB", side, side, 3, 0) + bytes(99))
    entries = [(256, 4, side), (257, 4, side), (258, 3, 8), (259, 3, 1), (262, 3, 1),
               (273, 4, 8), (277, 3, 1), (278, 4, side), (279, 4, 8)]  # fmt: skip
    tags = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    yield _bytes(
        "bomb-huge.tiff", b"II*\0" + struct.pack("<IH", 8, len(entries)) + tags + bytes(16)
    )
    canvas = struct.pack("<I", 16_777_214)[:3] * 2
    yield _bytes("bomb-huge.webp", b"RIFF" + struct.pack("<I", 200) + b"WEBPVP8X"
                 + struct.pack("<II", 10, 0) + canvas + bytes(170))  # fmt: skip
    film = wholes.jpg.read_bytes()
    at = film.index(b"\xff\xc0") + 5
    yield _bytes("bomb-huge.jpg", patched(film, at, struct.pack(">HH", side, side)))
    film = wholes.webm.read_bytes()
    for name, kind in (("wide", "-b0"), ("high", "-ba")):
        part = found(elements(film), kind)
        wide = b"\xff" * (part.end - part.at - part.head)
        yield _bytes(f"bomb-{name}.webm", patched(film, part.at + part.head, wide))
    film = wholes.fast.read_bytes()
    at = film.index(b"avc1", film.index(b"stsd")) + 28
    yield _bytes("bomb-track.mp4", patched(film, at, struct.pack(">HH", side, side)))


# What is no file, and what changes ------------------------------------------------------------


def _no_files(wholes: Wholes) -> Iterator[Wreck]:
    """Pipes, devices, folders, links; nothing and next to nothing."""
    yield Wreck("none-pipe.mp4", os.mkfifo)
    yield Wreck("none-device.mp4", lambda path: path.symlink_to("/dev/zero"))
    yield Wreck("none-folder.mp4", lambda path: path.mkdir())
    yield Wreck("none-link-out.mp4", lambda path: path.symlink_to(wholes.mp4))
    yield Wreck("none-link-round.mp4", lambda path: path.symlink_to(path))
    yield Wreck("none-absent.mp4", lambda _: None)
    yield Wreck("none-pipe.png", os.mkfifo)
    for size in (0, 1, 7, 8, 12, 64, 511):
        yield _bytes(f"none-{size}-bytes.mp4", wholes.fast.read_bytes()[:size])
        yield _bytes(f"none-{size}-bytes.webm", wholes.webm.read_bytes()[:size])
    heads = (b"", b"\0\0\0\x18ftypisom", b"\x1a\x45\xdf\xa3", b"OggS", b"RIFF\0\0\0\0AVI ")
    for number, head in enumerate(heads):
        noise = random.Random(number).randbytes(30_000)
        yield _bytes(f"none-but-noise{number}.mp4", head + noise)


def _changing(wholes: Wholes) -> Iterator[Wreck]:
    """A file that is written, cut, replaced or thrown away while it plays."""
    film = wholes.long.read_bytes()
    half = len(film) // 2

    def shrink(path: Path) -> None:
        os.truncate(path, half)

    def grow(path: Path) -> None:
        with path.open("ab") as file:
            file.write(film[half:])

    def copy(path: Path) -> None:
        shutil.copy(wholes.long, path)

    yield Wreck("change-shrinks.mkv", copy, broken_off=True, meanwhile=shrink)
    yield Wreck("change-to-nothing.mkv", copy, broken_off=True,
                meanwhile=lambda path: os.truncate(path, 0))  # fmt: skip
    yield Wreck("change-grows.mkv", lambda path: path.write_bytes(film[:half]), meanwhile=grow)
    yield Wreck("change-is-deleted.mkv", copy, meanwhile=lambda path: path.unlink())
    yield Wreck("change-is-overwritten.mkv", copy, broken_off=True,
                meanwhile=lambda path: path.write_bytes(bytes(len(film))))  # fmt: skip
