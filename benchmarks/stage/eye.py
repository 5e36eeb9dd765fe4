"""The eye: an X server of our own, whose screen is watched from outside the players."""

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.stage.screen import SIZE
from tests.clips import read_code

Look = NDArray[np.uint8]

_GLANCE = 0.0008
_MOST_DISPLAYS = 40


class MissingError(Exception):
    """Something the benchmark needs is not on this machine; one sentence says what."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture of a clip came on the screen."""

    at: float
    clip: int
    frame: int


class Eye:
    """Reads the bar code straight from the server's frame buffer."""

    def __init__(self, display: str, buffer: mmap.mmap) -> None:
        self.display = display
        self._buffer = buffer
        head = struct.unpack(">25I", buffer[:100])
        start, row, width, height = head[0] + head[19] * 12, head[12], head[4], head[5]
        self._start, self._row, self._height = start, row, height
        self._begin = start + (height // 12) * row
        self._end = self._begin + width * 4

    def glance(self) -> tuple[int, int] | None:
        """Clip and frame on the screen now; none: no whole bar code."""
        row = np.frombuffer(self._buffer[self._begin : self._end], np.uint8)[1::4]
        return read_code(row[None, :])

    def look(self, rows: slice) -> Look:
        """A copy of these rows of the screen: blue, green and red of every second pixel."""
        first, last, _ = rows.indices(self._height)
        piece = self._buffer[self._start + first * self._row : self._start + last * self._row]
        seen = np.frombuffer(piece, np.uint8).reshape(last - first, -1, 4)
        return seen[::2, ::2, :3]

    def watch(self, player: "subprocess.Popen[bytes]", limit: float) -> list[Seen]:
        """Every change on the screen until the player ends by itself."""
        seen: list[Seen] = []
        pause, end = threading.Event(), time.monotonic() + limit
        while player.poll() is None:
            if time.monotonic() > end:
                player.kill()
                player.wait()
                raise MissingError(f"A player did not end within {limit:.0f} s.")
            at, code = time.perf_counter(), self.glance()
            if code is not None and code != _last(seen) and code == self.glance():
                seen.append(Seen(at, *code))
            pause.wait(_GLANCE)
        return seen


@contextmanager
def opened_eye() -> Iterator[Eye]:
    """An X server without a screen, for as long as it is looked at."""
    server = shutil.which("Xvfb")
    if server is None:
        raise MissingError("Xvfb is not here, and nothing else can be watched: apt install xvfb.")
    with tempfile.TemporaryDirectory() as folder:
        display = _free_display()
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        asked = [server, display, "-screen", "0", size, "-fbdir", folder, "-nolisten", "tcp"]
        running = subprocess.Popen(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            with _mapped(Path(folder) / "Xvfb_screen0") as buffer:
                yield Eye(display, buffer)
        finally:
            running.terminate()
            running.wait(10)


@contextmanager
def _mapped(screen: Path) -> Iterator[mmap.mmap]:
    pause = threading.Event()
    for _ in range(200):
        if screen.exists() and screen.stat().st_size > SIZE[0] * SIZE[1] * 4:
            break
        pause.wait(0.05)
    else:
        raise MissingError("Xvfb did not start; try `Xvfb :99` by hand to see why.")
    pause.wait(0.5)  # it still has to open its socket
    with screen.open("rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as buffer:
        yield buffer


def _free_display() -> str:
    first = 100 + os.getpid() % 400
    for number in range(first, first + _MOST_DISPLAYS):
        if not Path(f"/tmp/.X11-unix/X{number}").exists():  # noqa: S108 -- X's own place
            return f":{number}"
    raise MissingError("No free X display was found.")


def _last(seen: list[Seen]) -> tuple[int, int] | None:
    return (seen[-1].clip, seen[-1].frame) if seen else None
