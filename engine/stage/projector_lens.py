"""The lens: a decoded frame becomes a surface of the size it is shown at."""

import pygame
from av import VideoFrame
from av.video.reformatter import Colorspace, Interpolation, VideoReformatter

_HD = 720
_BYTES = 4
_UNSAID = 2
_QUARTER = 90


class Lens:
    """Converts only what is shown, at the size it is shown. Belongs to the main thread."""

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()

    def develop(self, image: VideoFrame, size: tuple[int, int]) -> pygame.Surface:
        """A surface of this size. It shares the frame's memory, which lives as long as it."""
        turn = round(image.rotation) % 360
        width, height = size if turn % 180 == 0 else (size[1], size[0])
        seen = self._reformatter.reformat(
            image,
            width=width,
            height=height,
            format="bgra",
            src_colorspace=_colours(image),
            interpolation=Interpolation.BILINEAR,
        )
        plane = seen.planes[0]
        padded = (plane.line_size // _BYTES, height)  # rows may be longer than they show
        surface = pygame.image.frombuffer(memoryview(plane), padded, "BGRA")
        surface.set_alpha(None)
        if padded[0] != width:
            surface = surface.subsurface((0, 0, width, height))
        return pygame.transform.rotate(surface, turn) if turn else surface


def fitted(shape: tuple[int, int] | None, space: tuple[int, int]) -> tuple[int, int]:
    """The largest size of this shape within a space; all of it where there is no shape."""
    if shape is None:
        return space
    scale = min(space[0] / shape[0], space[1] / shape[1])
    return max(1, round(shape[0] * scale)), max(1, round(shape[1] * scale))


def _colours(image: VideoFrame) -> Colorspace | None:
    """What an unmarked file means: as everybody does, by its height."""
    if image.colorspace != _UNSAID:
        return None
    return Colorspace.ITU709 if image.height >= _HD else Colorspace.ITU601
