"""Ticks come sixty times a second: many of them as one line, and each exactly itself again."""

from collections.abc import Iterator
from typing import Final

from msgspec import UNSET, UnsetType

from engine.house.tape.lines import Step, Ticks
from engine.messages.facts import Ticked
from engine.story.units import Seconds

RATE: Final = 48_000
"""Samples a second: the finest the show's clock counts, as long as it runs with the sound."""
MOST: Final = 60
"""Ticks on one line: what a fall of the machine can cost of a tape, about a second."""
_DIGITS: Final = 9
"""Of a step in seconds that is tried before its every digit."""


class Run:
    """Ticks that are one line. Belongs to the tape that writes it."""

    def __init__(self, first: Ticked) -> None:
        self._first = self._last = first
        self._steps: list[tuple[float, float, int]] = []
        self._counted: bool | None = None
        """Whether the steps are whole samples; none before the first of them."""
        self._ticks = 1

    def takes(self, tick: Ticked) -> bool:
        """Take one more tick; false, and nothing taken, where it needs a line of its own."""
        if self._ticks == MOST:
            return False
        step = self._step(tick)
        if step is None:
            return False
        *before, last = self._steps or [(0, 0, 0)]
        if last[2] and last[:2] == step:
            self._steps = [*before, (*step, last[2] + 1)]
        else:
            self._steps.append((*step, 1))
        self._last = tick
        self._ticks += 1
        return True

    @property
    def line(self) -> Ticks:
        """All of them as one line."""
        steps = [_short(*step) for step in self._steps] or UNSET
        counted = self._counted is not False
        return Ticks(
            at=(float(self._first.now), float(self._first.position)),
            samples=steps if counted else UNSET,
            seconds=UNSET if counted else steps,
        )

    def _step(self, tick: Ticked) -> tuple[float, float] | None:
        """From the last tick to this one, in the unit of this line."""
        ends = (self._last.now, tick.now), (self._last.position, tick.position)
        if self._counted is not False:
            step = _pair(*(_in_samples(*each) for each in ends))
            if step is not None:
                self._counted = True
                return step
        if self._counted is True:
            return None
        step = _pair(*(_in_seconds(*each) for each in ends))
        if step is not None:
            self._counted = False
        return step


def ticks_of(line: Ticks) -> Iterator[Ticked]:
    """The ticks of a line, one by one."""
    now, position = line.at
    yield Ticked(Seconds(now), Seconds(position))
    counted = not isinstance(line.samples, UnsetType)
    for on, along, times in _steps(line):
        for _ in range(times):
            now, position = _moved(now, on, counted), _moved(position, along, counted)
            yield Ticked(Seconds(now), Seconds(position))


def _steps(line: Ticks) -> Iterator[tuple[float, float, int]]:
    """Every step in full. ValueError for a step that is none."""
    for written in (line.samples, line.seconds):
        for step in () if isinstance(written, UnsetType) else written:
            match step:
                case [on, along]:
                    yield on, along, 1
                case [on, along, times]:
                    if not 0 < times <= MOST or times != int(times):
                        raise ValueError(f"a step cannot be taken {times} times")
                    yield on, along, int(times)
                case int() | float():
                    yield step, step, 1
                case _:
                    raise ValueError("a step is one, two or three numbers")


def _short(on: float, along: float, times: int) -> Step:
    if times > 1:
        return [on, along, times]
    return on if on == along else [on, along]


def _pair(on: float | None, along: float | None) -> tuple[float, float] | None:
    return None if on is None or along is None else (on, along)


def _in_samples(before: float, after: float) -> int | None:
    """A step as whole samples; none where the clock did not count any."""
    first, second = round(before * RATE), round(after * RATE)
    return second - first if (first / RATE, second / RATE) == (before, after) else None


def _in_seconds(before: float, after: float) -> float | None:
    """A step that leads exactly there when it is added; none where none does."""
    passed = after - before
    steps = (round(passed, _DIGITS), passed)
    return next((step for step in steps if before + step == after), None)


def _moved(at: float, step: float, counted: bool) -> float:
    return (round(at * RATE) + round(step)) / RATE if counted else at + step
