"""Whatever the eyes are told of cameras holds for every fitting."""

from itertools import count

import numpy as np
import pytest

from engine.senses.camera.camera import NoCamera, Recording, Stills, Trouble
from engine.senses.camera.device import Device
from engine.senses.camera.faulty import Faults, FaultyCamera
from engine.story.units import Seconds
from tests.senses.camera.test_camera import stills_in
from tests.senses.devices import FakeHandle
from tests.waiting import wait_until


def device(_tape, _folder):
    return Device(0, opening=lambda _index, _attempt: FakeHandle())


def recording(tape, _folder):
    return Recording(tape(("smile", 4.0)))


def stills(_tape, folder):
    return Stills(stills_in(folder, 12))


def faulty(tape, folder):
    return FaultyCamera(recording(tape, folder), Faults())


def nothing(_tape, _folder):
    return NoCamera()


SEEING = [device, recording, stills, faulty]


@pytest.fixture(params=[*SEEING, nothing], ids=lambda maker: maker.__name__)
def camera(request, tape, tmp_path):
    made = request.param(tape, tmp_path)
    yield made
    made.close()


@pytest.fixture(params=SEEING, ids=lambda maker: maker.__name__)
def seeing(request, tape, tmp_path):
    made = request.param(tape, tmp_path)
    yield made
    made.close()


def first_picture(camera):
    clock = (Seconds(number * 0.1) for number in count())
    seen = []
    wait_until(lambda: seen.append(camera.grab(next(clock))) or seen[-1] is not None)
    return seen[-1]


def test_a_camera_may_be_asked_at_any_time(camera):
    """Also when it has nothing; it never waits and never raises."""
    for number in range(50):
        camera.grab(Seconds(number * 0.01))

    assert camera.trouble is None or isinstance(camera.trouble, Trouble)


def test_a_closed_camera_gives_nothing(camera):
    """Consent withdrawn is withdrawn at once."""
    camera.grab(Seconds(0.0))
    camera.close()

    assert camera.grab(Seconds(0.2)) is None
    assert not camera.is_open


def test_a_camera_may_be_closed_twice(camera):
    """The viewer says no, and then the house shuts down."""
    camera.close()
    camera.close()

    assert not camera.is_open


def test_a_picture_is_a_picture(seeing):
    """Height by width by blue, green and red."""
    picture = first_picture(seeing)

    assert picture.ndim == 3
    assert picture.shape[2] == 3
    assert picture.dtype == np.uint8


def test_an_open_camera_says_so(seeing):
    """The mark on the screen shows exactly this."""
    first_picture(seeing)

    assert seeing.is_open
