"""One thread at one device, from its opening to letting go of it."""

import logging
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

from engine.messages.facts import Loss
from engine.opencv import opencv
from engine.senses.camera.camera import Trouble
from engine.senses.camera.freshness import Freshness
from engine.senses.camera.pictures import FRAME, Picture
from engine.story.units import Seconds
from engine.wires import Latest, Worker

log = logging.getLogger(__name__)

BREATH: Final = 0.001
"""Between two reads: a camera's read waits by itself for the next picture."""
LETTING_GO: Final = 0.3
"""Seconds that whoever closes a camera waits for its driver; the film stands still meanwhile."""


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


Opening = Callable[[int, int], Handle]


class Capture:
    """
    A device and the thread that alone touches it: opens it, keeps its newest picture, never gives
    up. A call into its driver cannot be cut short, so it tells for how long one has lasted.
    """

    def __init__(
        self,
        index: int,
        opening: Opening,
        pauses: Sequence[float],
        clock: Callable[[], float],
        attempt: int,
    ) -> None:
        self._index = index
        self._opening = opening
        self._pauses = tuple(pauses)
        self._clock = clock
        self.newest: Latest[Picture] = Latest()
        self._closing = threading.Event()
        self._handle: Handle | None = None  # this and the next two: the capture thread's own
        self._retry_at = clock()
        self._fresh = Freshness(Seconds(clock()))
        self.attempt = attempt
        """How often in a row it could not be seen through."""
        self.is_open = False
        """This and the next two are written by the capture thread only and are read whole."""
        self.trouble: Trouble | None = None
        self._called: float | None = None  # when the call into the driver began that still lasts
        if sys.platform == "darwin":
            self._try_opening()  # macOS asks its permission question on the main thread only
        self._worker = Worker(f"camera {index}", self._step, every=BREATH, died=self._died)
        self._worker.start()

    @property
    def silent_for(self) -> tuple[float, bool]:
        """For how many seconds the driver has not answered, and whether it is being opened."""
        called = self._called
        return (0.0 if called is None else self._clock() - called), not self.is_open

    def leave(self) -> None:
        """Have the thread let go of the device and end, whenever its driver answers."""
        self._closing.set()
        self._worker.stopping.set()
        self.newest.take()

    def close(self) -> bool:
        """Let go of the device; false if its driver has not answered yet."""
        self.leave()
        if not self._worker.stop(LETTING_GO):
            log.warning("camera %d hangs in its driver", self._index)
            return False
        self._release()
        self.newest.take()
        self.trouble = None
        return True

    @property
    def ended(self) -> bool:
        """Whether its thread has let go and ended."""
        return self._worker.ended

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
        self._called = self._clock()
        try:
            handle = self._opening(self._index, self.attempt)
        except (OSError, RuntimeError, opencv().error) as problem:
            self._give_up(f"Camera {self._index} cannot be opened ({problem}).", Loss.REFUSED)
            return
        finally:
            self._called = None
        if not handle.isOpened():
            handle.release()
            says = f"There is no camera {self._index}, or another program holds it."
            self._give_up(says, Loss.REFUSED)
            return
        self._handle = handle
        self._fresh = Freshness(Seconds(self._clock()))
        self.is_open = not self._closing.is_set()

    def _read(self, handle: Handle) -> None:
        self._called = self._clock()
        try:
            came, picture = handle.read()
        except (OSError, RuntimeError, opencv().error):
            came, picture = False, None
        finally:
            self._called = None
        if self._closing.is_set():
            return
        now = Seconds(self._clock())
        if came and picture is not None:
            self._fresh.saw(picture, now)
            self.newest.put(picture)
        if self._fresh.stalled(now):
            says = f"Camera {self._index} shows the same picture again and again."
            self._give_up(says, Loss.FROZEN)
        elif self._fresh.lost(now):
            self._give_up(f"Camera {self._index} gives no pictures; is it plugged in?", Loss.GONE)
        elif came:
            self.attempt = 0
            self.trouble = None
        else:
            self._closing.wait(0.05)  # a dead driver answers at once: do not spin on it

    def _give_up(self, says: str, loss: Loss) -> None:
        """Shut the device and say when to try again."""
        self._release()
        self.trouble = Trouble(says, loss)
        self._retry_at = self._clock() + self._pauses[min(self.attempt, len(self._pauses) - 1)]
        self.attempt += 1

    def _release(self) -> None:
        handle, self._handle = self._handle, None
        self.is_open = False
        if handle is not None:
            handle.release()

    def _died(self, name: str, problem: Exception) -> None:
        self._release()
        self.trouble = Trouble(f"The thread of {name} died: {problem}.")
