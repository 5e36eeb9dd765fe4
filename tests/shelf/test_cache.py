"""What can be made again: bounded, and never trusted blindly."""

import os

import pytest

from engine.shelf.cache import Cache


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache"


def test_what_was_put_is_found_again(folder):
    """By another process as well."""
    Cache(folder).put("a", b"reel")

    assert bytes(Cache(folder).get("a")) == b"reel"
    assert Cache(folder).get("b") is None
    assert [file.name for file in folder.iterdir()] == ["a"]


@pytest.mark.parametrize("at", [0, 20, 32, 35])
def test_a_damaged_file_was_not_kept(folder, at):
    """A bit that fell over is no film."""
    cache = Cache(folder)
    cache.put("a", b"reel")
    whole = bytearray((folder / "a").read_bytes())
    whole[at] ^= 1
    (folder / "a").write_bytes(whole)

    assert cache.get("a") is None


@pytest.mark.parametrize("length", [0, 10, 32, 35])
def test_half_a_file_was_not_kept(folder, length):
    """The power went while it was written."""
    cache = Cache(folder)
    cache.put("a", b"reel")
    os.truncate(folder / "a", length)

    assert cache.get("a") is None


def test_a_file_under_anothers_name_was_not_kept(folder):
    """Whole as it is, it is not what was asked for."""
    cache = Cache(folder)
    cache.put("a", b"reel")
    (folder / "a").rename(folder / "b")

    assert cache.get("b") is None


def test_the_files_not_used_for_longest_go_first(folder):
    """What is played every evening stays."""
    cache = Cache(folder, most=250)
    for day, name in enumerate("abc"):
        cache.put(name, b"x" * 68)
        os.utime(folder / name, (day, day))
    cache.get("a")

    cache.trim()

    assert sorted(file.name for file in folder.iterdir()) == ["a", "c"]


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_raised(tmp_path):
    """The film plays all the same."""
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache")

    cache.put("a", b"reel")
    cache.trim()

    assert cache.get("a") is None
