"""Events as gestures."""

import pygame
import pytest

from engine.stage.hands import (
    Composing,
    Digit,
    Hands,
    Lift,
    Point,
    Press,
    Sign,
    Step,
    Struck,
    Typed,
)  # fmt: skip

SIZE = (1280, 720)


def told(*events, typing=False):
    return Hands().gestures(events, SIZE, typing=typing)


def key(which, mod=0):
    return pygame.event.Event(pygame.KEYDOWN, key=which, mod=mod, unicode="")


@pytest.mark.parametrize(
    ("which", "gesture"),
    [
        (pygame.K_1, Digit(1)), (pygame.K_9, Digit(9)), (pygame.K_KP5, Digit(5)),
        (pygame.K_RETURN, Sign.ENTER), (pygame.K_KP_ENTER, Sign.ENTER),
        (pygame.K_LEFT, Step(-1, 0)), (pygame.K_DOWN, Step(0, 1)), (pygame.K_TAB, Sign.NEXT),
        (pygame.K_SPACE, Sign.PAUSE), (pygame.K_w, Sign.WHY), (pygame.K_m, Sign.MUTE),
        (pygame.K_d, Sign.DESCRIBE),
        (pygame.K_PLUS, Sign.LOUDER), (pygame.K_EQUALS, Sign.LOUDER),
        (pygame.K_MINUS, Sign.SOFTER),
        (pygame.K_f, Sign.FULL), (pygame.K_F11, Sign.FULL), (pygame.K_ESCAPE, Sign.BACK),
    ],
)  # fmt: skip
def test_each_key_means_one_thing(which, gesture):
    """The help page says so, and so do the plates."""
    assert told(key(which)) == (gesture,)


def test_tab_goes_back_with_shift():
    """As everywhere."""
    assert told(key(pygame.K_TAB, pygame.KMOD_LSHIFT)) == (Sign.PREVIOUS,)


def test_letters_are_words_while_somebody_writes():
    """Nobody's `why` may stop the film in the middle of a sentence."""
    letters = (pygame.K_w, pygame.K_m, pygame.K_d, pygame.K_SPACE, pygame.K_1, pygame.K_f)

    assert told(*(key(letter) for letter in letters), typing=True) == ()
    assert told(key(pygame.K_ESCAPE), key(pygame.K_RETURN), typing=True) == (Sign.BACK, Sign.ENTER)


@pytest.mark.parametrize(
    ("text", "mod", "gesture"),
    [
        ("m", 0, Struck("m", Sign.MUTE)), ("M", pygame.KMOD_LSHIFT, Struck("M", Sign.MUTE)),
        ("é", pygame.KMOD_RALT, Struck("é", Sign.MUTE)), ("", 0, Sign.MUTE),
        ("m", pygame.KMOD_LCTRL, Sign.MUTE), ("\r", 0, Sign.MUTE),
    ],
)  # fmt: skip
def test_a_letter_may_be_the_beginning_of_words_where_a_field_may_come(text, mod, gesture):
    """With what its key asks for else; nothing that writes no letter is one."""
    event = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_m, mod=mod, unicode=text)

    assert Hands().gestures([event], SIZE, typing=False, early=True) == (gesture,)
    assert Hands().gestures([event], SIZE, typing=False) == (Sign.MUTE,)
    assert Hands().gestures([event], SIZE, typing=True, early=True) == ()


def test_written_and_composed_words_come_from_the_input_method():
    """Chinese is not typed letter by letter."""
    events = (
        pygame.event.Event(pygame.TEXTEDITING, text="ni", start=0, length=2),
        pygame.event.Event(pygame.TEXTINPUT, text="你"),
    )

    assert told(*events, typing=True) == (Composing("ni"), Typed("你"))
    assert told(*events, typing=False) == ()


def test_the_mouse_points_presses_and_lifts():
    """Only its first button presses."""
    events = (
        pygame.event.Event(
            pygame.MOUSEMOTION, pos=(5, 6), rel=(0, 0), buttons=(0, 0, 0), touch=False
        ),
        pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 6), button=1, touch=False),
        pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(5, 6), button=1, touch=False),
        pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 6), button=3, touch=False),
    )

    assert told(*events) == (Point((5, 6)), Press((5, 6)), Lift((5, 6)))


def test_a_finger_is_counted_once():
    """SDL tells of each finger a second time as a mouse."""
    events = (
        pygame.event.Event(pygame.FINGERDOWN, x=0.5, y=0.25, touch_id=1, finger_id=1),
        pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(640, 180), button=1, touch=True),
        pygame.event.Event(pygame.FINGERUP, x=0.5, y=0.25, touch_id=1, finger_id=1),
        pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(640, 180), button=1, touch=True),
    )

    assert told(*events) == (Press((640, 180)), Lift((640, 180), finger=True))


def test_a_gamepad_chooses_goes_back_and_pauses():
    """From the sofa."""
    events = tuple(
        pygame.event.Event(pygame.JOYBUTTONDOWN, button=button, instance_id=0)
        for button in (0, 1, 7)
    )

    assert told(*events) == (Sign.ENTER, Sign.BACK, Sign.PAUSE)
    hat = pygame.event.Event(pygame.JOYHATMOTION, hat=0, value=(0, 1), instance_id=0)
    assert told(hat) == (Step(0, -1),)


def test_a_held_stick_takes_one_step():
    """Until it is let go."""
    values = (0.2, 0.7, 0.9, 1.0, 0.1, 0.8)
    events = tuple(
        pygame.event.Event(pygame.JOYAXISMOTION, axis=0, value=value, instance_id=0)
        for value in values
    )

    assert told(*events) == (Step(1, 0), Step(1, 0))


def test_the_operators_chord_is_no_visitors_accident():
    """Three keys together."""
    assert told(key(pygame.K_k, pygame.KMOD_LCTRL | pygame.KMOD_LALT)) == (Sign.OPERATOR,)
    assert told(key(pygame.K_k, pygame.KMOD_LCTRL)) == ()


def test_the_window_tells_when_it_is_closed_or_lost():
    """So that the film can pause."""
    assert told(pygame.event.Event(pygame.QUIT)) == (Sign.CLOSE,)
    assert told(pygame.event.Event(pygame.WINDOWFOCUSLOST)) == (Sign.LOST,)
    assert told(pygame.event.Event(pygame.WINDOWSIZECHANGED)) == (Sign.RESIZED,)


def lean(*events):
    hands = Hands()
    hands.gestures(events, SIZE, typing=False)
    return hands.lean


def let_go(which):
    return pygame.event.Event(pygame.KEYUP, key=which, mod=0)


def test_a_held_arrow_leans_until_it_is_let_go():
    """One looks around as long as one holds it."""
    right, up = pygame.K_RIGHT, pygame.K_UP

    assert lean(key(right)) == (1.0, 0.0)
    assert lean(key(right), key(up)) == (1.0, -1.0)
    assert lean(key(right), key(pygame.K_LEFT)) == (0.0, 0.0)
    assert lean(key(right), key(up), let_go(right)) == (0.0, -1.0)


def test_a_stick_leans_as_far_as_it_is_pushed():
    """And a resting one, which never rests quite in the middle, not at all."""

    def pushed(axis, value):
        return pygame.event.Event(pygame.JOYAXISMOTION, axis=axis, value=value, instance_id=0)

    assert lean(pushed(0, -0.5), pushed(1, 0.9)) == (-0.5, 0.9)
    assert lean(pushed(0, -0.5), pushed(0, 0.1)) == (0.0, 0.0)
    assert lean(pushed(2, -1.0), pushed(5, -1.0)) == (0.0, 0.0)
    hat = pygame.event.Event(pygame.JOYHATMOTION, value=(-1, 1), hat=0, instance_id=0)
    assert lean(hat) == (-1, -1)


def test_what_was_held_when_the_window_lost_the_keyboard_is_let_go():
    """Nobody tells of its release; the picture would turn for ever."""
    assert lean(key(pygame.K_RIGHT), pygame.event.Event(pygame.WINDOWFOCUSLOST)) == (0.0, 0.0)
    assert lean(key(pygame.K_RIGHT), pygame.event.Event(pygame.JOYDEVICEREMOVED,
                                                        instance_id=7)) == (0.0, 0.0)  # fmt: skip


def test_a_sound_card_that_comes_or_goes_is_told_and_a_microphone_is_not():
    """The player hears of the one it uses only."""
    came, went = pygame.AUDIODEVICEADDED, pygame.AUDIODEVICEREMOVED

    assert told(pygame.event.Event(came, which=1, iscapture=0)) == (Sign.CARD_CAME,)
    assert told(pygame.event.Event(went, which=2, iscapture=0)) == (Sign.CARD_WENT,)
    assert told(pygame.event.Event(went, which=0, iscapture=0)) == ()
    assert told(pygame.event.Event(came, which=1, iscapture=1)) == ()
