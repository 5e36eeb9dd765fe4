"""Music under a film: a bed no cut breaks, and stems that change over it."""

import random
import time
from pathlib import Path

import numpy as np

from engine.stage.projection.clock import RATE
from engine.stage.projection.music import MusicTrack, Score
from engine.stage.projection.sound_music import SWAP, Music
from tests.sounds import hum, noise, steepest

LUMP = 4096


def track(name, samples):
    made = MusicTrack(name, Path(name))
    made.samples = samples
    return made


BED, OTHER = track("bed", noise(1.7, 1)), track("other", noise(0.9, 2))
CALM, TENSE = track("calm", noise(1.7, 3)), track("tense", noise(1.7, 4))


def score(bed=BED, stem=None, bar=0):
    return Score(bed, stem, bar)


class Player:
    """Plays music in lumps, and cuts where it is told to, between any two samples."""

    def __init__(self):
        self.music = Music()
        self.heard = []

    def play(self, samples, lump=LUMP):
        while samples > 0:
            wave = np.zeros((min(lump, samples), 2), np.float32)
            self.music.add_to(wave)
            self.heard.append(wave)
            samples -= len(wave)
        return self

    def cut(self, to, since=0):
        self.music.follow(to, since)
        return self

    @property
    def whole(self):
        return np.concatenate(self.heard)


def round_and_round(samples, count, first=0):
    return samples[(np.arange(first, first + count)) % len(samples)]


def test_a_bed_runs_on_over_fifty_cuts_at_any_sample():
    """Sample for sample what one long rendering would be."""
    chance, player = random.Random(7), Player().cut(score())
    for _ in range(50):
        player.play(chance.randrange(1, 30_000), chance.choice([512, 1000, LUMP])).cut(score())

    heard = player.play(LUMP).whole
    expected = round_and_round(BED.samples, len(heard)).astype(float)
    assert np.array_equal(heard[RATE // 200 :], expected[RATE // 200 :])
    assert np.abs(heard[: RATE // 200]).max() <= np.abs(expected[: RATE // 200]).max()


def test_a_stem_changes_at_the_cut_in_step_with_the_bed():
    """The new one is heard from where the bed is, not from its beginning."""
    player = Player().cut(score(stem=CALM)).play(50_000).cut(score(stem=TENSE)).play(60_000)
    heard = player.whole
    bed = round_and_round(BED.samples, len(heard)).astype(float)

    calm = round_and_round(CALM.samples, len(heard))
    tense = round_and_round(TENSE.samples, len(heard))
    assert np.array_equal(heard[1000:50_000], (bed + calm)[1000:50_000])
    assert np.array_equal(heard[50_000 + SWAP :], (bed + tense)[50_000 + SWAP :])


def test_a_change_of_stem_does_not_click():
    """Two smooth stems stay smooth where one fades into the other."""
    low, high = track("low", hum(2.0, 110.7)), track("high", hum(2.0, 163.1))
    quiet = track("quiet", np.zeros((RATE, 2), "<i2"))
    player = Player().cut(score(quiet, low)).play(33_333).cut(score(quiet, high)).play(40_000)

    most = steepest(low.samples) + steepest(high.samples)
    assert steepest(player.whole.round()[500:]) <= most * 1.1


def test_with_a_bar_the_stem_waits_for_the_next_one():
    """And is whole at its first beat."""
    bar = 20_000
    player = Player().cut(score(stem=CALM, bar=bar)).play(45_000)
    heard = player.cut(score(stem=TENSE, bar=bar)).play(60_000).whole
    bed = round_and_round(BED.samples, len(heard)).astype(float)

    calm = round_and_round(CALM.samples, len(heard))
    tense = round_and_round(TENSE.samples, len(heard))
    assert np.array_equal(heard[1000 : 60_000 - SWAP], (bed + calm)[1000 : 60_000 - SWAP])
    assert np.array_equal(heard[60_000:], (bed + tense)[60_000:])


def test_a_change_taken_back_within_the_bar_is_not_heard():
    """Two short clips in one bar: the stem that stays never dips."""
    smooth = track("smooth", hum(1.7, 110.7))
    quiet = track("quiet", np.zeros((RATE, 2), "<i2"))
    player = Player().cut(score(quiet, smooth, 20_000)).play(41_000)
    player.cut(score(quiet, TENSE, 20_000)).play(5_000)
    heard = player.cut(score(quiet, smooth, 20_000)).play(40_000).whole

    expected = round_and_round(smooth.samples, len(heard))
    assert np.abs(heard[1000:] - expected[1000:]).max() < 1.5


def test_another_bed_begins_at_its_beginning_and_the_old_one_fades_away():
    """No bar of one fits the other."""
    player = Player().cut(score(stem=CALM)).play(30_000).cut(score(OTHER)).play(60_000)
    heard = player.whole[30_000 + RATE // 2 :]

    assert np.array_equal(heard, round_and_round(OTHER.samples, len(heard), RATE // 2))


def test_a_clip_without_music_ends_it_softly():
    """And what comes after it begins anew."""
    player = Player().cut(score(track("hum", hum(1.0, 97.0)))).play(30_000).cut(None)
    player.play(RATE)
    heard = player.whole

    assert steepest(heard.round()[300:]) <= steepest(hum(1.0, 97.0)) * 1.1 + 2
    assert not heard[30_000 + RATE // 2 :].any()
    assert player.music.silent


def test_a_film_gone_on_with_has_its_bed_where_its_clip_was_left():
    """Exact if the bed began with that clip, and in the bar all the same if the clip did."""
    heard = Player().cut(score(), since=12_345).play(10_000).whole

    expected = round_and_round(BED.samples, 10_000, 12_345)
    assert np.array_equal(heard[RATE // 200 :], expected[RATE // 200 :])


def test_a_stem_that_is_read_late_comes_in_where_it_would_be():
    """The bed waits for nobody."""
    late = track("late", None)
    player = Player().cut(score(stem=late)).play(3 * LUMP)
    late.samples = TENSE.samples
    heard = player.play(4 * LUMP).whole
    bed = round_and_round(BED.samples, len(heard)).astype(float)

    done = 3 * LUMP + SWAP
    tense = round_and_round(TENSE.samples, len(heard))
    assert np.array_equal(heard[300 : 3 * LUMP], bed[300 : 3 * LUMP])
    assert np.array_equal(heard[done:], (bed + tense)[done:])


def test_music_that_cannot_be_read_is_not_waited_for():
    """A missing bed: the stem sounds alone."""
    heard = Player().cut(score(track("gone", None), CALM)).play(20_000).whole

    assert np.array_equal(heard[300:], CALM.samples[300:20_000])


def test_laying_music_costs_little():
    """The sound's thread has 85 ms for each lump."""
    player = Player().cut(score(stem=CALM)).play(LUMP)
    began = time.thread_time()
    player.play(100 * LUMP)

    assert time.thread_time() - began < 100 * LUMP / RATE * 0.05
