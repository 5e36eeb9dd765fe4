"""
Clips whose every pixel is known: four quarters of stated numbers, and a sphere of meridians.

`tests.clips` tells which frame is shown; these tell whether it is shown right.
"""

import math
import struct
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

RED, GREEN, BLUE, GREY = (90, 110, 200), (140, 70, 60), (60, 200, 110), (128, 128, 128)
"""Brightness and two colour differences, in eight bits of limited range."""
QUARTERS = (RED, GREEN, BLUE, GREY)
"""Left top, right top, left bottom, right bottom."""


@dataclass(frozen=True, kw_only=True)
class Paint:
    """What a clip's numbers are, and what its file says they mean; 2 is nothing."""

    size: tuple[int, int] = (320, 180)
    pixels: str = "yuv420p"
    rate: Fraction = Fraction(25)
    frames: int = 5
    codec: str = "libx264"
    quarters: tuple = QUARTERS
    matrix: int = 2
    scope: int = 0
    """0: the file says nothing; 1: limited; 2: full."""
    transfer: int = 2
    primaries: int = 2
    aspect: Fraction | None = None
    """How much wider than high a pixel is."""


def painted(path: Path, paint: Paint) -> Path:
    """Write such a clip, without loss."""
    with av.open(str(path), "w") as out:
        picture = out.add_stream(paint.codec, rate=paint.rate)
        picture.width, picture.height = paint.size
        picture.pix_fmt = paint.pixels
        picture.options = _lossless(paint.codec)
        context = picture.codec_context
        context.colorspace, context.color_range = paint.matrix, paint.scope
        context.color_trc, context.color_primaries = paint.transfer, paint.primaries
        if paint.aspect is not None:
            context.sample_aspect_ratio = paint.aspect
        for index in range(paint.frames):
            frame = drawn(paint)
            frame.pts, frame.time_base = index, 1 / paint.rate
            out.mux(picture.encode(frame))
        out.mux(picture.encode(None))
    return path


def drawn(paint: Paint) -> av.VideoFrame:
    """The clip's one picture."""
    frame = av.VideoFrame(*paint.size, paint.pixels)
    deep = "10" in paint.pixels
    for plane, numbers in zip(frame.planes, zip(*paint.quarters, strict=True), strict=True):
        kind = np.uint16 if deep else np.uint8
        rows = np.zeros((plane.height, plane.line_size // kind().itemsize), kind)
        # Rounded down to whole blocks of colour: an odd picture's middle belongs to one side.
        down, right = plane.height // 2, plane.width // 2
        parts = (np.s_[:down, :right], np.s_[:down, right:], np.s_[down:, :right],
                 np.s_[down:, right:])  # fmt: skip
        for part, number in zip(parts, numbers, strict=True):
            rows[part] = number * (4 if deep else 1)
        plane.update(rows.tobytes())
    return frame


def turned(path: Path, degrees: int, *, mirrored: bool = False) -> Path:
    """Has the file say that its picture is to be turned, clockwise, as a telephone's does."""
    whole = bytearray(path.read_bytes())
    matrix = whole.index(b"tkhd") + 4 + 40
    cos, sin = (round(part * 65536) for part in (
        math.cos(math.radians(degrees)), math.sin(math.radians(degrees))))  # fmt: skip
    side = -1 if mirrored else 1
    whole[matrix : matrix + 36] = struct.pack(
        ">9i", side * cos, side * sin, 0, -sin, cos, 0, 0, 0, 1 << 30
    )
    path.write_bytes(whole)
    return path


def photograph(path: Path, stands: int) -> Path:
    """A telephone's photograph, and how it was held: 1 lying, 6 upright."""
    paint = Paint(pixels="yuvj420p", scope=2, matrix=5)
    writer = av.CodecContext.create("mjpeg", "w")
    writer.width, writer.height = paint.size
    writer.pix_fmt, writer.time_base, writer.color_range = paint.pixels, Fraction(1, 25), 2
    writer.options = {"qmin": "1", "qmax": "1"}
    frame = drawn(paint)
    frame.pts, frame.time_base = 0, Fraction(1, 25)
    written = b"".join(bytes(packet) for packet in [*writer.encode(frame), *writer.encode(None)])
    held = struct.pack("<IHHHIHHI", 8, 1, 0x112, 3, 1, stands, 0, 0)
    head = b"Exif\0\0II*\0" + held
    head = b"\xff\xe1" + struct.pack(">H", len(head) + 2) + head
    path.write_bytes(written[:2] + head + written[2:])
    return path


def meant(numbers: tuple, matrix: int, *, full: bool = False) -> tuple[int, int, int]:
    """The red, green and blue that a standard says these eight-bit numbers mean."""
    red, blue = {1: (0.2126, 0.0722), 5: (0.299, 0.114), 9: (0.2627, 0.0593)}[matrix]
    foot, high, wide = (0, 255, 255) if full else (16, 219, 224)
    light = (numbers[0] - foot) / high
    to_blue, to_red = ((number - 128) / wide for number in numbers[1:])
    r, b = light + 2 * (1 - red) * to_red, light + 2 * (1 - blue) * to_blue
    g = (light - red * r - blue * b) / (1 - red - blue)
    return tuple(round(255 * min(1.0, max(0.0, part))) for part in (r, g, b))


# The sphere ----------------------------------------------------------------------------------

MERIDIAN, PARALLEL = 30, 30
"""Degrees between two lines."""


def sphere(width: int = 1024) -> np.ndarray:
    """Red, green and blue of a sphere: every place has its own colour, lines are white."""
    height = width // 2
    right = (np.arange(width) + 0.5) / width * 360 - 180
    up = 90 - (np.arange(height) + 0.5) / height * 180
    turn, high = np.radians(np.meshgrid(right, up))
    ways = np.stack([np.cos(high) * np.sin(turn), np.sin(high), np.cos(high) * np.cos(turn)], -1)
    picture = np.round(127.5 + 90 * ways)
    for away, each in ((right[None, :], MERIDIAN), (up[:, None], PARALLEL)):
        near = np.abs((away + each / 2) % each - each / 2) < 180 / height
        picture = np.where(np.broadcast_to(near, (height, width))[..., None], 250, picture)
    return picture.astype(np.uint8)


def around(path: Path, *, width: int = 1024, seconds: float = 1.0, rate: int = 25) -> Path:
    """A film of that sphere; a black spot walks round its middle, once in eight seconds."""
    still = sphere(width)
    with av.open(str(path), "w") as out:
        picture = out.add_stream("libx264", rate=rate)
        picture.width, picture.height, picture.pix_fmt = width, width // 2, "yuv420p"
        picture.options = {"preset": "ultrafast", "crf": "12", "g": str(rate)}
        picture.codec_context.colorspace = 1
        for index in range(round(seconds * rate)):
            shown = still.copy()
            at = round((0.5 + index / rate / 8) * width) % width
            shown[width // 4 - 12 : width // 4 + 12, max(0, at - 12) : at + 12] = 0
            frame = av.VideoFrame.from_ndarray(shown, format="rgb24")
            frame = frame.reformat(format="yuv420p", dst_colorspace="ITU709")
            frame.pts, frame.time_base = index, Fraction(1, rate)
            out.mux(picture.encode(frame))
        out.mux(picture.encode(None))
    return path


def _lossless(codec: str) -> dict[str, str]:
    if codec == "libx264":
        return {"qp": "0", "preset": "ultrafast"}
    return {"lossless": "1", "cpu-used": "8", "deadline": "realtime"}
