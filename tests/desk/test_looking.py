"""The senses before a mirror: what they tell becomes sentences and meters."""

import pytest

from engine.desk.looking import BACK, LEARNT, STANDS, Looking, models_in
from engine.messages.facts import Loss, MoodRead, SenseFound, SenseLost
from engine.messages.orders import Calibrate, CloseEyes, OpenEyes
from engine.senses.camera.device import Device
from engine.senses.faces.eyes import SILENT
from engine.senses.senses import NO_CAMERA, SensesSettings
from engine.stage.screens.mirror import Eye
from engine.stage.tongue import CATALOGUES, Tongue
from engine.story.model import Reading, Way
from tests.senses.devices import FakeHandle
from tests.waiting import wait_until


class Senses:
    """Tells what it is given, and remembers what it was ordered."""

    def __init__(self):
        self.told, self.orders, self.camera_open = [], [], False

    def obey(self, order):
        self.orders.append(order)

    def facts(self):
        told, self.told = tuple(self.told), []
        return told

    def close(self):
        self.orders.append("closed")


@pytest.fixture
def senses():
    return Senses()


@pytest.fixture
def looking(senses):
    return Looking(senses, "0", ("expression.onnx",))


def read(at, faces=1, smile=0.0):
    return MoodRead(at=at, readings={Reading.SMILE: smile}, confidence={Reading.SMILE: 0.9},
                    faces=faces, calibrated=at > 3.0)  # fmt: skip


def test_nothing_is_opened_before_it_is_asked_for(senses, looking):
    """The only order that opens a camera is the viewer's own yes."""
    assert looking.at(0.0).eye is Eye.NONE
    assert senses.orders == []

    looking.open()
    assert senses.orders == [OpenEyes(), Calibrate(on=False), Calibrate(on=True)]
    assert looking.at(0.1).eye is Eye.OPENING


def test_what_is_read_is_shown_with_how_often(senses, looking):
    """Ten pictures a second are ten, over the last few seconds."""
    looking.open()
    senses.told = [SenseFound(Way.FACE), *(read(n / 10, smile=1.2) for n in range(31))]
    seen = looking.at(3.0)

    assert (seen.eye, seen.source, seen.models) == (Eye.SEEING, "0", ("expression.onnx",))
    assert seen.mood.readings[Reading.SMILE] == 1.2
    assert seen.rate == pytest.approx(10.0)
    assert looking.at(3.1 + 60).rate == 0.0


def test_a_normal_is_learned_from_a_face_and_not_from_an_empty_chair(senses, looking):
    """Six seconds of whoever sits there, and then it stays."""
    looking.open()
    senses.told = [SenseFound(Way.FACE), *(read(n / 10, faces=0) for n in range(90))]
    assert looking.at(9.0).learnt == 0.0

    senses.told = [read(9.0 + n / 10) for n in range(31)]
    assert looking.at(12.0).learnt == pytest.approx(3.1 / LEARNT)
    assert Calibrate(on=False) not in senses.orders[2:]

    senses.told = [read(12.1 + n / 10) for n in range(40)]
    assert looking.at(16.0).learnt is None
    assert senses.orders[-1] == Calibrate(on=False)

    looking.learn()
    assert looking.at(16.1).learnt == 0.0


def test_a_camera_that_goes_and_comes_back_is_told_both_ways(senses, looking):
    """And no meter stands still at what was read before it went."""
    looking.open()
    senses.told = [SenseFound(Way.FACE), read(1.0)]
    looking.at(1.0)
    senses.told = [SenseLost(Way.FACE, SILENT.says)]
    gone = looking.at(3.0)
    senses.told = [SenseFound(Way.FACE), read(5.0)]
    back = looking.at(5.0)
    later = looking.at(5.0 + BACK)

    assert (gone.eye, gone.mood, gone.learnt, gone.rate) == (Eye.SILENT, None, None, 0.0)
    assert back.eye is Eye.BACK
    assert back.mood is not None
    assert later.eye is Eye.SEEING


def test_closing_shuts_the_camera(senses, looking):
    """However it ends."""
    looking.open()
    looking.close()

    assert senses.orders[-2:] == [CloseEyes(), "closed"]


@pytest.mark.parametrize("loss", Loss)
def test_every_manner_of_loss_is_told_in_every_language(senses, looking, loss):
    """The senses' sentences are for the log; the window has its own."""
    looking.open()
    senses.told = [SenseLost(Way.FACE, "whatever it says", loss)]
    seen = looking.at(1.0)

    assert seen.eye is STANDS[loss]
    for code in CATALOGUES:
        assert Tongue(code).knows(f"mirror.eye.{seen.eye.value}")


def test_a_recording_that_has_ended_is_not_asked_about_its_plug(senses, looking):
    """Nobody has to plug a file in."""
    looking.open()
    senses.told = [SenseLost(Way.FACE, "The recording 'face.mp4' has ended.", Loss.ENDED)]

    assert looking.at(1.0).eye is Eye.ENDED


@pytest.mark.parametrize(
    ("handle", "eye"),
    [
        (FakeHandle(opened=False), Eye.REFUSED),
        (FakeHandle(pictures=0), Eye.SILENT),
        (FakeHandle(frozen=True), Eye.FROZEN),
        (FakeHandle(raises=True), Eye.SILENT),
    ],
)
def test_what_a_real_device_says_of_itself_is_understood(handle, eye):
    """By its manner, not its words; where nobody answers for a moment, it goes on to say why."""
    beats = iter(range(10**9))
    camera = Device(0, opening=lambda *_: handle, clock=lambda: next(beats) * 0.05)
    try:
        wait_until(lambda: STANDS[(camera.trouble or NO_CAMERA).loss] is eye)
    finally:
        camera.close()


def test_the_networks_are_named():
    """Whoever reports a fault says what read them."""
    assert any("expression" in name for name in models_in(SensesSettings()))
