"""What a film would have decided on a tape, beside what its viewers did."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from engine.director.felt import Window, holds, look
from engine.messages.facts import MoodRead
from engine.senses.faces.baseline import Published
from engine.story.model import AllOf, AnyOf, Comparison, Feel, Option
from engine.story.reading.feelings import comparisons, read_feel
from engine.story.units import OptionId, SceneId, Seconds, Share
from tests.tapes_drawn import Asked, Tape
from tests.tapes_kinds import FEELINGS

NEEDED = Share(0.55)
"""The confidence films need where they do not say."""
FEELS: Mapping[str, Feel] = {name: read_feel(text, {}) for name, text in FEELINGS.items()}
Z = 1.96
"""Of a normal distribution, 95 % lie within so many spreads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One window: what was done in it, and what each feeling by itself would have decided."""

    tape: str
    asked: Asked
    decided: frozenset[str]
    way: str | None
    """What a film would take that offers a smile, looking away, and otherwise goes on."""
    late: Mapping[str, float]
    """Seconds from the act to the first moment at which a decided feeling held."""

    @property
    def idle(self) -> bool:
        """Whether nothing was done that a film could answer."""
        return not self.asked.did and not self.asked.may


@dataclass(frozen=True, slots=True)
class Portion:
    """So many of so many."""

    hits: int
    of: int

    @property
    def share(self) -> float:
        """As a part of 1; not a number where there were none."""
        return self.hits / self.of if self.of else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval: where the true share lies, with 95 % confidence."""
        if not self.of:
            return 0.0, 1.0
        share, square = self.share, Z * Z / self.of
        middle = (share + square / 2) / (1 + square)
        reach = Z / (1 + square) * math.sqrt(share * (1 - share) / self.of + square / self.of / 4)
        # It holds the share itself, whatever rounding does.
        return max(0.0, min(share, middle - reach)), min(1.0, max(share, middle + reach))

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.hits} of {self.of}, {100 * low:.1f}-{100 * high:.1f}"


def judge(tape: Tape, moods: Sequence[MoodRead], steps: Published) -> list[Judged]:
    """Every window of a tape."""
    return [_judged(tape.name, asked, moods, steps) for asked in tape.windows]


def _judged(name: str, asked: Asked, moods: Sequence[MoodRead], steps: Published) -> Judged:
    reads = tuple(mood for mood in moods if asked.start <= mood.at < asked.end)
    window = Window(Seconds(asked.start), Seconds(asked.end), reads)
    decided = frozenset(
        name for name, feel in FEELS.items() if holds(feel, window, _needed(feel, steps))
    )
    answer = look(_WAYS, window, NEEDED).option
    return Judged(
        tape=name,
        asked=asked,
        decided=decided,
        way=None if answer is None else answer.label,
        late={each: _late(FEELS[each], asked, reads) for each in decided},
    )


def _needed(feel: Feel, steps: Published) -> Share:
    """What is not to be trusted at all is asked without it: else nothing could be measured."""
    return NEEDED if trusted(feel, steps) else Share(0.0)


def trusted(feel: Feel, steps: Published) -> bool:
    """Whether everything named in it can ever be as sure as films need."""
    return all(steps[one.reading].trust >= NEEDED for one in comparisons(feel))


_WAYS = tuple(
    Option(id=OptionId(name), label=name, go=SceneId("on"), feel=FEELS[name])
    for name in ("smile", "look away")
)


def _late(feel: Feel, asked: Asked, reads: Sequence[MoodRead]) -> float:
    came = (read.at for read in reads if read.at >= asked.onset and above(feel, read) > 0.0)
    return next(came, asked.end) - asked.onset


def above(feel: Feel, read: MoodRead) -> float:
    """How far a feeling holds at one moment, in steps; less than 0 where it does not."""
    match feel:
        case Comparison(reading=reading, above=up, number=number):
            value = read.readings.get(reading)
            if value is None:
                return -math.inf
            return value - number if up else number - value
        case AllOf(parts=parts):
            return min(above(part, read) for part in parts)
        case AnyOf(parts=parts):
            return max(above(part, read) for part in parts)


def mood_of(read: MoodRead, names: Iterable[str]) -> str | None:
    """The feeling that stands out at one moment, if any does."""
    best = max(names, key=lambda name: above(FEELS[name], read))
    return best if above(FEELS[best], read) > 0.0 else None


def flips(moods: Sequence[MoodRead], names: Sequence[str], since: float) -> int:
    """How often the feeling that stands out changes."""
    told = [mood_of(mood, names) for mood in moods if mood.at >= since]
    return sum(one != other for one, other in pairwise(told))


def right(judged: Iterable[Judged], name: str) -> Portion:
    """Of the windows in which it was done, those in which it was decided."""
    those = [one for one in judged if name in one.asked.did]
    return Portion(sum(name in one.decided for one in those), len(those))


def wrong(judged: Iterable[Judged], name: str) -> Portion:
    """Of the windows in which it was not done, those in which it was decided."""
    those = [one for one in judged if name not in one.asked.did | one.asked.may]
    return Portion(sum(name in one.decided for one in those), len(those))


def idly(judged: Iterable[Judged], names: Iterable[str]) -> Portion:
    """Of the windows of viewers who did nothing, those in which any of these was decided."""
    asked, those = frozenset(names), [one for one in judged if one.idle]
    return Portion(sum(bool(one.decided & asked) for one in those), len(those))


def apart(one: Portion, other: Portion) -> tuple[float, float]:
    """The difference of two shares, with 95 % confidence (Newcombe's interval)."""
    (low, high), (least, most) = one.interval, other.interval
    gap = one.share - other.share
    below = math.hypot(one.share - low, most - other.share)
    over = math.hypot(high - one.share, other.share - least)
    return gap - below, gap + over
