"""Time and pitch of the whole film: one tempo, one mode, so that a cut changes the stem only.

The beat is one second and is divided in three, as a boat rocks; a bar is two beats, one stroke of
the oar. Every clip is a whole number of bars long, so any clip may follow any other in time.
The mode is yu on D (D F G A C) with pure fifths; the same five notes heard from F are its day.
"""

from types import MappingProxyType
from typing import Final

RATE: Final = 48_000
BEAT: Final = 1.0
EIGHTH: Final = BEAT / 3
BAR: Final = 2 * BEAT

SECONDS: Final = MappingProxyType(
    {
        "arrival": 24.0,
        "landing": 12.0,
        "door": 24.0,
        "cold": 12.0,
        "warm_in": 12.0,
        "letter": 18.0,
        "light": 20.0,
        "dawn": 24.0,
    }
)
ENDINGS: Final = frozenset({"light", "dawn"})

# D2 is 73 Hz, a little under concert pitch: its fifths are whole and half hertz.
_LOWEST_D: Final = 73.0
_RATIOS: Final = MappingProxyType({"D": 1.0, "F": 6 / 5, "G": 4 / 3, "A": 3 / 2, "C": 9 / 10})


def pitch(name: str) -> float:
    """The frequency in hertz of a note of the mode, such as `A4`; octaves turn at C."""
    return _LOWEST_D * _RATIOS[name[0]] * 2.0 ** (int(name[1:]) - 2)


def at(bar: int, eighth: float = 0.0) -> float:
    """The second at which an eighth of a bar falls; both are counted from nought."""
    return bar * BAR + eighth * EIGHTH


def samples(seconds: float) -> int:
    """How many samples last `seconds`."""
    return round(seconds * RATE)
