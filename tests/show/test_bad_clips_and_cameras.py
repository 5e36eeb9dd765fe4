"""Clips, cameras and models that fail: told once, and the film goes on."""

import functools
import shutil
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from engine.desk import cli
from engine.senses.camera.device import open_camera
from engine.senses.camera.faulty import Faults, FaultyCamera
from engine.senses.senses import Senses
from engine.shelf.places import assets
from engine.show import cinema
from tests import clips
from tests.clips import Make
from tests.show.dark import (
    Dark,
    film_of,
    hurried,
    noticed,
    opened,
    path_of,
    planned,
    records,
    story,
)
from tests.tapes import write_tape

pytestmark = [pytest.mark.usefixtures("drivers"), pytest.mark.timeout(120)]


def short(**make):
    return lambda path: clips.film(path, Make(**{"seconds": 0.4, "sound": "tone"} | make))


CLIPS = {
    "missing": (None, "Not there yet: missing.mp4."),
    "empty": (clips.empty, "empty.mp4 is empty."),
    "unclosed": (clips.moov_missing, "unclosed.mp4 breaks off before its index"),
    "garbage": (clips.garbage, "garbage.mp4 is neither a film nor a picture."),
    "words": (lambda path: path.write_text("INT. HALL\n" * 40), "words.mp4 is neither a film"),
    "picture": (clips.still, "picture.mp4 is a picture and no film."),
    "broken": (clips.truncated, "broken.mp4 breaks off after"),
    "mute": (short(sound=None), None),
    "odd": (short(size=(853, 481), pixels="yuv444p"), None),
    "variable": (short(variable=True), None),
}
"""How each clip is made, and what is said of it; those that play as far as they go are not."""


@pytest.fixture(scope="module")
def wrecks(tmp_path_factory):
    """A film of one wreck after the other."""
    names = [*CLIPS, "done"]
    rows = (
        f"{name}: {{play: {{file: {name}.mp4, seconds: 0.4}}, next: {then}}}"
        for name, then in pairwise(names)
    )
    folder = tmp_path_factory.mktemp("film") / "wrecks"
    film_of(folder, story(*rows, "done: {play: {slate: Done, seconds: 0.3}, end: Done}"))
    for name, (make, _) in CLIPS.items():
        if make is not None:
            make(folder / f"{name}.mp4")
    return folder


def test_a_film_of_wrecks_is_played_to_its_end_and_each_is_told_once(
    wrecks, tmp_path, monkeypatch, capsys
):
    """From the command line: a sentence for each, a stand-in for each, and no more."""
    hurried(monkeypatch, 2.0)
    monkeypatch.setattr(cinema, "Cinema", Dark)
    log = tmp_path / "log"

    code = cli.main(["play", str(wrecks), "--camera", "none", "--log", str(log)])

    told = capsys.readouterr().err.splitlines()
    assert code == cli.OK
    assert path_of(log) == [*CLIPS, "done"]
    says = [says for _, says in CLIPS.values() if says is not None]
    assert all(sum(one in line for line in told) == 1 for one in says)
    assert len(told) == len(says)


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (Path.unlink, "late.mp4 is not there."),
        (clips.garbage, "late.mp4 is neither a film nor a picture."),
        (clips.empty, "late.mp4 is empty."),
        (clips.still, "late.mp4 is a picture and no film."),
    ],
    ids=["deleted", "garbage", "emptied", "a picture"],
)
def test_a_clip_that_goes_bad_while_the_film_plays_is_told_and_stood_in_for(
    harm, says, tmp_path, monkeypatch
):
    """An exhibition's folder is somebody's folder."""
    hurried(monkeypatch, 2.0)
    folder = film_of(
        tmp_path / "late",
        story(
            "first: {play: {slate: A, seconds: 1}, next: then}",
            "then: {play: {slate: B, seconds: 1}, next: late}",
            "late: {play: late.mp4, next: done}",
            "done: {play: {slate: Done, seconds: 0.3}, end: Done}",
        ),
    )
    short()(folder / "late.mp4")

    def vandal(dark):
        yield lambda: dark.scene == "first"
        harm(folder / "late.mp4")
        yield lambda: dark.phase == "ended"

    with opened(vandal) as dark:
        dark.play(*planned(folder, tmp_path / "log"))

    assert path_of(tmp_path / "log") == ["first", "then", "late", "done"]
    assert len(dark.said) == 1
    assert says in dark.said[0]
    assert dark.told == ["clip_failed"]


@pytest.mark.parametrize("harm", [Path.unlink, clips.empty, clips.garbage])
def test_a_clip_may_go_while_it_is_on_the_screen(harm, tmp_path, monkeypatch):
    """The film comes to its end, with what could still be read."""
    hurried(monkeypatch, 2.0)
    folder = film_of(
        tmp_path / "going",
        story(
            "going: {play: going.mp4, next: done}",
            "done: {play: {slate: Done, seconds: 0.3}, end: Done}",
        ),
    )
    short(seconds=4.0, busy=True, faststart=True)(folder / "going.mp4")

    def vandal(dark):
        yield lambda: dark.scene == "going"
        harm(folder / "going.mp4")
        yield lambda: dark.phase == "ended"

    with opened(vandal) as dark:
        dark.play(*planned(folder, tmp_path / "log"))

    assert path_of(tmp_path / "log") == ["going", "done"]
    assert len(dark.said) <= 1


FACE = """
film: 1
title: Face
sensing: {uses: [face], why: To see you smile.}
feelings: {smiling: smile > 0.8}
scenes:
  hall: {play: {slate: Hall, seconds: 2}, next: door}
  door:
    play: {slate: A door, seconds: 6}
    choice: {by: [face, buttons], read: 1s..4s, at: 4s, for: 1s, options: {
      Smile: {feel: smiling, go: warm}, Still: {go: quiet, default: true}}}
  warm: {play: {slate: Warm, seconds: 0.5}, end: Warm}
  quiet: {play: {slate: Quiet, seconds: 0.5}, end: Quiet}
"""
GONE = ["camera_lost"]


@pytest.fixture(scope="module")
def tapes(tmp_path_factory):
    """Recorded viewers, and what is none."""
    folder = tmp_path_factory.mktemp("tapes")
    write_tape(folder / "smiles.mp4", [("smile", 12)], rate=6)
    write_tape(folder / "ends.mp4", [("smile", 2)], rate=6)
    write_tape(folder / "black.mp4", [("black", 12)], rate=6)
    (folder / "words.mp4").write_text("no film")
    (folder / "no-pictures").mkdir()
    return folder


@pytest.mark.parametrize(
    ("tape", "faults", "says", "told"),
    [
        ("ends.mp4", None, "The recording 'ends.mp4' has ended.", ["camera_ended"]),
        ("smiles.mp4", Faults(freezes_after=3), "the same picture again and again", GONE),
        ("smiles.mp4", Faults(dies_after=3), "The camera died.", GONE),
        ("smiles.mp4", Faults(dies_after=3, returns_after=6), "The camera died.",
         ["camera_lost", "camera_found"]),
        ("smiles.mp4", Faults(raises_after=3), "The camera gives no pictures", GONE),
        ("black.mp4", None, None, []),
    ],
    ids=["ends", "freezes", "dies", "returns", "raises", "black"],
)  # fmt: skip
def test_a_camera_that_fails_is_told_once_and_the_film_goes_on(
    tapes, tape, faults, says, told, tmp_path, monkeypatch
):
    """On the screen, in the log and for whoever started it; then the defaults."""
    hurried(monkeypatch, 5.0)
    if faults is not None:
        cameras = functools.partial(_faulty, faults)
        monkeypatch.setattr(cinema, "Senses", functools.partial(Senses, cameras=cameras))
    folder, log = film_of(tmp_path / "face", FACE), tmp_path / "log"

    with opened() as dark:
        dark.play(*planned(folder, log, camera=str(tapes / tape), script=("timeouts",)))

    assert path_of(log) == ["hall", "door", "quiet"]
    assert dark.told == told
    assert dark.said == noticed(log)
    assert [bool(says and says in one) for one in dark.said] == [True] * len(told[:1])
    turn = next(one for one in records(log) if one["kind"] == "turn" and one["scene"] == "door")
    assert turn["unsure"][0] == ("face: camera lost" if told else "face: no face seen")


def _faulty(faults, spec):
    return FaultyCamera(open_camera(spec), faults)


@pytest.mark.parametrize(
    ("tape", "says"),
    [
        ("not-there.mp4", "give a number, a video file or none."),
        ("no-pictures", "There is no picture in this folder."),
        ("words.mp4", "The recording 'words.mp4' cannot be played; give a video file."),
    ],
)
def test_a_recording_that_shows_nothing_is_told_before_anybody_is_asked(
    tapes, tape, says, tmp_path, monkeypatch, capsys
):
    """One sentence, no consent card, and the film plays on without a camera."""
    hurried(monkeypatch, 5.0)
    monkeypatch.setattr(cinema, "Cinema", Dark)
    folder, log = film_of(tmp_path / "face", FACE), tmp_path / "log"

    code = cli.main(["play", str(folder), "--camera", str(tapes / tape), "--log", str(log)])

    (told,) = capsys.readouterr().err.splitlines()
    assert code == cli.OK
    assert told.endswith(f"{says} The film goes on without a camera.")
    assert path_of(log) == ["hall", "door", "quiet"]


def test_a_recording_that_breaks_after_the_yes_is_told_for_what_it_is(
    tapes, tmp_path, monkeypatch
):
    """Not as a camera that went away."""
    hurried(monkeypatch, 5.0)
    tape = tmp_path / "face.mp4"
    shutil.copy(tapes / "smiles.mp4", tape)
    folder, log = film_of(tmp_path / "face", FACE), tmp_path / "log"

    with opened() as dark:
        plan, bill = planned(folder, log, camera=str(tape), script=("timeouts",))
        tape.write_text("no film")
        dark.play(plan, bill)

    assert path_of(log) == ["hall", "door", "quiet"]
    assert dark.told == ["camera_refused"]
    assert "cannot be played" in dark.said[0]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Devices are files on Linux.")
def test_a_camera_by_a_number_that_is_not_there_is_told_and_nobody_is_asked(
    tmp_path, monkeypatch, capsys
):
    """No consent card for what cannot look."""
    hurried(monkeypatch, 5.0)
    monkeypatch.setattr(cinema, "Cinema", Dark)
    folder, log = film_of(tmp_path / "face", FACE), tmp_path / "log"

    code = cli.main(["play", str(folder), "--camera", "97", "--log", str(log)])

    told = capsys.readouterr().err.splitlines()
    assert code == cli.OK
    assert told == [
        "kinoeye: There is no camera 97 on this machine. The film goes on without a camera."
    ]
    assert path_of(log) == ["hall", "door", "quiet"]


def test_broken_models_cost_the_eyes_and_not_the_film(tapes, tmp_path, monkeypatch):
    """A download that broke off."""
    hurried(monkeypatch, 5.0)
    shutil.copytree(assets(), tmp_path / "assets")
    for model in (tmp_path / "assets" / "models").rglob("*.onnx"):
        model.write_bytes(model.read_bytes()[:1000])
    monkeypatch.setattr(cinema, "assets", lambda: tmp_path / "assets")
    folder, log = film_of(tmp_path / "face", FACE), tmp_path / "log"

    with opened() as dark:
        dark.play(*planned(folder, log, camera=str(tapes / "smiles.mp4"), script=("timeouts",)))

    assert path_of(log) == ["hall", "door", "quiet"]
    assert len(dark.said) == 1
    assert "models cannot be opened" in dark.said[0]
    assert dark.told == ["camera_blind"]
