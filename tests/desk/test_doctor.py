"""The doctor: what this machine has."""

import pytest

from engine.desk import cli
from engine.desk.doctor import Row, _ledger, _words, table
from engine.desk.remembering import ledger_path
from engine.settings import Ledger, Settings, Words
from tests.house.viewings import evening, written
from tests.senses.words.models import write_model


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))


def test_every_part_of_the_machine_has_its_row(capsys):
    """And nothing on this machine stops it."""
    assert cli.main(["doctor"]) == cli.OK

    told = capsys.readouterr().out
    for what in ("machine", "display", "sound", "cameras", "Chinese letters", "decoding", "faces",
                 "model", "words", "ledger"):  # fmt: skip
        assert f"| {what} " in told


def test_the_table_can_be_pasted():
    """Even columns, as Markdown wants them."""
    lines = table([Row("display", "none", "Use --headless."), Row("sound", "alsa")])

    assert len({len(line) for line in lines}) == 1
    assert set(lines[1]) == {"|", "-"}


def test_a_model_of_sentences_is_tried_and_what_is_wrong_with_it_told(tmp_path):
    """Before the opening, and not in the first visitor's evening."""
    folder = write_model(tmp_path / "brought")
    (none,) = _words(Settings())
    (well,) = _words(Settings(words=Words(embedding=str(folder))))
    (folder / "model.onnx").write_bytes(b"half a file")
    (torn,) = _words(Settings(words=Words(embedding=str(folder))))
    (missing,) = _words(Settings(words=Words(embedding="nowhere")))

    assert "no model of sentences is set" in none.has
    assert str(folder) in well.has
    assert "damaged" in torn.advice
    assert "nowhere is not used: there is no such file or folder" in missing.advice


def test_the_ledger_is_told_with_its_size_or_with_what_is_wrong_with_it():
    """An operator sees before the opening that evenings are written down."""
    (none,) = _ledger(Settings())
    (unwanted,) = _ledger(Settings(ledger=Ledger(use=False)))
    written(ledger_path(), evening())
    (some,) = _ledger(Settings())
    ledger_path().write_bytes(b"torn by a power cut, and a little longer than a header")
    for beside in ledger_path().parent.glob("ledger.sqlite3-*"):
        beside.unlink()
    (torn,) = _ledger(Settings())

    assert (none.has, unwanted.has) == ("no viewing yet", "not kept")
    assert some.has.startswith("viewings: 1; 0.")
    assert "file is not a database" in torn.advice
