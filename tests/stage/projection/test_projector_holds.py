"""The projector while a film waits: held pictures, and stretches that go round."""

from dataclasses import replace

import pytest

from engine.messages.facts import ShotBegan, ShotEnded
from engine.stage.projection.clock import RATE
from engine.story.model import Hold
from engine.story.units import Seconds
from tests.sounds import as_wave, level
from tests.stage.cranked import LUMP, codes, frames, shot, sound, steps

A = shot("1.mov", 1, 2.0)
B = shot("2.mov", 2, 1.5)
C = shot("3.mov", 3, 1.1)


def test_a_loop_that_is_gone_on_with_comes_round_to_its_own_beginning(evening):
    """A table one comes back to repeats from its first frame, wherever the evening began."""
    table = replace(A, loop=True)
    evening.projector.cut(table, Seconds(1.0))
    evening.until(lambda: evening.began(table))
    evening.run(1.2)

    assert codes(evening)[:32] == [*frames(1, 60)[30:], (1, 0), (1, 1)]


def test_the_shows_clock_runs_on_while_the_picture_is_held(evening):
    """A choice's clock must run out over a frozen picture, and stand only in a pause."""
    evening.projector.cut(A)
    evening.until(lambda: evening.projector.position > 0.5)
    evening.projector.hold(Hold.FREEZE)
    evening.run(0.3)
    now, position = evening.projector.now, evening.projector.position
    evening.run(1.0)

    assert evening.projector.now == pytest.approx(now + 1.0)
    assert evening.projector.position == position
    evening.projector.hold(Hold.ROLL)
    evening.until(lambda: any(isinstance(fact, ShotEnded) for fact in evening.facts))
    assert codes(evening) == frames(1, 60)


def test_a_held_picture_is_not_silent(evening):
    """The room's tone goes on under a choice; silence would sound like a fault."""
    evening.projector.cut(A)
    evening.until(lambda: evening.projector.position > 1.5)
    evening.projector.hold(Hold.FREEZE)
    evening.run(0.5)
    begin = evening.speaker.heard
    evening.run(1.0)

    piece = as_wave(evening.speaker.played[begin * 4 : evening.speaker.heard * 4])
    blocks = [level(piece[at : at + RATE // 20]) for at in range(0, len(piece), RATE // 20)]
    spoken = level(as_wave(evening.speaker.played[RATE * 4 : 2 * RATE * 4]))
    assert min(blocks) > 0
    assert level(piece) == pytest.approx(spoken / 2, rel=0.25)


def test_nothing_to_follow_holds_the_last_frame_and_says_so_once(evening):
    """`ShotEnded` lets the director wait for hands; a pause within must not repeat it."""
    evening.projector.cut(C)
    evening.until(lambda: any(isinstance(fact, ShotEnded) for fact in evening.facts))
    evening.run(0.3)
    evening.projector.freeze()
    evening.run(0.3)
    evening.projector.thaw()
    evening.run(0.3)

    assert evening.facts == [ShotBegan(C, 1.1), ShotEnded(C)]
    assert codes(evening)[-1] == (3, 32)
    assert evening.projector.position == pytest.approx(1.1)


def test_an_answer_over_the_held_frame_is_followed_at_once(evening):
    """When the asking ran past the clip's end, the answer's clip begins immediately."""
    evening.projector.cut(C)
    evening.projector.prepare((B,))
    evening.until(lambda: any(isinstance(fact, ShotEnded) for fact in evening.facts))
    evening.projector.follow(B)
    evening.tick(LUMP)
    evening.tick()

    assert evening.began(B)


def test_a_looped_shot_goes_round_without_a_gap(evening):
    """`play: {loop: true}`: the first sample comes right after the last, for ever."""
    looped = replace(C, loop=True)
    evening.projector.cut(looped)
    evening.until(lambda: evening.projector.now > 5.0)

    film = [sample for sample in sound(evening) if sample[0] == 3]
    turns = steps(film)
    assert len(turns) >= 3
    assert set(turns) == {((3, round(1.1 * RATE) - 1), (3, 0))}
    assert codes(evening)[:99] == frames(3, 33) * 3
    assert evening.facts == [ShotBegan(looped, 1.1)]


def test_a_loop_from_a_moment_repeats_from_exactly_there(evening):
    """`hold: loop` repeats `at`..end; rolling on ends it at the end of that round."""
    evening.projector.cut(A)
    evening.until(lambda: evening.projector.position > 0.6)
    evening.projector.hold(Hold.LOOP, 1.0)
    evening.until(lambda: evening.projector.now > 5.0)
    evening.projector.hold(Hold.ROLL)
    evening.until(lambda: any(isinstance(fact, ShotEnded) for fact in evening.facts))

    film = [sample for sample in sound(evening) if sample[0] == 1]
    turns = steps(film)
    assert set(turns[:3]) == {((1, 2 * RATE - 1), (1, RATE))}
    assert codes(evening)[:90] == frames(1, 60) + frames(1, 60, 30)
    assert evening.facts == [ShotBegan(A, 2.0), ShotEnded(A)]
    assert evening.projector.position == pytest.approx(2.0)


def test_what_follows_a_loop_comes_at_the_end_of_a_round(evening):
    """A follow ends the loop where its film ends, not in the middle of it."""
    looped = replace(C, loop=True)
    evening.projector.cut(looped)
    evening.until(lambda: evening.projector.now > 2.0)
    evening.projector.follow(B)
    evening.until(lambda: evening.began(B))
    evening.tick()

    seam = [pair for pair in steps(sound(evening)) if pair[1][0] == 2]
    assert seam == [((3, round(1.1 * RATE) - 1), (2, 0))]


def test_nothing_follows_while_a_stretch_is_held_in_a_loop(evening):
    """`hold: loop` repeats for as long as it holds; what was to follow comes after that round."""
    evening.projector.cut(A)
    evening.until(lambda: evening.projector.position > 0.6)
    evening.projector.follow(B)
    evening.projector.hold(Hold.LOOP, 1.0)
    evening.until(lambda: evening.projector.now > 5.0)
    assert not evening.began(B)
    evening.projector.hold(Hold.ROLL)
    evening.until(lambda: evening.began(B))
    evening.tick()

    seam = [pair for pair in steps(sound(evening)) if pair[1][0] == 2]
    assert seam == [((1, 2 * RATE - 1), (2, 0))]
