"""A real camera: a thread that keeps only the newest picture and never gives up."""

import logging
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from engine.opencv import opencv
from engine.senses.camera.camera import Camera, NoCamera, Recording, Stills, wanted
from engine.senses.camera.freshness import Freshness
from engine.senses.camera.pictures import FRAME, Picture
from engine.story.units import Seconds
from engine.wires import Latest, Worker

log = logging.getLogger(__name__)

PAUSES = (1.0, 2.0, 4.0, 8.0, 10.0)
"""Seconds to wait before each new try at opening; the last one for every later try."""
BREATH = 0.001
"""Between two reads: a camera's read waits by itself for the next picture."""


class Handle(Protocol):
    """What is needed of an opened device; OpenCV's `VideoCapture` is one."""

    def isOpened(self) -> bool: ...  # noqa: D102, N802 -- OpenCV's own words
    def read(self) -> tuple[bool, Picture | None]: ...  # noqa: D102
    def release(self) -> None: ...  # noqa: D102


def backends(platform: str) -> tuple[str, ...]:
    """OpenCV's names of the ways to a camera on a platform, tried in turn."""
    if platform == "win32":
        return ("CAP_DSHOW", "CAP_MSMF")
    return ("CAP_AVFOUNDATION",) if platform == "darwin" else ("CAP_V4L2",)


def open_device(index: int, attempt: int = 0) -> Handle:
    """Open a camera by its number, by the way whose turn it is, with the shortest queue."""
    cv2 = opencv()
    names = backends(sys.platform)
    handle: Any = cv2.VideoCapture(index, getattr(cv2, names[attempt % len(names)]))
    if handle.isOpened():
        handle.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))  # else 10 fps by DSHOW
        handle.set(cv2.CAP_PROP_FRAME_WIDTH, FRAME[0])
        handle.set(cv2.CAP_PROP_FRAME_HEIGHT, FRAME[1])
        handle.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    opened: Handle = handle
    return opened


class Device:
    """
    A camera read by a thread of its own, which alone touches it.

    Opened when made; `close` is the only end. Unplugged, frozen or busy cameras are tried
    again after 1, 2, 4 .. 10 s for as long as the viewing lasts.
    """

    def __init__(
        self,
        index: int,
        *,
        opening: Callable[[int, int], Handle] = open_device,
        pauses: Sequence[float] = PAUSES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._index = index
        self._opening = opening
        self._pauses = tuple(pauses)
        self._clock = clock
        self._newest: Latest[Picture] = Latest()
        self._closing = threading.Event()
        self._attempt = 0  # this and the next three: the capture thread's own
        self._handle: Handle | None = None
        self._retry_at = clock()
        self._fresh = Freshness(Seconds(clock()))
        self.is_open = False
        """Written by the capture thread only; a truth is read whole."""
        self.trouble: str | None = None
        if sys.platform == "darwin":
            self._try_opening()  # macOS asks its permission question on the main thread only
        self._worker = Worker(f"camera {index}", self._step, every=BREATH, died=self._died)
        self._worker.start()

    def grab(self, now: Seconds) -> Picture | None:  # noqa: ARG002 -- as every camera
        """The newest picture, once."""
        return None if self._closing.is_set() else self._newest.take()

    def close(self) -> None:
        """Shut the device; one that hangs in its driver is shut when the driver lets go."""
        if self._closing.is_set():
            return
        self._closing.set()
        if not self._worker.stop():
            log.warning("camera %d hangs in its driver", self._index)
            return
        self._release()
        self._newest.take()
        self.trouble = None

    def _step(self) -> None:
        """One turn of the capture thread: read a picture, or wait for the next try."""
        if self._handle is None:
            self._wait_and_open()
        else:
            self._read(self._handle)
        if self._closing.is_set():
            self._release()

    def _wait_and_open(self) -> None:
        if self._clock() >= self._retry_at:
            self._try_opening()
        else:
            self._closing.wait(0.02)

    def _try_opening(self) -> None:
        try:
            handle = self._opening(self._index, self._attempt)
        except (OSError, RuntimeError, opencv().error) as problem:
            self._give_up(f"Camera {self._index} cannot be opened ({problem}).")
            return
        if not handle.isOpened():
            handle.release()
            self._give_up(f"There is no camera {self._index}, or another program holds it.")
            return
        self._handle = handle
        self._fresh = Freshness(Seconds(self._clock()))
        self.is_open = True

    def _read(self, handle: Handle) -> None:
        try:
            came, picture = handle.read()
        except (OSError, RuntimeError, opencv().error):
            came, picture = False, None
        now = Seconds(self._clock())
        if came and picture is not None:
            self._fresh.saw(picture, now)
            self._newest.put(picture)
        if self._fresh.stalled(now):
            self._give_up(f"Camera {self._index} shows the same picture again and again.")
        elif self._fresh.lost(now):
            self._give_up(f"Camera {self._index} gives no pictures; is it plugged in?")
        elif came:
            self._attempt = 0
            self.trouble = None
        else:
            self._closing.wait(0.05)  # a dead driver answers at once: do not spin on it

    def _give_up(self, trouble: str) -> None:
        """Shut the device and say when to try again."""
        self._release()
        self.trouble = trouble
        self._retry_at = self._clock() + self._pauses[min(self._attempt, len(self._pauses) - 1)]
        self._attempt += 1

    def _release(self) -> None:
        handle, self._handle = self._handle, None
        self.is_open = False
        if handle is not None:
            handle.release()

    def _died(self, name: str, problem: Exception) -> None:
        self._release()
        self.trouble = f"The thread of {name} died: {problem}."


def open_camera(spec: str) -> Camera:
    """The camera that `FILE|INDEX|none` asks for. Never raises: trouble is told by the camera."""
    asked = wanted(spec)
    if asked.index is not None:
        return Device(asked.index)
    if asked.recording is not None:
        return Recording(asked.recording)
    if asked.stills is not None:
        return Stills(asked.stills)
    return NoCamera(asked.trouble)
