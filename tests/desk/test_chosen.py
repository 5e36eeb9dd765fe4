"""The settings of one start are read once."""

from engine import settings
from engine.desk import cli
from engine.desk.chosen import chosen_for
from engine.desk.curtain import curtain
from engine.desk.flags import parser


def test_what_the_curtain_read_is_what_the_command_gets(monkeypatch):
    """Else the window could be of one text of the file and the film of another."""
    reads = []
    read = settings.read_notes
    monkeypatch.setattr(settings, "read_notes", lambda path: reads.append(path) or read(path))
    asked = parser().parse_args(["play", "two-doors"])

    with curtain(asked):
        monkeypatch.setenv("KINOEYE_SOUND_VOLUME", "0.1")
        chosen = chosen_for(asked)

    assert len(reads) == 1
    assert chosen.sound.volume == 0.8
    assert chosen_for(asked) is chosen


def test_a_mistake_in_the_settings_is_told_once(tmp_path, monkeypatch, capsys):
    """Whoever asks for them first tells it, and nobody asks after that."""
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path))
    (tmp_path / settings.FILE).write_text("screen: {width: wide}\n")

    assert cli.main(["play", "two-doors"]) == cli.UNREADABLE
    (told,) = capsys.readouterr().err.splitlines()
    assert "screen.width is 'wide': give a whole number." in told
