"""`kinoeye models`: nothing is fetched that nobody agreed to."""

import io
from pathlib import Path

import pytest

from engine.desk import cli, models
from engine.settings import Faces
from engine.shelf.models import fetched_models, shipped_models, to_list
from engine.shelf.offers import OFFERS
from tests.senses.words.models import write_model
from tests.shelf.models_shop import GOODS, open_shop


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))


@pytest.fixture
def shop(monkeypatch):
    with open_shop() as shop:
        monkeypatch.setattr(models, "offer", lambda name: shop.offer() if name == "gift" else None)
        yield shop


def answering(monkeypatch, text):
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_the_list_tells_what_ships_what_can_be_had_and_what_looks(capsys):
    """With its size, its licence, and what it is good for."""
    assert cli.main(["models", "list"]) == cli.OK

    told = capsys.readouterr().out
    own = "Kinoeye's own (embedded)"
    assert f"Faces are found by {own} and read by {own}." in told
    assert "words-zh.npz: " in told
    assert "yunet: 233 kB, MIT; kinoeye models fetch yunet" in told
    assert "emotiefflib: 16.0 MB, Apache-2.0" in told


def test_the_list_says_when_the_settings_name_what_is_not_here(capsys, monkeypatch):
    """Or an exhibitor would believe that it reads."""
    monkeypatch.setenv("KINOEYE_FACES_MODEL", "emotiefflib")

    cli.main(["models", "list"])

    assert "The settings name emotiefflib, which was not fetched yet." in capsys.readouterr().out


def test_the_list_says_how_a_model_of_sentences_is_brought_and_whether_it_is_there(
    capsys, monkeypatch, tmp_path
):
    """None is offered: no weights were had to be tried."""
    cli.main(["models", "list"])
    assert "bring one and name it as `words.embedding`" in capsys.readouterr().out

    monkeypatch.setenv("KINOEYE_WORDS_EMBEDDING", str(tmp_path / "gone"))
    cli.main(["models", "list"])
    assert "gone is not used: there is no such file or folder." in capsys.readouterr().out

    folder = write_model(tmp_path / "brought")
    monkeypatch.setenv("KINOEYE_WORDS_EMBEDDING", str(folder))
    cli.main(["models", "list"])
    assert f"Typed words have {folder} beside" in capsys.readouterr().out


def test_the_licence_is_shown_before_anything_is_asked_of_the_network(shop, monkeypatch, capsys):
    """Who says no, or nothing, has fetched nothing and told nobody."""
    for said in ("n\n", "\n", ""):
        answering(monkeypatch, said)
        assert cli.main(["models", "fetch", "gift"]) == cli.BROKEN

    assert shop.asked == []
    assert not fetched_models().exists()
    assert "Licence: MIT. Free for all." in capsys.readouterr().out


def test_who_agrees_has_it(shop, monkeypatch, capsys):
    """And is told where it lies; a second time nothing is fetched again."""
    answering(monkeypatch, "y\n")

    assert cli.main(["models", "fetch", "gift"]) == cli.OK
    assert cli.main(["models", "fetch", "gift", "--yes"]) == cli.OK

    assert (fetched_models() / "gift.onnx").read_bytes() == GOODS
    assert shop.asked == ["/model.onnx all"]
    assert "is here already" in capsys.readouterr().out


def test_a_stick_needs_no_network(shop, tmp_path):
    """For houses that have none."""
    (tmp_path / "stick").write_bytes(GOODS)

    assert cli.main(["models", "fetch", "gift", "--yes", "--from", str(tmp_path / "stick")]) == 0

    assert (fetched_models() / "gift.onnx").read_bytes() == GOODS
    assert shop.asked == []


def test_a_wrong_file_and_a_wrong_name_are_told_in_a_sentence(capsys, tmp_path):
    """Exit code 2, and never a traceback."""
    (tmp_path / "stick").write_bytes(GOODS)

    wrong = cli.main(["models", "fetch", "yunet", "--yes", "--from", str(tmp_path / "stick")])
    strange = cli.main(["models", "fetch", "yolo", "--yes"])

    told = capsys.readouterr().err
    assert (wrong, strange) == (cli.UNREADABLE, cli.UNREADABLE)
    assert "is not the file that was published" in told
    assert "No model 'yolo' is known. There are: yunet, emotiefflib." in told


def test_a_file_that_is_not_there_is_told_before_anybody_is_asked(capsys, tmp_path):
    """Nobody agrees to a licence for nothing."""
    for there in ("nowhere.onnx", "."):
        code = cli.main(["models", "fetch", "yunet", "--from", str(tmp_path / there)])
        assert code == cli.UNREADABLE

    told = capsys.readouterr()
    assert told.err.count("is no file. Give the model's file after --from.") == 2
    assert told.out == ""


def test_a_files_own_size_is_told(shop, tmp_path, capsys, monkeypatch):
    """And not that of the one which was published."""
    answering(monkeypatch, "n\n")
    (tmp_path / "stick").write_bytes(b"x" * 5000)

    cli.main(["models", "fetch", "gift", "--from", str(tmp_path / "stick")])

    assert "stick (5 kB)" in capsys.readouterr().out


def test_what_was_changed_is_found(capsys):
    """Exit code 1, for whoever looks every morning."""
    assert cli.main(["models", "verify"]) == cli.OK
    told = capsys.readouterr().out
    files = len(list(to_list(shipped_models())))
    assert told.count("unchanged (SHA-256 ") == files
    assert "of hashes.txt beside it)" in told
    assert f"Compared: {files} of {files} files" in told
    fetched_models().mkdir(parents=True)
    (fetched_models() / "face_detection_yunet_2023mar.onnx").write_bytes(b"broken")

    assert cli.main(["models", "verify"]) == cli.BROKEN

    told = capsys.readouterr().out
    assert "2023mar.onnx: not the file that was published (SHA-256 8f2383e4dd3c… that" in told


def test_a_file_that_no_list_knows_is_not_called_unchanged(capsys):
    """Nothing was compared, and that is said."""
    fetched_models().mkdir(parents=True)
    (fetched_models() / "mine.onnx").write_bytes(b"mine")

    assert cli.main(["models", "verify"]) == cli.OK

    told = capsys.readouterr().out
    files = len(list(to_list(shipped_models())))
    assert "mine.onnx: known to no list, so nothing was compared" in told
    assert f"Compared: {files} of {files + 1} files" in told


def test_the_bar_is_drawn_only_for_who_watches(capsys):
    """A log file full of bars helps nobody."""
    models._bar(False)(50, 100)
    assert capsys.readouterr().err == ""

    models._bar(True)(50, 100)
    models._bar(True)(7, None)

    told = capsys.readouterr().err
    assert f"[{'#' * 15:<30}] 0 kB" in told
    assert f"[{'':<30}]" in told


def test_every_offer_and_every_setting_of_faces_is_told_in_its_page():
    """Who fetches a stranger's model should have read what is known of it."""
    page = (Path(__file__).parents[2] / "docs" / "models.md").read_text("utf-8")

    for each in OFFERS:
        assert f"`{each.name}`" in page
        assert each.licence in page
    for name in Faces.model_fields:
        assert f"`faces.{name}`" in page
