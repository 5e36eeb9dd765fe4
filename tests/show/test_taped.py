"""A tape made in a real window, with its own unsteady clock, is heard again; and it leads one."""

from dataclasses import replace

import pygame
import pytest

from engine.desk.tapes import shammed, taping
from engine.house.journal import Journal
from engine.house.tape.reading import viewings
from engine.house.tape.tape import Tape
from engine.show.replay import replay
from engine.show.taped import led, log_of
from engine.stage.wishes import Quit
from tests.show.dark import film_of, house, hurried, opened, path_of, planned

pytestmark = [pytest.mark.usefixtures("drivers"), pytest.mark.timeout(120)]

ROOMS = """
film: 1
title: Two Rooms
sensing: {uses: [face], why: To see you smile.}
scenes:
  hall:
    play: {slate: Hall, seconds: 4}
    choice: {at: 0.5s, for: 3s, options: {Left: garden, Right: {go: cellar, because: you dared}}}
  garden: {play: {slate: Garden, seconds: 1}, end: Free}
  cellar: {play: {slate: Cellar, seconds: 1}, end: Lost}
"""


@pytest.fixture
def rooms(tmp_path):
    return film_of(tmp_path / "two-rooms", ROOMS)


def presses(label, after=0.0):
    """Presses this while the card is there, and sits through the film."""

    def visitor(dark):
        yield lambda: dark.over == "card" and dark.evening._projector.position >= after
        dark.click(label)
        yield lambda: dark.page == "ending"

    return visitor


def evening(visitor, rooms, log, monkeypatch, *, sham=None, speed=4.0):
    """A viewing in the window; the plan it went by."""
    hurried(monkeypatch, speed)
    plan, bill = planned(rooms, log)
    plan = taping(plan if sham is None else shammed(plan, sham))
    with opened(visitor) as dark:
        assert dark.play(plan, bill) == Quit()
        assert dark.said == []
    return plan


def test_an_evening_in_the_window_is_heard_again_exactly(rooms, tmp_path, monkeypatch):
    """Whatever the clock of its sound did."""
    log = tmp_path / "evening.kino"

    plan = evening(presses("Right"), rooms, log, monkeypatch)

    (one,) = viewings(log)
    again = replay(one, plan.film, lambda _: plan.film)
    assert again.difference is None
    assert again.path == ("hall", "cellar")
    assert again.ending.ending == "Lost"


def test_in_the_window_too_the_tape_answers_and_the_hand_does_not(rooms, tmp_path, monkeypatch):
    """On a machine that runs at another pace."""
    tape, log = tmp_path / "evening.kino", tmp_path / "sham.jsonl"
    evening(presses("Right", after=2.5), rooms, tape, monkeypatch)
    (one,) = viewings(tape)

    evening(presses("Left"), rooms, log, monkeypatch, sham=one, speed=2.5)

    assert path_of(log) == ["hall", "cellar"]


def test_a_kiosk_tapes_visitor_after_visitor(rooms, tmp_path, monkeypatch):
    """And nothing of the time between them."""
    log = tmp_path / "day.kino"

    def visitors(dark):
        for label in ("Right", "Left"):
            yield lambda: dark.page == "attract"
            dark.key(pygame.K_RETURN)
            yield lambda: dark.over == "card"
            dark.click(label)
            yield lambda: dark.page == "ending"
        yield lambda: dark.page == "attract"

    hurried(monkeypatch, 4.0)
    plan, bill = planned(rooms, log, kiosk=True)
    plan = taping(plan)
    with opened(visitors) as dark:
        dark.play(plan, bill, house(lambda: dark.clock, plan))

    heard = [replay(one, plan.film, lambda _: plan.film) for one in viewings(log)]
    assert [one.path for one in heard] == [("hall", "cellar"), ("hall", "garden")]
    assert all(one.difference is None for one in heard)


def test_a_log_is_what_its_plan_says(tmp_path, rooms):
    """Reasons, a tape, or nothing."""
    plan, _ = planned(rooms, tmp_path / "reasons.jsonl")

    reasons, tape = log_of(plan), log_of(taping(replace(plan, log=tmp_path / "evening.kino")))
    assert isinstance(reasons, Journal)
    assert isinstance(tape, Tape)
    assert log_of(replace(plan, log=None)) is None
    assert led(plan, plan, reasons) is plan
    tape.close()
    reasons.close()
