"""Fetching a model: cut, moved, forged or without room, it is never half there."""

import ast
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.shelf.fetching import bring, fetch
from engine.shelf.guard import ShelfError
from tests.shelf.models_shop import GOODS, open_shop


@pytest.fixture(scope="module")
def open_all_day():
    with open_shop() as shop:
        yield shop


@pytest.fixture
def shop(open_all_day):
    """The shop as it is in the morning."""
    shop = open_all_day
    shop.goods, shop.cuts, shop.resumes, shop.asked = GOODS, [], True, []
    return shop


def silence(_here, _whole):
    """Nobody watches the bar."""


def kept(folder):
    return sorted(path.name for path in folder.iterdir())


def test_what_is_fetched_lies_in_the_users_folder(shop, tmp_path):
    """And nothing else does; the bar ends at the end."""
    told = []

    path = fetch(shop.offer(), tmp_path / "models", lambda *at: told.append(at))

    assert path.read_bytes() == GOODS
    assert kept(path.parent) == ["gift.onnx"]
    assert told[-1] == (len(GOODS), len(GOODS))


def test_a_house_that_moved_is_followed(shop, tmp_path):
    """Makers' addresses lead on to where the files lie today."""
    fetch(shop.offer("/moved"), tmp_path, silence)

    assert (tmp_path / "gift.onnx").read_bytes() == GOODS
    assert shop.asked == ["/moved all", "/model.onnx all"]


def test_after_a_cut_it_goes_on_from_there(shop, tmp_path):
    """A slow network in a museum's cellar gets there in the end."""
    shop.cuts = [30_000]

    with pytest.raises(ShelfError, match=r"cut after 0\.0 of about 0\.1 MB.*goes on from there"):
        fetch(shop.offer(), tmp_path, silence)
    fetch(shop.offer(), tmp_path, silence)

    assert shop.asked[-1] == "/model.onnx bytes=30000-"
    assert (tmp_path / "gift.onnx").read_bytes() == GOODS
    assert kept(tmp_path) == ["gift.onnx"]


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    cuts=st.lists(st.integers(0, len(GOODS) - 1), max_size=5),
    resumes=st.booleans(),
)
def test_however_often_it_is_cut_the_file_is_whole_or_not_there(
    shop, tmp_path_factory, cuts, resumes
):
    """Also where the house cannot go on in the middle and sends all of it again."""
    folder = tmp_path_factory.mktemp("models")
    shop.cuts, shop.resumes = list(cuts), resumes
    target = folder / "gift.onnx"

    for _ in range(len(cuts) + 1):
        try:
            fetch(shop.offer(), folder, silence)
            break
        except ShelfError:
            assert not target.exists()

    assert target.read_bytes() == GOODS


def test_a_file_that_came_whole_but_was_not_settled_is_not_fetched_again(shop, tmp_path):
    """The power went between the last byte and the new name."""
    (tmp_path / ".gift.onnx.part").write_bytes(GOODS)

    fetch(shop.offer(), tmp_path, silence)

    assert (tmp_path / "gift.onnx").read_bytes() == GOODS


def test_another_file_is_refused_and_the_old_one_stays(shop, tmp_path):
    """What reads faces must be what was published, not what somebody put there."""
    (tmp_path / "gift.onnx").write_bytes(b"the one before")
    shop.goods = GOODS[:-1] + b"!"

    with pytest.raises(ShelfError, match=r"not the file that was published.*Nothing was kept"):
        fetch(shop.offer(), tmp_path, silence)

    assert (tmp_path / "gift.onnx").read_bytes() == b"the one before"
    assert kept(tmp_path) == ["gift.onnx"]


def test_a_house_that_never_stops_sending_is_left(shop, tmp_path):
    """A file larger than it was said to be is another one."""
    with pytest.raises(ShelfError, match="not the file that was published"):
        fetch(shop.offer(size=1000), tmp_path, silence)

    assert kept(tmp_path) == []


def test_a_users_own_hash_counts_too(shop, tmp_path):
    """Who has a hash from elsewhere can insist on it."""
    with pytest.raises(ShelfError, match="not the file that was published"):
        fetch(shop.offer(), tmp_path, silence, sha256="0" * 64)


def test_a_closed_house_and_no_network_are_told_in_a_sentence(shop, tmp_path):
    """With what can be done instead."""
    with pytest.raises(ShelfError, match="answers 404 Not Found"):
        fetch(shop.offer("/gone"), tmp_path, silence)
    with pytest.raises(ShelfError, match=r"cannot be reached \([^\[]*\).*--from FILE"):
        fetch(shop.offer(address="http://127.0.0.1:1/x"), tmp_path, silence)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to try it on")
def test_a_full_disk_is_told_and_nothing_is_left_on_it(shop, tmp_path):
    """Half a model would only take the room that is missing."""
    (tmp_path / ".gift.onnx.part").symlink_to("/dev/full")

    with pytest.raises(ShelfError, match=r"full; nothing was kept\. Make room"):
        fetch(shop.offer(), tmp_path, silence)

    assert kept(tmp_path) == []


def test_a_file_brought_along_is_checked_the_same_way(shop, tmp_path):
    """For houses without a network: a stick is enough."""
    stick, folder = tmp_path / "stick.onnx", tmp_path / "models"
    stick.write_bytes(GOODS)

    path = bring(shop.offer(), stick, folder)
    stick.write_bytes(b"something else")

    assert path.read_bytes() == GOODS
    with pytest.raises(ShelfError, match=r"stick\.onnx holds is not the file"):
        bring(shop.offer(), stick, folder)
    with pytest.raises(ShelfError, match="is no file"):
        bring(shop.offer(), tmp_path / "nothing", folder)
    assert path.read_bytes() == GOODS
    assert shop.asked == []


def test_a_folder_that_cannot_be_made_is_told(shop, tmp_path):
    """A file stands where the folder should be."""
    (tmp_path / "models").write_text("")

    with pytest.raises(ShelfError, match="cannot be made"):
        fetch(shop.offer(), tmp_path / "models", silence)


def test_nothing_else_in_the_engine_can_ask_the_network():
    """Only `fetching` knows how, and only `kinoeye models` asks it to."""
    engine = Path(__file__).parents[2] / "engine"
    connecting, asking = set(), set()
    for path in engine.rglob("*.py"):
        brought = imported(ast.parse(path.read_text("utf-8")))
        if brought & {"urllib", "http", "socket", "ssl", "ftplib", "smtplib", "requests"}:
            connecting.add(path.relative_to(engine).as_posix())
        if "engine.shelf.fetching" in brought:
            asking.add(path.relative_to(engine).as_posix())

    assert connecting == {"shelf/fetching.py"}
    assert asking == {"desk/models.py"}


def imported(tree):
    """The libraries a file brings in by their first names, and parts of ours by all of it."""
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import)
             for alias in node.names}  # fmt: skip
    named |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name if name.startswith("engine.") else name.partition(".")[0] for name in named}
