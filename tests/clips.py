"""
Small clips made on the spot: films that carry their own frame numbers, and every kind of wreck.

Each picture shows a bar code of the clip's number and the frame's; each sample of counted sound
holds the clip's number and its own. Whatever is shown or heard can so be traced to its place.
"""

import functools
import math
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

RATE = 48_000
CELLS = 24
"""White, black, 8 of the clip's number, 12 of the frame's, parity, white."""
COUNT_TO = 30_000


@dataclass(frozen=True)
class Make:
    """What a clip should be like."""

    number: int = 1
    seconds: float = 2.0
    rate: int = 30
    size: tuple[int, int] = (320, 180)
    sound: str | None = "counted"
    """`counted` (lossless), `tone` (AAC, with a click at its beginning), or none."""
    tone: float = 443.7
    keyframes: int = 30
    variable: bool = False
    pixels: str = "yuv420p"
    faststart: bool = False
    busy: bool = False
    """Moving grain in the picture, so that it is as hard to decode as a film."""
    after: float = 0.1
    """How much longer the sound is than the picture: the cut is then the player's."""


def film(path: Path, make: Make) -> Path:
    """Write such a clip; the container goes by the name (mov, mkv, mp4, webm)."""
    options = {"movflags": "faststart"} if make.faststart else {}
    with av.open(str(path), "w", options=options) as out:
        picture = out.add_stream("libx264", rate=make.rate)
        picture.width, picture.height = make.size
        picture.pix_fmt = make.pixels
        picture.options = {"preset": "ultrafast", "g": str(make.keyframes), "crf": "20"}
        picture.time_base = Fraction(1, 30_000)
        picture.codec_context.time_base = Fraction(1, 30_000)
        voice = None
        if make.sound is not None:
            codec = "aac" if make.sound == "tone" else "pcm_s16le"
            voice = out.add_stream(codec, rate=RATE, layout="stereo")
        sounds = _sounds(make)
        for index, pts in enumerate(_times(make)):
            frame = av.VideoFrame.from_ndarray(_drawn(make, index), format="gray")
            frame = frame.reformat(format=make.pixels)
            frame.pts, frame.time_base = pts, Fraction(1, 30_000)
            out.mux(picture.encode(frame))
            if voice is not None and index % 5 == 0:
                _mux_some(out, voice, sounds, 5 / make.rate)
        if voice is not None:
            for piece in sounds:
                out.mux(voice.encode(piece))
            out.mux(voice.encode(None))
        out.mux(picture.encode(None))
    return path


def read_code(grey: np.ndarray) -> tuple[int, int] | None:
    """Clip and frame number of a picture (rows of brightness); none: no whole bar code."""
    height, width = grey.shape[:2]
    row = grey[height // 12]
    cells = [int(row[int((cell + 0.5) * width / CELLS)] > 127) for cell in range(CELLS)]
    if cells[0] != 1 or cells[1] != 0 or cells[-1] != 1 or sum(cells[2:23]) % 2:
        return None
    bits = "".join(map(str, cells))
    return int(bits[2:10], 2), int(bits[10:22], 2)


def counted(samples: bytes) -> list[tuple[int, int]]:
    """Clip and place of every sample of counted sound; (0, -1) for a silent one."""
    both = np.frombuffer(samples, "<i2").reshape(-1, 2).astype(int)
    place = both[:, 0] - 1 + (both[:, 1] % 100) * COUNT_TO
    return [
        (int(right // 100), int(at)) if right else (0, -1)
        for right, at in zip(both[:, 1], place, strict=True)
    ]


def _times(make: Make) -> list[int]:
    step = 30_000 // make.rate
    steady = [index * step for index in range(round(make.seconds * make.rate))]
    if not make.variable:
        return steady
    return [at for index, at in enumerate(steady) if index % 7 not in {3, 4}]


def _drawn(make: Make, index: int) -> np.ndarray:
    width, height = make.size
    code = f"10{make.number:08b}{index:012b}"
    code += f"{code[2:].count('1') % 2}1"
    at = (np.arange(width) * CELLS / width).astype(int)
    row = np.array([255 if code[cell] == "1" else 0 for cell in at], np.uint8)
    picture = np.full((height, width), 40 + make.number % 150, np.uint8)
    if make.busy:
        grain = _grain(make.number, width, height)
        dust = np.roll(grain, (131 * index, 577 * index), (0, 1)) // 12
        picture[:] = np.roll(grain, (3 * index, 7 * index), (0, 1)) + dust
    picture[: height // 6] = row
    return picture


@functools.cache
def _grain(number: int, width: int, height: int) -> np.ndarray:
    chance = np.random.default_rng(number)
    coarse = chance.integers(0, 160, (height // 4 + 1, width // 4 + 1), np.uint8)
    return np.kron(coarse, np.ones((4, 4), np.uint8))[:height, :width]


def _sounds(make: Make) -> Iterator[av.AudioFrame]:
    total = round((make.seconds + make.after) * RATE)
    index = np.arange(total)
    if make.sound == "counted":
        left = index % COUNT_TO + 1
        right = make.number * 100 + index // COUNT_TO
    else:
        left = 9000 * np.sin(2 * np.pi * make.tone * index / RATE)
        left[:96] = 24_000 * np.where(index[:96] // 12 % 2, 1, -1)
        right = left
    both = np.stack([left, right], axis=1).astype("<i2")
    for at in range(0, total, 1024):
        piece = np.ascontiguousarray(both[at : at + 1024].reshape(1, -1))
        if make.sound == "counted":
            frame = av.AudioFrame.from_ndarray(piece, format="s16", layout="stereo")
        else:
            planes = np.ascontiguousarray(both[at : at + 1024].T.astype("f4") / 32768)
            frame = av.AudioFrame.from_ndarray(planes, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = RATE, at, Fraction(1, RATE)
        yield frame


def _mux_some(out, voice, sounds: Iterator[av.AudioFrame], seconds: float) -> None:
    for _ in range(math.ceil(seconds * RATE / 1024)):
        piece = next(sounds, None)
        if piece is None:
            return
        out.mux(voice.encode(piece))


# Wrecks ------------------------------------------------------------------------------------


def truncated(path: Path) -> Path:
    """A film whose download broke off: the index is whole, the pictures end half-way."""
    whole = film(path, Make(seconds=4.0, sound="tone", faststart=True, busy=True)).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def moov_missing(path: Path) -> Path:
    """A recording that was never closed."""
    whole = film(path, Make(seconds=2.0, sound="tone", busy=True)).read_bytes()
    path.write_bytes(whole[: whole.rindex(b"moov") - 4])
    return path


def bitten(path: Path) -> Path:
    """A film with holes bitten into its pictures."""
    whole = bytearray(
        film(path, Make(seconds=4.0, sound="tone", faststart=True, busy=True)).read_bytes()
    )
    begin = whole.index(b"mdat") + 40_000
    for hole in range(begin, len(whole) - 10_000, len(whole) // 8):
        whole[hole : hole + 600] = bytes(range(200)) * 3
    path.write_bytes(whole)
    return path


def garbage(path: Path, head: bytes = b"") -> Path:
    """Bytes without meaning, behind what may look like a film's beginning."""
    path.write_bytes(head + np.random.default_rng(7).bytes(40_000))
    return path


def empty(path: Path) -> Path:
    """Nothing at all."""
    path.write_bytes(b"")
    return path


def upright(path: Path) -> Path:
    """Filmed with a telephone held upright: the picture lies, and the file says so."""
    whole = bytearray(film(path, Make(seconds=0.5, sound=None)).read_bytes())
    matrix = whole.index(b"tkhd") + 4 + 40
    whole[matrix : matrix + 36] = struct.pack(
        ">9i", 0, 65536, 0, -65536, 0, 0, 180 << 16, 0, 1 << 30
    )
    path.write_bytes(whole)
    return path


def only_sound(path: Path) -> Path:
    """A film somebody forgot the pictures of."""
    with av.open(str(path), "w") as out:
        voice = out.add_stream("aac", rate=RATE, layout="stereo")
        for piece in _sounds(Make(seconds=0.5, sound="tone")):
            out.mux(voice.encode(piece))
        out.mux(voice.encode(None))
    return path


def picture_bomb(path: Path, side: int = 60_000) -> Path:
    """A few bytes that claim to be a gigantic picture."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1000))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
    )
    return path


def still(path: Path, size: tuple[int, int] = (320, 180)) -> Path:
    """An ordinary picture."""
    width, height = size
    rows = b"".join(b"\0" + bytes((200, 120, 40)) * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )
    return path


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
