"""Times as authors write them: `6`, `6s`, `1:30`, `-9s`, `3s..12s`, `sea.mp4#t=3.5,9`."""

import re
from typing import Final

from engine.story.model import Span
from engine.story.units import Seconds

LONGEST: Final = 24 * 3600.0
"""No clip lasts longer than a day; what does was a slip."""

TIME: Final = re.compile(r"(-?)(?:(\d{1,4}):([0-5]\d(?:\.\d{1,6})?)|(\d{1,6}(?:\.\d{1,6})?)s?)")


def seconds_of(text: str) -> Seconds | None:
    """The seconds meant, negative ones from the end; none where this is no time."""
    form = TIME.fullmatch(text.strip())
    if form is None:
        return None
    sign, minutes, rest, plain = form.groups()
    seconds = float(plain) if plain is not None else int(minutes) * 60 + float(rest)
    return Seconds(-seconds if sign else seconds) if seconds <= LONGEST else None


def span_of(text: str) -> Span | None:
    """The span meant by `a..b`; none where this is none, or where it ends before it starts."""
    start, dots, end = text.partition("..")
    times = seconds_of(start), seconds_of(end)
    if not dots or times[0] is None or times[1] is None:
        return None
    span = Span(times[0], times[1])
    return span if _forward(span) else None


def _forward(span: Span) -> bool:
    """Whether a span runs forward, as far as that is known without the clip's length."""
    same_side = (span.start < 0) == (span.end < 0)
    return span.start < span.end if same_side else span.start >= 0


def cut_of(name: str) -> tuple[str, Seconds | None, Seconds | None] | None:
    """
    A file and where to cut it: `sea.mp4#t=3.5,9`, `sea.mp4#t=1:05`, or the name alone.

    None where what follows the `#` is no such cut.
    """
    file, mark, cut = name.partition("#")
    if not mark:
        return file, None, None
    start, comma, end = cut.removeprefix("t=").partition(",")
    begin = Seconds(0.0) if comma and not start else seconds_of(start)
    stop = seconds_of(end) if comma else None
    if not cut.startswith("t=") or begin is None or (comma and stop is None):
        return None
    if begin < 0 or (stop is not None and stop <= begin):
        return None
    return file, begin, stop


def shown(seconds: float) -> str:
    """A time as people read it: `9 s`, `1.5 s`, `2:05`."""
    if abs(seconds) < 60:  # noqa: PLR2004 -- a minute
        return f"{round(seconds, 1):g} s"
    whole = round(abs(seconds))
    return f"{'-' if seconds < 0 else ''}{whole // 60}:{whole % 60:02}"
