"""How long ago something was, in words."""

from typing import Final

from engine.stage.tongue import Tongue

_MINUTE: Final = 60.0
_HOUR: Final = 3600.0
_DAY: Final = 86400.0


def ago(seconds: float, tongue: Tongue) -> str:
    """A length of time that has passed, as people say it; a clock set back says just now."""
    for unit, length in (("day", _DAY), ("hour", _HOUR), ("minute", _MINUTE)):
        count = int(seconds // length)
        if count > 1:
            return tongue.say(f"ago.{unit}s", count=count)
        if count == 1:
            return tongue.say(f"ago.{unit}")
    return tongue.say("ago.now")
