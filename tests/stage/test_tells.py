"""One line for the viewer."""

import math
from dataclasses import replace

import pytest

from engine.stage.brush import Brush
from engine.stage.page import Align, Dot, Panel
from engine.stage.screens.pause import pause_page, question_page
from engine.stage.tells import Notice
from engine.stage.theme import CAPS
from engine.stage.tongue import Tongue
from engine.stage.wishes import Local, Preferences
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


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_line_covers_nothing_of_a_page(notice, clock, size, language):
    """An ending's name is read once in an evening; how loud it is, is told elsewhere."""
    page = question_page(desk(size), "ending", "The lamp is still lit", "",
                         ("No", Local.STAY), ("Yes", Local.CLOSE))  # fmt: skip
    head = desk(size).words("You reached the ending", CAPS, desk(size).room.safe.midtop, 400,
                            align=Align.MIDDLE)  # fmt: skip
    page = replace(page, items=(*page.items, head))
    notice.tell(Tongue(language).say("tell.reread_over"))
    clock.go(1.0)
    canvas = night(size)
    notice.draw(canvas, desk(size), page)

    assert changed(canvas, night(size)) > 100
    solid = [item for item in page.items if not isinstance(item, Panel)]
    for item in solid:
        covered = item.area.clip(canvas.get_rect())
        assert changed(canvas.subsurface(covered), night(covered.size)) == 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("languages", [(), ("en", "fr")])
def test_a_line_over_a_full_page_stands_beside_it(notice, clock, size, language, languages):
    """Whoever stops the camera in a pause reads it there, and reads the pause too."""
    tongue = Tongue(language)
    page = pause_page(desk(size), tongue, Preferences(), languages, kiosk=False)
    notice.tell(tongue.say("tell.camera_off"))
    clock.go(1.0)
    canvas = night(size)
    notice.draw(canvas, desk(size), page)

    assert changed(canvas, night(size)) > 100
    for item in page.items:
        covered = item.area.clip(canvas.get_rect())
        assert changed(canvas.subsurface(covered), night(covered.size)) == 0


def test_where_there_is_no_room_a_line_is_told_at_the_top_all_the_same(notice, clock):
    """It leaves again; not to be told would be worse."""
    page = question_page(desk(), "full", "?", "", ("No", Local.STAY), ("Yes", Local.CLOSE))
    page = replace(page, items=(Dot(area=desk().room.whole),))
    notice.tell("Volume 80 %")
    clock.go(1.0)
    canvas = night()
    notice.draw(canvas, desk(), page)

    upper = canvas.subsurface((0, 0, 1280, 100))
    assert changed(upper, night(upper.get_size())) > 100


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
