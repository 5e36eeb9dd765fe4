"""What is known of a clip's file."""

import pytest

from engine.story.clips import all_around, reason


@pytest.mark.parametrize(
    ("size", "can"),
    [((2048, 1024), True), ((1000, 490), True), ((4096, 2160), False), ((1920, 1080), False),
     ((1024, 1024), False), ((640, 0), False)],
)  # fmt: skip
def test_only_a_picture_twice_as_wide_as_high_can_hold_everything_around(size, can):
    """A few rows more or less are a codec's, and no other shape."""
    assert all_around(*size) is can


@pytest.mark.parametrize(
    ("says", "why"),
    [
        ("hall.mp4 is empty. Export it again.", "it is empty"),
        ("hall.mp4 is damaged", "it is damaged"),
        ("The disk is gone.", "The disk is gone"),
    ],
)
def test_a_reason_names_no_file_and_no_cure(says, why):
    """A finding tells both itself, once."""
    assert reason("acts/hall.mp4", says) == why
