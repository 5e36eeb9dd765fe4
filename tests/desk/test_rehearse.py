"""`kinoeye rehearse`: what authors see of an audience that was never there."""

import json

import pytest

from engine.desk import cli
from engine.director.audience import Kind

STORY = """\
film: 1
title: Two Rooms
about: {minutes: 0.1..0.2}
state: {trust: {is: 0, range: 0..1}}
scenes:
  hall:
    play: {slate: Hall, seconds: 9}
    set: trust += 2
    choice: {options: {Left: garden, Right: {go: cellar, when: trust < 1}}}
  garden: {play: {slate: Garden, seconds: 1}, end: Free}
  cellar: {play: {slate: Cellar, seconds: 1}, end: Lost}
"""


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))


@pytest.fixture
def film(tmp_path):
    folder = tmp_path / "two-rooms"
    folder.mkdir()
    (folder / "story.yaml").write_text(STORY, encoding="utf-8")
    return folder


def edit(film, old, new):
    path = film / "story.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def told(capsys, *words):
    code = cli.main(["rehearse", *(str(word) for word in words)])
    return code, capsys.readouterr().out


def test_people_are_told_what_was_reached_and_what_was_not(film, capsys):
    """Scenes, ways, endings, minutes, answers; what nobody came to, where it stands, and why."""
    code, out = told(capsys, film, "14")

    lines = out.splitlines()
    assert code == cli.OK
    assert lines[0].startswith("Two Rooms: 14 viewings, seed 0 (2 silent, 2 pressing,")
    assert "scenes        2 of 3" in lines
    assert "ways          1 of 2" in lines
    assert "endings       1 of 2" in lines
    assert "           100%  Free" in lines
    assert "             0%  Lost" in lines
    assert any("(the story says 0.1..0.2)" in line for line in lines)
    assert "  story.yaml:9:" in out
    assert "'Right' in 'hall': `when: trust < 1` never opened it in 14 viewings" in out
    assert "trust += 2 went out of its range (in 14 viewings)" in out
    assert lines[-1].endswith("viewings a second, each stepping the real director.")


def test_machines_are_told_the_same_and_the_same_every_time(film, capsys):
    """Same film, same viewers, same seed: same report, to the letter."""
    first = told(capsys, film, "14", "--json", "--seed", "3")
    again = told(capsys, film, "14", "--json", "--seed", "3")
    report = json.loads(first[1])

    assert first == again
    assert (report["viewings"], report["seed"]) == (14, 3)
    assert report["scenes"] == {"reached": 2, "all": 3}
    assert report["share"] == {"Free": 14, "Lost": 0}
    assert report["told_minutes"] == [0.1, 0.2]
    assert report["minutes"]["shortest"] <= report["minutes"]["longest"]
    assert sum(report["answered"].values()) == 14
    assert {one["what"] for one in report["unreached"]} == {"scene", "ending", "option"}
    assert report["unreached"][0]["line"] == 9
    assert report["troubles"][0]["viewings"] == 14
    assert report["stuck"] == []


def test_another_seed_is_another_audience(film, capsys):
    """The seed is more than a number in the report."""
    edit(film, "Right: {go: cellar, when: trust < 1}", "Right: cellar")

    shares = {
        json.loads(told(capsys, film, "14", "--json", "--seed", seed)[1])["share"]["Free"]
        for seed in range(6)
    }

    assert len(shares) > 1


def test_only_the_viewers_asked_for_come(film, capsys):
    """To hear what silence does, or a room."""
    _, out = told(capsys, film, "4", "--viewers", "silent", "voting", "--json")

    assert json.loads(out)["viewers"] == {"silent": 2, "voting": 2}


def test_every_kind_of_viewer_may_be_asked_for(film, capsys):
    """What the command line knows and what the director knows are the same."""
    _, out = told(capsys, film, str(len(Kind)), "--json", "--viewers", *Kind)

    assert json.loads(out)["viewers"] == {str(kind): 1 for kind in Kind}


def test_what_was_not_reached_fails_only_where_that_is_asked_for(film, capsys):
    """A rehearsal is advice; a release may want more."""
    assert told(capsys, film, "7")[0] == cli.OK
    assert told(capsys, film, "7", "--strict")[0] == cli.BROKEN

    edit(film, "Right: {go: cellar, when: trust < 1}", "Right: cellar")
    assert told(capsys, film, "70", "--strict")[0] == cli.OK


def test_a_viewer_who_gets_stuck_is_a_failure(film, capsys):
    """A film that may never end is never fit to be shown."""
    edit(film, "garden: {play: {slate: Garden, seconds: 1}, end: Free}",
         "garden: {play: {slate: Garden, seconds: 900}, next: [{when: trust > 5, go: cellar}, "
         "garden]}")  # fmt: skip

    code, out = told(capsys, film, "1", "--viewers", "silent")

    assert code == cli.BROKEN
    assert "viewing 0 (silent): it never ended; last seen: garden > garden" in out
    assert "nobody came to an end" in out


def test_a_film_that_holds_everybody_is_broken_off(film, capsys):
    """Each who is stuck sits through hours of it."""
    edit(film, "play: {slate: Garden, seconds: 1}, end: Free",
         "play: {slate: Garden, seconds: 1}, return: true")  # fmt: skip

    code, out = told(capsys, film, "200")

    assert code == cli.BROKEN
    assert "Two Rooms: 5 viewings" in out
    assert out.count("it ended as 'unfinished'") == 5
    assert "nobody else was sent in" in out


def test_minutes_that_miss_what_the_story_says_are_told(film, capsys):
    """Programmes are printed from them."""
    edit(film, "0.1..0.2", "3..4")

    assert "the story says 3..4; set `about.minutes` right" in told(capsys, film, "7")[1]


def test_no_viewings_are_refused(film, capsys):
    """In one sentence."""
    assert cli.main(["rehearse", str(film), "0"]) == cli.UNREADABLE
    assert "give how many" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["lantern-keeper", "two-doors"])
def test_every_way_of_every_film_that_comes_with_the_engine_is_reached(name, capsys):
    """And every viewer comes to an end, within the minutes the story says."""
    code, out = told(capsys, name, "70", "--strict")

    assert code == cli.OK
    assert "set `about.minutes` right" not in out
