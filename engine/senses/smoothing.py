"""Blending looks, so that one blink does not turn the film."""

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Generic, TypeVar

from engine.story.units import Seconds

K = TypeVar("K")


class Smooth(Generic[K]):
    """An exponential mean over time of several numbers that come and go together."""

    def __init__(self, slowness: Seconds) -> None:
        self._slowness = slowness
        self._value: Mapping[K, float] = MappingProxyType({})
        self._last: Seconds | None = None

    def after(self, look: Mapping[K, float], now: Seconds) -> Mapping[K, float]:
        """The mean after one more look. A number seen for the first time is taken as it is."""
        passed = 0.0 if self._last is None else max(0.0, now - self._last)
        share = 1.0 - math.exp(-passed / self._slowness)
        self._value = MappingProxyType(
            {
                name: before + share * (number - before)
                for name, number in look.items()
                for before in (self._value.get(name, number),)
            }
        )
        self._last = now
        return self._value

    def forget(self) -> None:
        """Begin anew with the next look."""
        self._value = MappingProxyType({})
        self._last = None
