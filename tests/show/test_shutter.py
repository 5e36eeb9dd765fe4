"""How often the window is drawn: for each picture, and always while something moves."""

import pytest

from engine.show.shutter import Shutter


class Projector:
    def __init__(self):
        self.changed, self.ahead = True, 0

    def develop_ahead(self):
        self.ahead += 1


class Stage:
    def __init__(self):
        self.calm, self.drawn = True, 0

    def draw(self):
        self.drawn += 1


class House:
    """A projector, a stage, a shutter and a clock that is wound by hand."""

    def __init__(self):
        self.projector, self.stage, self.now = Projector(), Stage(), 0.0
        self.shutter = Shutter(self.projector, self.stage, lambda: self.now)

    def after(self, seconds, *, changed=False):
        self.now += seconds
        self.projector.changed = changed
        drawn = self.stage.drawn
        self.shutter.tick()
        return self.stage.drawn > drawn


@pytest.fixture
def house():
    """One picture was shown."""
    house = House()
    house.after(1.0, changed=True)
    return house


def test_between_two_pictures_nothing_is_drawn_again(house):
    """It would be the same; the coming picture is converted instead."""
    assert not house.after(0.016)
    assert house.projector.ahead == 1
    assert house.after(0.017, changed=True)
    assert house.projector.ahead == 1


def test_while_a_page_or_a_hand_moves_every_tick_is_drawn(house):
    """Fades and answers are as smooth as the screen."""
    house.stage.calm = False

    assert all(house.after(0.016) for _ in range(5))
    assert house.projector.ahead == 5


def test_over_a_picture_that_stands_the_light_goes_on_burning(house):
    """Thirty times a second is as often as film moves."""
    drawn = sum(house.after(0.01) for _ in range(100))

    assert drawn in {25, 33}
