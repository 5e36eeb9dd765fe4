"""A viewer made of words, for rehearsals: the same facts, with no camera and no model."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from engine.messages.facts import MoodRead, SenseFound
from engine.senses.faces.eyes import SenseFact
from engine.story.model import Reading, Way
from engine.story.units import Seconds, Share, Steps

Readings = Mapping[Reading, Steps]

CERTAIN: Final = Share(0.9)
AWAY: Final = Steps(-2.4)


def _shown(**steps: float) -> Readings:
    """The readings of a resting face, except those named."""
    resting = {each: Steps(0.0) for each in Reading if each is not Reading.TEXT_SENTIMENT}
    named = {Reading(name): Steps(value) for name, value in steps.items()}
    return MappingProxyType({**resting, **named})


ACTS: Final[Mapping[str, Readings]] = MappingProxyType(
    {
        "neutral": _shown(),
        "still": _shown(still=0.4),
        "smile": _shown(smile=2.0, joy=2.0, valence=1.4, arousal=1.5),
        "surprise": _shown(surprise=2.4, arousal=1.6),
        "frown": _shown(anger=1.6, valence=-1.2, arousal=0.8),
        "sad": _shown(sadness=2.0, valence=-1.1, arousal=0.1),
        "fear": _shown(fear=2.4, valence=-1.0, arousal=1.6),
        "away": _shown(attention=AWAY),
        "gone": MappingProxyType({Reading.ATTENTION: AWAY}),
    }
)
"""What a scripted viewer can do; `gone` leaves the picture, the others show a face."""


class ScriptedEyes:
    """Tells a rehearsal's readings at their times, as the eyes would tell them."""

    def __init__(
        self,
        beats: Sequence[tuple[Seconds, str | Readings]],
        tell: Callable[[SenseFact], None],
    ) -> None:
        self._beats = tuple(sorted(((at, _readings(what)) for at, what in beats), key=_when))
        self._tell = tell
        self._found = False

    def calibrate(self, on: bool) -> None:
        """A scripted viewer is normal by itself."""

    def look(self, now: Seconds) -> None:
        """Tell what the script's viewer shows now; nothing before the first beat."""
        current = [readings for at, readings in self._beats if at <= now]
        if not current:
            return
        if not self._found:
            self._found = True
            self._tell(SenseFound(Way.FACE))
        self._tell(mood(current[-1], now))


def mood(readings: Readings, now: Seconds, confidence: Share = CERTAIN) -> MoodRead:
    """A reading of a scripted viewer, calibrated and sure."""
    return MoodRead(
        at=now,
        readings=readings,
        confidence=MappingProxyType(dict.fromkeys(readings, confidence)),
        faces=0 if set(readings) <= {Reading.ATTENTION} else 1,
        calibrated=True,
    )


def _readings(what: str | Readings) -> Readings:
    """The readings meant. KeyError for an act that no viewer knows."""
    return ACTS[what] if isinstance(what, str) else what


def _when(beat: tuple[Seconds, Readings]) -> Seconds:
    return beat[0]
