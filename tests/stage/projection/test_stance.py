"""How a camera was held: what it filmed is seen upright, and not in a mirror."""

import gc

import pytest
from av import VideoFrame

from engine.stage.projection.probe_open import open_guarded
from engine.stage.projection.stance import mirrored, upright
from tests.painted import Paint, painted, turned


def first(path):
    opened = open_guarded(path)
    with opened.container:
        return next(opened.container.decode(opened.video))


@pytest.mark.parametrize(
    ("degrees", "shape"), [(0, (320, 180)), (90, (180, 320)), (180, (320, 180)), (270, (180, 320))]
)
def test_a_picture_filmed_lying_is_seen_upright(tmp_path, degrees, shape):
    """Its shape is turned with it."""
    path = painted(tmp_path / "held.mp4", Paint(frames=1))
    image = first(turned(path, degrees) if degrees else path)

    assert upright((image.width, image.height), image) == shape
    assert not mirrored(image)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_mirror_is_told_however_the_telephone_was_held(tmp_path, degrees):
    """A camera that looks back is often one."""
    path = turned(painted(tmp_path / "held.mp4", Paint(frames=1)), degrees, mirrored=True)

    assert mirrored(first(path))


def test_a_frame_that_was_asked_is_let_go_of_at_once(tmp_path, uncollected):
    """The circle PyAV makes around a frame that is asked holds a stamp, not the picture."""
    with open_guarded(painted(tmp_path / "large.mov", Paint(size=(640, 360)))).container as film:
        assert not any(mirrored(frame) for frame in film.decode(video=0))

    left = [each for each in gc.get_objects() if isinstance(each, VideoFrame)]
    assert all(frame.width < 640 for frame in left)
