"""How a face is lit, as far as reading it is concerned."""

from typing import Final

from engine.opencv import opencv
from engine.senses.camera.pictures import Picture
from engine.senses.faces.finding import Box

INSIDE: Final = 0.7
"""Of a box, the middle part that is skin and not hair or wall."""
FEWEST: Final = (2, 4)
"""Rows and columns without which there are no two halves to compare."""


def contrast_of(picture: Picture, box: Box) -> float:
    """How much light and dark differ in a face: the lesser of its two halves, 0..128."""
    wide, high = INSIDE * box.width, INSIDE * box.height
    x, y = box.centre
    top, bottom = _pixels(y - high / 2, y + high / 2, picture.shape[0])
    left, right = _pixels(x - wide / 2, x + wide / 2, picture.shape[1])
    face = picture[top:bottom:2, left:right:2]
    if face.shape[0] < FEWEST[0] or face.shape[1] < FEWEST[1]:
        return 0.0
    grey = opencv().cvtColor(face, opencv().COLOR_BGR2GRAY)
    middle = grey.shape[1] // 2
    return float(min(grey[:, :middle].std(), grey[:, middle:].std()))


def _pixels(first: float, last: float, most: int) -> tuple[int, int]:
    return max(0, min(most, round(first))), max(0, min(most, round(last)))
