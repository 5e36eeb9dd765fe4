"""Letters typed before the field is there."""

import pygame
import pytest

from engine.messages.facts import PauseAsked, WhyAsked
from engine.messages.orders import CloseCard, Freeze
from engine.stage.early import KEPT, LONGEST
from engine.story.model import Way
from tests.stage.evenings import Evening

WRITES = (Way.TEXT, Way.BUTTONS)


def asked(evening):
    """The card opens; what stands in its field."""
    evening.ask("Comfort him", "Blame him", ways=WRITES)
    evening.go(0.05, 1)
    return evening.stage._pages.field.text


def test_a_sentence_begun_before_the_field_is_there_stands_in_it(playing):
    """W, M, D, F and the space are letters in it; nothing is muted, nothing stops."""
    before = playing.stage.preferences

    assert playing.strike("wo my dear friend") == []
    assert playing.stage.preferences == before
    assert asked(playing) == "wo my dear friend"


def test_it_is_written_on_where_it_was_begun(playing):
    """The caret stands behind it."""
    playing.strike("my fr")
    asked(playing)
    playing.write("iend")

    assert playing.stage._pages.field.text == "my friend"


@pytest.mark.parametrize("letter", ["m", "d"])
def test_a_letter_that_stays_alone_is_a_key(playing, letter):
    """A moment later; the film goes on asking nothing."""
    before = playing.stage.preferences
    playing.strike(letter)
    assert playing.stage.preferences == before
    playing.go(0.5)

    assert playing.stage.preferences != before
    assert asked(playing) == ""


def test_why_is_still_asked_by_its_letter(playing):
    """And what asks at once still does so at once: a space, a number, plus and minus."""
    told = playing.strike("w", every=1.0)
    assert told == [WhyAsked()]

    assert playing.strike(" ", every=0.02) == [PauseAsked()]


def test_a_film_that_asks_for_no_words_hears_its_keys_at_once(tmp_path):
    """Nobody could mean a word there."""
    evening = Evening(tmp_path, words=False)

    assert evening.strike("w", every=0.02) == [WhyAsked()]


def test_a_key_with_control_is_no_letter(playing):
    """It is somebody's shortcut, and never the beginning of a sentence."""
    pygame.event.post(
        pygame.event.Event(pygame.KEYDOWN, key=pygame.K_s, mod=pygame.KMOD_LCTRL, unicode="s")
    )
    playing.go(0.05, 1)
    playing.strike("o")

    assert asked(playing) == "o"


def test_letters_are_not_kept_for_a_field_that_does_not_come(playing):
    """Nothing that was written stays."""
    playing.strike("hello")
    playing.go(KEPT + 0.1)

    assert "hello" not in repr(playing.stage._understood._early)
    assert asked(playing) == ""


def test_words_of_an_answer_that_came_too_late_are_not_for_the_next(playing):
    """Its card was closed by the clock while somebody wrote."""
    playing.ask("Comfort him", ways=WRITES)
    playing.write("it was not your f")
    playing.obey(CloseCard())
    playing.strike("ault")

    assert asked(playing) == ""


def test_a_slip_is_erased_and_enter_waits_for_the_field(playing):
    """As it will be in the field."""
    playing.strike("comey")
    assert playing.key(pygame.K_BACKSPACE, pygame.K_RETURN) == []

    assert asked(playing) == "come"
    assert playing.said == []


def test_a_pause_and_esc_forget_what_was_begun(playing):
    """Another thing was wanted."""
    playing.strike("com")
    playing.key(pygame.K_ESCAPE)
    playing.obey(Freeze())
    playing.go(0.1, 1)

    assert playing.stage._understood._early.take() == ""


def test_no_more_is_kept_than_anybody_writes_blindly(playing):
    """A cat on the keyboard fills nothing."""
    playing.strike("ab" * LONGEST, every=0.02)

    assert len(asked(playing)) == LONGEST


def test_a_card_without_a_field_gets_none_of_it(playing):
    """Words are for cards that take words."""
    playing.strike("hello")
    playing.ask("Knock", "Go round")
    playing.go(0.05, 1)

    assert playing.stage._pages.field.text == ""
