"""The ways of looking beside the flame."""

import pygame
import pytest

from engine.messages.facts import OptionPressed
from engine.messages.orders import Watch
from engine.stage.hints import Hints, calmest, hint_places, hints_page
from tests.stage.fakes import FakeClock
from tests.stage.pictures import SIZES, desk, needs_chinese, night, options, stands_well


def watch(*labels, hints=True):
    return Watch(options=options(*labels), hints=hints, until=20.0)


LOOKS = ("Smile", "Look away", "Keep still")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("spot", [(0.43, 0.45), (0.05, 0.93), (0.95, 0.1), (0.5, 0.99)])
@pytest.mark.parametrize(
    "labels", [LOOKS, pytest.param(("笑一笑", "转过脸去", "不动"), marks=needs_chinese)]
)
def test_hints_stand_well_wherever_the_flame_is(size, spot, labels):
    """Also at the picture's edge."""
    flame = pygame.Rect(0, 0, size[1] // 20, size[1] // 10)
    flame.midbottom = round(spot[0] * size[0]), round(spot[1] * size[1])
    hints = Hints(watch(*labels), FakeClock())
    hints.settle(desk(size), flame, night(size), 20)
    page = hints_page(desk(size), hints)

    assert not stands_well(page, desk(size))
    assert len(page.buttons) == 3


def test_a_press_on_a_hint_answers_at_once():
    """What a hand does outranks what is inferred."""
    hints = Hints(watch(*LOOKS), FakeClock())
    hints.settle(desk(), pygame.Rect(600, 300, 40, 80), night(), 20)

    assert hints_page(desk(), hints).buttons[0].deed == OptionPressed("Smile")


def test_no_hints_where_the_author_wants_none():
    """`hints: false`."""
    hints = Hints(watch(*LOOKS, hints=False), FakeClock())
    hints.settle(desk(), pygame.Rect(600, 300, 40, 80), night(), 20)

    assert hints_page(desk(), hints).buttons == ()


def test_hints_do_not_lie_on_what_one_looks_at():
    """A face beside the lantern must stay free."""
    picture = night()
    for line in range(700, 1100, 12):
        pygame.draw.line(picture, (250, 230, 200), (line, 150), (line + 6, 560), 4)
    flame = pygame.Rect(560, 300, 40, 80)
    places = hint_places(desk(), watch(*LOOKS), flame)

    assert places[calmest(picture, places)].right <= flame.left


def test_hints_keep_their_side_when_the_flame_wanders():
    """What jumps about cannot be read."""
    hints = Hints(watch(*LOOKS), FakeClock())
    hints.settle(desk(), pygame.Rect(560, 300, 40, 80), night(), 20)
    before = hints.place.copy()

    assert not hints.settle(desk(), pygame.Rect(570, 300, 40, 80), night(), 20)
    assert hints.settle(desk(), pygame.Rect(660, 300, 40, 80), night(), 20)
    assert hints.place.left - before.left == 100


def test_a_sure_look_lights_its_hint():
    """The acknowledgement, until the cut."""
    clock = FakeClock()
    hints = Hints(watch(*LOOKS), clock)
    hints.acknowledge("Smile")
    clock.go(0.3)

    assert hints.states()["Smile"].taken == 1.0
    assert hints.states()["Look away"].faded == 1.0
