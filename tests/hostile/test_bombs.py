"""A story made to hurt costs its reader one sentence."""

import os

import pytest

from tests.hostile.bombs import HALL, HEAD, YAML, bytes_of
from tests.hostile.sealed import HARD, sealed

SECONDS = 2.0
MEGABYTES = 300.0
LONG = {"a hundred thousand and two scenes"}
"""What is no longer than a story may be, and takes as long to read as one."""
PLAYABLE = {
    "feelings twenty thousand deep", "five thousand visits in each other", "an option a line",
    "a script of a hundred thousand items", "a number larger than numbers",
}  # fmt: skip
"""What is odd and yet a film."""


def film(tmp_path, text: bytes):
    """A film's folder with this story in it."""
    folder = tmp_path / "bomb"
    folder.mkdir()
    (folder / "story.yaml").write_bytes(text)
    return folder


@pytest.mark.parametrize("name", YAML)
def test_a_bomb_is_refused_with_a_sentence_soon(tmp_path, name):
    """By the command an author would start, with little time and memory."""
    went = sealed("engine.desk", "check", str(film(tmp_path, bytes_of(name))), folder=tmp_path)

    assert went.code == 0 if name in PLAYABLE else went.code in {1, 2}, went.said[-2000:]
    assert "Traceback" not in went.said
    assert "Something broke" not in went.said
    assert "bomb" in went.said
    assert went.seconds < (HARD if name in LONG else SECONDS)
    assert went.megabytes < MEGABYTES
    assert not (tmp_path / "hurt").exists()


@pytest.mark.parametrize("name", ["billion laughs", "a hundred thousand brackets", "UTF-16"])
def test_a_bomb_does_not_play(tmp_path, name):
    """Nor does it hurt who only wanted to see the film."""
    folder = film(tmp_path, bytes_of(name))
    went = sealed("engine.desk", "play", str(folder), "--headless", folder=tmp_path)

    assert went.code == 2
    assert "story.yaml" in went.said
    assert "Traceback" not in went.said


def test_a_story_that_is_a_pipe_is_not_waited_for(tmp_path):
    """Reading a pipe would never end."""
    folder = tmp_path / "bomb"
    folder.mkdir()
    os.mkfifo(folder / "story.yaml")
    went = sealed("engine.desk", "check", str(folder), folder=tmp_path)

    assert went.code == 2
    assert went.seconds < SECONDS


def test_an_include_that_is_a_pipe_is_not_waited_for(tmp_path):
    """It is no file, and that is said."""
    folder = film(tmp_path, f"{HEAD}include: [more.yaml]\n{HALL}".encode())
    os.mkfifo(folder / "more.yaml")
    went = sealed("engine.desk", "check", str(folder), folder=tmp_path)

    assert went.code == 2
    assert "more.yaml is no file" in went.said


def test_an_include_that_is_a_device_is_not_read(tmp_path):
    """A link out of the folder is no part of the film."""
    folder = film(tmp_path, f"{HEAD}include: [more.yaml]\n{HALL}".encode())
    (folder / "more.yaml").symlink_to("/dev/zero")
    went = sealed("engine.desk", "check", str(folder), folder=tmp_path)

    assert went.code in {1, 2}
    assert "more.yaml" in went.said
    assert went.seconds < SECONDS


def test_folders_in_a_ring_are_no_longer_than_they_are(tmp_path):
    """A link to the folder above it leads round."""
    folder = film(tmp_path, (HEAD + HALL).encode())
    (folder / "round").symlink_to(folder)
    went = sealed("engine.desk", "check", str(folder), folder=tmp_path)

    assert went.code == 0, went.said
    assert went.seconds < SECONDS
