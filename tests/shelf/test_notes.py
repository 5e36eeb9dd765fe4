"""The settings file is plain text that a person may mend."""

import pytest

from engine.shelf.guard import ShelfError
from engine.shelf.notes import read_notes, write_notes


def test_what_is_written_is_read_back(tmp_path):
    """Chinese stays readable in the file."""
    path = tmp_path / "settings.yaml"

    write_notes(path, {"viewer": {"language": "zh", "name": "阿星"}})

    assert read_notes(path) == {"viewer": {"language": "zh", "name": "阿星"}}
    assert "阿星" in path.read_text("utf-8")


def test_an_empty_file_says_nothing(tmp_path):
    """And is no fault."""
    (tmp_path / "settings.yaml").write_text("\n")

    assert read_notes(tmp_path / "settings.yaml") == {}


@pytest.mark.parametrize("text", ["a: [b\n", "- 1\n", "!!python/object:os.system {}\n"])
def test_what_is_no_settings_file_is_told(tmp_path, text):
    """And nothing in it is ever run."""
    (tmp_path / "settings.yaml").write_text(text)

    with pytest.raises(ShelfError, match=r"settings\.yaml"):
        read_notes(tmp_path / "settings.yaml")
