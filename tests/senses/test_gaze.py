"""One opening of the eyes, on its own thread, with whoever looks hanging and coming back."""

import threading
import weakref

import pytest

from engine.messages.facts import Loss, MoodRead, SenseFound, SenseLost
from engine.senses.gaze import ABSENT, HANGS, WAKES, Gaze
from engine.senses.scripted import mood
from engine.story.units import Seconds
from tests.senses.devices import FakeClock
from tests.waiting import wait_until


class Lens:
    """A camera that is only open or closed."""

    trouble = None
    is_open = True

    def grab(self, now):
        return None

    def close(self):
        self.is_open = False


class Looker:
    """Tells a mood at each look; hangs in its look while the gate is shut."""

    def __init__(self, tell):
        self.tell = tell
        self.gate = threading.Event()
        self.gate.set()
        self.looks = 0

    def look(self, now):
        self.gate.wait(5.0)
        self.looks += 1
        self.tell(mood({}, now))

    def calibrate(self, on):
        pass


@pytest.fixture
def opened():
    """A gaze with its looker, its lens and its clock."""
    clock, lens, lookers = FakeClock(), Lens(), []

    def opening(_camera, tell):
        lookers.append(Looker(tell))
        return lookers[0]

    gaze = Gaze(lens, opening, clock, 0.001)
    wait_until(lambda: lookers and lookers[0].looks > 2)
    gaze.facts()
    yield gaze, lookers[0], lens, clock
    lookers[0].gate.set()
    gaze.shut()


def heard_until(gaze, kind):
    heard = []
    wait_until(lambda: heard.extend(gaze.facts()) or any(isinstance(one, kind) for one in heard))
    return heard


def hang(looker):
    looker.gate.clear()
    before = looker.looks
    threading.Event().wait(0.02)
    assert looker.looks - before <= 1


def test_a_look_that_hangs_is_told_within_two_seconds_of_the_film(opened):
    """By the show, which goes on ticking: whoever hangs cannot tell it."""
    gaze, looker, _, clock = opened
    hang(looker)
    gaze.facts()
    clock.now += ABSENT + 0.1

    (lost,) = [fact for fact in gaze.facts() if isinstance(fact, SenseLost)]

    assert (lost.says, lost.loss) == (HANGS, Loss.BLIND)
    assert ABSENT + 0.1 <= 2.0
    assert gaze.facts() == ()


def test_a_look_that_comes_back_is_told_too(opened):
    """Found again, and then its mood."""
    gaze, looker, _, clock = opened
    hang(looker)
    clock.now += ABSENT + 0.1
    gaze.facts()
    looker.gate.set()

    heard = heard_until(gaze, SenseFound)

    assert isinstance(heard[-1], MoodRead)
    assert not any(isinstance(fact, SenseLost) for fact in heard)


def test_while_the_film_stands_still_nobody_hangs(opened):
    """The show's clock stands in a pause."""
    gaze, looker, _, _ = opened
    hang(looker)

    assert not any(isinstance(fact, SenseLost) for fact in gaze.facts())


def test_the_first_look_may_take_its_time():
    """Models are opened in it; on a slow machine that takes seconds."""
    clock, gate = FakeClock(), threading.Event()

    def opening(_camera, tell):
        gate.wait(5.0)
        return Looker(tell)

    gaze = Gaze(Lens(), opening, clock, 0.001)
    clock.now = WAKES - 0.1
    assert gaze.facts() == ()
    clock.now = WAKES + 0.1
    assert [type(fact) for fact in gaze.facts()] == [SenseLost]
    gate.set()
    gaze.shut()


def test_a_gaze_that_is_shut_while_its_look_hangs_lets_go_as_soon_as_it_can(opened):
    """No thread but the looker's own may close what it reads; the film does not wait for it."""
    gaze, looker, lens, _ = opened
    hang(looker)
    gaze.shut()

    assert not gaze.is_open
    assert lens.is_open
    looker.gate.set()
    wait_until(lambda: not lens.is_open)
    assert gaze.facts() == ()


def test_what_is_told_after_it_was_shut_is_heard_by_nobody(opened):
    """Not even of the look that was under way."""
    gaze, looker, _, _ = opened
    hang(looker)
    gaze.facts()
    gaze.shut()
    looker.gate.set()
    looker.tell(mood({}, Seconds(9.0)))

    assert gaze.facts() == ()


def test_what_was_seen_is_gone_with_the_gaze(uncollected):
    """Eyes keep faces in mind, and models in memory; neither waits for Python's collector."""
    lookers = []

    def opening(_camera, tell):
        lookers.append(Looker(tell))
        return lookers[0]

    gaze = Gaze(Lens(), opening, FakeClock(), 0.001)
    wait_until(lambda: lookers and lookers[0].looks > 2)
    gaze.shut()
    held = [weakref.ref(gaze), weakref.ref(lookers.pop())]
    del gaze

    assert [each() for each in held] == [None, None]
