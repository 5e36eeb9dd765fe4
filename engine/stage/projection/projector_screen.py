"""What is on the screen: the newest due frame of the take that is heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace as changed

import pygame
from av import VideoFrame

from engine.messages.shots import Shot
from engine.stage.projection.clock import in_samples, in_seconds
from engine.stage.projection.projector_lens import Lens, fitted
from engine.stage.projection.reel import Frame, Paint
from engine.stage.projection.sphere import AHEAD, Gaze
from engine.stage.projection.timeline import Take
from engine.story.clips import all_around
from engine.story.units import Seconds

_NEAR = in_samples(0.3)
_BLINK = in_samples(1 / 60)


@dataclass(frozen=True, slots=True)
class Picture:
    """What to put on the screen: a surface that fits the space asked for, in its own shape."""

    surface: pygame.Surface
    shot: Shot
    pts: Seconds
    """Where in the shot this picture lies."""
    fresh: bool
    """Whether it differs from the one given last."""
    gaze: Gaze | None = None
    """How one looks into it, where it was shot all around."""


class ScreenView:
    """Takes the frames that are due, converts the newest, counts the others as dropped."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self._lens = Lens()
        self._take: Take | None = None
        self._frame: Frame | None = None
        self._space = (0, 0)
        self._picture: Picture | None = None
        self._ahead: tuple[Frame, pygame.Surface] | None = None  # converted before its time
        self.shown = self.dropped = self.dropped_near_cuts = 0

    def picture(
        self, take: Take, position: int, space: tuple[int, int], gaze: Gaze = AHEAD
    ) -> Picture | None:
        """The picture at this moment, as large as fits the space; of a sphere what is seen."""
        due = take.reel.due(position)
        if due:
            self._drop(take, due[:-1])
            self._take, self._frame = take, due[-1]
            self.shown += 1
        if self._take is None or self._frame is None:
            return None
        turned = self._picture is not None and self._picture.gaze not in {None, gaze}
        if due or turned or space != self._space or self._picture is None:
            if space != self._space:
                self._space, self._ahead = space, None
            self._picture = self._developed(self._take, self._frame, gaze)
        else:
            self._picture = changed(self._picture, fresh=False)
        return self._picture

    def behind(self, take: Take, position: int) -> bool:
        """Whether another picture is due than the one given last."""
        coming = take.reel.next_at()
        due = coming is not None and coming <= min(position, take.reel.length - 1)
        return due or take is not self._take or self._frame is None

    def develop_ahead(self, take: Take) -> bool:
        """Convert this take's coming picture now, as large as the last; false if it has none."""
        frame = take.reel.coming()
        if frame is None or frame.at >= take.reel.length or self._picture is None:
            return False
        ready = self._ahead is not None and self._ahead[0] is frame
        if not ready and isinstance(frame.image, VideoFrame) and not _is_sphere(take):
            self._ahead = (frame, self._converted(take, frame, frame.image))
        return True

    def leave(self, take: Take, position: int) -> None:
        """A take is over: what was due for a sixtieth and was never asked for was dropped."""
        self._drop(take, take.reel.due(position - _BLINK))

    def clear(self) -> None:
        """The film is over: let go of its last picture."""
        self._take = self._frame = self._picture = self._ahead = None
        self._lens = Lens()

    def _drop(self, take: Take, frames: Sequence[Frame]) -> None:
        end = take.reel.length
        self.dropped += len(frames)
        self.dropped_near_cuts += sum(f.at < _NEAR or f.at > end - _NEAR for f in frames)

    def _developed(self, take: Take, frame: Frame, gaze: Gaze) -> Picture:
        at = in_seconds(take.since + frame.at)
        if isinstance(frame.image, Shot):
            surface = self._paint(frame.image, self._space)
        elif _is_sphere(take):
            surface = self._lens.look(frame.image, gaze, self._space)
            return Picture(surface, take.shot, at, fresh=True, gaze=gaze)
        elif self._ahead is not None and self._ahead[0] is frame:
            surface = self._ahead[1]
        else:
            surface = self._converted(take, frame, frame.image)
        return Picture(surface, take.shot, at, fresh=True)

    def _converted(self, take: Take, frame: Frame, image: VideoFrame) -> pygame.Surface:
        size = fitted(take.reel.shape, self._space)
        return self._lens.develop(image, size, mirrored=frame.mirrored)


def _is_sphere(take: Take) -> bool:
    """Whether it was shot all around, and the picture at hand can be; a fallback may be flat."""
    shape = take.reel.shape
    return take.shot.view is not None and shape is not None and all_around(*shape)
