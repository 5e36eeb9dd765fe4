"""One line for the viewer."""

import math

import pytest

from engine.stage.brush import Brush
from engine.stage.tells import Notice
from tests.stage.fakes import FakeClock
from tests.stage.pictures import FONTS, SIZES, changed, desk, night


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def notice(clock):
    return Notice(Brush(FONTS), clock)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "line", ["Volume 80 %", "A scene could not be played. " * 5, "摄像头断开了。" * 9]
)
def test_a_line_is_shown_whole_at_the_top(notice, clock, size, line):
    """Whatever its length, in any window."""
    notice.tell(line)
    clock.go(1.0)
    canvas = night(size)
    notice.draw(canvas, desk(size))

    assert changed(canvas, night(size)) > 100
    lower = canvas.subsurface((0, size[1] // 3, size[0], size[1] - size[1] // 3))
    assert changed(lower, night(lower.get_size())) == 0


def test_a_line_leaves_by_itself(notice, clock):
    """Nobody has to click it away."""
    notice.tell("Volume 80 %", stays=1.5)
    clock.go(1.4)
    assert notice.line == "Volume 80 %"
    clock.go(0.2)
    assert notice.line is None
    canvas = night()
    notice.draw(canvas, desk())
    assert changed(canvas, night()) == 0


def test_a_newer_line_takes_the_place_of_an_older(notice, clock):
    """The newest matters."""
    notice.tell("one")
    clock.go(1.0)
    notice.tell("two")

    assert notice.line == "two"


def test_a_line_may_stay_until_the_next(notice, clock):
    """An author sees the mistake for as long as it is there."""
    notice.tell("The old text plays on.", stays=math.inf)
    clock.go(1000.0)
    canvas = night((1280, 720))
    notice.draw(canvas, desk((1280, 720)))

    assert notice.line == "The old text plays on."
    assert changed(canvas, night((1280, 720))) > 100

    notice.tell("The new text was read.")
    clock.go(10.0)
    assert notice.line is None
