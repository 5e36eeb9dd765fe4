"""The demonstration: one film, two viewers, two ways."""

import pygame
import pytest

from engine.desk import cli
from engine.desk.demo import turns_of, two_viewers
from engine.desk.films import load
from engine.messages.records import Cause, Entered, Turn


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


@pytest.mark.timeout(180)
def test_two_viewers_of_one_film_are_led_two_ways_and_told_why(tmp_path, capsys):
    """Without a display; both ways in one picture."""
    out = tmp_path / "first-viewing.png"

    code = cli.main(["demo", "--out", str(out)])

    told = capsys.readouterr().out
    picture = pygame.image.load(out)
    assert code == cli.OK
    assert "You smiled at the door." in told
    assert "You looked away at the door." in told
    assert picture.get_width() > 2000
    assert len({tuple(picture.get_at((x, 200))) for x in range(60, 2000, 7)}) > 50


def test_the_viewers_of_the_first_film_end_differently():
    """The two rehearsals with most looks and words."""
    one, other = two_viewers(load("lantern-keeper")[1].story)

    assert one.name != other.name
    assert any(item.startswith("feel") for item in (*one.does, *other.does))


def test_a_story_without_such_rehearsals_gets_a_hand_and_a_silence():
    """Any film can be demonstrated."""
    one, other = two_viewers(load("two-doors")[1].story)

    assert one.does != other.does


def test_a_scene_visited_twice_has_the_reason_of_each_visit():
    """A hub is left another way each time."""
    out = Turn(scene="hub", to="log", cause=Cause.BUTTONS, label="Read")
    back = Turn(scene="log", to="hub", cause=Cause.STORY)
    on = Turn(scene="hub", to="sea", cause=Cause.BUTTONS, label="Leave")
    hub, log, again = (
        Entered(scene=scene, visit=visit, at=0.0)
        for scene, visit in (("hub", 1), ("log", 1), ("hub", 2))
    )

    assert turns_of([hub, out, log, back, again, on]) == {
        ("hub", 1): out,
        ("log", 1): back,
        ("hub", 2): on,
    }


def test_a_place_that_cannot_be_written_is_told(tmp_path, capsys):
    """One sentence."""
    code = cli.main(["demo", "two-doors", "--out", str(tmp_path / "no" / "such" / "x.png")])

    assert code == cli.UNREADABLE
    assert "cannot be written" in capsys.readouterr().err
