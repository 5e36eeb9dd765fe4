"""A page under hands: focus, pointing, pressing, coming and going."""

from dataclasses import replace

import pygame
import pytest

from engine.stage.board import Board
from engine.stage.brush import Brush
from engine.stage.hands import Digit, Lift, Point, Press, Sign, Step
from engine.stage.page import Button, Page
from engine.stage.wishes import Local
from tests.stage.fakes import FakeClock
from tests.stage.pictures import FONTS, changed, desk, night


def button(name, left, top, digit=None, deed=None):
    return Button(
        area=pygame.Rect(left, top, 100, 50),
        name=name,
        deed=deed or name,
        lines=(name,),
        digit=digit,
    )


GRID = Page(
    name="grid",
    items=(
        button("a", 100, 100, "1"), button("b", 300, 100, "2"),
        button("c", 100, 300, "3"), button("d", 300, 300),
    ),
    back=Local.CLOSE,
)  # fmt: skip


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def board(clock):
    made = Board(Brush(FONTS), clock)
    made.show(lambda _: GRID, desk())
    return made


def test_a_press_counts_when_it_is_lifted_on_the_same_plate(board):
    """Somebody who slips off has changed their mind."""
    board.take(Press((110, 110)))
    assert board.take(Lift((120, 120))) == "a"

    board.take(Press((110, 110)))
    assert board.take(Lift((310, 110))) is None


def test_a_touch_beside_everything_does_nothing(board):
    """Unless the page wants it so."""
    board.take(Press((5, 5)))

    assert board.take(Lift((5, 5))) is None


def test_a_touch_anywhere_begins_where_the_page_wants_it(clock):
    """The attract picture is one large button."""
    board = Board(Brush(FONTS), clock)
    board.show(lambda _: Page(name="attract", items=(), anywhere="came"), desk())
    board.take(Press((5, 5)))

    assert board.take(Lift((5, 5), finger=True)) == "came"
    assert board.take(Sign.ENTER) == "came"


def test_number_keys_press_their_plates(board):
    """The numbers on the plates are promises."""
    assert board.take(Digit(2)) == "b"
    assert board.take(Digit(9)) is None


def test_enter_without_focus_chooses_nothing_by_accident(board):
    """The first Enter shows where one is, the second chooses."""
    assert board.take(Sign.ENTER) is None
    assert board.focus == "a"
    assert board.take(Sign.ENTER) == "a"


def test_arrows_walk_where_they_point(board):
    """Also in a grid."""
    board.take(Sign.NEXT)
    walked = []
    for step in (Step(1, 0), Step(0, 1), Step(-1, 0), Step(0, -1), Step(-1, 0)):
        board.take(step)
        walked.append(board.focus)

    assert walked == ["b", "d", "c", "a", "a"]


def test_tab_goes_round(board):
    """And back with shift."""
    for _ in range(5):
        board.take(Sign.NEXT)
    assert board.focus == "a"

    board.take(Sign.PREVIOUS)
    assert board.focus == "d"


def test_escape_does_what_the_page_says(board):
    """Every page knows its way out."""
    assert board.take(Sign.BACK) is Local.CLOSE


def test_the_focus_stays_when_the_page_is_laid_out_anew(board):
    """Another window size must not throw a blind finger off."""
    board.take(Sign.NEXT)
    board.take(Sign.NEXT)
    board.renew(desk((1920, 1080)))

    assert board.focus == "b"


def test_pointing_is_seen_within_200_ms(board, clock):
    """A plate that does not answer feels broken."""
    clock.go(1.0)
    before = night()
    board.draw(before, desk().room)
    board.take(Point((110, 110)))
    for _ in range(5):
        clock.go(0.03)
        after = night()
        board.draw(after, desk().room)

    assert changed(before, after) > 500


def test_pressing_is_seen_at_once(board, clock):
    """In the very next frame."""
    clock.go(1.0)
    before, after = night(), night()
    board.draw(before, desk().room)
    board.take(Press((110, 110)))
    board.draw(after, desk().room)

    assert changed(before, after) > 100


def test_the_focus_shows_only_when_keys_are_used(board, clock):
    """A ring under a mouse is noise."""
    clock.go(1.0)
    board.take(Sign.NEXT)
    assert board.by_keys
    board.take(Point((5, 5)))
    assert not board.by_keys


def test_pages_come_and_go_softly(board, clock):
    """A fifth of a second: seen, never waited for."""
    first = night()
    board.draw(first, desk().room)
    clock.go(0.1)
    half = night()
    board.draw(half, desk().room)
    clock.go(0.2)
    whole = night()
    board.draw(whole, desk().room)

    assert changed(first, night()) == 0
    assert changed(half, night()) > 0
    assert changed(half, whole) > 0
    board.show(None, desk())
    leaving, gone = night(), night()
    board.draw(leaving, desk().room)
    clock.go(0.3)
    board.draw(gone, desk().room)
    board.draw(gone, desk().room)
    assert changed(leaving, night()) > 0
    last = night()
    board.draw(last, desk().room)
    assert changed(last, night()) == 0


def test_what_stands_on_both_pages_does_not_flicker(board, clock):
    """A question that goes from a page takes nothing of what was there beside it along."""
    clock.go(1.0)
    more = replace(board.page, name="more", items=(*board.page.items, button("new", 30, 300)))
    before, during = night(), night()
    board.draw(before, desk().room)
    board.show(lambda _: more, desk())
    clock.go(0.1)
    board.draw(during, desk().room)
    new = more.button("new").area

    assert changed(before, during) > 0
    for canvas in (before, during):
        canvas.fill((0, 0, 0), new.inflate(60, 60))
    assert changed(before, during) == 0


def pressed(board, at):
    """What one press and lift of a finger does."""
    board.take(Press(at))
    return board.take(Lift(at))


def test_the_second_half_of_a_double_click_answers_nothing(board, clock):
    """It would fall on whatever the first half has put up: `Forget me`, and yes at once."""
    at = board.page.button("a").area.center

    assert pressed(board, at) == "a"
    sure = Page(name="sure?", items=(button("yes", 100, 100),))
    board.show(lambda _: sure, desk())
    clock.go(0.06)
    assert pressed(board, at) is None
    clock.go(0.06)
    assert pressed(board, at) == "yes"


def test_two_fingers_within_a_moment_are_both_heard(board, clock):
    """Only one and the same place bounces."""
    assert pressed(board, board.page.button("a").area.center) == "a"
    clock.go(0.03)
    assert pressed(board, board.page.button("d").area.center) == "d"
