"""Files beside clips are found by their names."""

import re

from engine.stage.projection.neighbours import Neighbours

NAMED = re.compile(r"(.+)\.([a-z]+)\.srt")


def test_files_named_after_a_clip_are_found_with_their_languages(tmp_path):
    """Also of a clip in a folder of its own; nothing else that lies there."""
    (tmp_path / "act").mkdir()
    for name in ("act/door.zh.srt", "act/door.en.srt", "act/hall.en.srt", "act/door.mp4"):
        (tmp_path / name).touch()
    beside = Neighbours(tmp_path, NAMED)

    found = [("act/door.en.srt", "en"), ("act/door.zh.srt", "zh")]
    assert list(beside.of("act/door.mp4")) == found
    assert list(beside.of("door.mp4")) == []


def test_a_folder_is_listed_once(tmp_path):
    """Twenty thousand clips may lie in one."""
    beside = Neighbours(tmp_path, NAMED)
    before = list(beside.of("door.mp4"))
    (tmp_path / "door.en.srt").touch()

    assert list(beside.of("door.mp4")) == before == []


def test_a_clip_outside_the_folder_has_no_neighbours(tmp_path):
    """What its own check tells is not told again."""
    (tmp_path / "film").mkdir()
    (tmp_path / "door.en.srt").touch()

    assert list(Neighbours(tmp_path / "film", NAMED).of("../door.mp4")) == []
