"""A camera that breaks on purpose, so that every breakage can be rehearsed."""

from dataclasses import dataclass

from engine.senses.camera.camera import Camera, Trouble
from engine.senses.camera.pictures import Picture
from engine.story.units import Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """What goes wrong, counted in pictures; none of them: nothing does."""

    dies_after: int | None = None
    returns_after: int | None = None
    """How many times it is asked in vain before it lives again."""
    freezes_after: int | None = None
    """From here on the same picture comes again and again."""
    repeats: int = 1
    """How often each picture is given."""
    raises_after: int | None = None
    """From here on it raises what no camera may."""


class FaultyCamera:
    """Another camera, with faults."""

    def __init__(self, camera: Camera, faults: Faults) -> None:
        self._camera = camera
        self._faults = faults
        self._given = 0
        self._in_vain = 0
        self._last: Picture | None = None
        self._repeated = 0

    @property
    def is_open(self) -> bool:
        """What the camera says; like real ones, it says so of a dead one too."""
        return self._camera.is_open

    @property
    def trouble(self) -> Trouble | None:
        """What the camera says, or that it died."""
        return Trouble("The camera died.") if self._dead else self._camera.trouble

    def grab(self, now: Seconds) -> Picture | None:
        """The camera's picture, or what the faults make of it."""
        if self._reached(self._faults.raises_after):
            raise OSError("the camera's driver fell over")
        picture = self._camera.grab(now)
        if self._dead:
            self._in_vain += 1
            return None
        if self._last is not None and self._repeated < self._faults.repeats - 1:
            self._repeated += 1
            return self._last
        if self._reached(self._faults.freezes_after):
            return self._last
        return self._give(picture)

    def close(self) -> None:
        """Close the camera underneath."""
        self._camera.close()

    @property
    def _dead(self) -> bool:
        back = self._faults.returns_after
        alive_again = back is not None and self._in_vain >= back
        return self._reached(self._faults.dies_after) and not alive_again

    def _reached(self, count: int | None) -> bool:
        return count is not None and self._given >= count

    def _give(self, picture: Picture | None) -> Picture | None:
        if picture is not None:
            self._given += 1
            self._last = picture
            self._repeated = 0
        return picture
