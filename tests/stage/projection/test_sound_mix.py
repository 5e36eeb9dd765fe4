"""The mixer: where there is nothing to lay, nothing is touched; what is laid never wraps round."""

from pathlib import Path

import numpy as np

from engine.stage.projection.music import MusicTrack, Score
from engine.stage.projection.sound_mix import Mixer
from engine.stage.projection.sound_told import SpokenRun, Told
from tests.sounds import as_wave, hum, level, noise


def score(samples):
    track = MusicTrack("bed", Path("bed"))
    track.samples = samples
    return Score(track, None, 0)


def laid(mixer, film, told=None, *, rolling=True, position=0, lump=4096):
    heard = bytearray(film.tobytes())
    view = memoryview(heard)
    for at in range(0, len(film), lump):
        piece = view[at * 4 : (at + lump) * 4]
        mixer.lay(piece, told, position + at if rolling else position, rolling=rolling)
    return as_wave(heard)


def test_a_film_without_music_or_words_is_not_touched():
    """Every sample of most films goes through here."""
    film = noise(0.5)

    assert np.array_equal(laid(Mixer(), film), film)


def test_music_lies_under_the_film_sample_for_sample():
    """Their sum, and no more."""
    film, bed, mixer = noise(0.5, 1), noise(0.5, 2), Mixer()
    mixer.begin(score(bed))

    assert np.array_equal(laid(mixer, film)[300:], (film.astype(int) + bed)[300:])


def test_what_is_too_loud_is_cut_off_and_does_not_wrap_round():
    """A wrapped sample is a crack at full volume."""
    film, mixer = np.full((5000, 2), 30_000, "<i2"), Mixer()
    mixer.begin(score(np.full((5000, 2), 20_000, "<i2")))

    assert laid(mixer, film)[1000:].min() == 32_767


def test_words_lower_film_and_music_together():
    """Both would cover them."""
    words = SpokenRun()
    words.put(hum(2.0, 997.1).tobytes())
    words.finish()
    mixer = Mixer()
    mixer.begin(score(noise(0.7, 2)))
    film = noise(2.0, 1)
    with_words = laid(mixer, film, Told(words, 0))

    rest = with_words - hum(2.0, 997.1)
    loud = level(film[48_000:]) * 2**0.5  # two noises of one strength
    assert abs(20 * np.log10(level(rest[48_000:]) / loud) + 12) < 0.2


def test_words_wait_while_the_picture_stands():
    """They belong to its moments; the music goes on."""
    words = SpokenRun()
    words.put(noise(1.0, 5, 9000).tobytes())
    words.finish()
    mixer, told = Mixer(), Told(words, 0)
    mixer.begin(score(noise(0.3, 2)))
    held = laid(mixer, np.zeros((9600, 2), "<i2"), told, rolling=False)
    words_left = words.ahead
    laid(mixer, np.zeros((9600, 2), "<i2"), told)

    assert held[5000:].any()
    assert words_left == 48_000
    assert words.ahead == 48_000 - 9600
