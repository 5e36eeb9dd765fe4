"""Many tapes watched and judged: what became of each feeling, and of its readings shuffled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import inf
from statistics import median
from types import MappingProxyType
from typing import Final

from benchmarks.windows.asking import Asking
from benchmarks.windows.judging import (
    FEELS,
    Judged,
    Portion,
    apart,
    flips,
    idly,
    judge,
    right,
    trusted,
    wrong,
)
from engine.director.felt import Window, mean
from engine.messages.facts import MoodRead
from engine.senses.faces.baseline import Published
from engine.story.model import Comparison, Reading
from engine.story.reading.feelings import comparisons
from engine.story.units import Seconds
from tests.tapes_drawn import Asked, Recipe, Tape, draw, shuffled, watched
from tests.tapes_kinds import FEELINGS

FOUND, FALSE = 0.8, 0.05
"""What a feeling must reach to decide: windows found, and windows in which it was not there."""
SURELY = 0.6
"""Below this the interval of what was found may not reach: so few windows prove nothing."""
FROWNING: Final = "frown in thought"
FROWNED: Final = 0.1
"""Who frowns in thought shows nothing that a film may turn on: at most in these windows."""
LEANED_ON: Final = frozenset({"smile", "joy", "look away"})
"""Films are built on these: a target they miss fails the benchmark; the senses are mended."""
FLIPS = 0.4
"""How often a second the feeling that stands out may change, at most."""
SEATED, LEARNED = 1.5, 2.9
"""Between these seconds of a tape, readings still count from everybody's normal."""
ALONE: Final = ("smile", "look away", "surprise", "still")
"""Feelings that do not stand for one another: which of them stands out is counted."""


@dataclass(slots=True)
class Viewings:
    """What came of many tapes."""

    judged: list[Judged] = field(default_factory=list)
    mixed: list[Judged] = field(default_factory=list)
    """The same windows, their readings shuffled in time within each tape."""
    flipped: int = 0
    seconds: float = 0.0
    asking: Asking | None = None
    """What other questions came to, where that is to be told beside the model."""

    def watch(self, tape: Tape, steps: Published, seed: int) -> None:
        """Add one tape."""
        told = watched(tape, steps)
        self.judged += judge(tape, told, steps)
        if self.asking is not None:
            self.asking.watch(tape, told, steps)
        self.flipped += flips(told, ALONE, tape.learning)
        self.seconds += told[-1].at - tape.learning
        if any(asked.did for asked in tape.windows):
            self.mixed += judge(tape, watched(tape, steps, shuffled(tape, seed)), steps)

    @property
    def flips(self) -> float:
        """A second."""
        return self.flipped / self.seconds

    def right(self, name: str) -> Portion:
        """Of the windows in which it was done, those in which it was decided."""
        return right(self.judged, name)

    def wrong(self, name: str) -> Portion:
        """Of the windows in which it was not done, those in which it was decided."""
        return wrong(self.judged, name)

    def idly(self, names: Iterable[str]) -> Portion:
        """Of the windows in which nothing was done, those in which any of these was decided."""
        return idly(self.judged, names)

    def late(self, name: str) -> float:
        """Seconds from the act until it held, the middle of those decided rightly."""
        came = [
            one.late[name] for one in self.judged if name in one.asked.did and name in one.late
        ]
        return median(came) if came else float("nan")

    def decides(self, name: str, steps: Published) -> bool:
        """Whether a film may lean on it; what every film leans on may miss, and be mended."""
        found, false = self.right(name), self.wrong(name)
        well = found.share >= FOUND and found.interval[0] >= SURELY and false.share <= FALSE
        surely = well and trusted(FEELS[name], steps) and not self.fooled(name)
        return surely or name in LEANED_ON

    def fooled(self, name: str) -> bool:
        """Whether a frown in thought brings it, or the same readings find it in any order."""
        knows, _ = apart(*self.by_chance(name))
        return self.frowned(name).share > FROWNED or knows > 0.0

    def frowned(self, name: str) -> Portion:
        """Of the windows of who frowns in thought, those in which it was decided."""
        return wrong([one for one in self.judged if one.tape.startswith(FROWNING)], name)

    def by_chance(self, name: str) -> tuple[Portion, Portion]:
        """
        With shuffled readings: decided where it was done, and where not, in its tapes.

        Of each kind of tape as many windows of both: else a kind with long acts and few rests
        would look like knowledge.
        """
        there, gone = list[Judged](), list[Judged]()
        for tape in {one.tape for one in self.mixed if name in one.asked.did}:
            of_it = [one for one in self.mixed if one.tape == tape]
            done = [one for one in of_it if name in one.asked.did]
            rest = [one for one in of_it if name not in one.asked.did | one.asked.may]
            fewer = min(len(done), len(rest))
            there += _spread(done, fewer)
            gone += _spread(rest, fewer)
        return right(there, name), wrong(gone, name)

    def at_chance(self, name: str) -> bool:
        """Whether shuffled readings know nothing of when it was done."""
        low, high = apart(*self.by_chance(name))
        return low <= 0.0 <= high

    def published(self, steps: Published) -> dict[str, dict[str, object]]:
        """What is told beside the model of each thing that films ask."""
        return {
            name: {
                "asks": FEELINGS[name],
                "right": round(self.right(name).share, 3),
                "false": round(self.wrong(name).share, 3),
                "trust": min(steps[one.reading].trust for one in comparisons(FEELS[name])),
                "windows": self.right(name).of,
                "decides": self.decides(name, steps),
                **({} if self.asking is None else self.asking.published(name)),
            }
            for name in FEELINGS
        }


def _spread(windows: list[Judged], many: int) -> list[Judged]:
    """So many of them, evenly."""
    return [windows[at * len(windows) // many] for at in range(many)]


def viewings(
    kinds: Iterable[Recipe],
    seeds: Iterable[int],
    steps: Published,
    asking: Asking | None = None,
) -> Viewings:
    """Every kind of tape, with a viewer for each seed."""
    told, drawn = Viewings(asking=asking), list(seeds)
    for kind in kinds:
        for seed in drawn:
            told.watch(draw(kind, seed), steps, seed)
    return told


@dataclass(frozen=True, slots=True)
class Strays:
    """How far viewers who do nothing stray from their own normal, in the steps given."""

    strayed: Mapping[Reading, tuple[float, ...]]
    usual: Mapping[Reading, float]
    """The scores they rest at."""


def strays(kinds: Iterable[Recipe], seeds: Iterable[int], raw: Published) -> Strays:
    """Of every window its mean, in the direction that films ask for; the farther of two."""
    strayed: dict[Reading, list[float]] = {name: [] for name in raw}
    usual: dict[Reading, list[float]] = {name: [] for name in raw}
    drawn = list(seeds)
    for kind in kinds:
        for seed in drawn:
            tape = draw(kind, seed)
            told = watched(tape, raw)
            for asked in tape.windows:
                _stray(strayed, asked, told)
            for name in raw:
                early = (one.readings.get(name) for one in told if SEATED <= one.at < LEARNED)
                rest = [value for value in early if value is not None]
                usual[name] += [raw[name].normal + raw[name].step * value for value in rest]
    return Strays(
        MappingProxyType({name: tuple(some) for name, some in strayed.items()}),
        MappingProxyType({name: median(some) for name, some in usual.items()}),
    )


def _stray(strayed: dict[Reading, list[float]], asked: Asked, told: Iterable[MoodRead]) -> None:
    reads = tuple(mood for mood in told if asked.start <= mood.at < asked.end)
    window = Window(Seconds(asked.start), Seconds(asked.end), reads)
    farthest: dict[Reading, float] = {}
    for feel in FEELS.values():
        if isinstance(feel, Comparison) and (away := mean(feel.reading, window)) is not None:
            asked_for = away if feel.above else -away
            farthest[feel.reading] = max(asked_for, farthest.get(feel.reading, -inf))
    for reading, away in farthest.items():
        strayed[reading].append(away)
