"""What a part costs: milliseconds of the processor, one thread, whatever else is running."""

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from benchmarks.figures import median

Answer = TypeVar("Answer")


@dataclass(slots=True)
class Clock:
    """Keeps the cost of every part by its name."""

    taken: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def time(self, name: str, work: Callable[[], Answer]) -> Answer:
        """Do it, and note what it cost."""
        began = time.process_time()
        answer = work()
        self.taken[name].append((time.process_time() - began) * 1000)
        return answer

    def median(self, name: str) -> float:
        """The middle one; not a number when there is none."""
        return median(self.taken[name])
