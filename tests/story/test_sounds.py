"""Which files are sound."""

import pytest

from engine.story.sounds import is_sound


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        ("music/night.ogg", True),
        ("NIGHT.WAV", True),
        ("hall.zh.opus", True),
        ("hall.mp4", False),
        ("poster.jpg", False),
        ("ogg", False),
    ],
)
def test_a_sound_is_known_by_its_name(name, sound):
    """Before it is looked at: what is not there yet must be told as what it will be."""
    assert is_sound(name) is sound
