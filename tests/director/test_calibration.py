"""When what is seen is taken as this viewer's normal."""

from engine.director.calibration import Calibration
from engine.messages.orders import Calibrate
from engine.story.model import Sensing, Span
from engine.story.units import SceneId, Seconds

CALM, STORM = SceneId("calm"), SceneId("storm")
LENGTH = Seconds(20)


def at(calibration, scene, played):
    return calibration.at(scene, Seconds(played), LENGTH)


def test_it_is_on_just_over_the_stretch_the_author_names():
    """Also counted from the end."""
    calibration = Calibration(Sensing(baseline_scene=CALM, baseline=Span(Seconds(5), Seconds(-5))))

    assert at(calibration, CALM, 4) == ()
    assert at(calibration, CALM, 5) == (Calibrate(on=True),)
    assert at(calibration, CALM, 14.9) == ()
    assert at(calibration, CALM, 15) == (Calibrate(on=False),)


def test_a_scene_without_a_stretch_is_all_of_it():
    """`baseline: calm`."""
    calibration = Calibration(Sensing(baseline_scene=CALM))

    assert at(calibration, STORM, 1) == ()
    assert at(calibration, CALM, 0) == (Calibrate(on=True),)
    assert calibration.off() == (Calibrate(on=False),)
    assert calibration.off() == ()
