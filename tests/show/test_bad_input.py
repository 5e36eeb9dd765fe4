"""What may be wrong with clips, cameras, machines and words: one sentence, and on it goes."""

import contextlib
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

import pygame
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
)
from tests.tapes import write_tape

pytestmark = [pytest.mark.usefixtures("drivers"), pytest.mark.timeout(120)]


def story(*scenes: str) -> str:
    """A film of these scenes, one after the other."""
    return "\n".join(["film: 1", "title: Small", "scenes:", *(f"  {one}" for one in scenes)])


SMALL = story("a: {play: {slate: A, seconds: 0.5}, end: Done}")


# Clips -------------------------------------------------------------------------------------


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


# Cameras -----------------------------------------------------------------------------------

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
        ("not-there.mp4", None, "There is no camera", GONE),
        ("no-pictures", None, "There is no picture in this folder.", GONE),
        ("words.mp4", None, "The recording 'words.mp4' cannot be played", GONE),
        ("ends.mp4", None, "The recording 'ends.mp4' has ended.", GONE),
        ("smiles.mp4", Faults(freezes_after=3), "the same picture again and again", GONE),
        ("smiles.mp4", Faults(dies_after=3), "The camera died.", GONE),
        ("smiles.mp4", Faults(dies_after=3, returns_after=6), "The camera died.",
         ["camera_lost", "camera_found"]),
        ("smiles.mp4", Faults(raises_after=3), "The camera gives no pictures", GONE),
        ("black.mp4", None, None, []),
    ],
    ids=["not there", "no pictures", "no film", "ends", "freezes", "dies", "returns", "raises",
         "black"],
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
        "kinoeye: There is no camera 97 on this machine; the film goes on without one."
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
    assert dark.told == GONE


# The machine -------------------------------------------------------------------------------


def started(*words, **environment):
    """The command line in a process of its own: what it writes past Python counts too."""
    given = {name: value for name, value in os.environ.items() if not name.startswith("SDL_")}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        given.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "engine.desk", *words], env=given | environment,
        capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Elsewhere a display is there.")
@pytest.mark.parametrize("words", [["play", "two-doors"], []], ids=["play", "library"])
def test_without_a_display_there_is_one_sentence_and_no_unseen_window(words):
    """SDL would draw where nobody sees it."""
    ended = started(*words)

    assert ended.returncode == cli.UNREADABLE
    assert ended.stderr.splitlines() == [
        "kinoeye: There is no display here. `--headless` and `demo` need none."
    ]


@pytest.mark.parametrize("driver", ["bogus", "alsa"])
def test_without_a_sound_card_the_film_plays_and_it_is_said_once(
    driver, tmp_path, monkeypatch, capfd
):
    """In our words, not in those of a library in C."""
    monkeypatch.setenv("SDL_AUDIODRIVER", driver)
    monkeypatch.setenv("AUDIODEV", "no-such-card")
    monkeypatch.setattr(cinema, "Cinema", Dark)
    folder = film_of(tmp_path / "small", SMALL)

    code = cli.main(["play", str(folder), "--camera", "none"])

    told = capfd.readouterr().err.splitlines()
    assert code == cli.OK
    assert len(told) == 1
    assert told[0].startswith("kinoeye: No sound card could be opened")


def test_a_log_that_cannot_be_written_is_told_once_and_costs_only_the_log(
    tmp_path, monkeypatch, capsys
):
    """The film is what people came for; the exit code tells who wanted the log."""
    hurried(monkeypatch, 2.0)
    monkeypatch.setattr(cinema, "Cinema", Dark)
    folder = film_of(tmp_path / "small", SMALL)
    (tmp_path / "file").write_text("")

    code = cli.main(["play", str(folder), "--camera", "none", "--log", str(tmp_path / "file/l")])

    told = capsys.readouterr().err.splitlines()
    assert code == cli.BROKEN
    assert len(told) == 1
    assert "cannot be written" in told[0]
    assert "the film goes on" in told[0]


def test_settings_that_cannot_be_kept_are_told_once_and_hold_for_the_evening(
    tmp_path, monkeypatch
):
    """A home on a disk that is not there any more."""
    hurried(monkeypatch, 2.0)
    (tmp_path / "home").symlink_to(tmp_path / "unplugged")

    def fiddler(dark):
        yield lambda: dark.scene == "a"
        dark.key(pygame.K_MINUS)
        dark.key(pygame.K_MINUS)
        yield lambda: dark.phase == "ended"

    with opened(fiddler) as dark:
        dark.play(*planned(film_of(tmp_path / "small", SMALL)))

    assert dark.preferences.volume == pytest.approx(0.6)
    assert len(dark.said) == 1
    assert "settings.yaml cannot be written" in dark.said[0]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (b"sound: {volume: loud}\n", "sound.volume is 'loud'"),
        (b"sound: [\n", "settings.yaml:2:"),
        (b"\xff\xfe\x00", "cannot be read"),
        (b"sond: {}\n", "Did you mean 'sound'?"),
    ],
)
def test_settings_that_cannot_be_read_are_told_before_any_window(written, says, tmp_path, capsys):
    """With the file's name, and its cure."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.yaml").write_bytes(written)

    code = cli.main(["play", str(film_of(tmp_path / "small", SMALL))])

    told = capsys.readouterr().err.splitlines()
    assert code == cli.UNREADABLE
    assert says in told[0]
    assert "settings.yaml" in told[0]
    assert len(told) == 1


# Words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["play", "lantern-keper"], "There is no film 'lantern-keper'."),
        (["play", "two-doors", "--from", "cellr"], "Did you mean 'cellar'?"),
        (["play", "two-doors", "--set", "trust=2"], "no variable 'trust'"),
    ],
)
def test_words_that_name_nothing_are_told_with_the_nearest(words, says, capsys):
    """Before any window."""
    code = cli.main(words)

    told = capsys.readouterr().err.splitlines()
    assert code == cli.UNREADABLE
    assert len(told) == 1
    assert says in told[0]


@pytest.mark.parametrize(
    "text",
    [b"film: 1\nscenes: {a: [}\n", b"film: 1\n\tscenes: x\n", b"\x00\x01\x02", b"", b"\xff\xfe"],
    ids=["bracket", "tab", "binary", "empty", "not UTF-8"],
)
def test_a_story_that_cannot_be_read_is_told_with_its_place(text, tmp_path, capsys):
    """And nothing is played of it."""
    folder = film_of(tmp_path / "unread", "")
    (folder / "story.yaml").write_bytes(text)

    code = cli.main(["play", str(folder)])

    told = capsys.readouterr().err
    assert code == cli.UNREADABLE
    assert "story.yaml" in told
    assert "Traceback" not in told
    assert "Something broke" not in told


@contextlib.contextmanager
def without_rights():
    """As somebody whom closed doors keep out, which they do not do to root."""
    mighty = os.geteuid() == 0
    if mighty:
        os.seteuid(65534)
    try:
        yield
    finally:
        if mighty:
            os.seteuid(0)


@pytest.fixture
def open_folder(monkeypatch):
    """A folder everybody may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="kinoeye-"))
    folder.chmod(0o755)
    monkeypatch.setenv("KINOEYE_HOME", str(folder / "home"))
    yield folder
    for inner in folder.iterdir():
        inner.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Rights are others there.")
@pytest.mark.parametrize("closed", ["film", "film/story.yaml"])
def test_a_film_without_rights_is_told(closed, open_folder, capsys):
    """The folder is there, and closed."""
    film_of(open_folder / "film", SMALL)
    cli.main(["play", str(open_folder / "film"), "--headless"])  # loads what it needs, as us
    capsys.readouterr()
    (open_folder / closed).chmod(0)

    with without_rights():
        code = cli.main(["play", str(open_folder / "film"), "--headless"])

    told = capsys.readouterr().err.splitlines()
    assert code == cli.UNREADABLE
    assert len(told) == 1
    assert "cannot be read (Permission denied)" in told[0]
    (open_folder / closed).chmod(0o755)
