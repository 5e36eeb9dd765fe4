"""What sleeps and what hangs: only one of them is alone."""

from engine.stage.projection.vigil import Vigil
from tests.stage.fakes import FakeClock


def test_looking_on_lasts_as_long_as_one_looks():
    """Sixty times a second."""
    clock = FakeClock()
    vigil = Vigil(clock)
    vigil.lasts()
    for _ in range(120):
        clock.go(1 / 60)
        lasted = vigil.lasts()

    assert abs(lasted - 2.0) < 0.01


def test_after_a_sleep_of_the_machine_looking_begins_anew():
    """Whoever was not looked at for five seconds did not hang for five seconds."""
    clock = FakeClock()
    vigil = Vigil(clock)
    for _ in range(10):
        clock.go(0.1)
        vigil.lasts()
    clock.go(5.0)

    assert vigil.lasts() == 0.0
    clock.go(0.1)
    assert abs(vigil.lasts() - 0.1) < 0.001
