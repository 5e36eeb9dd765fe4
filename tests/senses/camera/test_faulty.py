"""The camera that breaks on purpose."""

import numpy as np
import pytest

from engine.senses.camera.faulty import Faults, FaultyCamera
from engine.story.units import Seconds


class Counting:
    """Pictures that carry their number."""

    is_open = True
    trouble = None

    def __init__(self):
        self._number = 0

    def grab(self, now):
        self._number += 1
        return np.full((1, 1, 3), self._number, np.uint8)

    def close(self):
        self.is_open = False


def numbers(faults, count):
    camera = FaultyCamera(Counting(), faults)
    seen = [camera.grab(Seconds(0.0)) for _ in range(count)]
    return [None if picture is None else int(picture[0, 0, 0]) for picture in seen]


def test_it_dies_and_returns():
    """After so many pictures; after so many questions in vain."""
    assert numbers(Faults(dies_after=2, returns_after=2), 5) == [1, 2, None, None, 5]


def test_it_freezes():
    """The same picture for ever."""
    assert numbers(Faults(freezes_after=2), 4) == [1, 2, 2, 2]


def test_it_repeats():
    """Each picture twice."""
    assert numbers(Faults(repeats=2), 4) == [1, 1, 3, 3]


def test_it_raises():
    """What no camera may."""
    with pytest.raises(OSError, match="driver"):
        numbers(Faults(raises_after=1), 2)
