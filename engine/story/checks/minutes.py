"""The check of `about.minutes` against the ways through the film."""

from collections.abc import Iterator
from typing import Final

from engine.story.film import Film
from engine.story.findings import Finding, found
from engine.story.minutes import RunningTime, running_time
from engine.story.places import place_in
from engine.story.rules import Rule

_MINUTE: Final = 60.0
_SLACK: Final = 0.5
"""Authors round to the minute; a long film may differ by a tenth."""
_LONG: Final = 10.0
"""From here on nobody tells tenths of a minute."""


def check_minutes(film: Film, time: RunningTime | None = None) -> Iterator[Finding]:
    """Whether the film takes as long as its author says; `time` where it is known already."""
    said = film.story.about.minutes
    if said is None or (time := time or running_time(film)) is None:
        return
    ends = zip(said, (time.shortest, time.longest), strict=True)
    if any(_differ(minutes, seconds / _MINUTE) for minutes, seconds in ends):
        place = place_in(film.story.places, "about.minutes")
        yield found(Rule.MINUTES, place, found=in_minutes(time), said=_range(*said))


def in_minutes(time: RunningTime) -> str:
    """The running time as authors write it: `9..14`, `1.8..1.9`, `3`."""
    return _range(time.shortest / _MINUTE, time.longest / _MINUTE)


def _differ(said: float, true: float) -> bool:
    return abs(said - true) > max(_SLACK, true / 10)


def _range(low: float, high: float) -> str:
    first, last = _minutes(low), _minutes(high)
    return first if first == last else f"{first}..{last}"


def _minutes(number: float) -> str:
    """At least a tenth of a minute: no film takes none."""
    return f"{round(number)}" if number >= _LONG else f"{max(round(number, 1), 0.1):g}"
