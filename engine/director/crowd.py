"""
How several viewers become one answer (format page, Semantics 3 and 12).

All faces in view are one voice beside the phones and the screen, and it speaks through its own
way; a vote counts hands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from engine.director.fairness import SCREEN, Ballots, Fairness, leader
from engine.director.policy import default_of
from engine.story.model import Crowd, Option
from engine.story.units import OptionId

VOTES: Final = "votes."
"""What the tally's names begin with among the evidence of a turn."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a vote came to, and its tally by the options' labels."""

    option: Option
    tally: Mapping[str, float]


def counted(
    rule: Crowd,
    options: tuple[Option, ...],
    ballots: Ballots,
    *,
    phones: tuple[str, ...] = (),
    fairness: Fairness | None = None,
    face: Option | None = None,
) -> Counted | None:
    """
    What these ballots come to by a film's rule; none where nobody voted.

    `mean` follows the face where that was sure: no other voice has readings to average.
    `loudest` counts hands only: each is as sure as can be, so the most of them are the surest.
    """
    owed = fairness or Fairness()
    tally = _tally(options, ballots, owed if rule is Crowd.FAIR else Fairness())
    if not tally:
        return None
    chosen = _most(options, tally)
    if rule is Crowd.MEAN and face is not None:
        chosen = face
    if rule is Crowd.ROTATE:
        led = ballots.get(leader(phones, owed) or SCREEN)
        chosen = next((option for option in options if option.id == led), chosen)
    told = {f"{VOTES}{option.label}": tally[option.id] for option in options if option.id in tally}
    return Counted(chosen, MappingProxyType(told))


def everyone(phones: tuple[str, ...], ballots: Ballots) -> bool:
    """Whether no phone is waited for any more; without a single ballot everybody is."""
    return bool(ballots) and all(phone in ballots for phone in phones)


def _tally(
    options: tuple[Option, ...], ballots: Ballots, fairness: Fairness
) -> dict[OptionId, float]:
    """How much each option weighs that got a ballot; the screen always weighs 1."""
    weights: dict[OptionId, float] = {}
    asked = {option.id for option in options}
    for voice, option in ballots.items():
        if option in asked:
            weights[option] = weights.get(option, 0.0) + 1 + fairness.lost.get(voice, 0)
    return weights


def _most(options: tuple[Option, ...], tally: Mapping[OptionId, float]) -> Option:
    """The heaviest; of several the default, else the one listed first."""
    most = max(tally.values())
    tied = tuple(option for option in options if tally.get(option.id) == most)
    silence = default_of(options)
    return silence if silence in tied else tied[0]
