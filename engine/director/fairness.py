"""
Fairness in a room: whose turn it is to lead, and whose voice weighs more for having lost.

A voice is a phone, or the screen, whose voice is `SCREEN`. What a voice chose last is its ballot.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from engine.story.model import Crowd
from engine.story.units import OptionId

SCREEN: Final = ""
"""The voice of the screen's own press, which no phone can have."""
_MOST_LOST: Final = 2
"""Losses that count: a voice weighs 1, and 3 at most."""

Ballots = Mapping[str, OptionId]


@dataclass(frozen=True, slots=True)
class Fairness:
    """What a viewing owes its phones: who led in this round, and who lost how often."""

    led: tuple[str, ...] = ()
    lost: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Decisions lost since a phone last won."""


def leader(phones: tuple[str, ...], fairness: Fairness) -> str | None:
    """Whose turn it is to lead: the first by join order who has not led in this round."""
    waiting = [phone for phone in phones if phone not in fairness.led]
    return next(iter(waiting or phones), None)


def after(
    fairness: Fairness, rule: Crowd, phones: tuple[str, ...], ballots: Ballots, taken: OptionId
) -> Fairness:
    """What is owed once a decision is over. Who was silent neither won nor lost."""
    voted = {
        voice: 0 if option == taken else min(fairness.lost.get(voice, 0) + 1, _MOST_LOST)
        for voice, option in ballots.items()
        if voice != SCREEN
    }
    lost = MappingProxyType({**fairness.lost, **voted})
    return Fairness(_led(fairness, rule, phones), lost)


def _led(fairness: Fairness, rule: Crowd, phones: tuple[str, ...]) -> tuple[str, ...]:
    """Who led has had this round's turn, also if it was spent in silence."""
    turn = leader(phones, fairness)
    if rule is not Crowd.ROTATE or turn is None:
        return fairness.led
    return (turn,) if turn in fairness.led else (*fairness.led, turn)
