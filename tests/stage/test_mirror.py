"""The senses' window: it asks, shows, and obeys hands."""

import pygame
import pytest

from engine.messages.facts import ConsentAnswered
from engine.stage.hands import Sign
from engine.stage.mirror import Mirror
from engine.stage.screens.mirror import Eye, Mirrored
from engine.stage.window import Window
from engine.stage.wishes import Local, Quit
from tests.stage.fakes import FakeClock
from tests.stage.pictures import FONTS, changed
from tests.stage.screens.test_layout import smiling


@pytest.fixture
def mirror():
    pygame.display.init()
    window = Window("test", (1280, 720))
    pygame.event.clear()
    clock = FakeClock()
    made = Mirror(window, "en", fonts=FONTS, clock=clock)
    made.clock, made.window = clock, window
    yield made
    window.close()


def shown(mirror, seen, *, camera_open=True):
    mirror.show(seen, camera_open=camera_open)
    for _ in range(4):
        mirror.clock.go(0.1)
        mirror.draw()
    return mirror.window.surface.copy()


def press(*keys):
    for key in keys:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))


def seen(mood=None, **more):
    return Mirrored(eye=Eye.SEEING, source="0", mood=mood, **more)


def test_a_smile_is_seen_in_the_window(mirror):
    """The bar grows."""
    resting = shown(mirror, seen())

    assert changed(resting, shown(mirror, seen(smiling()))) > 3000


def test_the_cameras_lamp_shows_exactly_while_it_is_open(mirror):
    """As in every film."""
    dark = shown(mirror, seen(), camera_open=False)
    lit = shown(mirror, seen(), camera_open=True)
    corner = pygame.Rect(1180, 30, 50, 40)

    assert changed(dark.subsurface(corner), lit.subsurface(corner)) > 100
    again = shown(mirror, seen(), camera_open=False)
    assert changed(dark.subsurface(corner), again.subsurface(corner)) == 0


def test_a_key_says_yes_and_esc_says_no(mirror):
    """Enter alone says nothing."""
    mirror.ask("0")
    press(pygame.K_1)
    assert mirror.deeds() == (ConsentAnswered(yes=True),)
    press(pygame.K_ESCAPE)
    assert mirror.deeds() == (Quit(),)


def test_tab_and_enter_say_yes(mirror):
    """The first plate is yes; one goes to it oneself."""
    mirror.ask("0")
    press(pygame.K_TAB, pygame.K_RETURN)

    assert mirror.deeds() == (ConsentAnswered(yes=True),)


def test_a_click_learns_anew(mirror):
    """And the cross closes."""
    mirror.show(seen(smiling()), camera_open=True)
    at = mirror._board.page.button("anew").area.center
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=at, button=1, touch=False))
    pygame.event.post(pygame.event.Event(pygame.QUIT))

    assert mirror.deeds() == (Local.ANEW, Sign.CLOSE)


def test_f_fills_the_screen_and_back(mirror):
    """As everywhere."""
    press(pygame.K_f)
    mirror.deeds()
    assert mirror.window.full
    press(pygame.K_f)
    mirror.deeds()
    assert not mirror.window.full
