"""What readings over a window come to: how strongly a feeling held, and how sure that is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, TypeVar

from engine.messages.facts import MoodRead
from engine.story.model import AllOf, AnyOf, Comparison, Feel, Measure, Option, Reading
from engine.story.reading.feelings import comparisons, decisive
from engine.story.units import Seconds, Share

T = TypeVar("T")
_HELD: Final = 1 / 3  # of the samples in which the comparison must have held
_COVERED: Final = 0.6  # of the window in which a face must have been seen
_CLOSE: Final = 0.1  # two feelings nearer than this are not told apart
LONGEST: Final = Seconds(0.5)
"""For how long one sample may stand."""
_PEAK: Final = Seconds(0.5)  # over which a peak is taken
_ROUNDING: Final = 1e-9  # so that exactly 60 % and exactly a third are enough


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time and what was read in it, oldest first."""

    start: Seconds
    end: Seconds
    reads: tuple[MoodRead, ...]

    @property
    def length(self) -> Seconds:
        """How long it is."""
        return Seconds(max(self.end - self.start, 0.0))

    @property
    def seen(self) -> Seconds:
        """For how long a face was seen."""
        ends = [*(read.at for read in self.reads[1:]), self.end]
        return Seconds(
            sum(
                min(max(end - read.at, 0.0), LONGEST)
                for read, end in zip(self.reads, ends, strict=False)
                if read.faces
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a window says: the option it is sure of, or why it is sure of none."""

    option: Option | None
    doubt: str | None = None
    evidence: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class _Held:
    strength: float
    doubt: str | None
    confidence: Share


def strength(feel: Feel, value: Callable[[Comparison], float | None]) -> float | None:
    """How strongly a feeling holds; none where what it needs was not read."""
    match feel:
        case Comparison():
            found = value(feel)
            if found is None:
                return None
            return found - feel.number if feel.above else feel.number - found
        case AllOf(parts=parts):
            strengths = [strength(part, value) for part in parts]
            found_all = [one for one in strengths if one is not None]
            return min(found_all) if len(found_all) == len(strengths) else None
        case AnyOf(parts=parts):
            return max(
                (one for part in parts if (one := strength(part, value)) is not None),
                default=None,
            )


def holds(feel: Feel, window: Window, needed: Share) -> bool:
    """Whether a feeling holds over a window, whatever a film may do with it."""
    judged = _judge(feel, window, needed)
    return judged is not None and judged.doubt is None


def held(feel: Feel, window: Window, needed: Share) -> bool:
    """Whether a feeling counts over a window: what only colours the flame never does."""
    left = decisive(feel)
    return left is not None and holds(left, window, needed)


def look(options: Iterable[Option], window: Window, needed: Share) -> Verdict:
    """What a face over a window answers: the strongest feeling that counts, if one stands out."""
    asked = [(option, feel) for option in options if (feel := _asked(option)) is not None]
    judged = [
        (option, feel, found)
        for option, feel in asked
        if (found := _judge(feel, window, needed)) is not None
    ]
    counting = [one for one in judged if one[2].doubt is None]
    if not counting:
        return Verdict(option=None, doubt=_doubt([found for *_, found in judged]))
    first = outstanding(
        [(found.strength, (option, feel, found)) for option, feel, found in counting]
    )
    if first is None:
        return Verdict(option=None, doubt="two feelings were too close")
    option, feel, found = first[1]
    return Verdict(option=option, evidence=_evidence(feel, found, window))


def _asked(option: Option) -> Feel | None:
    """What of an option's feeling can decide: what only colours the flame is left out."""
    return None if option.feel is None else decisive(option.feel)


def outstanding(strengths: list[tuple[float, T]]) -> tuple[float, T] | None:
    """The strongest, where no other comes near it."""
    ordered = sorted(strengths, key=lambda pair: -pair[0])
    if not ordered or (len(ordered) > 1 and ordered[0][0] - ordered[1][0] < _CLOSE):
        return None
    return ordered[0]


def mean(reading: Reading, window: Window) -> float | None:
    """The mean of one reading over a window, none where it was never read."""
    return _mean(_values(reading, window))


def _doubt(judged: list[_Held]) -> str:
    doubts = [found.doubt for found in sorted(judged, key=lambda found: -found.strength)]
    return next((doubt for doubt in doubts if doubt is not None), "no face seen")


def _judge(feel: Feel, window: Window, needed: Share) -> _Held | None:
    found = strength(feel, lambda comparison: _value(comparison, window))
    if found is None:
        return None
    read = (one.reading for one in comparisons(feel) if one.reading is not Reading.TEXT_SENTIMENT)
    confidence = min((_confidence(reading, window) for reading in read), default=1.0)
    doubt = (
        _too_little_seen(feel, window)
        or ("no feeling was strong enough" if found <= 0 else None)
        or ("it did not last" if _share_held(feel, window) < _HELD - _ROUNDING else None)
        or (f"confidence {confidence:.2f}, {needed:.2f} needed" if confidence < needed else None)
    )
    return _Held(found, doubt, Share(confidence))


def _too_little_seen(feel: Feel, window: Window) -> str | None:
    """Attention is told also where no face is, so it alone needs none to be seen."""
    if _only_attention(feel) or window.seen >= _COVERED * window.length - _ROUNDING:
        return None
    return f"{window.seen:.0f} of {window.length:.0f} s seen"


def _only_attention(feel: Feel) -> bool:
    return all(one.reading is Reading.ATTENTION for one in comparisons(feel))


def _share_held(feel: Feel, window: Window) -> float:
    reads = [read for read in window.reads if read.faces or _only_attention(feel)]
    moments = [_now(feel, read) for read in reads]
    judged = [moment for moment in moments if moment is not None]
    return sum(judged) / len(judged) if judged else 1.0


def _now(feel: Feel, read: MoodRead) -> bool | None:
    """Whether it holds in this moment; none where only measures over time are named."""
    match feel:
        case Comparison(measure=Measure.MEAN):
            value = read.readings.get(feel.reading)
            if value is None:
                return False
            return value > feel.number if feel.above else value < feel.number
        case Comparison():
            return None
        case AllOf(parts=parts) | AnyOf(parts=parts):
            moments = [moment for part in parts if (moment := _now(part, read)) is not None]
            if not moments:
                return None
            return all(moments) if isinstance(feel, AllOf) else any(moments)


def _value(comparison: Comparison, window: Window) -> float | None:
    values = _values(comparison.reading, window)
    match comparison.measure:
        case Measure.MEAN:
            return _mean(values)
        case Measure.PEAK:
            return _peak(values, above=comparison.above)
        case Measure.TREND:
            return _trend(values, window)
        case Measure.CONFIDENCE:
            return _confidence(comparison.reading, window) if values else None


_Values = list[tuple[Seconds, float]]


def _values(reading: Reading, window: Window) -> _Values:
    return [
        (read.at, read.readings[reading])
        for read in window.reads
        if reading in read.readings and (read.faces or reading is Reading.ATTENTION)
    ]


def _mean(values: _Values) -> float | None:
    return sum(value for _, value in values) / len(values) if values else None


def _peak(values: _Values, *, above: bool) -> float | None:
    """The farthest mean over half a second, in the direction that is compared."""
    means, first, total = list[float](), 0, 0.0
    for last, (at, value) in enumerate(values):
        total += value
        while at - values[first][0] >= _PEAK:
            total -= values[first][1]
            first += 1
        means.append(total / (last + 1 - first))
    farthest = max if above else min
    return farthest(means, default=None)


def _trend(values: _Values, window: Window) -> float | None:
    """The last third minus the first third."""
    third = window.length / 3
    first = _mean([(at, value) for at, value in values if at < window.start + third])
    last = _mean([(at, value) for at, value in values if at >= window.end - third])
    return None if first is None or last is None else last - first


def _confidence(reading: Reading, window: Window) -> float:
    told = [
        read.confidence.get(reading, Share(0.0))
        for read in window.reads
        if reading in read.readings and (read.faces or reading is Reading.ATTENTION)
    ]
    return sum(told) / len(told) if told else 0.0


def _evidence(feel: Feel, found: _Held, window: Window) -> Mapping[str, float]:
    """The numbers that decided, by name."""
    numbers: dict[str, float] = {}
    for one in comparisons(feel):
        value = _value(one, window)
        if value is not None:
            numbers[f"{one.reading.value}.{one.measure.value}"] = value
    numbers["strength"] = found.strength
    numbers["confidence"] = found.confidence
    numbers["seen"] = window.seen
    numbers["faces"] = max((read.faces for read in window.reads), default=0)
    return MappingProxyType({name: round(number, 3) for name, number in numbers.items()})
