"""A real camera: seen through by a thread of its own, and by another if that one hangs."""

import threading
import time
from collections.abc import Callable, Sequence
from typing import Final

from engine.senses.camera.camera import (
    Camera,
    NoCamera,
    Recording,
    Stills,
    Trouble,
    wanted,
)
from engine.senses.camera.capture import Capture, Opening, open_device
from engine.senses.camera.pictures import Picture
from engine.story.units import Seconds

PAUSES: Final = (1.0, 2.0, 4.0, 8.0, 10.0)
"""Seconds to wait before each new try at opening; the last one for every later try."""
SILENT: Final = 1.0
"""A read that lasts longer is a trouble: a living camera answers many times a second."""
HANGS: Final = 3.0
"""A read that lasts longer will not come back soon: another thread tries to open the device."""
OPENS: Final = 25.0
"""So long may an opening take: some Windows drivers need 20 s."""
HUNG: Final = 3
"""No more threads than this may hang in a driver; then all wait for one of them."""


class Device:
    """
    A camera by its number. Opened when made; `close` is the only end.

    Unplugged, frozen or busy cameras are tried again after 1, 2, 4 .. 10 s for as long as the
    viewing lasts. A thread that hangs in its driver cannot be stopped: it is left behind, ends
    when the driver lets go of it, and another takes its place.
    """

    def __init__(
        self,
        index: int,
        *,
        opening: Opening = open_device,
        pauses: Sequence[float] = PAUSES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._index = index
        self._opening, self._pauses, self._clock = opening, tuple(pauses), clock
        self._closed = threading.Event()
        self._capture = self._begin(0)
        self._hung: list[Capture] = []

    @property
    def is_open(self) -> bool:
        """Whether somebody can be seen through it at this moment."""
        return self._capture.is_open and not self._closed.is_set()

    @property
    def trouble(self) -> Trouble | None:
        """What is wrong; none while nothing is."""
        silent, opening = self._capture.silent_for
        waits = silent > SILENT and not opening
        hangs = waits or (bool(self._hung) and not self._capture.is_open)
        return self._capture.trouble or (self._hangs if hangs else None)

    def grab(self, now: Seconds) -> Picture | None:  # noqa: ARG002 -- as every camera
        """The newest picture, once."""
        if self._closed.is_set():
            return None
        self._relieve()
        return self._capture.newest.take()

    def close(self) -> None:
        """Shut the device; one that hangs in its driver is shut when the driver lets go."""
        if self._closed.is_set():
            return
        self._closed.set()
        self._capture.close()

    @property
    def _hangs(self) -> Trouble:
        return Trouble(f"Camera {self._index} does not answer; unplug it and plug it in again.")

    def _begin(self, attempt: int) -> Capture:
        return Capture(self._index, self._opening, self._pauses, self._clock, attempt)

    def _relieve(self) -> None:
        """Leave a thread behind that hangs in its driver, and have another try."""
        self._hung = [capture for capture in self._hung if not capture.ended]
        silent, opening = self._capture.silent_for
        if silent > (OPENS if opening else HANGS) and len(self._hung) < HUNG:
            self._capture.leave()
            self._hung.append(self._capture)
            self._capture = self._begin(self._capture.attempt + 1)


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
