"""Where films were left, and what people ask for."""

from dataclasses import replace

import pytest

from engine.desk import cli
from engine.desk.flags import parser
from engine.desk.saved import bookmarks, gone_on, home_saves, kept_in
from engine.messages.orders import Tell
from engine.settings import Settings
from engine.shelf.guard import ShelfError
from engine.show.viewing import Plan
from engine.stage.bill import Bill
from tests.director.playing import began_viewing
from tests.films import TWO_DOORS
from tests.shelf.test_saves import STANDING

STOOD = replace(STANDING, film="two-doors", scene="hall", chapter="hall", variables={})


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return tmp_path / "home"


@pytest.fixture
def saves():
    return home_saves(Settings())


def broken(home):
    """A save that somebody's cat walked over."""
    file = home / "saves" / "default" / "two-doors.json"
    file.parent.mkdir(parents=True)
    file.write_text("mmmmmm")
    return file


def asked(*words):
    return parser().parse_args(["play", "two-doors", *words])


PLAN = Plan(film=TWO_DOORS, began=began_viewing())


def test_a_viewing_goes_on_with_what_was_kept(saves):
    """Everything of it is in the fact that begins it."""
    saves.keep(STOOD)

    assert gone_on(PLAN, saves, print).began.standing == STOOD


def test_where_nothing_was_left_it_is_said_how_to_begin(saves):
    """Nobody who asks to go on is shown the beginning without a word."""
    with pytest.raises(ShelfError, match="'two-doors' was not left anywhere"):
        gone_on(PLAN, saves, print)


def test_a_broken_save_is_told_twice_and_the_film_begins_anew(saves, home):
    """To whoever started it all of it, to the viewer one line; the file is put aside."""
    file, said = broken(home), []
    plan = gone_on(PLAN, saves, said.append)

    assert plan.began.standing is None
    assert plan.told == (Tell("save_broken"),)
    (says,) = said
    assert "two-doors.json is damaged" in says
    assert file.with_name("two-doors.broken-1.json").is_file()


@pytest.mark.parametrize(
    "words",
    [
        ("--headless",), ("--do", "Left"), ("--from", "hall"), ("--set", "a=1"),
        ("--sham", "x.kino"), ("--no-save",),
    ],
)  # fmt: skip
def test_trials_and_scripts_keep_no_place(words):
    """An author who tries a scene loses no viewer's evening."""
    assert kept_in(asked(*words), Settings()) is None


def test_an_evening_at_home_is_kept():
    """Nobody has to ask for it."""
    assert kept_in(asked(), Settings()) is not None
    assert kept_in(asked("--resume"), Settings()) is not None


@pytest.mark.parametrize(
    "words", [("--from", "hall"), ("--set", "a=1"), ("--seed", "0"), ("--sham", "x.kino")]
)
def test_going_on_and_beginning_elsewhere_are_not_both_asked_for(words, capsys):
    """A save has a place, a state and a chance of its own."""
    assert cli.main(["play", "two-doors", "--headless", "--resume", *words]) == cli.UNREADABLE


def test_a_film_on_paper_goes_on_and_keeps_nothing(saves, capsys):
    """To see what becomes of a save; it can be done again and again."""
    saves.keep(STOOD)
    for _ in range(2):
        assert cli.main(["play", "two-doors", "--headless", "--resume", "--do", "Right"]) == cli.OK
        assert "path: hall" not in capsys.readouterr().err

    assert saves.find("two-doors").standing == STOOD


def test_on_paper_nobody_can_write_at_the_same_time(capsys):
    """It is over before."""
    assert cli.main(["play", "two-doors", "--headless", "--watch"]) == cli.UNREADABLE
    assert "--watch needs a window" in capsys.readouterr().err


def bill(tmp_path, film, story):
    return Bill(film=film, folder=tmp_path, titles={"en": film}, story=story)


def test_the_library_knows_where_each_film_was_left(saves, tmp_path, monkeypatch):
    """By the id of its story, whatever its folder is called."""
    saves.keep(STOOD)
    bills = (bill(tmp_path, "doors", "two-doors"), bill(tmp_path, "other", "other"),
             Bill(film="broken", folder=tmp_path, titles={}, broken=True))  # fmt: skip
    found, wrong = bookmarks(bills, saves, print)

    assert not wrong
    assert found.keys() == {"doors"}
    assert found["doors"].chapter == "hall"
    assert 0 <= found["doors"].ago < 60


def test_the_library_tells_of_a_broken_save_once(saves, tmp_path, home):
    """It is put aside, so that the next look finds nothing."""
    broken(home)
    said = []
    bills = (bill(tmp_path, "doors", "two-doors"),)

    assert bookmarks(bills, saves, said.append) == ({}, True)
    assert bookmarks(bills, saves, said.append) == ({}, False)
    assert len(said) == 1
