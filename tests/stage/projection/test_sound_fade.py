"""A volume that slides: no step, no zipper, and at rest it changes nothing."""

import numpy as np

from engine.stage.projection.clock import RATE
from engine.stage.projection.sound_fade import Fader
from tests.sounds import as_wave, hum, noise, steepest


def test_full_volume_leaves_every_sample_as_it_is():
    """The cut is measured on samples; loudness must not touch them."""
    film = noise(0.1).tobytes()

    assert Fader().through(film) == film


def test_a_new_volume_is_slid_to_without_a_step():
    """From full to mute and back: no step is larger than the film's own."""
    film, fader, heard = hum(1.0, loud=20_000), Fader(), []
    for number, at in enumerate(range(0, len(film), 512)):
        if number in {10, 40}:
            fader.set(0.0 if number == 10 else 1.0)
        heard.append(as_wave(fader.through(film[at : at + 512].tobytes())))

    whole = np.concatenate(heard)

    assert steepest(whole) <= steepest(film) * 1.05 + 2
    assert not whole[10 * 512 + RATE // 50 : 40 * 512].any()
    assert np.array_equal(whole[40 * 512 + RATE // 50 + 1 :], film[40 * 512 + RATE // 50 + 1 :])


def test_the_slide_takes_twenty_milliseconds_whatever_the_lumps():
    """A card that asks for little at a time hears the same."""
    film = noise(0.2)
    heard = []
    for lump in (64, 4096):
        fader = Fader()
        fader.through(bytes(64))
        fader.set(0.0)
        pieces = range(0, len(film), lump)
        heard.append(b"".join(fader.through(film[at : at + lump].tobytes()) for at in pieces))

    assert np.abs(as_wave(heard[0]) - as_wave(heard[1])).max() <= 1
    assert as_wave(heard[0])[RATE // 50 - 10].any() or as_wave(heard[0])[RATE // 50 - 12].any()
    assert not as_wave(heard[0])[RATE // 50 + 1 :].any()


def test_the_first_sample_is_already_as_loud_as_was_set():
    """An evening begun in a whisper does not begin with a shout."""
    fader = Fader()
    fader.set(0.5)

    heard = as_wave(fader.through(np.full((100, 2), 10_000, "<i2").tobytes()))

    assert np.array_equal(heard, np.full((100, 2), 5000))


def test_nothing_asked_for_at_the_end_of_a_lap_is_no_fault_and_no_slide():
    """The card asks for no samples before it begins its stream again; the evening goes on."""
    quiet, sliding = Fader(), Fader()
    quiet.set(0.5)
    sliding.through(bytes(64))
    sliding.set(0.0)

    assert quiet.through(b"") == b""
    assert sliding.through(b"") == b""

    heard = as_wave(quiet.through(np.full((10, 2), 10_000, "<i2").tobytes()))
    assert np.array_equal(heard, np.full((10, 2), 5000))
    assert as_wave(sliding.through(np.full((10, 2), 10_000, "<i2").tobytes()))[0].all()
