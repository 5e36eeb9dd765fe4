"""Bad words and files: one sentence, and nothing lost."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pygame
import pytest

from engine.desk import cli
from engine.show import cinema
from tests.show.dark import Dark, film_of, hurried, opened, planned, story

pytestmark = [pytest.mark.usefixtures("drivers"), pytest.mark.timeout(120)]

SMALL = story("a: {play: {slate: A, seconds: 0.5}, end: Done}")


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
