"""A reel of sound: decoded ahead, begun at its exact sample, and honest about wrecks."""

import random
import threading
import wave as waves

import numpy as np
import pytest

from engine.stage.projection.clock import BYTES, RATE
from engine.stage.projection.reel_sound import AHEAD, SoundReel
from tests.clips import counted
from tests.sounds import as_wave, counting, noise, opus, wav
from tests.stage.projection.rolling import wait_for


@pytest.fixture
def opened(rolling):
    """Opens reels of sound."""
    return lambda path, start=0, length=10 * RATE: rolling(SoundReel(path, start, length))


def everything(reel):
    heard, room = bytearray(), bytearray(4800 * BYTES)
    while not (reel.run.finished and not reel.run.ahead):
        count = min(reel.run.ahead, 4800)
        reel.run.take_into(memoryview(room)[: count * BYTES])
        heard += room[: count * BYTES]
    return bytes(heard)


@pytest.mark.parametrize("start", [0, 1, 24_000, 100_001])
def test_it_begins_at_its_exact_sample(tmp_path, opened, start):
    """A dub of a part of a long film."""
    heard = everything(opened(wav(tmp_path / "a.wav", counting(3, 3 * RATE)), start))

    assert counted(heard) == [(3, at) for at in range(start, 3 * RATE)]


@pytest.mark.parametrize("start", [0, 70_000])
def test_a_compressed_file_lies_where_its_samples_were(tmp_path, opened, start):
    """What the encoder put before the first sample is not heard: lips stay lips."""
    written = noise(4.0, loud=8000)
    heard = as_wave(everything(opened(opus(tmp_path / "a.opus", written), start)))

    def likeness(by):
        piece = written[start + 24_000 + by : start + 44_000 + by]
        return np.vdot(piece.astype(float), heard[24_000:44_000])

    assert max(range(-40, 41), key=likeness) == 0


@pytest.mark.parametrize("start", [0, 48_000, 70_001])
def test_a_file_at_another_rate_lies_where_its_sound_was(tmp_path, opened, start):
    """Resampling holds a little back; a part of a long dub must not come that much early."""
    beats = np.arange(0.1, 4.0, 0.5)

    def knocks(rate):
        away = np.arange(4 * rate)[:, None] / rate - beats
        return (np.exp(-((300 * away) ** 2)) * np.sin(4400 * away)).sum(axis=1) * 20_000

    with waves.open(str(tmp_path / "a.wav"), "wb") as out:
        out.setparams((1, 2, 44_100, 0, "NONE", ""))
        out.writeframes(knocks(44_100).astype("<i2").tobytes())
    heard = as_wave(everything(opened(tmp_path / "a.wav", start)))[:, 0].astype(float)
    written = knocks(RATE)

    def likeness(by):
        return np.vdot(written[start + 5000 + by : start + 75_000 + by], heard[5000:75_000])

    assert abs(max(range(-40, 41), key=likeness)) <= 1


def test_it_decodes_two_seconds_ahead_and_no_further(tmp_path, opened):
    """An hour of dub must not lie in memory."""
    reel = opened(wav(tmp_path / "a.wav", noise(6.0)))
    wait_for(lambda: reel.run.ahead >= AHEAD)

    assert reel.ready
    assert AHEAD <= reel.run.ahead < AHEAD + RATE
    assert reel.lost is None


def test_a_dub_that_waited_long_is_not_lost_when_it_is_wanted(tmp_path, opened, monkeypatch):
    """Parked behind a long scene, or in a pause: its decoder rests, it does not hang."""
    monkeypatch.setattr("engine.stage.projection.reel_sound._STALL", 0.3)
    reel = opened(wav(tmp_path / "a.wav", noise(8.0)))
    wait_for(lambda: reel.run.ahead >= AHEAD)
    threading.Event().wait(0.6)
    reel.run.skip(RATE)

    assert reel.run.ahead < AHEAD
    assert reel.lost is None


def test_a_decoder_that_hangs_is_lost_after_a_while(tmp_path, opened, monkeypatch):
    """A disk that went away must not hold the film."""
    monkeypatch.setattr("engine.stage.projection.reel_sound._STALL", 0.1)
    never = threading.Event()
    monkeypatch.setattr("engine.stage.projection.reel_sound.open_sound", lambda _: never.wait(5))
    reel = opened(wav(tmp_path / "a.wav", noise(1.0)))
    wait_for(lambda: reel.lost is not None)
    says = reel.lost
    never.set()

    assert says == "a.wav: its decoder has not moved for two seconds."


def test_a_dub_that_ends_before_the_clips_beginning_is_silence(tmp_path, opened):
    """Shorter than the clip's `in`: that is no damage."""
    reel = opened(wav(tmp_path / "a.wav", noise(0.5)), 2 * RATE)
    wait_for(lambda: reel.run.finished)

    assert reel.lost is None


@pytest.mark.parametrize("written", [b"", b"garbage" * 100, b"OggS" + bytes(500)])
def test_a_wreck_is_lost_in_one_sentence(tmp_path, opened, written):
    """And its thread ends."""
    (tmp_path / "a.zh.opus").write_bytes(written)
    reel = opened(tmp_path / "a.zh.opus")
    wait_for(lambda: reel.lost is not None)

    assert reel.lost.startswith("a.zh.opus")
    assert reel.lost.endswith(".")


def test_a_file_of_which_little_is_left_is_lost(tmp_path, opened):
    """A whole head over a ruined body: crackle is worse than the clip's own sound."""
    path = opus(tmp_path / "a.opus", noise(6.0))
    whole = bytearray(path.read_bytes())
    whole[600:] = np.random.default_rng(1).bytes(len(whole) - 600)
    path.write_bytes(whole)
    reel = opened(path)
    wait_for(lambda: reel.lost is not None)

    assert reel.lost.startswith("a.opus")


@pytest.mark.parametrize("seed", range(12))
def test_a_bitten_file_plays_or_is_lost_and_nothing_hangs(tmp_path, opened, seed):
    """Bytes flipped, a piece missing, a head that lies: each is met without a crash."""
    chance = random.Random(seed)
    whole = bytearray(opus(tmp_path / "a.opus", noise(1.0)).read_bytes())
    for _ in range(chance.randrange(1, 40)):
        whole[chance.randrange(len(whole))] = chance.randrange(256)
    (tmp_path / "a.opus").write_bytes(whole[: chance.randrange(len(whole) // 2, len(whole))])
    reel = opened(tmp_path / "a.opus")
    wait_for(lambda: reel.run.finished)

    assert reel.lost is None or reel.lost.startswith("a.opus")
    assert reel.run.written <= 10 * RATE
