"""A film played by its name tells what it contains, and keeps to what was asked of it."""

import functools

import pygame
import pytest

from engine.desk import cli
from tests.show.dark import Dark, film_of, hurried

pytestmark = [pytest.mark.usefixtures("drivers"), pytest.mark.timeout(120)]

STORY = """
film: 1
title: The Well
about: {warnings: [dark]}
scenes:
  yard: {play: {slate: Yard, seconds: 1}, next: well}
  well: {play: {slate: Well, seconds: 1}, warn: dark, skip_to: road, end: Below}
  road: {play: {slate: Road, seconds: 1}, end: Away}
"""


class Entering(Dark):
    """Presses keys on what stands before the film, and counts the frames until it begins."""

    def __init__(self, *args, keys=(), **kwargs):
        self.keys, self.frames = list(keys), 0
        super().__init__(*args, **kwargs)

    def tick(self, *args, **kwargs):
        if self._acts is None and self.keys:
            self.frames += 1
            assert self.frames < 2000, "Nobody gets past what stands before the film."
            if self.frames % 20 == 0:
                self.key(self.keys.pop(0))
            self._cinema_tick(*args, **kwargs)
            return
        super().tick(*args, **kwargs)

    def _cinema_tick(self, *args, **kwargs):
        super(Dark, self).tick(*args, **kwargs)


@pytest.fixture
def played(tmp_path, monkeypatch):
    """Play it with these keys pressed before it; the endings come to, and the exit code."""
    hurried(monkeypatch, 6.0)
    monkeypatch.setenv("KINOEYE_HOME", str(tmp_path / "home"))
    folder = film_of(tmp_path / "well", STORY)

    def play(*keys, again=0):
        ends = []

        def visitor(dark):
            yield lambda: dark.page == "ending"
            ends.append(dark.evening._director.scene)
            if len(ends) <= again:
                dark.click("again")
                yield lambda: False

        entering = functools.partial(Entering, keys=keys, visitor=visitor)
        monkeypatch.setattr("engine.show.cinema.Cinema", entering)
        return cli.main(["play", str(folder), "--no-save"]), ends

    return play


def test_who_switches_something_off_is_led_around_it_also_when_they_see_it_again(played):
    """Played by its name as from the library, and on every evening that follows."""
    assert played(pygame.K_UP, pygame.K_RETURN, pygame.K_DOWN, pygame.K_RETURN, again=1) == (
        cli.OK, ["road", "road"],
    )  # fmt: skip


def test_who_begins_sees_all_of_it(played):
    """One key, as ever."""
    assert played(pygame.K_RETURN) == (cli.OK, ["well"])


def test_who_turns_back_has_seen_nothing(played):
    """Leaving is not an error."""
    assert played(pygame.K_ESCAPE) == (cli.OK, [])
