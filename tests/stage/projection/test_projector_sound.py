"""What is heard of a film: dubs, descriptions and music, over cuts, pauses and held pictures."""

import gc
import random
import threading
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from engine.messages.facts import ShotBegan
from engine.stage.projection.clock import RATE
from engine.stage.projection.reel_film import FilmReel
from engine.stage.projection.reel_sound import SoundReel
from engine.stage.projection.sound_voice import FADE
from engine.stage.projection.timeline import Motion
from engine.stage.projection.voices import Hearing
from engine.story.model import Hold
from engine.story.units import Seconds
from tests import clips
from tests.clips import Make, counted
from tests.sounds import as_wave, counting, hum, level, noise, silence, steepest, wav
from tests.stage.cranked import LUMP, Evening, shot, sound, steps

ENGLISH, CHINESE = Hearing("en", "en"), Hearing("zh", "en")
TOLD = Hearing("en", "en", described=True)
A, B = shot("1.mov", 1, 2.0), shot("2.mov", 2, 1.5)
QUIET, OTHER = shot("mute.mp4", 3, 2.0), shot("mute.mp4", 4, 2.0)
BED, CALM, TENSE = noise(1.7, 1), noise(1.7, 2), noise(1.7, 3)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two counted clips with dubs and descriptions, a mute one, and some music."""
    made = tmp_path_factory.mktemp("heard")
    for number, seconds in enumerate((2.0, 1.5), start=1):
        clips.film(made / f"{number}.mov", Make(number=number, seconds=seconds))
        wav(made / f"{number}.zh.wav", counting(100 + number, round(seconds * RATE)))
    clips.film(made / "hum.mp4", Make(number=6, seconds=6.0, sound="tone"))
    spoken = [silence(2.0), hum(1.0, 997.1, 9000), silence(3.0)]
    wav(made / "hum.en.ad.wav", np.concatenate(spoken))
    wav(made / "hum.zh.wav", hum(6.0, 311.3, 9000))
    clips.film(made / "mute.mp4", Make(number=7, sound=None))
    clips.film(made / "bad.mov", Make(number=8))
    (made / "bad.zh.opus").write_bytes(b"OggS" + bytes(99))
    for name, samples in (("bed", BED), ("calm", CALM), ("tense", TENSE)):
        wav(made / "music" / f"{name}.wav", samples)
    return made


@pytest.fixture
def evening(folder):
    made = Evening(folder)
    yield made
    made.close()


def scored(of, stem=None, bar=None):
    stem = None if stem is None else f"music/{stem}.wav"
    return replace(of, bed="music/bed.wav", stem=stem, bar=bar)


def heard(evening):
    return as_wave(evening.speaker.played[: evening.speaker.heard * 4])


def begins(evening, stretch=0):
    """Where in the stream a film's first sample lies."""
    rolling = [each.at for each in evening.stretches if each.motion is Motion.ROLLING]
    return rolling[stretch]


def round_and_round(samples, count, first=0):
    return samples[np.arange(first, first + count) % len(samples)]


def test_a_dub_is_cut_to_the_next_at_an_exact_sample(evening):
    """The seam in Chinese is the seam in English."""
    evening.projector.speak(CHINESE)
    evening.projector.cut(A)
    evening.until(lambda: evening.began(A))
    evening.projector.follow(B)
    evening.until(lambda: evening.began(B))
    evening.run(0.5)

    voices = [sample for sample in sound(evening) if sample[0]]
    assert voices[0] == (101, 0)
    assert steps(voices) == [((101, 2 * RATE - 1), (102, 0))]
    assert evening.projector.figures.underruns == 0


def test_a_clip_without_a_dub_has_its_own_sound(evening):
    """Some clips have no words."""
    evening.projector.speak(Hearing("fr", "en"))
    evening.projector.cut(A)
    evening.run(0.5)

    assert {clip for clip, _ in sound(evening)} - {0} == {1}


def test_a_new_language_is_heard_within_the_clip_at_its_own_sample(evening):
    """The clip goes on, the other voice a short fade later, and both where they belong."""
    evening.projector.cut(A)
    evening.projector.prepare((B,))
    evening.until(lambda: evening.began(A))
    evening.projector.follow(B)
    evening.run(0.5)
    evening.projector.speak(CHINESE)
    evening.run(0.6)
    evening.projector.speak(ENGLISH)
    evening.until(lambda: evening.began(B))
    evening.run(0.3)

    film = sound(evening)[begins(evening) :]
    own = [clip for at, (clip, lies) in enumerate(film) if lies == at and clip in {1, 101}]
    turns = [at for at, pair in enumerate(pairwise(own)) if pair[0] != pair[1]]
    assert len(turns) == 2
    assert 2 * RATE - len(own) <= 2 * FADE
    assert film[2 * RATE : 2 * RATE + 1000] == [(2, at) for at in range(1000)]
    assert evening.projector.figures.late == evening.projector.figures.underruns == 0


def test_no_step_is_heard_where_the_voice_changes(evening):
    """Two loud voices with nothing in common."""
    evening.projector.speak(ENGLISH)
    evening.projector.cut(shot("hum.mp4", 6, 6.0))
    evening.run(1.0)
    evening.projector.speak(CHINESE)
    evening.run(1.0)
    film = heard(evening)[begins(evening) :]

    most = steepest(hum(1.0, 443.7, 9000)) + steepest(hum(6.0, 311.3, 9000))
    assert np.array_equal(film[-9600:], hum(6.0, 311.3, 9000)[len(film) - 9600 : len(film)])
    assert steepest(film[RATE // 2 :]) <= most * 1.05


def test_a_language_without_a_dub_turns_to_the_clips_own_sound(evening):
    """In the middle of the clip."""
    evening.projector.speak(CHINESE)
    evening.projector.cut(A)
    evening.run(0.5)
    evening.projector.speak(Hearing("fr", "en"))
    evening.run(0.3)

    assert sound(evening)[-1][0] == 1
    assert evening.projector.figures.underruns == 0


def test_a_damaged_dub_turned_to_within_a_clip_is_told_and_nothing_is_missed(evening):
    """The clip's own sound was heard, and is heard on."""
    evening.projector.speak(ENGLISH)
    evening.projector.cut(shot("bad.mov", 8))
    evening.run(0.4)
    evening.projector.speak(CHINESE)
    evening.run(0.4)

    assert not steps([sample for sample in sound(evening) if sample[0]])
    assert evening.projector.troubles[0].startswith("bad.zh.opus")


def test_a_language_changed_in_the_last_moment_loses_no_frame_of_order(evening):
    """At any moment around a cut: the next clip begins at its first sample, in either voice."""
    for number in range(12):
        evening.projector.speak(ENGLISH)
        one, two = replace(A, visit=10 + number), replace(B, visit=10 + number)
        evening.projector.cut(one)
        evening.until(lambda one=one: evening.began(one))
        evening.projector.follow(two)
        evening.run(1.75 + number / 40)
        evening.projector.speak(CHINESE)
        evening.until(lambda two=two: evening.began(two))
        evening.run(0.2)

    starts = [at for clip, at in sound(evening) if clip in {2, 102}]
    assert starts.count(0) == 12


def test_a_damaged_dub_is_told_and_the_clips_own_sound_heard(evening):
    """One sentence, and the film goes on."""
    evening.projector.speak(CHINESE)
    evening.projector.cut(shot("bad.mov", 8))
    evening.run(0.5)

    assert {clip for clip, _ in sound(evening)} - {0} == {8}
    assert evening.projector.troubles[0].startswith("bad.zh.opus")


def test_a_described_film_is_twelve_decibels_lower_under_the_words(evening):
    """Measured on what is heard: before, under and after; and no step that is not a sound's."""
    evening.projector.speak(TOLD)
    evening.projector.cut(shot("hum.mp4", 6, 6.0))
    evening.run(5.8)
    film = heard(evening)[begins(evening) :]
    words = as_wave(np.concatenate([silence(2.0), hum(1.0, 997.1, 9000), silence(3.0)]))
    rest = film - words[: len(film)]

    before, under, after = (
        level(rest[round(start * RATE) : round(end * RATE)])
        for start, end in ((0.5, 1.5), (2.0, 3.0), (4.3, 5.5))
    )
    assert abs(20 * np.log10(under / before) + 12) < 0.1
    assert abs(20 * np.log10(after / before)) < 0.1
    most = steepest(hum(1.0, 443.7, 9000)) + steepest(words)
    assert steepest(film[RATE // 2 :]) <= most * 1.1


def test_a_description_is_switched_on_in_the_middle_of_a_clip(evening):
    """And off again: the film comes up by itself."""
    evening.projector.speak(ENGLISH)
    evening.projector.cut(shot("hum.mp4", 6, 6.0))
    evening.run(2.5)
    evening.projector.speak(TOLD)
    evening.run(0.3)
    film = heard(evening)[begins(evening) :]
    words = hum(1.0, 997.1, 9000)
    likeness = np.vdot(film[-4800:].astype(float), words[len(film) - 4800 - 2 * RATE :][:4800])
    evening.projector.speak(ENGLISH)
    evening.run(1.5)
    loud = level(heard(evening)[-9600:])

    assert likeness > 0.9 * np.vdot(words[:4800].astype(float), words[:4800])
    assert abs(loud / level(hum(1.0, 443.7, 9000)) - 1) < 0.05


def test_a_description_switched_on_just_after_a_cut_is_not_lost(evening):
    """The clip is handed out already and heard in a moment."""
    evening.projector.speak(ENGLISH)
    evening.tick()
    evening.projector.cut(shot("hum.mp4", 6, 6.0))
    evening.settle()
    assert evening.projector._given is not None
    evening.projector.speak(TOLD)
    evening.run(2.9)

    film = heard(evening)[begins(evening) :]
    words = as_wave(np.concatenate([silence(2.0), hum(1.0, 997.1, 9000)]))
    rest = (film - words[: len(film)])[round(2.1 * RATE) :]
    assert abs(20 * np.log10(level(rest) / level(hum(1.0, 443.7, 9000))) + 12) < 0.2


def test_a_repeat_is_not_described_again(evening):
    """Who thinks for a minute must not hear one sentence twenty times."""
    evening.projector.speak(TOLD)
    evening.projector.cut(shot("hum.mp4", 6, 6.0))
    evening.run(4.5)
    evening.projector.hold(Hold.LOOP, Seconds(1.5))
    evening.run(3.3)
    again = heard(evening)[begins(evening) + round(6.6 * RATE) :][:RATE]

    assert abs(level(again) / level(hum(1.0, 443.7, 9000)) - 1) < 0.05


def test_a_bed_is_unbroken_over_fifty_random_cuts(evening):
    """Sample for sample what one long rendering is, whatever clips come and go over it."""
    chance = random.Random(11)
    one, two = scored(QUIET), scored(OTHER)
    evening.projector.cut(one)
    evening.until(lambda: evening.began(one))
    for number in range(50):
        to = replace(chance.choice([one, two]), visit=10 + number)
        evening.projector.prepare((to,))
        evening.run(chance.uniform(0.05, 0.4))
        if chance.random() < 0.3:
            evening.projector.follow(to)
            evening.until(lambda to=to: evening.began(to))
        else:
            evening.projector.cut(to)
    evening.run(0.3)

    film = heard(evening)[begins(evening) :]
    assert sum(isinstance(fact, ShotBegan) for fact in evening.facts) > 40
    assert np.array_equal(film[300:], round_and_round(BED, len(film))[300:])


def test_stems_change_with_the_cut_while_the_bed_runs_on(evening):
    """In step, and held pictures do not stop the music."""
    one, two = scored(QUIET, "calm"), scored(OTHER, "tense")
    evening.projector.cut(one)
    evening.until(lambda: evening.began(one))
    evening.projector.prepare((two,))
    evening.projector.hold(Hold.FREEZE)
    evening.run(1.0)
    evening.projector.follow(None)
    evening.projector.cut(two)
    evening.until(lambda: evening.began(two))
    evening.run(1.0)

    start = begins(evening)
    film, cut = heard(evening)[start:], begins(evening, -1) - start
    expected = round_and_round(BED, len(film)).astype(int)
    calm, tense = (round_and_round(stem, len(film)) for stem in (CALM, TENSE))
    assert np.array_equal(film[300:cut], (expected + calm)[300:cut])
    assert np.array_equal(film[cut + 2400 :], (expected + tense)[cut + 2400 :])


def test_music_stands_still_in_a_pause(evening):
    """And goes on with the very next sample."""
    one = scored(QUIET)
    evening.projector.cut(one)
    evening.run(0.5)
    evening.projector.freeze()
    evening.run(0.5)
    evening.projector.thaw()
    evening.run(0.5)

    film = heard(evening)[begins(evening) :]
    stretches = [each for each in evening.stretches if each.motion is Motion.PAUSED]
    pause = stretches[0].at - begins(evening)
    again = begins(evening, 1) - begins(evening)
    assert not film[pause:again].any()
    played = np.concatenate([film[:pause], film[again:]])
    assert np.array_equal(played[300:], round_and_round(BED, len(played))[300:])


def test_a_film_gone_on_with_has_its_bed_where_the_clip_was_left(evening):
    """As far as that can be known without the evening before."""
    one = scored(QUIET)
    evening.projector.prepare((one.rest(Seconds(1.0)),))
    evening.projector.cut(one, Seconds(1.0))
    evening.run(0.6)

    film = heard(evening)[begins(evening) :]
    assert np.array_equal(film[300:], round_and_round(BED, len(film), RATE)[300:])


def test_missing_music_is_told_and_the_film_goes_on(evening):
    """A film without its score is still the film."""
    one = replace(A, bed="music/gone.wav", stem="music/calm.wav")
    evening.projector.cut(one)
    evening.run(0.5)

    assert evening.began(one)
    assert evening.projector.troubles == ("gone.wav is not there. The film plays without it.",)


def test_a_film_that_was_left_lets_its_music_fade_and_its_memory_go(evening):
    """The library is quiet."""
    evening.projector.cut(scored(QUIET, "calm"))
    evening.run(1.0)
    evening.projector.stop()
    evening.run(0.8)

    assert not heard(evening)[-4800:].any()
    assert evening.projector._music.weight == 0


def test_the_first_picture_comes_with_the_first_beat(evening):
    """A film's beginning waits a moment for its music; no cut after it does."""
    evening.projector.cut(scored(A))
    evening.tick(settled=False)
    evening.until(lambda: evening.began(scored(A)))
    film = heard(evening)[begins(evening) :]

    assert film[240:].any()
    first = film[300:400] - round_and_round(BED, 400)[300:400]
    assert counted(first.astype("<i2").tobytes()) == [(1, at) for at in range(300, 400)]


def test_a_card_that_asks_far_ahead_of_the_ear_finds_the_film_begun(evening):
    """Between the first sample handed out and the first one heard nothing is on the screen yet."""
    one = scored(A)
    evening.tick()
    evening.projector.cut(one)
    evening.settle()
    evening.speaker.played += evening.speaker._source(len(evening.speaker.played) // 4, LUMP)

    assert evening.projector.tick() == ()
    assert evening.projector.shot is None
    evening.run(0.3)
    assert evening.began(one)


def test_a_dubbed_loop_goes_round_without_a_gap(evening):
    """The dub's first sample comes right after its last, for ever."""
    evening.projector.speak(CHINESE)
    table = replace(B, loop=True)
    evening.projector.cut(table)
    evening.until(lambda: evening.began(table))
    evening.run(4.0)

    voices = [sample for sample in sound(evening) if sample[0]]
    assert steps(voices) == [((102, round(1.5 * RATE) - 1), (102, 0))] * 2


def test_whatever_is_switched_and_cut_every_thread_and_file_is_let_go(folder, uncollected):
    """An evening of languages, descriptions and stems leaves nothing behind."""
    chance, before = random.Random(5), threading.active_count()
    evening = Evening(folder)
    covered = replace(QUIET, fallback="1.mov")
    shots = [scored(A, "calm"), scored(B, "tense", 0.5), covered, shot("hum.mp4", 6, 6.0)]
    most = 0
    for number in range(40):
        to = replace(chance.choice(shots), visit=20 + number)
        evening.projector.prepare((to, *(replace(each, visit=90) for each in shots)))
        evening.projector.speak(chance.choice([ENGLISH, CHINESE, TOLD]))
        evening.tick(chance.choice([100, 800, 9000]), settled=False)
        (evening.projector.cut if chance.random() < 0.7 else evening.projector.follow)(to)
        evening.tick(chance.choice([100, 800, 9000]), settled=False)
        most = max(most, threading.active_count() - before)
    evening.close()
    evening.stretches.clear()

    assert most < 40
    assert threading.active_count() == before
    assert not [each for each in gc.get_objects() if isinstance(each, FilmReel | SoundReel)]
