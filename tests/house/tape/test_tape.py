"""A tape is made while the film plays, and never costs the film anything."""

import json
from pathlib import Path

import pytest

from engine.house.tape.lines import FORMAT, Head
from engine.house.tape.reading import viewings
from engine.house.tape.tape import Tape, is_tape
from engine.messages.facts import (
    FilmChanged,
    HandSeen,
    LanguageChosen,
    OptionPressed,
    PhonesJoined,
    Ticked,
    WordsRead,
)
from engine.messages.orders import Rest, Write
from engine.messages.records import Ended, Entered
from engine.story.units import OptionId, SceneId, Seconds, Share
from tests.director.playing import began_viewing
from tests.films import TWO_DOORS

HEAD = Head(
    format=FORMAT, engine="0.1.0", film="two-doors", version="a1", language="en",
    clips={"hall.mp4": 24.0, "lost.mp4": None},
)  # fmt: skip
ENTERED = Entered(scene=SceneId("hall"), visit=1, at=Seconds(0.0))
ENDED = Ended(ending="Free", scenes=2, at=Seconds(9.0))


def lines_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def kinds_of(path: Path) -> list[str]:
    return [line["kind"] for line in lines_of(path)]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "tapes" / "evening.kino"


@pytest.mark.parametrize(
    ("name", "tape"), [("a.kino", True), ("A.KINO", True), ("a.jsonl", False), ("kino", False)]
)
def test_the_name_says_whether_a_log_is_a_tape(name, tape):
    """No flag more: what ends with .kino is one."""
    assert is_tape(Path(name)) is tape
    assert not is_tape(None)


def test_a_tape_begins_with_what_it_was_made_of(path):
    """Film, text, language, engine and clips: all that must be the same to follow it."""
    Tape(path, HEAD).close()

    assert lines_of(path) == [
        {
            "kind": "tape", "format": 1, "engine": "0.1.0", "film": "two-doors", "version": "a1",
            "language": "en", "clips": {"hall.mp4": 24.0, "lost.mp4": None},
        }
    ]  # fmt: skip


def test_facts_stand_before_the_records_they_led_to(path):
    """A person reads what happened and, on the next line, what came of it."""
    tape = Tape(path, HEAD)

    tape.hear(began_viewing())
    tape.hear(Ticked(Seconds(0.1), Seconds(0.1)))
    tape.hear(Ticked(Seconds(0.2), Seconds(0.2)))
    tape.obey(Write(ENTERED))
    tape.hear(OptionPressed(OptionId("Left")))
    tape.close()

    assert kinds_of(path) == [
        "tape", "viewing", "viewing-began", "ticks", "entered", "option-pressed",
    ]  # fmt: skip


def test_between_two_viewings_nothing_is_written(path):
    """A kiosk that stands in an empty room all night makes no tape of the night."""
    tape = Tape(path, HEAD)
    for number in range(2):
        for moment in range(1000):
            tape.hear(Ticked(Seconds(100 * number + moment / 60), Seconds(0.0)))
            tape.hear(HandSeen())
        tape.hear(began_viewing(kiosk=True))
        tape.obey(Write(ENDED))
        tape.obey(Rest())
    tape.close()

    assert kinds_of(path) == ["tape", *["viewing", "viewing-began", "ended"] * 2]
    assert [one.number for one in viewings(path)] == [1, 2]
    assert lines_of(path)[4]["now"] == pytest.approx(100 + 999 / 60)


def test_who_is_in_the_room_is_on_the_tape_of_each_viewing(path):
    """Phones stay from viewing to viewing, and a director that hears the tape must know them."""
    tape = Tape(path, HEAD)
    tape.hear(PhonesJoined(("a",)))
    tape.hear(LanguageChosen(TWO_DOORS, "zh"))
    tape.hear(PhonesJoined(("a", "b")))
    for _ in range(2):
        tape.hear(began_viewing(kiosk=True))
        tape.obey(Rest())
    tape.close()

    first, second = viewings(path)
    heard = [[type(moment.heard).__name__ for moment in one.moments] for one in (first, second)]
    assert PhonesJoined(("a", "b")) in [moment.heard for moment in second.moments]
    assert heard[0] == ["Ticked", "PhonesJoined", "Spoken", "ViewingBegan"]
    assert heard[1] == ["Ticked", "PhonesJoined", "ViewingBegan"]


def test_a_film_edited_while_it_plays_is_noted_without_its_text(path):
    """A tape is followed up to there."""
    tape = Tape(path, HEAD)
    tape.hear(began_viewing())
    tape.hear(FilmChanged(TWO_DOORS))
    tape.close()

    assert lines_of(path)[-1] == {"kind": "film-changed"}


def test_every_line_is_in_the_file_as_soon_as_it_is_written(path):
    """What the machine's fall can cost is the last second of ticks."""
    tape = Tape(path, HEAD)
    tape.hear(began_viewing())
    for moment in range(200):
        tape.hear(Ticked(Seconds(moment / 60), Seconds(moment / 60)))

    (torn,) = viewings(path)

    assert 200 - sum(isinstance(one.heard, Ticked) for one in torn.moments) <= 60
    tape.close()


def test_a_player_that_fell_in_the_middle_of_a_line_goes_on_with_the_next(path):
    """A supervisor starts it again with the same tape."""
    tape = Tape(path, HEAD)
    tape.hear(began_viewing())
    tape.close()
    with path.open("ab") as file:
        file.write('{"kind":"option-pressed","option":"留'.encode()[:-1])

    again = Tape(path, HEAD)
    again.hear(began_viewing(seed=2))
    again.close()

    first, second = viewings(path)
    assert (first.moments[1].heard.seed, second.moments[1].heard.seed) == (1, 2)


def test_a_file_that_is_no_tape_is_left_as_it_is(path):
    """Nobody's notes are written into."""
    path.parent.mkdir()
    path.write_text("My diary.\n")

    tape = Tape(path, HEAD)
    tape.hear(began_viewing())

    assert path.read_text() == "My diary.\n"
    assert "no tape" in tape.fault
    assert "the film goes on" in tape.fault


def test_a_disk_that_fails_costs_the_tape_and_not_the_film(tmp_path):
    """One sentence for whoever started it."""
    (tmp_path / "file").write_text("")

    tape = Tape(tmp_path / "file" / "evening.kino", HEAD)
    tape.hear(began_viewing())
    tape.obey(Write(ENTERED))
    tape.close()

    assert "cannot be written" in tape.fault


def test_what_no_tape_may_hold_ends_it_and_is_not_written(path):
    """Words that come in the place of their method, say."""
    tape = Tape(path, HEAD)
    tape.hear(began_viewing())
    tape.hear(WordsRead(None, 0.0, Share(0.0), clear=False, method="my secret"))
    tape.hear(HandSeen())
    tape.close()

    assert "secret" not in path.read_text()
    assert kinds_of(path)[-1] == "viewing-began"
    assert tape.fault is not None
