"""Whether faces are read in a viewing, why not, and what the viewer is told of it."""

from engine.director.calibration import Calibration
from engine.messages.orders import CloseEyes, Order, Tell, Write
from engine.messages.records import Noticed
from engine.messages.shots import Shot
from engine.story.model import Sensing, Way
from engine.story.units import Seconds

Orders = tuple[Order, ...]


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
        back = way is Way.FACE and "camera_lost" in self._told
        return self._tell_once("camera_found") if back else ()

    def lost(self, way: Way, says: str, now: Seconds) -> Orders:
        """A sense has died: that is written down, and told once where it was in use."""
        noted = Write(Noticed(code=f"{way.value}-lost", says=says, at=now))
        if not self.used(way):
            return (noted,)
        self.blind = "camera lost"
        return (noted, *self._tell_once("camera_lost"))

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
        """The viewer takes the yes back; nothing where it was never given."""
        if self.eyes:
            self.blind = "refused"
        return self.shut()

    def _tell_once(self, key: str) -> Orders:
        """Say it to the viewer, unless this viewing has said it before."""
        if key in self._told:
            return ()
        self._told |= {key}
        return (Tell(key),)
