"""A dub in place of a clip's own sound: in step, and not missed when it is lost."""

import numpy as np

from engine.stage.projection.clock import BYTES, RATE
from engine.stage.projection.sound_run import SoundRun
from engine.stage.projection.sound_voice import FADE, Voice


class FakeDub:
    """A dub that is decoded when the test says so."""

    def __init__(self):
        self.run = SoundRun()
        self.lost = None


def run_of(value, count):
    run = SoundRun()
    run.put(bytes([value]) * count * BYTES)
    return run


def heard(voice, count):
    room = bytearray(count * BYTES)
    taken = voice.take_into(memoryview(room))
    return list(room[: taken * BYTES : BYTES])


def test_the_dub_is_heard_and_the_clip_keeps_step():
    """So that either can be heard at any sample."""
    own, dub = run_of(1, 10), FakeDub()
    dub.run.put(bytes([2]) * 10 * BYTES)
    voice = Voice(own, dub)

    assert heard(voice, 6) == [2] * 6
    assert own.ahead == dub.run.ahead == 4


def test_who_is_late_is_waited_for():
    """Picture, sound and dub stay together."""
    own, dub = run_of(1, 10), FakeDub()
    voice = Voice(own, dub)

    assert heard(voice, 6) == []
    dub.run.put(bytes([2]) * 4 * BYTES)
    assert heard(voice, 6) == [2] * 4
    assert own.ahead == 6


def test_a_dub_that_is_shorter_ends_in_silence():
    """Not in the other language."""
    own, dub = run_of(1, 10), FakeDub()
    dub.run.put(bytes([2]) * 4 * BYTES)
    dub.run.finish()

    assert heard(Voice(own, dub), 8) == [2] * 4 + [0] * 4


def test_a_lost_dub_gives_way_to_the_clips_own_sound_at_the_next_sample():
    """And never comes back out of step."""
    own, dub = run_of(1, 10), FakeDub()
    dub.run.put(bytes([2]) * 10 * BYTES)
    voice = Voice(own, dub)
    first = heard(voice, 3)
    dub.lost = "hall.zh.opus is damaged."
    second = heard(voice, 3)
    dub.lost = None

    assert (first, second, heard(voice, 3)) == ([2] * 3, [1] * 3, [1] * 3)


def waves(value, count):
    return np.full((count, 2), value, "<i2").tobytes()


def levels(voice, count):
    room = bytearray(count * BYTES)
    taken = voice.take_into(memoryview(room))
    return np.frombuffer(room[: taken * BYTES], "<i2")[::2].tolist()


def test_another_dub_is_faded_to_at_the_sample_where_it_is():
    """What it had before that sample is passed over, however late it comes."""
    own, dub = SoundRun(), FakeDub()
    own.put(waves(1000, 4 * RATE))
    voice = Voice(own)
    first = levels(voice, RATE)
    voice.turn_to(dub, RATE // 2)
    waiting = levels(voice, 500)
    dub.run.put(np.repeat(np.arange(RATE // 2, 3 * RATE) % 30000, 2).astype("<i2").tobytes())
    fading = levels(voice, 9999)
    after = levels(voice, 3)

    assert set(first) == set(waiting) == {1000}
    assert len(fading) == FADE
    assert fading[0] == 1000
    at = RATE + 500 + FADE
    assert after == [at % 30000, (at + 1) % 30000, (at + 2) % 30000]


def test_a_dub_that_never_comes_is_not_waited_for():
    """The voice before it goes on."""
    own, dub = SoundRun(), FakeDub()
    own.put(waves(1000, RATE))
    voice = Voice(own)
    voice.turn_to(dub, 0)
    before = levels(voice, 10)
    dub.lost = "hall.zh.opus is damaged."

    assert (before, levels(voice, 10)) == ([1000] * 10, [1000] * 10)


def test_the_newest_wish_counts():
    """Whoever presses twice hears what was asked for last."""
    own, one, two = SoundRun(), FakeDub(), FakeDub()
    own.put(waves(1000, RATE))
    voice = Voice(own)
    voice.turn_to(one, 0)
    voice.turn_to(two, 0)
    for dub, value in ((one, 2000), (two, 3000)):
        dub.run.put(waves(value, RATE))
    levels(voice, FADE)

    assert levels(voice, 5) == [3000] * 5
