"""The eyes of a showing: when they look, and what is told of it."""

from engine.director.sight import Sight
from engine.messages.orders import Calibrate, CloseEyes, Tell, Write
from engine.messages.shots import Shot, Source
from engine.story.model import Sensing, Way
from engine.story.units import SceneId, Seconds

CALM = Shot(scene=SceneId("calm"), visit=1, source=Source.FILE, length=Seconds(20))
NOW = Seconds(7)


def sight(*, eyes: bool = True) -> Sight:
    sensing = Sensing(uses=(Way.FACE,), baseline_scene=SceneId("calm"))
    return Sight(sensing, eyes=eyes, blind="refused")


def told(orders) -> list[str]:
    return [order.key for order in orders if isinstance(order, Tell)]


def test_a_camera_lost_and_found_is_told_once_each():
    """However often its plug is loose."""
    eyes = sight()

    assert told(eyes.found(Way.FACE)) == []
    assert told(eyes.lost(Way.FACE, "unplugged", NOW)) == ["camera_lost"]
    assert told(eyes.found(Way.FACE)) == ["camera_found"]
    assert told(eyes.lost(Way.FACE, "unplugged", NOW)) == []
    assert told(eyes.found(Way.FACE)) == []
    assert eyes.blind == "camera lost"


def test_a_sense_that_was_not_in_use_is_only_written_down():
    """A keyboard that goes, or a camera nobody said yes to."""
    shut = sight(eyes=False)

    (noted,) = shut.lost(Way.FACE, "unplugged", NOW)
    assert isinstance(noted, Write)
    assert (noted.record.code, noted.record.says, noted.record.at) == ("face-lost", "unplugged", 7)
    assert told(sight().lost(Way.TEXT, "gone", NOW)) == []
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
