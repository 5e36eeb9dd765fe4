"""Blending looks, so that one blink does not turn the film."""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Generic, TypeVar

from engine.story.units import Seconds

K = TypeVar("K")


class Smooth(Generic[K]):
    """
    An exponential mean over time of several numbers that come and go together.

    A number seen for the first time is blended with its `rest`, where there is one: a face that
    has just come is taken for a resting one until it has been looked at.
    """

    def __init__(self, slowness: Seconds, rest: Callable[[K], float] | None = None) -> None:
        self._slowness = slowness
        self._rest = rest
        self._value: Mapping[K, float] = MappingProxyType({})
        self._last: Seconds | None = None

    def after(self, look: Mapping[K, float], now: Seconds) -> Mapping[K, float]:
        """The mean after one more look."""
        passed = 0.0 if self._last is None else max(0.0, now - self._last)
        share = 1.0 - math.exp(-passed / self._slowness)
        self._value = MappingProxyType(
            {
                name: before + share * (number - before)
                for name, number in look.items()
                for before in (self._before(name, number),)
            }
        )
        self._last = now
        return self._value

    def _before(self, name: K, number: float) -> float:
        if name in self._value:
            return self._value[name]
        return number if self._rest is None else self._rest(name)

    def forget(self) -> None:
        """Begin anew with the next look."""
        self._value = MappingProxyType({})
        self._last = None


class Play(Generic[K]):
    """
    What is told of numbers that tremble: a number stands until it has left its band, and then
    moves with the edge. It is never farther from the truth than the band is wide.
    """

    def __init__(self, band: float) -> None:
        self._band = band
        self._told: Mapping[K, float] = MappingProxyType({})

    def after(self, numbers: Mapping[K, float]) -> Mapping[K, float]:
        """What is told of these numbers; one that is new is told as it is."""
        self._told = MappingProxyType(
            {
                name: min(number + self._band, max(number - self._band, self._told[name]))
                if name in self._told
                else number
                for name, number in numbers.items()
            }
        )
        return self._told
