"""What a scene's sound is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from making.sound.room import Texture
from making.sound.space import Cue, Place

Level = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Score:
    """One clip's stems: music, sounds in their place, weather that goes on."""

    music: Sequence[Cue]
    sounds: Sequence[Cue]
    place: Place
    weather: Sequence[tuple[Texture, Sequence[Level]]] = ()
    loud: float = -16.0  # LUFS, integrated
    comes: float = 0.0  # seconds out of silence
    goes: float = 0.0  # seconds into silence; endings only
