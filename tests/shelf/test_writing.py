"""Nothing is ever half written."""

import pytest

from engine.shelf.guard import ShelfError
from engine.shelf.writing import write_whole


def test_a_file_is_replaced_whole(tmp_path):
    """The old text or the new, and no crumbs beside them."""
    path = tmp_path / "deep" / "settings.yaml"

    write_whole(path, "old")
    write_whole(path, "新")

    assert path.read_text("utf-8") == "新"
    assert [found.name for found in path.parent.iterdir()] == ["settings.yaml"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    """In one sentence with a way on."""
    (tmp_path / "file").write_text("")

    with pytest.raises(ShelfError, match="cannot be written"):
        write_whole(tmp_path / "file" / "settings.yaml", "x")
