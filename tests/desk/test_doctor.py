"""The doctor: what this machine has."""

import pytest

from engine.desk import cli
from engine.desk.doctor import Row, table


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))


def test_every_part_of_the_machine_has_its_row(capsys):
    """And nothing on this machine stops it."""
    assert cli.main(["doctor"]) == cli.OK

    told = capsys.readouterr().out
    for what in ("machine", "display", "sound", "cameras", "Chinese letters", "decoding", "model"):
        assert f"| {what} " in told


def test_the_table_can_be_pasted():
    """Even columns, as Markdown wants them."""
    lines = table([Row("display", "none", "Use --headless."), Row("sound", "alsa")])

    assert len({len(line) for line in lines}) == 1
    assert set(lines[1]) == {"|", "-"}
