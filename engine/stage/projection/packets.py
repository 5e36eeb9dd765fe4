"""The packets of a file, undecoded, past whatever of it cannot be read."""

from collections.abc import Iterator
from typing import Any, Final

import av.error
from av import Packet
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.video.stream import VideoStream

MOST_BAD_READS: Final = 32
"""After so many reads that fail a file is taken to be at its end."""


def packets_of(
    container: InputContainer, stream: AudioStream | VideoStream
) -> "Iterator[Packet[Any]]":
    """The packets of one stream in the file's order; behind a bad read it goes on."""
    bad, packets = 0, container.demux(stream)
    while bad < MOST_BAD_READS:
        try:
            packet = next(packets)
        except StopIteration:
            return
        except av.error.FFmpegError:
            bad += 1
            packets = container.demux(stream)
            continue
        yield packet
