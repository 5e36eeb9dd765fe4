"""Seeing that a film's files have changed."""

import os

from engine.shelf.watching import stamps


def test_every_file_of_a_film_has_its_stamp(tmp_path):
    """Text, clips and translations alike; not the workshop, and nothing hidden."""
    for name in ("story.yaml", "lang/zh.po", "making/hall.py", ".story.yaml.swp", ".git/index"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")

    assert list(stamps(tmp_path)) == ["lang/zh.po", "story.yaml"]


def test_a_stamp_tells_that_a_file_was_written(tmp_path):
    """Also when its length is the same."""
    story = tmp_path / "story.yaml"
    story.write_text("film: 1", encoding="utf-8")
    before = stamps(tmp_path)

    story.write_text("film: 2", encoding="utf-8")
    os.utime(story, (1, 1))

    assert stamps(tmp_path) != before


def test_a_folder_that_is_gone_has_no_files(tmp_path):
    """It may come back: editors and version control move whole folders."""
    assert stamps(tmp_path / "gone") == {}


def test_a_link_that_leads_nowhere_is_not_there(tmp_path):
    """Nor does a ring of links keep the looking from ending."""
    (tmp_path / "lost.mp4").symlink_to(tmp_path / "nowhere.mp4")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)

    assert "lost.mp4" not in stamps(tmp_path)
    assert not [name for name in stamps(tmp_path) if name.startswith("again/")]
