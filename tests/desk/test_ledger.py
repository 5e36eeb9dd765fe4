"""`kinoeye ledger`: an author sees what real audiences did."""

import json

import pytest

from engine.desk import cli
from engine.desk.remembering import ledger_path
from engine.messages.records import Cause, Ended
from engine.story.units import Seconds
from tests.house.viewings import began, evening, judged, turn, written


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))


def test_a_house_where_nothing_was_shown_says_so(capsys):
    """And says what would be in it."""
    assert cli.main(["ledger"]) == cli.OK

    assert "No viewing is in the ledger yet" in capsys.readouterr().out
    assert not ledger_path().exists()


def test_a_films_evenings_are_told(capsys):
    """How many, to which endings, who answered, and the last ways."""
    left = (began(), turn("Smile", Cause.BUTTONS), Ended(ending=None, scenes=1, at=Seconds(5.0)))
    written(ledger_path(), evening(), evening(ending="Cold", option="Wait"), left, (began(),))
    written(ledger_path(), evening(), sham=True, kiosk=True, first=5)

    assert cli.main(["ledger"]) == cli.OK

    told = capsys.readouterr().out.splitlines()
    assert told[2:] == [
        "door: 4 viewings; 1 sham, not counted",
        "  2 came to an ending, 1.0 minutes on average, 2 did not",
        "        1 x Cold",
        "        1 x Warm",
        "  how decisions were answered",
        "    door: Smile 2 (hand 1, face 1) · Wait 1 (face 1)",
        "  the last 5 viewings",
        "    2026-11-27 12:01  1.0 min kiosk sham  door > warm = Warm",
        "    2026-11-26 12:01            = broken off, or still on",
        "    2026-11-25 12:01  0.1 min   = left",
        "    2026-11-24 12:01  1.0 min  door > warm = Cold",
        "    2026-11-23 12:01  1.0 min  door > warm = Warm",
    ]


def test_a_viewing_that_went_on_another_evening_is_told_as_such(capsys):
    """It is a second viewing in the account, and begins where the first was left."""
    written(ledger_path(), evening(), resumed=True)

    cli.main(["ledger"])

    assert "1.0 min gone on  door > warm = Warm" in capsys.readouterr().out


def test_machines_read_one_object_a_film(capsys):
    """With the same names as the account has."""
    written(ledger_path(), evening(), evening("lantern"))

    cli.main(["ledger", "--json"])

    door, lantern = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (door["film"], lantern["film"]) == ("door", "lantern")
    assert door["endings"] == {"Warm": 1}
    assert door["answered"] == [{"scene": "door", "option": "Smile", "cause": "face", "times": 1}]
    assert door["last"][0]["began"] == "2026-11-23T12:01:00+00:00"


def test_one_film_is_asked_about_by_its_name_or_folder(tmp_path, capsys):
    """A folder's film may have another id."""
    written(ledger_path(), evening("door"), evening("lantern"))
    folder = tmp_path / "my-film"
    folder.mkdir()
    (folder / "story.yaml").write_text(
        "film: 1\nid: lantern\ntitle: L\nscenes: {a: {play: {slate: A, seconds: 1}, end: E}}\n"
    )

    cli.main(["ledger", str(folder)])
    told = capsys.readouterr().out

    assert "lantern: 1 viewing" in told
    assert "door: 1 viewing" not in told


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_film_that_is_not_in_the_ledger_is_told_with_those_that_are(more, capsys):
    """And the exit code is another, so that no script takes it for an account."""
    written(ledger_path(), evening("door"), evening("lantern"))

    assert cli.main(["ledger", "nobody-saw-it", *more]) == cli.BROKEN
    told = capsys.readouterr()
    assert cli.main(["ledger", "lantren", *more]) == cli.BROKEN

    assert told.out == ""
    assert "No viewing of 'nobody-saw-it' is in the ledger" in told.err
    assert "Known: door, lantern." in told.err
    assert "Did you mean 'lantern'? In it are: door, lantern." in capsys.readouterr().err


def test_a_film_asked_for_in_a_house_where_nothing_was_shown(capsys):
    """There is nothing to choose among."""
    assert cli.main(["ledger", "lantern"]) == cli.BROKEN

    assert "nor of any other film" in capsys.readouterr().err


def test_another_ledger_can_be_told_from(tmp_path, capsys):
    """One that came from an exhibition."""
    written(tmp_path / "far.sqlite3", evening("far"))

    cli.main(["ledger", "--ledger", str(tmp_path / "far.sqlite3")])

    assert "far: 1 viewing" in capsys.readouterr().out


def test_a_ledger_that_cannot_be_read_is_one_sentence(tmp_path, capsys):
    """Never a traceback."""
    (tmp_path / "photo").write_bytes(b"no ledger, and a little longer than a header is")

    assert cli.main(["ledger", "--ledger", str(tmp_path / "photo")]) == cli.UNREADABLE

    assert "what is there is no ledger" in capsys.readouterr().err


def test_what_viewers_said_of_readings_is_told_with_how_much_it_says(capsys):
    """Ten answers are not a thousand: the interval says so."""
    said = [judged(one) for one in ("yes", "yes", "no", "not-meant", "silent")]
    written(ledger_path(), (*evening(), *said, judged("silent", "kind", Cause.TEXT)))

    cli.main(["ledger"])
    told = capsys.readouterr().out.splitlines()
    cli.main(["ledger", "--json"])
    (account,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())

    assert "    kind (words): asked 1, yes 0, no 0, not meant 0" in told
    assert "    smiling (face): asked 5, yes 2, no 1, not meant 1 · 50% (15% to 85%)" in told
    assert account["judged"][1]["not_meant"] == 1
