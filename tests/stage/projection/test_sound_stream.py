"""The WAV without an end, read the way a mixer reads it."""

import io
import wave

from engine.stage.projection.sound_stream import EndlessWav


def ones(samples):
    return b"\1\0\2\0" * samples


def test_it_begins_like_any_wav_of_its_length():
    """Any reader of WAVs understands it."""
    stream = EndlessWav(ones, lap=1000)
    whole = b"".join(iter(lambda: stream.read(512), b""))

    with wave.open(io.BytesIO(whole)) as read:
        assert (read.getframerate(), read.getnchannels(), read.getsampwidth()) == (48_000, 2, 2)
        assert read.readframes(2000) == ones(1000)


def test_a_lap_ends_and_begins_again_when_the_reader_goes_back():
    """The mixer seeks to the first sample and reads on."""
    stream = EndlessWav(ones, lap=100)
    stream.seek(0)
    stream.read(44)
    first = [len(stream.read(256)) for _ in range(3)]
    stream.seek(44)

    assert first == [256, 144, 0]
    assert stream.read(256) == ones(64)
    assert stream.tell() == 300


def test_looking_for_more_behind_the_sound_finds_nothing():
    """Readers look for chunks behind the data; they must not be given sound for one."""
    stream = EndlessWav(ones, lap=100)
    stream.seek(0, io.SEEK_END)

    assert stream.read(8) == b""
