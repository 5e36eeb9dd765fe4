"""The projector with clips that are odd, damaged, or not there: the film goes on."""

import threading

import pygame
import pytest

from engine.messages.facts import ShotBegan, ShotEnded, ShotFailed
from engine.messages.shots import Source
from engine.stage.projection.preroll import STALLED
from tests.clips import read_code
from tests.stage.cranked import codes, shot

A = shot("1.mov", 1, 2.0)
B = shot("2.mov", 2, 1.5)
C = shot("3.mov", 3, 1.1)


@pytest.mark.parametrize(
    ("file", "word"),
    [
        ("not-there.mov", "not there"),
        ("empty.mp4", "empty"),
        ("garbage.mp4", "neither a film nor a picture"),
        ("almost.mp4", "index"),
        ("moov-missing.mp4", "index"),
        ("only-sound.mp4", "no picture"),
        ("list.mp4", "neither"),
        ("../outside.mov", "leads out"),
    ],
)
def test_a_clip_that_cannot_be_played_is_stood_in_for(evening, file, word):
    """One clear sentence, the scene's own length, and the film goes on."""
    broken = shot(file, 2, 0.5)
    evening.projector.cut(C)
    evening.until(lambda: evening.began(C))
    evening.projector.follow(broken)
    evening.until(lambda: evening.began(broken))
    evening.projector.follow(B)
    evening.until(lambda: evening.began(B))

    failed = [fact for fact in evening.facts if isinstance(fact, ShotFailed)]
    assert [fact.shot for fact in failed] == [broken]
    assert word in failed[0].says
    assert failed[0].says.count("\n") == 0
    assert ShotBegan(broken, 0.5) in evening.facts
    assert [drawn.source for drawn in evening.painted] == [Source.STAND_IN]


def test_a_stalled_decoder_ends_its_shot_and_the_film_goes_on(evening):
    """A disk that hangs must not hang the evening: the way on that is ordered is taken."""
    evening.projector.cut(A)
    evening.projector.prepare((B,))
    evening.until(lambda: evening.projector.position > 0.6)
    evening.projector.follow(B)
    evening.projector._timeline.take.reel.stalled = lambda: True
    evening.until(lambda: evening.began(B))

    failed = [fact for fact in evening.facts if isinstance(fact, ShotFailed)]
    assert failed == [ShotFailed(A, f"1.mov: {STALLED}.")]
    assert evening.projector.now < 1.5


def test_a_decoder_that_dies_says_so_and_the_film_goes_on(evening, monkeypatch):
    """A fault of ours in a reel's thread costs one shot, never the evening."""

    def die(*_):
        raise RuntimeError("boom")

    evening.projector.cut(A)
    evening.until(lambda: evening.projector.position > 0.3)
    monkeypatch.setattr(evening.projector._timeline.take.reel._film._pictures, "decoded", die)
    for _ in range(60):
        evening.tick(settled=False)
        threading.Event().wait(0.005)

    failed = [fact for fact in evening.facts if isinstance(fact, ShotFailed)]
    assert [fact.shot for fact in failed] == [A]
    assert "boom" in failed[0].says
    assert ShotEnded(A) in evening.facts


def test_a_fallback_is_shown_before_a_stand_in(evening):
    """An author's own still is better than our words."""
    broken = shot("empty.mp4", 2, 0.5, fallback="still.png")
    evening.projector.cut(broken)
    evening.until(lambda: any(isinstance(fact, ShotEnded) for fact in evening.facts))

    assert not evening.painted
    assert tuple(evening.shown[0].surface.get_at((160, 90)))[:3] == (200, 120, 40)
    assert any(isinstance(fact, ShotFailed) for fact in evening.facts)


@pytest.mark.parametrize("file", ["truncated.mp4", "bitten.mov"])
def test_a_damaged_film_is_played_as_far_as_it_goes(evening, file):
    """Each bad packet is passed over and counted; what is readable is shown in order."""
    evening.projector.cut(shot(file, 1, 4.0))
    evening.until(lambda: any(isinstance(fact, ShotEnded) for fact in evening.facts))

    assert len(evening.shown) > 30
    assert evening.projector.figures.errors > 0 or file == "truncated.mp4"
    times = [picture.pts for picture in evening.shown]
    assert times == sorted(set(times))


@pytest.mark.parametrize(
    ("file", "count"), [("mute.mp4", 60), ("odd.mkv", 60), ("variable.mov", 43), ("tone.mp4", 60)]
)
def test_clips_of_every_kind_show_each_of_their_frames(evening, file, count):
    """Soundless, odd-sized, with wandering frame times: the stamps alone decide."""
    evening.projector.cut(shot(file, 1, 2.0))
    evening.until(lambda: any(isinstance(fact, ShotEnded) for fact in evening.facts))

    seen = codes(evening)
    assert len(seen) == count
    assert seen == sorted(set(seen))


def test_a_film_from_a_telephone_stands_upright(evening):
    """The file says how it was held; the bar code along its top comes to stand at a side."""
    evening.projector.cut(shot("upright.mp4", 1, 0.5))
    evening.until(lambda: evening.shown)
    evening.tick()
    surface = evening.projector.picture((320, 320)).surface

    assert surface.get_size() == (180, 320)
    grey = pygame.surfarray.array3d(surface)[:, :, 0].T
    assert read_code(grey[:, ::-1].T) is not None
