"""The click that picture and sound are tuned by."""

import numpy as np

from engine.stage.projection.clock import BYTES, RATE
from engine.stage.projection.sound_beat import Beat


def heard(beat, pieces):
    """Where sound is in a silent stream asked for in such pieces."""
    at, out = 0, b""
    for piece in pieces:
        out += beat.over(at, bytes(piece * BYTES))
        at += piece
    return np.flatnonzero(np.frombuffer(out, "<i2").reshape(-1, 2)[:, 0])


def test_it_clicks_at_the_first_sample_of_every_second_however_it_is_asked_for():
    """Sound cards ask for lumps that divide no second."""
    beat = Beat()
    beat.on = True
    places = heard(beat, [4096, 1000, 777] * 25)

    starts = places[np.flatnonzero(np.diff(places, prepend=-RATE) > RATE // 2)]
    assert [round(int(start) / RATE, 3) for start in starts] == [0.0, 1.0, 2.0, 3.0]
    assert (places % RATE < RATE // 60).all()


def test_switched_off_it_leaves_every_sample_alone():
    """It is off whenever a film plays."""
    piece = bytes(range(200))

    assert Beat().over(0, piece) is piece


def test_over_a_loud_film_it_does_not_wrap_round():
    """Too loud is cut off, never turned over into a crack."""
    beat = Beat()
    beat.on = True
    loud = np.full((RATE // 60, 2), 30_000, "<i2").tobytes()

    assert np.frombuffer(beat.over(0, loud), "<i2").min() > 0
