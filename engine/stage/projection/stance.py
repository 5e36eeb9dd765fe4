"""How a camera was held: telephones film lying and mirrored, and say so beside the picture."""

import struct
from fractions import Fraction
from itertools import pairwise
from typing import Final

from av import VideoFrame
from av.buffer import Buffer
from av.filter import Graph
from av.sidedata.sidedata import Type

_MATRIX: Final = struct.Struct("=9i")
_UNNAMED: Final = 8
"""Kinds of things beside a picture that an FFmpeg may know and its PyAV not yet."""


def upright(shape: tuple[int, int], image: VideoFrame) -> tuple[int, int]:
    """The shape of pictures like this one when they are turned as they should be seen."""
    return shape if round(image.rotation) % 180 == 0 else (shape[1], shape[0])


def mirrored(image: VideoFrame) -> bool:
    """Whether it was filmed in a mirror; `image.rotation` is then of a picture upside down."""
    said = _stamp(image).side_data.get("DISPLAYMATRIX")
    if not isinstance(said, Buffer):
        return False
    right, down, _, across, below, *_ = _MATRIX.unpack(bytes(said))
    return bool(right * below - down * across < 0)


def _stamp(image: VideoFrame) -> VideoFrame:
    """
    The same picture in the size of a stamp, beside which lies only what PyAV has names for.

    A frame that is asked what lies beside it holds itself in memory: a stamp may do so, and a
    picture of 4K must not.
    """
    graph = Graph()
    base = image.time_base or Fraction(1, 25)
    ends = [graph.add_buffer(width=image.width, height=image.height, format=image.format,
                             time_base=base)]  # fmt: skip
    unnamed = range(len(Type), len(Type) + _UNNAMED)
    ends += [graph.add("sidedata", f"mode=delete:type={kind}") for kind in unnamed]
    ends += [graph.add("scale", "16:16:flags=neighbor"), graph.add("buffersink")]
    for one, then in pairwise(ends):
        one.link_to(then)
    graph.configure()
    graph.push(image)
    found = graph.pull()
    return found if isinstance(found, VideoFrame) else image
