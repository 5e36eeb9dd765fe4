"""The sphere: a film shot all around, bent flat for one way of looking into it."""

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from av import VideoFrame
from av.video.plane import VideoPlane
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter
from numpy.typing import NDArray

from engine.opencv import opencv
from engine.stage.projection.colours import colours
from engine.stage.projection.probe_open import UnplayableError
from engine.story.clips import ClipFault

Plane = NDArray[np.uint8]
Rays = NDArray[np.float32]
"""Where rays meet something: to the right and down, in the last axis."""
Size = tuple[int, int]

ACROSS: Final = 90.0
"""Degrees that are seen along the longer side of what is shown."""
HIGHEST: Final = 85.0
"""Degrees that one can look up or down: a head is not turned over."""
_CELL: Final = 8
"""Rays are reckoned at every eighth pixel, and enlarged between them."""
_ROUGH: Final = 0.1
"""Corners of a cell farther apart than this share of the way round: the cell is no plane."""
_SPARE: Final = 4
"""Columns of the other edge beside each edge, so that no seam is seen."""
_TOO_FINE: Final = 2.0
"""A picture so many times finer than what is shown is made smaller first: it would glitter."""
_AS_THEY_ARE: Final = frozenset({"yuv420p", "yuvj420p"})


@dataclass(frozen=True, slots=True)
class Gaze:
    """A way of looking, in degrees from the author's centre: the middle of the clip's picture."""

    right: float = 0.0
    """-180 to 180."""
    up: float = 0.0
    """Down to -HIGHEST."""


AHEAD: Final = Gaze()


def ready_to_bend(path: Path) -> None:
    """Bring in what bends a clip, which takes a moment. UnplayableError where it is not there."""
    try:
        opencv()
    except ImportError as problem:
        says = f"{path.name} is shot all around, and OpenCV cannot be loaded here ({problem})."
        raise UnplayableError(ClipFault(missing=False, says=says)) from problem


def focus(size: Size) -> float:
    """How far the eye is from what is shown, in its pixels."""
    return max(size) / 2 / math.tan(math.radians(ACROSS / 2))


def seen_at(place: tuple[float, float], gaze: Gaze, size: Size) -> tuple[float, float] | None:
    """
    Where a place of the sphere is seen, both as shares of a picture from its left top corner.

    None for a place behind whoever looks.
    """
    turn = (place[0] - 0.5) * 2.0 * math.pi - math.radians(gaze.right)
    high, tilt = (0.5 - place[1]) * math.pi, math.radians(gaze.up)
    right, up, on = (
        math.cos(high) * math.sin(turn), math.sin(high), math.cos(high) * math.cos(turn)
    )  # fmt: skip
    ahead = up * math.sin(tilt) + on * math.cos(tilt)
    above = up * math.cos(tilt) - on * math.sin(tilt)
    if ahead <= 0.0:
        return None
    away = focus(size) / ahead
    return 0.5 + right * away / size[0], 0.5 - above * away / size[1]


class Sphere:
    """Bends frames of a film shot all around. Belongs to the main thread."""

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()
        self._of: VideoFrame | None = None
        self._read: VideoFrame | None = None

    def bend(self, image: VideoFrame, gaze: Gaze, size: Size) -> VideoFrame:
        """What is seen of a frame: a flat one of this size, which is even, in the same colours."""
        if image is not self._of or self._read is None:
            self._of, self._read = image, self._made_plain(image, size)
        bent = VideoFrame(*size, "yuv420p")
        for plane, shown in zip(self._read.planes, bent.planes, strict=True):
            _look(_pixels(plane), _pixels(shown), gaze, size)
        full = self._read.format.name == "yuvj420p"
        bent.colorspace = colours(self._read) or self._read.colorspace
        bent.color_range = ColorRange.JPEG if full else self._read.color_range
        return bent

    def _made_plain(self, image: VideoFrame, size: Size) -> VideoFrame:
        """The frame in eight bits and the usual planes, and not far finer than it is shown."""
        useful = 2 * round(2.0 * math.pi * focus(size) / 2)
        fine = image.width > _TOO_FINE * useful
        if image.format.name in _AS_THEY_ARE and not fine:
            return image
        width = useful if fine else image.width + image.width % 2
        return self._reformatter.reformat(
            image, width=width, height=width // 4 * 2 if fine else None, format="yuv420p",
            src_colorspace=colours(image), dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
        )  # fmt: skip


def _look(plane: Plane, shown: Plane, gaze: Gaze, size: Size) -> None:
    """Fill what is shown of one plane; the sphere is turned, so that no ray meets its edge."""
    turn = gaze.right / 360.0 * plane.shape[1]
    columns = math.floor(turn)
    scale = np.array((plane.shape[1], plane.shape[0]), np.float32)
    first = np.array((_SPARE - 0.5 + turn - columns, -0.5), np.float32)
    rays = _enlarged(size, shown.shape[0] / size[1], math.radians(gaze.up), (scale, first))
    cv2 = opencv()
    cv2.remap(_turned(plane, columns), rays[: shown.shape[0], : shown.shape[1]], None,
              cv2.INTER_LINEAR, dst=shown, borderMode=cv2.BORDER_REPLICATE)  # fmt: skip


def _turned(plane: Plane, columns: int) -> Plane:
    """The plane from `columns` on all the way round, and a little of both neighbours."""
    height, width = plane.shape
    turned = np.empty((height, width + 2 * _SPARE), np.uint8)
    at, filled = (columns - _SPARE) % width, 0
    while filled < turned.shape[1]:
        part = min(width - at, turned.shape[1] - filled)
        turned[:, filled : filled + part] = plane[:, at : at + part]
        at, filled = 0, filled + part
    return turned


def _enlarged(size: Size, share: float, tilt: float, place: tuple[Rays, Rays]) -> Rays:
    """
    Where the ray of each pixel meets a plane that is so much smaller than what is shown.

    Reckoned at an eighth of the size and enlarged, but for the few cells where a pole or the far
    side makes that wrong. `place` is the plane's size, and where it begins.
    """
    scale, first = place
    corners, rough = _corners(size, tilt)
    step = round(_CELL * share)
    rows, columns = corners.shape[:2]
    rays: Rays = opencv().resize(
        corners * scale + first, (columns * step, rows * step), interpolation=opencv().INTER_LINEAR
    )
    if len(rough):
        within = np.arange(step) + step // 2
        down, right = (rough[:, axis, None] * step + within for axis in (0, 1))
        x, y = _middle(right, share)[:, None, :], _middle(down, share)[:, :, None]
        rays[down[:, :, None], right[:, None, :]] = _meet(x, y, size, tilt) * scale + first
    return rays[step:, step:]


@lru_cache(maxsize=4)
def _corners(size: Size, tilt: float) -> tuple[Rays, NDArray[np.intp]]:
    """
    Where every eighth ray meets the sphere, from one cell outside of what is shown on.

    And the cells across which the way round does not run evenly: row and column of their first
    corner.
    """
    columns, rows = (np.arange(-(-side // _CELL) + 2) for side in size)
    x, y = np.meshgrid(_middle(columns, 1 / _CELL), _middle(rows, 1 / _CELL))
    corners = _meet(x, y, size, tilt)
    turn = corners[..., 0]
    four = np.stack([turn[:-1, :-1], turn[1:, :-1], turn[:-1, 1:], turn[1:, 1:]])
    return corners, np.argwhere(np.ptp(four, axis=0) > _ROUGH)


def _middle(index: NDArray[np.intp], share: float) -> NDArray[np.float32]:
    """The middles of a smaller plane's pixels in what is shown, which begins after one cell."""
    return ((index + 0.5) / share - 0.5 - _CELL).astype(np.float32)


def _meet(x: NDArray[np.float32], y: NDArray[np.float32], size: Size, tilt: float) -> Rays:
    """Where the rays through these pixels meet the sphere."""
    right, down = x - (size[0] - 1) / 2, y - (size[1] - 1) / 2
    ahead = focus(size)
    above = ahead * math.sin(tilt) - down * math.cos(tilt)
    on = ahead * math.cos(tilt) + down * math.sin(tilt)
    turn = np.arctan2(right, on) / (2.0 * math.pi)
    high = np.arctan2(above, np.hypot(right, on)) / math.pi
    return np.stack([turn + 0.5, 0.5 - high], axis=-1).astype(np.float32)


def _pixels(plane: VideoPlane) -> Plane:
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
    return rows[:, : plane.width]
