"""Who gets a window before anything else: those who are about to watch."""

import sys

import pygame
import pytest

from engine.desk.curtain import curtain
from engine.desk.flags import parser
from engine.settings import SettingsError


def stands(*words):
    """Whether a window stands while a command is brought in, and after it."""
    pygame.display.quit()
    with curtain(parser().parse_args(words)):
        during = pygame.display.get_surface() is not None
    return during, pygame.display.get_init()


@pytest.mark.parametrize(
    "words", [(), ("play", "two-doors"), ("kiosk", "two-doors", "--beat", "heart")]
)
def test_who_watches_sees_a_window_at_once_and_none_afterwards(words):
    """However the command ends."""
    assert stands(*words) == (True, False)


@pytest.mark.parametrize(
    "words",
    [
        ("play", "two-doors", "--headless"),
        ("play", "two-doors", "--speed", "4"),
        ("play", "no-such-film"),
        ("kiosk", "two-doors"),
        ("check", "two-doors"),
        ("demo",),
    ],
)
def test_who_does_not_watch_sees_none(words):
    """Nor does one who mistyped the film's name: a window that flashes up is no answer."""
    assert stands(*words) == (False, False)


def test_a_window_is_as_large_as_the_settings_say(monkeypatch):
    """So that the player takes it over as it stands."""
    monkeypatch.setenv("KINOEYE_SCREEN_WIDTH", "800")
    monkeypatch.setenv("KINOEYE_SCREEN_HEIGHT", "450")

    with curtain(parser().parse_args(["play", "two-doors"])):
        assert pygame.display.get_window_size() == (800, 450)


def test_settings_that_cannot_be_read_are_told_before_there_is_a_window(monkeypatch):
    """One sentence, and nothing flashes up."""
    pygame.display.quit()
    monkeypatch.setenv("KINOEYE_SCREEN_WIDTH", "wide")

    with pytest.raises(SettingsError), curtain(parser().parse_args(["play", "two-doors"])):
        pass
    assert not pygame.display.get_init()


def test_what_pygame_was_kept_from_is_there_again():
    """Only its own start does without."""
    stands("play", "two-doors")

    assert sys.modules.get("pkg_resources", 0) is not None
