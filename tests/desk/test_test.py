"""`kinoeye test`: what authors see of their rehearsals."""

import argparse

from engine.desk.test import FAILED, OK, rehearse_all, run

STORY = """\
film: 1
title: Two Doors
scenes:
  hall: {play: hall.mp4, choice: {Left: garden, Right: cellar}}
  garden: {play: garden.mp4, end: Free}
  cellar: {play: cellar.mp4, end: Lost}
"""
HOLDS = """\
tests:
  - {name: to the left, do: [Left], expect: Free}
  - {name: silence, do: timeouts, expect: garden}
"""
FAILS = """\
tests:
  - name: up the stairs
    do: [Up]
    expect: Lost
"""
CHANCE = """\
film: 1
title: Chance
scenes:
  hall: {play: hall.mp4, pick: [{go: garden}, {go: cellar}]}
  garden: {play: garden.mp4, end: Free}
  cellar: {play: cellar.mp4, end: Lost}
tests:
  - {name: somewhere, do: timeouts, expect: hall}
  - {name: always free, do: timeouts, expect: Free}
"""


def film(folder, text: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "story.yaml").write_text(text, "utf-8")
    return str(folder)


def test_a_film_whose_tests_hold_is_well(tmp_path, capsys):
    """One line for each test, and an exit code for machines."""
    assert rehearse_all([film(tmp_path / "doors", STORY + HOLDS)]) == OK

    assert capsys.readouterr().out.splitlines() == [
        "Two Doors: 2 tests",
        "  ok    to the left",
        "  ok    silence",
    ]


def test_a_test_that_fails_says_where_and_why(tmp_path, capsys):
    """What was open, what was unused, where it ended."""
    assert rehearse_all([film(tmp_path / "doors", STORY + FAILS)]) == FAILED

    says = capsys.readouterr().out
    assert "  FAILS up the stairs\n" in says
    assert "story.yaml:8:" in says
    assert "nobody asked for 'Up'; open was 'Left', 'Right'" in says
    assert "it ended with 'Free' by way of hall > garden" in says


def test_chance_is_rehearsed_with_many_seeds_and_the_first_bad_one_is_named(tmp_path, capsys):
    """An author can replay the evening that went wrong."""
    assert rehearse_all([film(tmp_path / "chance", CHANCE)]) == FAILED

    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "  ok    somewhere (20 seeds)"
    assert lines[2].startswith("  FAILS always free")


def test_a_film_without_tests_is_told_so(tmp_path, capsys):
    """Nothing failed because nothing was tried: that is said, not hidden."""
    assert rehearse_all([film(tmp_path / "doors", STORY)]) == OK

    assert capsys.readouterr().out == "Two Doors: no tests in its story\n"


def test_one_film_that_fails_is_enough(tmp_path, capsys):
    """The exit code is for all films together."""
    good = film(tmp_path / "good", STORY + HOLDS)
    bad = film(tmp_path / "bad", STORY + FAILS)

    assert rehearse_all([bad, good]) == FAILED
    assert run(argparse.Namespace(films=[good])) == OK
    assert "ok    silence" in capsys.readouterr().out


def test_without_a_name_the_whole_library_is_rehearsed(capsys):
    """Every film that comes with the engine holds what it promises."""
    assert run(argparse.Namespace(films=[])) == OK

    said = capsys.readouterr().out
    assert "The Lantern Keeper" in said
    assert "Two Doors" in said
