"""How the live flame burns: with whoever watches it, and with what a hand does."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from engine.messages.facts import MoodRead
from engine.messages.orders import Burn, Order
from engine.story.model import Option, Reading, Sign
from engine.story.reading.feelings import comparisons
from engine.story.units import Seconds, Share, Steps

AT_REST: Final = Burn(height=Steps(0.0), gold=Share(0.0), shiver=Share(0.0), seen=False)

_TALL: Final = Steps(1.6)  # steps of a smile at which the flame is at its tallest
_SUNK: Final = Steps(1.6)  # steps of looking away at which it is at its lowest
_STARTLED: Final = (Steps(0.6), Steps(1.6))  # steps of surprise from which it shivers, and most
_LEAP: Final = Seconds(1.4)  # how long the flame answers a hand
_TROUBLED: Final = Share(0.4)  # how much it trembles at most with what is read faintly
_SMALLEST: Final = 0.01  # a change no eye sees

_GLAD: Final = {Reading.SMILE: 1.0, Reading.JOY: 0.8, Reading.VALENCE: 0.7}
_FAINT: Final = (
    Reading.SADNESS,
    Reading.ANGER,
    Reading.FEAR,
    Reading.DISGUST,
    Reading.AROUSAL,
)
_RAISE: Final = frozenset(_GLAD)


class Light:
    """
    The flame of one showing: as the faces have it, and for a moment as a hand has it.

    Belongs to the showing. Answers with an order only where an eye could see the difference.
    """

    def __init__(self, sign: Sign) -> None:
        self._drawn = sign is not Sign.NONE
        self._mood = AT_REST
        self._leap: Burn | None = None
        self._until = Seconds(0.0)
        self._shown: Burn | None = None

    def lit(self) -> tuple[Order, ...]:
        """How it burns now, if that is not what is shown already."""
        burn = self._mood if self._leap is None else replace(self._leap, seen=self._mood.seen)
        if not self._drawn or (self._shown is not None and not differs(burn, self._shown)):
            return ()
        self._shown = burn
        return (burn,)

    def reading(self, mood: MoodRead) -> tuple[Order, ...]:
        """The faces were read."""
        self._mood = burning(mood)
        return self.lit()

    def unseen(self) -> tuple[Order, ...]:
        """No face is read any more: it burns by itself."""
        self._mood = AT_REST
        return self.lit()

    def leaping(self, option: Option, now: Seconds) -> tuple[Order, ...]:
        """This option was just chosen: a hand outranks a face for a moment."""
        self._leap, self._until = leap(option), Seconds(now + _LEAP)
        return self.lit()

    def at(self, now: Seconds) -> tuple[Order, ...]:
        """Time went on: a leap dies away."""
        if self._leap is not None and now >= self._until:
            self._leap = None
        return self.lit()


def burning(mood: MoodRead) -> Burn:
    """
    What a reading does to the flame: smiles raise and gild it, looking away lets it sink.

    What is read too faintly to decide anything makes it tremble a little.
    """
    joy = max((_of(mood.readings, one) * share for one, share in _GLAD.items()), default=0.0)
    away = -_of(mood.readings, Reading.ATTENTION)
    raised, sunk = _share(joy, _TALL), _share(away, _SUNK)
    startled = _beyond(mood.readings, Reading.SURPRISE)
    troubled = max(_beyond(mood.readings, one) for one in _FAINT)
    return Burn(
        height=Steps(round(raised - sunk, 3)),
        gold=Share(round(raised, 3)),
        shiver=Share(round(max(startled, _TROUBLED * troubled), 3)),
        seen=mood.faces > 0,
    )


def leap(option: Option) -> Burn:
    """How the flame answers a hand: as it would have answered the face for the same option."""
    named = [] if option.feel is None else list(comparisons(option.feel))
    if any(one.reading in _RAISE and one.above for one in named):
        return Burn(height=Steps(1.0), gold=Share(0.9), shiver=Share(0.0), seen=False)
    if any(one.reading is Reading.ATTENTION and not one.above for one in named):
        return Burn(height=Steps(-0.9), gold=Share(0.0), shiver=Share(0.0), seen=False)
    if any(one.reading is Reading.SURPRISE and one.above for one in named):
        return Burn(height=Steps(0.2), gold=Share(0.1), shiver=Share(0.9), seen=False)
    return Burn(height=Steps(0.4), gold=Share(0.3), shiver=Share(0.15), seen=False)


def differs(burn: Burn, other: Burn) -> bool:
    """Whether an eye could tell the two apart."""
    return burn.seen != other.seen or any(
        abs(one - two) >= _SMALLEST
        for one, two in (
            (burn.height, other.height),
            (burn.gold, other.gold),
            (burn.shiver, other.shiver),
        )
    )


def _of(readings: Mapping[Reading, Steps], reading: Reading) -> float:
    return float(readings.get(reading, 0.0))


def _beyond(readings: Mapping[Reading, Steps], reading: Reading) -> float:
    """How far a reading is on its way from a first stir to a start, 0..1."""
    return _share(_of(readings, reading) - _STARTLED[0], _STARTLED[1] - _STARTLED[0])


def _share(value: float, most: float) -> float:
    return min(max(value / most, 0.0), 1.0)
