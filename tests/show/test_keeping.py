"""Films that are left and gone on with, and written while they play, in the house's own window."""

import functools
import os
from dataclasses import replace

import pygame
import pytest

from engine.desk import cli
from engine.desk.editing import Shoulder
from engine.desk.saved import gone_on
from engine.shelf.films import FilmFolder
from engine.shelf.saves import Saves
from engine.stage.wishes import GoHome
from tests import clips
from tests.clips import Make
from tests.show.dark import Dark, film_of, house, hurried, opened, path_of, planned

pytestmark = [pytest.mark.usefixtures("drivers"), pytest.mark.timeout(120)]

STORY = """
film: 1
title: Rooms
state: {trust: 0}
scenes:
  hall: {play: {slate: Hall, seconds: 2}, set: trust += 1, next: stairs}
  stairs: {play: {slate: Stairs, seconds: 8}, next: [{go: attic, when: trust == 1}, cellar]}
  attic: {play: {slate: Attic, seconds: 1}, end: Attic}
  cellar: {play: {slate: Cellar, seconds: 1}, end: Cellar}
"""


@pytest.fixture
def folder(tmp_path):
    return film_of(tmp_path / "rooms", STORY)


@pytest.fixture
def saves(tmp_path):
    return Saves(tmp_path / "saves", lambda: 12.0)


def leaves_on_the_stairs(dark):
    """Somebody pauses in the middle of a scene and shuts the window."""
    yield lambda: dark.scene == "stairs" and dark.evening._projector.position > 3
    dark.key(pygame.K_SPACE)
    yield lambda: dark.page == "pause"


def evening(folder, saves, monkeypatch, visitor=None, log=None, *, resume=False, **more):
    """One evening with this film; the cinema and its wish afterwards."""
    hurried(monkeypatch, 6.0)
    with opened(visitor) as dark:
        plan, bill = planned(folder, log)
        plan = replace(plan, saves=saves, **more)
        if resume:
            plan = gone_on(plan, saves, dark.tell)
        dark.wish = dark.play(plan, bill)
    return dark


def test_a_film_is_left_and_gone_on_with_another_evening(folder, saves, monkeypatch, tmp_path):
    """At its moment, with its state; seen to its end it leaves nothing."""
    evening(folder, saves, monkeypatch, leaves_on_the_stairs)
    stood = saves.find("rooms").standing
    assert stood.scene == "stairs"
    assert stood.position > 3
    assert stood.variables == {"trust": 1.0}

    moments = []

    def looks(dark):
        yield lambda: dark.scene == "stairs"
        moments.append(dark.evening._projector.position)
        yield lambda: dark.phase == "ended"

    log = tmp_path / "log"
    evening(folder, saves, monkeypatch, looks, log, resume=True)
    assert stood.position <= moments[0] < stood.position + 2
    assert path_of(log) == ["attic"]
    assert saves.find("rooms") is None


def test_going_home_keeps_the_place(folder, saves, monkeypatch):
    """The way out that most people take says so, and it is so."""

    def goes_home(dark):
        yield lambda: dark.scene == "stairs"
        dark.key(pygame.K_ESCAPE)
        yield lambda: dark.page == "leave"
        assert "another time" in str(dark.evening._stage._pages.modal)
        dark.click("yes")
        yield lambda: False

    dark = evening(folder, saves, monkeypatch, goes_home)

    assert dark.wish == GoHome()
    assert saves.find("rooms").standing.scene == "stairs"


def test_without_a_place_to_keep_it_nothing_is_kept_and_said_so(folder, monkeypatch):
    """`--no-save`, and every trial."""

    def asks(dark):
        yield lambda: dark.scene == "hall"
        dark.key(pygame.K_ESCAPE)
        yield lambda: dark.page == "leave"
        assert "will not be kept" in str(dark.evening._stage._pages.modal)

    evening(folder, None, monkeypatch, asks)


def test_a_disk_that_is_full_is_told_once_and_the_film_plays_to_its_end(
    folder, tmp_path, monkeypatch
):
    """On the screen and to whoever started it."""
    (tmp_path / "saves").write_text("a file where the folder should be")
    dark = evening(folder, Saves(tmp_path / "saves", lambda: 12.0), monkeypatch)

    assert dark.told == ["unsaved"]
    (says,) = [one for one in dark.said if "not saved" in one]
    assert "cannot be written" in says


def test_a_broken_save_is_told_and_the_film_begins(folder, saves, monkeypatch, tmp_path):
    """Over its first picture."""
    saves.folder.mkdir()
    (saves.folder / "rooms.json").write_text("not a save")
    log = tmp_path / "log"
    dark = evening(folder, saves, monkeypatch, log=log, resume=True)

    assert "save_broken" in dark.told
    assert any("put aside as rooms.broken-1.json" in one for one in dark.said)
    assert path_of(log)[0] == "hall"


def test_a_kiosk_keeps_no_place(folder, saves, monkeypatch):
    """Whatever the plan says: its director orders nothing kept."""

    def touches(dark):
        yield lambda: dark.page == "attract"
        dark.key(pygame.K_RETURN)
        yield lambda: dark.scene == "stairs"

    hurried(monkeypatch, 6.0)
    with opened(touches) as dark:
        plan, bill = planned(folder, kiosk=True)
        plan = replace(plan, saves=saves)
        dark.play(plan, bill, house(lambda: dark.clock, plan))

    assert saves.find("rooms") is None


def test_what_an_author_writes_plays_from_the_next_cut(folder, monkeypatch, tmp_path):
    """The scene on the screen stays; an error is told and the old text stays too."""
    hurried(monkeypatch, 4.0)
    log = tmp_path / "log"

    def writes(dark):
        yield lambda: dark.scene == "hall"
        saved(folder, STORY.replace("end: Attic", "end: ["), 2)
        yield lambda: "old text plays on" in told(dark)
        saved(folder, STORY.replace("next: [{go: attic, when: trust == 1}, cellar]",
                                    "set: trust += 1, next: cellar"), 4)  # fmt: skip
        yield lambda: "plays from the next cut" in told(dark)
        yield lambda: dark.phase == "ended"
        assert dark.evening._director.showing.viewing.variables == {"trust": 2.0}

    story = STORY.replace("Hall, seconds: 2", "Hall, seconds: 30")
    film_of(folder, story)
    with opened(writes) as dark:
        plan, bill = planned(folder, log)
        plan = replace(plan, edits=Shoulder(FilmFolder(folder), "en"))
        dark.play(plan, bill)

    assert dark.told == ["edited"]
    assert path_of(log) == ["hall", "stairs", "cellar"]
    assert len([one for one in dark.said if "story.yaml" in one]) == 1


def test_subtitles_an_author_changes_are_shown_within_the_clip(folder, monkeypatch):
    """No cut is waited for: the words on the screen are the ones on the disk."""
    hurried(monkeypatch, 4.0)
    cue = "1\n00:00:00,000 --> 00:00:30,000\n{}\n"

    def shown(dark):
        film = dark.evening._stage._film
        return [one.text for one in film._cues.at(dark.evening._projector.position)]

    def writes(dark):
        yield lambda: shown(dark) == ["Who is there?"]
        (folder / "hall.en.srt").write_text(cue.format("Who knocks so late?"))
        yield lambda: shown(dark) == ["Who knocks so late?"]
        assert dark.scene == "hall"
        yield lambda: dark.phase == "ended"

    clips.film(folder / "hall.mp4", Make(seconds=12.0))
    (folder / "hall.en.srt").write_text(cue.format("Who is there?"))
    film_of(folder, STORY.replace("slate: Hall, seconds: 2", "file: hall.mp4"))
    with opened(writes) as dark:
        plan, bill = planned(folder, None)
        dark.play(replace(plan, edits=Shoulder(FilmFolder(folder), "en")), bill)


def told(dark):
    """The line at the top of the picture."""
    return dark.evening._stage._notice.line or ""


def saved(folder, story, later):
    """The author saves; the clock is set on for disks that count in whole seconds."""
    film_of(folder, story)
    stamp = (folder / "story.yaml").stat().st_mtime + later
    os.utime(folder / "story.yaml", (stamp, stamp))


def test_what_is_played_again_is_the_text_as_it_is_now(folder, monkeypatch):
    """The author presses "Play again" to see what they wrote, from the start."""
    hurried(monkeypatch, 6.0)
    seen = []

    def writes_and_plays_again(dark):
        if not seen:
            yield lambda: dark.scene == "hall"
            saved(folder, STORY.replace("slate: Hall", "slate: New hall"), 2)
        yield lambda: dark.scene == "hall"
        seen.append(dark.evening._director.shot.title)
        yield lambda: dark.page == "ending"
        if len(seen) == 1:
            dark.click("again")
            yield lambda: False

    dark = functools.partial(Dark, visitor=writes_and_plays_again)
    monkeypatch.setattr("engine.show.cinema.Cinema", dark)

    assert cli.main(["play", str(folder), "--watch", "--no-save"]) == cli.OK
    assert seen == ["Hall", "New hall"]
