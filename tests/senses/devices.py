"""Cameras made of lists, for the thread that reads real ones."""

import threading
from dataclasses import dataclass, field

import numpy as np


@dataclass
class FakeHandle:
    """An opened device that gives noise; or as many pictures as given, and then nothing."""

    pictures: int | None = None
    opened: bool = True
    frozen: bool = False
    raises: bool = False
    gate: threading.Event | None = None
    released: bool = False
    given: int = 0
    chance: np.random.Generator = field(default_factory=lambda: np.random.default_rng(1))

    def isOpened(self):  # noqa: N802 -- OpenCV's own word
        return self.opened

    def read(self):
        if self.gate is not None:
            self.gate.wait(5.0)
        if self.raises:
            raise OSError("the driver fell over")
        if self.pictures is not None and self.given >= self.pictures:
            return False, None
        self.given += 1
        shade = 90 if self.frozen else self.chance.integers(0, 255)
        return True, np.full((48, 64, 3), shade, np.uint8)

    def release(self):
        self.released = True


@dataclass
class FakeClock:
    """A clock that goes on only when told."""

    now: float = 0.0

    def __call__(self):
        return self.now
