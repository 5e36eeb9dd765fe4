"""What comes of the same readings where films ask for more or less of them, or are surer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import mean
from typing import Final

from benchmarks.windows.judging import FEELS, NEEDED, trusted
from engine.director.felt import Window, holds
from engine.messages.facts import MoodRead
from engine.senses.faces.baseline import Published
from engine.story.model import Comparison, Measure, Reading
from engine.story.reading.readable import NUMBERS
from engine.story.units import Seconds, Share
from tests.tapes_drawn import Tape

MEASURES: Final = (Measure.MEAN, Measure.PEAK, Measure.TREND)
USUAL: Final = 0.8
"""Of the windows found, so many are as sure as `usual`."""
ANYHOW: Final = Share(0.0)


@dataclass(slots=True)
class Asking:
    """Of each feeling: how sure it was found, and how often it came where it was not."""

    sure: dict[str, list[float]] = field(default_factory=dict)
    came: Counter[tuple[str, Measure, float]] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)
    """Windows without the act."""

    def watch(self, tape: Tape, moods: Sequence[MoodRead], steps: Published) -> None:
        """Add one tape."""
        for asked in tape.windows:
            reads = tuple(mood for mood in moods if asked.start <= mood.at < asked.end)
            window = Window(Seconds(asked.start), Seconds(asked.end), reads)
            for name, feel in FEELS.items():
                if not isinstance(feel, Comparison) or not trusted(feel, steps):
                    continue
                if name in asked.did and holds(feel, window, ANYHOW):
                    self.sure.setdefault(name, []).append(_sureness(feel.reading, window))
                elif name not in asked.did | asked.may:
                    self._look_for(name, feel, window)

    def _look_for(self, name: str, feel: Comparison, window: Window) -> None:
        self.gone[name] += 1
        for measure in MEASURES:
            for number in NUMBERS:
                other = replace(feel, measure=measure, number=number if feel.above else -number)
                self.came[name, measure, number] += holds(other, window, NEEDED)

    def published(self, name: str) -> dict[str, object]:
        """What is told of a feeling beside the model."""
        found = sorted(self.sure.get(name, ()))
        fewer = {
            measure.value: [
                round(self.came[name, measure, number] / max(self.gone[name], 1), 3)
                for number in NUMBERS
            ]
            for measure in MEASURES
        }
        if not found:
            return {}
        usual = found[int(len(found) * (1.0 - USUAL))]
        return {"sure": [round(usual, 2), round(found[-1], 2)], "false_at": fewer}


def _sureness(reading: Reading, window: Window) -> float:
    """How sure a reading was over a window, as the director reckons it."""
    told = [read.confidence[reading] for read in window.reads if reading in read.readings]
    return mean(told) if told else 0.0
