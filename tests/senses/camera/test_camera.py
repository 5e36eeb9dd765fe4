"""The fittings that need no device: a recording, stills, none."""

import cv2
import numpy as np
import pytest

from engine.senses.camera.camera import NoCamera, Recording, Stills, wanted
from engine.story.units import Seconds
from tests.tapes import RATE


def frames_until(camera, end, step):
    return sum(camera.grab(Seconds(now)) is not None for now in np.arange(0.0, end, step))


def test_a_recording_plays_at_the_speed_of_the_clock_handed_in(tape):
    """Headless play runs faster than the world; the tape must run with it."""
    camera = Recording(tape(("smile", 4.0)))

    assert frames_until(camera, 1.0, 0.02) == round(RATE)
    assert camera.grab(Seconds(1.0)) is not None


def test_a_recording_skips_what_nobody_looked_at(tape):
    """Looks rarer than frames see the newest frame, not the oldest."""
    path = tape(("neutral", 1.0), ("gone", 1.0))
    camera = Recording(path)
    camera.grab(Seconds(0.0))

    late = camera.grab(Seconds(1.5))

    assert late is not None
    assert abs(float(late.mean()) - float(cv2.GaussianBlur(late, (0, 0), 9).mean())) < 1
    assert late.mean() < 75, "the empty room is darker than the portrait"


def test_a_recording_ends_and_says_so(tape):
    """It does not loop: a viewer who has left does not come back by himself."""
    camera = Recording(tape(("smile", 4.0)))

    assert frames_until(camera, 6.0, 0.05) == round(4.0 * RATE)
    assert not camera.is_open
    assert camera.trouble.says.endswith("has ended.")


def test_a_clock_that_stands_still_shows_nothing_new(tape):
    """Paused, the film looks at nobody."""
    camera = Recording(tape(("smile", 4.0)))
    camera.grab(Seconds(5.0))

    assert camera.grab(Seconds(5.0)) is None


@pytest.mark.parametrize("content", [b"", b"no film at all", bytes(range(256)) * 64])
def test_what_is_no_film_is_said_in_one_sentence(tmp_path, content):
    """One sentence, no exception; the film goes on."""
    path = tmp_path / "face.mp4"
    path.write_bytes(content)
    camera = Recording(path)

    assert camera.grab(Seconds(0.0)) is None
    assert camera.trouble.says == "The recording 'face.mp4' cannot be played; give a video file."


def test_a_truncated_recording_ends_where_it_ends(tape, tmp_path):
    """A copy that broke off is a shorter tape or none, never a crash."""
    whole = tape(("smile", 4.0)).read_bytes()
    path = tmp_path / "half.mp4"
    path.write_bytes(whole[: len(whole) // 2])
    camera = Recording(path)

    frames_until(camera, 6.0, 0.05)

    assert not camera.is_open
    assert camera.trouble


def stills_in(folder, count):
    for number in range(count):
        shade = np.full((48, 64, 3), 10 * number, np.uint8)
        cv2.imwrite(str(folder / f"f{number:03d}.png"), shade)
    return wanted(str(folder)).stills


def test_stills_come_in_their_order(tmp_path):
    """Ten a second, by name."""
    camera = Stills(stills_in(tmp_path, 4))

    seen = [camera.grab(Seconds(now)) for now in (0.0, 0.05, 0.1, 0.2, 0.3)]

    assert [None if each is None else int(each[0, 0, 0]) for each in seen] == [0, None, 10, 20, 30]


def test_stills_end(tmp_path):
    """As a recording does."""
    camera = Stills(stills_in(tmp_path, 2))
    camera.grab(Seconds(0.0))

    assert camera.grab(Seconds(0.2)) is None
    assert not camera.is_open
    assert camera.trouble.says == "The pictures have ended."


def test_a_broken_still_is_passed_over(tmp_path):
    """One bad file among many is no reason to stop."""
    stills_in(tmp_path, 3)
    (tmp_path / "f001.png").write_bytes(b"no picture")
    camera = Stills(wanted(str(tmp_path)).stills)

    seen = [camera.grab(Seconds(now)) is not None for now in (0.0, 0.1, 0.2)]

    assert seen == [True, False, True]


def test_a_huge_still_is_not_read(tmp_path, monkeypatch):
    """A picture bomb is refused by its size."""
    stills_in(tmp_path, 1)
    monkeypatch.setattr("engine.senses.camera.camera.LARGEST_STILL", 10)
    camera = Stills(wanted(str(tmp_path)).stills)

    assert camera.grab(Seconds(0.0)) is None
    assert camera.trouble.says == "'f000.png' is not a picture."


def test_an_empty_folder_is_said(tmp_path):
    """One sentence."""
    assert Stills(()).trouble.says == "There is no picture in this folder."


def test_a_camera_word_is_understood(tmp_path):
    """`--camera FILE|INDEX|none`, and folders and patterns of pictures."""
    stills_in(tmp_path, 2)
    film = tmp_path / "face.mp4"
    film.write_bytes(b"")

    assert wanted("none") == wanted("")
    assert wanted("0").index == 0
    assert wanted(str(film)).recording == film
    assert len(wanted(str(tmp_path)).stills) == 2
    assert len(wanted(str(tmp_path / "f%03d.png")).stills) == 2
    assert len(wanted(str(tmp_path / "*.png")).stills) == 2
    assert len(wanted(str(tmp_path / "f000.png")).stills) == 1


def test_a_word_that_names_nothing_is_said_with_its_cure():
    """What, and what to do."""
    assert wanted("nowhere.mp4").trouble.says == (
        "There is no camera 'nowhere.mp4': give a number, a video file or none."
    )


def test_no_camera_has_nothing_to_say():
    """`--camera none` is a choice, not a fault."""
    assert NoCamera().trouble is None
    assert NoCamera().grab(Seconds(0.0)) is None
