"""The part that obeys and tells, inline and on its own threads."""

import threading
from dataclasses import dataclass, field

import pytest

from engine.messages.facts import Loss, MoodRead, SenseFound, SenseLost, WordsRead
from engine.messages.orders import (
    Calibrate,
    CloseEyes,
    Freeze,
    Listen,
    OpenEyes,
    Phrases,
    Unlisten,
)
from engine.senses.camera.camera import NoCamera
from engine.senses.camera.device import open_camera
from engine.senses.scripted import ScriptedEyes
from engine.senses.senses import Senses, SensesSettings
from engine.story.model import Reading, Way
from engine.story.units import OptionId, Seconds
from tests.senses.faces.test_eyes import Noise
from tests.waiting import wait_until

LAMP = Listen((Phrases(OptionId("comfort"), "Comfort him", ("it was not your fault",)),), True)


@dataclass
class Shop:
    """Hands out cameras and counts them."""

    opened: list = field(default_factory=list)

    def __call__(self, spec):
        camera = Noise()
        camera.closed = False
        camera.close = lambda: setattr(camera, "closed", True)
        self.opened.append((spec, camera))
        return camera


def scripted(_camera, tell):
    return ScriptedEyes([(0.0, "smile")], tell)


@pytest.fixture
def shop():
    return Shop()


@pytest.fixture
def senses(shop):
    made = Senses(SensesSettings(), "0", cameras=shop, opening=scripted)
    yield made
    made.close()


@pytest.fixture
def living(shop):
    made = Senses(
        SensesSettings(), "0", clock=lambda: Seconds(1.0), cameras=shop, opening=scripted
    )
    yield made
    made.close()


def test_no_camera_is_opened_without_the_order(senses, shop):
    """Consent is a precondition of opening the device."""
    for order in (Calibrate(on=True), LAMP, Unlisten(), CloseEyes(), Freeze()):
        senses.obey(order)
    senses.look(Seconds(0.0))

    assert shop.opened == []
    assert not senses.camera_open


def test_the_camera_is_open_from_the_order_to_its_end(senses, shop):
    """The mark on the screen shows exactly this."""
    senses.obey(OpenEyes())
    assert senses.camera_open

    senses.obey(CloseEyes())

    assert not senses.camera_open
    assert [camera.closed for _, camera in shop.opened] == [True]


def test_two_orders_to_open_open_once(senses, shop):
    """A film may ask again."""
    senses.obey(OpenEyes())
    senses.obey(OpenEyes())

    assert len(shop.opened) == 1


def test_what_is_seen_is_told_once(senses):
    """Found first, the newest mood last."""
    senses.obey(OpenEyes())
    senses.look(Seconds(0.0))
    senses.look(Seconds(0.1))

    found, mood = senses.facts()

    assert found == SenseFound(Way.FACE)
    assert isinstance(mood, MoodRead)
    assert mood.at == 0.1
    assert senses.facts() == ()


def test_nothing_is_told_after_closing(senses):
    """Not even what was seen a moment before."""
    senses.obey(OpenEyes())
    senses.look(Seconds(0.0))
    senses.facts()
    senses.look(Seconds(0.1))
    senses.obey(CloseEyes())
    senses.look(Seconds(0.2))

    assert senses.facts() == ()


def test_words_are_read_only_while_they_are_awaited(senses):
    """What is typed at other times is gone."""
    senses.say("it was not your fault")
    senses.obey(LAMP)
    senses.say("it was not your fault")
    senses.obey(Unlisten())
    senses.say("it was not your fault")

    (read,) = senses.facts()

    assert isinstance(read, WordsRead)
    assert read.option == "comfort"


def test_no_camera_is_told_at_once():
    """`--camera none`: the director knows at once that face is no way."""
    senses = Senses(SensesSettings(), "none")
    senses.obey(OpenEyes())

    (lost,) = senses.facts()

    says = "No camera is used; the film goes on without it."
    assert lost == SenseLost(Way.FACE, says, Loss.UNUSED)
    assert not senses.camera_open


def test_a_wrong_camera_word_is_told_with_its_cure():
    """In the camera's own sentence."""
    senses = Senses(SensesSettings(), "nowhere.mp4")
    senses.obey(OpenEyes())

    assert "give a number, a video file or none" in senses.facts()[0].says


def test_missing_models_are_one_sentence(tmp_path, shop):
    """The film goes on without eyes."""
    senses = Senses(SensesSettings(models=tmp_path), "0", cameras=shop)
    senses.obey(OpenEyes())
    senses.look(Seconds(0.0))
    senses.look(Seconds(0.1))

    (lost,) = senses.facts()

    assert lost.way is Way.FACE
    assert lost.says.startswith("The face models cannot be opened")


def test_a_tape_smiles_through_the_whole_part(tape):
    """From `--camera FILE` to a mood, calibrated by order."""
    senses = Senses(SensesSettings(), str(tape(("neutral", 5.0), ("smile", 2.0))))
    senses.obey(OpenEyes())
    senses.obey(Calibrate(on=True))
    for look in range(66):
        if look == 45:
            senses.obey(Calibrate(on=False))
        senses.look(Seconds(look / 10))
    *_, mood = senses.facts()
    senses.close()

    assert mood.calibrated
    assert mood.readings[Reading.SMILE] > 0.8


def test_alive_it_looks_by_itself(living):
    """On a thread of its own, on the show's clock."""
    living.obey(OpenEyes())
    heard = []
    wait_until(lambda: heard.extend(living.facts()) or len(heard) >= 3)

    assert isinstance(heard[0], SenseFound)
    assert heard[-1].at == 1.0


def test_alive_it_reads_words_by_itself(living):
    """VADER's first word takes 60 ms; the picture does not wait for it."""
    living.obey(LAMP)
    living.say("it was not your fault")
    heard = []

    wait_until(lambda: heard.extend(living.facts()) or heard)

    assert heard[0].option == "comfort"


def test_closing_ends_its_threads(living):
    """Nothing looks on after the film."""
    before = {thread.name for thread in threading.enumerate()}
    living.obey(OpenEyes())
    living.obey(LAMP)
    living.close()

    assert {thread.name for thread in threading.enumerate()} <= before


def test_eyes_that_die_shut_the_camera(shop, caplog):
    """A lens nobody looks through must not stay open."""

    class Falling:
        def look(self, now):
            raise ZeroDivisionError

        def calibrate(self, on):
            pass

    senses = Senses(
        SensesSettings(),
        "0",
        clock=lambda: Seconds(0.0),
        cameras=shop,
        opening=lambda _camera, _tell: Falling(),
    )
    senses.obey(OpenEyes())
    heard = []
    wait_until(lambda: heard.extend(senses.facts()) or heard)
    senses.facts()

    says = "The eyes stopped working (ZeroDivisionError)."
    assert heard == [SenseLost(Way.FACE, says, Loss.BLIND)]
    assert not senses.camera_open
    assert "eyes died" in caplog.text


def test_the_usual_cameras_are_those_of_the_command_line():
    """`open_camera` unless a test says otherwise."""
    assert isinstance(open_camera("none"), NoCamera)
