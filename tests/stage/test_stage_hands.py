"""The stage: what hands did while an answer was asked for."""

import pygame

from engine.messages.facts import HandSeen, OptionPressed, PauseAsked, WhyAsked
from engine.messages.orders import Acknowledge, CloseCard, Cut, Unclear, Unwatch, Watch
from engine.story.model import Way
from tests.stage.fakes import shot
from tests.stage.pictures import changed, options


def test_a_number_key_answers_an_open_card(playing):
    """Without looking for the mouse."""
    playing.ask("Knock", "Go round")

    assert playing.key(pygame.K_2) == [OptionPressed("Go round")]


def test_the_mouse_answers_an_open_card(playing):
    """By clicking on the plate."""
    playing.ask("Knock", "Go round")
    playing.go()

    assert playing.click("Knock") == [OptionPressed("Knock")]


def test_arrows_and_enter_answer_an_open_card(playing):
    """And so does a gamepad, which speaks the same."""
    playing.ask("Knock", "Go round")

    told = playing.key(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RETURN)
    assert told == [OptionPressed("Go round")]


def test_a_finger_answers_a_hint(playing):
    """While a face is read, a hand outranks it."""
    playing.obey(Watch(options=options("Smile", "Look away"), hints=True, until=30.0))
    playing.go()
    at = playing.stage._pages.over.button("Smile").area.center
    for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
        pygame.event.post(
            pygame.event.Event(kind, x=at[0] / 1280, y=at[1] / 720, touch_id=1, finger_id=1)
        )

    assert OptionPressed("Smile") in playing.go()


def test_any_hand_is_told_of_once_a_tick(playing):
    """It renews the patience of a choice without limit."""
    for _ in range(3):
        pygame.event.post(
            pygame.event.Event(
                pygame.MOUSEMOTION, pos=(9, 9), rel=(1, 1), buttons=(0, 0, 0), touch=False
            )
        )

    assert list(playing.stage.facts()).count(HandSeen()) == 1


def test_written_words_go_to_the_senses_and_nowhere_else(playing):
    """No fact, no record, no field may hold them."""
    playing.ask("Comfort him", ways=(Way.TEXT, Way.BUTTONS))
    told = playing.write("it was not your fault")
    told += playing.key(pygame.K_RETURN)

    assert playing.said == ["it was not your fault"]
    assert told == []
    assert playing.stage._pages.field.empty


def test_a_number_on_an_empty_field_is_the_key_on_the_plate(playing):
    """The number on the plate promises it."""
    playing.ask("Comfort him", "Blame him", ways=(Way.TEXT, Way.BUTTONS))

    assert playing.write("2") == [OptionPressed("Blame him")]


def test_a_number_within_words_is_a_word(playing):
    """Thirty years are not the third answer."""
    playing.ask("Comfort him", "Blame him", ways=(Way.TEXT, Way.BUTTONS))

    assert playing.write("after ") == []
    assert playing.write("2") == []
    assert playing.stage._pages.field.text == "after 2"


def test_letters_do_not_pause_while_somebody_writes(playing):
    """W and space are letters there."""
    playing.ask("Comfort him", ways=(Way.TEXT,))
    playing.write("w")

    assert playing.key(pygame.K_w, pygame.K_SPACE) == []


def test_words_that_were_not_understood_leave_the_card_open(playing):
    """And it says so."""
    playing.ask("Comfort him", ways=(Way.TEXT,))
    playing.go()
    before = playing.stage.snapshot()
    playing.obey(Unclear())
    playing.go()

    assert playing.stage._pages.card is not None
    assert changed(before, playing.stage.snapshot()) > 1000


def test_what_was_written_does_not_outlive_its_card(playing):
    """The next decision begins with an empty field."""
    playing.ask("Comfort him", ways=(Way.TEXT,))
    playing.write("sorry")
    playing.obey(CloseCard())

    assert playing.stage._pages.field.empty
    assert not playing.stage._pages.field.active


def test_an_answer_changes_the_picture_within_200_ms(playing):
    """Seen before the cut, however far off that is."""
    playing.ask("Knock", "Go round")
    playing.go()
    before = playing.stage.snapshot()
    playing.obey(Acknowledge("Knock", Way.BUTTONS))
    playing.go(0.15, 5)

    assert changed(before, playing.stage.snapshot()) > 3000


def test_what_was_taken_stays_in_sight_until_the_cut(playing):
    """The director closes the card at once; the answer is seen until the film turns."""
    playing.ask("Knock", "Go round", closes=9.0)
    playing.obey(Acknowledge("Knock", Way.BUTTONS), CloseCard())
    playing.go(1.0)
    page = playing.stage._pages.over

    assert [button.name for button in page.buttons] == ["Knock", "Go round"]
    assert playing.key(pygame.K_2) == [OptionPressed("Go round")]
    playing.obey(Acknowledge("Go round", Way.BUTTONS))
    assert playing.stage._pages.card.taken == "Go round"
    playing.obey(Cut(shot("cold")))
    playing.go()
    assert playing.stage._pages.over is None


def test_a_card_that_nobody_answered_goes_at_once(playing):
    """There is nothing to show."""
    playing.ask("Knock", "Go round", closes=9.0)
    playing.obey(CloseCard())

    assert playing.stage._pages.over is None


def test_a_look_that_was_sure_stays_in_sight_until_the_cut(playing):
    """The reading's window closes first; another press still counts."""
    playing.obey(Watch(options=options("Smile", "Look away"), hints=True, until=30.0))
    playing.go()
    playing.obey(Unwatch(), Acknowledge("Smile", Way.FACE))
    playing.go()

    assert playing.stage._pages.hints.taken == "Smile"
    assert playing.key(pygame.K_2) == [OptionPressed("Look away")]
    playing.obey(Cut(shot("cold")))
    playing.go()
    assert playing.stage._pages.over is None


def test_hints_go_when_the_reading_was_not_sure(playing):
    """The card that follows asks instead."""
    playing.obey(Watch(options=options("Smile", "Look away"), hints=True, until=30.0))
    playing.go()
    playing.obey(Unwatch())

    assert playing.stage._pages.over is None


def test_a_sentence_cut_off_by_the_clock_does_not_mute_or_pause_the_film(playing):
    """The card closes while somebody writes; what they write on is meant for nobody."""
    playing.ask("Give it", ways=(Way.TEXT, Way.BUTTONS))
    playing.go(0.3)
    playing.write("it was not your f")
    playing.obey(CloseCard())
    playing.go(0.1)

    told = playing.key(pygame.K_m, pygame.K_SPACE, pygame.K_w)

    assert not [fact for fact in told if isinstance(fact, PauseAsked | WhyAsked)]
    assert not playing.stage.preferences.muted


def test_each_press_of_a_key_counts_and_a_held_one_once(playing):
    """Two presses are meant; what a keyboard repeats by itself is not."""
    playing.ask("Knock", "Go round")

    assert playing.key(pygame.K_1, pygame.K_1) == [OptionPressed("Knock")] * 2
    assert pygame.key.get_repeat() == (0, 0)


def test_a_drag_in_the_field_selects_and_the_next_letter_takes_its_place(playing):
    """With the mouse, on the very pixels."""
    playing.ask("Comfort him", ways=(Way.TEXT,))
    playing.write("it was your fault")
    area = playing.stage._pages.field_area()
    end = playing.stage._pages.field.ink.caret.left
    button = {"button": 1, "touch": False}
    for kind, x, more in (
        (pygame.MOUSEBUTTONDOWN, end, button),
        (
            pygame.MOUSEMOTION,
            area.left + 2,
            {"rel": (-9, 0), "buttons": (1, 0, 0), "touch": False},
        ),
        (pygame.MOUSEBUTTONUP, area.left + 2, button),
    ):
        pygame.event.post(pygame.event.Event(kind, pos=(x, area.centery), **more))
    playing.go(0.1, 2)
    playing.write("sorry")

    assert playing.stage._pages.field.text == "sorry"


def test_candidates_are_asked_to_stand_where_the_caret_is_drawn(playing, monkeypatch):
    """Within the field, not in a corner of the window, also when the window has another size."""
    told = []
    monkeypatch.setattr(pygame.key, "set_text_input_rect", lambda area: told.append(area.copy()))
    playing.ask("Comfort him", ways=(Way.TEXT,))
    playing.go(0.1, 2)
    for text in ("ni", "ni hao"):
        pygame.event.post(pygame.event.Event(pygame.TEXTEDITING, text=text, start=2, length=0))
        playing.go(0.1, 2)

    area = playing.stage._pages.field_area()
    assert all(area.contains(rect) for rect in told[-2:])
    assert playing.stage._pages.field.composing == "ni hao"


def test_writing_on_after_words_were_not_understood_takes_the_note_away(playing):
    """It has been read by then; the ways stay in sight all along."""
    playing.ask("Comfort him", "Blame him", ways=(Way.TEXT, Way.BUTTONS))
    playing.write("mumble")
    playing.key(pygame.K_RETURN)
    playing.obey(Unclear())
    playing.go(0.1, 2)
    ways = {button.name for button in playing.stage._pages.over.buttons}

    assert {"Comfort him", "Blame him"} <= ways
    assert playing.stage._pages.card.unclear
    playing.write("it")
    assert not playing.stage._pages.card.unclear
