"""The eyes, with cameras that break on purpose and a model made of lists."""

import gc
import weakref

import numpy as np
import pytest

from engine.messages.facts import Loss, MoodRead, SenseFound, SenseLost
from engine.senses.camera.camera import NoCamera, Recording
from engine.senses.camera.faulty import Faults, FaultyCamera
from engine.senses.faces.expressions import Sight
from engine.senses.faces.eyes import Eyes, EyesSettings, Waking
from engine.story.model import Way
from engine.story.units import Seconds
from tests.senses.viewers import Ear, watch


class Wall:
    """A reader that sees a wall."""

    def read(self, picture, at=None):
        return Sight(())


class Noise:
    """A camera that never ends; each picture is new."""

    is_open = True
    trouble = None

    def __init__(self):
        self._chance = np.random.default_rng(2)

    def grab(self, now):
        return self._chance.integers(0, 255, (48, 64, 3), dtype=np.uint8)

    def close(self):
        pass


def story_of(camera, steps, seconds):
    return watch(camera, Wall(), steps, seconds).heard


def turns(heard):
    return [type(fact) for fact in heard if not isinstance(fact, MoodRead)]


def test_a_living_camera_is_told_once(steps):
    """Found, and then moods."""
    heard = story_of(Noise(), steps, 3.0)

    assert turns(heard) == [SenseFound]
    assert len(heard) == 31


def test_a_camera_that_dies_is_told_within_two_seconds(steps):
    """The director must fall back to the next way in time."""
    ear = Ear()
    eyes = Eyes(FaultyCamera(Noise(), Faults(dies_after=5)), Wall(), steps, ear, EyesSettings())
    looks = 0
    while not ear.of(SenseLost):
        eyes.look(Seconds(looks / 10))
        looks += 1

    assert looks / 10 - 0.5 <= 2.0
    assert ear.of(SenseLost)[0] == SenseLost(Way.FACE, "The camera died.")


def test_a_camera_that_returns_is_found_again(steps):
    """The eyes go on trying."""
    camera = FaultyCamera(Noise(), Faults(dies_after=5, returns_after=30))

    assert turns(story_of(camera, steps, 6.0)) == [SenseFound, SenseLost, SenseFound]


def test_a_frozen_picture_is_a_dead_camera(steps):
    """Some drivers repeat the last picture for ever."""
    heard = story_of(FaultyCamera(Noise(), Faults(freezes_after=5)), steps, 4.0)

    assert turns(heard) == [SenseFound, SenseLost]
    assert heard[-1].loss is Loss.FROZEN
    assert "same picture" in heard[-1].says


def test_pictures_given_twice_are_no_fault(steps):
    """A camera at 5 a second looked at ten times a second."""
    assert turns(story_of(FaultyCamera(Noise(), Faults(repeats=2)), steps, 5.0)) == [SenseFound]


def test_a_camera_that_raises_is_a_dead_one(steps):
    """The film goes on."""
    heard = story_of(FaultyCamera(Noise(), Faults(raises_after=5)), steps, 3.0)

    assert turns(heard) == [SenseFound, SenseLost]


def test_no_camera_is_told_once(steps):
    """And never found."""
    assert turns(story_of(NoCamera(), steps, 5.0)) == [SenseLost]


def test_every_trouble_is_one_sentence(steps, tmp_path):
    """For people, with an end."""
    broken = tmp_path / "face.mp4"
    broken.write_bytes(b"nothing")
    cameras = [
        FaultyCamera(Noise(), Faults(dies_after=1)),
        FaultyCamera(Noise(), Faults(freezes_after=1)),
        FaultyCamera(Noise(), Faults(raises_after=1)),
        Recording(broken),
        NoCamera(),
    ]
    for camera in cameras:
        (lost,) = [fact for fact in story_of(camera, steps, 5.0) if isinstance(fact, SenseLost)]
        assert lost.says.endswith(".")
        assert "\n" not in lost.says
        assert len(lost.says) < 120


class Remembering(Noise):
    """A camera that can tell whether its pictures still live."""

    def __init__(self):
        super().__init__()
        self.given = []

    def grab(self, now):
        picture = super().grab(now)
        self.given.append(weakref.ref(picture))
        return picture


def test_no_picture_outlives_its_look(steps, reader):
    """Born and dead inside `look`: the first promise of the consent card."""
    camera = Remembering()

    watch(camera, reader, steps, 2.0)
    gc.collect()

    assert len(camera.given) == 20
    assert all(picture() is None for picture in camera.given)


def test_calibration_comes_with_the_next_look(steps):
    """It may be ordered from another thread."""
    ear = Ear()
    eyes = Eyes(Noise(), Wall(), steps, ear, EyesSettings())
    eyes.calibrate(on=True)
    eyes.look(Seconds(0.0))

    assert not ear.moods[-1].calibrated


def test_eyes_wake_at_the_first_look(steps):
    """Models take a moment to load; not on the thread that draws."""
    ear, woken = Ear(), []

    def waking():
        woken.append(True)
        return Eyes(Noise(), Wall(), steps, ear, EyesSettings())

    eyes = Waking(waking, ear)
    eyes.calibrate(on=True)
    assert not woken

    eyes.look(Seconds(0.0))
    eyes.look(Seconds(0.1))

    assert woken == [True]
    assert len(ear.moods) == 2


@pytest.mark.parametrize("problem", [OSError("no such file"), ValueError("not a model")])
def test_eyes_that_cannot_wake_say_so_once(problem):
    """One sentence; the film goes on without them."""
    ear = Ear()

    def waking():
        raise problem

    eyes = Waking(waking, ear)
    for look in range(5):
        eyes.look(Seconds(look / 10))

    assert [lost.says for lost in ear.heard] == [f"The face models cannot be opened ({problem})."]
