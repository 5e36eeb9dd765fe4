"""What an unmarked file's numbers mean."""

import pytest
from av.video.reformatter import Colorspace

from engine.stage.projection.colours import colours
from tests.painted import Paint, drawn


def frame(size, matrix=2):
    made = drawn(Paint(size=size))
    made.colorspace = matrix
    return made


@pytest.mark.parametrize(
    ("size", "meant"),
    [
        ((640, 360), Colorspace.ITU601), ((720, 576), Colorspace.ITU601),
        ((720, 480), Colorspace.ITU601), ((1280, 720), Colorspace.ITU709),
        ((1280, 536), Colorspace.ITU709), ((720, 1280), Colorspace.ITU709),
        ((960, 720), Colorspace.ITU709), ((3840, 2160), Colorspace.ITU709),
    ],
)  # fmt: skip
def test_a_file_that_does_not_say_is_of_the_age_of_its_size(size, meant):
    """A film in scope is low and wide, a telephone's is narrow and high: both are of our days."""
    assert colours(frame(size)) is meant


@pytest.mark.parametrize("matrix", [0, 1, 5, 9])
def test_a_file_that_says_so_is_believed(matrix):
    """Whatever its size."""
    assert colours(frame((320, 180), matrix)) is None
    assert colours(frame((1920, 1080), matrix)) is None
