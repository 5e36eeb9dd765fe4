"""What is looked through: nobody is asked about what shows nothing."""

import sys

import pytest

from engine.desk.cameras import NONE, SCRIPTED, absent, is_device, looped, may_see, named, playable
from engine.senses.camera.camera import NoCamera
from engine.senses.camera.looping import Looping
from engine.shelf.guard import ShelfError
from tests.clips import Make, film


@pytest.fixture
def face(tmp_path):
    """A recording that shows something."""
    return film(tmp_path / "face.mp4", Make(seconds=0.5))


@pytest.fixture
def words(tmp_path):
    """A file that is no film, whatever it is called."""
    (tmp_path / "words.mp4").write_text("no film")
    return tmp_path / "words.mp4"


def test_a_recording_loops_and_a_device_is_asked_about(tmp_path):
    """Nobody sits in a file."""
    (tmp_path / "face.mp4").write_bytes(b"")
    (tmp_path / "one.png").write_bytes(b"")

    assert isinstance(looped(str(tmp_path / "face.mp4")), Looping)
    assert isinstance(looped(str(tmp_path)), Looping)
    assert isinstance(looped("none"), NoCamera)
    assert is_device("0")
    assert not is_device(str(tmp_path / "face.mp4"))
    assert named(str(tmp_path / "face.mp4")) == "face.mp4"
    assert named("2") == "2"


def test_no_camera_is_offered_where_none_can_be(face, words, tmp_path):
    """Nobody is asked to consent to nothing."""
    assert may_see(str(face))
    assert may_see(SCRIPTED)
    assert not may_see(NONE)
    assert not may_see(str(words))
    assert not may_see(str(tmp_path / "nowhere.mp4"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Devices are files on Linux.")
def test_a_device_that_is_not_there_is_told_only_where_somebody_named_it():
    """The settings' usual first camera is nobody's wish."""
    assert not may_see("93")
    assert absent("93") == (
        "There is no camera 93 on this machine. The film goes on without a camera."
    )
    assert absent(None, "93") is None
    assert absent(NONE, "93") is None


def test_a_recording_that_shows_nothing_is_told_in_one_sentence_and_what_to_do(face, words):
    """Also where it stands in the settings; before anybody is asked whether it may look."""
    told = absent(str(words))

    assert told == (
        "The recording 'words.mp4' cannot be played; give a video file. "
        "The film goes on without a camera."
    )
    assert absent(None, str(words)) == told
    assert absent(str(face)) is None
    assert "There is no camera" in absent("nowhere.mp4")


def test_what_shows_nothing_is_refused_where_there_is_no_film_to_go_on(face, words):
    """`kinoeye senses` has nothing else to show."""
    assert playable(str(face)) == str(face)
    with pytest.raises(ShelfError, match=r"words.mp4: The recording .* cannot be played"):
        playable(str(words))
