"""The projector: what is shown and heard over cuts and pauses."""

import random
import threading

import pytest

from engine.messages.facts import ShotBegan, ShotEnded
from engine.messages.shots import Source
from engine.stage.projection.clock import RATE
from engine.stage.projection.reel_film import FilmReel
from engine.stage.projection.timeline import Motion
from engine.story.model import Hold
from engine.story.units import Seconds
from tests.stage.cranked import LUMP, TICK, codes, frames, shot, sound, steps

A = shot("1.mov", 1, 2.0)
B = shot("2.mov", 2, 1.5)
C = shot("3.mov", 3, 1.1)


def test_a_clip_follows_another_at_its_very_last_sample(evening):
    """The cut without a seam: no frame and no sample is lost, doubled or silent."""
    evening.projector.cut(A)
    evening.until(lambda: evening.began(A))
    evening.projector.follow(B)
    evening.until(lambda: any(isinstance(fact, ShotEnded) for fact in evening.facts))

    assert codes(evening) == frames(1, 60) + frames(2, 45)
    heard = [sample for sample in sound(evening) if sample[0] in {1, 2}]
    assert steps(heard[: 3 * RATE]) == [((1, 2 * RATE - 1), (2, 0))]
    assert evening.projector.figures.dropped == 0
    assert evening.projector.figures.underruns == 0


def test_the_shots_tell_when_they_begin_and_how_long_they_are(evening):
    """The director commits a scene when its first frame is seen, not when it is decoded."""
    evening.projector.cut(A)
    evening.until(lambda: evening.began(A))
    evening.projector.follow(B)
    evening.until(lambda: evening.began(B))

    assert evening.facts == [ShotBegan(A, 2.0), ShotBegan(B, 1.5)]
    assert evening.shown[-1].shot == B
    assert 0 <= evening.projector.position < 0.02


def test_a_film_goes_on_in_the_middle_of_a_clip(evening):
    """Where an earlier evening stopped: picture, sound, clock and length are the clip's own."""
    evening.projector.prepare((A.rest(Seconds(1.0)),))
    evening.projector.cut(A, Seconds(1.0))
    evening.until(lambda: evening.began(A))
    began = evening.projector.position
    evening.projector.follow(B)
    evening.until(lambda: evening.began(B))

    assert evening.facts == [ShotBegan(A, 2.0), ShotBegan(B, 1.5)]
    assert 1.0 <= began < 1.02
    assert codes(evening)[:30] == frames(1, 60)[30:]
    assert next(one for one in sound(evening) if one[0] == 1) == (1, RATE)


def test_the_show_can_rest_until_exactly_the_next_frame(evening):
    """Ticked when it says, no frame waits for the next sixtieth; held, it rests that long."""
    evening.projector.cut(A)
    evening.until(lambda: evening.began(A))
    lateness = []
    for _ in range(80):
        shown = len(evening.shown)
        evening.tick(max(1, round(evening.projector.due_in * RATE)))
        if len(evening.shown) > shown:
            lateness.append(evening.projector.position - evening.shown[-1].pts)
    evening.projector.freeze()
    evening.run(0.3)

    assert len(lateness) > 20
    assert max(map(abs, lateness)) < 0.001
    assert evening.projector.due_in == pytest.approx(1 / 60)


def test_the_last_word_on_what_follows_counts(evening):
    """Answers come until the end: a follow replaced just before the last sample holds."""
    evening.projector.cut(A)
    evening.projector.prepare((B, C))
    evening.until(lambda: evening.began(A))
    evening.projector.follow(B)
    evening.until(lambda: evening.projector.position > 2.0 - (LUMP + 2 * TICK) / RATE)
    evening.projector.follow(C)
    evening.until(lambda: evening.began(C))

    assert not evening.began(B)
    assert codes(evening)[:61] == [*frames(1, 60), (3, 0)]


def test_an_answer_that_comes_after_the_swap_does_not_follow_the_wrong_shot(evening):
    """What was meant to follow A must not be played after B, which the stream has begun."""
    evening.projector.cut(A)
    evening.projector.prepare((B, C))
    evening.until(lambda: evening.began(A))
    evening.projector.follow(B)
    evening.until(lambda: evening.projector._timeline.take.shot == B)
    evening.projector.follow(C)
    evening.until(lambda: any(isinstance(fact, ShotEnded) for fact in evening.facts))

    assert [fact.shot for fact in evening.facts] == [A, B, B]


def test_a_cut_begins_with_the_first_frame_at_once(evening):
    """An early answer with `cut: now` does not wait for the clip's end."""
    evening.projector.cut(A)
    evening.projector.prepare((B,))
    evening.until(lambda: evening.projector.position > 0.5)
    evening.projector.cut(B)
    before = evening.speaker.heard
    evening.until(lambda: evening.began(B))
    evening.tick()

    assert evening.speaker.heard - before <= LUMP + 2 * TICK
    assert (2, 0) in codes(evening)
    turn = [one for one, two in steps(sound(evening)) if two == (2, 0)]
    assert len(turn) == 1
    assert turn[0][0] == 1


def test_a_pause_stands_still_in_silence_and_loses_nothing(evening):
    """After a pause the film goes on with the next sample and the next frame."""
    evening.projector.cut(A)
    evening.until(lambda: evening.projector.position > 0.7)
    evening.projector.freeze()
    evening.run(0.5)
    before = evening.projector.now, evening.projector.position, len(evening.shown)
    evening.run(1.0)
    after = evening.projector.now, evening.projector.position, len(evening.shown)
    evening.projector.thaw()
    evening.until(lambda: any(isinstance(fact, ShotEnded) for fact in evening.facts))

    assert before == after
    assert codes(evening) == frames(1, 60)
    film = [sample for sample in sound(evening) if sample[0] == 1]
    assert steps(film[: 2 * RATE]) == []


def test_a_part_of_a_file_begins_and_ends_at_its_exact_samples(evening):
    """`file#t=1.21,2.4` with keyframes ten seconds apart."""
    part = shot("far-keys.mov", 1, 1.19, start=1.21)
    evening.projector.cut(part)
    evening.until(lambda: any(isinstance(fact, ShotEnded) for fact in evening.facts))

    film = [sample for sample in sound(evening) if sample[0] == 9]
    length = round(1.19 * RATE)
    assert film[0] == (9, round(1.21 * RATE))
    assert steps(film[:length]) == []
    assert film[length - 1] == (9, round(2.4 * RATE) - 1)
    assert codes(evening) == frames(9, 72, 36)


@pytest.mark.parametrize("seed", range(6))
def test_no_frame_and_no_sample_is_lost_over_a_random_evening(evening, seed):
    """Over cuts, follows, late changes of mind, pauses and holds, film stays film."""
    chance = random.Random(seed)
    evening.projector.cut(shot("1.mov", 0, 2.0))
    for visit in range(1, 41):
        choices = [shot(f"{n}.mov", visit, s) for n, s in ((1, 2.0), (2, 1.5), (3, 1.1), (4, 0.7))]
        chance.shuffle(choices)
        evening.projector.prepare(choices[:3])
        deed = chance.choice(["cut", "follow", "change", "pause", "hold"])
        evening.run(chance.uniform(0.0, 0.4))
        if deed == "cut":
            evening.projector.cut(choices[0])
        elif deed == "follow":
            evening.projector.follow(choices[0])
        elif deed == "change":
            evening.projector.follow(choices[0])
            evening.run(chance.uniform(0.0, 0.2))
            evening.projector.follow(choices[1])
        elif deed == "pause":
            evening.projector.freeze()
            evening.run(chance.uniform(0.0, 0.3))
            evening.projector.thaw()
        else:
            evening.projector.hold(Hold.FREEZE)
            evening.run(chance.uniform(0.0, 0.3))
            evening.projector.hold(Hold.ROLL)
        evening.run(chance.uniform(0.0, 1.0))

    began = [fact.shot for fact in evening.facts if isinstance(fact, ShotBegan)]
    assert len(began) > 10
    _nothing_is_missing(evening)


def _nothing_is_missing(evening):
    """Within each shot frames go 0, 1, 2, ...; nothing was dropped, starved or late."""
    figures = evening.projector.figures
    assert (figures.dropped, figures.underruns, figures.late) == (0, 0, 0)
    last = {}
    for picture, code in zip(evening.shown, codes(evening), strict=True):
        expected = last.get(picture.shot, -1) + 1
        assert code == (int(picture.shot.file[0]), expected)
        last[picture.shot] = expected
    heard = sound(evening)
    for stretch, following in zip(evening.stretches, evening.stretches[1:], strict=False):
        piece = heard[stretch.at : following.at]
        if stretch.motion is Motion.ROLLING:
            assert piece[0] == (int(stretch.take.shot.file[0]), stretch.position)
            assert steps(piece) == []
        elif stretch.motion is Motion.PAUSED:
            assert set(piece) == {(0, -1)}


def test_slates_stills_and_stand_ins_last_as_long_as_they_say(evening):
    """Everything that can be shown is a reel."""
    slate = shot(None, 1, 0.4, source=Source.SLATE, title="Three years later")
    still = shot("still.png", 2, 0.5, source=Source.STILL)
    evening.projector.cut(slate)
    evening.until(lambda: evening.began(slate))
    evening.projector.follow(still)
    evening.until(lambda: evening.began(still))
    began = evening.projector.now
    evening.until(lambda: any(isinstance(fact, ShotEnded) for fact in evening.facts))

    assert evening.painted == [slate]
    assert evening.projector.now - began == pytest.approx(0.5, abs=2 * TICK / RATE)


def test_leaving_a_film_lets_go_of_everything(evening):
    """Nothing of a film stays behind in the library: no reel, no thread, no picture."""
    evening.projector.cut(A)
    evening.projector.prepare((B, C))
    evening.run(1.0)
    evening.projector.stop()
    evening.projector.close()

    assert evening.projector.shot is None
    assert evening.projector.picture((320, 180)) is None
    assert evening.projector.figures.parked == 0
    assert not [t.name for t in threading.enumerate() if t.name.startswith("reel")]


def test_each_clip_is_opened_once(evening, monkeypatch):
    """Opening a file again just as it begins would cost the cut its smoothness."""
    opened = []
    start = FilmReel.start
    monkeypatch.setattr(
        FilmReel, "start", lambda reel: (opened.append(reel._path.name), start(reel))
    )
    evening.projector.cut(A)
    evening.until(lambda: evening.began(A))
    evening.projector.prepare((B, C))
    evening.projector.follow(B)
    evening.until(lambda: evening.began(B))
    evening.projector.prepare((C,))
    evening.projector.cut(C)
    evening.until(lambda: evening.began(C))
    evening.run(0.5)

    assert opened == ["1.mov", "2.mov", "3.mov"]


def test_only_named_shots_are_kept_open(evening):
    """A shot that is no longer possible must not cost memory or a decoder."""
    evening.projector.cut(A)
    evening.until(lambda: evening.began(A))
    evening.projector.prepare((B, C))
    evening.run(0.8)
    both = evening.projector.figures.parked
    evening.projector.prepare((C,))
    evening.run(0.1)

    assert both == 2
    assert evening.projector.figures.parked == 1


def test_a_picture_keeps_its_shape_in_any_space(evening):
    """Letterboxed by what it is, not by what the window is."""
    evening.projector.cut(A)
    evening.until(lambda: evening.began(A))

    assert evening.projector.picture((640, 640)).surface.get_size() == (640, 360)
    assert evening.projector.picture((1000, 180)).surface.get_size() == (320, 180)
    assert not evening.projector.picture((1000, 180)).fresh
