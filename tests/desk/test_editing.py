"""Looking over an author's shoulder."""

import os

import pytest

from engine.desk.editing import Shoulder
from engine.shelf.films import FilmFolder

STORY = """
film: 1
title: Two Rooms
languages: [en, zh]
include: [rooms.yaml]
scenes:
  hall: {play: {slate: Hall, seconds: 4}, next: room}
"""
ROOMS = """
scenes:
  room: {play: {slate: Room, seconds: 4}, end: Over}
"""
WORDS = """
msgctxt "title"
msgid "Two Rooms"
msgstr "两间屋"
"""


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "two-rooms"
    path.mkdir()
    write(path, "story.yaml", STORY)
    write(path, "rooms.yaml", ROOMS)
    return path


def write(folder, name, text, later=0):
    """Save a file; `later` sets its clock on, where a disk counts in whole seconds."""
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    stamp = file.stat().st_mtime + later
    os.utime(file, (stamp, stamp))


def test_nothing_changed_is_nothing_told(folder):
    """Also when somebody saves nothing new elsewhere."""
    shoulder = Shoulder(FilmFolder(folder), "en")
    (folder / ".swap").write_text("an editor's own")

    assert shoulder() is None


def test_a_scene_in_an_included_file_is_read_anew(folder):
    """Once for each change."""
    shoulder = Shoulder(FilmFolder(folder), "en")
    write(folder, "rooms.yaml", ROOMS.replace("Over", "Done"), later=2)

    assert shoulder().story.scenes["room"].way.name == "Done"
    assert shoulder() is None
    assert shoulder.newest.story.scenes["room"].way.name == "Done"


def test_a_translation_is_read_anew(folder):
    """Words change as often as scenes do."""
    shoulder = Shoulder(FilmFolder(folder), "zh")
    write(folder, "lang/zh.po", WORDS)

    assert shoulder().story.title == "两间屋"


def test_the_first_error_is_told_in_one_line_and_mended_it_is_a_film_again(folder):
    """With its place, as `check` tells it."""
    shoulder = Shoulder(FilmFolder(folder), "en")
    write(folder, "story.yaml", STORY.replace("next: room", "next: roof"))

    says = shoulder()
    assert "roof" in says
    assert says.startswith("story.yaml:7")
    write(folder, "story.yaml", STORY, later=2)
    assert shoulder().story.title == "Two Rooms"


def test_a_file_that_is_no_text_or_gone_is_told(folder):
    """Nothing an author's hands do ends the film."""
    shoulder = Shoulder(FilmFolder(folder), "en")
    (folder / "rooms.yaml").write_bytes(b"\xff\xfe")
    assert "UTF-8" in shoulder()

    (folder / "story.yaml").unlink()
    assert "story.yaml" in shoulder()
