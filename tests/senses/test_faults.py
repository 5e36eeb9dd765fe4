"""
Cameras that fail in every way and order, and are noticed, and come back.

Python's side is rehearsed whole: a driver that says no, gives nothing, gives the same picture,
raises, or does not answer. A real driver's own ways are not: this project's machines have no
camera, and the question macOS asks before it lends one was never seen by a test.
"""

import threading
from enum import Enum
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from engine.messages.facts import MoodRead, SenseFound, SenseLost
from engine.senses.camera.device import HANGS, PAUSES, Device
from engine.senses.faces.baseline import published
from engine.senses.faces.expressions import Sight
from engine.senses.faces.eyes import Eyes, EyesSettings
from engine.senses.senses import models_folder
from engine.story.units import Seconds
from tests.senses.devices import FakeClock
from tests.senses.viewers import Ear
from tests.waiting import wait_until

LOOK = 0.1
NOTICED = 2.0
"""Seconds of the show's clock in which a dead camera must be told of."""
STEPS = published(models_folder() / "steps.json")


class Fault(Enum):
    """What a camera does instead of giving a new picture."""

    NOTHING = "gives nothing"
    STALE = "gives the same picture"
    RAISES = "raises"
    REFUSES = "cannot be opened"
    BLOCKS = "does not answer"


class Plagued:
    """A camera with whatever fault it has at the moment."""

    is_open = True
    trouble = None

    def __init__(self):
        self.fault = None
        self._chance = np.random.default_rng(4)
        self._last = None

    def grab(self, now):
        if self.fault is Fault.RAISES:
            raise OSError("the driver fell over")
        if self.fault in {Fault.NOTHING, Fault.REFUSES, Fault.BLOCKS}:
            return None
        if self.fault is Fault.STALE:
            return self._last
        self._last = self._chance.integers(0, 255, (24, 32, 3), dtype=np.uint8)
        return self._last

    def close(self):
        self.is_open = False


class Wall:
    """A reader that sees a wall."""

    def read(self, picture, at=None):
        return Sight(())


class EyesAndTheirCamera(RuleBasedStateMachine):
    """Any faults in any order; the film asks ten times a second and nothing ever raises."""

    def __init__(self):
        super().__init__()
        self.camera, self.ear, self.looks = Plagued(), Ear(), 0
        self.eyes = Eyes(self.camera, Wall(), STEPS, self.ear, EyesSettings())
        self.since = 0
        """The look at which the camera last became ill or well."""

    @rule(fault=st.sampled_from(Fault))
    def falls_ill(self, fault):
        if self.camera.fault is None:
            self.since = self.looks
        self.camera.fault = fault

    @precondition(lambda self: self.camera.fault is not None)
    @rule()
    def gets_well(self):
        self.camera.fault, self.since = None, self.looks

    @rule(looks=st.integers(1, 30))
    def looks_on(self, looks):
        for _ in range(looks):
            self.eyes.look(Seconds(self.looks * LOOK))
            self.looks += 1

    @invariant()
    def what_lasts_is_told(self):
        lasted = (self.looks - 1 - self.since) * LOOK
        if lasted <= NOTICED:
            return
        told = SenseFound if self.camera.fault is None else SenseLost
        assert isinstance(self.turns[-1], told)

    @invariant()
    def found_and_lost_take_turns(self):
        kinds = [type(fact) for fact in self.turns]
        assert all(one is not other for one, other in pairwise(kinds))

    @invariant()
    def no_mood_is_told_of_a_lost_camera(self):
        seeing = False
        for fact in self.ear.heard:
            if isinstance(fact, MoodRead):
                assert seeing
            else:
                seeing = isinstance(fact, SenseFound)

    @property
    def turns(self):
        return [fact for fact in self.ear.heard if not isinstance(fact, MoodRead)]


EyesAndTheirCamera.TestCase.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None
)
TestEyesAndTheirCamera = EyesAndTheirCamera.TestCase


class Driver:
    """A device whose driver does what the world's fault says, at every opening and read."""

    def __init__(self):
        self.fault = None
        self.opened = self.released = 0
        self._changed = threading.Event()
        self._chance = np.random.default_rng(5)

    def turns(self, fault):
        self.fault = fault
        self._changed.set()
        self._changed = threading.Event()

    def opening(self, _index, _attempt):
        if self.fault is Fault.RAISES:
            raise OSError("no permission")
        self.opened += 1
        return self

    def isOpened(self):  # noqa: N802 -- OpenCV's own word
        return self.fault is not Fault.REFUSES

    def read(self):
        while self.fault is Fault.BLOCKS:
            self._changed.wait(5.0)
        if self.fault is Fault.RAISES:
            raise OSError("the driver fell over")
        if self.fault in {Fault.NOTHING, Fault.REFUSES}:
            return False, None
        shade = 90 if self.fault is Fault.STALE else self._chance.integers(0, 255)
        return True, np.full((24, 32, 3), shade, np.uint8)

    def release(self):
        self.released += 1


def turn(clock, camera, seconds):
    """Let the film's time go on, asking ten times a second; the last picture that came."""
    pause, came = threading.Event(), None
    for _ in range(round(seconds / LOOK)):
        clock.now += LOOK
        pause.wait(0.002)
        came = camera.grab(Seconds(clock.now))
    return came


@settings(max_examples=12, deadline=None)  # threads wait for each other in it
@given(st.lists(st.tuples(st.sampled_from(Fault), st.sampled_from([0.5, 2.0, 5.0])), max_size=4))
def test_a_device_comes_back_after_whatever_happened_to_it(faults):
    """After 1, 2, 4 .. 10 s; every handle but the one in use is given back."""
    driver, clock = Driver(), FakeClock()
    camera = Device(0, opening=driver.opening, clock=clock)
    for fault, seconds in faults:
        driver.turns(fault)
        turn(clock, camera, seconds)
    driver.turns(None)
    for _ in range(200):
        if turn(clock, camera, LOOK) is not None:
            break
    else:
        pytest.fail("it never came back")
    camera.close()

    wait_until(lambda: driver.released >= driver.opened)
    assert not camera.is_open


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_of_a_device_is_told_in_one_sentence(fault):
    """What is wrong, for people; and the film is asked for no patience."""
    driver, clock = Driver(), FakeClock()
    camera = Device(0, opening=driver.opening, clock=clock)
    wait_until(lambda: turn(clock, camera, LOOK) is not None)
    driver.turns(fault)
    told = []

    wait_until(lambda: told.append(turn(clock, camera, LOOK)) or camera.trouble is not None)

    assert camera.trouble.says.startswith(("Camera 0 ", "There is no"))
    assert camera.trouble.says.endswith((".", "?"))
    driver.turns(None)
    camera.close()


def test_tries_and_threads_are_few_however_long_a_device_is_away():
    """Ten minutes of a camera that hangs in every read."""
    driver, clock = Driver(), FakeClock()
    before = threading.active_count()
    camera = Device(0, opening=driver.opening, clock=clock)
    driver.turns(Fault.BLOCKS)
    for _ in range(60):
        turn(clock, camera, LOOK)
        clock.now += max(HANGS, PAUSES[-1]) + LOOK

    assert threading.active_count() - before <= 4
    driver.turns(None)
    wait_until(lambda: turn(clock, camera, LOOK) is not None)
    camera.close()
    wait_until(lambda: threading.active_count() <= before)
