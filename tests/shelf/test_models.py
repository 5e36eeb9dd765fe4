"""The models on this machine, and whether they are the ones that were published."""

import hashlib

import pytest

from engine.shelf.guard import ShelfError
from engine.shelf.models import (
    HASHES,
    OWN,
    State,
    fetched_models,
    git_id,
    in_place_of,
    in_use,
    listed,
    matches,
    shipped_models,
    to_list,
    verified,
)
from engine.shelf.offers import EMOTIEFFLIB, YUNET
from tests.shelf.models_shop import GOODS, Shop


@pytest.fixture
def shipped(tmp_path):
    folder = tmp_path / "shipped"
    folder.mkdir()
    for name in ("a.onnx", "b.npz"):
        (folder / name).write_bytes(name.encode())
    lines = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}\n" for p in to_list(folder)]
    (folder / HASHES).write_text("".join(lines))
    return folder


def states(shipped, fetched):
    return {held.path.name: held.state for held in verified(shipped, fetched)}


def test_every_model_that_ships_is_on_the_list_as_it_is(tmp_path):
    """Whoever makes one anew runs `python -m assets.models.making.hashes`."""
    found = states(shipped_models(), tmp_path)

    assert {name for name, state in found.items() if state is not State.WELL} == set()
    assert set(found) == set(listed(shipped_models()))


def test_a_changed_a_missing_and_a_strange_model_are_told_apart(shipped, tmp_path):
    """An update that broke off, or a hand that meant well."""
    (shipped / "a.onnx").write_bytes(b"other")
    (shipped / "b.npz").unlink()
    (shipped / "c.onnx").write_bytes(b"new")

    assert states(shipped, tmp_path / "none") == {
        "a.onnx": State.CHANGED, "b.npz": State.MISSING, "c.onnx": State.UNKNOWN,
    }  # fmt: skip


def test_what_was_fetched_is_compared_with_its_offer(shipped, tmp_path):
    """A file that was there before us, under the right name, is not believed."""
    (tmp_path / YUNET.file).write_bytes(b"not YuNet")
    (tmp_path / "mine.onnx").write_bytes(b"mine")

    found = states(shipped, tmp_path)

    assert found[YUNET.file] is State.CHANGED
    assert found["mine.onnx"] is State.UNKNOWN


def test_a_file_is_known_by_its_hash_or_by_its_makers_git(tmp_path):
    """`git hash-object` of a greeting, as git gives it everywhere."""
    path = tmp_path / "greeting"
    path.write_bytes(b"hello\n")
    by_git = Shop().offer(sha256=None, git="ce013625030ba8dba906f756967f9e9ca394464a")

    assert git_id(path) == by_git.git
    assert matches(by_git, path)
    assert not matches(Shop().offer(), path)
    path.write_bytes(GOODS)
    assert not matches(by_git, path)
    assert matches(Shop().offer(), path)


def test_without_its_list_nothing_can_be_verified(tmp_path):
    """And that is said, in a sentence."""
    with pytest.raises(ShelfError, match=r"hashes\.txt cannot be read"):
        listed(tmp_path)


def test_what_was_not_fetched_is_not_in_use(tmp_path):
    """A setting alone reads no face."""
    assert in_use("emotiefflib", tmp_path) == (OWN, OWN)
    (tmp_path / EMOTIEFFLIB.file).write_bytes(b"")
    (tmp_path / YUNET.file).write_bytes(b"")
    assert in_use("emotiefflib", tmp_path) == ("emotiefflib", "yunet")
    assert in_use(OWN, tmp_path) == (OWN, "yunet")


def test_the_files_that_look_are_named(tmp_path):
    """A fetched finder looks instead of ours; a fetched reader needs ours beside it."""
    shipped = ("detector.onnx", "expression.onnx")

    assert in_place_of(shipped, "emotiefflib", tmp_path) == shipped
    for each in (YUNET, EMOTIEFFLIB):
        (tmp_path / each.file).write_bytes(b"")
    assert in_place_of(shipped, OWN, tmp_path) == ("expression.onnx", YUNET.file)
    both = in_place_of(shipped, "emotiefflib", tmp_path)
    assert both == ("expression.onnx", YUNET.file, EMOTIEFFLIB.file)


def test_what_is_fetched_never_lies_in_the_package(tmp_path, monkeypatch):
    """An update must not lose it, and a house may not be allowed to write there."""
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path))

    assert fetched_models() == tmp_path / "models"
    assert not fetched_models().is_relative_to(shipped_models())
