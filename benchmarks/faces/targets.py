"""What was promised, as bounds on what is measured."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A least value, and how it must stand to the peers'."""

    least: float = 0.0
    over: tuple[str, float] | None = None
    """A peer's name, and by how much it must be outdone."""
    best: float | None = None
    """How far behind the best peer it may stay."""

    def bound(self, peers: Mapping[str, float]) -> float:
        """The least value that keeps it, these peers beside it."""
        bounds = [self.least]
        if self.over is not None and self.over[0] in peers:
            bounds.append(peers[self.over[0]] + self.over[1])
        if self.best is not None and peers:
            bounds.append(max(peers.values()) - self.best)
        return max(bounds)


FER: Final = "mini_XCEPTION (fer)"

READING: Final = {
    ("FER+", "ferplus", "seven"): Promise(least=0.78, over=(FER, 0.10)),
    ("FER+", "ferplus", "even"): Promise(least=0.64),
    ("FER+", "ferplus", "valence"): Promise(least=0.80),
    ("FER2013", "original", "seven"): Promise(best=0.0),
    ("muxspace", "blend", "seven"): Promise(least=0.70),
    ("muxspace", "blend", "valence"): Promise(best=0.01),
}
"""By set, head and measure."""
CALIBRATED: Final = {("FER+", "ferplus"), ("FER2013", "original"), ("muxspace", "blend")}
ECE: Final = 0.05
RECALL: Final = {"as is": 0.95, "dim": 0.90, "20 degrees": 0.88}
"""Of faces of 64 pixels and more, by how the photographs were changed."""
FALSE: Final = 0.1
"""False boxes a photograph, after "no face"."""
COST: Final = 12.0
"""Milliseconds of the processor to find and read one viewer."""
