"""The lens: a decoded frame becomes a surface of the size it is shown at."""

import math

import pygame
from av import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter

from engine.stage.projection.colours import colours
from engine.stage.projection.sphere import Gaze, Sphere

_BYTES = 4
_SHARPEST = 1920
"""What is seen of a sphere is bent this large and enlarged from there: few are any sharper."""
_BLOCK, _MISSED = 16, 4
_CAREFUL = 0x40000
"""FFmpeg's `accurate_rnd`; not every PyAV has a name for it."""


class Lens:
    """Converts only what is shown, at the size it is shown. Belongs to the main thread."""

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()
        self._sphere = Sphere()

    def develop(
        self, image: VideoFrame, size: tuple[int, int], *, mirrored: bool = False
    ) -> pygame.Surface:
        """A surface of this size. It shares the frame's memory, which lives as long as it."""
        turn = round(image.rotation) % 360
        width, height = size if turn % 180 == 0 else (size[1], size[0])
        seen = self._reformatter.reformat(
            image,
            width=width,
            height=height,
            format="bgra",
            src_colorspace=colours(image),
            interpolation=_way(image, (width, height)),
        )
        plane = seen.planes[0]
        padded = (plane.line_size // _BYTES, height)  # rows may be longer than they show
        surface = pygame.image.frombuffer(memoryview(plane), padded, "BGRA")
        if padded[0] != width:
            surface = surface.subsurface((0, 0, width, height))
        if _lets_through(image):
            surface = _on_black(surface)
        surface.set_alpha(None)
        if mirrored:
            surface = pygame.transform.flip(surface, flip_x=False, flip_y=True)
        return pygame.transform.rotate(surface, turn) if turn else surface

    def look(self, image: VideoFrame, gaze: Gaze, size: tuple[int, int]) -> pygame.Surface:
        """What is seen of a sphere when one looks that way, on a surface of this size."""
        scale = min(1.0, _SHARPEST / max(size))
        wide, high = (2 * math.ceil(round(side * scale) / 2) for side in size)
        bent = self._sphere.bend(image, gaze, (wide, high))
        if scale < 1.0:
            return self.develop(bent, size)
        surface = self.develop(bent, (wide, high))
        return surface if (wide, high) == size else surface.subsurface((0, 0, *size))


def fitted(shape: tuple[int, int] | None, space: tuple[int, int]) -> tuple[int, int]:
    """The largest size of this shape within a space; all of it where there is no shape."""
    if shape is None:
        return space
    scale = min(space[0] / shape[0], space[1] / shape[1])
    return max(1, round(shape[0] * scale)), max(1, round(shape[1] * scale))


def _way(image: VideoFrame, size: tuple[int, int]) -> int:
    """
    How to convert: the quick way, where it fills the picture.

    At the picture's own size it works in blocks of sixteen columns, and leaves up to four that are
    over as they lie in memory.
    """
    missed = 0 < size[0] % _BLOCK <= _MISSED and size == (image.width, image.height)
    return Interpolation.BILINEAR | (_CAREFUL if missed else 0)


def _lets_through(image: VideoFrame) -> bool:
    form = image.format
    return form.has_palette or any(part.is_alpha for part in form.components)


def _on_black(surface: pygame.Surface) -> pygame.Surface:
    """A picture one can see through, on black: there is nothing behind a film."""
    black = pygame.Surface(surface.get_size())
    black.blit(surface, (0, 0))
    return black
