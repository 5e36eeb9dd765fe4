"""The senses' meters in letters: a screen of them, or one line a second."""

from typing import Final

from engine.stage.screens.mirror import (
    ACTS,
    FAINT,
    FARTHEST,
    Meter,
    Mirrored,
    counted,
    meters,
    normal,
    signed,
    state,
)
from engine.stage.tongue import Tongue

_HOME: Final = "\x1b[H"
_CLEAR: Final = "\x1b[K"
_REST: Final = "\x1b[J"
_DIM: Final = "\x1b[2m{}\x1b[22m"
_HALF: Final = 15
"""Letters on each side of a meter's middle."""
_NAMED: Final = 14


def screen(seen: Mirrored, tongue: Tongue) -> str:
    """The whole screen, drawn over the one before."""
    lines = (
        state(seen, tongue),
        counted(seen, tongue),
        normal(seen, tongue),
        "",
        *(_row(meter, tongue) for meter in meters(seen.mood, ACTS)),
        "",
        _DIM.format(tongue.say("mirror.faint")),
        *(_row(meter, tongue) for meter in meters(seen.mood, FAINT)),
        "",
        _DIM.format(tongue.say("mirror.kept")),
        _DIM.format(tongue.say("mirror.keys")),
    )
    return _HOME + "".join(f"{each}{_CLEAR}\r\n" for each in lines) + _REST


def line(seen: Mirrored, tongue: Tongue) -> str:
    """Everything in one line, for a log or a pipe."""
    if not seen.eye.sees:
        return state(seen, tongue)
    told = (
        f"{_name(meter, tongue)} {_signed(meter)} ({meter.said(tongue)})"
        for meter in meters(seen.mood, ACTS)
    )
    learning = (normal(seen, tongue),) if seen.learnt is not None else ()
    return " · ".join((*told, counted(seen, tongue), *learning))


def _row(meter: Meter, tongue: Tongue) -> str:
    """A name, a meter from normal in its middle, the number, and the act in a word."""
    name = _name(meter, tongue)
    padded = name + " " * max(1, _NAMED - width(name))
    row = f"{padded}{_bar(meter)} {_signed(meter):>5}  {meter.said(tongue)}"
    return row if meter.believed else _DIM.format(row)


def _bar(meter: Meter) -> str:
    """Whole blocks where it is sure, dashes where it is not."""
    steps = meter.steps or 0.0
    long = round(min(1.0, abs(steps) / FARTHEST) * _HALF)
    ink = "█" if meter.believed else "╌"
    left = (ink * long if steps < 0 else "").rjust(_HALF, "·")
    right = (ink * long if steps > 0 else "").ljust(_HALF, "·")
    return f"{left}│{right}"


def _signed(meter: Meter) -> str:
    return "–" if meter.steps is None else signed(meter.steps)


def _name(meter: Meter, tongue: Tongue) -> str:
    return tongue.say(f"reading.{meter.reading.value}")


def width(text: str) -> int:
    """How many columns letters take in a terminal: Chinese ones two each."""
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)  # noqa: PLR2004 -- where they begin
