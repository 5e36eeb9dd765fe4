"""Looking at files of sound: how long, of which clip, in which language."""

import pytest

from engine.stage.projection.probe import probe_all
from engine.stage.projection.probe_sound import probe_sound, sounds_beside
from engine.story.clips import ClipFault
from tests.sounds import noise, opus, wav


def test_a_sound_has_a_length_and_no_picture(tmp_path):
    """To a packet: 20 ms."""
    for path in (wav(tmp_path / "a.wav", noise(1.5)), opus(tmp_path / "a.opus", noise(1.5))):
        facts = probe_sound(path)
        assert facts.length == pytest.approx(1.5, abs=0.02)
        assert (facts.width, facts.height, facts.sound) == (0, 0, True)
        assert facts.size == path.stat().st_size


def test_a_films_music_is_looked_at_with_its_clips(tmp_path):
    """A bed that is not there yet is told like a clip."""
    wav(tmp_path / "music" / "night.wav", noise(0.5))
    found = probe_all(tmp_path, ["music/night.wav", "music/gone.ogg"])

    assert found["music/night.wav"].length == pytest.approx(0.5)
    assert found["music/gone.ogg"] == ClipFault(missing=True, says="gone.ogg is not there.")


def test_dubs_and_descriptions_are_found_beside_their_clips(tmp_path):
    """And nothing else is."""
    for name in ("hall.zh.wav", "hall.en.ad.wav", "hall.wav", "other.zh.wav", "acts/one.zh.wav"):
        wav(tmp_path / name, noise(0.1))
    (tmp_path / "hall.fr.opus").write_bytes(b"")
    found = sounds_beside(tmp_path, ["hall.mp4", "acts/one.mp4", "../hall.mp4"])

    assert [(each.file, each.clip, each.language) for each in found] == [
        ("hall.en.ad.wav", "hall.mp4", "en"),
        ("hall.fr.opus", "hall.mp4", "fr"),
        ("hall.zh.wav", "hall.mp4", "zh"),
        ("acts/one.zh.wav", "acts/one.mp4", "zh"),
    ]
    assert [each.fault for each in found] == [
        None,
        "hall.fr.opus is empty. Export it again.",
        None,
        None,
    ]
