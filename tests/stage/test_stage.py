"""The stage: orders obeyed, time told, the house's own clips, its mark and its words."""

from typing import get_args

import pygame
import pytest

from engine.messages.facts import ShotBegan, Ticked
from engine.messages.orders import (
    Acknowledge,
    Ask,
    AskConsent,
    AskIfSo,
    AskWarning,
    Burn,
    Calibrate,
    CloseCard,
    CloseEyes,
    Cut,
    Follow,
    Freeze,
    HideWhy,
    HoldFilm,
    Listen,
    OpenEyes,
    Order,
    Prepare,
    Question,
    Rest,
    SaveViewing,
    ShowWhy,
    Tell,
    Thaw,
    Unclear,
    Unlisten,
    Unwatch,
    Watch,
    Write,
)
from engine.messages.records import Entered
from engine.stage.fontfiles import FontTable, install_hint
from engine.stage.fonts import Fonts
from engine.stage.projection.voices import Hearing
from engine.stage.theme import BODY
from engine.stage.wishes import Prefer, Preferences
from engine.story.model import Hold, Way
from tests.stage.evenings import ENDING, TURN
from tests.stage.fakes import shot
from tests.stage.pictures import FONTS, changed, options

ALL_ORDERS = (
    Rest(), AskConsent("why"), OpenEyes(), CloseEyes(), Calibrate(on=True), Prepare((shot(),)),
    Follow(shot()), Cut(shot()), HoldFilm(Hold.ROLL),
    Ask(scene="door", ask=None, options=options("a"), ways=frozenset({Way.BUTTONS}), opened=0.0,
        closes=None),
    CloseCard(), Unclear(), Watch(options=options("a"), hints=True, until=9.0), Unwatch(),
    Listen((), sentiment=False), Unlisten(), Acknowledge("a", Way.FACE),
    Burn(height=0.0, gold=0.0, shiver=0.0, seen=False), Freeze(), Thaw(), ShowWhy(()), HideWhy(),
    AskWarning("door", ("storm",)), SaveViewing(None), ENDING,
    AskIfSo(Question(TURN, 1, 2)), AskIfSo(None), Tell("clip_failed"),
    Write(Entered(scene="door", visit=1, at=0.0)),
)  # fmt: skip


def test_every_order_is_obeyed(evening):
    """Nothing the director can order may stop the show."""
    assert {type(order) for order in ALL_ORDERS} == set(get_args(Order))
    for order in (*ALL_ORDERS, *reversed(ALL_ORDERS)):
        evening.obey(order)
        evening.go(0.1, 2)


def test_the_projector_is_told_what_is_its_own(evening):
    """Cuts are its business, not the stage's."""
    evening.obey(
        Cut(shot("a")),
        Prepare((shot("b"),)),
        Follow(shot("b")),
        HoldFilm(Hold.LOOP, 3.0),
        Freeze(),
    )
    projector = evening.projector

    assert projector.shot == shot("a")
    assert projector.prepared == (shot("b"),)
    assert projector.following == shot("b")
    assert projector.held == (Hold.LOOP, 3.0)
    assert projector.frozen
    evening.obey(Thaw())
    assert not projector.frozen


def test_facts_end_with_the_time(evening):
    """The director goes by the stage's clock."""
    evening.obey(Cut(shot("door")))
    evening.projector.go(1.5)
    facts = evening.stage.facts()

    assert facts[0] == ShotBegan(shot("door"), 24.0)
    assert facts[-1] == Ticked(1.5, 1.5)


def test_the_camera_mark_shows_exactly_while_the_camera_is_open(playing):
    """No sign may lie about that."""
    playing.obey(OpenEyes())
    playing.go(1.0)
    area = pygame.Rect(1180, 30, 60, 40)
    shut = playing.stage.snapshot().subsurface(area)
    playing.stage.mark_camera(seen=True)
    playing.go(1.0)
    seen = playing.stage.snapshot().subsurface(area)
    playing.stage.mark_camera(seen=False)
    playing.go(1.0)

    assert changed(shut, seen) > 150
    assert changed(shut, playing.stage.snapshot().subsurface(area)) == 0


def test_the_camera_mark_shows_over_every_page(playing):
    """Also in a pause the camera may be open."""
    playing.obey(Freeze())
    playing.go(1.0)
    before = playing.stage.snapshot()
    playing.stage.mark_camera(seen=True)
    playing.go(1.0)

    assert changed(before, playing.stage.snapshot()) > 150


def test_volume_and_mute_are_heard_and_kept(playing):
    """The house writes them down."""
    playing.key(pygame.K_MINUS)
    playing.key(pygame.K_m)

    assert playing.loud == [0.8, 0.7, 0.0]
    assert playing.stage.wishes() == (
        Prefer(Preferences(volume=0.7)),
        Prefer(Preferences(volume=0.7, muted=True)),
    )
    assert playing.stage.wishes() == ()


def test_whoever_switches_descriptions_on_hears_them_at_once_and_on_other_evenings(playing):
    """By the key or on the pause page; the house writes it down."""
    assert playing.projector.hearing == Hearing("en", "en", described=False)
    playing.key(pygame.K_d)

    assert playing.projector.hearing == Hearing("en", "en", described=True)
    assert playing.stage.wishes() == (Prefer(Preferences(described=True)),)
    playing.obey(Freeze())
    playing.click("described")
    assert playing.projector.hearing == Hearing("en", "en", described=False)
    assert playing.stage.wishes() == (Prefer(Preferences(described=False)),)


def test_a_new_language_is_heard_as_well_as_read(playing):
    """Dubs and descriptions follow the subtitles."""
    playing.stage.prefer(Preferences(language="zh"))

    assert playing.projector.hearing == Hearing("zh", "en")


def test_nothing_of_a_viewing_is_left_when_it_rests(playing):
    """The next visitor begins with nothing of the one before."""
    playing.ask("Knock", ways=(Way.TEXT,))
    playing.write("sorry")
    playing.obey(ENDING, Rest())
    stage = playing.stage

    assert stage._film.frames == {}
    assert stage._pages.card is None
    assert stage._pages.field.empty
    assert stage._pages.up.ending is None
    assert playing.projector.shot is None


def test_a_notice_comes_and_goes_by_itself(playing):
    """One line, and the film goes on."""
    playing.obey(Tell("camera_lost"))
    playing.go(1.0)
    assert playing.stage._notice.line
    playing.go(4.0)
    assert playing.stage._notice.line is None


def test_another_language_changes_every_word_at_once(playing):
    """In the middle of a pause."""
    if not FONTS.chinese:
        pytest.skip("No Chinese typeface here; install fonts-noto-cjk.")
    playing.obey(Freeze())
    playing.click("language")

    assert playing.stage.preferences.language == "zh"
    assert playing.stage._pages.modal.button("resume").lines == ("继续看",)


def test_letters_this_machine_lacks_are_told_once_with_how_to_get_them(evening):
    """An author sees boxes and wonders; a visitor of an exhibition can do nothing about it."""
    evening.stage._fonts = evening.stage._tastes._fonts = bare = Fonts(FontTable())
    bare.line("\u0633", BODY, 1.0)
    evening.go()
    first = evening.stage._notice.line
    evening.go(30.0)
    evening.go()

    assert "Arabic" in first
    assert install_hint("Arabic") in first
    assert evening.stage._notice.line is None
