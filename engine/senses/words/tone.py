"""The mood of words: which side, how far, and how sure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tone:
    """-1 is wholly negative, 1 wholly positive; `sure` is 0..1."""

    sentiment: float
    sure: float


UNHEARD: Final = Tone(0.0, 0.0)
"""Nothing could be heard in the words: not the same as hearing calm in them."""


def together(tones: Iterable[Tone]) -> Tone:
    """Several tones as one, each by how sure it is; a quarrel between them makes them unsure."""
    heard = [tone for tone in tones if tone.sure > 0.0]
    if not heard:
        return UNHEARD
    weight = sum(tone.sure for tone in heard)
    middle = sum(tone.sentiment * tone.sure for tone in heard) / weight
    quarrel = sum(abs(tone.sentiment - middle) * tone.sure for tone in heard) / weight
    surest = max(tone.sure for tone in heard)
    return Tone(middle, surest * max(0.0, 1.0 - quarrel))
