"""Looking at clips: true lengths, and one clear sentence for each that cannot be played."""

from fractions import Fraction

import pytest

from engine.stage.projection.probe import decode_speed, probe, probe_all
from engine.story.clips import ClipFacts, ClipFault
from tests import clips
from tests.clips import Make
from tests.painted import Paint, painted


def test_a_sound_clip_is_described(reels):
    """What `check` and the director reckon with."""
    facts = probe(reels / "1.mov")

    assert (facts.length, facts.width, facts.height, facts.sound) == (2.0, 320, 180, True)
    assert facts.keyframes == pytest.approx(1.0)
    assert facts.size == (reels / "1.mov").stat().st_size


def test_a_clip_is_as_wide_as_it_is_seen(tmp_path):
    """A sphere may be squeezed into 1920x1080 on its way; oblong pixels stretch it again."""
    paint = Paint(size=(480, 270), aspect=Fraction(9, 8), frames=2)
    facts = probe(painted(tmp_path / "squeezed.mov", paint))

    assert (facts.width, facts.height) == (540, 270)


def test_the_length_is_where_the_last_picture_ends_not_what_is_declared(reels):
    """A broken download declares its whole length, and a scene would wait for nothing."""
    facts = probe(reels / "truncated.mp4")

    assert 1.0 < facts.length < 3.0


def test_far_keyframes_are_told(reels):
    """`check` advises an author whose clip can only be entered slowly."""
    assert probe(reels / "far-keys.mov").keyframes == pytest.approx(3.0)
    assert probe(reels / "variable.mov").keyframes < 2.0


def test_a_clip_without_sound_says_so(reels):
    """Silence is then meant."""
    assert probe(reels / "mute.mp4").sound is False


def test_a_still_has_a_size_and_no_length(reels):
    """Its length is the author's."""
    assert probe(reels / "still.png") == ClipFacts(
        length=0.0, width=320, height=180, sound=False, size=(reels / "still.png").stat().st_size
    )


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("empty.mp4", "empty"),
        ("garbage.mp4", "neither a film nor a picture"),
        ("almost.mp4", "index"),
        ("moov-missing.mp4", "index"),
        ("only-sound.mp4", "no picture"),
        ("bomb.png", "too large"),
        ("list.mp4", "neither a film nor a picture"),
    ],
)
def test_every_wreck_has_its_sentence(reels, name, word):
    """Named, in one line, with what to do."""
    fault = probe(reels / name)

    assert isinstance(fault, ClipFault)
    assert not fault.missing
    assert fault.says.startswith(name)
    assert word in fault.says
    assert fault.says.endswith(".")
    assert "\n" not in fault.says


def test_a_picture_no_screen_could_show_is_refused_before_it_is_decoded(tmp_path):
    """60,000 pixels a side in a hundred bytes; and one a little over the limit."""
    assert isinstance(probe(clips.picture_bomb(tmp_path / "bomb.png", 60_000)), ClipFault)
    wide = probe(clips.still(tmp_path / "wide.png", (8200, 2)))

    assert isinstance(wide, ClipFault)
    assert "8200x2" in wide.says


def test_all_of_a_film_is_looked_at_and_nothing_outside_it(reels):
    """A missing clip is an animatic, not a fault; a path out of the folder is one."""
    found = probe_all(reels, ("1.mov", "later.mp4", "../1.mov"))

    assert isinstance(found["1.mov"], ClipFacts)
    assert found["later.mp4"] == ClipFault(missing=True, says="later.mp4 is not there.")
    assert not found["../1.mov"].missing


def test_doctor_can_ask_how_fast_films_are_decoded(reels):
    """More than nothing for a film, nothing for a wreck."""
    assert decode_speed(reels / "tone.mp4") > 0
    assert decode_speed(reels / "empty.mp4") == 0


@pytest.mark.parametrize("ending", ["mp4", "mkv", "mov"])
def test_a_file_that_breaks_off_promises_more_than_it_holds(tmp_path, ending):
    """Cut short by a copy: its index says twelve seconds, its end comes before."""
    whole = clips.film(tmp_path / f"whole.{ending}", Make(seconds=6.0, faststart=True, busy=True))
    written = whole.read_bytes()
    broken = tmp_path / f"broken.{ending}"
    broken.write_bytes(written[: len(written) * 6 // 10])

    found = probe(broken)

    assert found.broken_off
    assert found.promised - found.length > 1.0
    assert abs(found.promised - 6.0) < 0.2
    assert not probe(whole).broken_off


@pytest.mark.parametrize("ending", ["mp4", "mkv", "mov"])
def test_sound_that_is_longer_than_its_pictures_is_no_break(tmp_path, ending):
    """Matroska says only how long everything in it is."""
    path = tmp_path / f"long.{ending}"
    clips.film(path, Make(seconds=1.0, sound="tone", after=2.0))

    assert not probe(path).broken_off
