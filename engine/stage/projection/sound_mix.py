"""The mixer: music under a film, and over both, a little lowered, the words that describe it."""

import numpy as np

from engine.stage.projection.music import Score
from engine.stage.projection.sound_music import Music
from engine.stage.projection.sound_told import Duck, Told


class Mixer:
    """
    Lays over a clip's samples what does not come from the clip. Lives on the sound's thread.

    Where nothing is to be laid the samples are not touched.
    """

    def __init__(self) -> None:
        self._music = Music()
        self._duck = Duck()

    def begin(self, score: Score | None, since: int = 0) -> None:
        """A clip begins, so far into itself, with this music; none: no clip, or no music."""
        self._music.follow(score, since)

    def lay(self, space: memoryview, told: Told | None, position: int, *, rolling: bool) -> None:
        """
        Lay music and words over these samples, the first of which is there in its clip.

        Words wait while the clip does not roll; music goes on.
        """
        if self._music.silent and told is None and self._duck.open:
            return
        wave = np.frombuffer(space, "<i2").reshape(-1, 2).astype(np.float32)
        self._music.add_to(wave)
        self._duck.lower(wave, told, position)
        if told is not None and rolling:
            told.add_to(wave, position)
        space[:] = np.clip(np.rint(wave), -32768, 32767).astype("<i2").tobytes()
