"""A whole evening without a window: real director, senses and words, led by tapes of a face."""

import json

import pytest

from engine.desk.beginning import begin
from engine.desk.films import load
from engine.messages.records import Cause, Turn
from engine.senses.senses import SensesSettings
from engine.settings import Viewer
from engine.show.paper import PaperShowing
from engine.show.viewing import Plan
from engine.story.units import Seconds
from tests.tapes import write_tape

STORY = """
film: 1
title: The Door
sensing: {uses: [face, text], why: To see you smile., baseline: hall 1s..5s}
feelings: {smiling: smile > 0.8, away: attention < -0.8}
scenes:
  hall: {play: {slate: A hall, seconds: 6}, next: door}
  door:
    play: {slate: A door, seconds: 12}
    choice:
      by: [face, buttons]
      read: 2s..8s
      at: 9s
      for: 2s
      options:
        Smile: {feel: smiling, go: warm, because: you smiled at the door}
        Look away: {feel: away, go: cold, because: you looked away}
        Keep still: {go: quiet, default: true}
  warm: {play: {slate: Warm, seconds: 2}, end: Warm}
  cold: {play: {slate: Cold, seconds: 2}, end: Cold}
  quiet: {play: {slate: Quiet, seconds: 12}, choice: {
    by: [text, buttons], ask: Say something., at: 1s, for: 5s, options: {
      Comfort him: {hear: [it was not your fault, 不是你的错], go: kind},
      Blame him: {hear: [it is all your fault, 都是你的错], go: hard},
      Say nothing: {go: silent, default: true}}}}
  kind: {play: {slate: Kind, seconds: 2}, end: Kind}
  hard: {play: {slate: Hard, seconds: 2}, end: Hard}
  silent: {play: {slate: Silent, seconds: 2}, end: Silent}
"""


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    folder = tmp_path_factory.mktemp("film") / "the-door"
    folder.mkdir()
    (folder / "story.yaml").write_text(STORY, encoding="utf-8")
    return load(str(folder))[1]


def evening(film, *, camera="none", script=None, log=None):
    """Play the film once; the records, and the ending's name."""
    began = begin(film.story, Viewer(), camera=str(camera), seed=7, patience=Seconds(0.0))
    plan = Plan(film=film, began=began, camera=str(camera), script=script, log=log)
    showing = PaperShowing(plan, SensesSettings())
    records = tuple(showing.run())
    return records, showing.ending.ending, showing.trouble


def door_turn(records):
    return next(one for one in records if isinstance(one, Turn) and one.scene == "door")


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    ("acts", "ending", "cause"),
    [
        ([("neutral", 6), ("smile", 14)], "Warm", Cause.FACE),
        ([("neutral", 6), ("turned", 14)], "Cold", Cause.FACE),
        ([("neutral", 6), ("gone", 14)], "Cold", Cause.FACE),
        ([("neutral", 20)], "Silent", Cause.TIME),
        ([("absent", 20)], "Silent", Cause.TIME),
        ([("black", 20)], "Silent", Cause.TIME),
        ([("cat", 20)], "Silent", Cause.TIME),
    ],
    ids=["smiles", "turns away", "walks off", "keeps still", "nobody", "black", "a cat"],
)
def test_a_tape_of_a_face_leads_the_film(film, tmp_path, acts, ending, cause):
    """Swap the tape and the path is another; what is no face gives the default."""
    tape = write_tape(tmp_path / "face.mp4", acts)

    records, reached, _ = evening(film, camera=tape)

    assert (reached, door_turn(records).cause) == (ending, cause)


@pytest.mark.timeout(120)
def test_the_log_says_why(film, tmp_path):
    """By whom it was answered, with which numbers, in one line."""
    tape = write_tape(tmp_path / "face.mp4", [("neutral", 6), ("smile", 14)])
    log = tmp_path / "evening.jsonl"

    evening(film, camera=tape, log=log)

    told = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    turn = next(one for one in told if one["kind"] == "turn" and one["scene"] == "door")
    assert turn["because"] == "you smiled at the door"
    assert turn["cause"] == "face"
    assert turn["evidence"]["smile.mean"] > 0.8


def test_without_a_camera_the_film_is_whole_and_says_so(film):
    """And nobody waits for a face."""
    records, ending, _ = evening(film)

    assert ending == "Silent"
    assert "face" in " ".join(door_turn(records).unsure)


def test_a_camera_that_is_gone_when_it_is_opened_is_told_and_the_film_goes_on(film, tmp_path):
    """One sentence, and the defaults."""
    tape = write_tape(tmp_path / "face.mp4", [("neutral", 1)])
    began = begin(film.story, Viewer(), camera=str(tape), seed=7, patience=Seconds(0.0))
    tape.unlink()
    showing = PaperShowing(Plan(film=film, began=began, camera=str(tape)), SensesSettings())
    records = tuple(showing.run())

    assert showing.ending.ending == "Silent"
    assert [one for one in records if "There is no camera" in getattr(one, "says", "")]


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        ("It wasn't your fault.", "Kind"),
        ("it is all your fault", "Hard"),
        ("不是你的错", "Kind"),
        ("都是你的错", "Hard"),
        ("What time is it?", "Silent"),
    ],
)
def test_typed_words_lead_the_film_in_both_languages(film, words, ending):
    """What is meant counts; what is not understood waits for the clock."""
    _, reached, _ = evening(film, script=("Keep still", f'say "{words}"'))

    assert reached == ending


def test_a_script_with_something_left_over_says_so(film):
    """A rehearsal that did not happen is not passed over."""
    _, _, trouble = evening(film, script=("Smile", "Smile again"))

    assert trouble is not None
    assert "Smile again" in trouble


def test_a_log_that_cannot_be_written_costs_the_log_and_not_the_film(film, tmp_path):
    """Said once, at the end."""
    (tmp_path / "file").write_text("")

    _, ending, trouble = evening(film, log=tmp_path / "file" / "evening.jsonl")

    assert ending == "Silent"
    assert "cannot be written" in trouble


def test_the_end_card_names_the_ending_in_the_viewers_language():
    """And the log keeps its one name."""
    _, chinese = load("lantern-keeper", "zh")
    began = begin(chinese.story, Viewer(), camera="none", language="zh", patience=Seconds(0.0))
    showing = PaperShowing(Plan(film=chinese, began=began, script=("timeouts",)), SensesSettings())

    tuple(showing.run())

    assert (showing.ending.ending, showing.ending.shown) == ("Dawn", "天亮了")


@pytest.mark.parametrize("script", [None, ("timeouts",)])
def test_a_film_without_a_window_goes_on_at_its_warnings(tmp_path, script):
    """Nobody is there to read a card; the scene is entered all the same."""
    (tmp_path / "story.yaml").write_text(
        "film: 1\ntitle: Storm\nscenes:\n"
        "  storm: {play: {slate: Storm, seconds: 2}, warn: [storm], next: fire}\n"
        "  fire: {play: {slate: Fire, seconds: 2}, warn: [fire], end: Over}\n",
        encoding="utf-8",
    )
    _, told = load(str(tmp_path))
    began = begin(told.story, Viewer(avoids=("storm", "fire")), camera="none")
    showing = PaperShowing(Plan(film=told, began=began, script=script), SensesSettings())

    tuple(showing.run())

    assert showing.ending.path == ("storm", "fire")
