"""
One answer from all that was read, said and done: who decides where evidence quarrels.

What was done outranks what is inferred. Of the rest the first way in the author's order that is
sure answers. Evidence that points elsewhere makes an inferred answer less sure; it is never
averaged into a middle that nobody meant, and it never answers in another's place.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import prod
from types import MappingProxyType
from typing import Final

from engine.story.model import Option, Way
from engine.story.units import Share

_THREE: Final = 1 / 3  # right by mere guessing among three


def _beyond_chance(right: float) -> float:
    """How much better than a guess among three something is: 0 for a guess, 1 for certainty."""
    return round((right - _THREE) / (1 - _THREE), 2)


FACE_AGAINST: Final = _beyond_chance(0.70)
"""0.55. Of 651 pictures of 23 people whom no model had seen, read from their own normal, 69.7 %
were rightly called pleased, displeased or neither (docs/decisions.md)."""
TONE_AGAINST: Final = _beyond_chance(0.53)
"""0.3. Of lines of dialogue 43 % (MELD), 70 % (XED) and 46 % (CPED, Chinese) got the right tone of
three; their mean. Tone breaks ties and is no judge."""
NAMED_AGAINST: Final = _beyond_chance(0.80)
"""0.7. Words that name an option are right four times in five: what `benchmarks intents` asks
of both languages."""
AGAINST: Final = "against."
"""What the names of contradicting evidence begin with: `against.face`, and how sure it was."""
DOUBTS: Final = MappingProxyType(
    {Way.FACE: "the face said otherwise", Way.TEXT: "the words said otherwise"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one way says."""

    way: Way
    option: Option
    sure: Share = Share(1.0)
    """As its sense told; what a hand did is certain."""
    inferred: bool = False
    """Whether it was read off a face or the tone of words, and not pressed, voted or named."""
    evidence: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Fused:
    """What the voices come to; `voice` is none where nobody was sure."""

    voice: Voice | None = None
    evidence: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    doubts: Mapping[Way, str] = field(default_factory=lambda: MappingProxyType({}))
    """Which ways did not answer for being contradicted, and by what."""


def fused(
    voices: Iterable[Voice],
    by: tuple[Way, ...],
    needed: Share,
    among: Collection[Way] = tuple(Way),
) -> Fused:
    """
    Who answers: a press, else the first sure one in the order of `by`; at most one voice a way.

    Only the ways `among` may answer; the others still contradict.
    """
    told = {voice.way: voice for voice in voices}
    doubts = {
        way: DOUBTS[_loudest_against(voice, told)]
        for way, voice in told.items()
        if _doubted(voice, told, needed)
    }
    ordered = (Way.BUTTONS, *(way for way in by if way is not Way.BUTTONS))
    answering = (told[way] for way in ordered if way in told and way in among)
    voice = next((one for one in answering if one.way not in doubts), None)
    evidence = {} if voice is None else _evidence(voice, told)
    return Fused(voice, MappingProxyType(evidence), MappingProxyType(doubts))


def sureness(voice: Voice, told: Mapping[Way, Voice]) -> float:
    """How sure a voice is once those that point elsewhere were heard."""
    left = (1 - _weight(other) * other.sure for other in _against(voice, told))
    return float(voice.sure * prod(left))


def _doubted(voice: Voice, told: Mapping[Way, Voice], needed: Share) -> bool:
    """Whether contradiction leaves it less sure than the film asks for."""
    return bool(_against(voice, told)) and sureness(voice, told) < needed


def _against(voice: Voice, told: Mapping[Way, Voice]) -> list[Voice]:
    """What contradicts an inference. A room's ballots are counted by the crowd's rule instead."""
    if not voice.inferred:
        return []
    return [
        told[way]
        for way in DOUBTS
        if way in told and way is not voice.way and told[way].option.id != voice.option.id
    ]


def _loudest_against(voice: Voice, told: Mapping[Way, Voice]) -> Way:
    return max(_against(voice, told), key=lambda one: _weight(one) * one.sure).way


def _weight(voice: Voice) -> float:
    if voice.way is Way.FACE:
        return FACE_AGAINST
    return TONE_AGAINST if voice.inferred else NAMED_AGAINST


def _evidence(voice: Voice, told: Mapping[Way, Voice]) -> dict[str, float]:
    """The numbers that decided, and what stood against them."""
    against = _against(voice, told)
    numbers = dict(voice.evidence)
    if against:
        numbers["confidence"] = round(sureness(voice, told), 3)
        numbers |= {f"{AGAINST}{one.way.value}": round(one.sure, 3) for one in against}
    return numbers
