"""The field for words."""

import pygame
import pytest

from engine.stage.hands import Composing, Digit, Sign, Step, Typed
from engine.stage.words_field import LONGEST, WordsField


@pytest.fixture
def said():
    return []


@pytest.fixture
def field(said):
    pygame.display.init()
    pygame.display.set_mode((320, 200))
    made = WordsField(said.append)
    made.begin(pygame.Rect(0, 0, 10, 10))
    return made


def test_words_are_handed_on_and_forgotten(field, said):
    """What somebody types is theirs: the stage keeps none of it."""
    for gesture in (Typed("不是"), Typed("你的错"), Sign.ENTER):
        assert field.take(gesture)

    assert said == ["不是你的错"]
    assert field.empty


def test_nothing_is_said_with_nothing_written(field, said):
    """Enter on an empty field is for the plates."""
    assert not field.take(Sign.ENTER)
    field.take(Typed("   "))
    field.take(Sign.ENTER)

    assert said == []


def test_enter_belongs_to_the_input_method_while_it_composes(field, said):
    """In Chinese input Enter chooses a candidate; it must not send half a word."""
    field.take(Composing("ni hao"))

    assert field.take(Sign.ENTER)
    assert said == []
    field.take(Typed("你好"))
    field.take(Sign.ENTER)
    assert said == ["你好"]


def test_letters_can_be_taken_back(field, said):
    """People mistype in nine seconds."""
    for gesture in (Typed("nox"), Sign.ERASE, Sign.ENTER):
        field.take(gesture)

    assert said == ["no"]


def test_a_field_holds_only_so_much(field):
    """A cat on the keyboard must not fill memory."""
    for _ in range(50):
        field.take(Typed("x" * 50))

    assert len(field.text) == LONGEST


def test_unprintable_letters_are_left_out(field, said):
    """What is pasted may hold anything."""
    field.take(Typed("a\x00b\nc"))
    field.take(Sign.ENTER)

    assert said == ["ab c"]


@pytest.mark.parametrize("gesture", [Step(1, 0), Sign.NEXT, Sign.BACK, Digit(1)])
def test_what_is_not_writing_is_left_to_the_card(field, gesture):
    """One can always go from the words to the plates."""
    assert not field.take(gesture)
