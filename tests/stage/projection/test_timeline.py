"""The timeline: exact samples, exact swaps, and an exact account of both."""

from engine.stage.projection.clock import BYTES
from engine.stage.projection.timeline import Motion, Take, Timeline
from tests.stage.cranked import shot
from tests.stage.fake_reels import FakeReel

LUMP = 4096


def take(value, length=10_000, **more):
    return Take(shot(f"{value}.mov", value), FakeReel(value, length, **more))


class Reader:
    """Reads in lumps and keeps the runs of equal samples."""

    def __init__(self, timeline, began=0):
        self.timeline = timeline
        self.at = began
        self.heard = b""

    def read(self, samples):
        while samples > 0:
            lump = min(LUMP, samples)
            self.heard += self.timeline.read(self.at, lump)
            self.at += lump
            samples -= lump
        return self

    def runs(self):
        values = [self.heard[at] for at in range(0, len(self.heard), BYTES)]
        runs = []
        for value in values:
            if runs and runs[-1][0] == value:
                runs[-1][1] += 1
            else:
                runs.append([value, 1])
        return [tuple(run) for run in runs]


def test_a_swap_falls_between_two_samples_inside_one_read():
    """The cut is exact by construction, wherever it falls in the mixer's lump."""
    timeline = Timeline()
    timeline.cut(take(1, 5001))
    timeline.read(0, 1)
    timeline.follow(take(2, 3333))
    reader = Reader(timeline, 1).read(LUMP * 2)

    assert reader.runs() == [(1, 5000), (2, 3192)]


def test_nothing_is_on_before_the_first_cut():
    """Silence, and the show's clock runs."""
    timeline = Timeline(500)
    Reader(timeline, 500).read(1000)

    assert timeline.crossed(1500) == ()
    timeline.cut(take(1))
    Reader(timeline, 1500).read(10)
    (began,) = timeline.crossed(1500)
    assert (began.motion, began.at, began.now) == (Motion.ROLLING, 1500, 1000)


def test_an_empty_buffer_is_silence_and_the_clip_waits():
    """Sound and picture stay together over a decoder that is late; it is counted once."""
    timeline = Timeline()
    late = take(1, 9000, there=3000)
    timeline.cut(late)
    reader = Reader(timeline).read(2 * LUMP)
    late.reel.sound.there = 10_000
    reader.read(LUMP)

    assert reader.runs() == [(1, 3000), (0, 2 * LUMP - 3000), (1, LUMP)]
    assert timeline.tally.underruns == 1
    spots = timeline.crossed(10**6)
    assert [s.position for s in spots] == [0, 3000, 3000]
    assert spots[1].position_at(5000) == 3000
    assert spots[1].now_at(5000) == 5000


def test_a_pause_gives_silence_and_stops_both_clocks():
    """Never by pausing the mixer."""
    timeline = Timeline()
    timeline.cut(take(1))
    reader = Reader(timeline).read(1000)
    timeline.pause(on=True)
    reader.read(700)
    timeline.pause(on=False)
    reader.read(100)

    assert reader.runs() == [(1, 1000), (0, 700), (1, 100)]
    rolling, paused, again = timeline.crossed(10**6)
    assert (paused.at, paused.position, paused.now) == (1000, 1000, 1000)
    assert (paused.position_at(1500), paused.now_at(1500)) == (1000, 1000)
    assert (again.at, again.position, again.now) == (1700, 1000, 1000)
    assert rolling.position_at(400) == 400


def test_a_next_clip_that_is_not_ready_is_waited_for_and_counted():
    """The last frame stands; the clip begins with the first samples after it is ready."""
    timeline = Timeline()
    timeline.cut(take(1, 1000))
    reader = Reader(timeline).read(10)
    tardy = take(2, 1000, ready=False)
    timeline.follow(tardy)
    reader.read(1490)
    tardy.reel.ready = True
    reader.read(500)

    assert reader.runs() == [(1, 1000), (0, 500), (2, 500)]
    assert timeline.tally.late == 1


def test_a_reel_that_failed_is_never_begun():
    """Ready or not; the preroll will have another in a moment."""
    timeline = Timeline()
    broken = take(1)
    broken.reel.fault = object()
    timeline.follow(broken)

    assert Reader(timeline).read(100).runs() == [(0, 100)]


def test_a_cut_clears_what_was_to_follow():
    """Only what is ordered after a cut follows it."""
    timeline = Timeline()
    timeline.cut(take(1, 1000))
    reader = Reader(timeline).read(10)
    timeline.follow(take(2))
    timeline.cut(take(3, 500))
    reader.read(1000)

    assert reader.runs() == [(1, 10), (3, 500), (0, 500)]


def test_a_second_cut_before_the_next_sample_gives_the_first_back():
    """A take that was never played must be let go of by somebody."""
    timeline = Timeline()
    first, second = take(1), take(2)

    assert timeline.cut(first) is None
    assert timeline.cut(second) is first
    assert Reader(timeline).read(10).runs() == [(2, 10)]


def test_a_loop_goes_round_only_while_nothing_else_is_to_follow():
    """Follow outranks repeat, at the last sample of a round."""
    timeline = Timeline()
    one = take(1, 100)
    timeline.cut(one)
    reader = Reader(timeline).read(10)
    timeline.repeat(Take(one.shot, FakeReel(4, 50), since=50, again=True))
    reader.read(100)
    timeline.repeat(Take(one.shot, FakeReel(5, 50), since=50, again=True))
    timeline.follow(take(2, 10))
    reader.read(50)

    assert reader.runs() == [(1, 100), (4, 50), (2, 10)]


def test_a_hold_ends_with_the_shot_it_was_ordered_for():
    """The next clip rolls, whatever the last one stood in."""
    timeline = Timeline()
    timeline.cut(take(1))
    reader = Reader(timeline).read(100)
    timeline.hold(on=True)
    reader.read(100)
    timeline.cut(take(2))
    reader.read(100)

    assert reader.runs() == [(1, 100), (0, 100), (2, 100)]
    assert [s.motion for s in timeline.crossed(10**6)] == [
        Motion.ROLLING,
        Motion.HELD,
        Motion.ROLLING,
    ]


def test_a_reel_grows_its_queue_when_it_begins():
    """Parked reels are small; the one on the screen looks further ahead."""
    timeline, waiting = Timeline(), take(1)
    timeline.follow(waiting)
    before = waiting.reel.rolled
    Reader(timeline).read(1)

    assert (before, waiting.reel.rolled) == (False, True)


def test_what_was_not_heard_yet_is_not_told_yet():
    """The mixer asks far ahead of the ear; frames go with the ear."""
    timeline = Timeline()
    timeline.cut(take(1, 1000))
    Reader(timeline).read(LUMP)

    assert [s.at for s in timeline.crossed(999)] == [0]
    assert timeline.crossed(999) == ()
    assert [s.motion for s in timeline.crossed(1000)] == [Motion.ENDED]


def test_after_a_stop_nothing_of_the_film_is_told_any_more():
    """Samples already handed out must not bring a film back that was left."""
    timeline = Timeline()
    timeline.cut(take(1))
    Reader(timeline).read(LUMP)
    empty, takes = timeline.stop()

    assert (empty.take, empty.motion) == (None, Motion.EMPTY)
    assert len(takes) == 1
    assert timeline.crossed(10**6) == ()
    assert not any(timeline.read(LUMP, 100))
