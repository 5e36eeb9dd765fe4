"""The camera and the viewer's yes, over evenings in which anything may happen."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.director.phases import Phase
from engine.messages.facts import ConsentAnswered, MaintenanceAsked, ViewersLeft
from engine.senses.scripted import ScriptedEyes
from engine.senses.senses import Senses, SensesSettings
from engine.story.units import Seconds
from tests.director.playing import EVERY_WAY, Playing, began_viewing
from tests.director.test_evenings import FILMS, anything, films, live
from tests.films import HOUSE
from tests.show.dark import hurried, opened, planned
from tests.tapes import write_tape
from tests.waiting import wait_until

UNWATCHED = {Phase.IDLE, Phase.ATTRACT, Phase.CONSENT, Phase.ENDED, Phase.MAINTENANCE}
"""Phases in which no film plays, or none that may look."""


class Lens:
    """A camera that is open until it is closed."""

    trouble = None

    def __init__(self):
        self.is_open = True

    def grab(self, now):
        return None

    def close(self):
        self.is_open = False


class Falling:
    """Eyes that die of what they see."""

    def look(self, now):
        raise ZeroDivisionError

    def calibrate(self, on):
        pass


class Watched(Playing):
    """An evening with real senses beside it, whose cameras are counted."""

    def __init__(self, film, *, opening=None, clocked=False, **began):
        self.lenses = []
        self.yes = False
        """Whether the viewer of this viewing has said yes, and not taken it back."""
        self.senses = Senses(
            SensesSettings(), "0", cameras=self._open,
            clock=(lambda: Seconds(self.stage.now)) if clocked else None,
            opening=opening or (lambda _camera, tell: ScriptedEyes([(0.0, "smile")], tell)),
        )  # fmt: skip
        super().__init__(film, **began)

    def hear(self, fact):
        asked = self.director.phase is Phase.CONSENT
        if isinstance(fact, ConsentAnswered):
            self.yes = fact.yes and (asked or self.yes)
        orders = super().hear(fact)
        if self.director.phase in {Phase.IDLE, Phase.ATTRACT, Phase.MAINTENANCE}:
            self.yes = False
        for order in orders:
            self.senses.obey(order)
        return orders

    def tick(self):
        given = super().tick()
        self.senses.look(Seconds(self.stage.now))
        for fact in self.senses.facts():
            given += self.hear(fact)
        return given

    @property
    def open_lenses(self):
        return [lens for lens in self.lenses if lens.is_open]

    def _open(self, _spec):
        assert self.yes, "a camera was opened without a yes"
        self.lenses.append(Lens())
        return self.lenses[-1]


@settings(max_examples=80, deadline=None)  # two cores are shared with the film
@given(films, st.lists(anything, max_size=30))
def test_no_camera_is_open_without_the_yes_of_this_very_viewing(name, steps):
    """Whatever happens in whatever order: opened by a yes, shut with whatever ends it."""
    playing = Watched(FILMS[name], offers=EVERY_WAY)
    for step in steps:
        live(playing, [step])
        opened = playing.open_lenses
        assert len(opened) <= 1
        assert not opened or (playing.yes and playing.director.phase not in UNWATCHED)
        assert playing.senses.camera_open == bool(opened)
    playing.senses.close()

    assert playing.open_lenses == []


@settings(max_examples=40, deadline=None)  # two cores are shared with the film
@given(films, st.lists(anything, max_size=12), st.lists(anything, max_size=12))
def test_a_yes_taken_back_shuts_the_camera_whatever_came_before_and_comes_after(
    name, before, after
):
    """Until another viewing asks anew."""
    playing = Watched(FILMS[name], offers=EVERY_WAY)
    live(playing, [ConsentAnswered(yes=True), *before])
    playing.hear(ConsentAnswered(yes=False))
    shut = len(playing.lenses)

    assert playing.open_lenses == []
    for step in after:
        live(playing, [step])
        fresh = playing.director.phase is Phase.CONSENT or len(playing.lenses) > shut
        assert fresh or playing.open_lenses == []


@pytest.fixture
def watched_house():
    playing = Watched(HOUSE, offers=EVERY_WAY)
    playing.hear(ConsentAnswered(yes=True))
    playing.roll(3.0)
    assert playing.senses.camera_open
    return playing


def test_the_camera_shuts_with_the_end_card(watched_house):
    """Not when somebody has read it."""
    watched_house.to_the_end()

    assert not watched_house.senses.camera_open
    assert watched_house.open_lenses == []


@pytest.mark.parametrize("fact", [MaintenanceAsked(), ViewersLeft()], ids=["works", "left"])
def test_the_camera_shuts_when_nobody_watches_any_more(watched_house, fact):
    """The operator at work, and an empty room."""
    watched_house.hear(fact)

    assert watched_house.open_lenses == []


def test_the_next_visitor_is_asked_before_the_camera_opens_again(watched_house):
    """A yes is of one viewing."""
    watched_house.hear(ViewersLeft())
    watched_house.hear(began_viewing(kiosk=True, offers=EVERY_WAY))

    assert watched_house.open_lenses == []
    watched_house.hear(ConsentAnswered(yes=True))
    assert len(watched_house.open_lenses) == 1


def test_eyes_that_die_leave_no_camera_open(caplog):
    """They fall over on their own thread; the film goes on to its end without them."""
    playing = Watched(HOUSE, opening=lambda *_: Falling(), clocked=True, offers=EVERY_WAY)
    playing.hear(ConsentAnswered(yes=True))
    wait_until(lambda: playing.tick() and not playing.senses.camera_open)

    assert playing.open_lenses == []
    assert "eyes died" in caplog.text
    assert playing.to_the_end().ending == "Cold"


class FallsOverError(Exception):
    """A part of the show that nobody expected to fall."""


@pytest.mark.usefixtures("drivers")
@pytest.mark.timeout(120)
def test_a_show_that_falls_over_leaves_no_camera_open(door, tmp_path, monkeypatch):
    """Whatever part it was: the house shuts the eyes on its way out."""
    hurried(monkeypatch, 4.0)
    tape = write_tape(tmp_path / "face.mp4", (("neutral", 4.0),))
    seen = []

    def visitor(dark):
        yield lambda: dark.page == "consent"
        dark.click("yes")
        yield lambda: dark.evening._senses.camera_open
        seen.append(dark.evening._senses)
        monkeypatch.setattr(dark.evening._stage, "draw", falls)
        yield lambda: False

    def falls():
        raise FallsOverError

    with opened(visitor) as dark, pytest.raises(FallsOverError):
        dark.play(*planned(door, camera=str(tape)))

    assert not seen[0].camera_open
    wait_until(lambda: not any(thread.name == "eyes" for thread in threading.enumerate()))
