"""What a clip is heard with: its own sound, or the dub in its place."""

from typing import Protocol

from engine.stage.projection.clock import BYTES
from engine.stage.projection.sound_run import SoundRun


class Dub(Protocol):
    """What is needed of a dub that is being decoded."""

    @property
    def run(self) -> SoundRun:
        """Its sound, from the clip's beginning."""
        ...

    @property
    def lost(self) -> str | None:
        """Why nothing more is to be hoped for from it."""
        ...


class Voice:
    """
    Two runs of sound taken in step, of which the dub is heard.

    A dub that is lost is not missed: its clip's own sound goes on at the next sample. Lives on
    the sound's thread.
    """

    def __init__(self, own: SoundRun, dub: Dub) -> None:
        self._own = own
        self._dub: Dub | None = dub

    def take_into(self, room: memoryview) -> int:
        """Fill as much of the room as both have sound for; how many samples that were."""
        dub = self._dub
        if dub is not None and dub.lost is not None:
            dub = self._dub = None
        if dub is None:
            return self._own.take_into(room)
        count = dub.run.there(self._own.there(len(room) // BYTES))
        self._own.skip(count)
        dub.run.take_into(room[: count * BYTES])
        return count
