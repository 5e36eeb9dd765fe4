"""Keys of somebody who writes."""

import pygame
import pytest

from engine.stage.draft import Move
from engine.stage.hands import Hands, Sign, Step
from engine.stage.pen import Caret, Stroke

CTRL, SHIFT, ALT, META = (
    pygame.KMOD_LCTRL, pygame.KMOD_LSHIFT, pygame.KMOD_LALT, pygame.KMOD_LMETA,
)  # fmt: skip


def key(which, mod=0, kind=pygame.KEYDOWN):
    return pygame.event.Event(kind, key=which, mod=mod, unicode="")


def told(*events, typing=True):
    return Hands().gestures(events, (1280, 720), typing=typing)


@pytest.mark.parametrize(
    ("which", "mod", "gesture"),
    [
        (pygame.K_v, CTRL, Stroke.PASTE), (pygame.K_v, META, Stroke.PASTE),
        (pygame.K_INSERT, SHIFT, Stroke.PASTE), (pygame.K_INSERT, CTRL, Stroke.COPY),
        (pygame.K_c, CTRL, Stroke.COPY), (pygame.K_x, CTRL, Stroke.TAKE_OUT),
        (pygame.K_DELETE, SHIFT, Stroke.TAKE_OUT), (pygame.K_DELETE, 0, Stroke.ERASE_AHEAD),
        (pygame.K_DELETE, CTRL, Stroke.ERASE_WORD_AHEAD), (pygame.K_BACKSPACE, 0, Sign.ERASE),
        (pygame.K_BACKSPACE, CTRL, Stroke.ERASE_WORD),
        (pygame.K_BACKSPACE, ALT, Stroke.ERASE_WORD), (pygame.K_a, CTRL, Stroke.ALL),
        (pygame.K_z, CTRL, Stroke.UNDO), (pygame.K_z, CTRL | SHIFT, Stroke.REDO),
        (pygame.K_y, CTRL, Stroke.REDO), (pygame.K_HOME, 0, Caret(Move.HOME)),
        (pygame.K_END, SHIFT, Caret(Move.END, selecting=True)), (pygame.K_LEFT, 0, Step(-1, 0)),
        (pygame.K_LEFT, SHIFT, Caret(Move.LEFT, selecting=True)),
        (pygame.K_RIGHT, CTRL, Caret(Move.WORD_RIGHT)),
        (pygame.K_RIGHT, ALT | SHIFT, Caret(Move.WORD_RIGHT, selecting=True)),
        (pygame.K_LEFT, META, Caret(Move.HOME)),
        (pygame.K_k, CTRL | ALT, Sign.OPERATOR),
    ],
)  # fmt: skip
def test_keys_mean_what_they_mean_in_every_other_program(which, mod, gesture):
    """Nobody should have to learn how to write here."""
    assert told(key(which, mod)) == (gesture,)


def test_where_nobody_writes_they_mean_nothing():
    """The film has no caret."""
    commands = [key(which, CTRL) for which in (pygame.K_v, pygame.K_z, pygame.K_a)]

    assert told(*commands, key(pygame.K_HOME), typing=False) == ()


def test_control_and_alt_together_write_letters():
    """Polish and German keyboards make signs by AltGr, which tells of both."""
    assert told(key(pygame.K_c, CTRL | ALT), key(pygame.K_z, CTRL | ALT)) == ()


def test_the_middle_button_pastes_where_somebody_writes():
    """As on every X11 desktop."""
    press = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 6), button=2, touch=False)

    assert told(press) == (Stroke.PASTE_CHOSEN,)
    assert told(press, typing=False) == ()


def held(*events, seconds=2.0, typing=True):
    """How often a key does its deed by itself while it is held so long."""
    hands = Hands()
    hands.gestures(events, (1280, 720), typing=typing)
    return sum(len(hands.again(tick / 60)) for tick in range(int(seconds * 60)))


def test_a_held_key_erases_and_moves_on_until_it_is_let_go():
    """Enter never does: what it presses is pressed once."""
    assert held(key(pygame.K_BACKSPACE), seconds=0.3) == 0
    assert held(key(pygame.K_BACKSPACE)) > 20
    assert held(key(pygame.K_LEFT)) > 20
    assert held(key(pygame.K_BACKSPACE), key(pygame.K_BACKSPACE, kind=pygame.KEYUP)) == 0
    assert held(key(pygame.K_BACKSPACE), pygame.event.Event(pygame.WINDOWFOCUSLOST)) == 0
    assert held(key(pygame.K_RETURN)) == 0
    assert held(key(pygame.K_v, CTRL)) == 0
    assert held(key(pygame.K_BACKSPACE), typing=False) == 0
