"""The log of a viewing says why, and nothing that was not meant to be kept."""

import json

from engine.house.journal import Journal, as_line
from engine.messages.orders import Rest, Write
from engine.messages.records import Cause, Entered, Remembered, Turn
from engine.story.units import OptionId, SceneId, Seconds

TURN = Turn(
    scene=SceneId("door"),
    to=SceneId("warm_in"),
    cause=Cause.FACE,
    option=OptionId("Smile"),
    label="笑一笑",
    because="你在门口笑了",
    evidence={"smile.mean": 1.23456},
    at=Seconds(31.25),
)


def test_a_turn_is_one_readable_line_with_its_reason_and_evidence():
    """An author reads it by eye; Chinese stays Chinese."""
    line = as_line(TURN)

    assert json.loads(line) == {
        "kind": "turn",
        "scene": "door",
        "to": "warm_in",
        "cause": "face",
        "option": "Smile",
        "label": "笑一笑",
        "because": "你在门口笑了",
        "evidence": {"smile.mean": 1.235},
        "at": 31.25,
    }
    assert "你在门口笑了" in line


def test_what_has_no_order_is_written_in_one():
    """Two logs of one evening are the same lines."""
    seen = frozenset({"sea", "home", "attic", "door"})
    line = as_line(Remembered(values={}, seen=seen, ending="Home", at=Seconds(1.0)))

    assert json.loads(line)["seen"] == ["attic", "door", "home", "sea"]


def test_only_what_is_ordered_written_is_written(tmp_path):
    """The log keeps records; all other orders pass by."""
    path = tmp_path / "logs" / "evening.jsonl"
    journal = Journal(path)

    journal.obey(Rest())
    journal.obey(Write(Entered(scene=SceneId("door"), visit=1, at=Seconds(2.0))))
    journal.close()

    assert [json.loads(line)["kind"] for line in path.read_text("utf-8").splitlines()] == [
        "entered"
    ]


def test_a_disk_that_fails_costs_the_log_and_not_the_film(tmp_path):
    """The sentence is there for the one who starts the film."""
    (tmp_path / "taken").write_text("a file, not a folder")
    journal = Journal(tmp_path / "taken" / "evening.jsonl")

    journal.obey(Write(TURN))

    assert journal.fault is not None
    assert "the film goes on" in journal.fault
