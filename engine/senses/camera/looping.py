"""A recording that begins anew when it has ended, for whoever looks at it for long."""

from collections.abc import Callable

from engine.senses.camera.camera import Camera, Trouble
from engine.senses.camera.pictures import Picture
from engine.story.units import Seconds


class Looping:
    """
    A camera opened anew whenever it has come to its end; one that showed nothing stays shut.

    Belongs to the thread that grabs.
    """

    def __init__(self, opening: Callable[[], Camera]) -> None:
        self._opening = opening
        self._camera = opening()
        self._showed = self._closed = False

    @property
    def is_open(self) -> bool:
        """Whether pictures may still come."""
        return not self._closed and (self._camera.is_open or self._showed)

    @property
    def trouble(self) -> Trouble | None:
        """What is wrong with what is played; that it ended is nothing wrong."""
        return None if self.is_open else self._camera.trouble

    def grab(self, now: Seconds) -> Picture | None:
        """The picture that is due now; after the last one the first."""
        if self._closed:
            return None
        picture = self._camera.grab(now)
        if picture is None and not self._camera.is_open and self._showed:
            self._camera.close()
            self._camera, self._showed = self._opening(), False
            picture = self._camera.grab(now)
        self._showed = self._showed or picture is not None
        return picture

    def close(self) -> None:
        """Show no more."""
        self._closed = True
        self._camera.close()
