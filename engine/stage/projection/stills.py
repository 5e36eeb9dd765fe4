"""Reels without film: stills, slates, and stand-ins for clips that are not there yet."""

import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import av.error
from av import VideoFrame

from engine.messages.shots import Shot
from engine.stage.projection.probe_open import UnplayableError, open_guarded
from engine.stage.projection.reel import Frame
from engine.stage.projection.sound_click import Bar
from engine.stage.projection.sphere import ready_to_bend
from engine.stage.projection.stance import mirrored, upright
from engine.story.clips import ClipFault
from engine.wires import Worker

_LONG: Final = 10.0
"""Seconds after which reading one picture counts as a stall."""


class PaintedReel:
    """A slate or a stand-in: words painted by the screens, for `length` samples."""

    def __init__(self, shot: Shot, length: int, bar: bytes = b"") -> None:
        self.sound = Bar(bar)
        self.shape: tuple[int, int] | None = None
        self.length = length
        self.ready = self.parked = True
        self.fault: ClipFault | None = None
        self.lacks: str | None = None
        self.weight = self.errors = 0
        self._frames = [Frame(0, shot)]

    def start(self) -> None:
        """Nothing needs to be opened."""

    def roll(self) -> None:
        """Nothing needs to be decoded."""

    def due(self, position: int) -> Sequence[Frame]:
        """Its one picture, once."""
        due, self._frames = (self._frames, []) if position >= 0 else ([], self._frames)
        return due

    def next_at(self) -> int | None:
        """Its one picture is due at once."""
        return 0 if self._frames else None

    def coming(self) -> Frame | None:
        """Its one picture, until it is given out."""
        return self._frames[0] if self._frames else None

    def stalled(self) -> bool:
        """Never."""
        return False

    def close(self) -> None:
        """There is nothing to let go of."""

    def ended(self, patience: float = 0.0) -> bool:  # noqa: ARG002 -- there is no thread
        """It has no thread."""
        return True


class StillReel:
    """A picture from a file, shown in silence for `length` samples; a thread reads it."""

    def __init__(self, path: Path, length: int, *, around: bool = False) -> None:
        """`around`: it was shot all around."""
        self._path, self._around = path, around
        self.sound = Bar()
        self.shape: tuple[int, int] | None = None
        self.length = length
        self.ready = self.parked = False
        self.fault: ClipFault | None = None
        self.lacks: str | None = None
        self.weight = self.errors = 0
        self._frame: Frame | None = None
        self._began: float | None = None
        self._closed = threading.Event()
        self._worker = Worker(f"still {path.name}", self._read, every=0.0, died=self._died)

    def start(self) -> None:
        """Read the picture, on a thread of its own."""
        self._began = time.perf_counter()
        self._worker.start()

    def roll(self) -> None:
        """It has only one picture."""

    def due(self, position: int) -> Sequence[Frame]:
        """Its one picture, once."""
        if self._frame is None or position < 0:
            return ()
        frame, self._frame = self._frame, None
        return (frame,)

    def next_at(self) -> int | None:
        """Its one picture is due at once."""
        return None if self._frame is None else 0

    def coming(self) -> Frame | None:
        """Its one picture, until it is given out."""
        return self._frame

    def stalled(self) -> bool:
        """Whether the picture takes too long to read."""
        if self._began is None or self.parked or self.fault is not None:
            return False
        return time.perf_counter() - self._began > _LONG

    def close(self) -> None:
        """Let go of the picture. Does not wait."""
        self._frame = None
        self._closed.set()
        self.ended()

    def ended(self, patience: float = 0.0) -> bool:
        """Whether the thread is gone, waiting for that so long."""
        return self._worker.stop(patience)

    def _read(self) -> None:
        """The thread's whole life. Worker would call it again: then there is nothing to do."""
        if self._closed.is_set():
            return
        try:
            if self._around:
                ready_to_bend(self._path)
            image = read_picture(self._path)
        except UnplayableError as problem:
            self.fault = problem.fault
        else:
            self.shape = upright((image.width, image.height), image)
            self.weight = sum(plane.buffer_size for plane in image.planes)
            self._frame = Frame(0, image, mirrored(image))
            self.ready = self.parked = True
        self._closed.wait()

    def _died(self, _name: str, problem: Exception) -> None:
        says = f"{self._path.name} could not be read as a picture ({problem}). Export it again."
        self.fault = ClipFault(missing=False, says=says)


def read_picture(path: Path) -> VideoFrame:
    """The first picture in a file. Raises UnplayableError with one sentence for people."""
    opened = open_guarded(path)
    with opened.container:
        try:
            for image in opened.container.decode(opened.video):
                return image
        except av.error.FFmpegError:
            pass  # told below, as a file without any picture is
    says = f"{path.name} is a damaged picture. Export it again."
    raise UnplayableError(ClipFault(missing=False, says=says))
