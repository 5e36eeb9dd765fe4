"""How a camera was held: telephones film lying and mirrored, and say so beside the picture."""

import struct

from av import VideoFrame
from av.buffer import Buffer

_MATRIX = struct.Struct("=9i")


def upright(shape: tuple[int, int], image: VideoFrame) -> tuple[int, int]:
    """The shape of pictures like this one when they are turned as they should be seen."""
    return shape if round(image.rotation) % 180 == 0 else (shape[1], shape[0])


def mirrored(image: VideoFrame) -> bool:
    """
    Whether a clip was filmed in a mirror; `image.rotation` is then of a picture upside down.

    Asked of one frame of a clip alone: a frame that was asked holds itself in memory.
    """
    try:
        said = image.side_data.get("DISPLAYMATRIX")
    except ValueError:  # beside it lies something this PyAV has no name for
        return False
    if not isinstance(said, Buffer):
        return False
    right, down, _, across, below, *_ = _MATRIX.unpack(bytes(said))
    return bool(right * below - down * across < 0)
