"""When nothing moves but the film: the window need then be drawn no oftener than it does."""

import pygame
import pytest

from engine.messages.orders import CloseCard, Cut, Freeze, Tell, Thaw, Watch
from tests.stage.fakes import shot
from tests.stage.pictures import options


@pytest.fixture
def rolling(evening):
    """The film rolls, and nobody has done anything for a while."""
    evening.obey(Cut(shot()))
    evening.go(6.0, 60)
    return evening


def test_a_film_that_nobody_touches_is_calm(rolling):
    """Its flame moves as often as it does."""
    assert rolling.stage.calm


@pytest.mark.parametrize(
    "moves",
    [
        lambda evening: evening.ask("Knock", "Go round"),
        lambda evening: evening.obey(Watch(options=options("a"), hints=True, until=99.0)),
        lambda evening: evening.obey(Tell("clip_failed")),
        lambda evening: evening.obey(Freeze()),
        lambda evening: evening.key(pygame.K_m),
    ],
    ids=["a card", "hints", "a notice", "a page", "a key"],
)
def test_whatever_answers_a_hand_or_comes_and_goes_is_not(rolling, moves):
    """Fades, clocks and carets are as smooth as the screen."""
    moves(rolling)

    assert not rolling.stage.calm


def test_it_is_calm_again_when_the_last_page_has_gone(rolling):
    """Not before it has faded: half a page would stand there."""
    rolling.ask("Knock")
    rolling.obey(Freeze())
    rolling.go()
    rolling.obey(CloseCard(), Thaw())
    assert not rolling.stage.calm

    rolling.go(3.0, 60)
    assert rolling.stage.calm
