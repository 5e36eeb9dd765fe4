"""Sound that is not read from clips."""

import wave

from engine.stage.projection.clock import BYTES, RATE
from engine.stage.projection.sound_click import Bar, click_bar


def written(path, frames, channels=1, rate=RATE):
    with wave.open(str(path), "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(frames)
    return path


def heard(bar, samples):
    room = bytearray(b"\7" * samples * BYTES)
    assert bar.take_into(memoryview(room)) == samples
    return bytes(room)


def test_a_stand_in_clicks_once_a_second(tmp_path):
    """An author can count a missing clip's length; mono or stereo, both ears hear it."""
    mono = click_bar(written(tmp_path / "mono.wav", b"\5\0\6\0"))
    both = click_bar(written(tmp_path / "both.wav", b"\5\0\5\0\6\0\6\0", channels=2))

    assert mono == both
    assert len(mono) == RATE * BYTES
    three = heard(Bar(mono), 3 * RATE)
    assert three == mono * 3


def test_a_click_that_is_not_there_or_not_ours_is_silence(tmp_path):
    """A missing sound never stops a film."""
    (tmp_path / "torn.wav").write_bytes(b"RIFF")

    assert click_bar(tmp_path / "none.wav") == b""
    assert click_bar(tmp_path / "torn.wav") == b""
    assert click_bar(written(tmp_path / "slow.wav", b"\5\0", rate=8000)) == b""


def test_silence_fills_without_ever_running_out():
    """A still has no sound; its clock runs all the same."""
    room = bytearray(10 * BYTES)

    assert Bar().take_into(memoryview(room)) == 10
    assert bytes(room) == bytes(10 * BYTES)
