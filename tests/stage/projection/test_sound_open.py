"""Sound files are opened by what they are, and every wreck has its sentence."""

import os

import pytest

from engine.stage.projection.probe_open import UnplayableError
from engine.stage.projection.sound_open import open_sound
from tests.sounds import hum, opus, wav


def test_a_file_is_known_by_its_first_bytes_not_its_name(tmp_path):
    """Authors rename files."""
    path = wav(tmp_path / "hall.zh.opus", hum(0.1))
    with open_sound(path).container as container:
        assert container.format.name == "wav"

    with open_sound(opus(tmp_path / "hall.opus", hum(0.1))).container as container:
        assert container.format.name == "ogg"


@pytest.mark.parametrize(
    ("written", "word"),
    [
        (None, "not there"),
        (b"", "empty"),
        (b"ffconcat version 1.0\nfile secret\n", "no sound this player knows"),
        (b"#EXTM3U\nhttp://example.org/a.ogg\n", "no sound this player knows"),
        (b"OggS" + bytes(200), "damaged"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "damaged"),
    ],
)
def test_a_wreck_is_one_sentence(tmp_path, written, word):
    """Named, with what to do."""
    path = tmp_path / "hall.zh.opus"
    if written is not None:
        path.write_bytes(written)

    with pytest.raises(UnplayableError) as refused:
        open_sound(path)

    says = refused.value.fault.says
    assert says.startswith("hall.zh.opus")
    assert word in says
    assert "\n" not in says
    assert refused.value.fault.missing is (written is None)


def test_a_film_without_sound_is_no_sound(tmp_path, reels):
    """Somebody named the wrong file."""
    with pytest.raises(UnplayableError, match="holds no sound"):
        open_sound(reels / "mute.mp4")


def test_a_pipe_is_not_waited_for(tmp_path):
    """Reading one would never end."""
    os.mkfifo(tmp_path / "hall.zh.opus")

    with pytest.raises(UnplayableError, match=r"hall\.zh\.opus is no file"):
        open_sound(tmp_path / "hall.zh.opus")
