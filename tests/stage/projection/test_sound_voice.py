"""A dub in place of a clip's own sound: in step, and not missed when it is lost."""

from engine.stage.projection.clock import BYTES
from engine.stage.projection.sound_run import SoundRun
from engine.stage.projection.sound_voice import Voice


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
