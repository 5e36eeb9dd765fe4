"""A film's reel with the sounds beside it: opened together, let go of together."""

import threading

import pytest

from engine.stage.projection.clock import BYTES, RATE
from engine.stage.projection.reel_film import FilmReel
from engine.stage.projection.reel_voiced import VoicedReel
from tests.clips import counted
from tests.sounds import counting, noise, wav
from tests.stage.projection.rolling import PATIENCE, wait_for


@pytest.fixture
def opened(reels, rolling):
    """Opens a film with sounds beside it."""

    def open_reel(dub=None, told=None, start=0):
        film = FilmReel(reels / "1.mov", start, 10**9)
        reel = VoicedReel("1.mov", film, start, 2 * RATE, dub)
        reel.describe(told)
        return rolling(reel)

    return open_reel


def heard(reel, samples):
    room = bytearray(samples * BYTES)
    wait_for(lambda: reel.ready)
    taken = reel.sound.take_into(memoryview(room))
    return counted(bytes(room[: taken * BYTES]))


@pytest.mark.parametrize("start", [0, 31_000])
def test_a_dub_is_heard_from_the_clips_own_first_sample(tmp_path, opened, start):
    """Also where the clip is a part of a longer file."""
    reel = opened(wav(tmp_path / "1.zh.wav", counting(7, 2 * RATE)), start=start)

    assert heard(reel, 1000) == [(7, start + at) for at in range(1000)]
    assert reel.length == 2 * RATE - start


def test_a_longer_dub_does_not_lengthen_its_clip(tmp_path, opened):
    """It is cut at the clip's end, to the sample."""
    reel = opened(wav(tmp_path / "1.zh.wav", counting(7, 3 * RATE)))
    wait_for(lambda: reel.ready)

    assert reel.length == 2 * RATE


def test_a_damaged_dub_is_the_clips_own_sound_and_one_sentence(tmp_path, opened):
    """Nobody waits for it."""
    (tmp_path / "1.zh.opus").write_bytes(b"OggS" + bytes(100))
    reel = opened(tmp_path / "1.zh.opus")

    assert heard(reel, 1000) == [(1, at) for at in range(1000)]
    assert reel.trouble.startswith("1.zh.opus")
    assert reel.fault is None


def test_a_description_begins_where_it_is_switched_on_and_ends_when_it_is_switched_off(
    tmp_path, opened
):
    """In the middle of a clip, too."""
    told = wav(tmp_path / "1.en.ad.wav", noise(2.0, loud=9000))
    reel = opened()
    assert reel.told is None
    reel.describe(told, 10_000)
    first = reel.told
    reel.describe(told, 20_000)

    assert reel.told is first is not None
    wait_for(lambda: first.spoken(10_000, 11_000))
    assert not first.spoken(0, 9_000)
    reel.describe(None)
    assert reel.told is None


def test_every_thread_of_it_ends(tmp_path, opened):
    """However often descriptions were switched."""
    told = wav(tmp_path / "1.en.ad.wav", noise(20.0))
    reel = opened(wav(tmp_path / "1.zh.wav", noise(20.0)))
    for _ in range(5):
        reel.describe(told)
        reel.describe(None)
    reel.close()

    assert reel.ended(PATIENCE)
    names = {thread.name for thread in threading.enumerate()}
    assert not {name for name in names if name.startswith(("sound 1.", "reel 1."))}
