"""Whether faces are read in a viewing, why not, and what the viewer is told of it."""

from typing import Final

from engine.director.calibration import Calibration
from engine.messages.facts import Loss, SenseLost
from engine.messages.orders import CloseEyes, Order, Tell, Write
from engine.messages.records import Noticed
from engine.messages.shots import Shot
from engine.story.model import Sensing, Way
from engine.story.units import Seconds

Orders = tuple[Order, ...]

_TOLD: Final = {
    Loss.REFUSED: "camera_refused",
    Loss.ENDED: "camera_ended",
    Loss.BLIND: "camera_blind",
}
"""What the viewer is told of a camera that is lost in another manner than by going away."""
_LOST: Final = "camera_lost"


class Sight:
    """The eyes of one showing. Belongs to it; what is read is not its business."""

    def __init__(self, sensing: Sensing, *, eyes: bool, blind: str) -> None:
        self.eyes = eyes
        """Whether the viewer said yes to the camera, and the film is not over."""
        self.blind = blind
        """Why no face is read, as long as none is."""
        self._calibration = Calibration(sensing)
        self._told: frozenset[str] = frozenset()

    def found(self, way: Way) -> Orders:
        """A sense is alive; a camera that was lost and came back is told, once."""
        back = way is Way.FACE and not self._told.isdisjoint({_LOST, *_TOLD.values()})
        return self._tell_once("camera_found") if back else ()

    def lost(self, sense: SenseLost, now: Seconds) -> Orders:
        """A sense has died: that is written down, and told once where it was in use."""
        noted = Write(Noticed(code=f"{sense.way.value}-lost", says=sense.says, at=now))
        if not self.used(sense.way):
            return (noted,)
        self.blind = "camera lost"
        return (noted, *self._tell_once(_TOLD.get(sense.loss, _LOST)))

    def used(self, way: Way) -> bool:
        """Whether it is the camera, and the viewer let it look."""
        return way is Way.FACE and self.eyes

    def rolled(self, shot: Shot | None, played: Seconds, length: Seconds) -> Orders:
        """The clip of a scene has come this far: a baseline begins or ends."""
        if shot is None or not self.eyes:
            return ()
        return self._calibration.at(shot.scene, played, length)

    def left(self) -> Orders:
        """A scene is left, and its baseline with it."""
        return self._calibration.off()

    def shut(self) -> Orders:
        """The film is over: nothing is read any more."""
        eyes, self.eyes = self.eyes, False
        return (*self._calibration.off(), CloseEyes()) if eyes else ()

    def refused(self) -> Orders:
        """The viewer takes the yes back, and is told; nothing where it was never given."""
        if not self.eyes:
            return ()
        self.blind = "refused"
        return (*self.shut(), *self._tell_once("camera_off"))

    def shut_at_once(self) -> Orders:
        """The same while the film stands still, where all else waits until it goes on."""
        return (CloseEyes(), *self._tell_once("camera_off")) if self.eyes else ()

    def _tell_once(self, key: str) -> Orders:
        """Say it to the viewer, unless this viewing has said it before."""
        if key in self._told:
            return ()
        self._told |= {key}
        return (Tell(key),)
