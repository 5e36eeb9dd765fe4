"""Music is read once, whole, on its own thread, and kept as long as a shot needs it."""

import threading

import numpy as np
import pytest

from engine.stage.projection.music import MusicShelf
from tests.sounds import noise, opus, wav
from tests.stage.cranked import shot

PATIENCE = 10.0


@pytest.fixture
def shelf(tmp_path):
    made = MusicShelf(tmp_path)
    yield made
    assert made.close(PATIENCE)


def settled(score):
    bell = threading.Event()
    for _ in range(int(PATIENCE / 0.005)):
        tracks = [score.bed, *([] if score.stem is None else [score.stem])]
        if all(each.samples is not None or each.trouble is not None for each in tracks):
            return score
        bell.wait(0.005)
    raise AssertionError("it was never read")


def test_a_bed_and_its_stem_are_read_to_the_last_sample(tmp_path, shelf):
    """A loop that lost a sample would drift from its bars."""
    bed, stem = noise(1.0, 1), noise(1.0, 2)
    wav(tmp_path / "music" / "bed.wav", bed)
    wav(tmp_path / "music" / "stem.wav", stem)

    score = settled(shelf.score(shot("a.mp4", bed="music/bed.wav", stem="music/stem.wav")))

    assert np.array_equal(score.bed.samples, bed)
    assert np.array_equal(score.stem.samples, stem)
    assert shelf.weight == bed.nbytes + stem.nbytes


def test_a_compressed_bed_is_as_long_as_it_was_written(tmp_path, shelf):
    """Encoders pad; what they padded is not music."""
    opus(tmp_path / "bed.opus", noise(1.0))

    assert len(settled(shelf.score(shot("a.mp4", bed="bed.opus"))).bed.samples) == 48_000


def test_a_shot_without_a_bed_has_no_music(shelf):
    """Most films' shots."""
    assert shelf.score(shot("a.mp4")) is None


def test_the_same_music_is_read_once_and_let_go_when_no_shot_needs_it(tmp_path, shelf):
    """A bed that runs on over a hundred cuts is one bed."""
    wav(tmp_path / "bed.wav", noise(0.2))
    one, two = shot("a.mp4", bed="bed.wav"), shot("b.mp4", visit=2, bed="bed.wav")

    assert shelf.score(one).bed is shelf.score(two).bed
    settled(shelf.score(one))
    shelf.name([two])
    assert shelf.weight > 0
    shelf.name([shot("c.mp4")])
    assert shelf.weight == 0


def test_what_may_come_is_read_one_by_one_and_only_while_there_is_room(
    tmp_path, shelf, monkeypatch
):
    """A room with ten doors must not hold ten scores."""
    monkeypatch.setattr("engine.stage.projection.music._BUDGET", 60_000)
    for number in range(4):
        wav(tmp_path / f"{number}.wav", noise(0.2, number))
    shots = [shot("a.mp4", visit=number, bed=f"{number}.wav") for number in range(4)]
    bell = threading.Event()
    for _ in range(200):
        shelf.name(shots)
        assert sum(not each.settled for each in shelf._tracks.values()) <= 1
        bell.wait(0.002)

    assert list(shelf._tracks) == ["0.wav", "1.wav"]
    assert settled(shelf.score(shots[3])).bed.samples is not None  # its clip comes: it is read


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("gone.ogg", "not there"),
        ("bad.ogg", "no sound this player"),
        ("../x.ogg", ""),
        ("short.wav", "shorter than a tenth"),
        ("none.wav", "holds no sound"),
    ],
)
def test_music_that_cannot_be_played_is_one_sentence(tmp_path, shelf, name, word):
    """The film goes on without it."""
    (tmp_path / "bad.ogg").write_bytes(bytes(range(200)))
    wav(tmp_path / "short.wav", noise(0.05))
    wav(tmp_path / "none.wav", noise(0.0))
    score = settled(shelf.score(shot("a.mp4", bed=name)))

    assert score.bed.samples is None
    assert score.settled
    assert word in shelf.troubles[0]
    assert shelf.troubles[0].endswith(".")


def test_music_longer_than_fits_is_cut(tmp_path, shelf, monkeypatch):
    """An hour of it must not fill the memory."""
    monkeypatch.setattr("engine.stage.projection.music._MOST", 4800)
    wav(tmp_path / "bed.wav", noise(1.0))

    assert len(settled(shelf.score(shot("a.mp4", bed="bed.wav"))).bed.samples) == 4800
