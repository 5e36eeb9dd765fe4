"""Whether a camera is alive."""

import numpy as np

from engine.senses.camera.freshness import Freshness
from engine.story.units import Seconds


def picture(shade):
    return np.full((48, 64, 3), shade, np.uint8)


def test_a_camera_is_lost_after_a_second_and_a_half():
    """The age of the newest picture, not what a driver says."""
    fresh = Freshness(Seconds(0.0))
    fresh.saw(picture(1), Seconds(1.0))

    assert not fresh.lost(Seconds(2.5))
    assert fresh.lost(Seconds(2.6))


def test_the_same_picture_for_two_seconds_is_a_stall():
    """Real sensors have noise."""
    fresh = Freshness(Seconds(0.0))
    for tenth in range(19):
        fresh.saw(picture(1), Seconds(tenth / 10))

    assert not fresh.stalled(Seconds(1.8))
    assert fresh.stalled(Seconds(1.9))


def test_one_changed_point_is_enough():
    """A dark room is dark, and alive."""
    fresh = Freshness(Seconds(0.0))
    fresh.saw(picture(1), Seconds(0.0))
    changed = picture(1)
    changed[0, 0] = 2
    fresh.saw(changed, Seconds(2.1))

    assert not fresh.stalled(Seconds(2.1))
