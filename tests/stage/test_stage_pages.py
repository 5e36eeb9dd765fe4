"""The stage: pauses, leaving, reasons, consent, warnings, and the operator."""

import pygame

from engine.messages.facts import (
    ConsentAnswered,
    PauseAsked,
    ResumeAsked,
    StopAsked,
    ViewerCame,
    WarningAnswered,
    WhyAsked,
)
from engine.messages.orders import (
    AskConsent,
    AskWarning,
    CloseEyes,
    Cut,
    Freeze,
    HideWhy,
    OpenEyes,
    Rest,
    ShowWhy,
    Thaw,
)
from engine.stage.wishes import GivePin, PlayFilm, Quit
from tests.stage.evenings import ENDING, TURN, Evening
from tests.stage.fakes import shot


def test_space_pauses_and_goes_on(playing):
    """The director decides; the page follows its orders."""
    assert playing.key(pygame.K_SPACE) == [PauseAsked()]
    playing.obey(Freeze())
    assert playing.page() == "pause"
    assert playing.key(pygame.K_SPACE) == [ResumeAsked()]
    playing.obey(Thaw())
    assert playing.page() is None


def test_a_pause_offers_to_switch_off_a_camera_that_was_allowed(playing):
    """And no other: once it is shut, or was never opened, there is nothing to switch off."""
    playing.obey(OpenEyes())
    playing.obey(Freeze())

    assert playing.click("unwatched") == [ConsentAnswered(yes=False)]
    assert playing.page() == "pause"
    playing.obey(CloseEyes())
    assert playing.stage._pages.modal.button("unwatched") is None


def test_leaving_is_asked_about_first(playing):
    """Nobody loses a film to one key."""
    assert playing.key(pygame.K_ESCAPE) == [PauseAsked()]
    playing.obey(Freeze())
    assert playing.page() == "leave"

    assert playing.click("no") == [ResumeAsked()]
    playing.obey(Thaw())
    assert playing.page() is None


def test_staying_after_a_pause_goes_back_to_the_pause(playing):
    """One step back, not two."""
    playing.obey(Freeze())
    playing.click("leave")
    assert playing.page() == "leave"
    assert playing.click("no") == []
    assert playing.page() == "pause"


def test_leaving_leaves(playing):
    """When it is meant."""
    playing.key(pygame.K_ESCAPE)
    playing.obey(Freeze())

    assert playing.click("yes") == [StopAsked()]


def test_w_asks_why_and_the_card_shows_it(playing):
    """At any time of the film."""
    assert playing.key(pygame.K_w) == [WhyAsked()]
    playing.obey(Freeze(), ShowWhy((TURN,)))
    assert playing.page() == "why"
    assert playing.key(pygame.K_ESCAPE) == [WhyAsked()]
    playing.obey(HideWhy(), Thaw())
    assert playing.page() is None


def test_consent_is_given_or_refused_by_hand(evening):
    """And by its number keys; Esc is a no."""
    evening.obey(AskConsent("It would like to see you smile."))
    assert evening.page() == "consent"
    assert evening.key(pygame.K_1) == [ConsentAnswered(yes=True)]
    assert evening.key(pygame.K_2) == [ConsentAnswered(yes=False)]
    assert evening.key(pygame.K_ESCAPE) == [ConsentAnswered(yes=False)]
    evening.obey(Cut(shot("door")))
    evening.go()
    assert evening.page() is None


def test_a_warning_is_answered_by_hand_before_the_scene_is_shown(playing):
    """By number keys, mouse, and Esc as the careful answer; the cut takes the card away."""
    playing.obey(AskWarning("door", ("storm",)))
    assert playing.page() == "warned"
    assert playing.key(pygame.K_1) == [WarningAnswered(go_on=True)]
    assert playing.key(pygame.K_ESCAPE) == [WarningAnswered(go_on=False)]
    assert playing.click("stop") == [WarningAnswered(go_on=False)]
    assert playing.click("go") == [WarningAnswered(go_on=True)]
    playing.obey(Cut(shot("storm")))
    playing.go()
    assert playing.page() is None


def test_a_warning_may_stand_before_the_very_first_scene(evening):
    """Right after the consent card, over no film yet; leaving clears it."""
    evening.obey(AskConsent(None), AskWarning("door", ("storm",)))
    assert evening.page() == "warned"
    evening.obey(Rest())
    evening.go()

    assert evening.page() != "warned"


def test_the_end_card_offers_another_viewing(playing):
    """And a way home."""
    playing.obey(ENDING)
    assert playing.page() == "ending"
    assert playing.click("again") == [StopAsked()]
    assert playing.stage.wishes() == (PlayFilm("lantern"),)
    assert playing.click("home") == [StopAsked()]


def test_the_end_card_shows_the_scenes_that_were_seen(playing):
    """The way as small pictures."""
    playing.go(8.0, 80)
    playing.obey(Cut(shot("dawn", length=10.0)))
    playing.go(6.0, 60)
    playing.obey(ENDING)

    assert set(playing.stage._pages.up.frames) == {"door", "dawn"}


def test_closing_the_window_is_a_wish(playing):
    """The house decides how to leave."""
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    playing.go()

    assert playing.stage.wishes() == (Quit(),)


def test_a_window_out_of_sight_pauses_the_film(playing):
    """Nobody should miss what they cannot see."""
    pygame.event.post(pygame.event.Event(pygame.WINDOWMINIMIZED))

    assert PauseAsked() in playing.go()


def test_a_kiosk_has_an_attract_picture_and_begins_at_a_touch(tmp_path):
    """Anywhere."""
    kiosk = Evening(tmp_path, kiosk=True)
    kiosk.obey(Rest())
    assert kiosk.page() == "attract"
    for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
        pygame.event.post(pygame.event.Event(kind, x=0.2, y=0.2, touch_id=1, finger_id=1))

    assert ViewerCame() in kiosk.go()


def test_a_kiosk_cannot_be_left_by_visitors(tmp_path):
    """Not by Esc, nor by the window's cross, nor by the full screen key."""
    kiosk = Evening(tmp_path, kiosk=True)
    kiosk.obey(Cut(shot("door")))
    kiosk.go()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    kiosk.key(pygame.K_ESCAPE, pygame.K_F11)

    assert kiosk.page() is None
    assert kiosk.stage.wishes() == ()


def test_a_kiosk_out_of_sight_plays_on(tmp_path):
    """Nobody is there who could go on."""
    kiosk = Evening(tmp_path, kiosk=True)
    kiosk.obey(Cut(shot("door")))
    kiosk.go()
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST, window=None))

    assert PauseAsked() not in kiosk.go()


def test_the_operator_comes_in_by_chord_and_pin(tmp_path):
    """What was typed is judged by whoever holds the digest."""
    kiosk = Evening(tmp_path, kiosk=True)
    kiosk.obey(Rest())
    kiosk.key(pygame.K_k, mod=pygame.KMOD_LCTRL | pygame.KMOD_LALT)
    assert kiosk.page() == "pin"
    for digit in "124":
        kiosk.click(f"key {digit}")
    kiosk.click("erase")
    kiosk.click("key 3")
    kiosk.click("ok")
    assert kiosk.stage.wishes() == (GivePin("123"),)

    kiosk.stage.refuse_pin()
    assert kiosk.page() == "pin"
    kiosk.stage.work(on=True)
    assert kiosk.page() == "maintenance"


def test_the_pin_is_typed_on_keys_too_and_enter_sends_it(tmp_path):
    """An operator with a keyboard, and the ways out of maintenance."""
    kiosk = Evening(tmp_path, kiosk=True)
    kiosk.obey(Rest())
    kiosk.key(pygame.K_k, mod=pygame.KMOD_LCTRL | pygame.KMOD_LALT)
    kiosk.key(pygame.K_2, pygame.K_4, pygame.K_6, pygame.K_8, pygame.K_RETURN)
    assert kiosk.stage.wishes() == (GivePin("2468"),)

    kiosk.stage.work(on=True)
    kiosk.click("maintenance.end")
    assert kiosk.stage.wishes() == (Quit(),)
