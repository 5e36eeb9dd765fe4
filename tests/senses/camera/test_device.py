"""The thread that reads a real camera, with a device made of lists."""

import sys
import threading

import pytest

from engine.senses.camera.capture import backends, open_device
from engine.senses.camera.device import HANGS, HUNG, OPENS, Device, open_camera
from engine.story.units import Seconds
from tests.senses.devices import FakeClock, FakeHandle
from tests.waiting import wait_until

NOW = Seconds(0.0)
QUICK = (0.01, 0.02)


@pytest.fixture
def opened():
    """Opens devices from a list of handles, and shuts what it opened."""
    made = []

    def opening(*handles, **how):
        waiting = list(handles)
        camera = Device(
            0, opening=lambda _index, _attempt: waiting.pop(0) if waiting else handles[-1], **how
        )
        made.append(camera)
        return camera

    yield opening
    for camera in made:
        camera.close()


def test_only_the_newest_picture_is_kept(opened):
    """A late film must see the viewer as he is, not as he was."""
    handle = FakeHandle()
    camera = opened(handle)
    wait_until(lambda: handle.given > 20)

    assert camera.grab(NOW) is not None


def test_no_camera_is_one_sentence_and_tried_again(opened):
    """The viewer plugs it in during the titles."""
    camera = opened(FakeHandle(opened=False), FakeHandle(), pauses=QUICK)

    wait_until(lambda: camera.grab(NOW) is not None)

    assert camera.is_open
    assert camera.trouble is None


def test_a_missing_camera_says_what_to_look_for(opened):
    """What is wrong, and for whom."""
    camera = opened(FakeHandle(opened=False))

    wait_until(lambda: camera.trouble is not None)

    assert camera.trouble.says == "There is no camera 0, or another program holds it."
    assert not camera.is_open


def test_an_unplugged_camera_is_let_go_of_and_opened_anew(opened):
    """`isOpened` stays true after an unplug: only the age of the last picture tells."""
    clock = FakeClock()
    first, second = FakeHandle(pictures=3), FakeHandle()
    camera = opened(first, second, clock=clock, pauses=QUICK)
    wait_until(lambda: first.given == 3)

    clock.now = 1.6
    wait_until(lambda: first.released)
    clock.now = 1.7
    wait_until(lambda: second.given > 0)

    assert camera.is_open


def test_a_driver_that_repeats_its_last_picture_is_found_out(opened):
    """Some Windows drivers do so for ever after an unplug."""
    clock = FakeClock()
    frozen = FakeHandle(frozen=True)
    camera = opened(frozen, FakeHandle(opened=False), clock=clock)
    wait_until(lambda: frozen.given > 1)

    clock.now = 2.1
    wait_until(lambda: frozen.released)

    assert camera.trouble.says == "Camera 0 shows the same picture again and again."


def test_a_driver_that_falls_over_is_no_reason_to_stop(opened):
    """The thread lives on and tries again."""
    clock = FakeClock()
    broken, whole = FakeHandle(raises=True), FakeHandle()
    camera = opened(broken, whole, clock=clock, pauses=QUICK)
    wait_until(lambda: camera.is_open)

    clock.now = 1.6
    wait_until(lambda: broken.released)
    clock.now = 1.7
    wait_until(lambda: whole.given > 0)


def test_an_opening_that_raises_is_one_sentence():
    """A driver may fall over at the door."""

    def opening(_index, _attempt):
        raise OSError("no permission")

    camera = Device(3, opening=opening)
    wait_until(lambda: camera.trouble is not None)
    camera.close()

    assert not camera.is_open


def test_tries_come_ever_more_rarely(opened):
    """1, 2, 4 .. 10 s: a kiosk without a camera runs for months."""
    clock = FakeClock()
    tries = []
    camera = Device(
        0,
        opening=lambda _index, attempt: tries.append(attempt) or FakeHandle(opened=False),
        clock=clock,
    )
    for wait in (1.0, 2.0, 4.0, 8.0, 10.0, 10.0):
        wait_until(lambda: camera.trouble is not None)
        before = len(tries)
        clock.now += wait - 0.01
        threading.Event().wait(0.06)
        assert len(tries) == before
        clock.now += 0.02
        wait_until(lambda before=before: len(tries) == before + 1)
    camera.close()


def test_closing_lets_go_of_the_device(opened):
    """The camera's own light goes out."""
    handle = FakeHandle()
    camera = opened(handle)
    wait_until(lambda: handle.given > 0)

    camera.close()

    assert handle.released
    assert not camera.is_open


def test_a_hanging_driver_does_not_hang_the_film(opened):
    """It is let go of as soon as the driver answers."""
    gate = threading.Event()
    handle = FakeHandle(gate=gate)
    camera = opened(handle)
    wait_until(lambda: camera.is_open)

    camera.close()
    assert not handle.released
    gate.set()

    wait_until(lambda: handle.released)


def test_a_thread_that_hangs_in_its_driver_is_replaced(opened):
    """A read cannot be cut short: the looker stays behind, and another looks."""
    clock, gate = FakeClock(), threading.Event()
    hanging, whole = FakeHandle(gate=gate), FakeHandle()
    camera = opened(hanging, whole, clock=clock)
    wait_until(lambda: camera.is_open)

    clock.now = HANGS + 0.1
    wait_until(lambda: camera.grab(NOW) is not None)
    gate.set()

    wait_until(lambda: hanging.released)
    assert camera.is_open
    assert camera.trouble is None


def test_a_camera_that_hangs_again_and_again_does_not_fill_the_house_with_threads(opened):
    """A kiosk runs for months: no more than three wait in a driver."""
    clock, gate = FakeClock(), threading.Event()
    handles = [FakeHandle(gate=gate) for _ in range(10)]
    camera = opened(*handles, clock=clock)
    before = threading.active_count()
    for _ in range(10):
        threading.Event().wait(0.05)
        clock.now += HANGS + 0.1
        assert camera.grab(NOW) is None

    assert threading.active_count() - before <= HUNG
    assert camera.trouble.says == "Camera 0 does not answer; unplug it and plug it in again."
    gate.set()
    wait_until(lambda: camera.grab(NOW) is not None)


def test_a_camera_that_opens_slowly_is_waited_for():
    """Some Windows drivers need 20 s; a second opening would only be in their way."""
    clock, gate, tries = FakeClock(), threading.Event(), []

    def opening(_index, attempt):
        tries.append(attempt)
        gate.wait(5.0)
        return FakeHandle()

    camera = Device(0, opening=opening, clock=clock)
    wait_until(lambda: tries)
    clock.now = OPENS - 1.0
    camera.grab(NOW)
    gate.set()
    wait_until(lambda: camera.is_open)
    camera.close()

    assert tries == [0]


def test_each_platform_has_its_way_to_a_camera():
    """Asking for any way prints other libraries' complaints on the terminal."""
    assert backends("linux") == ("CAP_V4L2",)
    assert backends("win32")[0] == "CAP_DSHOW"
    assert backends("darwin") == ("CAP_AVFOUNDATION",)


@pytest.mark.skipif(sys.platform != "linux", reason="only V4L2 says no at once")
def test_a_machine_without_a_camera_says_no_at_once():
    """The real library, and no device of that number."""
    handle = open_device(99)

    assert not handle.isOpened()
    handle.release()


def test_any_camera_word_gives_a_camera(tmp_path, tape):
    """Also a wrong one: its trouble is told by the camera."""
    assert open_camera("none").trouble is None
    assert "There is no camera" in open_camera("nowhere.mov").trouble.says
    assert open_camera(str(tape(("smile", 4.0)))).is_open
    assert not open_camera(str(tmp_path)).is_open
