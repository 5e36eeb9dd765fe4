"""The eyes of a showing: when they look, and what is told of it."""

import pytest

from engine.director.sight import Sight
from engine.messages.facts import Loss, SenseLost
from engine.messages.orders import Calibrate, CloseEyes, Tell, Write
from engine.messages.shots import Shot, Source
from engine.stage.tongue import CATALOGUES, Tongue
from engine.story.model import Sensing, Way
from engine.story.units import SceneId, Seconds

CALM = Shot(scene=SceneId("calm"), visit=1, source=Source.FILE, length=Seconds(20))
NOW = Seconds(7)
GONE = SenseLost(Way.FACE, "unplugged")


def sight(*, eyes: bool = True) -> Sight:
    sensing = Sensing(uses=(Way.FACE,), baseline_scene=SceneId("calm"))
    return Sight(sensing, eyes=eyes, blind="refused")


def told(orders) -> list[str]:
    return [order.key for order in orders if isinstance(order, Tell)]


def test_a_camera_lost_and_found_is_told_once_each():
    """However often its plug is loose."""
    eyes = sight()

    assert told(eyes.found(Way.FACE)) == []
    assert told(eyes.lost(GONE, NOW)) == ["camera_lost"]
    assert told(eyes.found(Way.FACE)) == ["camera_found"]
    assert told(eyes.lost(GONE, NOW)) == []
    assert told(eyes.found(Way.FACE)) == []
    assert eyes.blind == "camera lost"


@pytest.mark.parametrize(
    ("loss", "line"),
    [
        (Loss.FROZEN, "camera_lost"),
        (Loss.REFUSED, "camera_refused"),
        (Loss.ENDED, "camera_ended"),
        (Loss.BLIND, "camera_blind"),
    ],
)
def test_the_viewer_is_told_in_what_manner_a_camera_is_lost(loss, line):
    """That a recording has ended is not that a camera went away; back is back for each."""
    eyes = sight()

    assert told(eyes.lost(SenseLost(Way.FACE, "x", loss), NOW)) == [line]
    assert told(eyes.found(Way.FACE)) == ["camera_found"]
    for code in CATALOGUES:
        assert Tongue(code).tell(line, ()) is not None


def test_taking_the_yes_back_is_confirmed_at_once():
    """Whoever shuts the camera reads that it is off; whoever never opened it reads nothing."""
    eyes = sight()

    assert told(eyes.shut_at_once()) == ["camera_off"]  # while the film stands
    assert told(eyes.refused()) == []  # and heard again when it goes on
    assert told(sight().refused()) == ["camera_off"]
    assert eyes.blind == "refused"
    assert eyes.refused() == ()
    assert sight(eyes=False).refused() == sight(eyes=False).shut_at_once() == ()


def test_a_sense_that_was_not_in_use_is_only_written_down():
    """A keyboard that goes, or a camera nobody said yes to."""
    shut = sight(eyes=False)

    (noted,) = shut.lost(GONE, NOW)
    assert isinstance(noted, Write)
    assert (noted.record.code, noted.record.says, noted.record.at) == ("face-lost", "unplugged", 7)
    assert told(sight().lost(SenseLost(Way.TEXT, "gone"), NOW)) == []
    assert shut.blind == "refused"


def test_a_baseline_ends_with_its_scene_and_the_eyes_with_the_film():
    """What began to be taken is not left on."""
    eyes = sight()

    assert eyes.rolled(CALM, Seconds(2), Seconds(20)) == (Calibrate(on=True),)
    assert eyes.left() == (Calibrate(on=False),)
    assert eyes.rolled(CALM, Seconds(2), Seconds(20)) == (Calibrate(on=True),)
    assert eyes.shut() == (Calibrate(on=False), CloseEyes())
    assert eyes.shut() == ()
    assert eyes.rolled(CALM, Seconds(2), Seconds(20)) == ()
    assert eyes.rolled(None, Seconds(2), Seconds(20)) == ()
