"""A description laid over a film: in its place, and the film lower beneath it."""

import numpy as np

from engine.stage.projection.clock import RATE
from engine.stage.projection.sound_told import UNDER_WORDS, Duck, SpokenRun, Told
from tests.sounds import hum, level, noise, silence, steepest

LUMP = 4096


def run_of(samples):
    run = SpokenRun()
    for at in range(0, len(samples), 1000):
        run.put(samples[at : at + 1000].tobytes())
    run.finish()
    return run


def mixed(film, told, lump=LUMP):
    """The film as it is heard, and its gain alone."""
    duck, gains, heard = Duck(), [], []
    for at in range(0, len(film), lump):
        wave = film[at : at + lump].astype(np.float32)
        ones = np.ones_like(wave)
        other = Duck()
        other._gain = duck._gain
        other.lower(ones, told, at)
        duck.lower(wave, told, at)
        told.add_to(wave, at)
        heard.append(wave)
        gains.append(ones[:, 0])
    return np.concatenate(heard), np.concatenate(gains)


def test_words_are_heard_at_their_own_samples():
    """A description that is late spoils the next line."""
    words = noise(1.0)
    wave = np.zeros((2 * RATE, 2), np.float32)
    told = Told(run_of(words), 500)
    for at in range(0, len(wave), LUMP):
        told.add_to(wave[at : at + LUMP], at)

    assert np.array_equal(wave[500 : 500 + RATE], words)
    assert not wave[:500].any()
    assert not wave[500 + RATE :].any()


def test_the_film_is_twelve_decibels_lower_while_somebody_speaks():
    """And as loud as ever before and after: measured on what is heard."""
    words = np.concatenate([silence(2.0), hum(1.0, 997.1, 9000), silence(3.0)])
    film = hum(6.0, 211.3, 10_000)
    _, gains = mixed(film, Told(run_of(words), 0))
    under = film * gains[:, None]

    before = level(under[: RATE * 17 // 10])
    while_spoken = level(under[2 * RATE : 3 * RATE])
    after = level(under[RATE * 43 // 10 :])
    assert abs(before - after) < before / 1000
    assert abs(20 * np.log10(while_spoken / before) + 12) < 0.05
    assert gains[2 * RATE] == np.float32(UNDER_WORDS)  # down before the first word


def test_neither_the_way_down_nor_the_way_up_clicks():
    """No step is larger than film and words make themselves."""
    words = np.concatenate([silence(1.0), hum(0.5, 997.1, 9000), silence(2.0)])
    film = hum(3.5, 211.3, 10_000)
    heard, gains = mixed(film, Told(run_of(words), 0))

    assert steepest(heard.round()) <= steepest(film) + steepest(words) + 2
    assert np.abs(np.diff(gains)).max() < 1e-4


def test_a_pause_between_two_words_does_not_pump():
    """The film stays low through a sentence."""
    words = np.concatenate([silence(1.0), hum(0.3), silence(0.4), hum(0.3), silence(1.0)])
    _, gains = mixed(hum(3.0), Told(run_of(words), 0))

    assert gains[RATE : 2 * RATE].max() == np.float32(UNDER_WORDS)


def test_a_description_switched_off_lets_the_film_up_again():
    """Slowly, not with a jump."""
    duck = Duck()
    duck._gain = UNDER_WORDS
    wave = np.ones((RATE, 2), np.float32)
    duck.lower(wave, None, 0)

    assert duck.open
    assert wave[0, 0] < 0.3
    assert np.abs(np.diff(wave[:, 0])).max() < 1e-4


def test_what_was_not_decoded_in_time_is_left_out():
    """The next words are still where they belong."""
    words, run = noise(1.0), SpokenRun()
    told = Told(run, 0)
    wave = np.zeros((RATE, 2), np.float32)
    told.add_to(wave[:LUMP], 0)
    run.put(words.tobytes())
    told.add_to(wave[LUMP:], LUMP)

    assert not wave[:LUMP].any()
    assert np.array_equal(wave[LUMP:], words[LUMP:])


def test_hiss_is_not_speech():
    """A recording's own noise must not hold the film down for ever."""
    assert not run_of(noise(1.0, loud=200)).spoken(0, RATE)
    assert run_of(noise(1.0, loud=2000)).spoken(0, RATE)
