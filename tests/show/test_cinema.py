"""The cinema at home: an evening in the window is the evening on paper."""

import gc
from dataclasses import replace

import cv2
import numpy as np
import pygame
import pytest

from engine.senses.senses import SensesSettings
from engine.show.cinema import Cinema
from engine.show.paper import PaperShowing
from engine.stage.projection.sphere import AHEAD
from engine.stage.stage import Stage
from engine.stage.wishes import GoHome, Quit
from engine.story.model import Way
from tests.painted import around
from tests.show.dark import LONGEST, film_of, hurried, opened, path_of, planned, records, turns_of
from tests.tapes import resting, seated

pytestmark = [pytest.mark.usefixtures("drivers"), pytest.mark.timeout(120)]


def on_paper(folder, log, script):
    plan, _ = planned(folder, log, script=script, start="letter")
    return tuple(PaperShowing(plan, SensesSettings()).run())


@pytest.mark.parametrize(
    ("script", "ending"),
    [
        (("Keep it",), "Dawn"),
        (('say "不是你的错"',), "The lamp is still lit"),
    ],
    ids=["a hand", "a kind word in Chinese"],
)
def test_a_live_evening_tells_the_same_as_the_one_on_paper(script, ending, tmp_path, monkeypatch):
    """The letter, with a pause and a look at the reasons in between: same seed, same path."""
    hurried(monkeypatch, 12.0)
    film, live, paper = "lantern-keeper", tmp_path / "live", tmp_path / "paper"

    def curious(dark):
        yield lambda: dark.scene == "letter" and dark.phase == "playing"
        dark.key(pygame.K_SPACE)
        yield lambda: dark.page == "pause"
        dark.click("why")
        yield lambda: dark.page == "why"
        dark.key(pygame.K_ESCAPE)
        yield lambda: dark.page == "pause"
        dark.key(pygame.K_SPACE)
        yield lambda: dark.page is None
        dark.key(pygame.K_ESCAPE)
        yield lambda: dark.page == "leave"
        dark.click("no")
        yield lambda: dark.page is None
        yield lambda: dark.page == "ending"

    with opened(curious) as dark:
        dark.play(*planned(film, live, script=script, start="letter"))
    on_paper(film, paper, script)

    assert records(live)[-1]["ending"] == ending
    assert path_of(live) == path_of(paper)
    assert turns_of(live) == turns_of(paper)
    assert dark.said == []


def test_a_face_that_is_acted_turns_the_window_as_it_turns_the_paper(door, tmp_path, monkeypatch):
    """`--do "feel smiling"` needs no camera in either."""
    hurried(monkeypatch, 4.0)
    live, paper = tmp_path / "live", tmp_path / "paper"

    with opened() as dark:
        dark.play(*_acted(door, live))
    tuple(PaperShowing(_acted(door, paper)[0], SensesSettings()).run())

    assert path_of(live) == path_of(paper) == ["hall", "door", "in", "warm"]
    assert turns_of(live) == turns_of(paper)
    assert dark.said == []


def _acted(folder, log):
    plan, bill = planned(folder, log, script=("feel smiling",))
    offers = plan.began.offers | {Way.FACE}
    return replace(plan, began=replace(plan.began, offers=offers)), bill


def test_who_leaves_is_asked_first_and_the_log_says_so(door, tmp_path, monkeypatch):
    """Esc, and yes: the film ends without an ending."""
    hurried(monkeypatch, 4.0)

    def leaver(dark):
        yield lambda: dark.over == "card"
        dark.key(pygame.K_ESCAPE)
        yield lambda: dark.page == "leave"
        dark.click("yes")
        yield lambda: False

    with opened(leaver) as dark:
        wish = dark.play(*planned(door, tmp_path / "log"))

    assert isinstance(wish, GoHome)
    assert records(tmp_path / "log")[-1]["kind"] == "ended"
    assert "ending" not in records(tmp_path / "log")[-1]


def test_the_windows_cross_ends_the_evening_at_home(door, tmp_path, monkeypatch):
    """At once, and what was seen is written down."""
    hurried(monkeypatch, 4.0)

    def closer(dark):
        yield lambda: dark.scene == "hall"
        pygame.event.post(pygame.event.Event(pygame.QUIT))
        yield lambda: False

    with opened(closer) as dark:
        wish = dark.play(*planned(door, tmp_path / "log"))

    assert isinstance(wish, Quit)
    assert records(tmp_path / "log")[-1]["kind"] == "ended"


ROOF = """
film: 1
title: The Roof
sensing: {uses: [face], why: To see you smile.}
feelings: {smiling: smile > 0.8}
scenes:
  roof:
    play: {file: roof.mp4, view: 360, loop: true}
    choice: {by: [face, buttons], read: 0.1s..0.8s, for: no limit, options: {
      Stay: {feel: smiling, go: out}, Go: {go: out, default: true}}}
  out: {play: {slate: Out, seconds: 1}, end: Out}
"""


def leaning_tape(path):
    """Somebody sits still for three seconds, then leans left: to the right, for the camera."""
    with_sway = [seated(resting(), (0.0, 0.0))] * 36 + [seated(resting(), (100.0, 0.0))] * 120
    tape = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 12.0, (640, 480))
    for index, frame in enumerate(with_sway):
        tape.write(np.roll(frame, index % 2, axis=0))  # a picture that stands is no camera's
    tape.release()
    return path


def test_a_head_that_leans_looks_around(tmp_path, monkeypatch):
    """From the camera to the picture: who leans left sees what is on the left."""
    folder = film_of(tmp_path / "the-roof", ROOF)
    around(folder / "roof.mp4", width=256, seconds=2.0)
    hurried(monkeypatch, 1.0)
    looks = []

    def viewer(dark):
        film = dark.evening._stage._film
        yield lambda: dark.page == "consent"
        dark.click("yes")
        yield lambda: film.gaze is not None
        looks.append(film.gaze)
        yield lambda: film.gaze.right < -15.0
        looks.append(film.gaze)

    with opened(viewer) as dark:
        dark.play(*planned(folder, camera=str(leaning_tape(tmp_path / "leans.mp4"))))

    assert looks[0] == AHEAD
    assert -60.0 < looks[1].right < -15.0
    assert abs(looks[1].up) < 10.0


def test_an_evening_that_is_over_leaves_nothing_to_the_next(
    door, tmp_path, monkeypatch, uncollected
):
    """One film after the other: pictures, models and pages of each would wait for a collector."""
    hurried(monkeypatch, 4.0)
    with opened() as dark:
        dark.lasts(LONGEST)
        pygame.event.post(pygame.event.Event(pygame.QUIT))
        wish = Cinema.play(dark, *planned(door, tmp_path / "log"))

    assert wish == Quit()
    assert not [each for each in gc.get_objects() if isinstance(each, Stage)]
