"""A film goes on whatever becomes of its camera, and knows it in two seconds of its own time."""

import numpy as np
import pytest

from engine.messages.facts import ConsentAnswered, SenseFound, SenseLost
from engine.messages.orders import Tell
from engine.senses.camera.faulty import Faults, FaultyCamera
from engine.senses.faces.baseline import published
from engine.senses.faces.expressions import Sight
from engine.senses.faces.eyes import Eyes, EyesSettings
from engine.senses.senses import Senses, SensesSettings, models_folder
from engine.story.units import Seconds
from tests.director.playing import EVERY_WAY, Playing
from tests.films import HOUSE

NOTICED, STEP = 2.0, 0.1
PICTURES = 40
"""Given before anything fails: four seconds of them."""
FAULTS = {
    "unplugged": Faults(dies_after=PICTURES),
    "frozen": Faults(freezes_after=PICTURES),
    "raising": Faults(raises_after=PICTURES),
    "there and back": Faults(dies_after=PICTURES, returns_after=40),
}


class Grain:
    """A camera whose every picture is new."""

    is_open = True
    trouble = None

    def __init__(self):
        self._chance = np.random.default_rng(3)

    def grab(self, now):
        return self._chance.integers(0, 255, (24, 32, 3), dtype=np.uint8)

    def close(self):
        self.is_open = False


class Wall:
    """A reader that sees a wall."""

    def read(self, picture, at=None):
        return Sight(())


def evening(faults):
    """The film, the senses with such a camera, and when what was told of it."""
    steps = published(models_folder() / "steps.json")
    senses = Senses(
        SensesSettings(),
        "0",
        cameras=lambda _: FaultyCamera(Grain(), faults),
        opening=lambda camera, tell: Eyes(camera, Wall(), steps, tell, EyesSettings()),
    )
    playing, told = Playing(HOUSE, step=STEP, offers=EVERY_WAY), []
    for order in playing.hear(ConsentAnswered(yes=True)):
        senses.obey(order)
    while playing.director.phase.value != "ended":
        orders = playing.tick()
        senses.look(Seconds(playing.stage.now))
        for fact in senses.facts():
            if isinstance(fact, SenseFound | SenseLost):
                told.append((playing.stage.now, type(fact)))
            orders += playing.hear(fact)
        for order in orders:
            senses.obey(order)
    return playing, told


@pytest.mark.parametrize("faults", FAULTS.values(), ids=FAULTS)
def test_a_film_whose_camera_fails_goes_on_to_its_end(faults):
    """As one without a face; the viewer is told once, and nobody waits."""
    playing, told = evening(faults)
    whole, _ = evening(Faults())
    lost = next(at for at, kind in told if kind is SenseLost)

    assert playing.to_the_end().ending == whole.to_the_end().ending == "Cold"
    assert playing.stage.now == pytest.approx(whole.stage.now, abs=0.2)
    assert lost - PICTURES * STEP <= NOTICED + 1e-6
    assert [order.key for order in playing.of(Tell)].count("camera_lost") == 1


def test_a_camera_that_comes_back_is_used_again():
    """Found, lost, found; and told so."""
    playing, told = evening(FAULTS["there and back"])

    assert [kind for _, kind in told] == [SenseFound, SenseLost, SenseFound]
    assert [order.key for order in playing.of(Tell)].count("camera_found") == 1


def test_a_camera_that_does_not_fail_is_told_once():
    """The measure of the others."""
    _, told = evening(Faults())

    assert [kind for _, kind in told] == [SenseFound]
