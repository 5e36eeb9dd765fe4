"""What the numbers of a frame mean, where its file does not say."""

from typing import Final

from av import VideoFrame
from av.video.reformatter import Colorspace

_UNSAID: Final = 2
_WIDE, _HIGH = 1280, 576
"""Pictures this wide, or higher than this, are of the age of high definition."""


def colours(image: VideoFrame) -> Colorspace | None:
    """
    What an unmarked file means: as everybody does, by its size; none where it says so itself.

    By its width too: a film in scope is 1280 wide and 536 high.
    """
    if image.colorspace != _UNSAID:
        return None
    large = max(image.width, image.height) >= _WIDE or min(image.width, image.height) > _HIGH
    return Colorspace.ITU709 if large else Colorspace.ITU601
