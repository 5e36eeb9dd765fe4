"""Room tone: a held picture goes on sounding, softly and without a click."""

import numpy as np

from engine.stage.projection.clock import BYTES, RATE
from engine.stage.projection.sound_room import Room


def hum(seconds):
    index = np.arange(round(seconds * RATE))
    wave = 8000 * np.sin(2 * np.pi * 97.3 * index / RATE)
    return memoryview(np.stack([wave, wave], axis=1).astype("<i2").tobytes())


def tone(room, seconds):
    space = bytearray(round(seconds * RATE) * BYTES)
    view = memoryview(space)
    while view:  # in the mixer's lumps
        room.tone_into(view[: 4096 * BYTES])
        view = view[4096 * BYTES :]
    return np.frombuffer(bytes(space), "<i2").reshape(-1, 2)[:, 0].astype(int)


def test_the_tone_goes_on_from_the_last_sample_without_a_click():
    """No step is larger than the sound's own, neither at the entry nor going round."""
    room, played = Room(), hum(3.0)
    room.hear(played)
    last = np.frombuffer(bytes(played[-BYTES:]), "<i2")[0]

    heard = np.concatenate([[last], tone(room, 8.0)])

    steepest = np.abs(np.diff(np.frombuffer(bytes(played), "<i2")[::2].astype(int))).max()
    assert np.abs(np.diff(heard)).max() <= steepest * 1.1 + 2


def test_the_tone_never_dies_away():
    """However long a viewer thinks."""
    room = Room()
    room.hear(hum(3.0))

    heard = tone(room, 20.0)

    loud = [np.abs(heard[at : at + RATE // 10]).max() for at in range(0, len(heard), RATE // 10)]
    assert min(loud) > 1000
    assert max(loud[2:]) < 6000


def test_a_clip_that_only_began_is_held_in_silence():
    """A tone made of too little would buzz."""
    room = Room()
    room.hear(hum(0.3))

    assert not tone(room, 1.0).any()


def test_the_next_clip_does_not_hold_over_this_ones_tone():
    """A quiet room must not sound of the storm before it."""
    room = Room()
    room.hear(hum(3.0))
    room.forget()

    assert not tone(room, 1.0).any()
