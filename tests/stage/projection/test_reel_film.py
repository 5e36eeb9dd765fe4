"""A reel of film: frames and samples ahead of their time, within bounds."""

import threading
import weakref
from fractions import Fraction

import pytest

from engine.stage.projection.clock import BYTES, RATE
from engine.stage.projection.reel import Strip
from engine.stage.projection.reel_film import SOUND_AHEAD, FilmReel
from tests.clips import Make, counted, film, read_code
from tests.painted import Paint, painted
from tests.stage.projection.rolling import PATIENCE, wait_for


@pytest.fixture
def opened(rolling):
    """Opens reels of film."""
    return lambda path, start=0, length=10**9: rolling(FilmReel(path, start, length))


def everything(reel):
    """All frames and sound of a reel, taken as fast as they come."""
    frames, heard = [], bytearray()
    room = bytearray(4800 * BYTES)
    while not (reel._done and len(heard) >= reel.length * BYTES):
        frames += reel.due(reel.length)
        heard += room[: reel.sound.take_into(memoryview(room)) * BYTES]
    frames += reel.due(reel.length)
    return frames, bytes(heard[: reel.length * BYTES])


def numbers(frames):
    return [read_code(frame.image.to_ndarray(format="gray"))[1] for frame in frames]


def test_a_parked_reel_holds_eight_pictures_and_two_seconds_of_sound(opened, tmp_path):
    """Enough to start without a gap, little enough for eight candidates."""
    reel = opened(film(tmp_path / "long.mov", Make(seconds=5.0)))
    wait_for(lambda: reel.parked)

    assert reel.ready
    assert len(reel._frames) == Strip.PARKED.value
    assert SOUND_AHEAD <= reel.sound.ahead < SOUND_AHEAD + RATE
    assert reel.length == 5 * RATE
    assert reel.weight > 8 * 320 * 180


def test_a_rolling_reel_looks_further_ahead(opened, tmp_path):
    """It must survive a hiccup of the machine."""
    reel = opened(film(tmp_path / "long.mov", Make(seconds=3.0)))
    wait_for(lambda: reel.parked)
    reel.roll()
    wait_for(lambda: len(reel._frames) >= Strip.ROLLING.value)

    assert len(reel._frames) == Strip.ROLLING.value


def test_all_of_a_clip_comes_out_in_order(reels, opened):
    """Every frame and every sample once."""
    frames, heard = everything(opened(reels / "1.mov"))

    assert numbers(frames) == list(range(60))
    assert [frame.at for frame in frames] == [index * 1600 for index in range(60)]
    assert counted(heard) == [(1, at) for at in range(2 * RATE)]


def test_sound_is_decoded_ahead_though_nobody_takes_the_pictures(reels, opened):
    """A window that is dragged stops the pictures; the sound must go on."""
    reel = opened(reels / "1.mov")
    room, heard = bytearray(4800 * BYTES), 0
    wait_for(lambda: reel.parked)
    while heard < 2 * RATE:
        heard += reel.sound.take_into(memoryview(room))

    assert len(reel._frames) == Strip.PARKED.value


@pytest.mark.parametrize("start", [0.0, 0.5, 1.01, 2.95])
def test_a_reel_begins_at_its_exact_sample_wherever_the_keyframes_are(reels, opened, start):
    """The picture that stands there is the first, at 0; the sound is that very sample."""
    first = round(start * RATE)
    frames, heard = everything(opened(reels / "far-keys.mov", first))

    assert frames[0].at == 0
    assert numbers(frames) == list(range(int(start * 30 + 1e-6), 90))
    assert counted(heard)[0] == (9, first)
    assert frames[1:] == [] or frames[1].at == (numbers(frames)[1] * 1600 - first)


def test_a_reel_ends_at_its_exact_sample_and_reads_no_further(opened, tmp_path):
    """A cut of one second from a long file costs one second's work."""
    path = film(tmp_path / "long.mov", Make(seconds=20.0, size=(64, 36)))
    reel = opened(path, RATE, RATE + 800)
    frames, heard = everything(reel)

    assert numbers(frames) == list(range(30, 61))
    assert len(heard) == (RATE + 800) * BYTES
    assert reel._pictures.end < 6 * RATE


def test_a_reel_that_breaks_off_becomes_as_long_as_it_is(reels, opened):
    """The declared length lies; what follows must come at the true end."""
    reel = opened(reels / "truncated.mp4")
    frames, _ = everything(reel)

    assert reel.length < 3 * RATE
    assert frames[-1].at < reel.length


def test_damage_is_passed_over_and_counted(reels, opened):
    """A scratch costs its frames and no others."""
    reel = opened(reels / "bitten.mov")
    frames, _ = everything(reel)

    assert reel.errors > 0
    assert len(frames) > 90
    assert [frame.at for frame in frames] == sorted({frame.at for frame in frames})


def test_frames_come_at_their_own_times_not_at_a_rate(reels, opened):
    """Phones record with wandering frame rates."""
    frames, _ = everything(opened(reels / "variable.mov"))
    kept = [index for index in range(60) if index % 7 not in {3, 4}]

    assert numbers(frames) == list(range(len(kept)))
    assert [frame.at for frame in frames] == [index * 1600 for index in kept]


def test_a_soundless_clip_is_silent_for_as_long_as_it_shows(reels, opened):
    """Silence is samples, too."""
    frames, heard = everything(opened(reels / "mute.mp4"))

    assert len(frames) == 60
    assert heard == bytes(2 * RATE * BYTES)


@pytest.mark.parametrize("name", ["empty.mp4", "garbage.mp4", "almost.mp4", "moov-missing.mp4"])
def test_a_wreck_is_a_fault_and_its_thread_ends(reels, opened, name):
    """The fault is a sentence; nothing is raised on anybody."""
    reel = opened(reels / name)
    wait_for(lambda: reel.fault is not None)

    assert reel.fault.says.startswith(name)
    assert not reel.ready


def test_sound_that_lies_too_far_behind_its_pictures_is_given_up(opened, reels, monkeypatch):
    """A badly mixed file must neither fill the memory nor stop the evening."""
    monkeypatch.setattr("engine.stage.projection.reel_film._MOST_COMPRESSED", 20_000)
    reel = opened(reels / "bitten.mov")
    frames, _ = everything(reel)

    assert len(frames) > 90
    assert reel.sound.written < 4 * RATE


def test_a_closed_reel_lets_its_thread_go_at_any_moment(reels):
    """Candidates are dropped while they open, decode, wait or are done."""
    for moment in range(30):
        reel = FilmReel(reels / "1.mov", 0, 10**9)
        reel.start()
        threading.Event().wait(moment * 0.002)
        reel.close()
        assert reel.ended(PATIENCE)


@pytest.mark.parametrize("to_the_end", [True, False])
def test_a_reel_that_is_over_leaves_nothing_to_the_collector(reels, to_the_end, uncollected):
    """A circle around a clip would hold its pictures for as long as no collector comes by."""
    held = weakref.ref(over(FilmReel(reels / "1.mov", 0, 10**9), to_the_end))

    assert held() is None


def over(reel, to_the_end):
    """A reel played, or only parked, and let go of."""
    reel.start()
    if to_the_end:
        everything(reel)
    else:
        wait_for(lambda: reel.parked)
    reel.close()
    assert reel.ended(PATIENCE)
    return reel


def test_a_reel_that_was_never_started_can_be_closed(reels, uncollected):
    """Named, then not named any more, before its turn came."""
    reel = FilmReel(reels / "1.mov", 0, 10**9)
    reel.close()

    assert reel.ended()
    assert not reel.stalled()
    held = weakref.ref(reel)
    del reel
    assert held() is None


@pytest.mark.parametrize(
    "rate",
    [Fraction(24_000, 1001), Fraction(24), Fraction(25), Fraction(30_000, 1001), Fraction(48),
     Fraction(50), Fraction(60_000, 1001), Fraction(60)],
    ids=str,
)  # fmt: skip
def test_every_rate_is_kept_to_the_sample(opened, tmp_path, rate):
    """Each frame stands where its stamp says; nothing is counted up, so nothing drifts."""
    path = painted(tmp_path / "clip.mp4", Paint(size=(64, 36), rate=rate, frames=60))
    frames, _ = everything(opened(path))
    wanted = [round(index / rate * RATE) for index in range(60)]

    assert len(frames) == 60
    assert max(abs(frame.at - at) for frame, at in zip(frames, wanted, strict=True)) <= 1
