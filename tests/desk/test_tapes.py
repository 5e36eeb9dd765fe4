"""Who may make a tape, and who may be led by one."""

import argparse
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from engine.desk import cli
from engine.desk.tapes import (
    announced,
    head_of,
    kept_of_faces,
    refuse_strangers,
    sham_of,
    shammed,
    taping,
)
from engine.house.tape.reading import viewings
from engine.messages.records import Began
from engine.shelf.guard import ShelfError
from engine.show.viewing import Plan
from engine.stage.bill import Bill
from engine.story.clips import ClipFault
from engine.story.film import Film
from engine.story.model import Keep, Sensing, Way
from tests.desk.test_replay import edited, play, replay, rooms_in, taped_in
from tests.director.playing import began_viewing
from tests.films import HOUSE, TWO_DOORS, facts, house

TAPE = Path("evening.kino")
SCORES = house(sensing=Sensing(uses=(Way.FACE,), keep=Keep.SCORES))


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))


@pytest.fixture
def rooms(tmp_path):
    return rooms_in(tmp_path)


@pytest.fixture
def tape(rooms, tmp_path, capsys):
    path = taped_in(rooms, tmp_path)
    capsys.readouterr()
    return path


def planned(film=HOUSE, log=TAPE, camera="0"):
    return Plan(film=film, began=began_viewing(language="zh"), camera=camera, log=log)


def test_a_tape_is_made_only_where_the_logs_name_says_so():
    """And it knows what it is made of."""
    made = taping(planned())

    assert made.tape == head_of(HOUSE, "zh")
    assert made.tape.clips["door.mp4"] == 24.0
    assert taping(planned(log=Path("reasons.jsonl"))).tape is None
    assert taping(planned(log=None)).tape is None


def test_a_clip_that_could_not_be_played_has_no_length():
    """A stand-in played for it, and will again."""
    film = Film(TWO_DOORS.story, {"hall.mp4": facts(3.0), "x.mp4": ClipFault(True, "Gone.")})

    assert head_of(film, "en").clips == {"hall.mp4": 3.0, "x.mp4": None}


def test_the_consent_card_says_that_a_tape_is_made(tmp_path):
    """Before any camera opens; consent to less would be none."""
    bill = Bill(film="house", folder=tmp_path, titles={"en": "House"})

    assert announced(bill, taping(planned())).taped
    assert not announced(bill, planned()).taped


def test_who_tapes_faces_is_told_so():
    """And who tapes hands alone is not."""
    assert "no picture" in kept_of_faces(planned())
    assert kept_of_faces(planned(camera="none")) is None
    assert kept_of_faces(planned(film=TWO_DOORS)) is None
    assert kept_of_faces(planned(log=Path("reasons.jsonl"))) is None


def test_a_kiosk_makes_no_tape_of_faces_a_film_promised_not_to_keep():
    """`keep: nothing` is the author's promise to strangers, and not the operator's to break."""
    with pytest.raises(ShelfError, match="promises its viewers") as refused:
        refuse_strangers(HOUSE, "0", TAPE)

    assert "--camera none" in str(refused.value)
    refuse_strangers(HOUSE, "none", TAPE)
    refuse_strangers(HOUSE, "0", Path("reasons.jsonl"))
    refuse_strangers(SCORES, "0", TAPE)
    refuse_strangers(TWO_DOORS, "0", TAPE)


def test_a_sham_takes_the_tapes_way_whoever_plays(rooms, tape, tmp_path, capsys):
    """Seed, hour and answers; and its log says what it was."""
    log = tmp_path / "sham.kino"

    code = play(rooms, "--sham", str(tape), "--log", str(log))

    assert code == cli.OK
    assert "path: hall > cellar" in capsys.readouterr().out
    (one,) = viewings(log)
    began = next(r for moment in one.moments for _, r in moment.records if isinstance(r, Began))
    assert (began.sham, began.seed) == (True, 5)
    assert replay(log, rooms) == cli.OK


@pytest.mark.parametrize("more", [("--seed", "1"), ("--do", "Left"), ("--from", "garden"),
                                  ("--set", "trust=1")])  # fmt: skip
def test_a_sham_takes_everything_from_its_tape(rooms, tape, more, capsys):
    """Two masters lead nowhere."""
    assert play(rooms, "--sham", str(tape), *more) == cli.UNREADABLE
    assert f"leave out {more[0]}" in capsys.readouterr().err


def test_a_tape_without_an_ending_leads_nobody(rooms, tape, capsys):
    """The one who sits there would be left in the dark."""
    tape.write_bytes(tape.read_bytes()[:-200])

    assert play(rooms, "--sham", str(tape)) == cli.UNREADABLE
    assert "came to an ending" in capsys.readouterr().err


def test_a_tape_on_which_the_film_was_changed_leads_nobody(rooms, tape, capsys):
    """Its second half is of a text that nobody has."""
    lines = tape.read_text("utf-8").splitlines()
    tape.write_text("\n".join([*lines[:6], '{"kind":"film-changed"}', *lines[6:]]) + "\n")

    assert play(rooms, "--sham", str(tape)) == cli.UNREADABLE
    assert "was changed while it was taped" in capsys.readouterr().err


def test_a_story_edited_since_is_not_led_by_the_tape(rooms, tape, capsys):
    """The tape's presses would meet other doors."""
    edited(rooms / "story.yaml", "you dared", "you were brave")

    assert play(rooms, "--sham", str(tape)) == cli.UNREADABLE
    assert "edited since" in capsys.readouterr().err


def test_clips_of_another_length_are_not_led_by_the_tape(rooms, tape):
    """A sham follows its tape by the picture."""
    taped = sham_of(argparse.Namespace(sham=str(tape), do=None, start=None, given=[], seed=None))
    head = replace_head(taped, film="two-doors", version="", clips={"hall.mp4": 24.5})

    with pytest.raises(ShelfError, match=r"cellar\.mp4"):
        shammed(planned(film=TWO_DOORS), head)


def replace_head(taped, **changes):
    """A viewing whose tape was made of something else."""
    return replace(taped, head=msgspec.structs.replace(taped.head, **changes))
