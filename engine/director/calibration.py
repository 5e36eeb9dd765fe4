"""When what is seen is taken as this viewer's normal."""

from engine.director.times import moment
from engine.messages.orders import Calibrate, Order
from engine.story.model import Sensing, Span
from engine.story.units import SceneId, Seconds


class Calibration:
    """Turns the taking of a baseline on and off. Belongs to the showing."""

    def __init__(self, sensing: Sensing) -> None:
        self._sensing = sensing
        self._on = False

    def at(self, scene: SceneId, played: Seconds, length: Seconds) -> tuple[Order, ...]:
        """The clip of a scene has come this far, with a face being read."""
        wanted = scene == self._sensing.baseline_scene and self._within(played, length)
        if wanted == self._on:
            return ()
        self._on = wanted
        return (Calibrate(on=wanted),)

    def off(self) -> tuple[Order, ...]:
        """The scene is left, or nothing is read any more."""
        if not self._on:
            return ()
        self._on = False
        return (Calibrate(on=False),)

    def _within(self, played: Seconds, length: Seconds) -> bool:
        span = self._sensing.baseline or Span(Seconds(0.0), length)
        return moment(span.start, length) <= played < moment(span.end, length)
