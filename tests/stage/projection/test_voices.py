"""What lies beside a clip to be heard, in which language."""

import pytest

from engine.stage.projection.voices import Hearing, Voices


@pytest.fixture
def folder(tmp_path):
    for name in ("hall.zh.opus", "hall.en.ad.opus", "hall.zh.ad.wav", "acts/one.zh.m4a"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    return tmp_path


def test_a_dub_is_found_by_language(folder):
    """And a clip in whose language there is none has its own sound."""
    voices = Voices(folder)

    assert voices.dub("hall.mp4", "zh") == (folder / "hall.zh.opus").resolve()
    assert voices.dub("acts/one.mp4", "zh") == (folder / "acts" / "one.zh.m4a").resolve()
    assert voices.dub("hall.mp4", "en") is None
    assert voices.dub("hall.mp4", "") is None


def test_a_description_is_no_dub(folder):
    """`hall.en.ad.opus` is told over the film, not in its place."""
    assert Voices(folder).dub("hall.mp4", "en") is None
    assert Voices(folder).dub("hall.mp4", "en.ad") is not None  # no viewer speaks that


def test_a_description_is_told_in_the_viewers_language_or_the_films_own(folder):
    """Whoever cannot see the film has more of the wrong language than of none."""
    voices = Voices(folder)

    assert voices.told("hall.mp4", Hearing("zh", "en")).name == "hall.zh.ad.wav"
    assert voices.told("hall.mp4", Hearing("fr", "en")).name == "hall.en.ad.opus"
    assert voices.told("acts/one.mp4", Hearing("zh", "en")) is None


def test_nothing_is_found_outside_the_films_folder(folder):
    """A film hears only what is its own."""
    (folder / "inner").mkdir()

    assert Voices(folder / "inner").dub("../hall.mp4", "zh") is None


def test_the_disk_is_asked_once(folder):
    """A cut has no time for it."""
    voices = Voices(folder)
    voices.dub("hall.mp4", "zh")
    (folder / "hall.zh.opus").unlink()

    assert voices.dub("hall.mp4", "zh") is not None
