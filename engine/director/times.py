"""When a decision is read, asked and closed, in seconds of the clip that is shown."""

from dataclasses import dataclass
from typing import Final

from engine.story.model import Choice, Hold, Span, Way
from engine.story.units import Seconds

READ: Final = Seconds(12.0)
"""How long a face is read where the author gives no window."""
MARGIN: Final = Seconds(1.0)
"""The reading ends at least this long before the asking begins, or the clip ends."""
_DEFAULT_AT: Final = Seconds(-9.0)
_SLACK: Final = Seconds(0.1)  # moments nearer than this to the clip's end are the end


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The moments of one decision over one clip."""

    length: Seconds
    opens: Seconds
    lasts: Seconds | None
    """None: no limit."""
    window: Span | None
    """When a face is read; none where none is read."""
    holds: bool
    """Whether the film stands or repeats while the card is open."""

    def past_end(self, opening: Seconds) -> bool:
        """Whether an asking that opens then is still open when the clip has played out."""
        if self.lasts is None or self.holds:
            return True
        return opening + self.lasts > self.length + _SLACK

    def to_the_end(self, opening: Seconds) -> bool:
        """Whether an asking that opens then closes just when the clip has played out."""
        return (
            self.lasts is not None
            and not self.past_end(opening)
            and opening + self.lasts >= self.length - _SLACK
        )


def times_of(
    choice: Choice, length: Seconds, *, loops: bool, stretch: float | None, face: bool
) -> Times:
    """
    The moments of a decision over a clip of this length, for this viewer.

    `stretch` is how much longer they have to choose; none: every choice waits for them.
    """
    opens = Seconds(0.0) if loops else _opens(choice, length)
    return Times(
        length=length,
        opens=opens,
        lasts=_lasts(choice, length, opens, stretch),
        window=_window(choice, length, opens) if face else None,
        holds=loops or choice.hold is not Hold.ROLL,
    )


def moment(written: Seconds, length: Seconds) -> Seconds:
    """A moment as an author writes it, in seconds from the clip's start."""
    return Seconds(min(max(written + length if written < 0 else written, 0.0), length))


def _opens(choice: Choice, length: Seconds) -> Seconds:
    if choice.at is not None:
        return moment(choice.at, length)
    if choice.lasts is not None:
        return Seconds(max(length - choice.lasts, 0.0))
    return moment(_DEFAULT_AT, length)


def _lasts(
    choice: Choice, length: Seconds, opens: Seconds, stretch: float | None
) -> Seconds | None:
    if choice.no_limit or stretch is None:
        return None
    lasts = choice.lasts if choice.lasts is not None else length - opens
    return Seconds(lasts * stretch)


def _window(choice: Choice, length: Seconds, opens: Seconds) -> Span:
    latest = max(length - MARGIN, 0.0)
    if choice.read is not None:
        end = min(moment(choice.read.end, length), latest)
        return Span(Seconds(min(moment(choice.read.start, length), end)), Seconds(end))
    asked = any(way is not Way.FACE for way in choice.by)
    end = opens - MARGIN if asked and opens > MARGIN else latest
    return Span(Seconds(max(end - READ, 0.0)), Seconds(end))
